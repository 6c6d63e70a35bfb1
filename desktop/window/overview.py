"""Where a view of the site begins, what all of it is, and what lies far outside."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.canvas.camera import Box
from plans.analysis.clusters import main_cluster
from plans.binder import Binder
from plans.model.catalog import Views


@dataclass(frozen=True, slots=True)
class Overview:
    """Boxes in map metres; None where nothing has a place.

    `start` holds the main cluster of the buildings (each counts one and its floors), or of the
    map where no building is placed; `outside` counts buildings and map features away from it, the
    nearest `outside_m` off.
    """

    start: Box | None = None
    everything: Box | None = None
    outside: int = 0
    outside_m: float = 0.0


def overview(binder: Binder, views: Views) -> Overview:
    """The overview of a binder's site, strays told apart by `views.reach_m`."""
    extent = binder.site.extent()
    buildings, weights = _buildings(binder)
    if not len(buildings) and extent is None:
        return Overview()
    everything = box_of(buildings, extent)
    if not len(buildings) and _side(everything) <= views.reach_m:
        return Overview(everything, everything)
    places = buildings if len(buildings) else binder.site.centres()
    inside = main_cluster(places, views.reach_m, weights if len(buildings) else None)
    start = grown(box_of(places[inside], None), views.around_m)
    strays = places[~inside]
    if len(buildings) and extent is not None and not within(extent, grown(start, views.reach_m)):
        centres = binder.site.centres()
        strays = np.vstack([strays, centres[_distance(centres, start) > views.reach_m]])
    if not len(strays):
        return Overview(start, everything)
    return Overview(start, everything, len(strays), float(_distance(strays, start).min()))


def _buildings(binder: Binder) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where the placed buildings stand, map metres, (n, 2), and how much each counts, (n,)."""
    frame = binder.frame
    rows = [
        (row.id, row.lon, row.lat)
        for row in binder.library.list()
        if row.lon is not None and row.lat is not None
    ]
    if frame is None or not rows:
        return np.empty((0, 2)), np.empty(0)
    floors = binder.library.floor_counts()
    weights = [1.0 + floors.get(id_, 0) for id_, _, _ in rows]
    return frame.all_to_map([(lon, lat) for _, lon, lat in rows]), np.array(weights)


def box_of(points: NDArray[np.float64], extent: Box | None) -> Box:
    """Bounds of points (n, 2) and of a box."""
    corners = np.empty((0, 2)) if extent is None else np.array(extent, dtype=float).reshape(2, 2)
    every = np.vstack([points, corners])
    (x0, y0), (x1, y1) = every.min(axis=0).tolist(), every.max(axis=0).tolist()
    return x0, y0, x1, y1


def _distance(points: NDArray[np.float64], box: Box) -> NDArray[np.float64]:
    """How far points lie outside a box, metres, (n,)."""
    low, high = np.array(box[:2]), np.array(box[2:])
    out = np.maximum(np.maximum(low - points, points - high), 0.0)
    return np.asarray(np.hypot(out[:, 0], out[:, 1]))


def _side(box: Box) -> float:
    return max(box[2] - box[0], box[3] - box[1])


def grown(box: Box, by_m: float) -> Box:
    """The box with so much more on every side."""
    return box[0] - by_m, box[1] - by_m, box[2] + by_m, box[3] + by_m


def within(inner: Box, outer: Box) -> bool:
    """Whether a box lies in another."""
    return (
        inner[0] >= outer[0]
        and inner[1] >= outer[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


def alike(one: Box | None, other: Box | None) -> bool:
    """Whether two plans cover about the same ground: nine tenths of what both cover together."""
    if one is None or other is None:
        return one == other
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    if wide <= 0 or high <= 0:
        return one == other
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return wide * high >= 0.9 * (sum(areas) - wide * high)
