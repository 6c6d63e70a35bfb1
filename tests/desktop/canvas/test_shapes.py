"""Shapes as Qt paths."""

from __future__ import annotations

import pytest
import shapely
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from desktop.canvas.shapes import Outlines, path_of, polygon_of

HOLE = shapely.box(0, 0, 10, 10) - shapely.box(4, 4, 6, 6)


def test_one_ring_is_a_polygon_and_holes_a_path() -> None:
    outlines = Outlines([shapely.box(0, 0, 2, 1), HOLE, shapely.LineString([(0, 0), (3, 4)])])
    assert isinstance(outlines.path(0, filled=True), QPolygonF)
    holed = outlines.path(1, filled=True)
    assert isinstance(holed, QPainterPath)
    assert holed.contains(QPointF(1, 1))
    assert not holed.contains(QPointF(5, 5))
    line = outlines.path(2, filled=False)
    assert isinstance(line, QPainterPath)
    assert line.length() == pytest.approx(5)


def test_paths_belong_to_their_shapes() -> None:
    shapes = [
        shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(2, 0, 3, 1)]),
        shapely.Point(9, 9),
        shapely.MultiLineString([[(5, 5), (6, 5)], [(7, 5), (8, 5)]]),
        shapely.GeometryCollection([shapely.box(20, 20, 21, 21), shapely.Point(0, 0)]),
        shapely.LinearRing([(30, 30), (31, 30), (31, 31)]),
    ]
    outlines = Outlines(shapes)
    for at, shape in enumerate(shapes):
        made = outlines.path(at, filled=False)
        if at == 1:
            assert made.isEmpty()
        else:
            rect = made.boundingRect()
            seen = (rect.left(), rect.top(), rect.right(), rect.bottom())
            wanted = shapely.box(20, 20, 21, 21).bounds if at == 3 else shape.bounds
            assert seen == pytest.approx(wanted)


def test_nothing_makes_nothing() -> None:
    assert path_of(shapely.Point(1, 1)).isEmpty()
    assert path_of(shapely.Polygon()).isEmpty()
    assert Outlines([]) is not None


def test_one_shape_as_a_path_keeps_its_hole() -> None:
    assert not path_of(HOLE).contains(QPointF(5, 5))
    assert path_of(shapely.box(0, 0, 2, 2)).contains(QPointF(1, 1))


def test_polygon() -> None:
    assert polygon_of([[0, 0], [1, 2]]) == QPolygonF([QPointF(0, 0), QPointF(1, 2)])
