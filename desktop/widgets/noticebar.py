"""Notices as a short stack of bars above the canvas; they fade and never take the focus."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.support.icons import icon
from desktop.support.notices import Level, Notice, Notices
from desktop.widgets.styled import of_kind

STAYS_MS: Final = {
    Level.INFO: 4_000,
    Level.OK: 3_000,
    Level.WARN: 8_000,
    Level.DANGER: 0,  # stays until it is closed
}
_ICONS: Final = {
    Level.INFO: "info",
    Level.OK: "check",
    Level.WARN: "warning",
    Level.DANGER: "error",
}
_MOVES: Final = (
    QEvent.Type.Resize,
    QEvent.Type.Move,
    QEvent.Type.Show,
    QEvent.Type.Hide,
)
_FADE_MS: Final = 240
_WIDTH_PX: Final = 560


class NoticeBar(QWidget):
    """Lies over its parent, at the top in the middle, as tall as what stands; while the part
    `within` of the parent is visible, in the middle of that: it leaves the card readable."""

    def __init__(self, notices: Notices, over: QWidget, within: QWidget | None = None) -> None:
        super().__init__(over)
        self._over, self._within = over, within
        self._notices = notices
        self._strips: dict[str, _Strip] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        notices.shown.connect(self._show_notice)
        notices.gone.connect(self._drop_notice)
        for widget in (over, within):
            if widget is not None:
                widget.installEventFilter(self)
        self.hide()

    def _show_notice(self, notice: Notice) -> None:
        strip = self._strips.get(notice.text)
        if strip is None:
            strip = _Strip(self._notices, self)
            self._strips[notice.text] = strip
            self._column.addWidget(strip)
            strip.show()
        strip.show_notice(notice)
        self._place()

    def _drop_notice(self, notice: Notice) -> None:
        strip = self._strips.pop(notice.text, None)
        if strip is not None:
            self._column.removeWidget(strip)
            strip.hide()
            strip.deleteLater()
        self._place()

    def _place(self) -> None:
        over = QRect(QPoint(), self._over.size())
        if self._within is not None and self._within.isVisibleTo(self._over):
            over = QRect(self._within.mapTo(self._over, QPoint()), self._within.size())
        self.setVisible(bool(self._strips))
        width = min(_WIDTH_PX, over.width() - 32)
        height = self._column.heightForWidth(width)
        height = height if height > 0 else self._column.sizeHint().height()
        self.setGeometry(over.x() + (over.width() - width) // 2, over.y() + 12, width, height)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and watched in (self._over, self._within):
            self._place()
        return super().eventFilter(watched, event)


class _Strip(QFrame):
    """One notice: icon, text, its offer, a close button."""

    def __init__(self, notices: Notices, parent: QWidget) -> None:
        super().__init__(parent)
        self._notices = notices
        self._notice: Notice | None = None
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._offer = of_kind(QPushButton(self), "quiet")
        self._offer.clicked.connect(self._do_offer)
        self._close = QToolButton(self)
        self._close.setIcon(icon("close"))
        self._close.setIconSize(QSize(16, 16))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.clicked.connect(self._dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._offer)
        row.addWidget(self._close)
        self._opacity = QGraphicsOpacityEffect(self)
        self._opacity.setOpacity(1.0)
        self._opacity.setEnabled(False)
        self.setGraphicsEffect(self._opacity)
        self._fade = QPropertyAnimation(self._opacity, b"opacity", self)
        self._fade.setDuration(_FADE_MS)
        self._fade.setEndValue(0.0)
        self._fade.setEasingCurve(QEasingCurve.Type.InQuad)
        self._fade.finished.connect(self._dismiss)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.timeout.connect(self._start_fading)

    def show_notice(self, notice: Notice) -> None:
        """Show it, or show again that it happened once more."""
        self._notice = notice
        self._fade.stop()
        self._opacity.setEnabled(False)
        self._opacity.setOpacity(1.0)
        self.setProperty("notice", notice.level.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.setPixmap(icon(_ICONS[notice.level]).pixmap(QSize(18, 18)))
        times = f"  ×{notice.count}" if notice.count > 1 else ""
        self._text.setText(notice.text + times)
        self._offer.setVisible(notice.offer is not None)
        if notice.offer is not None:
            self._offer.setText(notice.offer.text)
        self.setAccessibleName(notice.text)
        stays_ms = 0 if notice.stays else STAYS_MS[notice.level]
        if stays_ms and notice.offer is not None:
            stays_ms *= 2  # time to reach for the button
        self._stay.stop()
        if stays_ms:
            self._stay.start(stays_ms)

    def _start_fading(self) -> None:
        focused = QApplication.focusWidget()
        pointed = self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        if pointed or (focused is not None and self.isAncestorOf(focused)):
            self._stay.start(1_000)
            return
        self._opacity.setEnabled(True)
        self._fade.start()

    def _do_offer(self) -> None:
        notice = self._notice
        self._dismiss()
        if notice is not None and notice.offer is not None:
            notice.offer.does()

    def _dismiss(self) -> None:
        if self._notice is not None:
            self._notices.dismiss(self._notice.text)
