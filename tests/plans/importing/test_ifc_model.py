"""Tests of what a model says in words."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ifcopenshell
import pytest

from plans.importing.ifc_model import Model
from plans.importing.ifc_rules import IfcRules, load_ifc_rules


@pytest.fixture(scope="module")
def rules(catalog_folder: Path) -> IfcRules:
    return load_ifc_rules(catalog_folder)


@pytest.fixture
def opened(rules: IfcRules) -> Callable[[Any], Model]:
    return lambda made: Model(ifcopenshell.file.from_string(made.text()), rules)


def test_storeys_and_products_know_where_they_belong(
    small_house: Any, opened: Callable[[Any], Model]
) -> None:
    model = opened(small_house())
    ground, upper = model.storeys()
    assert (ground.label, ground.elevation_m, ground.z_m) == ("Ground", 0.0, 0.0)
    assert (upper.elevation_m, upper.z_m) == (3.0, 3.0)
    [building] = model.buildings()
    assert {ground.building, upper.building} == {building.id()}
    products = model.products()
    door = next(one for one in products if one.cls == "IfcDoor")
    hole = next(one for one in products if one.cls == "IfcOpeningElement")
    assert (door.storey, door.building) == (ground.id, building.id())
    assert model.fills == {door.id: hole.id}
    assert model.voids[hole.id] == hole.host
    assert hole.storey == ground.id
    assert door.sort == "SINGLE_SWING_LEFT"
    space = next(one for one in products if one.cls == "IfcSpace")
    assert (space.name, space.long_name, space.storey) == ("001", "Office", ground.id)
    assert model.totals() == {"spaces": 2, "doors": 1, "walls": 8}


def test_sizes_and_positions_in_metres(small_house: Any, opened: Callable[[Any], Model]) -> None:
    model = opened(small_house())
    door = model.file.by_type("IfcDoor")[0]
    assert model.sizes(door.id()) == (1.0, 2.1)
    assert model.position(door.id()) == (2.0, 0.0, 0.0)
    assert all(math.isnan(size) for size in model.sizes(model.file.by_type("IfcWall")[0].id()))
    assert model.position(model.file.by_type("IfcProject")[0].id()) is None
    assert model.class_of(door.id()) == "IfcDoor"
    assert model.class_of(10_000_000) == ""


def test_sets_of_a_thing_and_of_its_type(house: Any, opened: Callable[[Any], Model]) -> None:
    made = house()
    made.places()
    storey = made.storey("G", 0)
    wall = made.wall(storey, 0, 0, 0, 6, 0.2, 3)
    made.pset(wall, "Pset_WallCommon", FireRating="IFCLABEL('F90')")
    made.pset(wall, "PSet_Revit_Other", Noise="IFCLABEL('x')")
    rated = made.add("IFCPROPERTYSINGLEVALUE('FireRating',$,IFCLABEL('F30'),$)")
    outer = made.add("IFCPROPERTYSINGLEVALUE('IsExternal',$,IFCBOOLEAN(.T.),$)")
    common = made.root("IFCPROPERTYSET", f"$,({rated},{outer})", name="Pset_WallCommon")
    kind = made.root("IFCWALLTYPE", f"$,$,({common}),$,$,$,.PARAPET.", name="T")
    made.root("IFCRELDEFINESBYTYPE", f"$,({wall}),{kind}", name="R")
    model = opened(made)
    [product] = model.products()
    assert model.psets(product.id) == {"Pset_WallCommon": {"FireRating": "F90", "IsExternal": True}}
    assert (product.sort, product.row and product.row.kind) == ("PARAPET", "railing")
    assert model.psets(model.storeys()[0].id) == {}


def test_quantities_are_sets_too(house: Any, opened: Callable[[Any], Model]) -> None:
    made = house()
    made.places()
    space = made.space(made.storey("G", 0), "1", "Office", 0, 0, 0, 4, 3, 2.7)
    area = made.add("IFCQUANTITYAREA('NetFloorArea',$,$,12.,$)")
    owned = made.root("IFCELEMENTQUANTITY", f"$,$,({area})", name="Qto_SpaceBaseQuantities")
    made.root("IFCRELDEFINESBYPROPERTIES", f"$,({space}),{owned}", name="R")
    model = opened(made)
    [product] = model.products()
    assert model.psets(product.id) == {"Qto_SpaceBaseQuantities": {"NetFloorArea": 12.0}}


def test_units_that_are_not_told_or_absurd(house: Any, opened: Callable[[Any], Model]) -> None:
    told = opened(house())
    assert (told.unit_m, told.unit_told, told.unit_sane) == (0.001, True, True)
    made = house()
    made.lines = [line.replace(".LENGTHUNIT.", ".AREAUNIT.") for line in made.lines]
    silent = opened(made)
    assert (silent.unit_m, silent.unit_told, silent.unit_sane) == (1.0, False, True)
    assert not opened(house(unit=".EXA.")).unit_sane


def test_things_that_belong_to_each_other_end(house: Any, opened: Callable[[Any], Model]) -> None:
    made = house()
    made.places()
    one, two = made.storey("A", 0), made.storey("B", 3)
    made.root("IFCRELAGGREGATES", f"$,{two},({made.building})", name="R")
    wall = made.wall(one, 0, 0, 0, 6, 0.2, 3)
    made.root("IFCRELAGGREGATES", f"$,{wall},({wall})", name="R")
    assert all(product.storey for product in opened(made).products())
