"""The free part of a view: within it, away from every overlay, as large as may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.canvas.freerect import LEAST_PX, free_rect
from desktop.canvas.taken import Rect

MARGIN = 20.0


@st.composite
def overlays(draw: st.DrawFn) -> list[Rect]:
    found = []
    for _ in range(draw(st.integers(0, 6))):
        x, y = draw(st.floats(0, 900)), draw(st.floats(0, 600))
        found.append((x, y, x + draw(st.floats(5, 250)), y + draw(st.floats(5, 250))))
    return found


@given(overlays(), st.floats(0.1, 10))
def test_it_lies_in_the_view_and_under_nothing(over: list[Rect], aspect: float) -> None:
    found = free_rect(1000, 700, over, (aspect, 1.0), MARGIN)
    left, top, right, bottom = found
    assert MARGIN <= left < right <= 1000 - MARGIN
    assert MARGIN <= top < bottom <= 700 - MARGIN
    if found != (MARGIN, MARGIN, 1000 - MARGIN, 700 - MARGIN):
        for x0, y0, x1, y1 in over:
            apart = MARGIN - 0.02
            assert (
                right <= x0 - apart
                or left >= x1 + apart
                or bottom <= y0 - apart
                or top >= y1 + apart
            )
        assert right - left >= LEAST_PX


def test_without_overlays_it_is_the_view() -> None:
    assert free_rect(800, 600, [], (1, 1), 10) == (10, 10, 790, 590)


@pytest.mark.parametrize(("shape", "side"), [((1.0, 3.0), "beside"), ((3.0, 1.0), "above")])
def test_a_tall_plan_goes_beside_a_legend_and_a_wide_one_above(
    shape: tuple[float, float], side: str
) -> None:
    legend = (0.0, 400.0, 190.0, 600.0)
    left, _, _, bottom = free_rect(800, 600, [legend], shape, 10)
    assert (left >= 199 and bottom == 590) if side == "beside" else (left == 10 and bottom <= 391)


def test_where_no_room_is_left_the_whole_view_is_taken() -> None:
    assert free_rect(300, 200, [(0, 0, 300, 200)], (1, 1), 10) == (10, 10, 290, 190)
