"""The surrounding houses: every block between the streets is built up in its own manner."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Callable

import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from .city import EXTENT, PARK, RIVER_LINE, roadbed
from .drawn import Drawn
from .shapes import polygons, rect

Filler = Callable[[Polygon, random.Random], list[tuple[Polygon, float]]]


def _oriented(block: Polygon) -> tuple[Polygon, float, Point]:
    """The block turned so that its longest side lies along x; the turn and its centre."""
    box = block.minimum_rotated_rectangle
    pts = list(box.exterior.coords)
    side = max(itertools.pairwise(pts), key=lambda ab: math.dist(*ab))
    deg = math.degrees(math.atan2(side[1][1] - side[0][1], side[1][0] - side[0][0]))
    deg = (deg + 90) % 180 - 90
    c = box.centroid
    return shapely.affinity.rotate(block, -deg, origin=c), deg, c


def quarter(block: Polygon, rng: random.Random) -> list[tuple[Polygon, float]]:
    """A large block: cut by yards into parts, each with its own edge of houses or slabs."""
    if block.area < 15000:
        return perimeter(block, rng)
    flat, deg, c = _oriented(block)
    x0, y0, x1, y1 = flat.bounds
    f = rng.uniform(0.42, 0.58)
    x, y = x0 + (x1 - x0) * f, y0 + (y1 - y0) * (1 - f)
    if x1 - x0 > 1.35 * (y1 - y0):
        knife = LineString([(x - 6, y0 - 9), (x + 6, y1 + 9)])
    else:
        knife = LineString([(x0 - 9, y - 5), (x1 + 9, y + 5)])
    halves = polygons(flat.difference(knife.buffer(5)), 1200)
    out = []
    for i, half in enumerate(halves):
        part = shapely.affinity.rotate(half, deg, origin=c)
        inner = slabs if i == 1 and half.area < 15000 and rng.random() < 0.4 else quarter
        out += inner(part, rng)
    return out


def perimeter(block: Polygon, rng: random.Random) -> list[tuple[Polygon, float]]:
    """A closed edge of houses round a court, with gateways and a low house inside."""
    parts = polygons(block.buffer(-4, join_style="mitre").simplify(3), 400)
    if not parts:
        return []
    outer = max(parts, key=lambda g: g.area)
    depth = rng.uniform(11.5, 14)
    ring = outer.difference(outer.buffer(-depth, join_style="mitre"))
    edge = outer.exterior
    at, n = rng.uniform(8, 20), 0
    knives = []
    while at < edge.length - 6:
        a, b = edge.interpolate(at - 0.5), edge.interpolate(at + 0.5)
        dx, dy = b.x - a.x, b.y - a.y
        m = edge.interpolate(at)
        cut_line = LineString([(m.x - dy * 3, m.y + dx * 3), (m.x + dy * 40, m.y - dx * 40)])
        other = LineString([(m.x - dy * 16, m.y + dx * 16), (m.x + dy * 3, m.y - dx * 3)])
        wide = 3.4 if n % 4 == 1 else 0.15
        inward = cut_line if outer.contains(cut_line.interpolate(8)) else other
        knives.append(inward.buffer(wide, cap_style="flat"))
        at += rng.uniform(24, 40)
        n += 1
    houses = ring.difference(shapely.unary_union(knives))
    out = [(g, 3.0 * rng.choice((5, 6, 6, 7))) for g in polygons(houses, 90)]
    court = outer.buffer(-depth - 9)
    for g in polygons(court, 500):
        c = g.representative_point()
        w, d = rng.uniform(12, 18), rng.uniform(8, 12)
        hall = rect(c.x - w / 2, c.y - d / 2, c.x + w / 2, c.y + d / 2)
        if g.contains(hall):
            out.append((hall, 6.0))
    return out


def slabs(block: Polygon, rng: random.Random, storeys: int = 6, depth: float = 12.4):
    """South-facing slabs in rows, with stair bays on the north side."""
    flat, deg, c = _oriented(block.buffer(-5))
    if abs(deg) > 45:
        flat, deg = shapely.affinity.rotate(flat, 90, origin=c), deg - 90
    x0, y0, x1, y1 = flat.bounds
    pitch = depth + storeys * 3.0 * 0.85 + 2
    out = []
    y = y0 + 2
    while y + depth < y1:
        x = x0 + rng.uniform(0, 6)
        while x < x1 - 20:
            w = rng.choice((36.0, 43.2, 50.4, 57.6))
            slab: BaseGeometry = rect(x, y, x + w, y + depth)
            bays = [
                rect(x + b, y + depth, x + b + 2.8, y + depth + 1.3)
                for b in (w * 0.2, w * 0.5 - 1.4, w * 0.8 - 2.8)
            ]
            slab = shapely.unary_union([slab, *bays])
            if not flat.contains(slab):
                w = 28.8
                slab = rect(x, y, x + w, y + depth)
            if flat.contains(slab):
                out.append((shapely.affinity.rotate(slab, deg, origin=c), 3.0 * storeys))
                x += w + rng.uniform(8, 12)
            else:
                x += 6
        y += pitch
    return out


def high_slabs(block: Polygon, rng: random.Random):
    return slabs(block, rng, 18, 15.5)


def points(block: Polygon, rng: random.Random):
    """Point towers with a notched plan, staggered."""
    flat, deg, c = _oriented(block.buffer(-8))
    x0, y0, x1, y1 = flat.bounds
    out = []
    for j, y in enumerate(range(int(y0) + 16, int(y1), 48)):
        for x in range(int(x0) + 18 + (j % 2) * 22, int(x1), 46):
            w = rng.uniform(11, 13)
            shape = shapely.unary_union(
                [rect(x - w, y - 7.5, x + w, y + 6), rect(x - 6.5, y - 10.5, x + 6.5, y + 10)]
            )
            if flat.contains(shape):
                out.append(
                    (shapely.affinity.rotate(shape, deg, origin=c), rng.choice((54.0, 78.0, 96.0)))
                )
    if len(out) < 2:
        return perimeter(block, rng)
    return out


def lanes(block: Polygon, rng: random.Random):
    """Rows of lane houses: narrow plots back to back, lanes of three metres between."""
    flat, deg, c = _oriented(block.buffer(-3))
    x0, y0, x1, y1 = flat.bounds
    out = []
    y = y0 + 1
    k = 0
    while y + 10 < y1:
        x = x0 + rng.uniform(0, 3)
        while x < x1 - 8:
            w = 4.1 * rng.choice((3, 4, 5, 6))
            house: BaseGeometry = rect(x, y, x + w, y + 9.6)
            if rng.random() < 0.4:
                house = house.difference(rect(x + w * 0.35, y + 6.4, x + w * 0.35 + 3.4, y + 9.6))
            kept = house.intersection(flat)
            for g in polygons(kept, 45):
                out.append((shapely.affinity.rotate(g, deg, origin=c), rng.choice((6.6, 7.2, 9.3))))
            x += w + (3.2 if rng.random() < 0.3 else 0.0)
        y += 9.6 + (3.0 if k % 2 else 4.2)
        k += 1
    return out


def sheds(block: Polygon, rng: random.Random):
    """Works and stores: large sheds round yards."""
    flat, deg, c = _oriented(block.buffer(-7))
    x0, y0, x1, y1 = flat.bounds
    out = []
    y = y0 + 2
    while y + 24 < y1:
        d = rng.uniform(22, 30)
        x = x0 + 2
        while x < x1 - 18:
            w = rng.uniform(30, 66)
            shed = rect(x, y, x + w, y + d)
            if rng.random() < 0.35:
                shed = shed.difference(rect(x + w - 10, y + d - 8, x + w, y + d))
            for g in polygons(shed.intersection(flat), 260):
                out.append(
                    (shapely.affinity.rotate(g, deg, origin=c), rng.choice((7.5, 9.0, 12.0)))
                )
            x += w + rng.uniform(9, 16)
        y += d + rng.uniform(12, 18)
    return out


def ells(block: Polygon, rng: random.Random):
    """Free-standing L, U and court shaped houses, as offices and schools have."""
    flat, deg, c = _oriented(block.buffer(-7))
    x0, y0, x1, y1 = flat.bounds
    out = []
    k = rng.randrange(3)
    y = y0 + 2
    while y + 30 < y1:
        x = x0 + 2
        d = rng.uniform(34, 44)
        while x < x1 - 26:
            w = rng.uniform(36, 56)
            t = rng.uniform(12, 16)
            whole = rect(x, y, x + w, y + d)
            hole = (
                rect(x + t, y + t, x + w, y + d),
                rect(x + t, y + t, x + w - t, y + d),
                rect(x + t, y + t, x + w - t, y + d - t),
            )[k % 3]
            shape = whole.difference(hole)
            k += 1
            if flat.contains(shape):
                out.append(
                    (shapely.affinity.rotate(shape, deg, origin=c), 3.9 * rng.choice((4, 6, 9, 12)))
                )
                x += w + rng.uniform(12, 18)
            else:
                x += 7
        y += d + rng.uniform(14, 20)
    return out or perimeter(block, rng)


STYLES: list[tuple[float, float, Filler]] = [
    (-740, 500, slabs),
    (-600, 300, slabs),
    (-740, 300, points),
    (-360, 500, points),
    (-440, 290, quarter),
    (-270, 270, slabs),
    (50, 500, high_slabs),
    (-60, 270, quarter),
    (170, 280, ells),
    (450, 510, slabs),
    (350, 300, quarter),
    (500, 330, ells),
    (700, 520, points),
    (700, 350, slabs),
    (-660, 20, high_slabs),
    (-340, 40, quarter),
    (160, 40, ells),
    (350, 80, quarter),
    (480, 80, ells),
    (690, 140, quarter),
    (-650, -300, sheds),
    (-680, -230, sheds),
    (-340, -210, lanes),
    (-340, -340, lanes),
    (60, -160, quarter),
    (-80, -160, ells),
    (350, -140, quarter),
    (500, -130, slabs),
    (430, -290, slabs),
    (700, -60, slabs),
    (700, -240, sheds),
    (-500, -580, sheds),
    (-60, -570, slabs),
    (400, -570, sheds),
    (-360, 560, points),
]


def _is_house(shape: Polygon) -> bool:
    """Whether it is neither a splinter nor a scrap left by a slanting corner."""
    frame = shape.minimum_rotated_rectangle
    sides = sorted(math.dist(*ab) for ab in list(itertools.pairwise(frame.exterior.coords))[:2])
    return sides[0] > 5.5 and shape.area > 0.52 * frame.area


def surroundings(reserved: list[BaseGeometry]) -> list[tuple[Polygon, float]]:
    """Footprint and height of every house that has no plan of its own."""
    land = EXTENT.difference(roadbed(4.5)).difference(RIVER_LINE.buffer(66))
    land = land.difference(PARK.buffer(3)).difference(shapely.unary_union(reserved))
    out = []
    for i, block in enumerate(
        sorted(polygons(land, 1500), key=lambda g: (g.centroid.x, g.centroid.y))
    ):
        c = block.centroid
        fill = min(STYLES, key=lambda s: math.hypot(s[0] - c.x, s[1] - c.y))[2]
        rng = random.Random(1000 + i)
        smooth = block.buffer(-2).buffer(2).simplify(0.5)
        for part in polygons(smooth, 1200):
            built = fill(part, rng)
            out += [(g, h) for g, h in built if land.buffer(0.5).contains(g) and _is_house(g)]
    return out


def footprints(reserved: list[BaseGeometry]) -> list[Drawn]:
    return [
        Drawn(
            "building.footprint",
            shapely.set_precision(g.simplify(0.05), 0.01),
            "",
            "",
            0.0,
            {"height_m": round(h, 1)},
        )
        for g, h in surroundings(reserved)
    ]
