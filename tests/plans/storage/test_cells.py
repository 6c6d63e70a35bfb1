"""The grid finds every feature whose box touches a view."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from plans.storage.cells import BASE_M, LEVELS, cells_of, spans_within

metres = st.floats(-50_000, 50_000)
sizes = st.floats(0, 30_000)


@given(metres, metres, sizes, sizes, metres, metres, st.floats(0, 4_000), st.floats(0, 4_000))
def test_a_touching_box_is_in_the_spans(
    x: float, y: float, w: float, h: float, vx: float, vy: float, vw: float, vh: float
) -> None:
    spans = spans_within(vx, vy, vx + vw, vy + vh)
    if spans is None or x > vx + vw or x + w < vx or y > vy + vh or y + h < vy:
        return
    cell = int(cells_of(np.array([[x, y, x + w, y + h]]))[0])
    assert any(first <= cell <= last for first, last in spans)


def test_boxes_touching_at_an_edge_are_found() -> None:
    cell = int(cells_of(np.array([[100.0, 0.0, 150.0, 50.0]]))[0])
    spans = spans_within(0.0, 0.0, 100.0, 50.0)
    assert spans is not None
    assert any(first <= cell <= last for first, last in spans)


def test_a_large_feature_goes_to_a_coarse_level() -> None:
    small, large = cells_of(np.array([[0, 0, 10, 10], [0, 0, BASE_M * 20, 10]], dtype=float))
    assert small >> 48 == 0
    assert large >> 48 == math.ceil(math.log2(20))


def test_an_empty_shape_has_no_cell_of_its_own() -> None:
    assert cells_of(np.full((1, 4), np.nan)).tolist() == [-1]


def test_far_coordinates_stay_within_the_grid() -> None:
    cells = cells_of(np.array([[1e12, -1e12, 1e12, -1e12], [0, 0, 1e15, 1e15]]))
    assert ((cells >= 0) & (cells < LEVELS << 48)).all()


def test_a_view_without_bounds_asks_for_a_scan() -> None:
    assert spans_within(-math.inf, 0, math.inf, 1) is None
    assert spans_within(math.nan, 0, 1, 1) is None
    assert spans_within(0, 0, 1, 1e6) is None
