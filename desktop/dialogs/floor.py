"""Which building and floor a drawing shows: chosen, or typed to make a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.styled import of_kind, on_plane, typeset


class FloorDialog(QDialog):
    """`buildings` are (id, name); `floors` gives a building's floor labels, highest first."""

    def __init__(
        self,
        text: str,
        buildings: Sequence[tuple[str, str]],
        floors: Callable[[str], Sequence[str]],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Where does the drawing belong?"))
        on_plane(self, "surface")
        self._floors = floors
        asked = QLabel(text, self)
        asked.setWordWrap(True)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        self.building = QComboBox(self)
        self.floor = QComboBox(self)
        for box in (self.building, self.floor):
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for building_id, name in buildings:
            self.building.addItem(name, building_id)
        completer = self.building.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Building"), self.building)
        form.addRow(self.tr("Floor"), self.floor)
        note = self.tr("A name or label that is not there yet makes a new one.")
        self._go = of_kind(QPushButton(self.tr("Import"), self), "primary")
        self._go.setDefault(True)
        self._go.clicked.connect(self.accept)
        back = of_kind(QPushButton(self.tr("Cancel"), self), "quiet")
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(back)
        foot.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(typeset(QLabel(self.windowTitle(), self), "title"))
        column.addWidget(asked)
        column.addLayout(form)
        column.addWidget(typeset(QLabel(note, self), tone="dim"))
        column.addSpacing(8)
        column.addLayout(foot)
        self.setMinimumWidth(480)
        self.building.editTextChanged.connect(self._fill_floors)
        self.floor.editTextChanged.connect(self._ready)
        self._fill_floors()

    @property
    def building_id(self) -> str:
        """The id of the building chosen; "" for a name that is not there yet."""
        at = self.building.findText(self.building_name, Qt.MatchFlag.MatchFixedString)
        return str(self.building.itemData(at)) if at >= 0 else ""

    @property
    def building_name(self) -> str:
        """The name that stands in the field."""
        return self.building.currentText().strip()

    @property
    def floor_label(self) -> str:
        """The label that stands in the field."""
        return self.floor.currentText().strip()

    def _fill_floors(self) -> None:
        known = self.building_id
        labels = list(self._floors(known)) if known else []
        typed = self.floor_label
        self.floor.clear()
        self.floor.addItems(labels)
        self.floor.setEditText(typed if typed in labels else "1F" if "1F" in labels else typed)
        self._ready()

    def _ready(self) -> None:
        self._go.setEnabled(bool(self.building_name and self.floor_label))
