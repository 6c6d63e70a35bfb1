"""Tests of floors side by side in one drawing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from plans.importing.drawing_rules import Titles, load_drawing_rules
from plans.importing.dxf_floors import Part, parts_of
from plans.importing.dxf_shapes import Shapes, Text

Sheet = Callable[..., Shapes]


@pytest.fixture(scope="module")
def words(catalog_folder: Path) -> Titles:
    return load_drawing_rules(catalog_folder).titles


def box(shapes: Shapes, x0: float, y0: float, x1: float, y1: float) -> None:
    shapes.line(np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]], float), 0)


def sheet(*titles: str, frames: bool = True, axes: bool = True, apart: float = 60.0) -> Shapes:
    """Plans of 40 × 20 m in a row, each a little lower than the one before."""
    made = Shapes()
    for n, title in enumerate(titles):
        x, y = n * apart, -n * 0.7
        box(made, x, y, x + 40, y + 20)
        for k in range(5):
            made.line(np.array([[x + k * 8, y], [x + k * 8, y + 9]]), 1)
            if axes:
                made.texts.append(Text(str(k + 1), x + k * 8, y - 2, 0.5, 0, 0, 2))
        made.texts.append(Text(f"说明{n}", x + 7 + n, y + 4, 0.3, 0, 0, 0))
        made.texts.append(Text(title, x + 15, y - 4, 1.0, 0, 0, 0))
        if frames:
            box(made, x - 5, y - 6, x + 50, y + 25)
    made.merged()
    return made


def labels(parts: list[Part]) -> list[str]:
    return ["–".join({part.title.labels[0]: 0, part.title.labels[-1]: 0}) for part in parts]


@pytest.mark.parametrize("frames", [True, False])
def test_floors_are_cut_apart_and_laid_on_each_other(words: Titles, *, frames: bool) -> None:
    made = sheet("地下一层平面图", "一层平面图", "三~五层平面图", frames=frames)
    parts = parts_of(made, 1.0, words)
    assert labels(parts) == ["1F", "3F–5F", "B1"]
    assert all(part.aligned for part in parts)
    for part in parts:
        corners = part.shapes.segments.reshape(-1, 2)
        walls = corners[part.shapes.layers.repeat(2) == 1]
        assert walls.min(axis=0) == pytest.approx([60, -0.7])
        assert len(part.shapes.segments) == (13 if frames else 9)
        assert len(part.shapes.texts) == 7


def test_without_common_axes_the_floors_are_not_sure(words: Titles) -> None:
    parts = parts_of(sheet("一层平面图", "二层平面图", axes=False), 1.0, words)
    assert [part.aligned for part in parts] == [True, False]
    one, other = (part.shapes.corners().min(axis=0) for part in parts)
    assert other == pytest.approx(one)


def test_one_floor_stays_whole(words: Titles) -> None:
    made = sheet("一层平面图", "一层平面图")
    [part] = parts_of(made, 1.0, words)
    assert part.shapes is made
    assert parts_of(sheet("房间", "走道"), 1.0, words) == []


def test_a_list_of_drawings_is_no_title(words: Titles) -> None:
    made = sheet("一层平面图", "二层平面图")
    made.texts += [Text(f"{n}层平面图", 300, n, 0.3, 0, 0, 0) for n in range(3, 9)]
    assert labels(parts_of(made, 1.0, words)) == ["1F", "2F"]


def test_labels_in_a_section_do_not_cut_it(words: Titles) -> None:
    made = Shapes()
    for n in range(6):
        box(made, 0, n * 3, 20, n * 3 + 3)
        made.texts.append(Text(f"{n + 1}F", 21, n * 3 + 1, 0.5, 0, 0, 0))
    box(made, -5, -5, 30, 30)
    made.merged()
    assert parts_of(made, 1.0, words) == []


def test_a_ground_floor_makes_the_first_the_second(words: Titles) -> None:
    parts = parts_of(sheet("GROUND FLOOR PLAN", "FIRST FLOOR PLAN"), 1.0, words)
    assert labels(parts) == ["1F", "2F"]
    assert not any(part.title.doubtful for part in parts)
    parts = parts_of(sheet("FIRST FLOOR PLAN", "SECOND FLOOR PLAN"), 1.0, words)
    assert labels(parts) == ["1F", "2F"]
    assert all(part.title.doubtful for part in parts)


def test_two_titles_in_one_heap_are_left_whole(words: Titles) -> None:
    made = sheet("一层平面图", "二层平面图", frames=False, apart=30)
    assert parts_of(made, 1.0, words) == []
