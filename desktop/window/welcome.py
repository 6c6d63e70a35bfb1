"""What the window shows while no binder is open: what to do first, and what was open lately."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.actions.build import plain
from desktop.support.i18n import Retranslating
from desktop.support.icons import icon
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.styled import of_kind, on_plane, typeset

WIDTH_PX = 620


class Welcome(Retranslating, QScrollArea):
    """Buttons made of actions, the first of them the likeliest; then the recent binders."""

    binder_chosen = Signal(object)

    def __init__(
        self,
        actions: Sequence[QAction],
        recent: Callable[[], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._recent = recent
        self._asked = False
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = on_plane(QWidget(self), "surface")
        self._title = typeset(QLabel(page), "title")
        self._said = typeset(QLabel(page), "lead", tone="dim")
        self._hint = typeset(QLabel(page), "body", tone="dim")
        self._lately = typeset(QLabel(page), "body", strong=True)
        for label in (self._said, self._hint):
            label.setWordWrap(True)
        self.buttons = [self._button(action, page) for action in actions]
        of_kind(self.buttons[0], "primary")
        self.rows: list[RecentRow] = []
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._said)
        column.addSpacing(12)
        column.addLayout(row)
        column.addWidget(self._hint)
        column.addSpacing(20)
        column.addWidget(self._lately)
        column.addLayout(self._list)
        column.addStretch(3)
        middle = QWidget(page)
        middle.setLayout(column)
        middle.setMaximumWidth(WIDTH_PX)
        across = QHBoxLayout(page)
        across.setContentsMargins(32, 24, 32, 24)
        across.addStretch(1)
        across.addWidget(middle, 100)
        across.addStretch(1)
        self.setWidget(page)
        self.retranslate()

    def refresh(self) -> None:
        """Read the recent binders anew; those that are gone stay on the list and say so."""
        self._asked = False
        for old in self.rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [RecentRow(Path(path), self) for path in self._recent()]
        for row in self.rows:
            row.clicked.connect(self._choose)
            self._list.addWidget(row)
            row.show()
        self._lately.setVisible(bool(self.rows))
        self.retranslate()

    def ask_first(self) -> None:
        """Somebody wants to find a building: say why that must wait, and offer what comes first."""
        self._asked = True
        self.retranslate()
        first = next((row for row in self.rows if row.is_there), None)
        (first or self.buttons[0]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        self._title.setText(self.tr("No binder is open"))
        self._said.setText(
            self.tr("Buildings are found in a binder. Open one first, then search.")
            if self._asked
            else self.tr("A binder holds the pre-plans of a district in one file.")
        )
        self._hint.setText(self.tr("A .binder file can also be dropped here."))
        self._lately.setText(self.tr("Opened lately"))
        for button in self.buttons:
            self._name(button)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.buttons[0].setFocus()

    def _button(self, action: QAction, page: QWidget) -> QPushButton:
        button = QPushButton(page)
        button.setProperty("action", action)
        button.clicked.connect(action.trigger)
        action.changed.connect(self.retranslate)
        return button

    def _name(self, button: QPushButton) -> None:
        action = button.property("action")
        button.setText(f"{plain(action.text())}…" if "..." in action.text() else action.text())
        button.setToolTip(action.toolTip())

    def _choose(self) -> None:
        sent = self.sender()
        if isinstance(sent, RecentRow):
            self.binder_chosen.emit(sent.path)


class RecentRow(Retranslating, QPushButton):
    """A recent binder: its name, and where it lies or that it is gone."""

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.path, self.is_there = path, path.is_file()
        of_kind(self, "quiet")
        mark = QLabel(self)
        mark.setPixmap(icon("binder" if self.is_there else "missing").pixmap(QSize(18, 18)))
        self._name = typeset(ElidedLabel(path.stem, self), tone="" if self.is_there else "dim")
        middle = Qt.TextElideMode.ElideMiddle
        self._where = typeset(ElidedLabel("", self, middle), "tiny", tone="dim")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._name)
        texts.addWidget(self._where)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 5)
        row.setSpacing(10)
        row.addWidget(mark)
        row.addLayout(texts, 1)
        for part in (mark, self._name, self._where):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.retranslate()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def retranslate(self) -> None:
        folder = str(self.path.parent)
        self._where.setText(
            folder if self.is_there else self.tr("Not there any more: {path}").format(path=folder)
        )
        self.setAccessibleName(f"{self.path.stem}, {self._where.text()}")
