"""Linework goes to bytes and back, sorted and whole."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.model.linework import Linework, LineworkLayer, LineworkText, decoded

coords = st.floats(-500, 500, width=32)


@given(st.lists(st.tuples(coords, coords, coords, coords), max_size=40), st.integers(0, 3))
def test_bytes_and_back(rows: list[tuple[float, ...]], layers: int) -> None:
    segments = np.array(rows, np.float32).reshape(-1, 4)
    drawing = Linework(
        origin=(1e7, -2e6),
        layers=tuple(LineworkLayer(name=f"墙{i}", role="walls") for i in range(layers + 1)),
        segments=segments,
        segment_layers=(np.arange(len(segments)) % (layers + 1)).astype(np.uint16),
        texts=(LineworkText(text="房间", x=1, y=2, height=0.3, layer=0),),
    )
    again = decoded(drawing.encoded())
    assert (again.origin, again.layers, again.texts) == (
        drawing.origin, drawing.layers, drawing.texts,
    )  # fmt: skip
    both = [
        sorted(map(tuple, np.column_stack([d.segments, d.segment_layers]).tolist()))
        for d in (drawing, again)
    ]
    assert both[0] == both[1]


def test_fills_keep_their_rings() -> None:
    drawing = Linework(
        layers=(LineworkLayer(name="H"),),
        fill_points=np.array([[0, 0], [1, 0], [1, 1], [5, 5], [6, 5], [6, 6]], np.float32),
        fill_starts=np.array([0, 3, 6], np.uint32),
        fill_layers=np.zeros(2, np.uint16),
    )
    rings = list(decoded(drawing.encoded()).rings())
    assert [len(ring) for _, ring in rings] == [3, 3]
    assert drawing.bounds() == (0.0, 0.0, 6.0, 6.0)


def test_neighbours_lie_together() -> None:
    rng = np.random.default_rng(3)
    at = rng.random((4000, 2)).astype(np.float32) * 100
    drawing = Linework(
        layers=(LineworkLayer(name="0"),),
        segments=np.hstack([at, at + 0.1]),
        segment_layers=np.zeros(4000, np.uint16),
    ).in_order()
    blocks = drawing.segments.reshape(-1, 250, 4)[:, :, :2]
    spans = blocks.max(axis=1) - blocks.min(axis=1)
    assert spans.mean() < 45


@pytest.mark.parametrize("data", [b"", b"LNW1", b"LNW1" + bytes(20), b"PK\x03\x04" + bytes(50)])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="linework"):
        decoded(data)


def test_cut_off_bytes_are_refused() -> None:
    whole = Linework(layers=(LineworkLayer(name="0"),)).encoded()
    with pytest.raises(ValueError, match="linework"):
        decoded(whole[:-3])
