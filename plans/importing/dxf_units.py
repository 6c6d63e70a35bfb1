"""Which unit a drawing is in: what it declares, checked against its doors and its size.

`$INSUNITS` lies in real files: a house declared in millimetres was drawn in inches.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence

import msgspec

from plans.importing.drawing_rules import DrawingRules, Unit

Swing = tuple[float, bool]
"""Radius of a quarter circle, and whether its block or layer is called a door."""
LEAST_SIZE_M, MOST_SIZE_M = 3.0, 2_000.0
"""A drawing of a floor is between a hut and an airport; outside these its unit is doubted."""
FAIR_SHARE = 0.3
"""The declared unit is believed while it makes at least so many of the doors the best unit does."""


class Verdict(msgspec.Struct, frozen=True):
    """The unit taken, the one declared ("" when none), whether all agree, the usual door in m."""

    unit: Unit
    declared: str
    certain: bool
    door_m: float | None = None


def judge(
    rules: DrawingRules, insunits: int, swings: Sequence[Swing], size: float, asked: str = ""
) -> Verdict:
    """The unit of a drawing with those quarter circles and that longer side, both in its own
    units; `asked` is the user's word, which decides.

    Quarter circles that are called doors speak before the others (chairs and basins have arcs
    too). The declared unit stands while a fair share of them are doors in it.
    """
    declared = rules.unit_coded(insunits)
    said = declared.id if declared else ""
    radii = [radius for radius, is_door in swings if is_door] or [radius for radius, _ in swings]
    chosen = rules.unit_named(asked)
    if chosen is not None:
        return Verdict(chosen, said, True, _door_m(rules, chosen, radii))
    sized = [u for u in rules.unit if LEAST_SIZE_M <= size * u.metres <= MOST_SIZE_M]
    doors = {unit.id: _doors(rules, unit, radii) for unit in sized}
    most = max((len(found) for found in doors.values()), default=0)
    if declared is not None and declared in sized:
        believed = len(doors[declared.id]) >= max(most * FAIR_SHARE, min(most, 1))
        if believed:
            return Verdict(declared, said, True, _door_m(rules, declared, radii))
    likely = max(sized, key=lambda unit: len(doors[unit.id]), default=declared or rules.unit[0])
    return Verdict(likely, said, False, _door_m(rules, likely, radii))


def _doors(rules: DrawingRules, unit: Unit, radii: Sequence[float]) -> list[float]:
    """Radii that are door leaves in that unit, metres."""
    metres = [radius * unit.metres for radius in radii]
    return [width for width in metres if rules.doors.least_m <= width <= rules.doors.most_m]


def _door_m(rules: DrawingRules, unit: Unit, radii: Sequence[float]) -> float | None:
    found = _doors(rules, unit, radii)
    return statistics.median(found) if found else None
