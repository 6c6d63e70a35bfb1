"""A binder cannot be opened: what happened in one sentence, and the sensible offers."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.support.icons import icon
from desktop.support.wording import sentence
from desktop.widgets.styled import of_kind, on_plane, typeset
from plans.binder import Rescue
from plans.errors import BinderDamaged, BinderLocked, BinderMissing, NotABinder, PlansError


class Remedy(StrEnum):
    """What the user can choose; the window does it."""

    RETRY = "retry"
    READ_ONLY = "read_only"
    RESTORE = "restore"
    ANOTHER = "another"


_COPY_HELPS: Final = (BinderDamaged, BinderMissing, NotABinder)


def remedies(
    error: PlansError, rescue: Rescue | None = None, *, read_only_failed: bool = False
) -> tuple[Remedy, ...]:
    """What can work for a trouble, best first; nothing is offered that was tried and failed."""
    offered = []
    if isinstance(error, _COPY_HELPS) and rescue is not None and rescue.backup is not None:
        offered.append(Remedy.RESTORE)
    if isinstance(error, BinderLocked):
        offered.append(Remedy.RETRY)
    reads = isinstance(error, BinderLocked) or (rescue is not None and rescue.reads)
    if reads and not read_only_failed:
        offered.append(Remedy.READ_ONLY)
    return (*offered, Remedy.ANOTHER)


class TroubleDialog(QDialog):
    """Asks for a choice; `chosen` is None when the user only closed it.

    `rescue` is what was found of the binder, None where nothing was looked for.
    """

    def __init__(
        self,
        error: PlansError,
        language: str,
        parent: QWidget | None,
        rescue: Rescue | None = None,
        *,
        read_only_failed: bool = False,
    ) -> None:
        super().__init__(parent)
        self.chosen: Remedy | None = None
        self.setWindowTitle(self.tr("The binder did not open"))
        on_plane(self, "surface")
        mark = QLabel(self)
        mark.setPixmap(icon("warning").pixmap(QSize(32, 32)))
        title = typeset(QLabel(self.windowTitle(), self), "title")
        text = QLabel(sentence(error, language), self)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        found = typeset(QLabel(self._found(error, rescue), self), tone="dim")
        found.setWordWrap(True)
        found.setTextFormat(Qt.TextFormat.PlainText)
        found.setVisible(bool(found.text()))
        grid = QGridLayout(self)
        grid.setSizeConstraint(QGridLayout.SizeConstraint.SetMinimumSize)
        grid.setContentsMargins(24, 24, 24, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(mark, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(title, 0, 1)
        grid.addWidget(text, 1, 1)
        grid.addWidget(found, 2, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowMinimumHeight(3, 8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        self.buttons: dict[Remedy, QPushButton] = {}
        made = _moment(rescue)
        for remedy in remedies(error, rescue, read_only_failed=read_only_failed):
            button = QPushButton(self._text_of(remedy, made), self)
            button.setProperty("remedy", remedy.value)
            button.clicked.connect(self._choose)
            self.buttons[remedy] = button
        close = of_kind(QPushButton(self.tr("Close"), self), "quiet")
        close.clicked.connect(self.reject)
        first = next(iter(self.buttons.values()))
        of_kind(first, "primary")
        first.setDefault(True)
        buttons.addWidget(close)
        for button in reversed(self.buttons.values()):
            buttons.addWidget(button)
        grid.addLayout(buttons, 4, 0, 1, 2)
        width = max(560, grid.minimumSize().width())
        self.setMinimumWidth(width)
        self.resize(width, grid.heightForWidth(width))
        first.setFocus()

    def _found(self, error: PlansError, rescue: Rescue | None) -> str:
        """What was found of the binder, a line each."""
        if rescue is None or not isinstance(error, _COPY_HELPS):
            return ""
        lines = []
        if rescue.spoiled:
            lines.append(self.tr("%n newer backup(s) cannot be used.", "", rescue.spoiled))
        if rescue.backup is not None:
            lines.append(
                self.tr("Backup of {when}, whole, buildings: {count}.").format(
                    when=_moment(rescue), count=rescue.buildings
                )
            )
            lines.append(self.tr("What was written after it is not in it."))
            if not isinstance(error, BinderMissing):
                lines.append(
                    self.tr("The damaged file stays in its folder, under a name with its date.")
                )
        elif not isinstance(error, BinderMissing) or rescue.spoiled:
            lines.append(
                self.tr("There is no backup that can be used in {folder}.").format(
                    folder=rescue.folder
                )
            )
        if isinstance(error, BinderDamaged) and rescue.reads:
            lines.append(self.tr("Its buildings can still be read."))
        return "\n".join(lines)

    def _text_of(self, remedy: Remedy, backup: str) -> str:
        return {
            Remedy.RETRY: self.tr("Try again"),
            Remedy.READ_ONLY: self.tr("Open read-only"),
            Remedy.RESTORE: self.tr("Restore backup of {when}").format(when=backup),
            Remedy.ANOTHER: self.tr("Choose another binder..."),
        }[remedy]

    def _choose(self) -> None:
        sent = self.sender()
        self.chosen = next((r for r, button in self.buttons.items() if button is sent), None)
        self.accept()


def _moment(rescue: Rescue | None) -> str:
    made = rescue.made if rescue is not None else None
    return "" if made is None else made.strftime("%Y-%m-%d %H:%M")
