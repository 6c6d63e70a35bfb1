"""Tests of bringing buildings, facts and floors into a binder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plans.binder import Binder
from plans.importing.batch import FileReport
from plans.importing.draft import Draft
from plans.model.building import Building, NameKind
from plans.model.fact import fact_of, value_of
from plans.model.floor import Floor

Write = Callable[[str, object], Path]
Bring = Callable[..., list[FileReport]]
TABLE = (
    "编号,名称,英文名,地址,经度,纬度,坐标系,建筑高度\nS-1,示例广场,Sample Plaza,示例路1号,113.6,30.4,wgs84,148\n"
    "S-2,示例医院,,示例路2号,113.61,30.4,wgs84,\n"
)


def draft_of(reports: list[FileReport]) -> Draft:
    [report] = reports
    assert report.error is None
    assert report.draft is not None
    return report.draft


def only(binder: Binder, name: str = "示例广场") -> Building:
    return binder.library.building(
        next(row.id for row in binder.library.list() if row.name == name)
    )


def floors(binder: Binder) -> list[Floor]:
    return binder.library.floors(only(binder).id)


def test_new_buildings_come_in_and_set_the_map(binder: Binder, write: Write, bring: Bring) -> None:
    draft = draft_of(bring(write("b.csv", TABLE)))
    assert draft.counts == {"building": 2}
    assert binder.frame is not None
    assert (binder.frame.lon, binder.frame.lat) == pytest.approx((113.605, 30.4))
    plaza = only(binder)
    assert (plaza.code, plaza.address, value_of(plaza.facts, "height_m")) == (
        "S-1", "示例路1号", 148.0,
    )  # fmt: skip


def test_again_changes_nothing(binder: Binder, write: Write, bring: Bring) -> None:
    bring(write("b.csv", TABLE))
    before = only(binder)
    draft = draft_of(bring(write("b.csv", TABLE)))
    assert draft.counts == {"same": 2}
    assert draft.records == ()
    assert binder.library.count() == 2
    assert only(binder) == before


def test_a_changed_name_under_the_same_code_is_another_name(
    binder: Binder, write: Write, bring: Bring
) -> None:
    bring(write("b.csv", TABLE))
    bring(write("b2.csv", TABLE.replace("示例广场", "示例中心")))
    assert binder.library.count() == 2
    assert "示例中心" in [name.text for name in only(binder).names]
    assert [name.text for name in only(binder).names if name.kind is NameKind.ENGLISH] == [
        "Sample Plaza"
    ]


def test_same_name_elsewhere_is_another_building(
    binder: Binder, write: Write, bring: Bring
) -> None:
    bring(write("b.csv", "名称,地址\n示例小学,一路\n"))
    bring(write("b2.csv", "名称,地址\n示例小学,二路\n示例小学,一路\n"))
    assert binder.library.count() == 2


def test_facts_are_merged_and_verified_ones_stay(
    binder: Binder, write: Write, bring: Bring
) -> None:
    bring(write("b.csv", TABLE))
    head = "building_code,key,value,unit,source,verified_by,verified_on\n"
    bring(
        write("f.csv", head + "S-1,height_m,150,m,竣工图,甲,2026-08-01\nS-1,floors_above,32,,,,\n")
    )
    height = fact_of(only(binder).facts, "height_m")
    assert height is not None
    assert (height.value, height.verified_by, height.source) == (150.0, "甲", "竣工图")
    draft = draft_of(bring(write("f2.csv", head + "S-1,height_m,99,m,,,\nS-9,height_m,1,,,,\n")))
    assert [(one.reason, one.note) for one in draft.unread] == [
        ("kept_verified", True), ("no_such_building", False),
    ]  # fmt: skip
    assert value_of(only(binder).facts, "height_m") == 150.0
    bring(write("f3.csv", head + "示例广场,height_m,151,m,复测,乙,2026-09-01\n"))
    assert value_of(only(binder).facts, "height_m") == 151.0


FLOORS = (
    "building_code,label,level,elevation_m,height_m,use,typical,refuge\n"
    "S-1,3F,2,9.6,4.5,办公,2F,\nS-1,1F,0,0,5.1,大堂,,\nS-1,2F,1,5.1,4.5,办公,,是\nS-9,1F,0,0,4,,,\n"
)


def test_floors_with_typical_ones(binder: Binder, write: Write, bring: Bring) -> None:
    bring(write("b.csv", TABLE))
    draft = draft_of(bring(write("f.csv", FLOORS)))
    assert draft.counts == {"floor": 3}
    assert [(one.place, one.reason) for one in draft.unread] == [("row 5", "no_such_building")]
    first, second, third = floors(binder)
    assert [floor.label for floor in (first, second, third)] == ["1F", "2F", "3F"]
    assert third.typical == second.id
    assert second.refuge
    assert draft_of(bring(write("f.csv", FLOORS))).counts == {"same": 3}


def test_what_a_floor_does_not_say_is_assumed_and_asked(
    binder: Binder, write: Write, bring: Bring
) -> None:
    bring(write("b.csv", TABLE))
    draft = draft_of(
        bring(write("f.csv", "建筑,楼层,层高\nS-1,B1,\nS-1,首层,5\nS-1,2F,4.5\nS-1,屋面,\n"))
    )
    assert [(floor.label, floor.level, floor.elevation_m) for floor in floors(binder)] == [
        ("B1", -1, -4.0), ("首层", 0, 0.0), ("2F", 1, 5.0), ("屋面", 2, 9.5),
    ]  # fmt: skip
    assert {question.about for question in draft.questions} == {"assumed_height", "assumed_level"}


def test_a_typical_floor_that_is_not_there_is_noted(
    binder: Binder, write: Write, bring: Bring
) -> None:
    bring(write("b.csv", TABLE))
    draft = draft_of(
        bring(write("f.csv", "building,label,level,height_m,typical\nS-1,1F,0,4,7F\n"))
    )
    assert [(one.reason, one.note) for one in draft.unread] == [("no_such_floor", True)]
