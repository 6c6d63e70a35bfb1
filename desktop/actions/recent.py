"""The menu of binders opened lately, filled when it opens."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions.action import Doer
from desktop.support.i18n import Retranslating
from desktop.support.icons import icon
from plans.errors import PlansError


class RecentMenu(Retranslating, QMenu):
    """One line for each binder, its folder as the tip."""

    def __init__(self, doer: Doer, parent: QWidget) -> None:
        super().__init__(parent)
        self._doer = doer
        self.setIcon(icon("recent"))
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)
        self.triggered.connect(self._open)
        self.retranslate()

    def retranslate(self) -> None:
        self.setTitle(self.tr("Recent binders"))

    def _fill(self) -> None:
        self.clear()
        for path in self._doer.recent_binders():
            action = self.addAction(path.stem.replace("&", "&&"))
            action.setToolTip(str(path))
            action.setData(path)
        if self.isEmpty():
            self.addAction(self.tr("None opened yet")).setEnabled(False)

    def _open(self, action: QAction) -> None:
        try:
            self._doer.open_recent(action.data())
        except PlansError as error:
            self._doer.show_trouble(error)
