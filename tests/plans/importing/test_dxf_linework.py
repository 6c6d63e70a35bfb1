"""Tests of shapes as a linework in metres."""

from __future__ import annotations

import math

import numpy as np
import pytest
from shapely.geometry import Polygon

from plans.importing import dxf_curves as curves
from plans.importing.drawing_rules import Curves
from plans.importing.dxf_linework import linework_of
from plans.importing.dxf_shapes import OWN, Fill, Shapes, Text
from plans.model.linework import Linework, LineworkLayer

LAYERS = (LineworkLayer(name="0"), LineworkLayer(name="WALL", role="walls"))
RULES = Curves(chord_m=0.005, most=100_000)


def made(shapes: Shapes, metres: float = 0.001) -> Linework:
    shapes.merged()
    return linework_of(shapes, LAYERS, 0, metres, RULES)


def ring(x0: float, y0: float, x1: float, y1: float) -> np.ndarray:
    return curves.straight(np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]], float))


def test_millimetres_far_from_zero_stay_sharp() -> None:
    shapes = Shapes()
    shapes.line(np.array([[5e9, 1e9], [5e9 + 1234.5, 1e9]]), 1)
    work = made(shapes)
    assert work.segments[0, 2] - work.segments[0, 0] == pytest.approx(1.2345)
    assert work.origin[0] == pytest.approx(5e6, abs=2)
    assert work.segment_layers.tolist() == [1]


@pytest.mark.parametrize(("radius", "metres"), [(40_000.0, 0.001), (40.0, 1.0), (131.2, 0.3048)])
def test_a_curved_facade_is_smooth_in_any_unit(radius: float, metres: float) -> None:
    shapes = Shapes()
    shapes.arc((0, 0), (radius, 0), (0, radius), 0, math.pi / 2, OWN)
    work = made(shapes, metres)
    points = work.segments.reshape(-1, 2, 2).mean(axis=1) + np.array(work.origin)
    assert np.abs(np.hypot(*points.T) - radius * metres).max() < 0.006
    assert len(work.segments) < 300
    assert set(work.segment_layers.tolist()) == {0}


def test_holes_are_open() -> None:
    shapes = Shapes()
    pieces = np.concatenate([ring(0, 0, 10, 10), ring(1, 1, 3, 3), ring(6, 6, 9, 9)])
    shapes.fills += [Fill(1, pieces, (0, 4, 8)), Fill(OWN, ring(20, 0, 21, 1), (0,))]
    work = made(shapes, 1.0)
    (layer, first), (other, second) = work.rings()
    assert (layer, other) == (1, 0)
    assert abs(signed(first)) == pytest.approx(100 + 4 + 9)  # turning the same way, none cancels
    assert winding(first + np.array(work.origin), (2, 2)) % 2 == 0
    assert winding(first + np.array(work.origin), (5, 2)) % 2 == 1
    assert Polygon(second).area == pytest.approx(1)


def signed(points: np.ndarray) -> float:
    x, y = points.T.astype(float)
    return float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum() / 2)


def winding(points: np.ndarray, at: tuple[float, float]) -> int:
    """How many edges a ray to the right crosses."""
    (x0, y0), (x1, y1) = points[:-1].T, points[1:].T
    crossing = (y0 > at[1]) != (y1 > at[1])
    with np.errstate(divide="ignore", invalid="ignore"):
        x = x0 + (at[1] - y0) / (y1 - y0) * (x1 - x0)
    return int((crossing & (x > at[0])).sum())


def test_texts_in_metres() -> None:
    shapes = Shapes(texts=[Text("房间", 2_000, 3_000, 300, 90, 1, OWN)])
    [text] = made(shapes).texts
    assert (text.height, text.angle_deg, text.align, text.layer) == (0.3, 90, 1, 0)


def test_more_layers_than_can_be_told_apart() -> None:
    shapes = Shapes()
    shapes.line(np.array([[0, 0], [1, 1]], float), 70_000)
    assert made(shapes).segment_layers.tolist() == [0]
