"""The three panels side by side: how wide they are, for the window and the size of its text."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.support.theme import Sizes, Theme
from desktop.support.window_state import WindowState
from desktop.widgets.splitter import Splitter

PANELS_PX = (232, 660, 388)
"""Of a window as it opens first, at text of 100 %."""
LEAST_PX = (180, 0, 330)
MOST_SHARE = (0.2, 1.0, 0.38)
"""How much of the window a side panel may claim, so that the plan keeps the most."""


class Panels(Splitter):
    """Section, plan and card; the side panels grow with the text as far as the plan allows."""

    def __init__(
        self,
        parts: tuple[QWidget, QWidget, QWidget],
        state: WindowState,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__("panels", state, parent)
        self._percent = _percent(theme)
        self._parts = parts
        for part in parts:
            self.addWidget(part)
        self.setStretchFactor(1, 1)

    def set_theme(self, theme: Theme) -> None:
        """Follow the size of the theme's text: side panels keep the words they had room for."""
        before, self._percent = self._percent, _percent(theme)
        self._set_least()
        if self._percent != before:
            self.setSizes(self._shared(self.sizes(), self._percent / before))

    def lay_out(self) -> None:
        """As the user left it, else as at the first start."""
        self.resize(self.window().width(), self.height())  # it may not have been shown yet
        self.restore(self._shared(list(PANELS_PX), self._percent / 100))

    def _shared(self, sizes: list[int], factor: float) -> list[int]:
        """Side panels grown by a factor, within their share; the plan has the rest."""
        width = self.window().width()
        left, right = (
            min(round(sizes[at] * factor), max(round(width * MOST_SHARE[at]), PANELS_PX[at]))
            for at in (0, 2)
        )
        return [left, max(width - left - right, 1), right]

    def _set_least(self) -> None:
        for at in (0, 2):
            least = round(LEAST_PX[at] * self._percent / 100)
            most = max(LEAST_PX[at], round(self.window().width() * MOST_SHARE[at]))
            self._parts[at].setMinimumWidth(min(least, most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_least()
        super().resizeEvent(event)
        if not self._state.sizes(self.objectName()):
            self.setSizes(self._shared(list(PANELS_PX), self._percent / 100))


def _percent(theme: Theme) -> int:
    return round(100 * theme.sizes.title / Sizes().title)
