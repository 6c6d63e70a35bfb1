"""Without a binder the window says what to do first and offers it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.application import Application
from desktop.window.main import MainWindow


@pytest.fixture
def empty(application: Application, stocked: Path, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A window without a binder; one lately opened is there, one is gone."""
    application.state.keep_binder(str(tmp_path / "gone.binder"))
    application.state.keep_binder(str(stocked))
    made = application.open_window()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_it_goes_with_a_binder_and_comes_back(empty: MainWindow, stocked: Path) -> None:
    assert empty.welcome.isVisible()
    assert not empty.left.isVisible()
    assert empty.opening.open(stocked)
    assert not empty.welcome.isVisible()
    assert empty.left.isVisible()
    empty.actions_.do("file.close")
    assert empty.welcome.isVisible()


def test_what_is_offered_is_an_action(
    empty: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [button.text() for button in empty.welcome.buttons]
    assert texts == ["Open binder…", "New binder…", "Sample district"]
    path = tmp_path / "made"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    empty.welcome.buttons[1].click()
    assert empty.desk.open.path == path.with_name("made.binder")


def test_recent_binders(empty: MainWindow, stocked: Path) -> None:
    there, gone = empty.welcome.rows
    assert (there.path, there.is_there, gone.is_there) == (stocked, True, False)
    assert any("Not there" in label.text() for label in gone.findChildren(QLabel))
    assert "Not there" in gone.accessibleName()
    there.click()
    assert empty.desk.open.path == stocked


def test_searching_says_what_comes_first(empty: MainWindow) -> None:
    empty.actions_.do("go.find")
    assert any("first" in label.text() for label in empty.welcome.findChildren(QLabel))
    assert empty.welcome.rows[0].hasFocus()


def test_it_speaks_both_languages_and_fits(empty: MainWindow, qtbot: QtBot) -> None:
    empty.settings.set("text_scale", 150)
    for language in ("zh", "en"):
        empty.settings.set("language", language)
        empty.resize(900, 560)
        qtbot.waitUntil(
            lambda: all(
                button.width() >= button.sizeHint().width() for button in empty.welcome.buttons
            )
        )
        page = empty.welcome.widget()
        for part in (*empty.welcome.buttons, *empty.welcome.rows):
            assert page.rect().contains(part.geometry().translated(part.parentWidget().pos()))
    assert "Open" in empty.welcome.buttons[0].text()
