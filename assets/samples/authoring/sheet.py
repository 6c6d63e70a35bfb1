"""The sheet an illustration is drawn on: flat shapes, thin ink, a title strip."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPen,
    QPolygonF,
)

W, H = 960, 640
INK, WALL, GLASS, RED, GREEN = "#3a4046", "#d9d4ca", "#a9bfcd", "#c4262e", "#1d8a57"
ORANGE, STEEL, GROUND = "#e07b1a", "#8d979e", "#c9c6be"


class Sheet:
    """A picture being drawn, in pixels, y down."""

    def __init__(self, family: str) -> None:
        self.image = QImage(W, H, QImage.Format.Format_RGB32)
        self.p = QPainter(self.image)
        self.p.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.family = family
        self.pen(INK, 1.5)

    def pen(self, colour: str, width: float = 1.5, dashed: bool = False) -> None:
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        self.p.setPen(QPen(QColor(colour), width, style))

    def sky(self, top: str = "#e8eef2", bottom: str = "#fbfaf7") -> None:
        a, b = QColor(top), QColor(bottom)
        for k in range(16):
            t = k / 15
            mix = [
                round(u + (v - u) * t) for u, v in zip(a.getRgb()[:3], b.getRgb()[:3], strict=True)
            ]
            self.p.fillRect(QRectF(0, H / 16 * k, W, H / 16 + 1), QColor(*mix))

    def box(self, x: float, y: float, w: float, h: float, fill: str, r: float = 0.0) -> None:
        self.p.setBrush(QColor(fill))
        self.p.drawRoundedRect(QRectF(x, y, w, h), r, r)

    def disc(self, x: float, y: float, r: float, fill: str) -> None:
        self.p.setBrush(QColor(fill))
        self.p.drawEllipse(QPointF(x, y), r, r)

    def shape(self, points: list[tuple[float, float]], fill: str) -> None:
        self.p.setBrush(QColor(fill))
        self.p.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.p.drawLine(QPointF(x0, y0), QPointF(x1, y1))

    def text(self, x: float, y: float, words: str, size: int = 18, colour: str = INK) -> None:
        font = QFont(self.family)
        font.setPixelSize(size)
        self.p.setFont(font)
        self.p.setPen(QColor(colour))
        self.p.drawText(QPointF(x, y), words)
        self.pen(INK, 1.5)

    def triangle(self, x: float, y: float, s: float = 9.0) -> None:
        """The red mark of a rescue opening."""
        self.pen(RED, 1)
        self.shape([(x - s, y + s * 0.8), (x + s, y + s * 0.8), (x, y - s)], RED)
        self.pen(INK, 1.5)

    def title(self, zh: str, en: str) -> None:
        self.pen("#ffffff", 0)
        self.box(0, H - 54, W, 54, "#30363b")
        self.text(22, H - 20, f"{zh}  {en}", 20, "#ffffff")
        self.text(W - 236, H - 20, "示意图 ILLUSTRATION", 18, "#f2c14e")
