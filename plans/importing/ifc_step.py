"""The text of an IFC file (STEP, ISO 10303-21) looked over before any library opens it.

What a stranger's file may hold and a parser written for sound files does not survive: an archive
that unpacks without end, half a file, instances that refer to each other in a circle, characters of
an old code page between the escapes of the standard.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterable
from pathlib import Path, PurePosixPath

import msgspec
import numpy as np
from numpy.typing import NDArray

from plans.errors import InputError
from plans.importing.text import NotText, decoded

SCHEMAS = {"IFC2X3": "IFC2X3", "IFC4": "IFC4", "IFC4X3": "IFC4X3_ADD2"}
"""Schemas that are read, without what follows `_` (`IFC4_ADD2`, `IFC4X3_TC1`), and the name under
which ifcopenshell knows each."""
_HEADER = 200_000
"""The schema is named within so many characters."""
_MOST_PACKED = 100
"""A text packed to less than a hundredth of its size is a bomb: IFC packs to a tenth."""
_MOST_FILES = 1_000
_MOST_DEPTH = 400
"""Instances refer to instances that refer ...: sound models stay under 60."""
_CHUNK = 1 << 20
_TEXT = re.compile(rb"'(?:\\S\\[\x20-\x7e]|[^']|'')*'|/\*.*?\*/", re.DOTALL)
"""A text (in which \\S\\ takes the next character, even a quote, with it) or a comment."""
_NUMBERS = re.compile(rb"#(\d{1,18})(\s*=)?")
_SCHEMA = re.compile(r"FILE_SCHEMA\s*\(\s*\(\s*'([^']*)'", re.IGNORECASE)
_ABSURD = re.compile(r"\d+\.\d*E\+?(?:[1-9]\d{2,}|[2-9]\d|1[6-9])(?!\d)")
"""A number no geometry engine survives; what replaces it is absurd enough to be left out."""
_BEYOND = re.compile(r"[^\x00-\x7f]+")


class Step(msgspec.Struct, frozen=True):
    """A sound text: plain ASCII, its schema as the file names it, the numbers of the instances it
    defines, and the encoding it came in ("ascii" when it needed none)."""

    text: str
    schema: str
    numbers: NDArray[np.int64]
    encoding: str

    @property
    def instances(self) -> int:
        """How many instances it defines."""
        return len(self.numbers)

    def first_missing(self, known: Collection[int]) -> int:
        """The first of its instances that is not among those; 0 when none is missing."""
        return next((int(number) for number in self.numbers if int(number) not in known), 0)


def read_step(path: Path, data: bytes, most_bytes: int) -> Step:
    """Look a file's bytes over. Raises `InputError`: `ifc`, `cut_off`, `ifc_schema`, `ifc_double`,
    `circular`, `nested`, `zip`, `zip_bomb`, `zip_path`, `zip_many`, `too_big`."""
    if data[:2] == b"PK":
        data = _unzipped(path, data, most_bytes)
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").upper()
    if not start.startswith(b"ISO-10303-21"):
        raise InputError(path, reason="ifc", detail="no ISO-10303-21")
    if b"END-ISO-10303-21" not in data[-4096:]:
        raise InputError(path, reason="cut_off", detail="no END-ISO-10303-21")
    text, encoding = _ascii(path, data)
    text, schema = _schema(path, _ABSURD.sub("1.E15", text))
    return Step(text, schema, _sound(path, text.encode("ascii")), encoding)


def _unzipped(path: Path, data: bytes, most_bytes: int) -> bytes:
    """The one IFC text in an archive, which never touches the disk."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _member(path, archive, most_bytes)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError,
            RuntimeError) as error:  # fmt: skip
        raise InputError(path, reason="zip", detail=f"{type(error).__name__}: {error}") from error


def _member(path: Path, archive: zipfile.ZipFile, most_bytes: int) -> bytes:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > _MOST_FILES:
        raise InputError(path, reason="zip_many", text=str(len(infos)))
    for info in infos:
        name = PurePosixPath(info.filename.replace("\\", "/"))
        if name.is_absolute() or ".." in name.parts or ":" in info.filename[:2]:
            raise InputError(path, place=info.filename, reason="zip_path")
    found = [info for info in infos if info.filename.lower().endswith(".ifc")]
    if len(found) != 1:
        raise InputError(path, reason="zip_one", text=str(len(found)))
    info = found[0]
    if info.file_size > most_bytes:
        raise InputError(path, reason="too_big", size=info.file_size, most=most_bytes)
    most = min(most_bytes, _CHUNK + info.compress_size * _MOST_PACKED)
    out = io.BytesIO()
    with archive.open(info) as packed:
        while chunk := packed.read(_CHUNK):
            out.write(chunk)
            if out.tell() > most:  # what the archive claims of itself is not to be trusted
                raise InputError(path, reason="zip_bomb", place=info.filename)
    return out.getvalue()


