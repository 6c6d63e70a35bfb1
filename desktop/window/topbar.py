"""The bar at the top: menu, search, what is open, language, day and night, clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from desktop.actions.action import MENUS
from desktop.actions.build import Actions
from desktop.docks.search import SearchBox
from desktop.support.icons import icon
from desktop.support.theme import Theme
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.styled import of_kind, on_plane, typeset

ROOM_PX = 22
"""What the bar keeps above and below two lines of its text."""


class TopBar(QFrame):
    """One row; everything in it is an action too."""

    theme_asked = Signal()
    language_asked = Signal()

    def __init__(
        self, theme: Theme, now: Callable[[], dt.datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        on_plane(self, "bar")
        self._menu = self._button("menu")
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.setShortcut("F10")
        self.search = of_kind(SearchBox(theme, self), "search")
        self.search.setMinimumWidth(260)
        self.search.setMaximumWidth(560)
        self._title = typeset(ElidedLabel("", self), "body", tone="dim")
        self._title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._language = self._button("language")
        self._language.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._theme = self._button("night")
        self._clock = typeset(QLabel(self), "lead")
        self._clock.setMinimumWidth(48)
        self._clock.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(self._menu)
        row.addWidget(self.search, 3)
        row.addWidget(self._title, 2)
        row.addWidget(self._language)
        row.addWidget(self._theme)
        row.addWidget(self._clock)
        self._language.clicked.connect(self.language_asked)
        self._theme.clicked.connect(self.theme_asked)
        self._tick_timer = QTimer(self)
        self._tick_timer.setInterval(1000)
        self._tick_timer.timeout.connect(self._tick)
        self._tick_timer.start()
        self._tick()

    def fill_menu(self, actions: Actions) -> None:
        """Hang the menus of the action rows under the menu button."""
        menu = QMenu(self._menu)
        for name, _ in MENUS:
            menu.addMenu(actions.menu(name, menu))
        self._menu.setMenu(menu)

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme and its text size."""
        self.setFixedHeight(ROOM_PX + 2 * theme.sizes.lead)
        self.search.set_theme(theme)
        self._theme.setIcon(icon("day" if theme.dark else "night"))
        self.retranslate(self._language.text() == "EN")

    def set_title(self, text: str) -> None:
        """Name what is open."""
        self._title.setText(text)

    def retranslate(self, chinese: bool) -> None:
        """Texts in the window's language; the button names the other one."""
        self._language.setText("EN" if chinese else "中文")
        self._name(self._menu, self.tr("Menu (F10)"))
        self._name(
            self._language,
            self.tr("Switch to English") if chinese else self.tr("Switch to Chinese"),
        )
        self._name(self._theme, self.tr("Day or night"))
        self._clock.setAccessibleName(self.tr("Time"))
        self.search.retranslate()

    def _tick(self) -> None:
        self._clock.setText(self._now().strftime("%H:%M"))

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setIconSize(QSize(20, 20))
        button.setMinimumSize(34, 34)
        return button

    @staticmethod
    def _name(button: QToolButton, text: str) -> None:
        button.setToolTip(text)
        button.setAccessibleName(text)
