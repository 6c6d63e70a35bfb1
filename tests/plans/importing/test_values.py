"""Tests of words as values."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.importing.values import (
    clean,
    date,
    fact_value,
    folded,
    is_as_wanted,
    moment_of,
    number,
    plain_number,
    split,
    yes_or_no,
)
from plans.model.catalog import Catalog


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("4 m", "m", 4.0),
        ("1,200", "", 1200.0),
        ("1 200,5", "m", 1200.5),
        ("1.234,5", "m", 1234.5),
        ("30ft", "m", 9.144),
        ("2.ft", "m", 0.6096),
        (".5ft", "m", 0.1524),
        ("DN150", "mm", 150.0),
        ("150 mm", "m", 0.15),
        ("0.25m", "mm", 250.0),
        ("100 psi", "MPa", 0.689475729),
        ("4bar", "MPa", 0.4),
        ("500gpm", "L/s", 31.5450982),
        ("54 m³/h", "L/s", 15.0),
        ("２４层", "", 24.0),
        ("148米", "m", 148.0),
        ("10.86万平方米", "m²", 108600.0),
        ("30t", "t", 30.0),
        ("30000 kg", "t", 30.0),
        ("-1", "", -1.0),
        (12, "m", 12.0),
    ],
)
def test_numbers_with_units(text: object, unit: str, expected: float) -> None:
    assert number(text, unit) == pytest.approx(expected)


@pytest.mark.parametrize(
    "text", ["", "abc", "about 4", "4-5", "2.5ftt", "3 kg", True, None, "1e400"]
)
def test_what_is_no_length(text: object) -> None:
    assert number(text, "m") is None


def test_plain_numbers_need_digits() -> None:
    assert plain_number("1,2,3") is None
    assert plain_number("9" * 40) is None


@given(st.integers(-(10**9), 10**9))
def test_thousands_separators_change_nothing(value: int) -> None:
    assert plain_number(f"{value:,}") == value


def test_yes_and_no() -> None:
    assert [yes_or_no(word) for word in ("是", "有", "YES", "1", True)] == [True] * 5
    assert [yes_or_no(word) for word in ("否", "无", "no", "0", False)] == [False] * 5
    assert yes_or_no("也许") is None


@pytest.mark.parametrize(
    "text", ["2026-09-02", "2026/9/2", "2026.09.02", "2026年9月2日", "20260902", "02.09.2026"]
)
def test_dates(text: str) -> None:
    assert date(text) == dt.date(2026, 9, 2)


def test_moments() -> None:
    assert moment_of("2026-09-02 08:30") == dt.datetime(2026, 9, 2, 8, 30)
    assert moment_of("2026-09-02T08:30:15") == dt.datetime(2026, 9, 2, 8, 30, 15)
    assert moment_of("2026年9月2日 8时30分") == dt.datetime(2026, 9, 2, 8, 30)
    assert [moment_of(text) for text in ("", "tomorrow", "2026-06-31", "2026-13-01")] == [None] * 4


def test_text_stays_as_it_was_written() -> None:
    assert clean(" 示例区（虚构） ") == "示例区（虚构）"
    assert folded("（１２）") == "(12)"
    assert clean(2.0) == "2"
    assert clean(None) == ""


def test_lists_in_a_cell() -> None:
    assert split("甲、乙；丙; d | e") == ["甲", "乙", "丙", "d", "e"]


def test_fact_values_follow_their_row(catalog: Catalog) -> None:
    facts = catalog.facts
    assert fact_value(facts["height_m"], "148 米") == 148.0
    assert fact_value(facts["floors_above"], "32层") == 32
    assert fact_value(facts["fire_class"], facts["fire_class"].choices[0].zh) == "high_1"
    assert fact_value(facts["aerial_sides"], "north;东") == ("north", "east")
    assert fact_value(facts["helipad"], "有") is True
    assert fact_value(facts["last_drill_on"], "2026年5月1日") == "2026-05-01"
    assert fact_value(facts["height_m"], "") is None
    assert fact_value(None, "as it is") == "as it is"


def test_a_value_of_the_wrong_type_is_kept_as_text(catalog: Catalog) -> None:
    row = catalog.facts["height_m"]
    value = fact_value(row, "很高")
    assert value == "很高"
    assert not is_as_wanted(row, "很高")
    assert is_as_wanted(row, 3.0)
