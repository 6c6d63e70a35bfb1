"""Tests of hatch boundaries as fills with holes."""

from __future__ import annotations

from typing import Any

import ezdxf
import numpy as np
import pytest

from plans.importing.dxf_hatches import fills_of, nested


def square(low: float, high: float, x: float = 0.0) -> list[tuple[float, float]]:
    return [(low + x, low), (high + x, low), (high + x, high), (low + x, high)]


@pytest.fixture
def hatch() -> Any:
    return ezdxf.new("R2013").modelspace().add_hatch(color=1)


def shape(hatch: Any) -> list[int]:
    """How many rings each fill has."""
    fills, torn = fills_of(hatch, 3)
    assert torn == 0
    assert {fill.layer for fill in fills} <= {3}
    return [len(fill.starts) for fill in fills]


def test_a_ring_in_a_ring_is_a_hole(hatch: Any) -> None:
    for low, high in ((0, 10), (2, 8), (4, 6)):
        hatch.paths.add_polyline_path(square(low, high), is_closed=True)
    assert shape(hatch) == [2, 1]


@pytest.mark.parametrize(("style", "rings"), [(0, [2, 1]), (1, [2]), (2, [1])])
def test_the_style_says_how_deep(hatch: Any, style: int, rings: list[int]) -> None:
    hatch.dxf.hatch_style = style
    for low, high in ((4, 6), (0, 10), (2, 8)):
        hatch.paths.add_polyline_path(square(low, high), is_closed=True)
    assert sorted(shape(hatch), reverse=True) == rings


def test_islands_stay_apart(hatch: Any) -> None:
    for x in (0, 20, 40):
        hatch.paths.add_polyline_path(square(0, 10, x), is_closed=True)
    hatch.paths.add_polyline_path(square(2, 4, 20), is_closed=True)
    assert sorted(shape(hatch)) == [1, 1, 2]


def test_a_round_hole_of_edges(hatch: Any) -> None:
    hatch.paths.add_polyline_path(square(-10, 10), is_closed=True)
    hatch.paths.add_edge_path().add_arc((0, 0), 5, 0, 360)
    assert shape(hatch) == [2]


def test_the_same_ring_twice_is_no_fault(hatch: Any) -> None:
    for _ in range(2):
        hatch.paths.add_polyline_path(square(0, 10), is_closed=True)
    assert sum(shape(hatch)) == 2


def test_many_rings(hatch: Any) -> None:
    hatch.paths.add_polyline_path(square(-1, 2_000), is_closed=True)
    for n in range(600):
        hatch.paths.add_polyline_path(square(0, 1, n * 3), is_closed=True)
    assert shape(hatch) == [601]


def test_no_rings_no_fills() -> None:
    assert nested([], 0, 0) == []
    ring = np.zeros((3, 8))
    assert len(nested([ring], 0, 0)) == 1
