"""A splitter that remembers where it stood."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.support.window_state import WindowState


class Splitter(QSplitter):
    """One-pixel handles; sizes come from and go to the window state under its name."""

    def __init__(
        self,
        name: str,
        state: WindowState,
        parent: QWidget | None = None,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
    ) -> None:
        super().__init__(orientation, parent)
        self._state = state
        self.setObjectName(name)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._keep)

    def restore(self, otherwise: list[int]) -> None:
        """Set the sizes remembered, or these; call once every part is in."""
        sizes = self._state.sizes(self.objectName())
        self.setSizes(sizes if len(sizes) == self.count() and all(sizes) else otherwise)

    def _keep(self) -> None:
        if all(self.sizes()):
            self._state.keep_sizes(self.objectName(), self.sizes())
