"""Ground marks onto a painter: the same strokes for tile, sheet and picture."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from desktop.canvas.scene import Scene
from desktop.canvas.styles import Styles
from plans.drawing.marks import Mark

HATCH_GAP_PX = 9


class GroundPainter:
    """Paints ground marks of a scene; `line_scale` thickens cosmetic lines (print uses less).

    Yields now and then while painting, so that a caller with a time budget can stop between.
    """

    def __init__(self, scene: Scene, styles: Styles, line_scale: float = 1.0) -> None:
        self._scene = scene
        self._styles = styles
        self._line_scale = line_scale

    def paint(
        self,
        painter: QPainter,
        transform: QTransform,
        indices: Iterable[int],
        px_per_m: float,
        hidden: frozenset[str] = frozenset(),
        every: int = 8,
    ) -> Iterator[None]:
        """Paint the marks with those indices through `transform` (metres to device)."""
        painter.setTransform(transform)
        role = ""
        for count, index in enumerate(indices, 1):
            mark = self._scene.ground[index]
            if mark.layer in hidden or not mark.shown_at(px_per_m):
                continue
            if mark.paint == "band":
                self._band(painter, mark, self._scene.path(index))
                role = ""
            else:
                if mark.role != role:
                    role = mark.role
                    pen, brush = self._styles.pen_and_brush(role)
                    painter.setPen(self._scaled(pen))
                    painter.setBrush(brush if mark.paint == "fill" else Qt.BrushStyle.NoBrush)
                self._shape(painter, mark, self._scene.path(index), px_per_m)
                if self._styles.style(role).hatch:
                    role = ""
            if count % every == 0:
                yield
                painter.setTransform(transform)
        painter.resetTransform()

    def _shape(
        self, painter: QPainter, mark: Mark, path: QPolygonF | QPainterPath, px_per_m: float
    ) -> None:
        if isinstance(path, QPolygonF):
            painter.drawPolygon(path)
        else:
            painter.drawPath(path)
        style = self._styles.style(mark.role)
        if style.hatch and mark.paint == "fill":
            self._hatch(painter, path, self._styles.color(style.line), px_per_m)

    def _hatch(
        self, painter: QPainter, path: QPolygonF | QPainterPath, color: QColor, px_per_m: float
    ) -> None:
        """Diagonal lines inside a shape, as lines so that paper gets them sharp too."""
        outline = QPainterPath()
        if isinstance(path, QPolygonF):
            outline.addPolygon(path)
        else:
            outline.addPath(path)
        device = painter.device()
        inverse, _ = painter.transform().inverted()
        seen = inverse.mapRect(QRectF(0, 0, device.width(), device.height()))
        area = outline.boundingRect().intersected(seen)
        if area.isEmpty():
            return
        step = HATCH_GAP_PX / px_per_m
        color.setAlphaF(0.38)
        painter.save()
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        pen = QPen(color, 0.8 * self._line_scale)
        pen.setCosmetic(True)
        painter.setPen(pen)
        first = math.floor((area.left() + area.top()) / step)
        last = math.ceil((area.right() + area.bottom()) / step)
        for i in range(first, last + 1):
            total = i * step
            painter.drawLine(
                QPointF(total - area.top(), area.top()),
                QPointF(total - area.bottom(), area.bottom()),
            )
        painter.restore()

    def _band(self, painter: QPainter, mark: Mark, path: QPolygonF | QPainterPath) -> None:
        pen, brush = self._styles.pen_and_brush(mark.role)
        style = self._styles.style(mark.role)
        color = brush.color() if style.fill else pen.color()
        width = mark.width_m
        edge = 0.0
        if mark.role.endswith(".casing"):
            edge = style.px / max(abs(painter.transform().m11()), abs(painter.transform().m12()))
        flat = mark.role in ("fire_lane", "tree_belt")
        band = QPen(color, width + edge)
        band.setCapStyle(Qt.PenCapStyle.FlatCap if flat else Qt.PenCapStyle.RoundCap)
        band.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(band)
        if isinstance(path, QPolygonF):
            painter.drawPolyline(path)
        else:
            painter.drawPath(path)
        if style.dash and style.line:
            painter.setPen(self._scaled(pen))
            painter.drawPath(path) if isinstance(path, QPainterPath) else painter.drawPolyline(path)

    def _scaled(self, pen: QPen) -> QPen:
        if self._line_scale == 1.0 or pen.style() == Qt.PenStyle.NoPen:
            return pen
        scaled = QPen(pen)
        scaled.setWidthF(pen.widthF() * self._line_scale)
        return scaled
