"""Tests of curves as cubic Béziers and their chords."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from ezdxf.path import Path

from plans.importing import dxf_curves as curves


def circle(radius: float) -> Any:
    at, u, v = (np.array([p], float) for p in ((3, 4), (radius, 0), (0, radius)))
    return curves.arcs(at, u, v, np.zeros(1), np.array([2 * math.pi]))[0]


@pytest.mark.parametrize("radius", [0.1, 5.0, 60.0, 400.0])
def test_a_circle_is_as_round_as_wanted(radius: float) -> None:
    chords, _ = curves.flattened(circle(radius), 0.005, 100_000)
    middles = (chords[:, :2] + chords[:, 2:]) / 2 - (3, 4)
    assert np.abs(np.hypot(*middles.T) - radius).max() < 0.006 + radius * 5e-6
    assert np.allclose(chords[1:, :2], chords[:-1, 2:])
    assert np.allclose(chords[0, :2], chords[-1, 2:])


def test_a_large_circle_has_more_chords_than_a_small_one() -> None:
    small, large = (len(curves.flattened(circle(r), 0.005, 10_000)[0]) for r in (0.05, 50))
    assert small <= 16
    assert 150 < large < 1_000


def test_too_many_chords_become_coarser() -> None:
    many = np.concatenate([circle(50)] * 20)
    fine, _ = curves.flattened(many, 0.005, 100_000)
    coarse, counts = curves.flattened(many, 0.005, 500)
    assert len(coarse) <= 500 < len(fine)
    assert counts.sum() == len(coarse)


def test_a_bulge_of_one_is_a_half_circle() -> None:
    straight, bent = curves.bulged(np.array([[0, 0, 1], [2, 0, 0], [5, 0, 0]], float))
    assert straight.tolist() == [[2, 0, 5, 0]]
    chords, _ = curves.flattened(bent, 1e-4, 10_000)
    assert np.hypot(*(chords[:, 2:] - chords[:, :2]).T).sum() == pytest.approx(math.pi, rel=1e-3)
    assert chords[:, 1].min() == pytest.approx(-1, abs=1e-3)


def test_straight_curves_have_one_chord() -> None:
    pieces = curves.straight(np.array([[0, 0], [1e4, 3], [5, 1e4]]))
    chords, counts = curves.flattened(pieces, 0.005, 100)
    assert counts.tolist() == [1, 1]
    assert chords[0] == pytest.approx([0, 0, 1e4, 3])


def test_a_path_with_a_break() -> None:
    path = Path((0, 0))
    path.line_to((1, 0))
    path.curve3_to((3, 0), (2, 2))
    path.move_to((9, 9))
    path.curve4_to((12, 9), (10, 12), (11, 12))
    pieces = curves.of_path(path)
    assert len(pieces) == 3
    assert pieces[1, :2].tolist() == [1, 0]
    assert pieces[2, [0, 1, 6, 7]].tolist() == [9, 9, 12, 9]


def test_coordinates_beyond_reason_are_refused() -> None:
    path = Path((0, 0))
    path.line_to((1e300, 0))
    with pytest.raises(ValueError, match="reason"):
        curves.of_path(path)


def test_curves_follow_a_matrix() -> None:
    turned = curves.moved(circle(1), np.array([[0, -2, 5], [1, 0, 6]], float))
    points = curves.flattened(turned, 1e-3, 1_000)[0].reshape(-1, 2)
    assert points.min(axis=0) == pytest.approx([5 - 8 - 2, 6 + 3 - 1], abs=0.01)
    assert points.max(axis=0) == pytest.approx([5 - 8 + 2, 6 + 3 + 1], abs=0.01)
