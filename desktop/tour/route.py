"""Where the tour goes: what a commander does first, by day and night, in both languages."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from desktop.application import Application, make_app
from desktop.support.settings import Settings
from desktop.support.window_state import WindowState
from desktop.tour.guide import Guide, Step

LARGE, SMALL = (1920, 1080), (1280, 720)
TOWER, PODIUM = "slgcaz", "示例百货"
"""Pinyin initials of the tower; the old name of the podium."""


def tour(binder: Path, folder: Path, scratch: Path, say: Callable[[str], None]) -> list[Step]:
    """Walk through the sample binder; pictures go to `folder`, settings stay in `scratch`."""
    app = make_app()
    application = Application(
        app, settings=Settings(scratch / "settings.ini"), state=WindowState(scratch / "state.ini")
    )
    application.settings.set("language", "zh")
    application.settings.set("theme", "day")
    start = time.perf_counter()
    window = application.open_window(binder)
    window.resize(*LARGE)
    guide = Guide(window, folder)
    guide.do("open", lambda: None)
    opened = guide.steps[-1]
    guide.steps[-1] = Step(
        name=opened.name,
        seconds=round(time.perf_counter() - start, 3),
        picture=opened.picture,
        language=opened.language,
        theme=opened.theme,
        size=opened.size,
    )
    _commander(guide)
    say("zh day")
    application.settings.set("theme", "night")
    _night(guide)
    say("zh night")
    application.settings.set("theme", "day")
    application.settings.set("language", "en")
    _english(guide)
    say("en day")
    window.resize(*SMALL)
    guide.do("small-card", lambda: guide.act("go.card"))
    application.settings.set("theme", "night")
    guide.do("small-floor", lambda: guide.act("go.first_floor"))
    guide.do("small-site", lambda: guide.act("go.site"))
    say("en night")
    window.close()
    application.tasks.stop()
    return guide.steps


def _commander(guide: Guide) -> None:
    window = guide.window
    guide.do("search", lambda: guide.type(TOWER))
    guide.do("find-and-open", lambda: guide.key(Qt.Key.Key_Return))
    guide.do("first-floor", lambda: guide.act("go.first_floor"))
    guide.do("typical-floor", lambda: _floor(guide, "7F"))
    guide.do("refuge-floor", lambda: _floor(guide, "11F"))
    guide.do("feature", lambda: guide.click_feature("lift.firefighting"))
    guide.do("step-back", lambda: guide.act("go.back"), shot=False)
    guide.do("site", lambda: guide.act("go.site"))
    guide.do("people", lambda: guide.act("go.people"))
    guide.do("gaps", lambda: window.right.show_tab("gaps"))
    guide.do("card", lambda: guide.act("go.card"), shot=False)
    guide.do("old-name", lambda: guide.type(PODIUM))
    guide.do("podium", lambda: guide.key(Qt.Key.Key_Return))
    guide.do("mall", lambda: guide.act("go.first_floor"))
    guide.do("legend", lambda: _with_legend(guide))
    guide.do("metro-level", lambda: _floor(guide, "B2"))
    guide.do("ghost", lambda: guide.act("view.ghost"))
    guide.do("ghost-off", lambda: guide.act("view.ghost"), shot=False)
    guide.do("legend-off", lambda: guide.act("view.legend"), shot=False)


def _night(guide: Guide) -> None:
    guide.do("mall", lambda: guide.act("go.first_floor"))
    guide.do("site", lambda: guide.act("go.site"))
    guide.do("search", lambda: guide.type("示列广场"))
    guide.do("search-away", lambda: guide.key(Qt.Key.Key_Escape), shot=False)


def _english(guide: Guide) -> None:
    guide.do("search", lambda: guide.type("tower a"))
    guide.do("tower", lambda: guide.key(Qt.Key.Key_Return))
    guide.do("typical-floor", lambda: _floor(guide, "12F"))
    guide.do("people", lambda: guide.act("go.people"))
    guide.do("card", lambda: guide.act("go.card"), shot=False)
    for action in ("help.keys_and_words", "file.settings", "help.commands"):
        guide.do(action.partition(".")[2], lambda name=action: guide.act(name), shot=False)  # type: ignore[misc]
        _picture_dialog(guide, action.partition(".")[2])


def _floor(guide: Guide, label: str) -> None:
    """Click a floor in the section."""
    section = guide.window.left.section
    floor = next(floor for floor in guide.window.desk.floors if floor.label == label)
    guide.click(section, section.floor_rect(floor.id).center().toPoint())


def _with_legend(guide: Guide) -> None:
    guide.act("view.legend")
    guide.act("view.fit")


def _picture_dialog(guide: Guide, name: str) -> None:
    """A picture of the dialog that is open, and close it."""
    dialogs = [
        w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()
    ]
    for dialog in dialogs:
        last = guide.steps[-1]
        guide.steps[-1] = Step(
            name=last.name,
            seconds=last.seconds,
            picture=guide.shot(name, dialog),
            language=last.language,
            theme=last.theme,
            size=f"{dialog.width()}x{dialog.height()}",
        )
        dialog.close()
    QApplication.processEvents()
