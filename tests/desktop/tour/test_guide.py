"""The tour's hand: it types, clicks, waits, takes pictures and keeps the times."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.tour.guide import Guide


@pytest.fixture
def guide(application: Any, sample_binder: Path, tmp_path: Path, qtbot: QtBot) -> Guide:
    window = application.open_window(None)
    assert window.opening.open(sample_binder, read_only=True)
    window.resize(1280, 720)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made = Guide(window, tmp_path)
    made.rest()
    return made


def test_find_open_and_click(guide: Guide, tmp_path: Path) -> None:
    guide.do("search", lambda: guide.type("slgcaz"), shot=False)
    guide.do("open", lambda: guide.key(Qt.Key.Key_Return))
    guide.do("floor", lambda: guide.act("go.first_floor"), shot=False)
    guide.do("feature", lambda: guide.click_feature("lift.firefighting"), shot=False)
    assert guide.window.desk.selected is not None
    assert guide.window.desk.selected.kind == "lift.firefighting"
    step = guide.steps[1]
    assert step.picture == "01-open-en-day.png"
    assert (tmp_path / step.picture).stat().st_size > 10_000
    assert (step.language, step.theme, step.size) == ("en", "day", "1280x720")
    assert [one.picture for one in guide.steps].count("") == 3
    guide.click_feature("no such kind")


def test_chinese_is_typed_too(guide: Guide) -> None:
    guide.type("示列广场")
    assert guide.window.top.search.hits
