"""Facts of a building as rows ready to show: text, unit, trust, weight."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from plans.model.catalog import Catalog, FactRow, text_of_unit, text_of_value
from plans.model.fact import Fact, Facts, Trust, fact_of, trust_of


@dataclass(frozen=True, slots=True)
class Shown:
    """One fact as the card shows it."""

    row: FactRow
    fact: Fact | None
    trust: Trust
    name: str
    text: str
    unit: str


def shown(row: FactRow, facts: Facts, today: dt.date, language: str) -> Shown:
    """A fact row with what is recorded for it."""
    fact = fact_of(facts, row.key)
    trust = trust_of(fact, row.review_months, today)
    text = "" if fact is None else text_of_value(row, fact.value, language)
    if fact is not None and fact.value_en and language == "en":
        text = fact.value_en
    unit = text_of_unit((fact.unit if fact else "") or row.unit, language)
    return Shown(row, fact, trust, row.text_in(language), text, unit)


def card_groups(
    catalog: Catalog, facts: Facts, today: dt.date, language: str
) -> tuple[list[Shown], list[tuple[str, str, list[Shown]]]]:
    """The large figures (weight 3) and the groups (id, text, rows) of a building's card."""
    rows = [row for row in catalog.facts_of("building") if row.weight > 0]
    every = [shown(row, facts, today, language) for row in rows]
    figures = [item for item in every if item.row.weight >= 3]
    groups = []
    for group in catalog.groups:
        items = [item for item in every if item.row.group == group.id and item.row.weight < 3]
        if items:
            items.sort(key=lambda item: -item.row.weight)
            groups.append((group.id, group.text_in(language), items))
    return figures, groups
