"""Undo and redo in a worker, and an offer that stands until something else is the last change."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.window.main import MainWindow
from plans.errors import Conflict
from plans.model.change import added


def test_undo_and_redo_by_their_actions(main: MainWindow, make: Any, qtbot: QtBot) -> None:
    library = main.desk.open.library
    assert not main.actions_["edit.undo"].isEnabled()
    main.desk.open.drafting.commit(added("building.add", make.building("新楼")))
    action = main.actions_["edit.undo"]
    assert action.isEnabled()
    assert action.text() == "Undo: Add building"
    action.trigger()
    assert not action.isEnabled()  # until it is done
    qtbot.waitUntil(lambda: library.count() == 2 and main.actions_["edit.redo"].isEnabled())
    assert main.actions_["edit.redo"].text() == "Redo: Add building"
    main.actions_.do("edit.redo")
    qtbot.waitUntil(lambda: library.count() == 3 and action.isEnabled())


def test_the_offer_goes_with_the_next_change(main: MainWindow, make: Any) -> None:
    drafting = main.desk.open.drafting
    drafting.commit(added("import", make.building("一")))
    main.undoing.offer("One came in.")
    [notice] = [one for one in main.notices.standing if one.text == "One came in."]
    assert notice.stays
    drafting.commit(added("import", make.building("二")))
    assert "One came in." not in [one.text for one in main.notices.standing]


def test_trouble_is_said(
    main: MainWindow, make: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafting = main.desk.open.drafting
    drafting.commit(added("import", make.building("一")))

    def refuse(*_arguments: object) -> None:
        raise Conflict(id="x")

    monkeypatch.setattr(drafting, "write_step", refuse)
    main.undoing.undo()
    qtbot.waitUntil(lambda: any("Somebody else" in one.text for one in main.notices.standing))
    assert main.actions_["edit.undo"].isEnabled()
