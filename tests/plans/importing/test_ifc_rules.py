"""Tests of the table of products: its kinds are real, its words do what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.importing.ifc_rules import IfcRules, load_ifc_rules
from plans.model.catalog import Catalog

DRAWN = {"cut", "footprint", "hull", "line", "opening", "slab", "space", "symbol", "void", "silent"}


@pytest.fixture(scope="module")
def rules(catalog_folder: Path) -> IfcRules:
    return load_ifc_rules(catalog_folder)


def test_every_row_is_drawn_in_a_known_way_as_a_kind_of_the_catalog(
    rules: IfcRules, catalog: Catalog
) -> None:
    for row in rules.product:
        assert row.drawn in DRAWN
        if row.drawn in ("void", "silent", "slab"):
            assert not row.kind
        else:
            assert row.kind in catalog.kinds


@pytest.mark.parametrize(
    ("classes", "sort", "words", "kind"),
    [
        ({"IfcWall"}, "", "Basic Wall", "wall"),
        ({"IfcWall"}, "PARTITIONING", "", "partition"),
        ({"IfcDoor"}, "DOUBLE_DOOR_SINGLE_SWING", "", "door.double"),
        ({"IfcDoor"}, "ROLLINGUP", "防火卷帘 FJ3", "fire_shutter"),
        ({"IfcDoor"}, "ROLLINGUP", "Garage", "door.sliding"),
        ({"IfcTransportElement"}, "ELEVATOR", "Firefighting lift", "lift.firefighting"),
        ({"IfcTransportElement"}, "ESCALATOR", "", "escalator"),
        (
            {"IfcFlowTerminal", "IfcElement", "IfcFireSuppressionTerminal"},
            "HOSEREEL",
            "",
            "hose_reel",
        ),
        ({"IfcBuildingElementProxy", "IfcElement"}, "", "ABC 灭火器 4kg", "extinguisher"),
        ({"IfcFlowTerminal", "IfcElement"}, "", "Sink", "furniture"),
    ],
)
def test_the_first_row_that_fits_wins(
    rules: IfcRules, classes: set[str], sort: str, words: str, kind: str
) -> None:
    row = rules.row(classes, sort, words)
    assert row is not None
    assert row.kind == kind


def test_nothing_fits_what_nobody_foresaw(rules: IfcRules) -> None:
    assert rules.row({"IfcBuildingElementProxy", "IfcElement"}, "", "thing") is None


@pytest.mark.parametrize("label", ["Roof", "04 dak", "屋根", "RF", "T.O. Roof", "屋面层"])
def test_roofs_by_word(rules: IfcRules, label: str) -> None:
    assert rules.is_roof(label)


@pytest.mark.parametrize("label", ["Dachgeschoss", "Level 2", "Roofing shop 3rd", "1階", "perf"])
def test_no_roofs(rules: IfcRules, label: str) -> None:
    assert not rules.is_roof(label)


@pytest.mark.parametrize(
    "name", ["", "0001", "// BUILDING/NAME //", "Default Building", "项目名称"]
)
def test_names_nobody_gave(rules: IfcRules, name: str) -> None:
    assert rules.is_nobodys(name)
    assert not rules.is_nobodys("Tower B")
