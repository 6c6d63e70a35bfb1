"""The window on the screen there is: never larger than it, never beyond its edge."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QMargins, QObject, QRect, QSize, QTimer
from PySide6.QtWidgets import QStyle, QWidget

LEAST, FIRST = QSize(900, 560), QSize(1440, 900)
"""The window's smallest size where the screen has room for it, and that of the first start."""


def fitted(wanted: QRect, available: QRect, frame: QMargins) -> QRect:
    """The part of the screen a window gets that wants to stand there, its frame not counted.

    What does not fit is made smaller, then moved inside; what fits stays where it is.
    """
    room = available.marginsRemoved(frame)
    size = wanted.size().boundedTo(room.size())
    x = min(max(wanted.x(), room.left()), room.right() + 1 - size.width())
    y = min(max(wanted.y(), room.top()), room.bottom() + 1 - size.height())
    return QRect(x, y, size.width(), size.height())


class Fitting(QObject):
    """Keeps a window on its screen: when asked, and once more when its frame is known."""

    def __init__(self, window: QWidget, least: QSize = LEAST) -> None:
        super().__init__(window)
        self._window, self._least = window, least
        self._given = QSize()
        window.installEventFilter(self)

    def place(self, kept: QByteArray | None = None) -> None:
        """Where `saveGeometry` says it stood, else at its first size."""
        if kept is None or not self._window.restoreGeometry(kept):
            self._window.resize(FIRST)
        self.fit()

    def fit(self) -> None:
        """Make it fit now; a full or maximized window is the screen's own business."""
        window = self._window
        if window.isFullScreen() or window.isMaximized():
            return
        available, frame = window.screen().availableGeometry(), self._frame()
        window.setMinimumSize(self._least.boundedTo(available.marginsRemoved(frame).size()))
        wanted = window.geometry()
        place = fitted(wanted, available, frame)
        if place != wanted:
            window.setGeometry(place)
        self._given = window.size()

    def _fit_frame(self) -> None:
        """The frame is known now; a size somebody gave it meanwhile is left alone."""
        if self._window.size() == self._given:
            self.fit()

    def _frame(self) -> QMargins:
        """What the window manager puts around it; before it is shown, a title's height above."""
        handle = self._window.windowHandle()
        if handle is not None and handle.isVisible():
            return handle.frameMargins()
        title = self._window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        return QMargins(0, title, 0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and watched is self._window:
            QTimer.singleShot(0, self, self._fit_frame)
        return super().eventFilter(watched, event)
