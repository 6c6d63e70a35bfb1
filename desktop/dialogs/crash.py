"""A fault of ours: say so, keep the program alive where it can, give what to send."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from desktop.support.crash import CrashGuard
from desktop.support.icons import icon
from desktop.widgets.styled import of_kind, on_plane, typeset


class CrashDialog(QDialog):
    """Not modal: the plan behind it can still be read."""

    quit_wanted = Signal()

    def __init__(self, report: str, log_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report, self._log_folder = report, log_folder
        self.setWindowTitle(self.tr("Something went wrong"))
        on_plane(self, "surface")
        mark = QLabel(self)
        mark.setPixmap(icon("error").pixmap(QSize(32, 32)))
        text = QLabel(
            self.tr("This is a fault of the program. Everything saved before is safe. You can go "
                    "on; if something looks wrong now, quit and start again."),
            self,
        )  # fmt: skip
        text.setWordWrap(True)
        details = QPlainTextEdit(report, self)
        details.setReadOnly(True)
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        details.setAccessibleName(self.tr("Details"))
        typeset(details, "tiny")
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 24, 24, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(mark, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(typeset(QLabel(self.windowTitle(), self), "title"), 0, 1)
        grid.addWidget(text, 1, 1)
        grid.addWidget(details, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for label, does in (
            (self.tr("Copy details"), self._copy),
            (self.tr("Open log folder"), self._open_log),
        ):
            button = of_kind(QPushButton(label, self), "quiet")
            button.setAutoDefault(False)
            button.clicked.connect(does)
            buttons.addWidget(button)
        buttons.addStretch(1)
        leave = of_kind(QPushButton(self.tr("Quit"), self), "danger")
        leave.setAutoDefault(False)
        leave.clicked.connect(self._quit)
        stay = of_kind(QPushButton(self.tr("Go on"), self), "primary")
        stay.setDefault(True)
        stay.clicked.connect(self.accept)
        buttons.addWidget(leave)
        buttons.addWidget(stay)
        grid.addLayout(buttons, 3, 0, 1, 2)
        self.resize(640, 400)
        stay.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_folder)))

    def _quit(self) -> None:
        self.accept()
        self.quit_wanted.emit()


class CrashWatch(QObject):
    """Shows a dialog for a fault, one at a time; the rest are in the log."""

    def __init__(self, guard: CrashGuard, log_folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._log_folder = log_folder
        self.dialog: CrashDialog | None = None
        guard.met.connect(self._show)

    def _show(self, report: str) -> None:
        if self.dialog is not None:
            return
        self.dialog = CrashDialog(report, self._log_folder, QApplication.activeWindow())
        self.dialog.finished.connect(self._closed)
        self.dialog.quit_wanted.connect(QApplication.quit)
        self.dialog.show()

    def _closed(self) -> None:
        self.dialog = None
