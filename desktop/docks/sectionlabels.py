"""The column of floor names beside a section: as wide as they need, never most of it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from desktop.support import fonts

LEAST_PX = 46.0
_MOST_SHARE = 0.36
"""Names take no more of the width than this: models call floors `01 eerste verdieping`."""
_AROUND_PX = 14.0
_ALIGN = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def column_px(labels: Iterable[str], text_px: int, width_px: float) -> float:
    """How wide the column is, pointer included, in a section of that width."""
    metrics = QFontMetricsF(fonts.font(text_px))
    widest = max((metrics.horizontalAdvance(label) for label in labels), default=0.0)
    return max(LEAST_PX, min(widest + _AROUND_PX, width_px * _MOST_SHARE))


def draw_label(painter: QPainter, y: float, column: float, label: str) -> None:
    """A floor's name at that height, right-aligned in the column; a long one loses its end."""
    rect = QRectF(2, y - 8, column - 12, 16)
    metrics = QFontMetricsF(painter.font())
    fits = metrics.elidedText(label, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _ALIGN, fits)
