"""Tests of which stations are near and who is on duty."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from plans.analysis.nearby import bearing_deg, stations_near
from plans.model.building import Building, Placing
from plans.model.ids import BuildingId, PersonId, ShiftId, StationId
from plans.model.station import Person, Shift, Station

NOW = dt.datetime(2026, 9, 2, 21)
GEOD = Geod(ellps="WGS84")
HERE = Building(id=BuildingId("b"), name="楼", placing=Placing(lon=113.6, lat=30.4))


def station(
    key: str, lon: float | None = None, lat: float | None = None, **more: object
) -> Station:
    return Station(id=StationId(key), kind="fire_station", name=key, lon=lon, lat=lat, **more)  # type: ignore[arg-type]


def test_nearest_first_with_distance_and_bearing() -> None:
    stations = [station("far", 113.7, 30.4), station("near", 113.6, 30.41), station("nowhere")]
    near = stations_near(HERE, stations, (), (), NOW)
    assert [one.station.name for one in near] == ["near", "far"]
    assert near[0].straight_line_m == pytest.approx(1109, rel=0.005)
    assert near[0].bearing_deg == pytest.approx(0, abs=0.01)
    assert near[1].bearing_deg == pytest.approx(90, abs=0.1)
    assert [one.station.name for one in stations_near(HERE, stations, (), (), NOW, 1)] == ["near"]


def test_a_station_in_the_building_needs_no_position() -> None:
    inside = station("inside", building_id=HERE.id)
    near = stations_near(HERE, [station("near", 113.6, 30.41), inside], (), (), NOW)
    assert (near[0].station.name, near[0].straight_line_m) == ("inside", 0.0)


def test_without_a_placing_only_its_own_stations_are_known() -> None:
    unplaced = Building(id=BuildingId("b"), name="楼")
    inside = station("inside", building_id=unplaced.id)
    assert [one.station.name for one in stations_near(
        unplaced, [station("x", 113.6, 30.4), inside], (), (), NOW
    )] == ["inside"]  # fmt: skip


def test_who_is_on_duty_in_which_post_until_when() -> None:
    one = station("one", 113.6, 30.41)
    people = [
        Person(id=PersonId(name), name=name, post="firefighter") for name in ("甲", "乙", "丙")
    ]

    def shift(name: str, starts_at: dt.datetime, post: str = "") -> Shift:
        return Shift(
            id=ShiftId(name), station_id=one.id, person_id=PersonId(name), post=post,
            starts_at=starts_at, hours=24, every_days=3,
        )  # fmt: skip

    shifts = [
        shift("甲", dt.datetime(2026, 8, 30, 8), "squad_leader"),  # and again 2 September
        shift("乙", dt.datetime(2026, 8, 31, 8)),
        shift("丙", dt.datetime(2026, 9, 2, 8)),
        shift("gone", dt.datetime(2026, 9, 2, 8)),
    ]
    [near] = stations_near(HERE, [one], people, shifts, NOW)
    assert [(duty.person.name, duty.post) for duty in near.on_duty] == [
        ("甲", "squad_leader"), ("丙", "firefighter"),
    ]  # fmt: skip
    assert {duty.until for duty in near.on_duty} == {dt.datetime(2026, 9, 3, 8)}


@given(st.floats(-179, 179), st.floats(-80, 80), st.floats(0, 359), st.floats(10, 50_000))
def test_bearings_agree_with_the_ellipsoid(
    lon: float, lat: float, bearing: float, metres: float
) -> None:
    lon2, lat2, _ = GEOD.fwd(lon, lat, bearing, metres)
    off = abs(bearing_deg(lon, lat, lon2, lat2) - bearing)
    assert min(off, 360 - off) < 0.5
