"""Who is on duty at a moment, by station."""

from __future__ import annotations

import datetime as dt

from plans.binder import Binder
from plans.model.appliance import Appliance
from plans.model.change import added
from plans.model.ids import ApplianceId, new_id


def test_on_duty(any_binder: Binder, make) -> None:
    first, second = make.station("一站"), make.station("二站")
    a, b, c = make.person(first, "甲"), make.person(first, "乙"), make.person(second, "丙")
    start = dt.datetime(2026, 3, 1, 8, 0)
    day = dt.timedelta(days=1)
    shifts = [
        make.shift(a, start, every_days=3),
        make.shift(b, start - day * 2, every_days=3),
        make.shift(c, start, hours=12.0),
    ]
    any_binder.drafting.commit(added("x", first, second, a, b, c, *shifts))
    on_duty = any_binder.rosters.on_duty
    assert on_duty(start) == {first.id: [(a, shifts[0])], second.id: [(c, shifts[2])]}
    assert on_duty(start + day) == {first.id: [(b, shifts[1])]}
    assert on_duty(start + day * 3) == {first.id: [(a, shifts[0])]}
    assert on_duty(start - dt.timedelta(seconds=1)) == {}


def test_everything_comes_oldest_first(any_binder: Binder, make) -> None:
    station = make.station()
    persons = [make.person(station, name) for name in "乙甲丙"]
    engine = Appliance(id=ApplianceId(new_id()), station_id=station.id, name="示例1号车")
    shift = make.shift(persons[0], dt.datetime(2026, 1, 1))
    any_binder.drafting.commit(added("x", engine, shift, *reversed(persons), station))
    assert any_binder.rosters.persons() == persons
    assert any_binder.rosters.stations() == [station]
    assert any_binder.rosters.appliances() == [engine]
    assert any_binder.rosters.shifts() == [shift]
