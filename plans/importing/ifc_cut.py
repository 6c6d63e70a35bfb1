"""Horizontal cuts and footprints of triangle meshes, in metres.

A mesh is its corners (n, 3) and its triangles (m, 3). Cutting works on every mesh a stranger's
model may hold: corners on the plane count as above it, so that a closed mesh always gives closed
rings, and what lies inside is told by how often the rings wind about it, so that bodies that
overlap or touch become one and hollows stay hollow.
"""

from __future__ import annotations

import math

import msgspec
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]

GRID_M = 0.0001
"""Ends of pieces nearer than this are one end."""
_LEAST_M2 = 0.0004
"""Smaller areas are slivers of the mesh, not things on a plan."""
_UPWARD = 0.05
"""A triangle whose normal rises less than this is upright and covers no floor."""
_MOST_FACES = 3_000
"""What a body of more triangles covers is outlined by its hull: uniting them takes seconds."""


class Mesh(msgspec.Struct, frozen=True):
    """A body in metres: `corners` (n, 3) of the building's axes, `faces` (m, 3) into them."""

    corners: Floats
    faces: Ints

    @property
    def low(self) -> Floats:
        """Its least x, y and z."""
        return np.asarray(self.corners.min(axis=0))

    @property
    def high(self) -> Floats:
        """Its greatest x, y and z."""
        return np.asarray(self.corners.max(axis=0))


def pieces(mesh: Mesh, z_m: float) -> Floats:
    """Where the plane at that height meets the mesh: pieces (k, 2, 2), the body to their left when
    its triangles face outward."""
    above = mesh.corners[:, 2] >= z_m
    sides = above[mesh.faces]
    met = sides.any(axis=1) & ~sides.all(axis=1)
    faces, sides = mesh.faces[met], sides[met]
    if not len(faces):
        return np.empty((0, 2, 2))
    # turn each triangle until the corner that stands alone comes first
    lonely_above = sides.sum(axis=1) == 1
    alone = np.where(lonely_above, sides.argmax(axis=1), (~sides).argmax(axis=1))
    order = (alone[:, None] + np.arange(3)) % 3
    faces = np.take_along_axis(faces, order, axis=1)
    first, second = _met(mesh, faces[:, [0, 1]], z_m), _met(mesh, faces[:, [0, 2]], z_m)
    start = np.where(lonely_above[:, None], first, second)
    end = np.where(lonely_above[:, None], second, first)
    found = np.round(np.stack([start, end], axis=1) / GRID_M) * GRID_M
    return np.asarray(found[(found[:, 0] != found[:, 1]).any(axis=1)])


def _met(mesh: Mesh, edges: Ints, z_m: float) -> Floats:
    """Where edges (k, 2) cross the plane; an edge gives the same point from both its triangles."""
    low = np.where(mesh.corners[edges[:, 0], 2] < mesh.corners[edges[:, 1], 2], 0, 1)
    rows = np.arange(len(edges))
    p, q = mesh.corners[edges[rows, low]], mesh.corners[edges[rows, 1 - low]]
    share = (z_m - p[:, 2]) / (q[:, 2] - p[:, 2])
    return np.asarray(p[:, :2] + share[:, None] * (q[:, :2] - p[:, :2]))


def cut(mesh: Mesh, z_m: float) -> BaseGeometry:
    """What a horizontal plane cuts of the body, as an area; empty where it meets none.

    A mesh that is not closed gives the area its rings enclose where they close, else nothing.
    """
    found = pieces(mesh, z_m)
    if len(found) < 3:
        return Polygon()
    lines = shapely.linestrings(found)
    areas = shapely.get_parts(shapely.polygonize(lines))
    if len(areas) == 1 and abs(shapely.length(areas[0]) - shapely.length(lines).sum()) < GRID_M:
        return _straight(areas[0])
    areas = shapely.get_parts(shapely.polygonize(shapely.get_parts(shapely.union_all(lines))))
    inside = [area for area in areas if _winding(found, area.representative_point().coords[0])]
    return _straight(shapely.union_all(np.array(inside, dtype=object)))


def _straight(shape: BaseGeometry) -> BaseGeometry:
    """The areas of a shape without the corners triangles leave along straight sides."""
    return areal(shapely.simplify(shape, GRID_M * 2))


