"""What stands beside a shape, as facts, names and places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from plans.importing.rules import FactWords
from plans.importing.values import (
    clean,
    date,
    fact_value,
    is_as_wanted,
    plain_number,
    yes_or_no,
)
from plans.model.fact import Fact, Facts, FactValue

Properties = Mapping[str, object]

_PROVENANCE = frozenset({"source", "verified_by", "verified_on"})


class Provenance:
    """Where facts of a row come from and who checked them."""

    def __init__(self, source: str, verified_by: str = "", verified_on: dt.date | None = None):
        self.source = source
        self.verified_by = verified_by
        self.verified_on = verified_on

    @classmethod
    def of(cls, properties: Properties, source: str) -> Provenance:
        """As the properties `source`, `verified_by`, `verified_on` say, else the file's name."""
        if not _PROVENANCE.intersection(properties):
            return cls(source)
        return cls(
            clean(properties.get("source")) or source,
            clean(properties.get("verified_by")),
            date(properties.get("verified_on")),
        )

    def fact(self, key: str, value: FactValue, unit: str = "", value_en: str = "") -> Fact:
        """A fact with this provenance."""
        return Fact(
            key=key,
            value=value,
            value_en=value_en,
            unit=unit,
            source=self.source,
            verified_by=self.verified_by,
            verified_on=self.verified_on,
        )


def facts_from(
    properties: Properties,
    words: FactWords,
    provenance: Provenance,
    keep: Iterable[str] = (),
    used: frozenset[str] = frozenset(),
) -> tuple[Facts, list[str], list[str]]:
    """Facts among properties; the keys left out; the facts whose value is not what it should be.

    `keep` are keys kept as facts under their own names, `used` keys that mean something else.
    A property `facts` may hold more: key → value, or key → {value, unit, source, ...}.
    """
    facts: dict[str, Fact] = {}
    left_out: list[str] = []
    odd: list[str] = []
    kept = frozenset(keep)
    given = properties.get("facts")
    nested = given if isinstance(given, dict) else {}
    for key, value in {**properties, **nested}.items():
        if key == "facts" or (key in used and key not in nested) or value in (None, ""):
            continue
        own = provenance
        unit = ""
        if isinstance(value, dict):
            own = _own(value, provenance)
            unit, value = clean(value.get("unit")), value.get("value")
        if isinstance(value, (dict, list)) and not _is_plain_list(value):
            left_out.append(key)
            continue
        row = words.row(key)
        if row is None and key not in kept:
            left_out.append(key)
            continue
        if (written_in := words.unit(key)) and plain_number(clean(value)) is not None:
            value = f"{clean(value)} {written_in}"
        found = fact_value(row, value)
        if found is None:
            continue
        if row is None:
            facts.setdefault(key, own.fact(key, found, unit))
            continue
        if not is_as_wanted(row, found):
            if yes_or_no(value) is not None:  # OpenStreetMap's area=yes is no area
                left_out.append(key)
                continue
            odd.append(f"{row.key}={found}")
        facts.setdefault(row.key, own.fact(row.key, found, row.unit or unit))
    return tuple(facts.values()), left_out, odd


def _own(value: Mapping[str, object], provenance: Provenance) -> Provenance:
    return Provenance(
        clean(value.get("source")) or provenance.source,
        clean(value.get("verified_by")) or provenance.verified_by,
        date(value.get("verified_on")) or provenance.verified_on,
    )


def _is_plain_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(v, (str, int, float)) for v in value)


def first_of(properties: Properties, keys: Iterable[str]) -> str:
    """The first of those properties that says something, as text."""
    for key in keys:
        value = properties.get(key)
        if isinstance(value, (str, int, float)) and not isinstance(value, bool):
            text = clean(value)
            if text:
                return text
    return ""
