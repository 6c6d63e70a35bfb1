"""The buildings while none is open: the recent ones, then those nearest the middle of the map."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from desktop.docks.search import Hit, HitPainter, Hits
from desktop.support.theme import Theme
from desktop.widgets.styled import typeset


class Buildings(QWidget):
    """A list; a click or Enter opens."""

    building_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits = Hits(self)
        self._painter = HitPainter(theme, self)
        self._list = QListView(self)
        self._list.setModel(self._hits)
        self._list.setItemDelegate(self._painter)
        self._list.setMouseTracking(True)
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setStyleSheet("QListView { background: transparent; }")
        self._empty = typeset(QLabel(self), "body", tone="dim")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(14, 8, 14, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addWidget(self._list, 1)
        self._list.clicked.connect(self._choose)
        self._list.activated.connect(self._choose)
        self.retranslate()

    def show_hits(self, hits: list[Hit]) -> None:
        """Show these; an empty list says what to do."""
        self._hits.show(hits)
        self._empty.setVisible(not hits)
        self._list.setVisible(bool(hits))

    @property
    def hits(self) -> list[Hit]:
        """What the list shows."""
        return self._hits.hits

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self._painter.theme = theme
        self._list.doItemsLayout()  # rows are as tall as their text
        self._list.viewport().update()

    def retranslate(self) -> None:
        """Texts in the window's language."""
        self._empty.setText(
            self.tr(
                "This binder holds no buildings yet.\nImport a table of buildings (CSV) or a map"
                " (GeoJSON): File › Import files, or drop them here."
            )
        )
        self._list.setAccessibleName(self.tr("Buildings"))

    def _choose(self, index: QModelIndex) -> None:
        self.building_chosen.emit(self._hits.hits[index.row()].id)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self._list.setFocus(reason)
