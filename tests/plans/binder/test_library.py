"""Buildings by list, id, code, name, and nearness."""

from __future__ import annotations

import pytest

from plans.binder import Binder, BuildingRow
from plans.errors import Ambiguous, NotFound
from plans.geometry.placing import straight_line_m
from plans.model.building import Name, NameKind, Placing
from plans.model.change import added


def test_short_forms_in_the_order_they_came(any_binder: Binder, make) -> None:
    names = (Name("老店", NameKind.OLD), Name("Sample", NameKind.ENGLISH))
    first = make.building("乙", names=names, address="长路1号", address_en="1 Long", code="A1")
    second = make.building("甲", placing=None, use="hotel")
    any_binder.drafting.commit(added("x", first))
    any_binder.drafting.commit(added("x", second))
    rows = any_binder.library.list()
    assert rows[0] == BuildingRow(
        id=first.id,
        name="乙",
        name_en="Sample",
        address="长路1号",
        address_en="1 Long",
        code="A1",
        use="",
        lon=121.5,
        lat=31.2,
    )
    assert (rows[0].name_in("en"), rows[0].address_in("en")) == ("Sample", "1 Long")
    assert (rows[1].name_in("en"), rows[1].address_in("zh")) == ("甲", "")
    assert (rows[1].lon, rows[1].use) == (None, "hotel")
    assert any_binder.library.count() == 2
    ids = [second.id, first.id, make.building().id]
    assert [row.id for row in any_binder.library.rows(ids)] == ids[:2]


def test_floors_lowest_first(any_binder: Binder, make) -> None:
    building = make.building()
    floors = [make.floor(building, level) for level in (2, -1, 0)]
    any_binder.drafting.commit(added("x", building, *floors))
    assert [floor.label for floor in any_binder.library.floors(building.id)] == ["B1", "1F", "3F"]
    assert any_binder.library.floors(make.building().id) == []


def test_resolving(any_binder: Binder, make) -> None:
    first, second = make.building("示例广场", code="A1"), make.building("A1")
    any_binder.drafting.commit(added("x", first, second))
    resolve = any_binder.library.resolve
    assert resolve(second.id) == second.id
    assert resolve("A1") == first.id  # a code before a name
    assert resolve(" 示例广场 ") == first.id
    assert resolve("slgc") == first.id
    for text in ("", "无此建筑"):
        with pytest.raises(NotFound) as caught:
            resolve(text)
        assert caught.value.facts["what"] == text


def test_a_clue_that_fits_several_names_none_of_them(any_binder: Binder, make) -> None:
    first, second = make.building("示例广场A座", code="A1"), make.building("示例广场B座", code="B1")
    any_binder.drafting.commit(added("x", first, second, make.building("平安冷库")))
    resolve = any_binder.library.resolve
    with pytest.raises(Ambiguous) as caught:
        resolve("示例")
    assert [row.id for row in caught.value.candidates] == [first.id, second.id]
    assert caught.value.facts["count"] == 2
    assert resolve("示例广场B") == second.id


def test_two_of_the_same_name_are_told_apart_by_code(any_binder: Binder, make) -> None:
    first, second = make.building("示例", code="A1"), make.building("示例", code="B1")
    long = make.building("示例广场", code="C1")
    any_binder.drafting.commit(added("x", first, second, long))
    with pytest.raises(Ambiguous) as caught:
        any_binder.library.resolve("示例")
    assert [row.code for row in caught.value.candidates] == ["A1", "B1"]
    assert any_binder.library.resolve("B1") == second.id


def test_an_exact_english_name_is_enough(any_binder: Binder, make) -> None:
    first = make.building("甲", names=(Name("Sample Tower", NameKind.ENGLISH),))
    second = make.building("乙", names=(Name("Sample Tower East", NameKind.ENGLISH),))
    any_binder.drafting.commit(added("x", first, second))
    assert any_binder.library.resolve("sample tower") == first.id


def test_unknown_building(any_binder: Binder, make) -> None:
    with pytest.raises(NotFound):
        any_binder.library.building(make.building().id)


def test_the_nearest_first(any_binder: Binder, make) -> None:
    places = [(121.5, 31.2), (121.51, 31.2), (121.5, 31.205), (-179.99, 31.2), (179.99, 31.2)]
    buildings = [
        make.building(str(at), placing=Placing(lon=lon, lat=lat))
        for at, (lon, lat) in enumerate(places)
    ]
    any_binder.drafting.commit(added("x", *buildings, make.building("unplaced", placing=None)))
    near = any_binder.library.nearby(121.5, 31.2, limit=3)
    assert [row.name for row, _ in near] == ["0", "2", "1"]
    assert near[0][1] == 0.0
    assert near[2][1] == straight_line_m(121.5, 31.2, 121.51, 31.2)
    across = any_binder.library.nearby(-179.999, 31.2, limit=2)
    assert {row.name for row, _ in across} == {"3", "4"}  # over the date line
    assert len(any_binder.library.nearby(0, 0, limit=99)) == 5


def test_warming_up_changes_nothing(binder: Binder) -> None:
    binder.library.warm_up()
    assert binder.library.list() == []
