"""The rows of the tables: buildings and floors, as the authoring modules hand them over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .drawn import Drawn
from .frames import Frame

Drawing = Callable[[], list[Drawn]]


@dataclass(frozen=True)
class FloorRow:
    """One storey. `draw` makes its features; None where `typical_of` names the floor to show."""

    label: str
    level: int
    elevation_m: float
    height_m: float
    use: str
    use_en: str
    typical_of: str = ""
    refuge: bool = False
    draw: Drawing | None = None


@dataclass(frozen=True)
class Known:
    """A fact of a building: value, where from, who checked it and when ("" = nobody)."""

    key: str
    value: Any
    source: str = ""
    by: str = ""
    on: str = ""


@dataclass(frozen=True)
class BuildingRow:
    """One building of the sample: its own words, where it stands and its floors."""

    code: str
    name: str
    name_en: str
    old_name: str
    alias: str
    address: str
    address_en: str
    use: str
    frame: Frame
    archive: dict[str, Any]
    floors: list[FloorRow] = field(default_factory=list)
    revision: str = "1"
    revised_on: str = "2026-03-18"


def storeys(
    first: int,
    last: int,
    elevation_m: float,
    height_m: float,
    use: str,
    use_en: str,
    typical_of: str = "",
    draw: Drawing | None = None,
    refuge: bool = False,
) -> list[FloorRow]:
    """Floors first..last (1 is the ground floor) of equal height; the drawn one comes first.

    Where `draw` is given the first of them is drawn and the others are typical of it.
    """
    out = []
    for n in range(first, last + 1):
        own = draw if n == first else None
        shown = "" if own else typical_of or f"{first}F"
        out.append(
            FloorRow(
                f"{n}F",
                n - 1,
                round(elevation_m + (n - first) * height_m, 2),
                height_m,
                use,
                use_en,
                shown,
                refuge,
                own,
            )
        )
    return out
