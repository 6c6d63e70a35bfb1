"""The line under a saved picture: building and floor at the left; scale and date at the right."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from desktop.support import fonts
from desktop.support.theme import Theme
from desktop.support.wording import word

BAND_PX = 38
LEAST_PX = (320, 240)
"""A picture smaller than this is a thumbnail and has no line under it."""
DOTS_PER_M = 3780
"""96 dots an inch: the resolution written into the file, at which its stated scale holds."""
_MARGIN_PX = 14.0


def band_px(width: int, height: int) -> int:
    """How much of a picture's height the line takes."""
    return BAND_PX if width >= LEAST_PX[0] and height >= LEAST_PX[1] else 0


def facts_line(px_per_m: float | None, date: dt.date, language: str, *, invented: bool) -> str:
    """`1:250 at 96 dpi · 2026-01-31`; a drawing without one scale (a section) states none."""
    parts = []
    if px_per_m:
        parts.append(word("shot.scale", language, n=f"{float(f'{DOTS_PER_M / px_per_m:.3g}'):g}"))
    parts.append(date.isoformat())
    if invented:
        parts.append(word("shot.invented", language))
    return " · ".join(parts)


def draw_caption(painter: QPainter, band: QRectF, title: str, facts: str, theme: Theme) -> None:
    """Fill the band; the title gives way where both do not fit."""
    chrome, sizes = theme.chrome, theme.sizes
    painter.fillRect(band, QColor(chrome.surface))
    painter.fillRect(QRectF(band.left(), band.top(), band.width(), 1), QColor(chrome.line_strong))
    inner = band.adjusted(_MARGIN_PX, 0, -_MARGIN_PX, 0)
    small, large = fonts.font(sizes.body), fonts.font(sizes.lead, strong=True)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(small)
    painter.setPen(QColor(chrome.text_dim))
    painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, facts)
    room = inner.width() - QFontMetricsF(small).horizontalAdvance(facts) - _MARGIN_PX
    shown = QFontMetricsF(large).elidedText(title, Qt.TextElideMode.ElideRight, room)
    painter.setFont(large)
    painter.setPen(QColor(chrome.text))
    painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, shown)
