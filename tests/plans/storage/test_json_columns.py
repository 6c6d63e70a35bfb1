"""Tuples of values as JSON text."""

from __future__ import annotations

import datetime as dt
import math

import msgspec
import pytest

from plans.model.fact import Fact
from plans.storage.json_columns import dump, load_facts


def test_facts_keep_their_types() -> None:
    facts = (
        Fact(key="a", value=True),
        Fact(key="b", value=3),
        Fact(key="c", value=3.0, unit="m", verified_on=dt.date(2026, 2, 3)),
        Fact(key="d", value="二层 \x00 \\"),
        Fact(key="e", value=("x", "y"), verified_by="某甲"),
        Fact(key="f", value=1e300),
        Fact(key="g", value='"value":null'),
    )
    loaded = load_facts(dump(facts))
    assert loaded == facts
    assert [type(fact.value) for fact in loaded] == [bool, int, float, str, tuple, float, str]


def test_nothing_is_an_empty_list() -> None:
    assert dump(()) == "[]"
    assert load_facts("[]") == ()


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        dump((Fact(key="a", value=value),))


@pytest.mark.parametrize("text", ["", "[", '[{"key":1}]', "null", '{"key":"a"}'])
def test_damaged_text_raises(text: str) -> None:
    with pytest.raises(msgspec.DecodeError):
        load_facts(text)
