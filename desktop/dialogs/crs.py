"""Asks for the coordinate system of a file that names none: those of the place first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.styled import of_kind, on_plane, typeset


@dataclass(frozen=True, slots=True)
class Crs:
    """A coordinate system: its code (`EPSG:4546`), name, and whether it covers the place."""

    code: str
    name: str
    is_here: bool = False


class CrsDialog(QDialog):
    """A list to search by code or name; `chosen` is a code, `none` for a sketch, "" turned back.

    Nothing is chosen beforehand: a guess would put every hydrant somewhere else.
    """

    def __init__(
        self,
        text: str,
        systems: Sequence[Crs],
        parent: QWidget | None = None,
        *,
        can_be_sketch: bool = False,
    ) -> None:
        super().__init__(parent)
        on_plane(self, "surface")
        self.setWindowTitle(self.tr("Which coordinate system?"))
        self.chosen = ""
        said = QLabel(text, self)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        self.search = of_kind(QLineEdit(self), "search")
        self.search.setPlaceholderText(self.tr("Search by code or name: 4546, CGCS2000, UTM"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.textChanged.connect(self._filter)
        self.list = QListWidget(self)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Coordinate systems"))
        for system in sorted(systems, key=lambda one: not one.is_here):
            item = QListWidgetItem(f"{system.code}  {system.name}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, system.code)
        self.list.itemSelectionChanged.connect(self._show_state)
        self.list.itemActivated.connect(lambda _: self.accept())
        hint = self.tr("Those that cover this place come first. The sender of the file knows it.")
        note = typeset(QLabel(hint, self), tone="dim")
        note.setWordWrap(True)
        self.sketch = QCheckBox(self.tr("A sketch without a place: keep it, do not draw it"), self)
        self.sketch.setVisible(can_be_sketch)
        self.sketch.toggled.connect(self._show_state)
        cancel = of_kind(QPushButton(self.tr("Leave it out"), self), "quiet")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.go = of_kind(QPushButton(self.tr("Import"), self), "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        for part in (said, self.search, self.list, note, self.sketch):
            column.addWidget(part)
        column.addLayout(buttons)
        self.resize(560, 480)
        self._show_state()

    def accept(self) -> None:
        chosen = self._current()
        if chosen:
            self.chosen = chosen
            super().accept()

    def _current(self) -> str:
        if self.sketch.isChecked():
            return "none"
        items = [item for item in self.list.selectedItems() if not item.isHidden()]
        return str(items[0].data(Qt.ItemDataRole.UserRole)) if items else ""

    def _filter(self, wanted: str) -> None:
        words = wanted.casefold().split()
        for at in range(self.list.count()):
            item = self.list.item(at)
            item.setHidden(not all(word in item.text().casefold() for word in words))
        self._show_state()

    def _show_state(self) -> None:
        self.list.setEnabled(not self.sketch.isChecked())
        self.search.setEnabled(not self.sketch.isChecked())
        self.go.setEnabled(bool(self._current()))
