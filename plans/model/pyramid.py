"""A picture beneath a floor as a pyramid of tiles: a view decodes only the few tiles it shows."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

TILE_PX = 512
_MAGIC = b"PYR1"


class PyramidLevel(msgspec.Struct, frozen=True):
    """One size of the picture, pixels; `offsets` (columns x rows + 1) bound its tiles, row by row
    from the top."""

    width: int
    height: int
    offsets: tuple[int, ...]

    @property
    def columns(self) -> int:
        """Tiles in a row."""
        return -(-self.width // TILE_PX)

    @property
    def rows(self) -> int:
        """Tiles in a column."""
        return -(-self.height // TILE_PX)


class _Head(msgspec.Struct, frozen=True):
    lightness: float
    levels: tuple[PyramidLevel, ...]


@dataclass(frozen=True)
class Pyramid:
    """A picture in levels, the whole one first, each half the one before it.

    `lightness` is the mean from 0 (black) to 1: a night screen turns light paper dark. Tiles are
    PNG or JPEG, at most `TILE_PX` wide and high.
    """

    lightness: float
    levels: tuple[PyramidLevel, ...]
    _tiles: bytes

    @property
    def width(self) -> int:
        """Width of the whole picture, pixels."""
        return self.levels[0].width

    @property
    def height(self) -> int:
        """Height of the whole picture, pixels."""
        return self.levels[0].height

    def tile(self, level: int, column: int, row: int) -> bytes:
        """The encoded tile of a level, counted from the upper left."""
        one = self.levels[level]
        at = row * one.columns + column
        return self._tiles[one.offsets[at] : one.offsets[at + 1]]

    def encoded(self) -> bytes:
        """As bytes for the binder."""
        head = msgspec.msgpack.encode(_Head(self.lightness, self.levels))
        return _MAGIC + len(head).to_bytes(8, "little") + head + self._tiles


def pyramid_of(lightness: float, levels: list[tuple[int, int, list[bytes]]]) -> Pyramid:
    """A pyramid from (width, height, tiles row by row) of each level, the whole picture first."""
    at, made, parts = 0, [], []
    for width, height, tiles in levels:
        offsets = [at]
        for tile in tiles:
            at += len(tile)
            offsets.append(at)
        parts += tiles
        made.append(PyramidLevel(width, height, tuple(offsets)))
    return Pyramid(lightness, tuple(made), b"".join(parts))


def decoded(data: bytes) -> Pyramid:
    """The pyramid of those bytes. Raises `ValueError` when they are something else or damaged."""
    if data[:4] != _MAGIC:
        raise ValueError("not a pyramid")
    length = int.from_bytes(data[4:12], "little")
    try:
        head = msgspec.msgpack.decode(data[12 : 12 + length], type=_Head)
    except msgspec.DecodeError as error:
        raise ValueError("a damaged pyramid") from error
    tiles = data[12 + length :]
    for level in head.levels:
        wanted = level.columns * level.rows + 1
        is_sound = len(level.offsets) == wanted and list(level.offsets) == sorted(level.offsets)
        if not is_sound or level.offsets[0] < 0 or level.offsets[-1] > len(tiles):
            raise ValueError("a damaged pyramid")
    if not head.levels:
        raise ValueError("a damaged pyramid")
    return Pyramid(head.lightness, head.levels, tiles)
