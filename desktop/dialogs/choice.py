"""A question with a few answers, each with a line that says what it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.support.icons import icon
from desktop.widgets.styled import of_kind, on_plane, typeset

_WIDTH_PX = 560


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its key for the program, its text, and what it means."""

    key: str
    text: str
    meaning: str = ""


class ChoiceDialog(QDialog):
    """Asks for one of some answers; `chosen` is "" when the user turned back.

    Nothing is chosen beforehand without a `first`: then the button waits for a choice. `same` is
    the text of a tick that applies the answer to what follows, "" for none; see `for_all`.
    """

    def __init__(
        self,
        title: str,
        text: str,
        answers: Sequence[Answer],
        parent: QWidget | None,
        *,
        first: str = "",
        go: str = "",
        same: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        on_plane(self, "surface")
        mark = QLabel(self)
        mark.setPixmap(icon("help").pixmap(QSize(32, 32)))
        asked = QLabel(text, self)
        asked.setWordWrap(True)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        rows = QVBoxLayout()
        rows.setSpacing(8)
        for answer in answers:
            rows.addLayout(self._row(answer))
        self._same = QCheckBox(same, self)
        self._same.setVisible(bool(same))
        self.go = of_kind(QPushButton(go or self.tr("Import"), self), "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self.accept)
        self.back = of_kind(QPushButton(self.tr("Cancel"), self), "quiet")
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._same)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.go)
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 24, 24, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(mark, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(typeset(QLabel(title, self), "title"), 0, 1)
        grid.addWidget(asked, 1, 1)
        grid.setRowMinimumHeight(2, 4)
        grid.addLayout(rows, 3, 1)
        grid.setRowMinimumHeight(4, 8)
        grid.addLayout(foot, 5, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self._choose(first)
        width = max(_WIDTH_PX, grid.minimumSize().width())
        self.setMinimumWidth(width)
        self.resize(width, grid.heightForWidth(width))

    @property
    def chosen(self) -> str:
        """The key of the answer; "" when the user turned back."""
        if self.result() != QDialog.DialogCode.Accepted:
            return ""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    @property
    def for_all(self) -> bool:
        """Whether the answer is to serve for what follows too."""
        return self._same.isChecked()

    def _row(self, answer: Answer) -> QVBoxLayout:
        button = QRadioButton(answer.text.replace("&", "&&"), self)
        button.setAccessibleDescription(answer.meaning)
        button.toggled.connect(self._ready)
        self._group.addButton(button)
        self.buttons[answer.key] = button
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(button)
        if answer.meaning:
            meaning = typeset(QLabel(answer.meaning, self), tone="dim")
            meaning.setWordWrap(True)
            meaning.setTextFormat(Qt.TextFormat.PlainText)
            meaning.setIndent(30)
            column.addWidget(meaning)
        return column

    def _choose(self, first: str) -> None:
        if first in self.buttons:
            self.buttons[first].setChecked(True)
            self.buttons[first].setFocus()
        else:
            next(iter(self.buttons.values())).setFocus()
        self._ready()

    def _ready(self) -> None:
        if hasattr(self, "go"):
            self.go.setEnabled(self._group.checkedButton() is not None)
