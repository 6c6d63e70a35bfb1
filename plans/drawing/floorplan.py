"""A floor's features as marks: rooms, walls cut at their openings, leaves, stairs, symbols."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from plans.drawing.areas import across, area_texts, crossed, inner_point, treads
from plans.drawing.marks import Mark, Pass
from plans.drawing.openings import leaf_of, opening_gaps, window_lines
from plans.drawing.symbols import symbol_marks
from plans.model.catalog import Catalog
from plans.model.feature import Feature

WALLS = ("wall", "partition", "curtain_wall")
DOORS = ("door", "door.double", "door.sliding", "fire_door")
OPENINGS = (*DOORS, "window", "fire_shutter")
ROOMS = ("room", "corridor", "lobby", "refuge_area")
DRAWN_HERE = {
    *WALLS,
    *OPENINGS,
    *ROOMS,
    "outline",
    "opening",
    "column",
    "stair.flight",
    "ramp",
    "parking",
    "furniture",
    "railing",
    "text",
    "compartment",
    "smoke_zone",
}
"""Kinds of the building itself, drawn as an architect draws them and not by their symbol."""


def floor_marks(features: Iterable[Feature], catalog: Catalog, language: str) -> list[Mark]:
    """All marks of one floor, in painting order.

    Walls of a kind become one poché: their bands joined and cut where doors, windows and
    shutters lie on them.
    """
    by_kind: dict[str, list[Feature]] = {}
    for feature in features:
        if not feature.shape.is_empty:
            by_kind.setdefault(feature.kind, []).append(feature)

    def of(*kinds: str) -> list[Feature]:
        return [feature for kind in kinds for feature in by_kind.get(kind, ())]

    marks: list[Mark] = []
    for feature in of("outline"):
        marks.append(_area(feature, Pass.SLAB, "slab"))
    for feature in of(*ROOMS):
        marks.append(_area(feature, Pass.ROOM, _room_role(feature)))
    marks += area_texts(of(*ROOMS), catalog, language)
    for feature in of("compartment", "smoke_zone"):
        marks += _zone_name(feature, language)
        marks.append(_area(feature, Pass.ZONE, feature.kind, layer="protection"))
    for feature in of("opening"):
        marks += crossed(feature)
    for feature in of("stair.flight", "ramp"):
        marks += treads(feature)
    for feature in of("parking"):
        marks.append(_line(feature, Pass.FURNITURE, "parking", zoom=(2.0, 0.0)))
    for feature in of("furniture"):
        marks.append(_line(feature, Pass.FURNITURE, "furniture", zoom=(4.0, 0.0)))
    for feature in of("railing"):
        marks.append(_line(feature, Pass.FURNITURE, "railing"))
    marks += _walls(of(*WALLS), of(*OPENINGS), catalog)
    for feature in of(*DOORS):
        marks += leaf_of(feature, _thickness(feature, catalog))
    for feature in of("window"):
        marks += window_lines(feature, _thickness(feature, catalog))
    for feature in of("column"):
        marks.append(_area(feature, Pass.COLUMN, "column"))
    for feature in of("text"):
        marks.append(_note(feature, language))
    for kind_id, group in by_kind.items():
        if kind_id not in DRAWN_HERE or kind_id in ("fire_door", "fire_shutter"):
            for feature in group:
                marks += symbol_marks(feature, catalog, language)
    return sorted(marks, key=lambda mark: mark.order)


def _room_role(feature: Feature) -> str:
    if feature.kind != "room":
        return f"room.{feature.kind}"
    use = next((fact.value for fact in feature.facts if fact.key == "room_use"), "")
    return f"room.{use}" if isinstance(use, str) and use else "room"


def _area(feature: Feature, order: int, role: str, layer: str = "structure") -> Mark:
    return Mark(
        owner=feature.id, order=order, paint="fill", role=role, shape=feature.shape, layer=layer
    )


def _line(feature: Feature, order: int, role: str, zoom: tuple[float, float] = (0.0, 0.0)) -> Mark:
    shape = feature.shape
    if isinstance(shape, Polygon):
        shape = shape.exterior
    return Mark(
        owner=feature.id,
        order=order,
        paint="line",
        role=role,
        shape=shape,
        zoom=zoom,
        layer="structure",
    )


def _zone_name(feature: Feature, language: str) -> list[Mark]:
    """A compartment's or smoke zone's name, which gives way to the names of rooms."""
    label = feature.label_in(language)
    if not label or shapely.get_dimensions(feature.shape) != 2:
        return []
    role = "text.fire" if feature.kind == "compartment" else "text.people"
    at = inner_point(feature.shape)
    return [
        Mark(
            owner=feature.id,
            order=Pass.TEXT,
            paint="text",
            role=role,
            shape=at,
            text=label,
            rank=18,
            zoom=(2.0, 0.0),
            layer="protection",
        )
    ]


def _note(feature: Feature, language: str) -> Mark:
    return Mark(
        owner=feature.id,
        order=Pass.TEXT,
        paint="text",
        role="text.note",
        shape=feature.shape.centroid,
        text=feature.label_in(language),
        rank=40,
        rotation_deg=feature.rotation_deg,
        layer="structure",
    )


def _thickness(feature: Feature, catalog: Catalog) -> float:
    return catalog.width_m(feature.kind, feature.facts) or 0.2


def _walls(walls: list[Feature], openings: list[Feature], catalog: Catalog) -> list[Mark]:
    """One joined and cut mark per kind of wall."""
    gaps = np.array(opening_gaps(openings), dtype=object)
    tree = shapely.STRtree(gaps)
    marks = []
    for kind_id in WALLS:
        bands = _bands([wall for wall in walls if wall.kind == kind_id], catalog)
        if not bands:
            continue
        joined = shapely.unary_union(bands)
        near = gaps[tree.query(joined, predicate="intersects")] if len(gaps) else []
        cut = shapely.difference(joined, shapely.unary_union(near))
        if not cut.is_empty:
            marks.append(
                Mark(
                    owner="",
                    order=Pass.WALL,
                    paint="fill",
                    role=kind_id,
                    shape=cut,
                    layer="structure",
                )
            )
    return marks


def _bands(walls: list[Feature], catalog: Catalog) -> list[BaseGeometry]:
    """What the walls cover: centre lines widened, areas as they are."""
    lines = [wall for wall in walls if shapely.get_dimensions(wall.shape) == 1]
    areas = [wall.shape for wall in walls if shapely.get_dimensions(wall.shape) == 2]
    widths = [catalog.width_m(wall.kind, wall.facts) or 0.2 for wall in lines]
    bands = across([wall.shape for wall in lines], widths) if lines else []
    return [*bands, *(shapely.make_valid(area) for area in areas)]
