"""Tests of what property sets tell."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from plans.importing.ifc_facts import (
    address,
    area_m2,
    building_facts,
    fact,
    is_said,
    minutes,
    rating_facts,
    said,
)  # fmt: skip
from plans.model.fact import value_of


@pytest.mark.parametrize(
    ("rating", "wanted"),
    [("F90", 90), ("REI 120", 120), ("EI30-C", 30), ("EI2 60", None), ("1 hr", 60), ("1.5h", 90),
     ("2 Hour", 120), ("90 min", 90), ("60", 60), (60, 60), ("T30-RS", 30), ("2", None),
     ("Fire Rating", None), ("", None), (None, None), (True, None), ("1小时", 60), ("9999 min", None)],
)  # fmt: skip
def test_ratings_in_minutes(rating: object, wanted: int | None) -> None:
    assert minutes(rating) == wanted


def test_common_sets_go_first_and_yes_must_be_yes() -> None:
    sets = {"Other": {"FireRating": "F30", "IsExternal": "IsExternal"},
            "Pset_WallCommon": {"FireRating": "F90", "IsExternal": True}}  # fmt: skip
    assert said(sets, "FireRating") == "F90"
    assert is_said(sets, "IsExternal") is True
    assert is_said({"Other": sets["Other"]}, "IsExternal") is None
    [rated] = rating_facts(sets, "a.ifc")
    assert (rated.value, rated.unit, rated.source) == (90, "min", "a.ifc")
    assert rating_facts({}, "a.ifc") == ()


def test_areas_are_believed_when_they_agree() -> None:
    assert area_m2({"Qto_SpaceBaseQuantities": {"NetFloorArea": 12.6}}, 12.985) == 12.6
    assert area_m2({"BaseQuantities": {"NetFloorArea": 12_600_000.0}}, 12.985) == 12.98
    assert area_m2({"BaseQuantities": {"NetFloorArea": True}}, 5.0) == 5.0


def test_facts_of_a_building() -> None:
    sets = {"Pset_BuildingCommon": {"YearOfConstruction": "built 2008"}}
    facts = building_facts(sets, {"height_m": (12.0, "m"), "lift_count": (0, "")}, "a.ifc")
    assert value_of(facts, "completed_year") == 2008
    assert value_of(facts, "height_m") == 12.0
    assert value_of(facts, "lift_count") is None
    assert fact("outer", True, "a.ifc").verified_by == ""


def test_addresses_that_somebody_wrote() -> None:
    def of(*lines: str, town: str = "") -> str:
        entity = SimpleNamespace(AddressLines=lines, Town=town, PostalCode=None, Region="")
        return address(entity, ("enter address here", "default"))

    assert of("1 Main Street", town="Chicago") == "1 Main Street, Chicago"
    assert of("Enter address here", town="Chicago") == ""
    assert of(town="Boston") == ""
    assert address(SimpleNamespace(), ()) == ""
