"""What lies over the plan and keeps its place on screen: scale bar, north arrow, selection."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

from desktop.canvas.camera import Camera
from desktop.canvas.lettering import font_of, paint_text, text_path
from desktop.canvas.look import PlanLook
from desktop.canvas.shapes import path_of
from desktop.canvas.styles import Styles
from desktop.canvas.taken import Rect
from plans.model.feature import Feature

BAR_PX = (200, 46)
ARROW_PX = 68


def furniture_rects(width: float, height: float) -> list[Rect]:
    """Where scale bar and north arrow lie in a view of that size."""
    return [
        (0.0, height - BAR_PX[1] + 8, BAR_PX[0] - 20.0, height),
        (width - ARROW_PX + 10, height - ARROW_PX + 8, width, height),
    ]


def nice_length_m(limit_m: float) -> float:
    """The longest of 1, 2, 5 × 10ⁿ metres that is not over the limit."""
    power = 10.0 ** math.floor(math.log10(limit_m))
    return next(step * power for step in (5, 2, 1) if step * power <= limit_m * 1.0000001)


def draw_scale_bar(
    painter: QPainter,
    corner: QPointF,
    px_per_m: float,
    styles: Styles,
    font: QFont,
    longest_px: float = 140.0,
) -> None:
    """A bar of two pieces with its length; `corner` is its lower left."""
    length_m = nice_length_m(longest_px / px_per_m)
    width = length_m * px_per_m
    text = f"{length_m / 1000:g} km" if length_m >= 1000 else f"{length_m:g} m"
    ink, halo = styles.color("ink"), styles.color("halo")
    bar = QRectF(corner.x(), corner.y() - 6, width, 5)
    painter.setPen(QPen(halo, 3))
    painter.setBrush(halo)
    painter.drawRect(bar)
    painter.setPen(QPen(ink, 1))
    painter.drawRect(bar)
    painter.fillRect(QRectF(bar.left(), bar.top(), width / 2, 5), ink)
    metrics = QFontMetricsF(font)
    path = text_path((text,), font)
    painter.save()
    at = QPointF(bar.right() - metrics.horizontalAdvance(text) / 2, bar.top() - 9)
    painter.translate(at)
    paint_text(painter, path, ink, halo, 2.6)
    zero = text_path(("0",), font)
    painter.translate(bar.left() - at.x(), 0)
    paint_text(painter, zero, ink, halo, 2.6)
    painter.restore()


def draw_north(
    painter: QPainter,
    centre: QPointF,
    north_deg: float,
    styles: Styles,
    font: QFont,
    radius: float = 17.0,
) -> None:
    """A needle to true north; `north_deg` is where north points, counter-clockwise from up."""
    painter.save()
    painter.translate(centre)
    disc = styles.color("paper")
    disc.setAlphaF(0.86)
    painter.setPen(QPen(styles.color("ghost"), 1))
    painter.setBrush(disc)
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    painter.rotate(-north_deg)
    ink = styles.color("ink")
    tip, wing, tail = radius * 0.52, radius * 0.34, radius * 0.62
    point, notch = QPointF(0, -tip), QPointF(0, tail * 0.55)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([point, notch, QPointF(-wing, tail)]))
    painter.setBrush(styles.color("ghost"))
    painter.drawPolygon(QPolygonF([point, notch, QPointF(wing, tail)]))
    letter = text_path(("N",), font)
    painter.translate(0, -radius * 0.74)
    paint_text(painter, letter, ink, disc, 2.0)
    painter.restore()


def draw_highlight(
    painter: QPainter,
    feature: Feature,
    camera: Camera,
    color: QColor,
    symbol_px: float,
    strong: bool,
) -> None:
    """A ring about a symbol, a glow along a line, an edge and a wash over an area."""
    width = 2.5 if strong else 1.5
    if feature.shape.geom_type == "Point":
        at = camera.to_screen(feature.shape.x, feature.shape.y)
        painter.setPen(QPen(color, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = symbol_px / 2 + 3
        painter.drawRoundedRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half), 5, 5)
        return
    path: QPainterPath = camera.transform.map(path_of(feature.shape))
    area = feature.shape.geom_type in ("Polygon", "MultiPolygon")
    wash = QColor(color)
    wash.setAlphaF(0.16 if strong else 0.07)
    if not area:
        painter.setPen(QPen(wash.lighter(), 9))
        painter.drawPath(path)
    painter.setPen(QPen(color, width))
    painter.setBrush(wash if area else Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


class Furniture:
    """Scale bar and north arrow, kept as pixmaps: their halos are dear and they seldom change."""

    def __init__(self, styles: Styles, look: PlanLook) -> None:
        self._styles = styles
        self._dpr = look.dpr
        self._font = font_of(look.family, 11 * look.text_scale, False)
        self._bar: tuple[float, QPixmap] | None = None
        self._arrow: tuple[float, QPixmap] | None = None

    def draw(self, painter: QPainter, camera: Camera, north_deg: float) -> None:
        """Bar in the lower left, arrow in the lower right corner."""
        if self._bar is None or self._bar[0] != camera.px_per_m:
            self._bar = camera.px_per_m, self._bar_pixmap(camera.px_per_m)
        if self._arrow is None or self._arrow[0] != north_deg:
            self._arrow = north_deg, self._arrow_pixmap(north_deg)
        painter.drawPixmap(QPointF(0, camera.height - BAR_PX[1]), self._bar[1])
        painter.drawPixmap(
            QPointF(camera.width - ARROW_PX, camera.height - ARROW_PX - 2), self._arrow[1]
        )

    def _bar_pixmap(self, px_per_m: float) -> QPixmap:
        pixmap = self._blank(*BAR_PX)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_scale_bar(painter, QPointF(16, BAR_PX[1] - 14), px_per_m, self._styles, self._font)
        painter.end()
        return pixmap

    def _arrow_pixmap(self, north_deg: float) -> QPixmap:
        pixmap = self._blank(ARROW_PX, ARROW_PX)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_north(
            painter, QPointF(ARROW_PX / 2, ARROW_PX / 2), north_deg, self._styles, self._font
        )
        painter.end()
        return pixmap

    def _blank(self, width: int, height: int) -> QPixmap:
        pixmap = QPixmap(round(width * self._dpr), round(height * self._dpr))
        pixmap.setDevicePixelRatio(self._dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap
