"""Tests of shapes and their copies."""

from __future__ import annotations

import math

import numpy as np
import pytest

from plans.importing import dxf_curves as curves
from plans.importing.dxf_shapes import OWN, Fill, Insert, Shapes, Swing, Text

TURNED = np.array([[0, -2, 10], [2, 0, 20]], float)


def shapes() -> Shapes:
    made = Shapes()
    made.line(np.array([[0, 0], [1, 0]], float), OWN)
    made.arc((0, 0), (1, 0), (0, 1), 0, math.pi / 2, 3)
    made.fills.append(Fill(OWN, curves.straight(np.array([[0, 0], [1, 0], [0, 0]])), (0,)))
    made.texts.append(Text("a", 1, 0, 0.5, 10, 0, OWN))
    made.swings.append(Swing(1, True, np.array([[0, 0], [1, 0], [0, 1]], float), OWN))
    made.inserts.append(Insert("x", (), np.zeros(2), np.ones(2), 5, OWN))
    made.merged()
    return made


def test_copies_move_turn_and_take_the_layer() -> None:
    made = shapes().copies([TURNED, np.array([[1, 0, 0], [0, 1, 0]], float)], [7, 8])
    assert made.segments.tolist() == [[10, 20, 10, 22], [0, 0, 1, 0]]
    assert made.layers.tolist() == [7, 8]
    assert made.curve_layers.tolist() == [3, 3, 3, 3]
    assert [fill.layer for fill in made.fills] == [7, 8]
    text = made.texts[0]
    assert (text.x, text.y, text.height, text.angle_deg) == pytest.approx((10, 22, 1, 100))
    assert made.swings[0].radius == pytest.approx(2)
    assert made.swings[0].points.tolist() == [[10, 20], [10, 22], [8, 20]]
    assert made.inserts[0].angle_deg == pytest.approx(95)
    assert made.inserts[0].middle.tolist() == [8, 22]


def test_nothing_copied_is_nothing() -> None:
    assert not len(shapes().copies([], []).segments)


def test_torn_numbers_are_left_out() -> None:
    made = shapes()
    for bad in (math.nan, math.inf, 1e300):
        made.line(np.array([[0, bad], [1, 0]]), 0)
        made.arc((bad, 0), (1, 0), (0, 1), 0, 1, 0)
        made.texts.append(Text("b", bad, 0, 1, 0, 0, 0))
        made.texts.append(Text("b", 0, 0, bad, 0, 0, 0))
    made.merged()
    assert made.without_torn() == 9  # arcs of torn numbers never become curves
    assert len(made.segments) == 1
    assert [text.text for text in made.texts] == ["a"]


def test_what_is_outside_is_left_out() -> None:
    made = shapes()
    made.keep(np.array([-0.5, -0.5]), np.array([0.5, 0.5]))
    assert not len(made.corners())
    assert not made.swings
    assert not made.inserts
