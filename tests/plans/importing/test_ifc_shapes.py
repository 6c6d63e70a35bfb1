"""Tests of bodies from the geometry engine."""

from __future__ import annotations

import re
from typing import Any

import ifcopenshell
import numpy as np
import pytest

from plans.importing.ifc_shapes import bodies


def test_bodies_in_metres_with_their_own_axis(small_house: Any) -> None:
    file = ifcopenshell.file.from_string(small_house().text())
    walls = [wall.id() for wall in file.by_type("IfcWall")]
    found, missed = bodies(file, walls)
    assert missed == []
    south = found[walls[0]]
    assert south.mesh.low == pytest.approx([0, 0, 0])
    assert south.mesh.high == pytest.approx([6, 0.2, 3])
    assert south.along == pytest.approx([1, 0])
    assert south.mesh.faces.shape[1] == 3
    assert len(south.mesh.faces) == 12


def test_openings_are_left_in_walls(small_house: Any) -> None:
    file = ifcopenshell.file.from_string(small_house().text())
    wall = file.by_type("IfcRelVoidsElement")[0].RelatingBuildingElement
    found, _ = bodies(file, [wall.id()])
    assert len(found[wall.id()].mesh.corners) == 8


def test_a_product_without_an_identity_costs_itself_alone(small_house: Any) -> None:
    made = small_house()
    at = next(n for n, line in enumerate(made.lines) if "=IFCWALL(" in line)
    made.lines[at] = re.sub(r"IFCWALL\('\d+'", "IFCWALL((1.,2.)", made.lines[at])
    file = ifcopenshell.file.from_string(made.text())
    walls = [wall.id() for wall in file.by_type("IfcWall")]
    found, missed = bodies(file, walls)
    assert missed == [walls[0]]
    assert len(found) == len(walls) - 1


def test_what_has_no_body_or_an_absurd_one_is_named(small_house: Any) -> None:
    made = small_house()
    at = next(n for n, line in enumerate(made.lines) if "IFCEXTRUDEDAREASOLID" in line)
    made.lines[at] = made.lines[at].rpartition(",")[0] + ",1e15);"
    file = ifcopenshell.file.from_string(made.text())
    storey, walls = file.by_type("IfcBuildingStorey")[0], file.by_type("IfcWall")
    found, missed = bodies(file, [storey.id(), *(wall.id() for wall in walls)])
    assert missed == [storey.id(), walls[0].id()]
    assert len(found) == len(walls) - 1
    assert all(np.isfinite(body.mesh.corners).all() for body in found.values())
