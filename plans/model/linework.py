"""The lines, fills and texts of an imported drawing as compact arrays: opening one is a read."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import msgspec
import numpy as np
from numpy.typing import NDArray

Segments = NDArray[np.float32]
"""(n, 4): x1, y1, x2, y2 in metres from the origin."""


class LineworkLayer(msgspec.Struct, frozen=True, kw_only=True):
    """A layer of the drawing: its name there, and the guess of what it holds.

    `role` is one of `walls`, `columns`, `doors`, `windows`, `stairs`, `text`, `furniture`,
    `dimensions`, `axes`, `hatch`, `fire`, `outline`, `other`.
    """

    name: str
    role: str = "other"
    shown: bool = True


class LineworkText(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A text: lower left (`align` 0), centre (1) or right (2) of its base line, metres."""

    text: str
    x: float
    y: float
    height: float
    layer: int
    angle_deg: float = 0.0
    align: int = 0


class _Head(msgspec.Struct, frozen=True):
    origin: tuple[float, float]
    layers: tuple[LineworkLayer, ...]
    texts: tuple[LineworkText, ...]
    segments: int
    fill_points: int
    fills: int


@dataclass(frozen=True)
class Linework:
    """A drawing in metres.

    Coordinates are float32 from `origin` (float64 metres), so a drawing far from zero keeps its
    accuracy. `segment_layers` gives each segment's layer. Fills are closed rings: `fill_points`
    (m, 2), ring i from `fill_starts[i]` to `fill_starts[i + 1]` on layer `fill_layers[i]`.
    """

    origin: tuple[float, float] = (0.0, 0.0)
    layers: tuple[LineworkLayer, ...] = ()
    segments: Segments = field(default_factory=lambda: np.empty((0, 4), np.float32))
    segment_layers: NDArray[np.uint16] = field(default_factory=lambda: np.empty(0, np.uint16))
    fill_points: NDArray[np.float32] = field(default_factory=lambda: np.empty((0, 2), np.float32))
    fill_starts: NDArray[np.uint32] = field(default_factory=lambda: np.zeros(1, np.uint32))
    fill_layers: NDArray[np.uint16] = field(default_factory=lambda: np.empty(0, np.uint16))
    texts: tuple[LineworkText, ...] = ()

    def bounds(self) -> tuple[float, float, float, float] | None:
        """min x, min y, max x, max y in metres with the origin added; None when empty."""
        corners = [a.reshape(-1, 2) for a in (self.segments, self.fill_points) if len(a)]
        if self.texts:
            corners.append(np.array([[text.x, text.y] for text in self.texts], np.float32))
        if not corners:
            return None
        points = np.concatenate(corners)
        (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
        ox, oy = self.origin
        return float(x0) + ox, float(y0) + oy, float(x1) + ox, float(y1) + oy

    def rings(self) -> Iterator[tuple[int, NDArray[np.float32]]]:
        """(layer, points) of each fill."""
        for i, layer in enumerate(self.fill_layers.tolist()):
            yield layer, self.fill_points[self.fill_starts[i] : self.fill_starts[i + 1]]

    def in_order(self) -> Linework:
        """The same with segments sorted along a grid (Morton code), so that neighbours on the
        drawing are neighbours in the array and a view takes few runs of it."""
        order = _along_grid(self.segments)
        return replace(
            self, segments=self.segments[order], segment_layers=self.segment_layers[order]
        )

    def encoded(self) -> bytes:
        """As bytes for the binder: a header, then the arrays in order, compressed."""
        head = msgspec.msgpack.encode(
            _Head(
                self.origin,
                self.layers,
                self.texts,
                len(self.segments),
                len(self.fill_points),
                len(self.fill_layers),
            )
        )
        ordered = self.in_order()._arrays()
        arrays = b"".join(np.ascontiguousarray(array).tobytes() for array in ordered)
        return _MAGIC + len(head).to_bytes(8, "little") + head + zlib.compress(arrays, 1)

    def _arrays(self) -> tuple[NDArray[np.generic], ...]:
        return (
            self.segments.astype("<f4", copy=False),
            self.segment_layers.astype("<u2", copy=False),
            self.fill_points.astype("<f4", copy=False),
            self.fill_starts.astype("<u4", copy=False),
            self.fill_layers.astype("<u2", copy=False),
        )


_MAGIC = b"LNW1"


def decoded(data: bytes) -> Linework:
    """The linework of those bytes. Raises `ValueError` when they are something else."""
    if data[:4] != _MAGIC:
        raise ValueError("not a linework")
    length = int.from_bytes(data[4:12], "little")
    try:
        head = msgspec.msgpack.decode(data[12 : 12 + length], type=_Head)
        arrays = zlib.decompress(data[12 + length :])
    except (msgspec.DecodeError, zlib.error) as error:
        raise ValueError("a damaged linework") from error
    sizes = (
        ("<f4", head.segments * 4),
        ("<u2", head.segments),
        ("<f4", head.fill_points * 2),
        ("<u4", head.fills + 1),
        ("<u2", head.fills),
    )
    parts, at = [], 0
    for kind, count in sizes:
        width = np.dtype(kind).itemsize * count
        if at + width > len(arrays):
            raise ValueError("a damaged linework")
        parts.append(np.frombuffer(arrays, kind, count, at))
        at += width
    return Linework(
        origin=head.origin,
        layers=head.layers,
        segments=parts[0].reshape(-1, 4),
        segment_layers=parts[1],
        fill_points=parts[2].reshape(-1, 2),
        fill_starts=parts[3],
        fill_layers=parts[4],
        texts=head.texts,
    )


def _along_grid(segments: Segments) -> NDArray[np.int64]:
    """An order in which neighbours on the drawing are neighbours in the array (Morton code)."""
    if not len(segments):
        return np.empty(0, np.int64)
    middles = (segments[:, :2] + segments[:, 2:]) / 2
    low, high = middles.min(axis=0), middles.max(axis=0)
    cells = ((middles - low) / np.maximum(high - low, 1e-9) * 1023).astype(np.uint32)
    return np.argsort(_spread(cells[:, 0]) | (_spread(cells[:, 1]) << 1), kind="stable")


def _spread(values: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The ten low bits with a gap after each."""
    for shift, mask in ((8, 0x00FF00FF), (4, 0x0F0F0F0F), (2, 0x33333333), (1, 0x55555555)):
        values = np.asarray((values | (values << shift)) & mask, dtype=np.uint32)
    return values
