"""Small plane-geometry helpers of the draughtsman: rectangles, arcs, curves, cuts. Metres."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import split

Xy = tuple[float, float]


def rect(x0: float, y0: float, x1: float, y1: float) -> Polygon:
    """The axis-aligned rectangle between two corners."""
    return box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def poly(*points: Xy) -> Polygon:
    return Polygon(points)


def ring_line(x0: float, y0: float, x1: float, y1: float) -> list[Xy]:
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]


def arc(cx: float, cy: float, r: float, a0: float, a1: float, steps: int = 8) -> list[Xy]:
    """Points on a circle from angle a0 to a1 (degrees)."""
    return [
        (cx + r * math.cos(math.radians(a)), cy + r * math.sin(math.radians(a)))
        for a in np.linspace(a0, a1, steps + 1)
    ]


def rounded(shape: Polygon, radius: float, steps: int = 6) -> Polygon:
    """The polygon with its convex corners rounded."""
    return shape.buffer(-radius).buffer(radius, quad_segs=steps)


def chamfered(x0: float, y0: float, x1: float, y1: float, c: float) -> Polygon:
    return Polygon(
        [
            (x0 + c, y0),
            (x1 - c, y0),
            (x1, y0 + c),
            (x1, y1 - c),
            (x1 - c, y1),
            (x0 + c, y1),
            (x0, y1 - c),
            (x0, y0 + c),
        ]
    )


def curve(points: Sequence[Xy], step: float = 12.0) -> LineString:
    """A centripetal-like Catmull-Rom curve through the points, sampled about every `step`."""
    p = np.array([points[0], *points, points[-1]], dtype=float)
    p[0] = 2 * p[1] - p[2]
    p[-1] = 2 * p[-2] - p[-3]
    out: list[Xy] = []
    for i in range(1, len(p) - 2):
        a, b, c, d = p[i - 1], p[i], p[i + 1], p[i + 2]
        n = max(2, round(float(np.hypot(*(c - b))) / step))
        for t in np.linspace(0, 1, n, endpoint=False):
            q = 0.5 * (
                2 * b
                + (c - a) * t
                + (2 * a - 5 * b + 4 * c - d) * t**2
                + (3 * b - a - 3 * c + d) * t**3
            )
            out.append((round(float(q[0]), 3), round(float(q[1]), 3)))
    out.append((float(p[-2][0]), float(p[-2][1])))
    return LineString(out)


def tidy(shape: BaseGeometry, grid: float = 0.001) -> BaseGeometry:
    """The shape on a millimetre grid."""
    return shapely.set_precision(shape, grid)


def polygons(shape: BaseGeometry, least_m2: float = 0.05) -> list[Polygon]:
    """The polygons of a shape that are not slivers."""
    if isinstance(shape, Polygon):
        parts: Iterable[BaseGeometry] = [shape]
    else:
        parts = getattr(shape, "geoms", [])
    return [g for g in parts if isinstance(g, Polygon) and g.area > least_m2]


def largest(shape: BaseGeometry) -> Polygon:
    return max(polygons(shape), key=lambda g: g.area)


def cut(shape: Polygon, *lines: Sequence[Xy]) -> list[Polygon]:
    """The polygon cut by lines; parts ordered by the x, then y, of their middle."""
    parts = [shape]
    for line in lines:
        knife = LineString(line)
        parts = [q for part in parts for q in polygons(split(part, knife))]
    return sorted(parts, key=lambda g: (round(g.centroid.x, 1), round(g.centroid.y, 1)))


def slices_x(shape: Polygon, xs: Sequence[float]) -> list[Polygon]:
    """The polygon cut by vertical lines, from left to right."""
    return cut(shape, *[[(x, -999.0), (x, 999.0)] for x in xs])


def slices_y(shape: Polygon, ys: Sequence[float]) -> list[Polygon]:
    """The polygon cut by horizontal lines, from bottom to top."""
    parts = cut(shape, *[[(-999.0, y), (999.0, y)] for y in ys])
    return sorted(parts, key=lambda g: round(g.centroid.y, 1))


def turned(shape: BaseGeometry, deg: float, dx: float = 0.0, dy: float = 0.0) -> BaseGeometry:
    """The shape turned about the origin, then moved."""
    turned_shape = shapely.affinity.rotate(shape, deg, origin=(0, 0))
    return shapely.affinity.translate(turned_shape, dx, dy)


def inside_point(shape: Polygon) -> Point:
    """The middle of the largest circle that fits: where a label stands."""
    try:
        return shapely.ops.polylabel(shape, 0.25)
    except shapely.errors.TopologicalError:
        return shape.representative_point()


def merged(shapes: Iterable[BaseGeometry], gap: float = 0.0) -> Polygon | MultiPolygon:
    """The union of shapes, closing gaps of up to `gap` metres."""
    union = shapely.unary_union([tidy(s) for s in shapes])
    if gap:
        union = union.buffer(gap, join_style="mitre").buffer(-gap, join_style="mitre")
    return tidy(union)  # type: ignore[return-value]
