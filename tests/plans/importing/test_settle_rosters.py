"""Tests of bringing stations and their people into a binder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from plans.binder import Binder
from plans.importing.batch import FileReport
from plans.importing.draft import Draft
from plans.model.fact import value_of

Write = Callable[[str, object], Path]
Bring = Callable[..., list[FileReport]]
STATIONS = (
    "站名,编号,类型,经度,纬度,坐标系,电话,区域联防,所属总站,所在建筑,楼层\n"
    "东执勤点,W-2,微型消防站执勤点,,,,0000-2,一区,W-1,S-1,1F\n"
    "总站,W-1,微型消防站总站,113.6,30.4,wgs84,0000-1,一区,,,\n"
)
PERSONS = "姓名,岗位,电话,所属站点\n张三,班长,0000-3,W-1\n李四,消防员,,东执勤点\n王五,消防员,,W-9\n"
SHIFTS = (
    "站点,姓名,岗位,开始时间,时长,周期\nW-1,张三,,2026-09-01 08:00,24,3\nW-2,李四,,2026-09-01 20:00,12,1\n"
    "W-9,张三,,2026-09-01,24,3\nW-1,赵六,,2026-09-01,24,3\n"
)
VEHICLES = "车辆名称,车辆类型,呼号,所属站,支腿跨距\n登高车,登高平台消防车,01,总站,6\n"
KIT = "站点编号,器材,数量,单位\nW-1,水枪,2,把\nW-1,灭火器,8,具\nW-9,水枪,1,把\n"


@pytest.fixture
def files(write: Write) -> list[Path]:
    return [
        write("b.csv", "编号,名称,地址,经度,纬度,坐标系\nS-1,示例楼,一路,113.61,30.41,wgs84\n"),
        write("kit.csv", KIT),
        write("shifts.csv", SHIFTS),
        write("persons.csv", PERSONS),
        write("stations.csv", STATIONS),
        write("appliances.csv", VEHICLES),
    ]


def draft(reports: list[FileReport], name: str) -> Draft:
    report = next(report for report in reports if Path(report.path).name == name)
    assert report.draft is not None
    return report.draft


def test_rosters_come_in_in_the_order_they_need_each_other(
    binder: Binder, bring: Bring, files: list[Path]
) -> None:
    reports = bring(*files)
    assert [report.table for report in reports] == [
        "buildings", "stations", "persons", "shifts", "appliances", "kit",
    ]  # fmt: skip
    main, point = sorted(binder.rosters.stations(), key=lambda one: one.code)
    assert (main.kind, point.kind, point.parent_id) == ("micro_main", "micro_duty_point", main.id)
    assert (point.lon, point.lat, point.floor_label) == (113.61, 30.41, "1F")  # its building's
    assert [(item.item, item.count) for item in main.kit] == [
        ("hose_nozzle", 2),
        ("extinguisher", 8),
    ]
    people = {person.name: person for person in binder.rosters.persons()}
    assert people["李四"].station_id == point.id
    assert people["王五"].station_id is None
    now = dt.datetime(2026, 9, 4, 21)
    on_duty = binder.rosters.on_duty(now)
    assert [person.name for person, _ in on_duty[main.id]] == ["张三"]
    assert [shift.post for _, shift in on_duty[point.id]] == ["firefighter"]
    [vehicle] = binder.rosters.appliances()
    assert (vehicle.station_id, vehicle.cls) == (main.id, "aerial_platform")
    assert value_of(vehicle.facts, "jack_width_m") == 6.0


def test_what_points_nowhere_is_told(bring: Bring, files: list[Path]) -> None:
    reports = bring(*files)
    assert [(one.place, one.reason) for one in draft(reports, "shifts.csv").unread] == [
        ("row 4", "no_such_station"), ("row 5", "no_such_person"),
    ]  # fmt: skip
    assert [one.reason for one in draft(reports, "kit.csv").unread] == ["no_such_station"]
    [note] = draft(reports, "persons.csv").unread
    assert (note.place, note.reason, note.note) == ("row 4", "no_such_station", True)


def test_again_changes_nothing(binder: Binder, bring: Bring, files: list[Path]) -> None:
    bring(*files)
    before = (
        binder.rosters.stations(), binder.rosters.persons(), binder.rosters.shifts(),
        binder.rosters.appliances(),
    )  # fmt: skip
    reports = bring(*files)
    assert [report.draft.records for report in reports if report.draft] == [()] * 6
    assert before == (
        binder.rosters.stations(), binder.rosters.persons(), binder.rosters.shifts(),
        binder.rosters.appliances(),
    )  # fmt: skip


def test_a_new_telephone_replaces_the_old(
    binder: Binder, write: Write, bring: Bring, files: list[Path]
) -> None:
    bring(*files)
    bring(write("stations2.csv", "站名,编号,电话\n总站,W-1,0000-9\n"))
    main = next(one for one in binder.rosters.stations() if one.code == "W-1")
    assert (main.telephone, main.district, main.kind) == ("0000-9", "一区", "micro_main")
    assert len(main.kit) == 2
