"""A shortcut drawn as key caps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

_PAD_PX, _GAP_PX = 6, 3


class KeyHint(QWidget):
    """Caps for a native key text such as `Ctrl+Shift+P`."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caps = caps_of(keys)
        self.setProperty("type", "tiny")
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        widths = [self._width(cap) for cap in self._caps]
        height = self.fontMetrics().height() + 5
        return QSize(sum(widths) + _GAP_PX * max(0, len(widths) - 1) + 1, height)

    def _width(self, cap: str) -> int:
        metrics = self.fontMetrics()
        return max(metrics.horizontalAdvance(cap) + 2 * _PAD_PX, metrics.height() + 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole
        x = 0.5
        for cap in self._caps:
            width = self._width(cap)
            box = QRectF(x, 0.5, width - 1, self.height() - 1)
            painter.setPen(self.palette().color(role.Mid))
            painter.setBrush(self.palette().color(role.Base))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(self.palette().color(role.PlaceholderText))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
            x += width + _GAP_PX


def caps_of(keys: str) -> list[str]:
    """`Ctrl++` → `Ctrl`, `+`."""
    if keys.endswith("+"):
        return [*filter(None, keys[:-1].split("+")), "+"]
    return [cap for cap in keys.split("+") if cap]
