"""A turn of duty covers its hours and comes again."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.model.ids import PersonId, ShiftId, StationId
from plans.model.station import Shift, Station

START = dt.datetime(2026, 9, 1, 8)


def shift(hours: float = 24, every_days: int = 0) -> Shift:
    return Shift(
        id=ShiftId("t"),
        station_id=StationId("s"),
        person_id=PersonId("p"),
        starts_at=START,
        hours=hours,
        every_days=every_days,
    )


@pytest.mark.parametrize(
    ("day", "hour", "covered"), [(1, 7, False), (1, 8, True), (2, 7, True), (2, 8, False)]
)
def test_a_single_turn(day: int, hour: int, covered: bool) -> None:
    assert shift().covers(dt.datetime(2026, 9, day, hour)) is covered


@given(st.floats(0.5, 24), st.integers(1, 7), st.datetimes(START, START + dt.timedelta(days=400)))
def test_a_turn_that_comes_again(hours: float, every: int, now: dt.datetime) -> None:
    one = shift(hours, every)
    again = now + dt.timedelta(days=every)
    assert one.covers(now) == one.covers(again)
    if one.covers(now):
        left = one.ends_at(now) - now
        assert dt.timedelta(0) < left <= dt.timedelta(hours=hours)


def test_station_name() -> None:
    assert Station(id=StationId("s"), kind="station", name="示例站").name_in("en") == "示例站"
