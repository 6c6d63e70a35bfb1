"""Tests of words for storeys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.importing.levels import label_of, level_of, levels_in


@pytest.mark.parametrize(
    ("label", "level"),
    [
        ("1F", 0), ("32F", 31), ("F2", 1), ("首层", 0), ("一层", 0), ("十二层", 11), ("二十一层", 20),
        ("3楼", 2), ("B1", -1), ("b2", -2), ("-1F", -1), ("地下一层", -1), ("负二层", -2), ("地下3层", -3),
        ("GF", 0), ("EG", 0), ("RDC", 0), ("0", 0), ("2.OG", 2), ("1", 0), ("５F", 4), ("G", 0),
        ("屋面", None), ("RF", None), ("", None), ("夹层", None),
    ],
)  # fmt: skip
def test_labels(label: str, level: int | None) -> None:
    assert level_of(label) == level


@given(st.integers(-20, 200))
def test_label_and_level_agree(level: int) -> None:
    assert level_of(label_of(level)) == level


@pytest.mark.parametrize(
    ("text", "levels", "whole"),
    [
        ("0", (0,), True), ("0;1", (0, 1), True), ("-1;0", (-1, 0), True), ("0;2", (0, 2), True),
        ("0-2", (0, 1, 2), True), ("-2--1", (-2, -1), True), ("0.5", (0,), False),
        ("", (), True), ("x", (), False), ("0;x", (0,), False), ("0-100000", (), False),
        ("1e9", (), False), ("nan", (), False), ("inf", (), False),
    ],
)  # fmt: skip
def test_levels_of_simple_indoor_tagging(text: str, levels: tuple[int, ...], whole: bool) -> None:
    assert levels_in(text) == (levels, whole)
