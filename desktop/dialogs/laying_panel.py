"""The steps of laying a page on a floor, one under the other: turn, crop, measure, place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.segmented import Segmented
from desktop.widgets.styled import Tone, of_kind, on_plane, rule, typeset

PANEL_PX = 320


class LayingPanel(QWidget):
    """Knows no page: it asks by signals and shows what it is told."""

    page_wanted = Signal(int)
    turned = Signal(float)
    framing = Signal(bool)
    changed = Signal()
    way_chosen = Signal()
    accepted = Signal()
    rejected = Signal()

    def __init__(self, floor: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_plane(self, "surface")
        self.setFixedWidth(PANEL_PX)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(8)
        self._add_pages()
        self._add_turning()
        self._add_measuring()
        self._add_placing()
        self._column.addStretch(1)
        self._add_outcome(floor)

    # ------------------------------------------------------------------ what the user says

    @property
    def length_m(self) -> float:
        """The length between A and B, metres; 0 while it is not given."""
        return self._length.value()

    @property
    def is_aligning(self) -> bool:
        """Whether two points of the floor settle the place."""
        return self._way.current == "align"

    def set_pages(self, page: int, pages: int) -> None:
        """Which page of how many is shown; one alone needs no choice."""
        self._number.blockSignals(True)
        self._number.setRange(1, pages)
        self._number.setValue(page)
        self._number.setSuffix(f" / {pages}")
        self._number.blockSignals(False)
        self._pages.setVisible(pages > 1)

    def forget_length(self) -> None:
        """Another page: its length is not known."""
        self._length.setValue(0.0)

    def cannot_crop(self) -> None:
        """A drawing that is there already is taken whole."""
        self._frame.hide()

    def set_framing(self, *, on: bool) -> None:
        """Whether the crop tool is in hand."""
        self._frame.setChecked(on)

    def ask_length(self) -> None:
        """The points are set: the length is wanted now."""
        self._length.setFocus()
        self._length.selectAll()

    def tell(self, size: str, state: str, tone: Tone, note: str, *, is_enough: bool) -> None:
        """The size of what would be laid, how sure it is, and what to do to place it."""
        self._size.setText(size)
        self._size.setVisible(bool(size))
        self._state.setText(state)
        typeset(self._state, tone=tone)
        self._note.setText(note)
        self._accept.setEnabled(is_enough)

    @property
    def can_accept(self) -> bool:
        """Whether enough is known."""
        return self._accept.isEnabled()

    # ------------------------------------------------------------------ how it is built

    def _add_pages(self) -> None:
        self._pages = QWidget(self)
        row = QHBoxLayout(self._pages)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(typeset(QLabel(self.tr("Page"), self._pages), "lead", strong=True))
        self._number = QSpinBox(self._pages)
        self._number.setAccessibleName(self.tr("Page"))
        self._number.setKeyboardTracking(False)
        self._number.valueChanged.connect(self.page_wanted)
        row.addWidget(self._number, 1)
        self._column.addWidget(self._pages)
        self._pages.hide()

    def _add_turning(self) -> None:
        self._step(self.tr("Turn and crop"), self.tr("Walls should run straight across."))
        row = QHBoxLayout()
        for text, name, degrees in (
            ("⟲ 90°", self.tr("Turn left"), 90.0),
            ("⟳ 90°", self.tr("Turn right"), -90.0),
        ):
            button = QPushButton(text, self)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, by=degrees: self.turned.emit(by))
            row.addWidget(button)
        self._frame = QPushButton(self.tr("Crop"), self)
        self._frame.setToolTip(self.tr("Drag a frame on the page round what is kept"))
        self._frame.setCheckable(True)
        self._frame.setAutoDefault(False)
        self._frame.clicked.connect(self.framing)
        row.addWidget(self._frame, 1)
        self._column.addLayout(row)
        self._column.addWidget(rule(self))

    def _add_measuring(self) -> None:
        self._step(
            self.tr("Measure"),
            self.tr("Click the ends A and B of a length you know: a dimension, a bay, a door."),
        )
        self._length = QDoubleSpinBox(self)
        self._length.setRange(0.0, 5_000.0)
        self._length.setDecimals(3)
        self._length.setSuffix(" m")
        self._length.setSpecialValueText(self.tr("Length between A and B"))
        self._length.setAccessibleName(self.tr("Length between A and B, metres"))
        self._length.valueChanged.connect(self.changed)
        self._column.addWidget(self._length)
        self._column.addWidget(rule(self))

    def _add_placing(self) -> None:
        self._step(self.tr("Place"), "")
        self._way = Segmented(("middle", "align"), self)
        self._way.set_text("middle", self.tr("Middle of the floor"))
        self._way.set_text("align", self.tr("By two points"))
        self._way.choose("middle")
        self._way.chosen.connect(self.way_chosen)
        self._column.addWidget(self._way)
        self._note = typeset(QLabel(self), tone="dim")
        self._note.setWordWrap(True)
        self._column.addWidget(self._note)

    def _add_outcome(self, floor: str) -> None:
        self._size = typeset(QLabel(self), "title", strong=True)
        self._state = typeset(QLabel(self), tone="dim")
        self._state.setWordWrap(True)
        self._column.addWidget(self._size)
        self._column.addWidget(self._state)
        self._accept = of_kind(QPushButton(self), "primary")
        self._accept.setText(self.tr("Lay on {floor}").format(floor=floor))
        self._accept.setDefault(True)
        self._accept.clicked.connect(self.accepted)
        cancel = of_kind(QPushButton(self.tr("Cancel"), self), "quiet")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.rejected)
        row = QHBoxLayout()
        row.addWidget(cancel)
        row.addWidget(self._accept, 1)
        self._column.addLayout(row)

    def _step(self, title: str, note: str) -> None:
        self._column.addWidget(typeset(QLabel(title, self), "lead", strong=True))
        if note:
            said = typeset(QLabel(note, self), tone="dim")
            said.setWordWrap(True)
            self._column.addWidget(said)
