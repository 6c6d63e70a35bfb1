"""The main cluster: most of the places together, whatever their order and wherever strays lie."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from plans.analysis.clusters import main_cluster

Points = NDArray[np.float64]
REACH = 1_000.0
coordinate = st.floats(-20_000, 20_000).map(lambda at: round(at, 1))
some_points = st.lists(st.tuples(coordinate, coordinate), min_size=1, max_size=40).map(
    lambda rows: np.array(rows, dtype=float)
)


def linked(points: Points) -> list[set[int]]:
    """The clusters by brute force."""
    far = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    left, found = set(range(len(points))), []
    while left:
        group, edge = set(), {left.pop()}
        while edge:
            group |= edge
            edge = {j for i in edge for j in left if far[i, j] <= REACH}
            left -= edge
        found.append(group)
    return found


@given(some_points)
def test_it_is_a_whole_cluster_and_none_is_larger(points: Points) -> None:
    found = set(np.flatnonzero(main_cluster(points, REACH)).tolist())
    groups = linked(points)
    assert found in groups
    assert len(found) == max(map(len, groups))


@given(some_points, st.randoms())
def test_the_order_does_not_matter(points: Points, dice: object) -> None:
    order = list(range(len(points)))
    dice.shuffle(order)  # type: ignore[attr-defined]
    found = main_cluster(points, REACH)
    assert (main_cluster(points[order], REACH) == found[order]).all()


@given(some_points, st.floats(30, 3_000), st.integers(0, 5))
def test_far_strays_change_nothing(points: Points, km: float, count: int) -> None:
    town = points / 40  # within 1 km: one cluster
    strays = np.array(
        [[km * 1_000 * (2 + i), -km * 1_000] for i in range(min(count, len(town) - 1))]
    )
    every = np.vstack([town, strays.reshape(-1, 2)])
    expected = np.arange(len(every)) < len(town)
    if len(town) > 1:
        assert (main_cluster(every, REACH) == expected).all()


def test_weight_counts_and_not_number() -> None:
    points = np.array([[0, 0], [1, 0], [90_000, 0.0], [90_001, 0], [90_002, 0]])
    assert main_cluster(points, REACH).tolist() == [False] * 2 + [True] * 3
    weights = np.array([30, 4, 1, 1, 1.0])
    assert main_cluster(points, REACH, weights).tolist() == [True] * 2 + [False] * 3


def test_nothing_and_one() -> None:
    assert main_cluster(np.empty((0, 2)), REACH).tolist() == []
    assert main_cluster(np.array([[3.0, 4.0]]), REACH).tolist() == [True]


def test_of_two_as_large_the_tighter_one() -> None:
    points = np.array([[0, 0], [900, 0], [50_000, 0], [50_100, 0.0]])
    assert main_cluster(points, REACH).tolist() == [False, False, True, True]
