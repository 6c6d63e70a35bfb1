"""What a file says its coordinates are, and their way to WGS-84 degrees."""

from __future__ import annotations

import re

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from plans.importing.datum import to_wgs84
from plans.importing.values import folded
from plans.model.building import Datum

_DEGREES = ("CRS84", "EPSG:4326", "EPSG::4326", "EPSG:4490", "EPSG::4490", "WGS84", "CGCS2000")
"""Names of WGS-84 in longitude, latitude; CGCS2000 (EPSG 4490) agrees to centimetres."""
_EPSG = re.compile(r"EPSG:(?:[\d.]*:)?(\d{4,6})$")
_WKT = re.compile(r"^(GEOG|PROJ|GEOD|BOUND|COMPOUND|ENGINEERING|LOCAL_)\w*\s*\[", re.IGNORECASE)
"""A coordinate system written out, as a .prj holds it."""
_DATUMS = {
    "wgs84": Datum.WGS84, "cgcs2000": Datum.WGS84, "epsg4326": Datum.WGS84, "crs84": Datum.WGS84,
    "gps": Datum.WGS84, "国家2000": Datum.WGS84, "国家大地2000": Datum.WGS84,
    "gcj02": Datum.GCJ02, "gcj2": Datum.GCJ02, "火星": Datum.GCJ02, "火星坐标": Datum.GCJ02,
    "高德": Datum.GCJ02, "amap": Datum.GCJ02, "腾讯": Datum.GCJ02,
    "bd09": Datum.BD09, "bd9": Datum.BD09, "bd09ll": Datum.BD09, "百度": Datum.BD09,
    "baidu": Datum.BD09,
}  # fmt: skip


class UnknownCrs(ValueError):
    """A coordinate system we cannot read. `args[0]` is its name."""


def datum_named(word: str) -> Datum | None:
    """The datum a word means (`GCJ-02`, `百度`, `CGCS2000`), or None."""
    return _DATUMS.get(re.sub(r"[\s_\-()/]", "", folded(word)).lower().removesuffix("坐标系"))


def declared(collection: dict[str, object]) -> str:
    """The name of the old `crs` member of a GeoJSON object, "" when it has none."""
    crs = collection.get("crs")
    if not isinstance(crs, dict):
        return crs if isinstance(crs, str) else ""
    properties = crs.get("properties")
    if not isinstance(properties, dict):
        return str(crs.get("type", ""))
    for key in ("name", "code", "href"):
        if properties.get(key):
            return str(properties[key])
    return str(crs.get("type", ""))


def to_degrees(
    shapes: list[BaseGeometry], crs: str, datum: Datum
) -> tuple[list[BaseGeometry], list[bool]]:
    """Shapes in a named coordinate system ("" is degrees in `datum`) as WGS-84 degrees.

    Returns them with whether each lies within the possible degrees. Raises `UnknownCrs`.
    """
    if not shapes:
        return [], []
    moved = np.array(shapes, dtype=object)
    source = _source(crs)
    if source:
        moved = shapely.transform(moved, _projection(source))
    elif datum is not Datum.WGS84:
        moved = shapely.transform(moved, lambda points: _shifted(points, datum))
    bounds = shapely.bounds(moved)
    inside = (
        np.isfinite(bounds).all(axis=1)
        & (bounds[:, 0] >= -180)
        & (bounds[:, 2] <= 180)
        & (bounds[:, 1] >= -90)
        & (bounds[:, 3] <= 90)
    )
    return moved.tolist(), inside.tolist()


def point_to_degrees(epsg: int, x: float, y: float) -> tuple[float, float]:
    """A point of an EPSG system as (lon, lat); infinite where it lies outside the system's world.

    Raises `UnknownCrs`.
    """
    ((lon, lat),) = _projection(epsg)(np.array([[x, y]]))
    return float(lon), float(lat)


def is_degrees(crs: str) -> bool:
    """Whether coordinates of that system are degrees already ("": none is named)."""
    return not _source(crs)


def short_name(crs: str) -> str:
    """A coordinate system's name, also of one written out as WKT."""
    match = re.match(r'\s*\w+\s*\[\s*"([^"]*)"', crs)
    return match[1] if match else crs.strip()[:60]


def _source(crs: str) -> int | str:
    """The EPSG number or WKT to reproject from; 0 for degrees."""
    name = crs.strip()
    if not name or name.upper().endswith(_DEGREES) or datum_named(name) is not None:
        return 0
    if _WKT.match(name):
        return name
    match = _EPSG.search(name.upper())
    if match is None:
        raise UnknownCrs(name)
    return int(match[1])


class _projection:
    """From a system by its EPSG number or WKT to degrees, for `shapely.transform`."""

    def __init__(self, source: int | str) -> None:
        from pyproj import Transformer  # 0.1 s, needed only for projected files
        from pyproj.exceptions import CRSError

        try:
            self._transformer = Transformer.from_crs(source, 4326, always_xy=True)
        except CRSError as error:
            name = f"EPSG:{source}" if isinstance(source, int) else short_name(source)
            raise UnknownCrs(name) from error

    def __call__(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(self._transformer.transform(points[:, 0], points[:, 1]))


def _shifted(points: NDArray[np.float64], datum: Datum) -> NDArray[np.float64]:
    return np.column_stack(to_wgs84(points[:, 0], points[:, 1], datum))
