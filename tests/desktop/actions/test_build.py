"""Qt's actions and menus follow the rows, the window and the language."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.actions.action import Action, Now
from desktop.actions.build import Actions, plain
from desktop.actions.table import ACTIONS
from desktop.dialogs.command_palette import rank
from desktop.support.i18n import text_in
from desktop.support.look import Look
from plans.errors import NotFound, PlansError


class Window:
    """Remembers what it was asked to do."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def __getattr__(self, name: str) -> object:
        return lambda *arguments: self.asked.append((name, *arguments))

    def recent_binders(self) -> list[Path]:
        return [Path("/x/一 & 二.binder"), Path("/y/b.binder")]

    def find(self) -> None:
        raise NotFound(what="x")

    def show_trouble(self, error: PlansError) -> None:
        self.asked.append(error.code)


@pytest.fixture
def doer() -> Window:
    return Window()


@pytest.fixture
def actions(window: QWidget, doer: Window) -> Actions:
    return Actions(window, doer)  # type: ignore[arg-type]


@pytest.mark.usefixtures("actions")
def test_every_row_is_an_action_of_the_window(window: QWidget) -> None:
    assert {action.objectName() for action in window.actions()} == {row.id for row in ACTIONS}


def test_doing(actions: Actions, doer: Window) -> None:
    actions.do("file.open")
    actions.do("view.fit")  # disabled: no binder
    actions.refresh(Now(has_binder=True))
    actions.do("view.fit")
    assert doer.asked == [("open_binder",), ("fit",)]


def test_trouble_goes_the_one_road(actions: Actions, doer: Window) -> None:
    actions.refresh(Now(has_binder=True))
    actions.do("go.find")
    assert doer.asked == ["not_found"]


def test_keys_reach_the_window(
    actions: Actions, doer: Window, window: QWidget, qtbot: QtBot
) -> None:
    actions.refresh(Now(has_binder=True, can_go_up=True))
    window.activateWindow()
    window.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_PageUp)
    qtbot.keyClick(window, Qt.Key.Key_S)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert doer.asked == [("floor_up",), ("show_site",), ("back",)]


def test_checked_follows_the_window(actions: Actions) -> None:
    actions.refresh(Now(on_floor=True, ghost=True, dark=True))
    assert actions["view.ghost"].isChecked()
    assert actions["view.theme"].isChecked()
    actions.refresh(Now())
    assert not actions["view.ghost"].isChecked()


def test_menus_hold_every_action_once(actions: Actions, window: QWidget) -> None:
    bar = QMenuBar(window)
    actions.fill(bar)
    menus = [top.menu() for top in bar.actions()]
    held = [a.data() for menu in menus for a in menu.actions() if isinstance(a.data(), str)]
    assert sorted(held) == sorted(row.id for row in ACTIONS)
    assert [menu.title() for menu in menus] == ["&File", "&Edit", "&View", "&Go", "&Help"]


def test_language_reaches_menus_and_tips(
    actions: Actions, window: QWidget, look: Look, qtbot: QtBot
) -> None:
    menu = actions.menu("go", window)
    look.switch_language()
    qtbot.waitUntil(lambda: menu.title() == "前往(&G)")
    assert actions["go.site"].text() == "总平面"
    assert actions["go.site"].toolTip() == "总平面  S"


def test_commands_hold_both_languages(actions: Actions) -> None:
    command = next(c for c in actions.commands() if c.action is actions["go.site"])
    assert command.words == ("总平面", "Site")


def test_help_gets_every_key(actions: Actions) -> None:
    held = {text for group in actions.key_groups() for text, _, _ in group.keys}
    assert held == {plain(row.text) for row in ACTIONS if row.keys}


def test_first_key_is_shown(actions: Actions) -> None:
    assert actions["go.find"].shortcut() == QKeySequence("Ctrl+K")


def first_of(actions: Actions, query: str) -> list[str]:
    """Ids the palette would show for a query, best first."""
    found = [(rank(command, query), command.action.objectName()) for command in actions.commands()]
    return [id_ for points, id_ in sorted(found, key=lambda pair: -pair[0]) if points]


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_every_action_is_found_by_its_names(actions: Actions, row: Action) -> None:
    chinese, english = (plain(text_in(language, "actions", row.text)) for language in ("zh", "en"))
    close = row.pinyin.replace(" ", "")
    for query in (chinese, english, english.upper(), row.pinyin, close):
        assert first_of(actions, query)[0] == row.id, query
    initials = "".join(syllable[0] for syllable in row.pinyin.split())
    assert row.id in first_of(actions, initials)[:6]
    for also in row.also:
        word, _, reading = also.partition("|")
        for query in (word, reading, reading.replace(" ", "")):
            assert not query or row.id in first_of(actions, query)[:6], query


@pytest.mark.parametrize(
    ("query", "id_"),
    [
        ("theme", "view.theme"),
        ("dark", "view.theme"),
        ("深色", "view.theme"),
        ("zhuti", "view.theme"),
        ("language", "view.language"),
        ("yuyan", "view.language"),
        ("yy", "view.language"),
        ("print", "file.print"),
        ("dayin", "file.print"),
        ("pdf", "file.pdf"),
        ("export", "file.pdf"),
        ("options", "file.settings"),
        ("map", "go.site"),
        ("search", "go.find"),
        ("roster", "go.people"),
        ("zhiban", "go.people"),
        ("missing", "go.gaps"),
        ("wzd", "go.gaps"),
        ("shortcuts", "help.keys_and_words"),
        ("rotate", "view.north"),
    ],
)
def test_other_words_people_type(actions: Actions, query: str, id_: str) -> None:
    assert first_of(actions, query)[0] == id_
