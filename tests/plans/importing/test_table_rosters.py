"""Tests of rows of people, shifts, vehicles, kit and photos."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from plans.importing.asked import Asked, Limits, Reader
from plans.importing.columns import layout
from plans.importing.table import read_csv
from plans.importing.table_cells import BadRow, Cells
from plans.importing.table_rosters import (
    appliance_row,
    kit_row,
    person_row,
    photo_row,
    shift_row,
)
from plans.model.fact import Fact


def cells(reader: Reader, text: str, name: str = "t.csv") -> Cells:
    path = Path(name)
    sheet = read_csv(path, text.encode(), Limits())
    return Cells(sheet.rows[0], layout(path, sheet, Asked(path=name), reader), reader)


def test_a_person_by_one_name_or_two(reader: Reader) -> None:
    assert person_row(cells(reader, "姓名,岗位\n张三,班长\n")).name == "张三"
    both = cells(reader, "First Name,Last Name,Role\nSample,Person,driver\n")
    assert (person_row(both).name, person_row(both).post) == ("Sample Person", "driver")
    with pytest.raises(BadRow, match="no_name"):
        person_row(cells(reader, "姓名,岗位\n,班长\n"))


def test_a_shift_is_a_day_long_and_once_unless_it_says_so(reader: Reader) -> None:
    row = shift_row(cells(reader, "站点,姓名,开始时间\nW-1,张三,2026-09-01 8:00\n"))
    assert (row.starts_at, row.hours, row.every_days) == (dt.datetime(2026, 9, 1, 8), 24.0, 0)
    with pytest.raises(BadRow, match="bad_time"):
        shift_row(cells(reader, "站点,姓名,开始时间\nW-1,张三,明天\n"))


def test_a_vehicle_keeps_its_facts(reader: Reader) -> None:
    fact = Fact(key="crew", value=6)
    row = appliance_row(cells(reader, "车辆名称,车辆类型,呼号\n车,云梯消防车,02\n"), (fact,))
    assert (row.cls, row.call_sign, row.facts) == ("aerial_ladder", "02", (fact,))


def test_kit_needs_a_count(reader: Reader) -> None:
    row = kit_row(cells(reader, "站点,器材,数量,单位\nW-1,水枪,2 把,把\n"))
    assert (row.item.item, row.item.count) == ("hose_nozzle", 2)
    with pytest.raises(BadRow, match="not_a_number"):
        kit_row(cells(reader, "站点,器材,数量\nW-1,水枪,若干\n"))


def test_a_photo_may_show_a_kind(reader: Reader) -> None:
    text = "file,building_code,kind,label\na.png,S-1,控制室,\n"
    text = text.replace("控制室", reader.catalog.kinds["control_room"].zh)
    assert photo_row(cells(reader, text), reader.kind_words).kind == "control_room"
