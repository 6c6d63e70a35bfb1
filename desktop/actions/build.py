"""Makes Qt's actions and menus of the rows and keeps them in step with the window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.actions.action import MENUS, Action, Doer, Now
from desktop.actions.recent import RecentMenu
from desktop.actions.table import ACTIONS
from desktop.dialogs.rows import Command, KeyGroup, bare
from desktop.support.i18n import text_in
from desktop.support.icons import icon
from desktop.support.wording import word
from plans.errors import PlansError

_CONTEXT = "actions"


def tr(text: str) -> str:
    """A row's text in the language of the window."""
    return QCoreApplication.translate(_CONTEXT, text) if text else ""


class Actions(QObject):
    """The window's actions by id; the widget they belong to is their parent."""

    def __init__(self, window: QWidget, doer: Doer, rows: Iterable[Action] = ACTIONS) -> None:
        super().__init__(window)
        self._doer = doer
        self._rows = {row.id: row for row in rows}
        self._now = Now()
        self._menus: list[tuple[str, QMenu]] = []
        self.by_id = {row.id: self._make(row, window) for row in self._rows.values()}
        window.addActions(list(self.by_id.values()))
        window.installEventFilter(self)
        self.retranslate()
        self.refresh(Now())

    def __getitem__(self, action_id: str) -> QAction:
        return self.by_id[action_id]

    def do(self, action_id: str) -> None:
        """Do it as the menu would; nothing happens while it is disabled."""
        self.by_id[action_id].trigger()

    def refresh(self, now: Now) -> None:
        """Enable and check every action by what the window shows."""
        self._now = now
        for row in self._rows.values():
            action = self.by_id[row.id]
            if row.about is not None:
                action.setText(self._text(row))
            action.setEnabled(row.enabled(now))
            if row.checked is not None:
                action.setChecked(row.checked(now))

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus on a menu bar."""
        for name, _ in MENUS:
            bar.addMenu(self.menu(name, bar))

    def menu(self, name: str, parent: QWidget) -> QMenu:
        """A menu of the rows that name it, with a line wherever the part changes."""
        menu = QMenu(parent)
        part = None
        for row in self._rows.values():
            if row.menu != name:
                continue
            if part is not None and row.part != part:
                menu.addSeparator()
            part = row.part
            menu.addAction(self.by_id[row.id])
            if row.id == "file.open":
                menu.addMenu(RecentMenu(self._doer, menu))
        self._menus.append((dict(MENUS)[name], menu))
        self.retranslate()
        return menu

    def commands(self) -> list[Command]:
        """The actions for the command palette, with the words that find them."""
        return [
            Command(
                action=self.by_id[row.id],
                words=(text_in("zh", _CONTEXT, row.text), text_in("en", _CONTEXT, row.text)),
                pinyin=row.pinyin,
                also=tuple(_word_and_reading(word) for word in row.also),
            )
            for row in self._rows.values()
        ]

    def key_groups(self) -> list[KeyGroup]:
        """The keys by menu, for the help."""
        return [
            KeyGroup(
                text=plain(tr(title)),
                keys=tuple(
                    (plain(tr(row.text)), tuple(shown_keys(row.keys)), row.pinyin)
                    for row in self._rows.values()
                    if row.menu == name and row.keys
                ),
            )
            for name, title in MENUS
        ]

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        for row in self._rows.values():
            action = self.by_id[row.id]
            action.setText(self._text(row))
            keys = " / ".join(shown_keys(row.keys[:1]))
            tip = tr(row.tip) or plain(tr(row.text))
            action.setToolTip(f"{tip}  {keys}" if keys else tip)
        for title, menu in self._menus:
            menu.setTitle(tr(title))

    def _text(self, row: Action) -> str:
        """The row's text, with what it would act on: `Undo: Import`."""
        about = row.about(self._now) if row.about is not None else ""
        if not about:
            return tr(row.text)
        of_what = QCoreApplication.translate("actions", "{action}: {what}")
        return of_what.format(action=tr(row.text), what=word(about, QLocale().name()[:2]))

    def _make(self, row: Action, window: QWidget) -> QAction:
        action = QAction(window)
        action.setObjectName(row.id)
        action.setData(row.id)
        if row.icon:
            action.setIcon(icon(row.icon))
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.setCheckable(row.checked is not None)
        action.triggered.connect(self._do_sent)
        return action

    def _do_sent(self) -> None:
        sent = self.sender()
        if isinstance(sent, QAction):
            self._run(self._rows[str(sent.data())])

    def _run(self, row: Action) -> None:
        try:
            row.does(self._doer)
        except PlansError as error:
            self._doer.show_trouble(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange and watched is self.parent():
            self.retranslate()
        return super().eventFilter(watched, event)


def _word_and_reading(also: str) -> tuple[str, str]:
    word, _, reading = also.partition("|")
    return word, reading


def plain(text: str) -> str:
    """A menu text without its mnemonic, Chinese `(&F)` too, and without trailing dots."""
    return bare(text).removesuffix("...").removesuffix("…")


def shown_keys(keys: Sequence[str]) -> list[str]:
    """Keys as the platform writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return [QKeySequence(key).toString(native) for key in keys]
