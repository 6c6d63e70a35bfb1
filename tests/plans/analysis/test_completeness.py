"""Tests of what a plan lacks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.analysis.completeness import completeness
from plans.model.building import Building
from plans.model.catalog import Catalog, FactRow, load_catalog
from plans.model.fact import Fact
from plans.model.ids import BuildingId

TODAY = dt.date(2026, 9, 2)
CATALOG = load_catalog(Path(__file__).resolve().parents[3] / "assets" / "catalog")
ROWS = [row for row in CATALOG.facts_of("building") if row.required or row.weight]


def building(*facts: Fact) -> Building:
    return Building(id=BuildingId("b"), name="示例楼", facts=facts)


def small(*rows: FactRow) -> Catalog:
    return msgspec.structs.replace(CATALOG, facts={row.key: row for row in rows})


def row(key: str, **more: object) -> FactRow:
    return FactRow(key=key, zh=key, en=key, type="text", group="identity", **more)  # type: ignore[arg-type]


def test_an_empty_plan_lacks_everything() -> None:
    found = completeness(building(), CATALOG, TODAY)
    assert found.score == 0
    assert list(found.missing) == ROWS
    assert found.stale == found.unverified == ()


def test_weights_count_plus_one() -> None:
    catalog = small(row("heavy", weight=3), row("needed", required=True), row("neither"))
    found = completeness(building(Fact(key="heavy", value="x")), catalog, TODAY)
    assert found.score == pytest.approx(4 / 5)
    assert [one.key for one in found.missing] == ["needed"]


def test_trust_is_told_apart_from_completeness() -> None:
    catalog = small(row("a", weight=1), row("b", weight=1), row("c", weight=1))
    facts = (
        Fact(key="a", value="x", verified_by="甲", verified_on=dt.date(2026, 9, 1)),
        Fact(key="b", value="x", verified_by="甲", verified_on=dt.date(2025, 9, 2)),
        Fact(key="c", value="x"),
    )
    found = completeness(building(*facts), catalog, TODAY)
    assert found.score == 1
    assert ([one.key for one in found.stale], [one.key for one in found.unverified]) == (
        ["b"],
        ["c"],
    )


def test_a_catalog_that_asks_nothing_is_complete() -> None:
    assert completeness(building(), small(row("neither")), TODAY).score == 1


@given(st.lists(st.sampled_from([one.key for one in ROWS]), unique=True))
def test_the_score_is_the_recorded_share(keys: list[str]) -> None:
    facts = [Fact(key=key, value="x") for key in keys]
    found = completeness(building(*facts), CATALOG, TODAY)
    missing = sum(one.weight + 1 for one in found.missing)
    whole = sum(one.weight + 1 for one in ROWS)
    assert found.score == pytest.approx(1 - missing / whole)
    assert {one.key for one in found.missing} == {one.key for one in ROWS} - set(keys)
