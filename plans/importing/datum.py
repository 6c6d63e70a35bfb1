"""Chinese map datums to WGS-84.

GCJ-02 shifts WGS-84 by tens to hundreds of metres with a published polynomial-and-sine formula;
BD-09 shifts GCJ-02 once more. Neither inverse is closed. The inverse of GCJ-02 is found here by
fixed-point iteration on the forward formula and agrees with it to better than 1 mm; the formula
itself is public knowledge, not an official text, so a position that came through it must be
counted uncertain by some metres. BD-09 to GCJ-02 is the usual single-step inverse, good to about
1 m near cities; round trips of 15 to 30 m are reported for some sources (DOMAIN.md section 5).
Never guess the datum: it is declared with the file.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from plans.model.building import Datum

Floats = NDArray[np.float64]

_A = 6378245.0
"""Semi-major axis of the Krasovsky 1940 ellipsoid, metres."""
_EE = 0.00669342162296594323
"""First eccentricity squared of the Krasovsky 1940 ellipsoid."""
_BD_TURN = math.pi * 3000.0 / 180.0

UNCERTAINTY_M = {Datum.WGS84: 0.0, Datum.GCJ02: 5.0, Datum.BD09: 30.0}
"""What to count a converted position uncertain by, metres (see above; unverified)."""


def to_wgs84(lon: Floats, lat: Floats, datum: Datum) -> tuple[Floats, Floats]:
    """Degrees in `datum` as degrees in WGS-84."""
    if datum is Datum.BD09:
        lon, lat = _bd09_to_gcj02(lon, lat)
    return (lon, lat) if datum is Datum.WGS84 else _gcj02_to_wgs84(lon, lat)


def to_gcj02(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """WGS-84 degrees as GCJ-02 degrees; outside China unchanged."""
    inside = (lon > 72.004) & (lon < 137.8347) & (lat > 0.8293) & (lat < 55.8271)
    d_lon, d_lat = _shift(lon, lat)
    return np.where(inside, lon + d_lon, lon), np.where(inside, lat + d_lat, lat)


def to_bd09(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """WGS-84 degrees as BD-09 degrees."""
    x, y = to_gcj02(lon, lat)
    z = np.hypot(x, y) + 0.00002 * np.sin(y * _BD_TURN)
    theta = np.arctan2(y, x) + 0.000003 * np.cos(x * _BD_TURN)
    return z * np.cos(theta) + 0.0065, z * np.sin(theta) + 0.006


def _bd09_to_gcj02(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    x, y = lon - 0.0065, lat - 0.006
    z = np.hypot(x, y) - 0.00002 * np.sin(y * _BD_TURN)
    theta = np.arctan2(y, x) - 0.000003 * np.cos(x * _BD_TURN)
    return z * np.cos(theta), z * np.sin(theta)


def _gcj02_to_wgs84(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    x, y = lon.copy(), lat.copy()
    for _ in range(6):
        there_x, there_y = to_gcj02(x, y)
        x, y = x + lon - there_x, y + lat - there_y
    return x, y


def _shift(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """The GCJ-02 shift at WGS-84 degrees, in degrees."""
    x, y = lon - 105.0, lat - 35.0
    ripple = 20.0 * np.sin(6.0 * x * np.pi) + 20.0 * np.sin(2.0 * x * np.pi)
    root = np.sqrt(np.abs(x))
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    north = north + (ripple + _waves(y, 20.0, 40.0, 3.0)) * 2.0 / 3.0
    north = north + (160.0 * np.sin(y / 12.0 * np.pi) + 320.0 * np.sin(y * np.pi / 30.0)) * 2 / 3
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    east = east + (ripple + _waves(x, 20.0, 40.0, 3.0)) * 2.0 / 3.0
    east = east + (150.0 * np.sin(x / 12.0 * np.pi) + 300.0 * np.sin(x / 30.0 * np.pi)) * 2 / 3
    phi = np.radians(lat)
    magic = 1.0 - _EE * np.sin(phi) ** 2
    d_lat = north * 180.0 / ((_A * (1.0 - _EE)) / (magic * np.sqrt(magic)) * np.pi)
    d_lon = east * 180.0 / (_A / np.sqrt(magic) * np.cos(phi) * np.pi)
    return d_lon, d_lat


def _waves(v: Floats, a: float, b: float, period: float) -> Floats:
    return a * np.sin(v * np.pi) + b * np.sin(v / period * np.pi)
