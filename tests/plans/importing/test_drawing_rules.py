"""Tests of the tables for drawings."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.importing.drawing_rules import DrawingRules, load_drawing_rules

ROLES = {
    "walls", "columns", "doors", "windows", "stairs", "text", "furniture", "dimensions", "axes",
    "hatch", "fire", "outline",
}  # fmt: skip


@pytest.fixture(scope="module")
def drawings(catalog_folder: Path) -> DrawingRules:
    return load_drawing_rules(catalog_folder)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("A-WALL", "walls"),
        ("xref-Bishop-Overland-08$0$A-WALL", "walls"),
        ("WALL", "walls"),
        ("WINDOW", "windows"),
        ("wind 1400", "windows"),
        ("PUB_DIM", "dimensions"),
        ("DOTE", "axes"),
        ("防火门", "doors"),
        ("消火栓", "fire"),
        ("柱", "columns"),
        ("楼梯", "stairs"),
        ("door 810x125", "doors"),
        ("A-FLOR-STRS", "stairs"),
        ("F-SPRN-HEAD", "fire"),
        ("F-PROT", "fire"),
        ("A-ANNO-DIMS", "dimensions"),
        ("A-GLAZ", "windows"),
        ("S-GRID", "axes"),
        ("AXIS_TEXT", "axes"),
        ("SPACE_HATCH", "hatch"),
        ("EQUIP_消火栓", "fire"),
        ("$TCHSYS$DOOR2D", "doors"),
        ("Aussenwand tragend", "walls"),
        ("A_Fenster", "windows"),
        ("Innentüren", "doors"),
        ("Innerväggar", "walls"),
        ("Dörrar", "doors"),
        ("Trapphus", "stairs"),
        ("OuterWall", "walls"),
        ("C.Line Wall_0.15", "axes"),
        ("CAR", "furniture"),
        ("0", "other"),
        ("cartoon", "other"),
        ("ELEV_LINE_0.7", "other"),
        ("FF-JOISTS", "other"),
        ("scarp", "other"),
        ("", "other"),
        ("$0$", "other"),
    ],
)
def test_roles(drawings: DrawingRules, name: str, role: str) -> None:
    assert drawings.role_of(name) == role


def test_every_role_is_one_a_drawing_has(drawings: DrawingRules) -> None:
    assert {row.role for row in drawings.role} <= ROLES
    for row in drawings.role:
        assert all(word == word.casefold() for word in row.words)


def test_roles_by_what_is_drawn(drawings: DrawingRules) -> None:
    assert drawings.role_made_of("MTEXT") == "text"
    assert drawings.role_made_of("DIMENSION") == "dimensions"
    assert drawings.role_made_of("LINE") == "other"


def test_units(drawings: DrawingRules) -> None:
    assert [unit.id for unit in drawings.unit] == ["mm", "cm", "m", "in", "ft"]
    inch = drawings.unit_coded(1)
    assert inch is not None
    assert inch == drawings.unit_named("in")
    assert inch.metres == 0.0254
    assert drawings.unit_coded(0) is None
    assert drawings.unit_named("league") is None
    assert 0 < drawings.doors.least_m < drawings.doors.most_m
