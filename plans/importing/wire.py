"""What the child process and its parent say to each other: length-prefixed MessagePack frames."""

from __future__ import annotations

import struct
from typing import BinaryIO

import msgspec

from plans.importing.asked import Asked, Limits
from plans.importing.parsed import Parsed, ParsedRow

_LENGTH = struct.Struct(">Q")
_MOST_ROWS = 2_000
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


class Part(msgspec.Struct, frozen=True, tag="part"):
    """Some rows of a file; `Done` comes after them with the rest."""

    file: int
    rows: tuple[ParsedRow, ...]


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


Frame = Step | Part | Done | Failed

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Frame)


def write_frame(pipe: BinaryIO, frame: Frame) -> None:
    """Send one frame; many rows go ahead in parts, so that reading them holds nobody up."""
    if isinstance(frame, Done) and len(frame.parsed.rows) > _MOST_ROWS:
        rows = frame.parsed.rows
        for at in range(0, len(rows), _MOST_ROWS):
            _write(pipe, Part(frame.file, rows[at : at + _MOST_ROWS]))
        frame = Done(frame.file, msgspec.structs.replace(frame.parsed, rows=()))
    _write(pipe, frame)


def _write(pipe: BinaryIO, frame: Frame) -> None:
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
