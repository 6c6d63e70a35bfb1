"""What the child process and its parent say to each other: length-prefixed MessagePack frames."""

from __future__ import annotations

import struct
from typing import BinaryIO

import msgspec

from plans.importing.asked import Asked, Limits
from plans.importing.parsed import Parsed

_LENGTH = struct.Struct(">Q")
_LONGEST_FRAME = 2 * 1024**3


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """What the child is to read, with the folder of the catalog."""

    catalog: str
    files: tuple[Asked, ...]
    limits: Limits


class Step(msgspec.Struct, frozen=True, tag="step"):
    """How far the file at that place in the job is."""

    file: int
    done: int
    total: int
    step: str


class Done(msgspec.Struct, frozen=True, tag="done"):
    """A file was read."""

    file: int
    parsed: Parsed


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """A file could not be read, or (`undecided`) needs the user's word first."""

    file: int
    place: str
    reason: str
    detail: str
    facts: dict[str, str]
    undecided: bool = False


Frame = Step | Done | Failed

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Frame)


def write_frame(pipe: BinaryIO, frame: Frame) -> None:
    """Send one frame."""
    data = _encoder.encode(frame)
    pipe.write(_LENGTH.pack(len(data)) + data)
    pipe.flush()


def read_frame(pipe: BinaryIO) -> Frame | None:
    """The next frame; None when the other end has closed or died in the middle of one."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    length = _LENGTH.unpack(head)[0]
    if length > _LONGEST_FRAME:
        return None
    data = pipe.read(length)
    return None if len(data) < length else _decoder.decode(data)