def _ascii(path: Path, data: bytes) -> tuple[str, str]:
    """The text with characters beyond ASCII as the standard's own escapes, and its encoding."""
    try:
        return data.decode("ascii"), "ascii"
    except UnicodeDecodeError:
        pass
    try:
        text, encoding = decoded(data)
    except NotText as error:
        raise InputError(path, reason="ifc", detail=str(error.args[0])) from error
    text = text.lstrip("\ufeff")
    return _BEYOND.sub(lambda run: _escaped(run[0]), text), encoding


def _escaped(run: str) -> str:
    r"""`階` as `\X2\968E\X0\` (ISO 10303-21, 6.4.3); characters beyond the first plane by \X4\."""
    if all(char <= "\uffff" for char in run):
        return "\\X2\\" + "".join(f"{ord(char):04X}" for char in run) + "\\X0\\"
    return "\\X4\\" + "".join(f"{ord(char):08X}" for char in run) + "\\X0\\"


def decoder_of(texts: Iterable[str]) -> Callable[[str], str]:
    """What makes the names of a model readable that carry the bytes of an old code page, one by
    one, where characters should be (`1\x8aK` for `1階`); sound names stay as they are."""
    odd = [text for text in texts if any("\x80" <= char <= "\xff" for char in text)]
    joined = "\n".join(text for text in odd if all(char <= "\xff" for char in text))
    try:
        encoding = decoded(joined.encode("latin-1"))[1] if joined else "latin-1"
    except NotText:
        encoding = "latin-1"
    if encoding in ("cp1252", "latin-1"):
        return lambda text: text

    def readable(text: str) -> str:
        try:
            return text.encode("latin-1").decode(encoding)
        except UnicodeError:
            return text

    return readable


def _schema(path: Path, text: str) -> tuple[str, str]:
    """The text with its schema under the name it is published by, and that name."""
    match = _SCHEMA.search(text, 0, _HEADER)
    schema = match[1].strip().upper() if match else ""
    published = SCHEMAS.get(schema.partition("_")[0])
    if match is None or published is None:
        raise InputError(path, reason="ifc_schema", text=schema or "?")
    return text[: match.start(1)] + published + text[match.end(1) :], schema


def _sound(path: Path, data: bytes) -> NDArray[np.int64]:
    """The instances that are defined, after making sure that no reference leads back to itself."""
    bare = _TEXT.sub(b"", data)
    marks = _NUMBERS.findall(bare)
    if not marks:
        raise InputError(path, reason="ifc", detail="no instances")
    ids = np.array([number for number, _ in marks]).astype(np.int64)
    defines = np.array([bool(equals) for _, equals in marks])
    known, counts = np.unique(ids[defines], return_counts=True)
    if (counts > 1).any():  # the library would take one for the other and fall
        raise InputError(path, place=f"#{known[counts > 1][0]}", reason="ifc_double")
    owners = np.maximum.accumulate(np.where(defines, np.arange(len(ids)), -1))
    refers = ~defines & (owners >= 0)
    sources = np.searchsorted(known, ids[owners[refers]])
    targets = np.searchsorted(known, ids[refers])
    there = (targets < len(known)) & (known[np.minimum(targets, len(known) - 1)] == ids[refers])
    no_circle(path, known, sources[there], targets[there])
    return known


def no_circle(
    path: Path, known: NDArray[np.int64], sources: NDArray[np.int64], targets: NDArray[np.int64]
) -> None:
    """Raise `InputError` (`circular`, `nested`) unless all chains of references end soon.

    `sources` refer to `targets`, both places in `known`, the numbers of instances. What refers to
    nothing left is taken away, again and again; what stays goes in circles.
    """
    for _ in range(_MOST_DEPTH):
        if not len(sources):
            return
        waits = np.zeros(len(known), bool)
        waits[sources] = True
        keeps = waits[targets]
        if keeps.all():
            place = f"#{known[sources[0]]}"
            raise InputError(path, place=place, reason="circular")
        sources, targets = sources[keeps], targets[keeps]
    raise InputError(path, place=f"#{known[sources[0]]}", reason="nested")
