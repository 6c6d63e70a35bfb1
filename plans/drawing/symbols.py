"""Features drawn by their catalog row: a symbol, a line or an area in the kind's role."""

from __future__ import annotations

import math

import msgspec
import shapely
import shapely.affinity
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from plans.drawing.areas import arrow, half_way, inner_point
from plans.drawing.marks import Mark, Paint, Pass
from plans.model.catalog import Catalog, Kind
from plans.model.fact import number_of
from plans.model.feature import Feature


def symbol_marks(
    feature: Feature, catalog: Catalog, language: str, *, far: bool = False
) -> list[Mark]:
    """Marks of a feature from its kind's row alone; `far` from the open building it ranks lower.

    An unknown kind is drawn all the same, as an unknown thing: nothing on a plan is dropped in
    silence.
    """
    kind = catalog.kinds.get(feature.kind)
    if kind is None:
        kind = Kind(
            id=feature.kind,
            zh=feature.kind,
            en=feature.kind,
            layer="site",
            form="point",
            symbol="",
            role="unknown",
        )
    if far and kind.far_rank:
        kind = msgspec.structs.replace(kind, rank=kind.far_rank)
    shape = feature.shape
    dimension = shapely.get_dimensions(shape)
    marks: list[Mark] = []
    anchor: Point | None = shape.centroid if dimension == 0 else None
    if dimension == 1:
        marks.append(_line(feature, kind, catalog))
    elif dimension == 2:
        marks.append(_mark(feature, kind, Pass.AREA, "fill", kind.id, shape))
        anchor = inner_point(shape)
    if anchor is not None:
        if feature.kind == "aerial.position":
            marks.append(jacks(feature, kind))
        marks.append(
            _mark(
                feature,
                kind,
                Pass.SYMBOL,
                "symbol",
                kind.role,
                anchor,
                symbol=kind.symbol,
                dot_below=kind.dot_below or catalog.symbols.dot_below,
                rotation_deg=feature.rotation_deg,
            )
        )
    label = feature.label_in(language)
    if label and label != kind.text_in(language):
        at = anchor or half_way(shape)
        marks.append(
            _mark(
                feature,
                kind,
                Pass.TEXT,
                "text",
                f"text.{kind.role}",
                at,
                text=label,
                rank=kind.rank - 5,
                zoom=label_zoom(kind),
            )
        )
    return marks


def label_zoom(kind: Kind) -> tuple[float, float]:
    """A name waits for a closer view than its symbol: 1.5 px/m at the least, 4 at the most."""
    low, high = kind.zoom
    return (min(max(low * 8, 1.5), 4.0) if low else 0.0), high


def _line(feature: Feature, kind: Kind, catalog: Catalog) -> Mark:
    width = catalog.width_m(kind.id, feature.facts)
    shape: BaseGeometry = feature.shape
    if kind.id in ("escape_route", "attack_route") and isinstance(shape, LineString):
        shape = arrow(shape, 0.9)
        width = 0.0
    return Mark(
        owner=feature.id,
        order=Pass.AREA if width else Pass.LINE,
        paint="band" if width else "line",
        role=kind.id,
        shape=shape,
        width_m=width,
        zoom=kind.zoom,
        rank=kind.rank,
        layer=kind.layer,
    )


def _mark(
    feature: Feature,
    kind: Kind,
    order: int,
    paint: Paint,
    role: str,
    shape: BaseGeometry,
    *,
    symbol: str = "",
    text: str = "",
    rotation_deg: float = 0.0,
    rank: int | None = None,
    zoom: tuple[float, float] | None = None,
    dot_below: float = 0.0,
) -> Mark:
    return Mark(
        owner=feature.id,
        order=order,
        paint=paint,
        role=role,
        shape=shape,
        symbol=symbol,
        text=text,
        rotation_deg=rotation_deg,
        zoom=kind.zoom if zoom is None else zoom,
        rank=kind.rank if rank is None else rank,
        dot_below=dot_below,
        layer=kind.layer,
    )


def jacks(feature: Feature, kind: Kind) -> Mark:
    """The jack footprint of an aerial's working position, from the facts it records.

    Without both measures the mark is empty of width: a guessed footprint would look like a fact.
    """
    length = number_of(feature.facts, "jack_length_m") or 0.0
    width = number_of(feature.facts, "jack_width_m") or 0.0
    centre = feature.shape.centroid
    shape: BaseGeometry = centre
    if length and width:
        box = shapely.box(
            centre.x - length / 2, centre.y - width / 2, centre.x + length / 2, centre.y + width / 2
        )
        shape = shapely.affinity.rotate(box, feature.rotation_deg, origin=centre)
    return _mark(feature, kind, Pass.AREA, "fill", "aerial.position", shape)


def heading_of(line: BaseGeometry) -> float:
    """Direction of a line at its middle, degrees counter-clockwise from east, never upside down."""
    half = line.length / 2
    step = min(1.0, half)
    a, b = line.interpolate(half - step), line.interpolate(half + step)
    angle = math.degrees(math.atan2(b.y - a.y, b.x - a.x))
    return angle - 180 if angle > 90 else angle + 180 if angle < -90 else angle
