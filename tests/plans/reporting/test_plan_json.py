"""Tests of a plan and a search as JSON."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from plans.analysis.completeness import completeness
from plans.analysis.nearby import Duty, Near
from plans.binder import Match
from plans.model.appliance import Appliance
from plans.model.building import Building, Name, NameKind, Placing
from plans.model.catalog import load_catalog
from plans.model.fact import Fact
from plans.model.floor import Floor
from plans.model.ids import ApplianceId, BuildingId, FloorId, PersonId, StationId
from plans.model.station import KitItem, Person, Station
from plans.reporting.plan_json import find_json, plan_json, shown_counts

TODAY = dt.date(2026, 9, 2)
CATALOG = load_catalog(Path(__file__).resolve().parents[3] / "assets" / "catalog")
BUILDING = Building(
    id=BuildingId("b"),
    name="示例楼",
    names=(Name("Sample House", NameKind.ENGLISH),),
    placing=Placing(lon=113.6, lat=30.4, rotation_deg=6.0),
    facts=(
        Fact(key="height_m", value=148.0, unit="m", source="图纸", verified_by="甲",
             verified_on=dt.date(2026, 8, 1)),
        Fact(key="aerial_sides", value=("north", "east")),
        Fact(key="floors_above", value=32, verified_by="甲", verified_on=dt.date(2020, 1, 1)),
    ),
)  # fmt: skip


def floor(label: str, level: int, typical: str = "") -> Floor:
    return Floor(
        id=FloorId(label), building_id=BUILDING.id, label=label, level=level,
        elevation_m=level * 4.0, height_m=4.0, typical=FloorId(typical) if typical else None,
    )  # fmt: skip


FLOORS = [floor("1F", 0), floor("2F", 1), floor("3F", 2, "2F")]
COUNTS = {
    FloorId("1F"): {"room": 2},
    FloorId("2F"): {"room": 5, "door": 3},
    FloorId("3F"): {"door": 1},
}
NEAR = Near(
    station=Station(id=StationId("s"), kind="fire_station", name="站", telephone="0000-1",
                    kit=(KitItem(item="hose_65", count=4, unit="item"),)),
    straight_line_m=1234.56,
    bearing_deg=89.99,
    on_duty=(Duty(person=Person(id=PersonId("p"), name="张三", telephone="0000-2"),
                  post="squad_leader", until=dt.datetime(2026, 9, 3, 8)),),
)  # fmt: skip
VEHICLES = [
    Appliance(id=ApplianceId("a"), name="登高车", station_id=StationId("s"), cls="aerial_platform"),
    Appliance(id=ApplianceId("b"), name="别站的车"),
]


def plan() -> dict[str, object]:
    complete = completeness(BUILDING, CATALOG, TODAY)
    made = plan_json(BUILDING, FLOORS, COUNTS, [NEAR], VEHICLES, complete, CATALOG, TODAY)
    through: dict[str, object] = json.loads(json.dumps(made, allow_nan=False))
    return through


def test_identity_and_position() -> None:
    made = plan()
    assert made["name"] == "示例楼"
    assert made["names"] == [{"text": "Sample House", "kind": "english"}]
    assert made["position"] == {
        "lon": 113.6, "lat": 30.4, "rotation_deg": 6.0, "source_datum": "wgs84",
    }  # fmt: skip


def test_facts_with_their_state() -> None:
    facts = plan()["facts"]
    assert isinstance(facts, list)
    assert facts[0] == {
        "key": "height_m", "value": 148.0, "unit": "m", "source": "图纸", "verified_by": "甲",
        "verified_on": "2026-08-01", "state": "verified",
    }  # fmt: skip
    assert [(fact["value"], fact["state"]) for fact in facts[1:]] == [
        (["north", "east"], "unverified"), (32, "stale"),
    ]  # fmt: skip


def test_completeness_names_what_is_missing() -> None:
    found = plan()["completeness"]
    assert isinstance(found, dict)
    assert 0 < found["score"] < 1
    assert "persons_peak" in found["missing"]
    assert found["stale"] == ["floors_above"]
    assert found["unverified"] == ["aerial_sides"]


def test_floors_count_what_they_show() -> None:
    floors = plan()["floors"]
    assert isinstance(floors, list)
    assert [one["features"] for one in floors] == [
        {"room": 2}, {"door": 3, "room": 5}, {"door": 4, "room": 5},
    ]  # fmt: skip
    assert floors[2]["typical"] == "2F"
    assert {"label", "level", "elevation_m", "height_m"} <= set(floors[0])
    assert shown_counts(FLOORS[0], {}) == {}


def test_stations_say_what_their_distance_is() -> None:
    stations = plan()["stations"]
    assert isinstance(stations, list)
    [one] = stations
    assert (one["distance_m"], one["distance_kind"]) == (1234.6, "straight_line")
    assert one["on_duty"] == [
        {"name": "张三", "post": "squad_leader", "telephone": "0000-2", "until": "2026-09-03T08:00"}
    ]
    assert [vehicle["name"] for vehicle in one["appliances"]] == ["登高车"]
    assert one["kit"] == [{"item": "hose_65", "count": 4, "unit": "item"}]


def test_a_building_without_a_position_has_none() -> None:
    bare = Building(id=BuildingId("b"), name="楼")
    complete = completeness(bare, CATALOG, TODAY)
    made = plan_json(bare, [], {}, [], [], complete, CATALOG, TODAY)
    assert (made["position"], made["floors"], made["stations"]) == (None, [], [])


def test_matches() -> None:
    match = Match(
        id=BuildingId("b"), name="示例楼", name_en="Sample House", address="一路",
        matched_by="pinyin", matched_text="shililou", score=0.87654321,
    )  # fmt: skip
    assert find_json([match]) == [
        {
            "id": "b", "name": "示例楼", "name_en": "Sample House", "address": "一路",
            "matched_by": "pinyin", "matched_text": "shililou", "score": 0.8765,
        }
    ]  # fmt: skip
    assert find_json([]) == []
