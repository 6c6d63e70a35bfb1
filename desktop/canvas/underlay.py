"""An imported drawing beneath the features: its lines in bulk, culled by blocks, a slice at a time.

Segments come sorted so that neighbours lie together (`Linework.encoded`); a tile takes the blocks
that touch it, leaves out what would be under a pixel and hidden layers, and hands Qt one array per
style.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from desktop.canvas.camera import Box
from desktop.canvas.lettering import font_of
from desktop.canvas.styles import Styles
from plans.model.linework import Linework, LineworkText

BLOCK = 256
"""Segments of a block: what is culled at once."""
SLICE = 6_000
"""Segments handed to Qt between two looks at the clock."""
LEAST_PX, LEAST_TEXT_PX = 0.7, 5.0
DIMMED = 0.45
STRONG_FILL, FAINT_FILL = 0.4, 0.08
"""Fills lie under lines and often under each other: walls dark, floors and furniture a breath."""
ROLE_TOKENS = {
    "walls": ("wall", 1.2),
    "columns": ("wall", 1.2),
    "outline": ("outline", 1.2),
    "doors": ("door", 1.0),
    "windows": ("window", 1.0),
    "stairs": ("stair", 1.0),
    "fire": ("fire", 1.3),
    "text": ("ink_dim", 1.0),
    "furniture": ("furniture", 0.9),
    "dimensions": ("ghost", 0.9),
    "axes": ("ghost", 0.9),
    "hatch": ("ghost", 0.7),
    "other": ("structure", 0.9),
}
"""Layer role → theme token and pixels: walls strong, furniture faint."""


class UnderlayPainter:
    """Paints one linework; `matrix` (a, b, c, d, e, f) takes it to metres of the floor:
    x' = a·x + c·y + e, y' = b·x + d·y + f."""

    def __init__(
        self,
        linework: Linework,
        matrix: tuple[float, float, float, float, float, float],
        styles: Styles,
        family: str,
        *,
        dimmed: bool = False,
    ) -> None:
        self._linework = linework
        self._styles = styles
        self._family = family
        self._dimmed = dimmed
        self._matrix = matrix
        self.hidden = frozenset(i for i, layer in enumerate(linework.layers) if not layer.shown)
        points = self._moved(linework.segments.reshape(-1, 2)).reshape(-1, 4)
        self._segments: NDArray[np.float32] = points
        self._layers = linework.segment_layers
        self._lengths = np.hypot(points[:, 2] - points[:, 0], points[:, 3] - points[:, 1])
        self._boxes = _block_boxes(self._segments)
        self._longest = _block_longest(self._lengths)
        self._fills = self._moved(linework.fill_points)
        self._fill_boxes = _ring_boxes(self._fills, linework.fill_starts)
        at = np.array([[text.x, text.y] for text in linework.texts], np.float32).reshape(-1, 2)
        self._text_points = self._moved(at)

    def _moved(self, points: NDArray[np.float32]) -> NDArray[np.float32]:
        """Points in floor metres; the linework's origin is added in double precision."""
        a, b, c, d, e, f = self._matrix
        ox, oy = self._linework.origin
        shift = np.array([a * ox + c * oy + e, b * ox + d * oy + f])
        turned = points.astype(np.float64) @ np.array([[a, b], [c, d]]) + shift
        return np.asarray(turned, dtype=np.float32)

    def extent(self) -> Box | None:
        """Bounds in floor metres; None when there is nothing."""
        parts = [p.reshape(-1, 2) for p in (self._segments, self._fills) if len(p)]
        if not parts:
            return None
        points = np.concatenate(parts)
        (x0, y0), (x1, y1) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
        return x0, y0, x1, y1

    def paint(
        self, painter: QPainter, transform: QTransform, box: Box, px_per_m: float
    ) -> Iterator[None]:
        """Paint what lies in a box (floor metres) through `transform` (metres to device)."""
        painter.save()
        try:
            if self._dimmed:
                painter.setOpacity(DIMMED)
            painter.setTransform(transform)
            yield from self._paint_fills(painter, box, px_per_m)
            painter.setTransform(transform)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, px_per_m > 8)
            yield from self._paint_segments(painter, transform, box, px_per_m)
            painter.resetTransform()
            yield from self._paint_texts(painter, transform, box, px_per_m)
        finally:
            painter.restore()

    def _paint_segments(
        self, painter: QPainter, transform: QTransform, box: Box, px_per_m: float
    ) -> Iterator[None]:
        found = self._visible(box, px_per_m)
        layers = self._layers[found]
        for layer in np.unique(layers).tolist():
            if layer in self.hidden:
                continue
            painter.setPen(self._pen(self._role(layer)))
            mine = found[layers == layer]
            for start in range(0, len(mine), SLICE):
                lines = self._segments[mine[start : start + SLICE]].astype(np.float64)
                _draw_lines(painter, lines)
                yield
                painter.setTransform(transform)

    def _visible(self, box: Box, px_per_m: float) -> NDArray[np.int64]:
        """Indices of segments that touch the box and are not under a pixel."""
        x0, y0, x1, y1 = box
        boxes = self._boxes
        touched = (
            (boxes[:, 0] <= x1)
            & (boxes[:, 2] >= x0)
            & (boxes[:, 1] <= y1)
            & (boxes[:, 3] >= y0)
            & (self._longest * px_per_m >= LEAST_PX)
        )
        blocks = np.flatnonzero(touched)
        if not len(blocks):
            return np.empty(0, np.int64)
        index = (blocks[:, None] * BLOCK + np.arange(BLOCK)).ravel()
        index = index[index < len(self._segments)]
        return np.asarray(index[self._lengths[index] * px_per_m >= LEAST_PX], dtype=np.int64)

    def _paint_fills(self, painter: QPainter, box: Box, px_per_m: float) -> Iterator[None]:
        x0, y0, x1, y1 = box
        boxes = self._fill_boxes
        size = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]) * px_per_m
        inside = (boxes[:, 0] <= x1) & (boxes[:, 2] >= x0) & (boxes[:, 1] <= y1)
        inside &= (boxes[:, 3] >= y0) & (size >= LEAST_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        starts = self._linework.fill_starts
        transform = painter.transform()
        for count, i in enumerate(np.flatnonzero(inside).tolist(), 1):
            layer = int(self._linework.fill_layers[i])
            if layer in self.hidden:
                continue
            role = self._role(layer)
            color = self._color(role)
            color.setAlphaF(STRONG_FILL if role in ("walls", "columns") else FAINT_FILL)
            painter.setBrush(color)
            ring = self._fills[starts[i] : starts[i + 1]].tolist()
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
            if count % 64 == 0:
                yield
                painter.setTransform(transform)

    def _paint_texts(
        self, painter: QPainter, transform: QTransform, box: Box, px_per_m: float
    ) -> Iterator[None]:
        """Texts at their size in the drawing, where that can be read."""
        margin = 40 / px_per_m
        at = self._text_points
        near = (at[:, 0] >= box[0] - margin * 6) & (at[:, 0] <= box[2] + margin)
        near &= (at[:, 1] >= box[1] - margin) & (at[:, 1] <= box[3] + margin)
        scale = math.hypot(self._matrix[0], self._matrix[1]) * px_per_m
        turn = math.degrees(math.atan2(transform.m12(), transform.m11()))
        own = math.degrees(math.atan2(self._matrix[1], self._matrix[0]))
        for count, i in enumerate(np.flatnonzero(near).tolist(), 1):
            text = self._linework.texts[i]
            if text.layer in self.hidden or text.height * scale < LEAST_TEXT_PX:
                continue
            self._paint_text(painter, text, transform.map(QPointF(*at[i].tolist())),
                             text.height * scale, turn - own - text.angle_deg)  # fmt: skip
            if count % 16 == 0:
                yield

    def _paint_text(
        self, painter: QPainter, text: LineworkText, at: QPointF, height_px: float, turn: float
    ) -> None:
        font = font_of(self._family, height_px * 1.35, False)
        painter.save()
        painter.translate(at)
        painter.rotate(turn)
        painter.setFont(font)
        painter.setPen(self._color(self._role(text.layer, "text")))
        width = painter.fontMetrics().horizontalAdvance(text.text)
        painter.drawText(QPointF(-width * text.align / 2, 0), text.text)
        painter.restore()

    def _role(self, layer: int, otherwise: str = "other") -> str:
        role = self._linework.layers[layer].role if layer < len(self._linework.layers) else ""
        return otherwise if role in ("", "other") else role

    def _color(self, role: str) -> QColor:
        return self._styles.color(ROLE_TOKENS.get(role, ROLE_TOKENS["other"])[0])

    def _pen(self, role: str) -> QPen:
        pen = QPen(self._color(role), ROLE_TOKENS.get(role, ROLE_TOKENS["other"])[1])
        pen.setCosmetic(True)
        return pen


def _draw_lines(painter: QPainter, lines: NDArray[np.float64]) -> None:
    """Draw (n, 4) doubles in one call: a QLineF is four doubles in a row, so the array is an
    array of QLineF."""
    lines = np.ascontiguousarray(lines)
    first: Any = shiboken6.wrapInstance(lines.ctypes.data, QLineF)
    painter.drawLines(first, len(lines))


def _block_boxes(segments: NDArray[np.float32]) -> NDArray[np.float32]:
    if not len(segments):
        return np.empty((0, 4), np.float32)
    starts = np.arange(0, len(segments), BLOCK)
    low = np.minimum(segments[:, :2], segments[:, 2:])
    high = np.maximum(segments[:, :2], segments[:, 2:])
    return np.hstack([
        np.minimum.reduceat(low, starts, axis=0), np.maximum.reduceat(high, starts, axis=0)
    ])  # fmt: skip


def _block_longest(lengths: NDArray[np.float32]) -> NDArray[np.float32]:
    if not len(lengths):
        return np.empty(0, np.float32)
    return np.maximum.reduceat(lengths, np.arange(0, len(lengths), BLOCK))


def _ring_boxes(points: NDArray[np.float32], starts: NDArray[np.uint32]) -> NDArray[np.float32]:
    if len(starts) < 2:
        return np.empty((0, 4), np.float32)
    first = starts[:-1].astype(np.int64)
    return np.hstack([
        np.minimum.reduceat(points, first, axis=0), np.maximum.reduceat(points, first, axis=0)
    ])  # fmt: skip
