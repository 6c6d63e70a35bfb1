"""Doors and windows of a model as lines across their walls, with what matters of them."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
import numpy as np
import shapely
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from plans.importing.ifc_cut import Box, Floats, areal, box_along, footprint
from plans.importing.ifc_facts import Sets, fact, is_said, rating_facts
from plans.importing.ifc_shapes import Body
from plans.model.fact import Fact

_WIDEST_M = 1.0
"""No wall is thicker: a deeper opening was drawn through more than its wall."""


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """A door or window: its line from jamb to jamb, the wall's thickness about it, its height over
    the floor from `sill_m` to `head_m`."""

    line: LineString
    thickness_m: float
    sill_m: float
    head_m: float


def opening_of(
    body: Body | None,
    hole: Body | None,
    wall: BaseGeometry | None,
    floor_z_m: float,
    axis: tuple[float, float] | None = None,
) -> Opening | None:
    """The opening of a body, the hole it fills and what is cut of its wall, as far as known.

    The line runs along the product's own x axis (`axis`, else its body's): IFC hangs leaves so that
    they open to its left (IfcDoor, local placement). None when there is neither body nor hole.
    """
    told = hole or body
    if told is None:
        return None
    along = (body or told).along if axis is None else np.array(axis)
    corners = told.mesh.corners
    if body is not None and hole is None:
        along = _across_wall(body, along)
    box = box_along(corners[:, :2], along)
    if hole is not None and box.line.length < 0.05:
        box = box_along(corners[:, :2], np.array([-along[1], along[0]]))
    box = _in_wall(box, footprint(told.mesh), wall, along)
    if not box.line.length > 0.05:
        return None
    upright = (body or told).mesh
    return Opening(
        line=box.line,
        thickness_m=round(min(max(box.width_m, 0.03), _WIDEST_M), 3),
        sill_m=round(max(float(upright.low[2]) - floor_z_m, 0.0), 2),
        head_m=round(float(upright.high[2]) - floor_z_m, 2),
    )


def _across_wall(body: Body, along: Floats) -> Floats:
    """The product's x axis, or its y axis where the body is plainly longer that way."""
    box = box_along(body.mesh.corners[:, :2], along)
    return along if box.line.length >= box.width_m * 0.8 else np.array([-along[1], along[0]])


def _in_wall(box: Box, area: BaseGeometry, wall: BaseGeometry | None, along: Floats) -> Box:
    """The same as far as it lies in the wall, whose middle it keeps to."""
    if wall is None or wall.is_empty or area.is_empty:
        return box
    shared = areal(shapely.intersection(area, wall))
    if shared.is_empty:
        return box
    inside = box_along(shapely.get_coordinates(shared), along)
    return inside if inside.line.length >= box.line.length * 0.7 else box


def opening_facts(
    opening: Opening | None, sets: Sets, source: str, sizes: tuple[float, float]
) -> tuple[Fact, ...]:
    """Width, height, fire rating, sill and head of an opening; `sizes` are the overall width and
    height the product gives, NaN where it gives none, in metres."""
    width, height = sizes
    if not 0.1 < width < 50:
        width = opening.line.length if opening else math.nan
    if not 0.1 < height < 50:
        height = opening.head_m - opening.sill_m if opening else math.nan
    facts = [
        fact(key, round(float(value), 3), source, "m")
        for key, value in (("opening_width_m", width), ("opening_height_m", height))
        if math.isfinite(value)
    ]
    if opening is not None:
        facts.append(fact("sill_height_m", opening.sill_m, source, "m"))
        facts.append(fact("head_height_m", opening.head_m, source, "m"))
    return (*facts, *rating_facts(sets, source))


def is_outer(sets: Sets, line: LineString, outline: BaseGeometry, beside_m: float) -> bool | None:
    """Whether an opening leads outside: the ground on one side of it, `beside_m` away, lies in the
    floor's outline and on the other does not; else as the model says; None when neither tells.

    The shape goes before the word: programs write the word once for a sort of door.
    """
    if not outline.is_empty:
        left, right = (shapely.contains(outline, point) for point in beside(line, beside_m))
        if left != right:
            return True
    return is_said(sets, "IsExternal")


def is_fire_exit(sets: Sets) -> bool:
    """Whether the model calls a door an exit for a fire."""
    return is_said(sets, "FireExit", "IsFireExit", "IsFireExitDoor") is True


def swings_right(sort: str) -> bool:
    """Whether a single leaf hangs at the far end of its line (IfcDoorTypeOperationEnum)."""
    return sort in ("SINGLE_SWING_RIGHT", "DOUBLE_SWING_RIGHT")


def middle(line: LineString) -> Point:
    """The point half way along a line."""
    half: Point = line.interpolate(0.5, normalized=True)
    return half


def beside(line: LineString, away_m: float) -> tuple[Point, Point]:
    """The points beside the middle of a line, to its left and to its right."""
    (x0, y0), (x1, y1) = line.coords[0], line.coords[-1]
    x, y = middle(line).coords[0]
    far = away_m / max(math.dist((x0, y0), (x1, y1)), 1e-9)
    dx, dy = (y0 - y1) * far, (x1 - x0) * far
    return Point(x + dx, y + dy), Point(x - dx, y - dy)


def way_in(line: LineString, areas: Sequence[BaseGeometry], beside_m: float) -> float:
    """The direction in which an outer door is entered, degrees counter-clockwise from east: toward
    the side that lies in the first of the areas (rooms, then the outline) that tells them apart."""
    left, right = beside(line, beside_m)
    to = left
    for area in areas:
        in_left, in_right = bool(area.contains(left)), bool(area.contains(right))
        if in_left != in_right:
            to = left if in_left else right
            break
    x, y = middle(line).coords[0]
    return round(math.degrees(math.atan2(to.y - y, to.x - x)) % 360, 1)
