"""How much of what a plan should hold is recorded, and what is missing, old or unchecked."""

from __future__ import annotations

import datetime as dt

import msgspec

from plans.model.building import Building
from plans.model.catalog import Catalog, FactRow
from plans.model.fact import Trust, fact_of, trust_of


class Completeness(msgspec.Struct, frozen=True, kw_only=True):
    """`score` from 0 to 1; the rows that are missing, due for review and unverified, in the order
    of the card."""

    score: float
    missing: tuple[FactRow, ...] = ()
    stale: tuple[FactRow, ...] = ()
    unverified: tuple[FactRow, ...] = ()


def completeness(building: Building, catalog: Catalog, today: dt.date) -> Completeness:
    """What the building's plan lacks on that day.

    Counted are the facts that are required or on the card, each by its weight plus one. A fact
    that is recorded counts in full however old: whether it can be trusted is told apart.
    """
    rows = [row for row in catalog.facts_of("building") if row.required or row.weight]
    by_trust: dict[Trust, list[FactRow]] = {trust: [] for trust in Trust}
    for row in rows:
        trust = trust_of(fact_of(building.facts, row.key), row.review_months, today)
        by_trust[trust].append(row)
    whole = sum(row.weight + 1 for row in rows)
    lacking = sum(row.weight + 1 for row in by_trust[Trust.MISSING])
    return Completeness(
        score=(whole - lacking) / whole if whole else 1.0,
        missing=tuple(by_trust[Trust.MISSING]),
        stale=tuple(by_trust[Trust.STALE]),
        unverified=tuple(by_trust[Trust.UNVERIFIED]),
    )
