"""One recorded value and how far it can be trusted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

import msgspec

FactValue = bool | int | float | str | tuple[str, ...]


class Trust(StrEnum):
    """What a commander may make of a fact."""

    VERIFIED = "verified"
    STALE = "stale"
    UNVERIFIED = "unverified"
    MISSING = "missing"


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A value with its unit, where it comes from, who checked it and when.

    `key` is a row of `assets/catalog/facts.toml`; unknown keys are kept and shown as they are.
    `value_en` is what an English reader is shown of a text, where somebody wrote it.
    """

    key: str
    value: FactValue
    value_en: str = ""
    unit: str = ""
    source: str = ""
    verified_by: str = ""
    verified_on: dt.date | None = None


Facts = tuple[Fact, ...]


def fact_of(facts: Iterable[Fact], key: str) -> Fact | None:
    """The fact with that key, or None."""
    return next((fact for fact in facts if fact.key == key), None)


def value_of(facts: Iterable[Fact], key: str) -> FactValue | None:
    """The value recorded under that key, or None."""
    fact = fact_of(facts, key)
    return None if fact is None else fact.value


def number_of(facts: Iterable[Fact], key: str) -> float | None:
    """The value under that key as a number, or None when absent or not a number."""
    value = value_of(facts, key)
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def with_fact(facts: Facts, fact: Fact) -> Facts:
    """The facts with this one in place of the same key, order kept, new keys at the end."""
    if all(old.key != fact.key for old in facts):
        return (*facts, fact)
    return tuple(fact if old.key == fact.key else old for old in facts)


def without_fact(facts: Facts, key: str) -> Facts:
    """The facts less the one with that key."""
    return tuple(fact for fact in facts if fact.key != key)


def trust_of(fact: Fact | None, review_months: int, today: dt.date) -> Trust:
    """How far the fact can be trusted on that day.

    Verified within `review_months` (0 = never goes stale) is verified, older is stale; without
    verifier or date it is unverified; None is missing.
    """
    if fact is None:
        return Trust.MISSING
    if not fact.verified_by or fact.verified_on is None:
        return Trust.UNVERIFIED
    if review_months and months_between(fact.verified_on, today) >= review_months:
        return Trust.STALE
    return Trust.VERIFIED


def months_between(earlier: dt.date, later: dt.date) -> int:
    """Whole calendar months from earlier to later (negative when later is before)."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - 1 if later.day < earlier.day else months
