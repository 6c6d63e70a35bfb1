"""Tests of the records of a draft being made."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.binder import Binder
from plans.importing.ledger import Ledger
from plans.model.building import Building, Name
from plans.model.catalog import Catalog
from plans.model.floor import Floor
from plans.model.ids import BuildingId, FloorId


@pytest.fixture
def ledger(binder: Binder, catalog: Catalog) -> Ledger:
    return Ledger(binder, catalog, Path("f.csv"), 4.0)


BUILDING = Building(id=BuildingId("b1"), name="示例楼", code="S-1", names=(Name("Sample House"),))


def test_equal_records_are_counted_and_left(ledger: Ledger) -> None:
    ledger.put(BUILDING, BUILDING)
    assert ledger.records == {}
    assert ledger.counts == {"same": 1}


def test_new_records_are_found_again(ledger: Ledger) -> None:
    ledger.put(BUILDING)
    ledger.put(BUILDING)
    assert ledger.counts == {"building": 1}
    for word in ("S-1", "s 1", "示例楼", "sample house"):
        assert ledger.building_named(word) == BUILDING
    assert ledger.building_named("") is None
    assert ledger.building_named("别的楼") is None


def test_floors_of_the_draft_are_seen(ledger: Ledger) -> None:
    ledger.put(BUILDING)
    floor = Floor(
        id=FloorId("f1"), building_id=BUILDING.id, label="1F", level=0, elevation_m=0, height_m=4
    )
    ledger.put(floor)
    assert ledger.floors(BUILDING.id) == [floor]


def test_questions_are_asked_once(ledger: Ledger) -> None:
    ledger.ask("assumed_height", "4")
    ledger.ask("assumed_height", "4")
    assert len(ledger.questions) == 1


def test_the_first_positions_make_the_map(ledger: Ledger) -> None:
    first = ledger.frame([(1.0, 2.0), (3.0, 2.0)])
    assert (first.lon, first.lat) == (2.0, 2.0)
    assert ledger.frame([(50.0, 50.0)]) == first
    assert ledger.draft([]).origin == (2.0, 2.0)
