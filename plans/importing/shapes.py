"""Strangers' coordinates as sound shapes, and shapes in the form their kind is drawn in."""

from __future__ import annotations

import math
from collections.abc import Sequence

import shapely
from shapely.geometry import LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from plans.model.catalog import Kind

_MOST_NESTING = 8
_BOTH_FORMS = "line"
"""A kind drawn as a line may also come as an area (a road, a tree belt): it is kept as one."""


class BadShape(ValueError):
    """Coordinates no shape can be made of. `args[0]` is a reason key."""


def parts_of(geometry: object, depth: int = 0) -> list[BaseGeometry]:
    """The shapes of a GeoJSON geometry object; a collection or several points give several.

    Heights are dropped. Raises `BadShape`: `no_geometry`, `unknown_geometry`, `bad_coordinates`,
    `not_finite`, `too_few_points`.
    """
    if not isinstance(geometry, dict):
        raise BadShape("no_geometry")
    sort = geometry.get("type")
    if sort == "GeometryCollection":
        if depth > _MOST_NESTING:
            raise BadShape("unknown_geometry")
        members = geometry.get("geometries")
        shapes = [
            shape
            for member in (members if isinstance(members, list) else [])
            for shape in parts_of(member, depth + 1)
        ]
        if not shapes:
            raise BadShape("no_geometry")
        return shapes
    coordinates = geometry.get("coordinates")
    if not coordinates:
        raise BadShape("no_geometry")
    if sort == "Point":
        return [Point(_point(coordinates))]
    if sort == "LineString":
        return [_line(coordinates)]
    if sort == "Polygon":
        return [_polygon(coordinates)]
    members = _list(coordinates)
    if sort == "MultiPoint":
        return [Point(_point(member)) for member in members]
    if sort == "MultiLineString":
        lines = [_line(member) for member in members]
        return [lines[0] if len(lines) == 1 else MultiLineString(lines)]
    if sort == "MultiPolygon":
        polygons = [_polygon(member) for member in members]
        return [polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)]
    raise BadShape("unknown_geometry")


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise BadShape("bad_coordinates")
    return value


def _point(value: object) -> tuple[float, float]:
    pair = _list(value)
    if len(pair) < 2:
        raise BadShape("bad_coordinates")
    x, y = pair[0], pair[1]
    if not isinstance(x, (int, float)) or not isinstance(y, (int, float)):
        raise BadShape("bad_coordinates")
    try:
        x, y = float(x), float(y)
    except OverflowError as error:
        raise BadShape("not_finite") from error
    if not (math.isfinite(x) and math.isfinite(y)):
        raise BadShape("not_finite")
    return x, y


def _points(value: object, least: int) -> list[tuple[float, float]]:
    points = [_point(member) for member in _list(value)]
    if len(points) < least or len(set(points)) < min(least, 3):
        raise BadShape("too_few_points")
    return points


def _line(value: object) -> LineString:
    return LineString(_points(value, 2))


def _polygon(value: object) -> Polygon:
    rings = [_points(ring, 3) for ring in _list(value)]
    if not rings:
        raise BadShape("no_geometry")
    return Polygon(rings[0], rings[1:])


def repaired(shape: BaseGeometry) -> tuple[BaseGeometry, bool]:
    """A valid shape of the same dimension and whether it had to be repaired.

    Raises `BadShape("no_area")` when nothing is left of an area.
    """
    if shape.is_valid:
        return shape, False
    sound = shapely.make_valid(shape, method="structure", keep_collapsed=False)
    if isinstance(shape, (Polygon, MultiPolygon)):
        polygons = [
            part
            for part in shapely.get_parts(shapely.get_parts([sound])).tolist()
            if isinstance(part, Polygon) and part.area > 0
        ]
        if not polygons:
            raise BadShape("no_area")
        sound = polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)
    return sound, True


def form_of(shape: BaseGeometry) -> str:
    """`point`, `line` or `area`."""
    if isinstance(shape, (Point, MultiPoint)):
        return "point"
    return "line" if isinstance(shape, (LineString, MultiLineString)) else "area"


def lies_outdoors(kind: Kind) -> bool:
    """Whether it is a road, a footprint, a fence: what a floor never holds."""
    return kind.layer == "site" and kind.form != "point"


def fitted(shape: BaseGeometry, kind: Kind) -> tuple[BaseGeometry, float]:
    """The shape in the form its kind is drawn in, and a width in metres (0: none known).

    Shape in metres. An area or line of a point kind becomes the point in its middle; a door,
    window or other structure line that came as a slim area becomes its centre line with the
    area's width; a line of an area kind that closes, or nearly, becomes the area. What cannot be
    turned stays.
    """
    form = form_of(shape)
    if form == kind.form:
        return shape, 0.0
    if kind.form == "point":
        middle = shape.representative_point() if form == "area" else _halfway(shape)
        return middle, 0.0
    if kind.form == "area" and isinstance(shape, LineString) and _nearly_closes(shape):
        ring = Polygon(shape.coords)
        return (ring, 0.0) if ring.is_valid and ring.area > 0 else (shape, 0.0)
    if kind.form == _BOTH_FORMS and isinstance(shape, Polygon) and kind.layer == "structure":
        return _centre_line(shape, is_opening=kind.id.startswith(("door", "window")))
    return shape, 0.0


def _nearly_closes(line: LineString) -> bool:
    """Whether its ends lie within a tenth of its length: an outline somebody did not close."""
    ends = math.dist(line.coords[0][:2], line.coords[-1][:2])
    return len(line.coords) > 2 and ends <= 0.1 * line.length


def _halfway(shape: BaseGeometry) -> Point:
    middle = shape.interpolate(0.5, normalized=True)
    assert isinstance(middle, Point)
    return middle


def _centre_line(shape: Polygon, *, is_opening: bool) -> tuple[BaseGeometry, float]:
    """The long middle line of a slim rectangle-like area and its width; else the area itself.

    An opening always becomes a line; a wall only when it fills nine tenths of the rectangle and
    is at least twice as long as wide, for a wall drawn round corners has no single middle.
    """
    box = shape.minimum_rotated_rectangle
    if not isinstance(box, Polygon):
        return shape, 0.0
    a, b, c, d = [(x, y) for x, y in box.exterior.coords][:4]
    if math.dist(a, b) < math.dist(b, c):
        a, b, c, d = b, c, d, a
    length, width = math.dist(a, b), math.dist(b, c)
    is_slim = shape.area >= 0.9 * box.area and length >= 2 * width
    if length == 0 or not (is_opening or is_slim):
        return shape, 0.0
    return LineString([_between(a, d), _between(b, c)]), round(width, 3)


def _between(p: Sequence[float], q: Sequence[float]) -> tuple[float, float]:
    return (p[0] + q[0]) / 2, (p[1] + q[1]) / 2
