"""ZIP files from strangers, opened with care: nothing is written out, nothing grows without bound.

Refused as a whole: what is no ZIP or is cut off, a path that leaves the archive (`../`, absolute, a
drive), a symbolic link, a password, more members or bytes than the limits allow whatever the
directory claims. An archive inside an archive stays shut.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from plans.errors import InputError
from plans.importing.asked import Limits
from plans.importing.text import NotText, decoded

_MOST_MEMBERS = 10_000
_CHUNK = 1 << 18
_UTF8_NAME = 0x800
"""The bit of a member's flags that says its name is UTF-8; without it the encoding is unknown."""
_JUNK = ("__MACOSX/", ".DS_Store", "Thumbs.db")


class Archive:
    """The files of one ZIP by their paths, read when asked for. Raises `InputError`."""

    def __init__(self, path: Path, data: bytes, limits: Limits) -> None:
        self._path = path
        self._left = limits.unpacked_bytes
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self._refused("zip", detail=str(error)) from error
        if len(infos) > _MOST_MEMBERS:
            raise self._refused("zip_many", str(len(infos)))
        if sum(info.file_size for info in infos) > limits.unpacked_bytes:
            raise self._refused("zip_bomb")
        self._members = dict(self._named(info) for info in infos if not info.is_dir())

    def __iter__(self) -> Iterator[str]:
        """Paths of the files, with forward slashes, in their order; editors' leavings left out."""
        return (name for name in self._members if not any(junk in name for junk in _JUNK))

    def read(self, name: str) -> bytes:
        """The bytes of one file."""
        pieces: list[bytes] = []
        try:
            with self._zip.open(self._members[name]) as stream:
                while piece := stream.read(_CHUNK):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise self._refused("zip_bomb")
                    pieces.append(piece)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError,
                NotImplementedError, RuntimeError) as error:  # fmt: skip
            raise self._refused("cut_off", name, detail=str(error)) from error
        return b"".join(pieces)

    def _named(self, info: zipfile.ZipInfo) -> tuple[str, zipfile.ZipInfo]:
        name = _name(info)
        if info.flag_bits & 0x1:
            raise self._refused("zip_password", name)
        if stat.S_ISLNK(info.external_attr >> 16):
            raise self._refused("zip_path", name)
        pure = PurePosixPath(name)
        if pure.is_absolute() or ".." in pure.parts or ":" in name or "\x00" in name:
            raise self._refused("zip_path", name)
        return str(pure), info

    def _refused(self, reason: str, text: str = "", detail: str = "") -> InputError:
        return InputError(self._path, reason=reason, text=text[:120], detail=detail)


def _name(info: zipfile.ZipInfo) -> str:
    """A member's path; one not marked UTF-8 is taken for what it reads most like (GB 18030 ...)."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME and not name.isascii():
        try:
            name = decoded(name.encode("cp437"))[0]
        except (NotText, UnicodeEncodeError):
            name = info.filename
    return name.replace("\\", "/")
