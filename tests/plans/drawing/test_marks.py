"""Marks show in their range and read as text."""

from __future__ import annotations

import shapely

from plans.drawing.marks import Mark, Pass, as_text


def mark(**more: object) -> Mark:
    given = {"owner": "f", "order": Pass.WALL, "paint": "fill", "role": "wall", **more}
    return Mark(shape=shapely.box(0, 0, 2, 1), **given)  # type: ignore[arg-type]


def test_shown_between_its_scales() -> None:
    shown = mark(zoom=(0.5, 4.0))
    assert [shown.shown_at(scale) for scale in (0.4, 0.5, 4.0, 4.1)] == [False, True, True, False]
    assert mark().shown_at(1e-9)


def test_as_text_is_a_line_a_mark() -> None:
    lines = as_text([mark(), mark(paint="text", text="办公室\n72 m²", order=Pass.TEXT)]).split("\n")
    assert len(lines) == 2
    assert lines[0].split() == ["40", "fill", "wall", "Polygon", "0.00", "0.00", "2.00", "1.00"]
    assert "办公室|72 m²" in lines[1]


def test_equal_marks_are_equal_values() -> None:
    assert mark() == mark()
    assert len({mark(), mark(), mark(role="partition")}) == 2
