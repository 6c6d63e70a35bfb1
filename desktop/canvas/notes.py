"""Notes, the symbols and texts over a plan, and how they are drawn at their size on screen."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from desktop.canvas.camera import Camera
from desktop.canvas.lettering import font_of, text_style
from desktop.canvas.styles import Styles
from desktop.support.symbols import SymbolPainter
from plans.drawing.marks import Mark

DOT_PX = 5.0
HALO_PX = 1.5
_HALO = tuple(
    (HALO_PX * math.cos(turn), HALO_PX * math.sin(turn))
    for turn in (math.pi / 4 * i for i in range(8))
)
"""A halo is the text eight times around itself: a stroked outline takes ten times as long."""


@dataclass(frozen=True, slots=True)
class Note:
    """One symbol, dot or text that found its place: anchored in metres, offset in pixels.

    `size_px` is a symbol's side, a dot's width, a text's height of type.
    """

    mark: Mark
    x_m: float
    y_m: float
    size_px: float
    lines: tuple[str, ...] = ()
    offset_px: tuple[float, float] = (0.0, 0.0)
    turn_deg: float = 0.0
    dot: bool = False


class NotePainter:
    """Draws placed notes; texts are kept as pixmaps with their halo."""

    def __init__(self, styles: Styles, symbols: SymbolPainter, family: str, dpr: float) -> None:
        self._styles = styles
        self._symbols = symbols
        self._family = family
        self._dpr = dpr
        self._texts: dict[tuple[tuple[str, ...], str, float], QPixmap] = {}

    def draw(self, painter: QPainter, notes: list[Note], camera: Camera) -> None:
        """Draw on screen, the most important last."""
        transform = camera.transform
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for note in reversed(notes):
            at = transform.map(QPointF(note.x_m, note.y_m))
            if note.lines:
                self._draw_text(painter, note, at)
            elif note.dot or not note.mark.symbol:
                color, halo = self._styles.color(note.mark.role), self._styles.color("halo")
                px = min(note.size_px, DOT_PX)  # an unknown kind has no symbol
                draw_dot(painter, at + QPointF(*note.offset_px), color, halo, px)
            else:
                self._draw_symbol(painter, note, at)

    def _draw_symbol(self, painter: QPainter, note: Note, at: QPointF) -> None:
        size = round(note.size_px)
        pixmap = self._symbols.pixmap(note.mark.symbol, size, note.mark.role, self._dpr)
        if note.turn_deg:
            painter.save()
            painter.translate(at)
            painter.rotate(note.turn_deg)
            painter.drawPixmap(QPointF(-size / 2, -size / 2), pixmap)
            painter.restore()
        else:
            painter.drawPixmap(QPointF(round(at.x() - size / 2), round(at.y() - size / 2)), pixmap)

    def _draw_text(self, painter: QPainter, note: Note, at: QPointF) -> None:
        key = (note.lines, note.mark.role, note.size_px)
        pixmap = self._texts.get(key)
        if pixmap is None:
            if len(self._texts) > 3000:
                self._texts.clear()
            pixmap = self._texts[key] = self._text_pixmap(note)
        size = pixmap.deviceIndependentSize()
        middle = QPointF(at.x() + note.offset_px[0], at.y() + note.offset_px[1])
        if note.turn_deg:
            painter.save()
            painter.translate(middle)
            painter.rotate(note.turn_deg)
            painter.drawPixmap(QPointF(-size.width() / 2, -size.height() / 2), pixmap)
            painter.restore()
        else:
            corner = QPointF(
                round(middle.x() - size.width() / 2), round(middle.y() - size.height() / 2)
            )
            painter.drawPixmap(corner, pixmap)

    def _text_pixmap(self, note: Note) -> QPixmap:
        style = text_style(note.mark.role)
        font = font_of(self._family, note.size_px, style.bold)
        metrics = QFontMetricsF(font)
        step = metrics.height() * 0.92
        width = max(metrics.horizontalAdvance(line) for line in note.lines) + 2 * HALO_PX + 2
        height = step * len(note.lines) + 2 * HALO_PX + 2
        pixmap = QPixmap(math.ceil(width * self._dpr), math.ceil(height * self._dpr))
        pixmap.setDevicePixelRatio(self._dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setFont(font)
        for color, offsets in (
            (self._styles.color("halo"), _HALO),
            (self._styles.color(style.token), ((0.0, 0.0),)),
        ):
            painter.setPen(color)
            for i, line in enumerate(note.lines):
                x = (width - metrics.horizontalAdvance(line)) / 2
                y = HALO_PX + 1 + i * step + metrics.ascent() * 0.96
                for dx, dy in offsets:
                    painter.drawText(QPointF(x + dx, y + dy), line)
        painter.end()
        return pixmap


def draw_dot(
    painter: QPainter, at: QPointF, color: QColor, halo: QColor, px: float = DOT_PX
) -> None:
    """The dot of a symbol that gave way."""
    painter.setPen(QPen(halo, px / 4))
    painter.setBrush(color)
    painter.drawEllipse(at, px / 2 + px / 8, px / 2 + px / 8)