def _winding(lines: Floats, at: tuple[float, ...]) -> int:
    """How often directed pieces wind about a point that lies on none."""
    (x0, y0), (x1, y1) = lines[:, 0].T, lines[:, 1].T
    x, y = at[0], at[1]
    side = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)
    up = (y0 <= y) & (y1 > y) & (side > 0)
    down = (y0 > y) & (y1 <= y) & (side < 0)
    return int(up.sum()) - int(down.sum())


def footprint(mesh: Mesh) -> BaseGeometry:
    """The area the body covers seen from above; its hull when it has very many triangles."""
    if len(mesh.faces) > _MOST_FACES:
        return hull(mesh)
    triangles = mesh.corners[mesh.faces]
    a, b, c = triangles[:, 0], triangles[:, 1], triangles[:, 2]
    normals = np.cross(b - a, c - a)
    lengths = np.linalg.norm(normals, axis=1)
    faces_up = np.abs(normals[:, 2]) > _UPWARD * np.maximum(lengths, 1e-12)
    if not faces_up.any():
        return Polygon()
    flat = np.round(triangles[faces_up][:, :, :2] / GRID_M) * GRID_M
    areas = shapely.polygons(flat)
    return _straight(shapely.union_all(areas[shapely.is_valid(areas)]))


def hull(mesh: Mesh) -> BaseGeometry:
    """The convex area around the body seen from above."""
    return areal(shapely.convex_hull(shapely.multipoints(mesh.corners[:, :2])))


def areal(shape: BaseGeometry) -> BaseGeometry:
    """The areas of a shape, valid and without slivers: a polygon, several, or an empty one."""
    sound = shape if shape.is_valid else shapely.make_valid(shape)
    parts = [
        part
        for part in shapely.get_parts(shapely.get_parts([sound])).tolist()
        if isinstance(part, Polygon) and part.area >= _LEAST_M2
    ]
    if not parts:
        return Polygon()
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)


def parts(shape: BaseGeometry) -> list[Polygon]:
    """The polygons of an area."""
    return [part for part in shapely.get_parts([shape]).tolist() if not part.is_empty]


class Box(msgspec.Struct, frozen=True):
    """A rectangle lying any way: its middle line, and how wide it is across it, metres."""

    line: LineString
    width_m: float


def box_along(points: Floats, direction: Floats) -> Box:
    """The rectangle around points (n, 2) with its sides along a direction (2)."""
    way = direction / max(math.hypot(*direction), 1e-12)
    side = np.array([-way[1], way[0]])
    along, across = points @ way, points @ side
    middle = (across.min() + across.max()) / 2
    ends = [way * at + side * middle for at in (along.min(), along.max())]
    return Box(LineString(ends), float(across.max() - across.min()))


def slim_box(shape: BaseGeometry, *, fills: float = 0.9, times: float = 2.0) -> Box | None:
    """The middle line of a slim rectangle-like polygon and its width; None for other polygons.

    The line ends half a width before the polygon does: a band of that width with square ends about
    it covers the polygon again.
    """
    box = shape.minimum_rotated_rectangle
    if shape.is_empty or not isinstance(shape, Polygon) or not isinstance(box, Polygon):
        return None
    a, b, c = (np.array(point[:2]) for point in list(box.exterior.coords)[:3])
    if math.dist(a, b) < math.dist(b, c):
        a, b, c = b, c, a + (c - b)
    length, width = math.dist(a, b), math.dist(b, c)
    if width <= 0 or length < times * width or shape.area < fills * box.area:
        return None
    inset = (b - a) * (width / 2 / length)
    across = (c - b) / 2
    return Box(LineString([a + across + inset, b + across - inset]), width)


def edge(area: BaseGeometry) -> BaseGeometry:
    """A slim area as its middle line, another as its edge."""
    slim = slim_box(area)
    if slim is not None:
        return slim.line
    rings = [LineString(part.exterior.coords) for part in parts(area)]
    return rings[0] if len(rings) == 1 else MultiLineString(rings)


def way_up(mesh: Mesh) -> float:
    """The direction in which a flight rises, degrees counter-clockwise from east: along the slope
    of the plane that fits its corners best."""
    corners = mesh.corners - mesh.corners.mean(axis=0)
    if len(corners) < 4 or np.ptp(corners[:, 2]) < 0.05:
        return 0.0
    (a, b), *_ = np.linalg.lstsq(corners[:, :2], corners[:, 2], rcond=None)
    return round(float(np.degrees(np.arctan2(b, a))) % 360, 1)
