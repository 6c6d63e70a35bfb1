"""Tests of titles of plans."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.importing.drawing_rules import Titles, load_drawing_rules
from plans.importing.floor_titles import floors_titled


@pytest.fixture(scope="module")
def words(catalog_folder: Path) -> Titles:
    return load_drawing_rules(catalog_folder).titles


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("一层平面图", "1F"),
        ("一层平面图 1:100", "1F"),
        ("二层消防平面图", "2F"),
        ("十二层平面图", "12F"),
        ("地下一层平面图", "B1"),
        ("负二层平面图", "B2"),
        ("首层平面图", "1F"),
        ("地下室平面图", "B1"),
        ("三~五层平面图", "3F 4F 5F"),
        ("3-5F 平面图", "3F 4F 5F"),
        ("３－５层平面图", "3F 4F 5F"),
        ("二、三层平面图", "2F 3F"),
        ("B1平面图", "B1"),
        ("B2F 平面图", "B2"),
        ("2F", "2F"),
        ("B1", "B1"),
        ("标准层平面图", "标准层"),
        ("屋顶平面图", "RF"),
        ("夹层平面图", "夹层"),
        ("FIRST FLOOR PLAN", "1F"),
        ("Ground Floor Plan", "1F"),
        ("2nd floor plan", "2F"),
        ("Level 3 - Plan", "3F"),
        ("Basement plan", "B1"),
        ("Roof Plan", "RF"),
        ("Grundriss EG", "1F"),
        ("Grundriss 2.OG", "3F"),
        ("План 2", ""),
        ("总平面图", ""),
        ("1#楼梯一层平面图", ""),
        ("卫生间平面详图", ""),
        ("1-1剖面图", ""),
        ("FLOOR PLAN", ""),
        ("二层", "2F"),
        ("房间", ""),
        ("A1", ""),
        ("", ""),
        ("100-1层平面图", ""),
        (
            "说明：一层平面图中所有防火门均为乙级防火门，详见门窗表，未注明者均按图集施工，不得更改平面",
            "",
        ),
    ],
)
def test_titles(words: Titles, text: str, labels: str) -> None:
    title = floors_titled(text, words)
    assert " ".join(title.labels if title else ()) == labels


def test_levels_and_doubt(words: Titles) -> None:
    first, ground, roof = (floors_titled(text, words) for text in
                           ("First floor plan", "Ground floor plan", "屋面平面图"))  # fmt: skip
    assert first is not None
    assert (first.levels, first.doubtful) == ((0,), True)
    assert ground is not None
    assert (ground.levels, ground.doubtful) == ((0,), False)
    assert roof is not None
    assert roof.levels == (None,)
