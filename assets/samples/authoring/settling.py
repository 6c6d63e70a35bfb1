"""Where things stand without getting in each other's way: symbols, names, columns, furniture."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import shapely
from shapely.geometry import LineString, Point, Polygon

from .drawn import Drawn


def clear_of_columns(drawn: Iterable[Drawn]) -> list[Drawn]:
    """The things drawn, furniture cut where a column stands; small pieces make way altogether."""
    drawn = list(drawn)
    columns = [d.shape.buffer(0.12, join_style="mitre") for d in drawn if d.kind == "column"]
    if not columns:
        return drawn
    tree = shapely.STRtree(columns)
    out = []
    gone = []
    for d in drawn:
        hits = tree.query(d.shape, predicate="intersects") if d.kind == "furniture" else []
        if not len(hits):
            out.append(d)
        elif d.shape.length > 9:
            rest = d.shape.difference(shapely.union_all([columns[i] for i in hits]))
            out += [
                Drawn("furniture", g)
                for g in shapely.get_parts(shapely.line_merge(rest))
                if isinstance(g, LineString) and g.length > 0.2
            ]
        elif d.shape.is_closed:
            gone.append(Polygon(d.shape.coords).buffer(0.05))
    inside = shapely.STRtree(gone)
    return [
        d
        for d in out
        if d.kind != "furniture" or not len(inside.query(d.shape, predicate="within"))
    ]


def free_place(
    want: Any, home: Polygon | None, placed: list[Point], labels: list[tuple[Point, float]]
) -> Point:
    """The place nearest to `want` at least 1.3 m from symbols and off the room names."""

    def cost(p: Point) -> float:
        c = sum(max(0.0, 1.3 - p.distance(o)) * 4 for o in placed)
        for at, half in labels:
            if abs(p.y - at.y) < 0.9 and abs(p.x - at.x) < half:
                c += 1.5
        return c + p.distance(want) * 0.5

    best, least = want, cost(want)
    if least < 0.05:
        return Point(round(want.x, 3), round(want.y, 3))
    room = home.buffer(-0.4) if home is not None else None
    for r in (0.5, 0.9, 1.3, 1.8, 2.4, 3.0):
        for k in range(16):
            a = k * math.pi / 8
            p = Point(want.x + r * math.cos(a), want.y + r * math.sin(a))
            if room is not None and not room.contains(p):
                continue
            c = cost(p)
            if c < least - 1e-9:
                best, least = p, c
    return Point(round(best.x, 3), round(best.y, 3))
