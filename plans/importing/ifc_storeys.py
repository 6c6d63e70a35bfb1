"""Which storeys of a model are floors, which is the ground floor, which the roof.

By height and by what stands on them, never by the number in their name: names skip numbers, count
from 0 or 1, or say `T/FDN`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from plans.importing.ifc_rules import IfcRules

_SAME_M = 0.05
"""Storeys nearer than this in height are one level."""
_NEAR_ZERO_M = 5.0
"""A model whose storeys all lie farther than this from its zero counts its heights from elsewhere,
mostly from the sea."""


class Storey(msgspec.Struct, frozen=True, kw_only=True):
    """A storey with what stands on it.

    `z_m` is its height in the model, `elevation_m` over the building's zero. `crossed` counts the
    walls and columns that the cutting plane above it meets, whatever storey they belong to;
    `top_m` is the highest point of what belongs to it, in the model.
    """

    id: int
    building: int
    label: str
    z_m: float
    elevation_m: float
    spaces: int = 0
    doors: int = 0
    windows: int = 0
    stairs: int = 0
    outer_doors: int = 0
    products: int = 0
    crossed: int = 0
    top_m: float | None = None
    says_roof: bool = False


class Level(msgspec.Struct, frozen=True, kw_only=True):
    """A storey that is a floor. `members` are the storeys whose things lie on it: itself and the
    lines for setting out beneath it."""

    storey: Storey
    level: int
    elevation_m: float
    height_m: float
    is_roof: bool
    members: tuple[int, ...]


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """The floors of one building, lowest first; the storeys that are none; how far its heights were
    lowered so that the ground floor stands at zero (0: they were not)."""

    levels: tuple[Level, ...]
    lines: tuple[Storey, ...]
    lowered_m: float = 0.0


def judged(storeys: Sequence[Storey], rules: IfcRules, usual_height_m: float) -> Verdict:
    """The verdict on one building's storeys; `usual_height_m` stands for a height nothing tells."""
    ordered = sorted(storeys, key=lambda one: (one.z_m, one.id))
    lines = [one for at, one in enumerate(ordered) if _is_line(one, ordered[at + 1 :], rules)]
    floors = [one for one in ordered if one not in lines]
    if not floors:  # a model of lines alone: then they are what there is
        floors, lines = ordered, []
    if not floors:
        return Verdict(levels=(), lines=())
    roofs = _roofs(floors)
    ground = _ground([one for one in floors if one not in roofs] or floors)
    lowered_m = ground.elevation_m if abs(ground.elevation_m) > _NEAR_ZERO_M else 0.0
    numbers = _numbers(floors, ground)
    levels = []
    for at, one in enumerate(floors):
        members = [line.id for line in lines if _home(line, floors) is one]
        levels.append(
            Level(
                storey=one,
                level=numbers[at],
                elevation_m=round(one.elevation_m - lowered_m, 3),
                height_m=round(
                    _height(one, floors[at + 1 :], one in roofs, rules, usual_height_m), 3
                ),
                is_roof=one in roofs,
                members=(one.id, *members),
            )
        )
    return Verdict(levels=tuple(levels), lines=tuple(lines), lowered_m=lowered_m)


def _is_line(one: Storey, above: Sequence[Storey], rules: IfcRules) -> bool:
    """Whether a storey is a line for setting out: no floor's things on it, too low or empty."""
    if one.spaces or one.doors or one.windows or one.stairs:
        return False
    higher = next((other for other in above if other.z_m > one.z_m + _SAME_M), None)
    if higher is not None and higher.z_m - one.z_m < rules.least_storey_m:
        return not one.says_roof
    return not one.products and not one.crossed and not one.says_roof


def _roofs(floors: Sequence[Storey]) -> list[Storey]:
    """The storeys above all others with doors that are called a roof or have no walls to cut."""
    roofs: list[Storey] = []
    for one in reversed(floors[1:]):
        is_bare = not (one.spaces or one.doors or one.windows or one.crossed)
        if one.doors or not (one.says_roof or is_bare):
            break
        roofs.append(one)
    return roofs


def _ground(floors: Sequence[Storey]) -> Storey:
    """The storey with doors to the outside nearest to the building's zero; where no door says that
    it leads outside, the nearest to zero; where zero is far away, the lowest of them."""
    entered = [one for one in floors if one.outer_doors] or list(floors)
    if all(abs(one.elevation_m) > _NEAR_ZERO_M for one in entered):
        return entered[0]
    return min(entered, key=lambda one: (abs(one.elevation_m), one.elevation_m))


def _numbers(floors: Sequence[Storey], ground: Storey) -> list[int]:
    """The number of each floor: the ground floor 0, floors of one height the same."""
    steps = [0]
    for lower, higher in pairwise(floors):
        steps.append(steps[-1] + (higher.z_m - lower.z_m > _SAME_M))
    zero = steps[list(floors).index(ground)]
    return [step - zero for step in steps]


def _home(line: Storey, floors: Sequence[Storey]) -> Storey:
    """The floor a setting-out line belongs to: the next above it, else the highest."""
    return next((one for one in floors if one.z_m >= line.z_m), floors[-1])


def _height(
    one: Storey, above: Sequence[Storey], is_roof: bool, rules: IfcRules, usual_height_m: float
) -> float:
    """Floor to floor; of the highest, to the top of what stands on it."""
    higher = next((other for other in above if other.z_m > one.z_m + _SAME_M), None)
    if higher is not None:
        return higher.z_m - one.z_m
    built = (one.top_m or one.z_m) - one.z_m
    if is_roof:
        return max(built, rules.roof_m)
    return built if built >= rules.least_storey_m else usual_height_m
