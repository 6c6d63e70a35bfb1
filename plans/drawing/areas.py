"""Marks made from areas and lines: names of rooms, treads of stairs, crosses of voids, arrows."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import shapely
import shapely.affinity
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiLineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from plans.drawing.marks import Mark, Pass
from plans.model.catalog import Catalog
from plans.model.fact import number_of
from plans.model.feature import Feature

TREAD_M = 0.28
"""Going of a tread when the feature records none; only how the stair is drawn."""


AREA_SAID_M2 = 60.0
"""Rooms larger than this say their area under their name; a choice of drawing, not a rule."""


def across(lines: Sequence[BaseGeometry], widths_m: Sequence[float]) -> list[BaseGeometry]:
    """The bands walls of those widths cover about their centre lines, ends squared off."""
    made = shapely.buffer(
        np.array(lines, dtype=object),
        np.array(widths_m) / 2,
        cap_style="square",
        join_style="mitre",
        mitre_limit=3.0,
    )
    return list(made)


def inner_point(shape: BaseGeometry) -> Point:
    """A point well inside: the centroid when it lies in, else a point on the surface."""
    centre: Point = shape.centroid
    if shape.contains(centre):
        return centre
    inside: Point = shape.representative_point()
    return inside


def half_way(shape: BaseGeometry) -> Point:
    """Half way along a line; of anything else a point on it."""
    if isinstance(shape, (LineString, MultiLineString)):
        half: Point = shape.interpolate(0.5, normalized=True)
        return half
    on_it: Point = shape.representative_point()
    return on_it


def area_texts(features: Sequence[Feature], catalog: Catalog, language: str) -> list[Mark]:
    """Each room's name at its middle with the room it has; large ones with their area."""
    named = [
        feature
        for feature in features
        if feature.label_in(language) and feature.shape.geom_type in ("Polygon", "MultiPolygon")
    ]
    points = [inner_point(feature.shape) for feature in named]
    shapes = np.array([feature.shape for feature in named], dtype=object)
    widths, heights = chords(shapes, points)
    marks = []
    for feature, at, width, height in zip(named, points, widths, heights, strict=True):
        area = number_of(feature.facts, "area_m2") or feature.shape.area
        label = feature.label_in(language)
        kind = catalog.kinds.get(feature.kind)
        marks.append(
            Mark(
                owner=feature.id,
                order=Pass.TEXT,
                paint="text",
                role="text.room",
                shape=at,
                text=f"{label}\n{area:,.0f} m²" if area > AREA_SAID_M2 else label,
                rank=int(min(70, 20 + math.sqrt(area))),
                extent_m=(width, height),
                layer=kind.layer if kind else "structure",
            )
        )
    return marks


def chords(shapes: NDArray[np.object_], points: Sequence[Point]) -> tuple[list[float], list[float]]:
    """How wide and how high each shape is at its point, metres: the pieces of a level and an
    upright line through the point that lie inside and touch it."""
    if not len(shapes):
        return [], []
    x0, y0, x1, y1 = shapely.bounds(shapes).T
    at = shapely.get_coordinates(np.array(points, dtype=object))
    found = []
    for level in (True, False):
        start = np.column_stack([x0 - 1, at[:, 1]] if level else [at[:, 0], y0 - 1])
        end = np.column_stack([x1 + 1, at[:, 1]] if level else [at[:, 0], y1 + 1])
        inside = shapely.intersection(shapes, shapely.linestrings(np.stack([start, end], axis=1)))
        parts, owner = shapely.get_parts(inside, return_index=True)
        near = shapely.dwithin(parts, np.array(points, dtype=object)[owner], 1e-6)
        lengths = np.zeros(len(shapes))
        np.maximum.at(lengths, owner[near], shapely.length(parts[near]))
        found.append([float(length) for length in lengths])
    return found[0], found[1]


def crossed(feature: Feature) -> list[Mark]:
    """A void in the slab: its edge and the two diagonals a draughtsman gives it."""
    edge = Mark(
        owner=feature.id,
        order=Pass.TREAD,
        paint="fill",
        role="opening",
        shape=feature.shape,
        layer="structure",
    )
    box = shapely.minimum_rotated_rectangle(feature.shape)
    if not isinstance(box, Polygon):
        return [edge]
    a, b, c, d = list(box.exterior.coords)[:4]
    cross = shapely.intersection(MultiLineString([[a, c], [b, d]]), feature.shape)
    return [
        edge,
        Mark(
            owner=feature.id,
            order=Pass.TREAD,
            paint="line",
            role="opening.cross",
            shape=cross,
            layer="structure",
        ),
    ]


def treads(feature: Feature) -> list[Mark]:
    """A flight or ramp: its edge, its treads across the way up, an arrow up the middle.

    The way up is `rotation_deg` counter-clockwise from east.
    """
    shape = feature.shape
    if not isinstance(shape, Polygon):
        return []
    edge = Mark(
        owner=feature.id,
        order=Pass.TREAD,
        paint="fill",
        role=feature.kind,
        shape=shape,
        layer="structure",
    )
    middle = shape.centroid
    flat = shapely.affinity.rotate(shape, -feature.rotation_deg, origin=middle)
    x0, y0, x1, y1 = flat.bounds
    marks = [edge]
    if feature.kind == "stair.flight":
        steps = np.arange(x0 + TREAD_M, x1 - TREAD_M / 2, TREAD_M)
        lines = MultiLineString([[(x, y0), (x, y1)] for x in steps])
        lines = shapely.affinity.rotate(
            shapely.intersection(lines, flat), feature.rotation_deg, origin=middle
        )
        marks.append(
            Mark(
                owner=feature.id,
                order=Pass.TREAD + 1,
                paint="line",
                role="tread",
                shape=lines,
                zoom=(5.0, 0.0),
                layer="structure",
            )
        )
    y = (y0 + y1) / 2
    inset = min(0.4, (x1 - x0) / 6)
    way = shapely.affinity.rotate(
        LineString([(x0 + inset, y), (x1 - inset, y)]), feature.rotation_deg, origin=middle
    )
    marks.append(
        Mark(
            owner=feature.id,
            order=Pass.TREAD + 2,
            paint="line",
            role="tread.arrow",
            shape=arrow(way, 0.35),
            zoom=(5.0, 0.0),
            layer="structure",
        )
    )
    return marks


def arrow(line: LineString, head_m: float) -> MultiLineString:
    """The line with a two-stroke arrow head of that length at its end."""
    (x0, y0), (x1, y1) = line.coords[-2], line.coords[-1]
    angle = math.atan2(y1 - y0, x1 - x0)
    heads = []
    for turn in (2.65, -2.65):
        tip = (x1 + head_m * math.cos(angle + turn), y1 + head_m * math.sin(angle + turn))
        heads.append([tip, (x1, y1)])
    return MultiLineString([list(line.coords), *heads])
