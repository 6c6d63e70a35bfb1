"""Doors and windows as an architect draws them: the gap in the wall, the leaf, its swing."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString
from shapely.geometry.base import BaseGeometry

from plans.drawing.marks import Mark, Pass
from plans.model.fact import value_of
from plans.model.feature import Feature

GAP_M = 0.6
"""How far the gap reaches across a wall, to both sides together: wider than any wall."""
LEAF_ZOOM = (4.0, 0.0)


def opening_gaps(features: Sequence[Feature]) -> list[BaseGeometry]:
    """The rectangles openings cut out of whatever walls they lie on."""
    shapes = np.array([feature.shape for feature in features], dtype=object)
    return list(shapely.buffer(shapes, GAP_M / 2, cap_style="flat", join_style="mitre"))


def leaf_of(feature: Feature, thickness_m: float) -> list[Mark]:
    """Leaf and swing of a door: single, double or sliding.

    The line runs from the hinge jamb to the other jamb; the leaf opens to its left. One hinged on
    the right hangs at the other end of the line and opens to the left all the same.
    """
    if not isinstance(feature.shape, LineString) or feature.shape.length < 0.05:
        return []
    (x0, y0), (x1, y1) = feature.shape.coords[0], feature.shape.coords[-1]
    role = "fire_door" if feature.kind == "fire_door" else "door"
    if feature.kind == "door.sliding":
        lines = _sliding((x0, y0), (x1, y1), thickness_m)
        return [_mark(feature, lines, role)]
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    double = feature.kind == "door.double" or feature.shape.length > 1.35
    if double:
        leaves = [_swing((x0, y0), middle, 1), _swing((x1, y1), middle, -1)]
    elif value_of(feature.facts, "hinges") == "right":
        leaves = [_swing((x1, y1), (x0, y0), -1)]
    else:
        leaves = [_swing((x0, y0), (x1, y1), 1)]
    arcs = MultiLineString([arc for _, arc in leaves])
    panels = MultiLineString([leaf for leaf, _ in leaves])
    return [_mark(feature, arcs, f"{role}.swing"), _mark(feature, panels, role)]


def _mark(feature: Feature, shape: BaseGeometry, role: str) -> Mark:
    return Mark(
        owner=feature.id,
        order=Pass.LEAF,
        paint="line",
        role=role,
        shape=shape,
        zoom=LEAF_ZOOM,
        layer="structure",
    )


def _swing(
    hinge: tuple[float, float], jamb: tuple[float, float], side: int
) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """The open leaf and the quarter circle from it to the far jamb."""
    radius = math.dist(hinge, jamb)
    start = math.atan2(jamb[1] - hinge[1], jamb[0] - hinge[0])
    angles = start + side * np.linspace(math.pi / 2, 0.0, 13)
    arc = [(hinge[0] + radius * math.cos(a), hinge[1] + radius * math.sin(a)) for a in angles]
    return [hinge, arc[0]], arc


def _sliding(a: tuple[float, float], b: tuple[float, float], thickness_m: float) -> MultiLineString:
    """Two leaves, one before the other."""
    length = math.dist(a, b)
    nx, ny = -(b[1] - a[1]) / length, (b[0] - a[0]) / length
    offset = thickness_m / 6
    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)

    def moved(p: tuple[float, float], by: float) -> tuple[float, float]:
        return p[0] + nx * by, p[1] + ny * by

    return MultiLineString(
        [
            [moved(a, offset), moved(middle, offset)],
            [moved(middle, -offset), moved(b, -offset)],
        ]
    )


def window_lines(feature: Feature, thickness_m: float) -> list[Mark]:
    """Frame and pane: three lines along the opening and one across each end."""
    if not isinstance(feature.shape, LineString) or feature.shape.length < 0.05:
        return []
    half = thickness_m / 2
    left = feature.shape.parallel_offset(half, "left")
    right = feature.shape.parallel_offset(half, "right")
    lines = [line for line in (left, feature.shape, right) if isinstance(line, LineString)]
    ends = []
    if len(lines) == 3:
        for at in (0, -1):
            ends.append([lines[0].coords[at], lines[2].coords[at]])
    shape = MultiLineString([list(line.coords) for line in lines] + ends)
    return [
        Mark(
            owner=feature.id,
            order=Pass.LEAF,
            paint="line",
            role="window",
            shape=shape,
            zoom=(2.0, 0.0),
            layer="structure",
        )
    ]
