"""Where a model says its building stands, as far as it can be believed.

Three things may say it: a map conversion with a coordinate system (IFC4), latitude and longitude of
the site, and the direction of true north. Programs fill the second with the town of their maker;
such a place is not taken, and a person is asked.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np

from plans.geometry.placing import MapFrame, straight_line_m
from plans.importing.crs import UnknownCrs, point_to_degrees
from plans.importing.datum import to_wgs84
from plans.importing.ifc_rules import IfcRules
from plans.model.building import Datum

_AHEAD = 100.0
"""So many units of a map northward are looked along to find how its north lies to true north."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """`lon`, `lat` of the model's zero in degrees (None: unknown), the turn of its x axis
    counter-clockwise from east, what to ask about it and the coordinate system it came from."""

    lon: float | None = None
    lat: float | None = None
    rotation_deg: float | None = None
    question: str = ""
    text: str = ""
    crs: str = ""


def place_of(file: Any, site: Any, site_xy: tuple[float, float], rules: IfcRules) -> Place:
    """The place of a model whose site's zero lies at `site_xy` metres of the model's axes."""
    mapped = _mapped(file)
    if mapped is not None:
        return mapped
    turn = _turn(file)
    lat = degrees(getattr(site, "RefLatitude", None))
    lon = degrees(getattr(site, "RefLongitude", None))
    if (
        lat is None
        or lon is None
        or not (abs(lat) <= 90 and abs(lon) <= 180)
        or (lat, lon) == (0, 0)
    ):
        return Place(rotation_deg=turn, question="place_unknown")
    text = f"{lat:.5f}, {lon:.5f}"
    for one in rules.template:
        if straight_line_m(lon, lat, one.lon, one.lat) <= one.within_m:
            return Place(rotation_deg=turn, question="place_template", text=f"{one.name}, {text}")
    if _is_coarse(site.RefLatitude) and _is_coarse(site.RefLongitude):
        return Place(rotation_deg=turn, question="place_coarse", text=text)
    lon, lat = _moved(lon, lat, (-site_xy[0], -site_xy[1]), turn or 0.0)
    return Place(lon=lon, lat=lat, rotation_deg=turn, question="place_from_file", text=text)


def shifted(place: Place, by: tuple[float, float]) -> Place:
    """The place of a new zero that lies `by` metres (along the model's axes) from the old one."""
    if place.lon is None or place.lat is None or by == (0.0, 0.0):
        return place
    lon, lat = _moved(place.lon, place.lat, by, place.rotation_deg or 0.0)
    return msgspec.structs.replace(place, lon=lon, lat=lat)


def in_wgs84(place: Place, datum: Datum | None) -> Place:
    """The place when the user says that degrees of the file are in another datum."""
    if place.lon is None or place.lat is None or place.crs or datum in (None, Datum.WGS84):
        return place
    lon, lat = to_wgs84(np.array([place.lon]), np.array([place.lat]), datum)
    return msgspec.structs.replace(place, lon=round(float(lon[0]), 7), lat=round(float(lat[0]), 7))


def _moved(
    lon: float, lat: float, by: tuple[float, float], rotation_deg: float
) -> tuple[float, float]:
    if by == (0.0, 0.0):
        return round(lon, 7), round(lat, 7)
    c, s = math.cos(math.radians(rotation_deg)), math.sin(math.radians(rotation_deg))
    east, north = c * by[0] - s * by[1], s * by[0] + c * by[1]
    lon, lat = MapFrame(lon, lat).to_degrees(east, north)
    return round(lon, 7), round(lat, 7)


def degrees(angle: object) -> float | None:
    """`(41, 52, 27, 840000)`: degrees, minutes, seconds, millionths, each with the angle's sign."""
    if not isinstance(angle, Sequence) or not 3 <= len(angle) <= 4:
        return None
    try:
        parts = [float(part) for part in angle]
    except (TypeError, ValueError):
        return None
    sign = -1 if any(part < 0 for part in parts) else 1
    whole, minute, second, millionths = (abs(part) for part in (*parts, 0.0)[:4])
    if minute >= 60 or second >= 60 or millionths >= 1e6:
        return None
    return sign * (whole + minute / 60 + (second + millionths / 1e6) / 3600)


def _is_coarse(angle: Sequence[float]) -> bool:
    """Whether it is given in whole minutes: a mile is a town, not a building."""
    return not any(angle[2:])


def _turn(file: Any) -> float | None:
    """The turn of the model's x axis from east, from the direction of true north; None when no
    context of the model tells it."""
    for context in file.by_type("IfcGeometricRepresentationContext", include_subtypes=False):
        north = getattr(context, "TrueNorth", None)
        ratios = getattr(north, "DirectionRatios", None)
        if ratios and len(ratios) >= 2 and math.hypot(ratios[0], ratios[1]) > 1e-9:
            return round((90.0 - math.degrees(math.atan2(ratios[1], ratios[0]))) % 360, 6)
    return None


def _mapped(file: Any) -> Place | None:
    """The place by map conversion; None without one, or when its system is not known."""
    try:
        conversions = file.by_type("IfcMapConversion")
    except RuntimeError:  # IFC2x3 has none
        return None
    for one in conversions:
        name = str(getattr(one.TargetCRS, "Name", "") or "").strip().upper()
        code = name.rpartition(":")[2]
        if not code.isdigit() or not (one.Eastings or one.Northings):
            continue
        try:
            east, north = float(one.Eastings), float(one.Northings)
            lon, lat = point_to_degrees(int(code), east, north)
            ahead = point_to_degrees(int(code), east, north + _AHEAD)
        except (UnknownCrs, TypeError, ValueError, OverflowError):
            continue
        if not (math.isfinite(lon) and math.isfinite(lat) and abs(lat) <= 90 and abs(lon) <= 180):
            continue
        abscissa = 1.0 if one.XAxisAbscissa is None else one.XAxisAbscissa
        turn = math.degrees(math.atan2(one.XAxisOrdinate or 0.0, abscissa))
        x, y = MapFrame(lon, lat).to_map(*ahead)
        grid = math.degrees(math.atan2(-x, y))  # grid north's turn from true north
        return Place(
            lon=round(lon, 7), lat=round(lat, 7), rotation_deg=round((turn + grid) % 360, 6),
            question="place_from_map", text=f"EPSG:{code}", crs=f"EPSG:{code}",
        )  # fmt: skip
    return None
