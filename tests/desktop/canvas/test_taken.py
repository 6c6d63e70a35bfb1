"""Taken rectangles are found wherever they lie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.canvas.taken import CELL_PX, Rect, Taken

rects = st.tuples(
    st.floats(-500, 500), st.floats(-500, 500), st.floats(1, 300), st.floats(1, 300)
).map(lambda r: (r[0], r[1], r[0] + r[2], r[1] + r[3]))


def covered(rect: Rect, other: Rect) -> float:
    width = min(rect[2], other[2]) - max(rect[0], other[0])
    height = min(rect[3], other[3]) - max(rect[1], other[1])
    return max(width, 0) * max(height, 0) / ((rect[2] - rect[0]) * (rect[3] - rect[1]))


@given(st.lists(rects, max_size=8), rects)
def test_the_largest_share_one_of_them_covers(others: list[Rect], rect: Rect) -> None:
    taken = Taken()
    for other in others:
        taken.add(other)
    wanted = max((covered(rect, other) for other in others), default=0.0)
    assert taken.share(rect) == pytest.approx(wanted, abs=1e-6)


def test_touching_is_not_covering() -> None:
    taken = Taken()
    taken.add((0, 0, CELL_PX, CELL_PX))
    assert taken.share((CELL_PX, 0, CELL_PX + 5, 5)) == 0
