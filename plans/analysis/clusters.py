"""The main cluster of places: where most of them lie together, whatever strays far away."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import numpy as np
import shapely
from numpy.typing import NDArray


def main_cluster(
    points: NDArray[np.float64], reach_m: float, weights: NDArray[np.float64] | None = None
) -> NDArray[np.bool_]:
    """Which of the points (n, 2; metres) belong to the cluster with most of them, by weight (n,).

    Two points are of one cluster when steps of at most `reach_m` lead from one to the other over
    points (single linkage). Of clusters as heavy the tighter one counts, then the one
    farthest south-west, so that the answer does not hang on the points' order.
    """
    if not len(points):
        return np.zeros(0, dtype=bool)
    groups = _groups(points, reach_m)
    sizes: dict[int, float] = defaultdict(float)
    for group, weight in zip(groups.tolist(), _given(weights, len(points)), strict=True):
        sizes[group] += weight
    most = max(sizes.values())

    def spread(group: int) -> tuple[float, float, float]:
        own = points[groups == group]
        low = own.min(axis=0)
        return float((own.max(axis=0) - low).sum()), float(low[0]), float(low[1])

    best = min((group for group, count in sizes.items() if count == most), key=spread)
    return np.asarray(groups == best)


def _groups(points: NDArray[np.float64], reach_m: float) -> NDArray[np.int64]:
    """The cluster of each point, by joining cells so small that one cell is one cluster."""
    side = reach_m / np.sqrt(2.0) * 0.999
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, (column, row) in enumerate(np.floor(points / side).astype(np.int64).tolist()):
        cells[column, row].append(index)
    numbers = {cell: number for number, cell in enumerate(cells)}
    parent = list(range(len(numbers)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    steps = [step for step in product(range(3), range(-2, 3)) if step > (0, 0)]
    for cell, number in numbers.items():
        for step in steps:
            other = (cell[0] + step[0], cell[1] + step[1])
            if other not in numbers or root(number) == root(numbers[other]):
                continue
            if _distance(points[cells[cell]], points[cells[other]]) <= reach_m:
                parent[root(number)] = root(numbers[other])
    found = np.empty(len(points), dtype=np.int64)
    for cell, indices in cells.items():
        found[indices] = root(numbers[cell])
    return found


def _given(weights: NDArray[np.float64] | None, count: int) -> list[float]:
    return [1.0] * count if weights is None else weights.tolist()


def _distance(some: NDArray[np.float64], others: NDArray[np.float64]) -> float:
    """The least distance between two sets of points, metres."""
    return float(shapely.distance(shapely.multipoints(some), shapely.multipoints(others)))
