"""Tests of facts among properties."""

from __future__ import annotations

import datetime as dt

from plans.importing.asked import Reader
from plans.importing.properties import Provenance, facts_from, first_of
from plans.model.fact import fact_of, value_of

SOURCE = Provenance("file.geojson")


def test_known_keys_become_facts_and_others_are_told(reader: Reader) -> None:
    facts, left_out, odd = facts_from(
        {"管径": "DN150", "flow_lps": "15 L/s", "colour": "red", "status": None},
        reader.feature_facts,
        SOURCE,
    )
    assert value_of(facts, "main_diameter_mm") == 150.0
    flow = fact_of(facts, "flow_lps")
    assert flow is not None
    assert (flow.value, flow.unit, flow.source) == (15.0, "L/s", "file.geojson")
    assert left_out == ["colour"]
    assert odd == []


def test_kept_keys_stay_under_their_own_names(reader: Reader) -> None:
    facts, left_out, _ = facts_from(
        {"Style": "Dry Barrel", "x": 1}, reader.feature_facts, SOURCE, keep=["Style"]
    )
    assert value_of(facts, "Style") == "Dry Barrel"
    assert left_out == ["x"]


def test_nested_facts_carry_their_own_provenance(reader: Reader) -> None:
    nested = {"value": 20, "verified_by": "甲", "verified_on": "2026-05-01", "source": "测试记录"}
    facts, _, _ = facts_from({"facts": {"flow_lps": nested}}, reader.feature_facts, SOURCE)
    fact = fact_of(facts, "flow_lps")
    assert fact is not None
    assert (fact.verified_by, fact.verified_on) == ("甲", dt.date(2026, 5, 1))
    assert fact.source == "测试记录"


def test_odd_values_are_kept_as_text_and_told(reader: Reader) -> None:
    facts, left_out, odd = facts_from(
        {"width_m": "wide", "area": "yes"}, reader.feature_facts, SOURCE
    )
    assert value_of(facts, "width_m") == "wide"
    assert odd == ["width_m=wide"]
    assert left_out == ["area"]  # OpenStreetMap's area=yes


def test_provenance_from_properties() -> None:
    said = {"source": "巡查", "verified_by": "乙", "verified_on": "2026-01-02"}
    found = Provenance.of(said, "f.csv")
    assert (found.source, found.verified_by) == ("巡查", "乙")
    assert Provenance.of({}, "f.csv").source == "f.csv"


def test_first_of_skips_what_says_nothing() -> None:
    assert first_of({"a": None, "b": " ", "c": {"x": 1}, "d": 5}, "abcd") == "5"
    assert first_of({}, "ab") == ""
