"""Shapes as Qt paths: coordinates of many shapes are taken out at once, paths made when painted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF
from shapely.geometry.base import BaseGeometry

Rings = list[list[list[float]]]
Painted = QPolygonF | QPainterPath
_POLYGON, _LINE, _RING = 3, 1, 2


class Outlines:
    """The rings and lines of many shapes; `path(i)` is the Qt path of the i-th.

    One call of shapely for all of them takes a tenth of a call for each.
    """

    def __init__(self, shapes: Sequence[BaseGeometry]) -> None:
        parts, owners = shapely.get_parts(np.array(shapes, dtype=object), return_index=True)
        if len(parts) and (shapely.get_type_id(parts) > _POLYGON).any():
            parts, inner = shapely.get_parts(parts, return_index=True)
            owners = owners[inner]
        kinds = shapely.get_type_id(parts)
        polygons = kinds == _POLYGON
        rings, of_polygon = shapely.get_rings(parts[polygons], return_index=True)
        straight = (kinds == _LINE) | (kinds == _RING)
        pieces = np.concatenate([rings, parts[straight]])
        piece_owners = np.concatenate([owners[polygons][of_polygon], owners[straight]])
        order = np.argsort(piece_owners, kind="stable")
        pieces, piece_owners = pieces[order], piece_owners[order]
        coords, at = shapely.get_coordinates(pieces, return_index=True)
        self._pieces = np.split(coords, np.flatnonzero(np.diff(at)) + 1) if len(coords) else []
        self._first = np.searchsorted(piece_owners, np.arange(len(shapes) + 1))

    def path(self, index: int, *, filled: bool) -> Painted:
        """One ring of a filled shape as a polygon, which Qt fills faster; anything else a path."""
        pieces = self._pieces[self._first[index] : self._first[index + 1]]
        if filled and len(pieces) == 1:
            return polygon_of(pieces[0].tolist())
        path = QPainterPath()
        for piece in pieces:
            path.addPolygon(polygon_of(piece.tolist()))
            if filled:
                path.closeSubpath()
        return path


def polygon_of(coords: list[list[float]]) -> QPolygonF:
    """Coordinates [[x, y], …] as a Qt polygon."""
    return QPolygonF([QPointF(x, y) for x, y in coords])


def path_of(shape: BaseGeometry) -> QPainterPath:
    """One shape as a path, holes left open; points become nothing."""
    made = Outlines([shape]).path(0, filled=shapely.get_dimensions(shape) == 2)
    if isinstance(made, QPainterPath):
        return made
    path = QPainterPath()
    path.addPolygon(made)
    path.closeSubpath()
    return path
