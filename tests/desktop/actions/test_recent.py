"""Recent binders are listed when the menu opens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.actions.recent import RecentMenu


class Window:
    """A window that has opened some binders."""

    def __init__(self, *paths: str) -> None:
        self.paths = [Path(path) for path in paths]
        self.opened: list[Path] = []

    def recent_binders(self) -> list[Path]:
        return self.paths

    def open_recent(self, path: Path) -> None:
        self.opened.append(path)


def test_one_line_for_each(window: QWidget) -> None:
    doer = Window("/x/一 & 二.binder", "/y/b.binder")
    menu = RecentMenu(doer, window)  # type: ignore[arg-type]
    for _ in range(2):
        menu.aboutToShow.emit()
        assert [action.text() for action in menu.actions()] == ["一 && 二", "b"]
    menu.actions()[1].trigger()
    assert doer.opened == [Path("/y/b.binder")]


def test_none_yet_is_said(window: QWidget) -> None:
    menu = RecentMenu(Window(), window)  # type: ignore[arg-type]
    menu.aboutToShow.emit()
    assert [action.isEnabled() for action in menu.actions()] == [False]
    assert menu.actions()[0].text() == "None opened yet"
