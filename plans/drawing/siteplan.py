"""The site's features as marks: ground, roads, footprints, then what the brigade needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from plans.drawing.areas import half_way, inner_point
from plans.drawing.marks import Mark, Pass
from plans.drawing.symbols import heading_of, symbol_marks
from plans.model.catalog import Catalog
from plans.model.fact import number_of
from plans.model.feature import Feature
from plans.model.ids import FeatureId

GROUND = {"plot": Pass.GROUND, "green": Pass.FIELD, "water_body": Pass.WATER}
WAYS = ("road", "path", "rail")


def site_marks(
    features: Iterable[Feature],
    catalog: Catalog,
    language: str,
    planned: Mapping[FeatureId, str] | None = None,
    current: FeatureId | None = None,
    around: BaseGeometry | None = None,
) -> list[Mark]:
    """All marks of the site, in painting order.

    `planned` names the footprints that have a plan in the binder: they are drawn stronger, under
    that name; `current` is the one whose plan is open, drawn strongest; `around` is its shape
    (map metres): what stands far from it gives way first.
    """
    planned = planned or {}
    near = around.buffer(catalog.symbols.near_m) if around is not None else None
    if near is not None:
        shapely.prepare(near)
    marks: list[Mark] = []
    for feature in features:
        if feature.shape.is_empty:
            continue
        if feature.kind in GROUND:
            marks += _ground(feature, language)
        elif feature.kind in WAYS:
            marks += _way(feature, catalog, language)
        elif feature.kind in ("building.footprint", "building.part"):
            marks += _footprint(feature, catalog, language, planned, current)
        elif feature.kind == "tree":
            marks.append(
                Mark(
                    owner=feature.id,
                    order=Pass.FIELD + 1,
                    paint="fill",
                    role="tree",
                    shape=feature.shape.buffer(
                        (number_of(feature.facts, "width_m") or 4.0) / 2, quad_segs=4
                    ),
                    zoom=(0.8, 0.0),
                    layer="site",
                )
            )
        else:
            far = near is None or not near.intersects(feature.shape)
            marks += symbol_marks(feature, catalog, language, far=far)
    return sorted(marks, key=lambda mark: mark.order)


def _ground(feature: Feature, language: str) -> list[Mark]:
    shape: BaseGeometry = feature.shape
    line = shapely.get_dimensions(shape) == 1
    width = (number_of(feature.facts, "width_m") or 6.0) if line else 0.0
    marks = [
        Mark(
            owner=feature.id,
            order=GROUND[feature.kind],
            paint="band" if line else "fill",
            role=feature.kind,
            shape=shape,
            width_m=width,
            layer="site",
        )
    ]
    label = feature.label_in(language)
    if label:
        at = half_way(shape) if line else inner_point(shape)
        marks.append(
            Mark(
                owner=feature.id,
                order=Pass.TEXT,
                paint="text",
                role=f"text.{feature.kind}",
                shape=at,
                text=label,
                rank=30,
                zoom=(0.25, 0.0),
                layer="site",
            )
        )
    return marks


def _way(feature: Feature, catalog: Catalog, language: str) -> list[Mark]:
    shape: BaseGeometry = feature.shape
    if shapely.get_dimensions(shape) == 2:
        return [
            Mark(
                owner=feature.id,
                order=Pass.ROAD,
                paint="fill",
                role=feature.kind,
                shape=shape,
                layer="site",
            )
        ]
    width = catalog.width_m(feature.kind, feature.facts)
    if feature.kind == "rail" or not width:
        return [
            Mark(
                owner=feature.id,
                order=Pass.ROAD + 1,
                paint="line",
                role=feature.kind,
                shape=shape,
                layer="site",
            )
        ]
    marks = [
        Mark(
            owner=feature.id,
            order=Pass.CASING,
            paint="band",
            role=f"{feature.kind}.casing",
            shape=shape,
            width_m=width,
            zoom=_way_zoom(width),
            layer="site",
        ),
        Mark(
            owner=feature.id,
            order=Pass.ROAD,
            paint="band",
            role=feature.kind,
            shape=shape,
            width_m=width,
            zoom=_way_zoom(width),
            layer="site",
        ),
    ]
    label = feature.label_in(language)
    if label and isinstance(shape, LineString) and shape.length > 60:
        for at in _along(shape):
            piece = substring(shape, max(at - 5, 0), min(at + 5, shape.length))
            marks.append(
                Mark(
                    owner=feature.id,
                    order=Pass.TEXT,
                    paint="text",
                    role="text.road",
                    shape=shape.interpolate(at),
                    text=label,
                    rotation_deg=heading_of(piece),
                    rank=35 + int(min(width, 30)),
                    zoom=(0.3 if width >= 15 else 0.8, 0.0),
                    layer="site",
                )
            )
    return marks


def _way_zoom(width_m: float) -> tuple[float, float]:
    """Narrow ways disappear when they would be thinner than half a pixel."""
    return (0.5 / width_m if width_m < 6 else 0.0, 0.0)


def _along(line: LineString, every_m: float = 260.0) -> list[float]:
    """Where a road's name stands: at the middle, repeated on long roads."""
    count = max(1, int(line.length // every_m))
    return [line.length * (i + 0.5) / count for i in range(count)]


def _footprint(
    feature: Feature,
    catalog: Catalog,
    language: str,
    planned: Mapping[FeatureId, str],
    current: FeatureId | None,
) -> list[Mark]:
    """A building with a plan by its name, any other by its label and storeys."""
    ours = feature.id in planned
    role = "building.planned" if ours else "building"
    if ours and feature.id == current:
        role = "building.open"
    area = shapely.get_dimensions(feature.shape) == 2
    marks = []
    if area:
        marks.append(
            Mark(
                owner=feature.id,
                order=Pass.BUILDING + ours,
                paint="fill",
                role=role,
                shape=feature.shape,
                layer="site",
            )
        )
    elif ours:
        marks.append(
            Mark(
                owner=feature.id,
                order=Pass.SYMBOL,
                paint="symbol",
                role="accent",
                shape=feature.shape.centroid,
                symbol="building_footprint",
                rank=90,
                dot_below=catalog.symbols.dot_below,
                layer="site",
            )
        )
    label = planned.get(feature.id) or feature.label_in(language)
    floors = number_of(feature.facts, "floors_above")
    if label:
        storeys = f"\n{floors:.0f}F" if floors and not ours else ""
        marks.append(
            Mark(
                owner=feature.id,
                order=Pass.TEXT,
                paint="text",
                role="text.planned" if ours else "text.building",
                shape=inner_point(feature.shape) if area else feature.shape.centroid,
                text=label + storeys,
                rank=95 if ours else 32,
                zoom=(0.3 if ours else 1.2, 0.0),
                layer="site",
            )
        )
    return marks
