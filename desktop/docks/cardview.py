"""The card in a window: it scrolls where it must, and says how much lies below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QWidget

from desktop.docks.card import Card
from desktop.support.icons import icon
from desktop.support.theme import Theme
from desktop.widgets.styled import of_kind, on_plane

KEPT_PX = 40
"""How much of what was seen is seen again after a page down."""


class CardView(QScrollArea):
    """Gives the card its room; a chip at the lower edge counts what is not in sight."""

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        on_plane(self.viewport(), "surface")
        self.setWidget(card)
        card.setAutoFillBackground(False)  # setWidget switches it on
        self.more = of_kind(QToolButton(self), "chip")
        self.more.setIcon(icon("chevron-down"))
        self.more.setIconSize(QSize(14, 14))
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.clicked.connect(self._page_down)
        self.more.hide()
        card.arranged.connect(self._tell)
        self.verticalScrollBar().valueChanged.connect(self._tell)
        self.verticalScrollBar().rangeChanged.connect(self._tell)

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self._card.set_theme(theme)
        self.more.setFixedHeight(theme.sizes.body * 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._card.set_room(self.height())
        self._tell()

    def _page_down(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.viewport().height() - KEPT_PX)

    def _tell(self, *_range: int) -> None:
        """Count the facts below the lower edge, on a strip of their own under the card."""
        scrolls = self._card.minimumHeight() > self.height()
        strip = self.more.height() + 4 if scrolls else 0
        if self.viewportMargins().bottom() != strip:
            self.setViewportMargins(0, 0, 0, strip)
        hidden = self._card.below(self.verticalScrollBar().value() + self.viewport().height())
        self.more.setVisible(scrolls and bool(hidden))
        self.more.setText(self.tr("%n more below", "", hidden))
        self.more.adjustSize()
        self.more.move((self.width() - self.more.width()) // 2, self.height() - strip + 2)
