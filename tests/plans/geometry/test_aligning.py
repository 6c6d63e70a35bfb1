"""Tests of laying drawings on floors."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plans.geometry.aligning import (
    IDENTITY,
    Matrix,
    inverse,
    laid,
    moved,
    scale_of,
    scaled,
    similarity,
    times,
)

at = st.floats(-1e4, 1e4)
points = st.tuples(at, at)


@given(points, points, points, points)
def test_two_points_go_where_they_belong(a, b, c, d) -> None:
    assume(math.dist(a, b) > 1 and math.dist(c, d) > 1)
    found = similarity(a, b, c, d)
    assert moved(found, a) == pytest.approx(c, abs=1e-4)
    assert moved(found, b) == pytest.approx(d, abs=1e-4)
    assert scale_of(found) == pytest.approx(math.dist(c, d) / math.dist(a, b))


@given(st.floats(1e-4, 1e3), points, points, st.floats(-360, 360))
def test_a_scale_about_a_point(factor, here, there, turn) -> None:
    found = scaled(factor, here, there, turn)
    assert moved(found, here) == pytest.approx(there, abs=1e-3)
    assert scale_of(found) == pytest.approx(factor)


@given(st.floats(0.01, 100), points, points, st.floats(-360, 360))
def test_there_and_back(factor, here, there, turn) -> None:
    found = scaled(factor, here, there, turn)
    assert times(found, inverse(found)) == pytest.approx(IDENTITY, abs=1e-4)


def test_one_after_the_other() -> None:
    double: Matrix = (2.0, 0.0, 0.0, 2.0, 0.0, 0.0)
    along: Matrix = (1.0, 0.0, 0.0, 1.0, 3.0, 4.0)
    assert moved(times(double, along), (1.0, 1.0)) == (5.0, 6.0)
    assert moved(times(along, double), (1.0, 1.0)) == (8.0, 10.0)


def test_one_place_twice_tells_nothing() -> None:
    with pytest.raises(ValueError, match="one place"):
        similarity((1, 1), (1, 1), (0, 0), (2, 0))
    with pytest.raises(ValueError, match="way back"):
        inverse((0.0, 0.0, 0.0, 0.0, 1.0, 1.0))


A, B, P, Q = (0.0, 0.0), (100.0, 0.0), (5.0, 5.0), (5.0, 15.0)
MIDDLES = ((50.0, 50.0), (2.0, 3.0))


def test_two_points_in_both_settle_it() -> None:
    found = laid([A, B], [P, Q], 99.0, 0.5, 45.0, MIDDLES)
    assert found is not None
    assert (moved(found, A), moved(found, B)) == (pytest.approx(P), pytest.approx(Q))


def test_a_length_goes_before_what_is_written() -> None:
    found = laid([A, B], [], 20.0, 0.5, 0.0, MIDDLES)
    assert found is not None
    assert (scale_of(found), moved(found, MIDDLES[0])) == (
        pytest.approx(0.2),
        pytest.approx(MIDDLES[1]),
    )
    written = laid([A], [], 20.0, 0.5, 90.0, MIDDLES)
    assert written is not None
    assert scale_of(written) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("on_page", "on_floor", "length"),
    [([], [], 0.0), ([A, B], [], 0.0), ([A, A], [P, Q], 1.0), ([A, B], [P, P], 1.0)],
)
def test_too_little_is_known(on_page, on_floor, length) -> None:
    assert laid(on_page, on_floor, length, 0.0, 0.0, MIDDLES) is None
