"""Boundaries of hatches as fills: rings that lie in rings are holes."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

from plans.importing import dxf_curves as curves
from plans.importing.dxf_shapes import Fill, Points

_NEAR = 1e-6
_IGNORE, _OUTER = 2, 1
"""Hatch styles of the DXF reference (group 75): all within the outermost ring; down to the first
hole only. The normal one fills every other ring."""


def fills_of(hatch: Any, layer: int) -> tuple[list[Fill], int]:
    """The fills of a HATCH or MPOLYGON, and how many boundaries of it are torn."""
    from ezdxf.path import from_hatch_boundary_path

    rings, torn = [], 0
    for boundary in hatch.paths:
        if is_torn(boundary):
            torn += 1
            continue
        path = from_hatch_boundary_path(boundary, hatch.ocs(), hatch.dxf.elevation.z)
        for part in path.sub_paths():
            rings += loops(curves.of_path(part))
    return nested(rings, layer, int(hatch.dxf.get("hatch_style", 0))), torn


def is_torn(boundary: Any) -> bool:
    """Whether a boundary of edges has a gap: closing it would draw a bar across the plan."""
    edges = [edge for edge in getattr(boundary, "edges", ()) if hasattr(edge, "start_point")]
    ends = [(edge.start_point, edge.end_point) for edge in edges]
    if len(ends) < 3 or len(ends) != len(boundary.edges):
        return False
    size = max(abs(p.x - q.x) + abs(p.y - q.y) for p, q in ends)
    for (a, b), (c, d) in itertools.pairwise(ends):
        if min(p.distance(q) for p in (a, b) for q in (c, d)) > size:
            return True
    return False


def loops(pieces: Points) -> list[Points]:
    """Curves that come back to their start before their end are several rings in a row."""
    rings = []
    while len(pieces):
        back = np.flatnonzero(np.abs(pieces[:, 6:] - pieces[0, :2]).max(axis=1) < _NEAR)
        end = int(back[0]) + 1 if len(back) else len(pieces)
        if end > 2 or (end == 2 and _is_bent(pieces[:2])):
            rings.append(pieces[:end])
        pieces = pieces[end:]
    return rings


def _is_bent(pieces: Points) -> bool:
    """Whether two curves enclose something: two half circles do, two straight lines do not."""
    return not np.allclose(pieces, np.vstack([curves.straight(p.reshape(4, 2)[[0, 3]])
                                              for p in pieces]))  # fmt: skip


def nested(rings: list[Points], layer: int, style: int) -> list[Fill]:
    """Rings as fills, each with the holes directly in it."""
    if len(rings) < 2:
        return [Fill(layer, ring, (0,)) for ring in rings]
    polygons = np.array([Polygon(_corners(ring)) for ring in rings], dtype=np.object_)
    around = _around(polygons, shapely.area(polygons))
    depths = np.array([len(others) for others in around])
    most = {_IGNORE: 0, _OUTER: 1}.get(style, len(rings))
    holes: dict[int, list[int]] = {}
    for ring in np.flatnonzero((depths % 2 == 1) & (depths <= most)).tolist():
        parent = max(around[ring], key=lambda other: int(depths[other]))
        holes.setdefault(parent, []).append(ring)
    made = []
    for ring in np.flatnonzero((depths % 2 == 0) & (depths <= most)).tolist():
        own = [rings[ring], *(rings[hole] for hole in holes.get(ring, ()))]
        starts = np.cumsum([0, *(len(part) for part in own[:-1])])
        made.append(Fill(layer, np.concatenate(own), tuple(starts.tolist())))
    return made


def _corners(ring: Points) -> Points:
    """Points on a ring: the starts of its curves and their middles."""
    p = ring.reshape(-1, 4, 2)
    middles = (p[:, 0] + 3 * p[:, 1] + 3 * p[:, 2] + p[:, 3]) / 8
    return np.stack([p[:, 0], middles], axis=1).reshape(-1, 2)


def _around(polygons: NDArray[np.object_], areas: Points) -> list[list[int]]:
    """The larger polygons each polygon lies in."""
    inner = shapely.point_on_surface(polygons)
    found: list[list[int]] = [[] for _ in polygons]
    ones, others = shapely.STRtree(polygons).query(inner, predicate="intersects")
    for one, other in zip(ones.tolist(), others.tolist(), strict=True):
        if (areas[other], other) > (areas[one], one) and one != other:
            found[one].append(other)
    return found
