"""Tests of what a report says of a file."""

from __future__ import annotations

from shapely.geometry import Point

from plans.errors import InputError
from plans.importing.batch import FileReport
from plans.importing.draft import Draft, Unread
from plans.importing.parsed import Seen
from plans.importing.summary import grouped, summary
from plans.model.building import Building
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.ids import SITE, BuildingId, FeatureId, FloorId


def feature(at: int, kind: str, place: FloorId) -> Feature:
    return Feature(id=FeatureId(f"f{at}"), place=place, kind=kind, shape=Point(at, 0))


def test_floors_with_their_counts_and_what_stands_outside() -> None:
    house = Building(id=BuildingId("b"), name="样例楼")
    one, two = (
        Floor(id=FloorId(f"l{level}"), building_id=house.id, label=f"{level + 1}F", level=level,
              elevation_m=level * 4.0, height_m=4.0)
        for level in (0, 1)
    )  # fmt: skip
    kinds = (
        "room",
        "corridor",
        "door.double",
        "fire_door",
        "window",
        "wall",
        "stair.enclosed",
        "aed",
    )
    inside = [feature(at, kind, one.id) for at, kind in enumerate(kinds)]
    outside = [feature(90, "hydrant.private", SITE), feature(91, "tree", SITE)]
    draft = Draft(source="a", records=(house, two, one, *inside, *outside), counts={"building": 1})
    said = summary(FileReport(path="a.geojson", table="geojson", draft=draft, seconds=0.5))
    assert said["floors"] == [
        {"label": "1F", "level": 0, "elevation_m": 0.0, "spaces": 2, "doors": 2, "windows": 1,
         "walls": 1, "stairs": 1, "features": 8},
        {"label": "2F", "level": 1, "elevation_m": 4.0, "spaces": 0, "doors": 0, "windows": 0,
         "walls": 0, "stairs": 0, "features": 0},
    ]  # fmt: skip
    assert (said["buildings"], said["hydrants"], said["ok"]) == (1, 1, True)
    assert "stations" not in said
    assert "layers" not in said


def test_rows_that_were_rejected_have_their_numbers() -> None:
    unread = (
        Unread("row 3", "no_kind", "雪人"),
        Unread("sheet 消火栓, row 12", "coordinates", ""),
        Unread("row 5", "repaired", "", note=True),
        Unread("sheet 说明", "unknown_table", ""),
    )
    draft = Draft(source="a", unread=unread)
    said = summary(FileReport(path="a.csv", draft=draft, seen=Seen(rows_read=20)))
    assert said["rows_rejected"] == [
        {"row": 3, "reason": "no_kind", "text": "雪人"},
        {"row": 12, "reason": "coordinates", "text": ""},
    ]
    assert said["rows_read"] == 20


def test_a_file_that_failed() -> None:
    error = InputError("x.weird", reason="format", text=".weird")
    said = summary(FileReport(path="x.weird", error=error, seconds=0.1))
    assert said == {"file": "x.weird", "kind": "weird", "ok": False, "seconds": 0.1}


def test_troubles_of_one_reason_are_one_line() -> None:
    unread = [Unread("row 1", "a", "x"), Unread("row 2", "b"), Unread("row 3", "a", "y")]
    assert grouped(unread) == [("a", "row 1 x", 2), ("b", "row 2", 1)]
