"""Tests of doors and windows as lines across their walls."""

from __future__ import annotations

import math

import numpy as np
import pytest
from shapely.geometry import LineString, Polygon, box

from plans.importing.ifc_cut import Mesh
from plans.importing.ifc_openings import (
    Opening,
    beside,
    is_fire_exit,
    is_outer,
    middle,
    opening_facts,
    opening_of,
    swings_right,
    way_in,
)  # fmt: skip
from plans.importing.ifc_shapes import Body
from plans.model.fact import value_of

EAST = np.array([1.0, 0.0])
DOOR = LineString([(2, 0.1), (3, 0.1)])


def body(
    x0: float, y0: float, z0: float, x1: float, y1: float, z1: float, along: object = EAST
) -> Body:
    corners = [[x, y, z] for z in (z0, z1) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
    faces = np.array([[0, 2, 1], [0, 3, 2], [4, 5, 6], [4, 6, 7]], np.int32)
    return Body(Mesh(np.array(corners, float), faces), np.asarray(along, float))


def test_a_door_lies_across_its_wall_from_its_own_left() -> None:
    wall = box(0, 0, 6, 0.2)
    leaf = body(2.05, 0.15, 0, 2.95, 0.35, 2.1, along=(-1, 0))
    hole = body(2, -0.5, 0, 3, 0.7, 2.15)
    found = opening_of(leaf, hole, wall, 0.0)
    assert found is not None
    assert found.line.equals_exact(LineString([(3, 0.1), (2, 0.1)]), 1e-9)
    assert (found.thickness_m, found.sill_m, found.head_m) == (0.2, 0.0, 2.1)


def test_without_a_hole_the_body_tells_and_without_both_nothing() -> None:
    found = opening_of(body(0, 0, 1, 0.1, 1.2, 2), None, None, 0.0)
    assert found is not None
    assert found.line.length == pytest.approx(1.2)
    assert (found.sill_m, found.head_m) == (1.0, 2.0)
    assert opening_of(None, None, None, 0.0) is None
    assert opening_of(body(0, 0, 0, 0.01, 0.01, 2), None, None, 0.0) is None


def test_a_hole_that_lies_beside_its_wall_keeps_its_own_line() -> None:
    found = opening_of(None, body(2, 5, 0, 3, 5.2, 2), box(0, 0, 6, 0.2), 0.0)
    assert found is not None
    assert found.line.equals_exact(LineString([(2, 5.1), (3, 5.1)]), 1e-9)
    assert opening_of(None, body(2, 5, 0, 3, 5.2, 2), Polygon(), 0.0) is not None


def test_sizes_come_from_the_product_when_they_can_be() -> None:
    opening = Opening(line=DOOR, thickness_m=0.2, sill_m=0.9, head_m=2.1)
    facts = opening_facts(opening, {}, "a.ifc", (1.25, 2.01))
    assert value_of(facts, "opening_width_m") == 1.25
    assert value_of(facts, "sill_height_m") == 0.9
    facts = opening_facts(opening, {}, "a.ifc", (math.nan, 9_999.0))
    assert value_of(facts, "opening_width_m") == 1.0
    assert value_of(facts, "opening_height_m") == pytest.approx(1.2)
    assert value_of(opening_facts(None, {}, "a.ifc", (math.nan, 2.0)), "opening_width_m") is None


def test_what_leads_outside_is_seen_before_it_is_believed() -> None:
    outline = box(0, 0, 6, 4)
    inner = {"Pset_DoorCommon": {"IsExternal": False}}
    assert is_outer(inner, DOOR, outline, 0.6) is True
    assert is_outer(inner, LineString([(2, 2), (3, 2)]), outline, 0.6) is False
    assert is_outer({}, LineString([(2, 2), (3, 2)]), outline, 0.6) is None
    assert is_outer({}, DOOR, Polygon(), 0.6) is None


def test_an_outer_door_is_entered_toward_the_rooms() -> None:
    rooms, outline = box(0.2, 0.2, 5.8, 3.8), box(-2, -2, 6, 4)
    assert way_in(DOOR, (rooms, outline), 0.6) == 90.0
    assert way_in(LineString([(3, 0.1), (2, 0.1)]), (rooms, outline), 0.6) == 90.0
    assert way_in(LineString([(2, 3.9), (3, 3.9)]), (rooms, outline), 0.6) == 270.0
    assert way_in(DOOR, (Polygon(), Polygon()), 0.6) == 90.0


def test_points_beside_a_line() -> None:
    left, right = beside(DOOR, 0.6)
    assert (left.x, left.y) == (2.5, 0.7)
    assert (right.x, right.y) == (2.5, -0.5)
    assert middle(DOOR).coords[0] == (2.5, 0.1)


def test_words_of_doors() -> None:
    assert swings_right("SINGLE_SWING_RIGHT")
    assert not swings_right("SINGLE_SWING_LEFT")
    assert is_fire_exit({"Pset_DoorCommon": {"FireExit": True}})
    assert not is_fire_exit({"PSet_Revit_Type_Other": {"IsFireExit": "IsFireExit"}})


def test_the_products_axis_goes_before_its_holes() -> None:
    found = opening_of(None, body(2, 0, 0, 3, 0.2, 2), box(0, 0, 6, 0.2), 0.0, axis=(-1.0, 0.0))
    assert found is not None
    assert found.line.equals_exact(LineString([(3, 0.1), (2, 0.1)]), 1e-9)
