"""The left panel: the section with its floors, the site button under it; or the buildings."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.docks.buildings import Buildings
from desktop.docks.section import SectionView
from desktop.support.theme import Theme
from desktop.widgets.styled import on_plane, typeset


class SectionPanel(QFrame):
    """Section of the open building, or the list of buildings while none is open."""

    site_asked = Signal()

    def __init__(self, theme: Theme, steps: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_plane(self, "surface")
        self.section = on_plane(SectionView(theme, self), "surface")
        self.buildings = Buildings(theme, self)
        self._title = typeset(QLabel(self), "tiny", tone="dim")
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.section)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the section in it has the focus
        self._scroll = scroll
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.buildings)
        self._stack.addWidget(scroll)
        self._foot = QWidget(self)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(8, 4, 8, 8)
        row.setSpacing(4)
        for action in steps:
            button = QToolButton(self._foot)
            button.setDefaultAction(action)
            button.setIconSize(QSize(20, 20))
            button.setMinimumSize(36, 36)
            button.setAccessibleName(action.text().replace("&", ""))
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(4)
        self._title.setContentsMargins(14, 0, 8, 0)
        column.addWidget(self._title)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        self.show_section(False)

    def show_section(self, shown: bool) -> None:
        """The section, or the buildings."""
        self._stack.setCurrentWidget(self._scroll if shown else self.buildings)
        self._foot.setVisible(shown)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the window's language."""
        section = self._stack.currentWidget() is self._scroll
        self._title.setText(
            self.tr("Section · heights to scale") if section else self.tr("Buildings")
        )
        self.section.retranslate()
        self.buildings.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self.section.set_theme(theme)
        self.buildings.set_theme(theme)
