"""The right panel: the building's head, then card, people or gaps."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.docks.card import Card
from desktop.docks.cardview import CardView
from desktop.docks.gaps import Gaps
from desktop.docks.people import People
from desktop.support.theme import Theme
from desktop.widgets.segmented import Segmented
from desktop.widgets.styled import on_plane, typeset
from plans.analysis.completeness import Completeness
from plans.model.building import Building
from plans.model.catalog import Catalog

TABS = ("card", "people", "gaps")


class SidePanel(QFrame):
    """Shows one building; the window hands it everything."""

    tab_chosen = Signal(str)

    def __init__(self, catalog: Catalog, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_plane(self, "surface")
        self._catalog = catalog
        self._found: Completeness | None = None
        self._building: Building | None = None
        self._language = "zh"
        self.card = Card(catalog, theme)
        self.card_view = CardView(self.card, self)
        self.people = People(catalog, theme, self)
        self.gaps = Gaps(catalog, theme, self)
        self._name = typeset(QLabel(self), "title", strong=True)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._address = typeset(QLabel(self), "tiny", tone="dim")
        self._address.setTextFormat(Qt.TextFormat.PlainText)
        self._address.setWordWrap(True)
        self._tabs = Segmented(TABS, self)
        self._stack = QStackedWidget(self)
        for page in (self.card_view, self.people, self.gaps):
            self._stack.addWidget(page)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 6)
        row.addWidget(self._tabs)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 14, 8)
        column.setSpacing(1)
        column.addWidget(self._name)
        column.addWidget(self._address)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self._tabs.choose("card")
        self._tabs.chosen.connect(self.show_tab)

    @property
    def tab(self) -> str:
        """Which page shows."""
        return TABS[self._stack.currentIndex()]

    def show_tab(self, tab: str) -> None:
        """Card, people or gaps."""
        self._tabs.choose(tab)
        self._stack.setCurrentIndex(TABS.index(tab))
        self.tab_chosen.emit(tab)

    def show_building(
        self, building: Building, found: Completeness, language: str, today: dt.date
    ) -> None:
        """Show a building with how complete its plan is."""
        self._building, self._found, self._language = building, found, language
        self._name.setText(building.name_in(language))
        use = self._catalog.uses.get(building.use)
        revised = ""
        if building.revision:
            revised = self.tr("Revision {number}").format(number=building.revision)
            revised = f"{revised} {building.revised_on or ''}".strip()
        parts = [
            use.text_in(language) if use else "",
            building.code,
            revised,
        ]
        lines = [building.address_in(language), " · ".join(part for part in parts if part)]
        self._address.setText("\n".join(line for line in lines if line))
        self.card.show_building(building, language, today)
        self.gaps.show_completeness(found, language)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the window's language."""
        self._tabs.set_text("card", self.tr("Card"), self.tr("The first sixty seconds"))
        self._tabs.set_text("people", self.tr("People"), self.tr("Who is near and on duty now"))
        found = self._found
        if found is None:
            self._tabs.set_text("gaps", self.tr("Gaps"), self.tr("What the plan still lacks"))
            return
        gaps = len(found.missing) + len(found.stale) + len(found.unverified)
        complete = self.tr("Complete {percent} %").format(percent=f"{found.score * 100:.0f}")
        self._tabs.set_text("gaps", complete, self.tr("%n fact(s) to see to", "", gaps))

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        for page in (self.card_view, self.people, self.gaps):
            page.set_theme(theme)
        self.retranslate()  # buttons measure their text anew only when it is set
