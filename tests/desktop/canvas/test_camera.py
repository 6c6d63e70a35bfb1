"""The camera: metres to pixels and back, closer and farther, turned, fitted."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from desktop.canvas.camera import CLOSEST_PX_PER_M, FARTHEST_PX_PER_M, Camera

cameras = st.builds(
    Camera,
    x_m=st.floats(-2e4, 2e4),
    y_m=st.floats(-2e4, 2e4),
    px_per_m=st.floats(FARTHEST_PX_PER_M, CLOSEST_PX_PER_M),
    turn_deg=st.floats(-180, 180),
    width=st.integers(50, 4000),
    height=st.integers(50, 3000),
)
pixels = st.builds(QPointF, st.floats(0, 4000), st.floats(0, 3000))


@given(cameras, pixels)
def test_the_plan_comes_back(camera: Camera, at: QPointF) -> None:
    back = camera.to_screen(*camera.to_plan(at))
    assert (back.x(), back.y()) == pytest.approx((at.x(), at.y()), abs=1e-4)


@given(cameras)
def test_the_middle_is_the_middle(camera: Camera) -> None:
    at = camera.to_screen(camera.x_m, camera.y_m)
    assert (at.x(), at.y()) == pytest.approx((camera.width / 2, camera.height / 2), abs=1e-4)


def test_y_is_up_and_a_turn_goes_counter_clockwise() -> None:
    camera = Camera(px_per_m=10, width=100, height=100)
    assert camera.to_screen(0, 1).y() == pytest.approx(40)
    assert camera.to_screen(1, 0).x() == pytest.approx(60)
    east = camera.turned_to(90).to_screen(1, 0)
    assert (east.x(), east.y()) == pytest.approx((50, 40))


@given(cameras, pixels, st.floats(0.01, 100))
def test_zooming_keeps_the_point_under_the_cursor(
    camera: Camera, at: QPointF, factor: float
) -> None:
    x, y = camera.to_plan(at)
    closer = camera.zoomed(factor, at)
    now = closer.to_screen(x, y)
    assert (now.x(), now.y()) == pytest.approx((at.x(), at.y()), abs=1e-2)
    assert FARTHEST_PX_PER_M <= closer.px_per_m <= CLOSEST_PX_PER_M


@given(cameras, st.floats(-500, 500), st.floats(-500, 500))
def test_a_pan_drags_the_plan(camera: Camera, dx: float, dy: float) -> None:
    at = camera.panned(dx, dy).to_screen(camera.x_m, camera.y_m)
    assert at.x() - camera.width / 2 == pytest.approx(dx, abs=1e-4)
    assert at.y() - camera.height / 2 == pytest.approx(dy, abs=1e-4)


@given(
    cameras,
    st.floats(-1e3, 1e3),
    st.floats(-1e3, 1e3),
    st.floats(1, 5e3),
    st.floats(1, 5e3),
    st.tuples(*[st.floats(0, 100)] * 4),
)
def test_a_fitted_box_is_in_view(
    camera: Camera,
    x: float,
    y: float,
    width: float,
    height: float,
    insets: tuple[float, float, float, float],
) -> None:
    camera = camera.resized(max(camera.width, 260), max(camera.height, 260))
    fitted = camera.fitted((x, y, x + width, y + height), insets)
    left, top, right, bottom = insets
    for corner in ((x, y), (x + width, y), (x, y + height), (x + width, y + height)):
        at = fitted.to_screen(*corner)
        assert left - 0.1 <= at.x() <= camera.width - right + 0.1
        assert top - 0.1 <= at.y() <= camera.height - bottom + 0.1


def test_a_point_is_fitted_without_end() -> None:
    fitted = Camera(width=300, height=300).fitted((5, 5, 5, 5), (0, 0, 0, 0))
    assert (fitted.x_m, fitted.y_m, fitted.px_per_m) == (5, 5, CLOSEST_PX_PER_M)


@given(cameras, st.floats(-2000, 2000))
def test_turns_stay_within_half_a_circle(camera: Camera, turn: float) -> None:
    turned = camera.turned_to(turn)
    assert -180 <= turned.turn_deg < 180
    assert math.cos(math.radians(turned.turn_deg - turn)) == pytest.approx(1)
    assert (turned.x_m, turned.y_m) == (camera.x_m, camera.y_m)


@given(cameras, st.floats(0, 50))
def test_the_box_holds_the_corners(camera: Camera, margin: float) -> None:
    x0, y0, x1, y1 = camera.box(margin)
    loose = 1e-3 + 1e-6 * (x1 - x0 + y1 - y0)
    for corner in (QPointF(0, 0), QPointF(camera.width, 0), QPointF(0, camera.height)):
        x, y = camera.to_plan(corner)
        assert x0 - loose <= x <= x1 + loose
        assert y0 - loose <= y <= y1 + loose


def test_no_view_is_smaller_than_a_pixel() -> None:
    assert Camera().resized(0, -5).width == 1
    assert Camera().resized(0, -5).height == 1
