"""Tests of what commands share."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.commands.common import aligned, label_ranges, print_json, who, width


def test_chinese_takes_two_columns() -> None:
    assert [width(text) for text in ("abc", "示例", "（A）", "e\u0301")] == [3, 4, 5, 1]


def test_columns_lie_under_each_other() -> None:
    assert aligned([("示例广场", "x"), ("ab", "y"), ("only",)], "  ") == [
        "  示例广场  x", "  ab        y", "  only",
    ]  # fmt: skip
    assert aligned([]) == []


@given(st.lists(st.lists(st.text("示例ab ", max_size=6), max_size=4), max_size=5))
def test_no_cell_is_lost(rows: list[list[str]]) -> None:
    lines = aligned(rows)
    assert len(lines) == len(rows)
    for row, line in zip(rows, lines, strict=True):
        assert all(cell.strip() in line for cell in row)


def test_json_keeps_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"name": "示例"})
    out = capsys.readouterr().out
    assert "示例" in out
    assert json.loads(out) == {"name": "示例"}


def test_somebody_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "officer")
    assert who() == "officer"


@pytest.mark.parametrize(
    ("labels", "shown"),
    [
        ("B2 B1 1F 2F 3F", ["B2–B1", "1F–3F"]),
        ("1F 2F 夹层 3F RF", ["1F–2F", "夹层", "3F", "RF"]),
        ("1F 3F 3F", ["1F", "3F", "3F"]),
        ("", []),
    ],
)
def test_floors_are_named_by_ranges(labels: str, shown: list[str]) -> None:
    assert label_ranges(labels.split()) == shown
