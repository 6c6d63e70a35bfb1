"""A building's name and address in a language."""

from __future__ import annotations

from plans.model.building import Building, Name, NameKind
from plans.model.ids import BuildingId


def test_english_name_and_address() -> None:
    names = (Name("旧楼", NameKind.OLD), Name("Sample House", NameKind.ENGLISH))
    house = Building(id=BuildingId("b"), name="示例楼", names=names, address="示例路1号")
    assert house.name_in("zh") == "示例楼"
    assert house.name_in("en") == "Sample House"
    assert house.address_in("en") == "示例路1号"


def test_without_an_english_name_the_chinese_stands() -> None:
    assert Building(id=BuildingId("b"), name="示例楼").name_in("en") == "示例楼"
