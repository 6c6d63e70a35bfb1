"""A few choices side by side of which one holds: workspaces, settings, tabs without pages."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop.widgets.styled import of_kind


class Segmented(QFrame):
    """Buttons by key; `chosen(key)` follows a choice of the user, never `choose`."""

    chosen = Signal(str)

    def __init__(self, keys: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "segmented")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for key in keys:
            button = of_kind(QToolButton(self), "segment")
            button.setCheckable(True)
            button.setText(key)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.toggled.connect(self._move_tab_stop)
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(self._tell)

    @property
    def current(self) -> str:
        """The key that holds; empty when none does."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Let that key hold, without telling."""
        self._buttons[key].setChecked(True)

    def set_text(self, key: str, text: str, tip: str = "") -> None:
        """What a button says; its name for screen readers too."""
        button = self._buttons[key]
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip or text)

    def _move_tab_stop(self) -> None:
        """Tab reaches the button that holds; the arrow keys go on from there."""
        for button in self._buttons.values():
            stop = Qt.FocusPolicy.TabFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(stop)

    def _tell(self) -> None:
        self.chosen.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        keys = list(self._buttons)
        if step and self.current:
            button = self._buttons[keys[(keys.index(self.current) + step) % len(keys)]]
            button.setFocus()
            button.click()
            return
        super().keyPressEvent(event)
