"""What a model's property sets say that a plan keeps as facts.

Property names are those of IFC's own sets (Pset_DoorCommon, Pset_WallCommon, Pset_SpaceCommon,
Pset_BuildingCommon, Qto_* and the older BaseQuantities).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from plans.model.fact import Fact, FactValue

Sets = Mapping[str, Mapping[str, Any]]

_HOURS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:h\b|hr|hour|小时|std)", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{2,3})\s*(?:min|分)", re.IGNORECASE)
_CLASS = re.compile(r"\b(?:REI|REW|RE|EI|EW|E|R|FD|F|T|W)\s*-?\s*(\d{2,3})\b", re.IGNORECASE)
_PLAIN = re.compile(r"\s*(\d{2,3})\s*")
_MOST_MINUTES = 480


def said(sets: Sets, name: str) -> Any:
    """The first value of that property in IFC's common sets, else in any; None when unsaid."""
    common = [values for title, values in sets.items() if title.startswith(("Pset_", "Qto_"))]
    for values in (*common, *sets.values()):
        if values.get(name) not in (None, ""):
            return values[name]
    return None


def is_said(sets: Sets, *names: str) -> bool | None:
    """Yes or no of the first of those properties that says one; None when none does."""
    for name in names:
        value = said(sets, name)
        if isinstance(value, bool):
            return value
    return None


def minutes(rating: object) -> int | None:
    """A fire rating in minutes: `F90`, `REI 120`, `EI30-C`, `1 hr`, `1.5h`, `90 min`, `90`.

    None when it tells no time; a single figure may be hours or classes and tells none.
    """
    if isinstance(rating, bool) or rating is None:
        return None
    text = str(rating)
    if match := _HOURS.search(text):
        found = round(float(match[1].replace(",", ".")) * 60)
    elif match := _MINUTES.search(text) or _CLASS.search(text) or _PLAIN.fullmatch(text):
        found = int(match[1])
    else:
        return None
    return found if 10 <= found <= _MOST_MINUTES else None


def rating_facts(sets: Sets, source: str) -> tuple[Fact, ...]:
    """The fire rating of a wall, door or column, where one is written."""
    found = minutes(said(sets, "FireRating"))
    return () if found is None else (fact("fire_rating_min", found, source, "min"),)


def area_m2(sets: Sets, measured: float) -> float:
    """A room's area as its quantities give it, when they agree with what was measured to a fifth:
    units of quantities are not to be relied on."""
    for name in ("NetFloorArea", "GrossFloorArea", "Area"):
        value = said(sets, name)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            continue
        if measured <= 0 or abs(value - measured) <= measured / 5:
            return round(float(value), 2)
    return round(measured, 2)


def fact(key: str, value: FactValue, source: str, unit: str = "") -> Fact:
    """A fact the model gives; nobody has verified it."""
    return Fact(key=key, value=value, unit=unit, source=source)


def building_facts(
    sets: Sets, measured: Mapping[str, tuple[FactValue, str]], source: str
) -> tuple[Fact, ...]:
    """Facts of a building: what was measured (key → value, unit) and what its sets say."""
    found = [fact(key, value, source, unit) for key, (value, unit) in measured.items() if value]
    year = re.search(r"\b(1[5-9]\d\d|20\d\d)\b", str(said(sets, "YearOfConstruction") or ""))
    if year:
        found.append(fact("completed_year", int(year[1]), source))
    return tuple(found)


def address(entity: Any, nobodys: Sequence[str]) -> str:
    """A postal address in one line; "" when it is what the program wrote into an empty form."""
    lines = getattr(entity, "AddressLines", None) or ()
    parts = [str(line) for line in lines]
    parts += [str(getattr(entity, name, None) or "") for name in ("PostalCode", "Town", "Region")]
    parts = [part.strip() for part in parts if part and part.strip()]
    own = [part for part in parts if part.lower() not in nobodys]
    streets = [str(line).strip().lower() for line in lines if str(line).strip()]
    if not any(line not in nobodys for line in streets):
        return ""  # a town alone is the program's default as often as an address
    return ", ".join(own)
