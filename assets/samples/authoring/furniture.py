"""Furniture and fittings: the faint lines that let a reader see what a room is."""

from __future__ import annotations

import math
from collections.abc import Sequence

from shapely.geometry import LineString, Polygon, box

from .plan import Plan
from .shapes import Xy, arc, ring_line


def _local(x: float, y: float, deg: float, points: Sequence[Xy]) -> list[Xy]:
    c, s = math.cos(math.radians(deg)), math.sin(math.radians(deg))
    return [(round(x + px * c - py * s, 3), round(y + px * s + py * c, 3)) for px, py in points]


def block(p: Plan, x: float, y: float, w: float, d: float, deg: float = 0.0) -> None:
    """A rectangle w by d whose middle stands at (x, y)."""
    p.draw("furniture", _local(x, y, deg, ring_line(-w / 2, -d / 2, w / 2, d / 2)))


def circle(p: Plan, x: float, y: float, r: float) -> None:
    p.draw(
        "furniture",
        [(round(a, 3), round(b, 3)) for a, b in arc(x, y, r, 0, 360, 6 if r < 0.4 else 14)],
    )


def bed(p: Plan, x: float, y: float, deg: float, w: float = 1.5) -> None:
    """A bed, head at (x, y), lying in direction `deg`."""
    p.draw(
        "furniture",
        _local(x, y, deg, ring_line(0, -w / 2, 2.0, w / 2)),
        _local(x, y, deg, [(0.45, -w / 2), (0.45, w / 2)]),
    )


def toilet(p: Plan, x: float, y: float, deg: float) -> None:
    """A WC, its back at (x, y), facing `deg`."""
    bowl = [(0.0, -0.2), (0.2, -0.2), (0.5, -0.17), (0.66, 0.0), (0.5, 0.17), (0.2, 0.2)]
    p.draw("furniture", _local(x, y, deg, [*bowl, (0.0, 0.2), (0.0, -0.2)]))


def basin(p: Plan, x: float, y: float, deg: float) -> None:
    p.draw("furniture", _local(x, y, deg, ring_line(0.0, -0.28, 0.45, 0.28)))


def table(p: Plan, x: float, y: float, w: float, d: float, deg: float = 0.0) -> None:
    """A meeting table with chairs down both sides."""
    block(p, x, y, w, d, deg)
    n = max(1, int(w // 0.9))
    for side in (-1, 1):
        for i in range(n):
            px = -w / 2 + w * (i + 0.5) / n
            seat = ring_line(px - 0.22, side * (d / 2 + 0.12), px + 0.22, side * (d / 2 + 0.5))
            p.draw("furniture", _local(x, y, deg, seat))


def desks(p: Plan, room: Polygon, deg: float = 0.0, gap: float = 0.9) -> None:
    """Clusters of four desks filling a room, 3.2 m by 2.8 m a cluster with its chairs."""
    inner = room.buffer(-gap, join_style="mitre")
    if inner.is_empty:
        return
    x0, y0, x1, y1 = inner.bounds
    nx, ny = int((x1 - x0 + 1.2) // 4.0), int((y1 - y0 + 1.6) // 3.3)
    for i in range(max(nx, 0)):
        for j in range(max(ny, 0)):
            x = x0 + (x1 - x0) * (i + 0.5) / nx
            y = y0 + (y1 - y0) * (j + 0.5) / ny
            if inner.contains(box(x - 1.4, y - 0.7, x + 1.4, y + 0.7)):
                p.draw(
                    "furniture",
                    _local(x, y, deg, ring_line(-1.4, -0.7, 1.4, 0.7)),
                    _local(x, y, deg, [(-1.4, 0), (1.4, 0)]),
                    _local(x, y, deg, [(0, -0.7), (0, 0.7)]),
                )


def rows(p: Plan, room: Polygon, deg: float, pitch: float, depth: float, gap: float = 0.8) -> None:
    """Parallel shelves or seats: rectangles `depth` deep every `pitch`, along direction `deg`."""
    inner = room.buffer(-gap, join_style="mitre")
    if inner.is_empty:
        return
    c = inner.centroid
    reach = math.hypot(*(a - b for a, b in zip(inner.bounds[2:], inner.bounds[:2], strict=True)))
    n = int(reach // pitch)
    for i in range(-n, n + 1):
        middle = LineString(_local(c.x, c.y, deg, [(-reach, i * pitch), (reach, i * pitch)]))
        piece = middle.buffer(depth / 2, cap_style="flat").intersection(inner)
        for g in getattr(piece, "geoms", [piece]):
            if g.area > depth * 1.5:
                ring = g.simplify(0.01).exterior.coords
                p.draw("furniture", [(round(a, 3), round(b, 3)) for a, b in ring])


def counter(p: Plan, points: Sequence[Xy], depth: float = 0.6) -> None:
    """A worktop along a wall: the front edge of a strip `depth` to the left of the line."""
    front = LineString(points).parallel_offset(depth, "left", join_style=2)
    p.draw("furniture", [(round(a, 3), round(b, 3)) for a, b in front.coords])


def stalls(p: Plan, x: float, y: float, n: int, deg: float, pitch: float = 0.95) -> None:
    """A row of WC cubicles, first corner at (x, y), running along `deg`, backs on the line."""
    for i in range(n):
        bx, by = _local(x, y, deg, [(pitch * (i + 0.5), 0.08)])[0]
        toilet(p, bx, by, deg + 90)
        p.draw("furniture", _local(x, y, deg, [(pitch * (i + 1), 0), (pitch * (i + 1), 1.3)]))


def basins(p: Plan, x: float, y: float, n: int, deg: float, pitch: float = 0.8) -> None:
    for i in range(n):
        bx, by = _local(x, y, deg, [(pitch * (i + 0.5), 0.06)])[0]
        basin(p, bx, by, deg + 90)


def sofa(p: Plan, x: float, y: float, deg: float, w: float = 2.0) -> None:
    """A sofa, middle of its back at (x, y), facing `deg`."""
    p.draw(
        "furniture",
        _local(x, y, deg, ring_line(0, -w / 2, 0.85, w / 2)),
        _local(x, y, deg, [(0.25, -w / 2), (0.25, w / 2)]),
    )
