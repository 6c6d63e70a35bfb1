"""Files dropped on the window: a binder is opened, anything else is imported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.window.opening import SUFFIX
from plans.importing.endings import ENDINGS


class Dropping(QObject):
    """Watches a window for drags of files it can take."""

    def __init__(
        self,
        window: QWidget,
        open_binder: Callable[[Path], object],
        bring: Callable[[list[Path]], object],
    ) -> None:
        super().__init__(window)
        self._open_binder, self._bring = open_binder, bring
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def drop(self, files: list[Path]) -> None:
        """What a drop of those files does."""
        binders = [path for path in files if path.suffix.lower() == SUFFIX]
        if binders:
            self._open_binder(binders[0])
        elif files:
            self._bring(files)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if usable(event):
                event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.drop(usable(event))
            return True
        return False


def usable(event: QDropEvent) -> list[Path]:
    """The dropped files and folders this program can do something with."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    known = (*ENDINGS, SUFFIX)
    return [path for path in paths if path.is_dir() or path.name.lower().endswith(known)]
