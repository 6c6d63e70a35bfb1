"""A scene sorts marks, finds those in a box and tells what a later one changes."""

from __future__ import annotations

import pytest
import shapely

from desktop.canvas.scene import Scene
from plans.drawing.marks import Mark, Pass


def mark(
    shape: shapely.Geometry, paint: str = "fill", order: int = Pass.ROOM, **more: object
) -> Mark:
    return Mark(
        owner="f", order=order, paint=paint, role="room", shape=shape, **more  # type: ignore[arg-type]
    )  # fmt: skip


def test_ground_and_notes_apart_in_painting_order() -> None:
    marks = [
        mark(shapely.Point(0, 0), "text", Pass.TEXT),
        mark(shapely.box(0, 0, 1, 1), order=Pass.WALL),
        mark(shapely.Point(1, 1), "symbol", Pass.SYMBOL),
        mark(shapely.box(0, 0, 9, 9), order=Pass.SLAB),
    ]
    scene = Scene(marks)
    assert scene.ground == [marks[3], marks[1]]
    assert scene.notes == [marks[2], marks[0]]


def test_extent_holds_notes_and_widths() -> None:
    scene = Scene(
        [
            mark(shapely.LineString([(0, 0), (10, 0)]), "band", width_m=4.0),
            mark(shapely.Point(20, 5), "symbol"),
        ]
    )
    assert scene.extent() == (-2, -2, 20, 5)
    assert Scene().extent() is None
    assert Scene().is_empty


def test_what_is_under_a_pixel_is_not_painted() -> None:
    scene = Scene([mark(shapely.box(0, 0, 0.1, 0.1)), mark(shapely.box(0, 0, 9, 9))])
    everywhere = (-99.0, -99.0, 99.0, 99.0)
    assert scene.ground_in(everywhere, 1.0).tolist() == [1]
    assert scene.ground_in(everywhere, 10.0).tolist() == [0, 1]
    assert scene.ground_in((50, 50, 60, 60), 10.0).tolist() == []


def test_notes_in_a_box_keep_their_order() -> None:
    notes = [mark(shapely.Point(x, 0), "symbol", rank=x) for x in range(9)]
    assert Scene(notes).notes_in((2, -1, 5, 1)) == notes[2:6]


def test_columns_are_known() -> None:
    column = Mark(owner="c", order=46, paint="fill", role="column", shape=shapely.box(1, 1, 2, 2))
    assert Scene([column]).columns.tolist() == [[1, 1, 2, 2]]


def test_changed_boxes_cover_what_came_went_and_moved() -> None:
    stays = mark(shapely.box(0, 0, 1, 1))
    gone, new = mark(shapely.box(5, 5, 6, 6)), mark(shapely.box(8, 8, 9, 9))
    boxes = Scene([stays, gone]).changed_boxes(Scene([new, stays]))
    assert sorted(boxes) == [(5, 5, 6, 6), (8, 8, 9, 9)]
    assert Scene([stays]).changed_boxes(Scene([stays])) == []


def test_changed_boxes_are_as_wide_as_the_bands() -> None:
    road = mark(shapely.LineString([(0, 0), (10, 0)]), "band", width_m=14.0)
    (box,) = Scene([road]).changed_boxes(Scene())
    assert box == pytest.approx((-7, -7, 17, 7))
