"""Frames: how local metres become WGS-84 longitude and latitude, and back."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

DISTRICT_LON = 113.6124
DISTRICT_LAT = 30.4371
DECIMALS = 9


@lru_cache(maxsize=64)
def _transformer(lon: float, lat: float) -> Transformer:
    plane = f"+proj=tmerc +lat_0={lat!r} +lon_0={lon!r} +k=1 +x_0=0 +y_0=0 +ellps=WGS84 +units=m"
    return Transformer.from_crs(plane, "EPSG:4326", always_xy=True)


@dataclass(frozen=True)
class Frame:
    """A local plane in metres: origin in degrees, x axis `rotation_deg` counter-clockwise of east.

    east = x cos r - y sin r, north = x sin r + y cos r; east and north are transverse
    Mercator metres around the origin (WGS 84, scale 1, no false origin).
    """

    lon: float
    lat: float
    rotation_deg: float = 0.0

    def to_lonlat(self, shape: BaseGeometry) -> BaseGeometry:
        """The shape in degrees, rounded to `DECIMALS` places (about 0.1 mm)."""
        r = math.radians(self.rotation_deg)
        cos, sin = math.cos(r), math.sin(r)
        move = _transformer(self.lon, self.lat)

        def convert(xy: np.ndarray) -> np.ndarray:
            east = xy[:, 0] * cos - xy[:, 1] * sin
            north = xy[:, 0] * sin + xy[:, 1] * cos
            lon, lat = move.transform(east, north)
            return np.column_stack([np.round(lon, DECIMALS), np.round(lat, DECIMALS)])

        return shapely.transform(shape, convert)

    def to_local(self, shape: BaseGeometry) -> BaseGeometry:
        """The inverse: a shape in degrees as local metres."""
        r = math.radians(self.rotation_deg)
        cos, sin = math.cos(r), math.sin(r)
        move = _transformer(self.lon, self.lat)

        def convert(xy: np.ndarray) -> np.ndarray:
            east, north = move.transform(xy[:, 0], xy[:, 1], direction="INVERSE")
            return np.column_stack([east * cos + north * sin, north * cos - east * sin])

        return shapely.transform(shape, convert)

    def at(self, x: float, y: float, rotation_deg: float | None = None) -> Frame:
        """A frame whose origin is the local point (x, y) of this one (metres)."""
        point = self.to_lonlat(shapely.Point(x, y))
        rotation = self.rotation_deg if rotation_deg is None else rotation_deg
        return Frame(float(point.x), float(point.y), rotation)  # type: ignore[attr-defined]


DISTRICT = Frame(DISTRICT_LON, DISTRICT_LAT, 0.0)


def into_district(frame: Frame, shape: BaseGeometry) -> BaseGeometry:
    """A shape in a building's local metres as district metres."""
    return DISTRICT.to_local(frame.to_lonlat(shape))
