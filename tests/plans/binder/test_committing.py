"""One road for every change: transaction, then memory, then history, then events."""

from __future__ import annotations

import msgspec
import pytest

from plans.binder import Binder
from plans.errors import Conflict
from plans.events import BuildingsChanged, Event, HistoryChanged
from plans.model.change import added, change
from tests.conftest import Make


def test_memory_and_history_are_ahead_of_the_events(binder: Binder, make: Make) -> None:
    building = make.building()
    seen: list[tuple[str, str | None]] = []

    def hear(_event: BuildingsChanged) -> None:
        seen.append((binder.library.building(building.id).name, binder.drafting.history.undo_label))

    binder.events.subscribe(BuildingsChanged, hear)
    binder.drafting.commit(added("building.add", building))
    assert seen == [(building.name, "building.add")]


def test_a_refused_change_happens_nowhere(any_binder: Binder, make: Make) -> None:
    building = make.building()
    any_binder.drafting.commit(added("building.add", building))
    told: list[Event] = []
    any_binder.events.subscribe(BuildingsChanged, told.append)
    any_binder.events.subscribe(HistoryChanged, told.append)
    stale = msgspec.structs.replace(building, name="旧")
    wrong = change("building.describe", {building.id: (stale, building)})
    with pytest.raises(Conflict):
        any_binder.drafting.commit(wrong)
    assert told == []
    assert any_binder.drafting.history.undo_label == "building.add"
    assert any_binder.library.building(building.id) == building


def test_an_empty_change_is_no_step(binder: Binder, make: Make) -> None:
    building = make.building()
    binder.drafting.commit(change("building.describe", {building.id: (building, building)}))
    assert binder.drafting.history.undo_label is None
    assert not binder.drafting.undo()
