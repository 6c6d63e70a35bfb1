"""Facts are found, replaced and trusted as they should be."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.model.fact import (
    Fact,
    Trust,
    fact_of,
    months_between,
    number_of,
    trust_of,
    value_of,
    with_fact,
    without_fact,
)

TODAY = dt.date(2026, 9, 2)


def checked(on: dt.date | None, by: str = "某甲") -> Fact:
    return Fact(key="height_m", value=148.0, verified_by=by, verified_on=on)


@pytest.mark.parametrize(
    ("fact", "months", "trust"),
    [
        (None, 12, Trust.MISSING),
        (checked(None), 12, Trust.UNVERIFIED),
        (checked(dt.date(2026, 9, 1), by=""), 12, Trust.UNVERIFIED),
        (checked(dt.date(2025, 9, 3)), 12, Trust.VERIFIED),
        (checked(dt.date(2025, 9, 2)), 12, Trust.STALE),
        (checked(dt.date(1999, 1, 1)), 0, Trust.VERIFIED),
    ],
)
def test_trust(fact: Fact | None, months: int, trust: Trust) -> None:
    assert trust_of(fact, months, TODAY) is trust


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        ((2026, 1, 31), (2026, 2, 28), 0),
        ((2026, 1, 31), (2026, 3, 31), 2),
        ((2025, 12, 1), (2026, 1, 1), 1),
        ((2026, 3, 1), (2026, 1, 1), -2),
    ],
)
def test_months(earlier: tuple[int, ...], later: tuple[int, ...], months: int) -> None:
    assert months_between(dt.date(*earlier), dt.date(*later)) == months


def test_values_and_numbers() -> None:
    facts = (Fact(key="a", value=3), Fact(key="b", value="3"), Fact(key="c", value=True))
    assert fact_of(facts, "b") is facts[1]
    assert value_of(facts, "z") is None
    assert [number_of(facts, key) for key in "abcz"] == [3.0, None, None, None]


KEYS = st.sampled_from("abcdef")


@given(st.lists(KEYS, unique=True), KEYS)
def test_one_fact_a_key_in_its_place(keys: list[str], key: str) -> None:
    facts = tuple(Fact(key=one, value=0) for one in keys)
    later = with_fact(facts, Fact(key=key, value=1))
    assert [fact.key for fact in later] == keys + [key] * (key not in keys)
    assert value_of(later, key) == 1
    assert [fact.key for fact in without_fact(later, key)] == [one for one in keys if one != key]
