"""Degrees, map metres and local metres lead back to each other, and distances are right."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from plans.geometry.placing import MapFrame, local_to_map, map_to_local, straight_line_m

metres = st.floats(-50_000, 50_000)
turns = st.floats(-720, 720)
lons, lats = st.floats(-179, 179), st.floats(-80, 80)
FRAME = MapFrame(113.6, 30.4)
ELLIPSOID = Geod(ellps="WGS84")


@given(st.lists(st.tuples(metres, metres), min_size=1, max_size=5), metres, metres, turns)
def test_local_metres_come_back(
    points: list[tuple[float, float]], x: float, y: float, turn: float
) -> None:
    there = local_to_map(points, (x, y), turn)
    assert map_to_local(there, (x, y), turn) == pytest.approx(np.array(points), abs=1e-6)


def test_local_x_axis_turns_counter_clockwise_from_east() -> None:
    at = local_to_map([(1, 0), (0, 1)], (100, 200), 90)
    assert at == pytest.approx(np.array([(100, 201), (99, 200)]))


@given(metres, metres)
def test_the_map_comes_back_within_a_millimetre(x: float, y: float) -> None:
    assert FRAME.to_map(*FRAME.to_degrees(x, y)) == pytest.approx((x, y), abs=1e-3)


@given(st.floats(-30_000, 30_000), st.floats(-30_000, 30_000))
def test_distances_on_the_map_are_true(x: float, y: float) -> None:
    lon, lat = FRAME.to_degrees(x, y)
    _, _, true_m = ELLIPSOID.inv(FRAME.lon, FRAME.lat, lon, lat)
    assert math.hypot(x, y) == pytest.approx(true_m, rel=3e-5, abs=1e-3)


def test_origin_is_zero_east_is_x_and_north_is_y() -> None:
    assert FRAME.to_map(113.6, 30.4) == pytest.approx((0, 0), abs=1e-6)
    assert FRAME.to_map(113.61, 30.4)[0] > 900
    assert FRAME.to_map(113.6, 30.41)[1] > 1000


def test_shapes_go_and_come_back_without_height() -> None:
    degrees = shapely.from_wkt("LINESTRING Z (113.6 30.4 5, 113.61 30.42 7)")
    on_map = FRAME.shape_to_map(degrees)
    assert not on_map.has_z
    back = FRAME.shape_to_degrees(on_map)
    assert shapely.equals_exact(back, shapely.force_2d(degrees), tolerance=1e-9)


def test_frames_of_one_origin_are_equal() -> None:
    assert MapFrame(113.6, 30.4) == FRAME
    assert hash(MapFrame(113.6, 30.4)) == hash(FRAME)
    assert MapFrame(113.6, 30.5) != FRAME


@given(lons, lats, st.floats(-0.5, 0.5), st.floats(-0.5, 0.5))
def test_straight_line_against_the_ellipsoid(lon: float, lat: float, dx: float, dy: float) -> None:
    _, _, true_m = ELLIPSOID.inv(lon, lat, lon + dx, lat + dy)
    assert straight_line_m(lon, lat, lon + dx, lat + dy) == pytest.approx(true_m, rel=6e-3, abs=0.1)


def test_straight_line_crosses_the_date_line() -> None:
    assert straight_line_m(179.9, 0, -179.9, 0) == pytest.approx(22_239, rel=6e-3)
