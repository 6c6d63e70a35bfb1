"""Tests of strangers' coordinates as shapes."""

from __future__ import annotations

import math

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box

from plans.importing.shapes import BadShape, fitted, form_of, lies_outdoors, parts_of, repaired
from plans.model.catalog import Catalog

json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["type", "coordinates", "geometries"]), inner, max_size=3)
    ),
    max_leaves=12,
)


def test_geometries_become_shapes() -> None:
    assert parts_of({"type": "Point", "coordinates": [1, 2, 9]}) == [Point(1, 2)]
    assert parts_of({"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}) == [
        Point(1, 2), Point(3, 4),
    ]  # fmt: skip
    assert form_of(parts_of({"type": "LineString", "coordinates": [[0, 0], [1, 1]]})[0]) == "line"
    ring = [[0, 0], [4, 0], [4, 4], [0, 4]]  # not closed: closed for the writer
    assert parts_of({"type": "MultiPolygon", "coordinates": [[ring]]}) == [Polygon(ring)]


def test_a_collection_gives_its_parts() -> None:
    inner = {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 2]}]}
    outer = {"type": "GeometryCollection", "geometries": [inner, inner]}
    assert parts_of(outer) == [Point(1, 2)] * 2


@pytest.mark.parametrize(
    ("geometry", "reason"),
    [
        (None, "no_geometry"),
        ({"type": "Point", "coordinates": []}, "no_geometry"),
        ({"type": "GeometryCollection", "geometries": []}, "no_geometry"),
        ({"type": "Circle", "coordinates": [[1, 2]]}, "unknown_geometry"),
        ({"type": "Point", "coordinates": ["a", "b"]}, "bad_coordinates"),
        ({"type": "Point", "coordinates": [1]}, "bad_coordinates"),
        ({"type": "Polygon", "coordinates": "x"}, "bad_coordinates"),
        ({"type": "Point", "coordinates": [math.nan, 1]}, "not_finite"),
        ({"type": "Point", "coordinates": [10**400, 1]}, "not_finite"),
        ({"type": "LineString", "coordinates": [[1, 1], [1, 1]]}, "too_few_points"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [0, 0]]]}, "too_few_points"),
    ],
)
def test_what_no_shape_can_be_made_of(geometry: object, reason: str) -> None:
    with pytest.raises(BadShape, match=reason):
        parts_of(geometry)


@given(json_values)
def test_any_json_is_shapes_or_refused(value: object) -> None:
    try:
        shapes = parts_of(value)
    except BadShape:
        return
    assert all(not shape.is_empty for shape in shapes)


def test_a_ring_that_crosses_itself_is_repaired() -> None:
    shape, mended = repaired(Polygon([(0, 0), (4, 4), (4, 0), (0, 4)]))
    assert mended
    assert shape.is_valid
    assert isinstance(shape, (Polygon, MultiPolygon))
    assert repaired(box(0, 0, 1, 1)) == (box(0, 0, 1, 1), False)


def test_an_area_without_area_is_refused() -> None:
    with pytest.raises(BadShape, match="no_area"):
        repaired(Polygon([(0, 0), (1, 0), (2, 0), (0, 0)]))


def test_a_door_leaf_becomes_its_line(catalog: Catalog) -> None:
    line, width_m = fitted(box(0, 0, 0.9, 0.1), catalog.kinds["door"])
    assert isinstance(line, LineString)
    assert line.length == pytest.approx(0.9)
    assert width_m == pytest.approx(0.1)


def test_a_straight_wall_becomes_its_middle_and_a_bent_one_stays(catalog: Catalog) -> None:
    wall = catalog.kinds["wall"]
    line, width_m = fitted(shapely.affinity.rotate(box(0, 0, 6, 0.3), 30), wall)
    assert form_of(line) == "line"
    assert width_m == pytest.approx(0.3)
    bent = Polygon([(0, 0), (5, 0), (5, 5), (4.7, 5), (4.7, 0.3), (0, 0.3)])
    assert fitted(bent, wall) == (bent, 0.0)


def test_shapes_take_the_form_of_their_kind(catalog: Catalog) -> None:
    lift, room, road = (catalog.kinds[key] for key in ("lift.passenger", "room", "road"))
    assert form_of(fitted(box(0, 0, 2, 2), lift)[0]) == "point"
    assert fitted(LineString([(0, 0), (4, 0)]), lift)[0] == Point(2, 0)
    assert form_of(fitted(LineString([(0, 0), (1, 0), (1, 1), (0, 0)]), room)[0]) == "area"
    gap = LineString([(0, 0), (9, 0), (9, 9), (0, 9), (0, 0.5)])
    assert form_of(fitted(gap, room)[0]) == "area"
    assert form_of(fitted(LineString([(0, 0), (9, 0), (9, 9)]), room)[0]) == "line"
    assert fitted(box(0, 0, 9, 3), road) == (box(0, 0, 9, 3), 0.0)
    assert fitted(Point(1, 1), room) == (Point(1, 1), 0.0)


def test_what_lies_outdoors(catalog: Catalog) -> None:
    assert lies_outdoors(catalog.kinds["road"])
    assert not lies_outdoors(catalog.kinds["entrance"])
    assert not lies_outdoors(catalog.kinds["room"])
