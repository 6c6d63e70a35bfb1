"""Texts on plans: the size, weight and colour of each role, and how a text is drawn with a halo."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size in pixels, weight and colour token of a text role."""

    px: float
    token: str
    bold: bool = False


TEXT_STYLES = {
    "text.room": TextStyle(11.5, "ink"),
    "text.note": TextStyle(11, "ink_dim"),
    "text.road": TextStyle(11, "ink_dim"),
    "text.green": TextStyle(11, "escape"),
    "text.water_body": TextStyle(11.5, "water"),
    "text.plot": TextStyle(11, "ink_dim"),
    "text.building": TextStyle(10.5, "ink_dim"),
    "text.planned": TextStyle(13, "ink", bold=True),
}


def text_style(role: str) -> TextStyle:
    """A text role's style; labels of kinds take the colour of their kind's role."""
    return TEXT_STYLES.get(role) or TextStyle(10.5, role.removeprefix("text."))


def font_of(family: str, px: float, bold: bool) -> QFont:
    """The family at a size in pixels."""
    font = QFont(family)
    font.setPixelSize(max(1, round(px)))
    font.setBold(bold)
    font.setFeature(QFont.Tag("locl"), 0)  # other digits in Latin text, which a PDF cannot name
    return font


def text_path(lines: tuple[str, ...], font: QFont) -> QPainterPath:
    """Centred lines as one path about the origin."""
    metrics = QFontMetricsF(font)
    step = metrics.height() * 0.92
    top = -step * len(lines) / 2 + metrics.ascent() * 0.96
    path = QPainterPath()
    for i, line in enumerate(lines):
        path.addText(QPointF(-metrics.horizontalAdvance(line) / 2, top + i * step), font, line)
    return path


def paint_text(
    painter: QPainter, path: QPainterPath, color: QColor, halo: QColor, halo_px: float
) -> None:
    """Text with a halo, so that it reads over any line."""
    pen = QPen(halo, halo_px)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.fillPath(path, color)
