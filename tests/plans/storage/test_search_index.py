"""What a building answers to, and the numbers that put the best first."""

from __future__ import annotations

import msgspec

from plans.model.building import Name, NameKind
from plans.model.fact import Fact
from plans.storage.search_index import FIELDS, entries, is_indexed_alike


def test_fields_of_a_building(make) -> None:
    names = (
        Name("Sample", NameKind.ENGLISH),
        Name("老店", NameKind.OLD),
        Name("别", NameKind.ALIAS),
    )
    building = make.building(
        "示例", names=names, address="长路1号", address_en="1 Long", code="A-1"
    )
    found = {entry.field: entry for entry in entries(building)}
    assert set(found) == set(FIELDS)
    assert found["pinyin"].plain == "shili"
    assert found["initials"].plain == "sl"
    assert found["code"].plain == "a1"
    assert {"示", "shili", "sl", "sample", "laodian", "ld", "changlu1hao", "a"} <= set(
        found["every"].tokens
    )
    assert found["every"].plain == ""


def test_a_latin_name_has_no_sound_of_its_own(make) -> None:
    assert [entry.field for entry in entries(make.building("Sample"))] == ["name", "every"]


def test_a_nameless_building_has_no_words(make) -> None:
    assert [entry.tokens for entry in entries(make.building("·"))] == [()]


def test_only_what_is_searched_renews_the_index(make) -> None:
    building = make.building()
    replace = msgspec.structs.replace
    assert is_indexed_alike(building, replace(building, facts=(Fact(key="a", value=1),)))
    assert is_indexed_alike(building, replace(building, placing=None, use="hotel"))
    for changed in (
        replace(building, name="x"),
        replace(building, code="x"),
        replace(building, address="x"),
        replace(building, address_en="x"),
        replace(building, names=(Name("x"),)),
    ):
        assert not is_indexed_alike(building, changed)
