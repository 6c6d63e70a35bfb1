"""Rooms, stairs, voids and arrows as marks."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from plans.drawing.areas import (
    AREA_SAID_M2,
    TREAD_M,
    across,
    area_texts,
    arrow,
    chords,
    crossed,
    inner_point,
    treads,
)
from plans.model.catalog import Catalog
from plans.model.fact import Fact
from plans.model.feature import Feature
from plans.model.ids import FeatureId, FloorId

U_SHAPE = shapely.Polygon([(0, 0), (9, 0), (9, 9), (7, 9), (7, 2), (2, 2), (2, 9), (0, 9)])


def feature(kind: str, shape: shapely.Geometry, **more: object) -> Feature:
    return Feature(
        id=FeatureId("f"), place=FloorId("p"), kind=kind, shape=shape, **more  # type: ignore[arg-type]
    )  # fmt: skip


def test_across_squares_ends_off() -> None:
    (band,) = across([shapely.LineString([(0, 0), (4, 0)])], [0.2])
    assert band.bounds == pytest.approx((-0.1, -0.1, 4.1, 0.1))


def test_inner_point_lies_inside() -> None:
    assert inner_point(shapely.box(0, 0, 4, 2)).equals(shapely.Point(2, 1))
    assert not U_SHAPE.contains(U_SHAPE.centroid)
    assert U_SHAPE.contains(inner_point(U_SHAPE))


def test_chords_of_the_piece_the_point_lies_in() -> None:
    shapes = np.array([shapely.box(0, 0, 4, 2), U_SHAPE], dtype=object)
    widths, heights = chords(shapes, [shapely.Point(2, 1), shapely.Point(1, 5)])
    assert widths == pytest.approx([4, 2])
    assert heights == pytest.approx([2, 9])
    assert chords(np.array([], dtype=object), []) == ([], [])


def test_large_rooms_say_their_area(catalog: Catalog) -> None:
    small = feature("room", shapely.box(0, 0, 4, 5), label="甲", label_en="A")
    large = feature("room", shapely.box(0, 0, 8, 10), label="乙")
    told = feature(
        "room", shapely.box(0, 0, 4, 5), label="丙", facts=(Fact(key="area_m2", value=1234.4),)
    )
    nameless = feature("room", shapely.box(0, 0, 8, 10))
    marks = area_texts([small, large, told, nameless], catalog, "en")
    assert [mark.text for mark in marks] == ["A", "乙\n80 m²", "丙\n1,234 m²"]
    assert large.shape.area > AREA_SAID_M2
    assert marks[0].extent_m == pytest.approx((4, 5))
    assert marks[0].rank < marks[1].rank <= 70


def test_a_void_has_an_edge_and_two_diagonals_inside() -> None:
    hole = feature("opening", U_SHAPE)
    edge, cross = crossed(hole)
    assert edge.shape is U_SHAPE
    assert cross.paint == "line"
    assert U_SHAPE.buffer(1e-9).covers(cross.shape)
    assert len(crossed(feature("opening", shapely.Polygon([(0, 0), (1, 1), (2, 2)])))) == 1


@pytest.mark.parametrize("turn", [0.0, 30.0, 90.0, 215.0])
def test_treads_stand_across_the_way_up(turn: float) -> None:
    flight = shapely.affinity.rotate(shapely.box(0, 0, 2.8, 1.2), turn, origin="center")
    edge, steps, way = treads(feature("stair.flight", flight, rotation_deg=turn))
    assert edge.shape is flight
    assert len(steps.shape.geoms) == round(2.8 / TREAD_M) - 1
    for step in steps.shape.geoms:
        (x0, y0), (x1, y1) = step.coords
        across_deg = math.degrees(math.atan2(y1 - y0, x1 - x0)) - turn
        assert abs(math.sin(math.radians(across_deg))) == pytest.approx(1)
        assert step.length == pytest.approx(1.2)
    start, tip = way.shape.geoms[0].coords[0], way.shape.geoms[0].coords[-1]
    up = math.degrees(math.atan2(tip[1] - start[1], tip[0] - start[0]))
    assert math.cos(math.radians(up - turn)) == pytest.approx(1)


def test_a_ramp_has_an_arrow_and_no_treads() -> None:
    assert [mark.role for mark in treads(feature("ramp", shapely.box(0, 0, 9, 4)))] == [
        "ramp",
        "tread.arrow",
    ]
    assert treads(feature("ramp", shapely.LineString([(0, 0), (9, 0)]))) == []


@given(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3), st.floats(0.1, 5))
def test_arrow_heads_end_at_the_tip(x: float, y: float, head: float) -> None:
    line = shapely.LineString([(0, 0), (1, 0), (x, y + 2e3)])
    shaft, left, right = arrow(line, head).geoms
    assert shaft.equals(line)
    for stroke in (left, right):
        assert stroke.coords[-1] == line.coords[-1]
        assert stroke.length == pytest.approx(head)
