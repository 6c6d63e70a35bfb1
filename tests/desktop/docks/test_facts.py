"""Facts as rows ready to show; a row added to the catalog is on the card."""

from __future__ import annotations

import datetime as dt

import msgspec

from desktop.docks.facts import card_groups, shown
from plans.model.building import Building
from plans.model.catalog import Catalog, FactRow
from plans.model.fact import Fact, Trust


def test_text_and_unit_follow_the_language(catalog: Catalog, today: dt.date) -> None:
    row = FactRow(key="n", zh="人数", en="People", type="integer", group="people", unit="person")
    facts = (Fact(key="n", value=1200),)
    assert (shown(row, facts, today, "en").text, shown(row, facts, today, "en").unit) == (
        "1200",
        "people",
    )
    assert shown(row, facts, today, "zh").unit == "人"
    assert shown(row, (), today, "zh").trust is Trust.MISSING
    assert shown(row, (), today, "zh").text == ""


def test_a_recorded_unit_goes_before_the_rows(today: dt.date) -> None:
    row = FactRow(key="n", zh="n", en="n", type="number", group="water", unit="m³")
    assert shown(row, (Fact(key="n", value=5, unit="t"),), today, "en").unit == "t"


def test_figures_are_the_heaviest_and_groups_keep_their_order(
    catalog: Catalog, building: Building, today: dt.date
) -> None:
    figures, groups = card_groups(catalog, building.facts, today, "en")
    assert {item.row.weight for item in figures} == {3}
    order = [group.id for group in catalog.groups]
    assert [order.index(group) for group, _, _ in groups] == sorted(
        order.index(group) for group, _, _ in groups
    )
    for _, _, items in groups:
        weights = [item.row.weight for item in items]
        assert weights == sorted(weights, reverse=True)
        assert min(weights) > 0


def test_a_fact_added_as_a_row_is_on_the_card(catalog: Catalog, today: dt.date) -> None:
    row = FactRow(key="foghorns", zh="雾角", en="Foghorns", type="integer", group="water", weight=2)
    grown = msgspec.structs.replace(catalog, facts={**catalog.facts, row.key: row})
    _, groups = card_groups(grown, (Fact(key="foghorns", value=3),), today, "en")
    items = next(items for group, _, items in groups if group == "water")
    assert ("Foghorns", "3") in [(item.name, item.text) for item in items]
