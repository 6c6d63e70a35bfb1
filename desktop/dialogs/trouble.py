"""A binder cannot be opened: what happened in one sentence, and the sensible offers."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.support.icons import icon
from desktop.support.wording import sentence
from desktop.widgets.styled import of_kind, on_plane, typeset
from plans.errors import (
    BinderDamaged,
    BinderLocked,
    BinderReadOnly,
    PlansError,
)


class Remedy(StrEnum):
    """What the user can choose; the window does it."""

    RETRY = "retry"
    READ_ONLY = "read_only"
    RESTORE = "restore"
    ANOTHER = "another"


_OFFERS: Final[dict[type[PlansError], tuple[Remedy, ...]]] = {
    BinderLocked: (Remedy.RETRY, Remedy.READ_ONLY, Remedy.ANOTHER),
    BinderReadOnly: (Remedy.READ_ONLY, Remedy.ANOTHER),
    BinderDamaged: (Remedy.RESTORE, Remedy.READ_ONLY, Remedy.ANOTHER),
}


def remedies(error: PlansError, *, has_backup: bool, can_read: bool = True) -> tuple[Remedy, ...]:
    """What makes sense for a trouble and can work, best first."""
    offered = _OFFERS.get(type(error), (Remedy.ANOTHER,))
    works = {Remedy.RESTORE: has_backup, Remedy.READ_ONLY: can_read}
    return tuple(remedy for remedy in offered if works.get(remedy, True))


class TroubleDialog(QDialog):
    """Asks for a choice; `chosen` is None when the user only closed it.

    `backup` names the last backup as the user would (its date), or is empty; `can_read` is
    whether the binder opens for reading.
    """

    def __init__(
        self,
        error: PlansError,
        language: str,
        parent: QWidget | None,
        backup: str = "",
        *,
        can_read: bool = True,
    ) -> None:
        super().__init__(parent)
        self.chosen: Remedy | None = None
        self.setWindowTitle(self.tr("The binder did not open"))
        on_plane(self, "surface")
        mark = QLabel(self)
        mark.setPixmap(icon("warning").pixmap(QSize(32, 32)))
        title = typeset(QLabel(self.windowTitle(), self), "title")
        text = QLabel("\n\n".join(self._told(error, language, backup)), self)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid = QGridLayout(self)
        grid.setSizeConstraint(QGridLayout.SizeConstraint.SetMinimumSize)
        grid.setContentsMargins(24, 24, 24, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(mark, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(title, 0, 1)
        grid.addWidget(text, 1, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowMinimumHeight(2, 8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        self.buttons: dict[Remedy, QPushButton] = {}
        for remedy in remedies(error, has_backup=bool(backup), can_read=can_read):
            button = QPushButton(self._text_of(remedy, backup), self)
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
        grid.addLayout(buttons, 3, 0, 1, 2)
        width = max(560, grid.minimumSize().width())
        self.setMinimumWidth(width)
        self.resize(width, grid.heightForWidth(width))
        first.setFocus()

    def _told(self, error: PlansError, language: str, backup: str) -> list[str]:
        """What happened; of a damaged binder also what was found to help."""
        said = [sentence(error, language)]
        if isinstance(error, BinderDamaged):
            found = self.tr(
                "A backup was found: {when}. Restoring keeps the damaged file beside it."
            )
            none = self.tr("No backup of it was found.")
            said.append(found.format(when=backup) if backup else none)
        return said

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
