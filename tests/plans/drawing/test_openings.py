"""Doors and windows as an architect draws them."""

from __future__ import annotations

import math

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from plans.drawing.openings import GAP_M, leaf_of, opening_gaps, window_lines
from plans.model.feature import Feature
from plans.model.ids import FeatureId, FloorId


def opening(kind: str, *points: tuple[float, float]) -> Feature:
    return Feature(
        id=FeatureId("f"), place=FloorId("p"), kind=kind, shape=shapely.LineString(points)
    )


def test_a_gap_is_as_long_as_the_opening_and_wider_than_any_wall() -> None:
    (gap,) = opening_gaps([opening("door", (1, 5), (2, 5))])
    assert gap.bounds == pytest.approx((1, 5 - GAP_M / 2, 2, 5 + GAP_M / 2))


@given(st.floats(0.6, 1.3), st.floats(0, 360))
def test_a_leaf_turns_about_its_hinge_to_the_left(width: float, turn: float) -> None:
    angle = math.radians(turn)
    hinge, jamb = (3.0, 4.0), (3 + width * math.cos(angle), 4 + width * math.sin(angle))
    swing, leaf = leaf_of(opening("door", hinge, jamb), 0.2)
    (panel,) = leaf.shape.geoms
    assert panel.coords[0] == pytest.approx(hinge)
    assert panel.length == pytest.approx(width)
    tip = panel.coords[-1]
    left = (jamb[0] - hinge[0]) * (tip[1] - hinge[1]) - (jamb[1] - hinge[1]) * (tip[0] - hinge[0])
    assert left == pytest.approx(width * width)
    (arc,) = swing.shape.geoms
    assert arc.coords[0] == pytest.approx(tip)
    assert arc.coords[-1] == pytest.approx(jamb)


@pytest.mark.parametrize("kind", ["door.double", "door", "fire_door"])
def test_two_leaves_meet_in_the_middle(kind: str) -> None:
    swing, leaf = leaf_of(opening(kind, (0, 0), (1.8, 0)), 0.2)
    assert [panel.length for panel in leaf.shape.geoms] == pytest.approx([0.9, 0.9])
    assert all(arc.coords[-1] == pytest.approx((0.9, 0)) for arc in swing.shape.geoms)
    assert all(panel.coords[-1][1] == pytest.approx(0.9) for panel in leaf.shape.geoms)
    assert leaf.role == ("fire_door" if kind == "fire_door" else "door")


def test_sliding_leaves_lie_one_before_the_other() -> None:
    (mark,) = leaf_of(opening("door.sliding", (0, 0), (2, 0)), 0.24)
    first, second = mark.shape.geoms
    assert first.bounds == pytest.approx((0, 0.04, 1, 0.04))
    assert second.bounds == pytest.approx((1, -0.04, 2, -0.04))


def test_a_window_is_three_lines_and_two_ends() -> None:
    (mark,) = window_lines(opening("window", (0, 0), (2, 0)), 0.3)
    assert len(mark.shape.geoms) == 5
    assert mark.shape.bounds == pytest.approx((0, -0.15, 2, 0.15))


@pytest.mark.parametrize("kind", ["door", "window"])
def test_what_is_no_line_or_too_short_is_left_out(kind: str) -> None:
    make = leaf_of if kind == "door" else window_lines
    assert make(opening(kind, (0, 0), (0.01, 0)), 0.2) == []
    point = Feature(id=FeatureId("f"), place=FloorId("p"), kind=kind, shape=shapely.Point(0, 0))
    assert make(point, 0.2) == []
