"""Long work, told in a corner of the window: what is done, how far it is, a way to stop it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.support.tasks import Task
from desktop.support.wording import word
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.styled import of_kind, typeset

_APPEARS_AFTER_MS: Final = 400
_WIDTH_PX: Final = 380


class ProgressPanel(QFrame):
    """Lies over the window's lower right corner, so everything else stays live.

    It comes only if the work takes a while, and goes with it.
    """

    def __init__(self, task: Task, title: str, language: str, over: QWidget) -> None:
        super().__init__(over)
        self.hide()
        self.setProperty("frame", "popup")
        self._over, self._task, self._language = over, task, language
        self._step = typeset(ElidedLabel("", self), tone="dim")
        self._count = typeset(QLabel(self), "tiny", tone="dim")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._cancel = of_kind(QPushButton(self.tr("Cancel"), self), "quiet")
        self._cancel.clicked.connect(self._stop)
        line = QHBoxLayout()
        line.addWidget(self._step, 1)
        line.addWidget(self._count)
        line.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        column.addWidget(typeset(ElidedLabel(title, self), "lead"))
        column.addWidget(self._bar)
        column.addLayout(line)
        task.progressed.connect(self._show_progress)
        task.ended.connect(self._end)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._appear)
        self._wait.start(_APPEARS_AFTER_MS)
        over.installEventFilter(self)

    def _appear(self) -> None:
        self.show()
        self._place()

    def _place(self) -> None:
        height = self.sizeHint().height()
        x, y = self._over.width() - _WIDTH_PX - 16, self._over.height() - height - 16
        self.setGeometry(max(0, x), max(0, y), min(_WIDTH_PX, self._over.width()), height)
        self.raise_()

    def _show_progress(self, done: int, total: int, step: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(f"{done:,} / {total:,}" if total else "")
        if step and not self._task.is_stopping:
            code = step if step.startswith("step.") else f"step.{step}"
            self._step.setText(word(code, self._language))

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self._step.setText(self.tr("Stopping..."))
        self._task.cancel()

    def _end(self) -> None:
        self._wait.stop()
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
