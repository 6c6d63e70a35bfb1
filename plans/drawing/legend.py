"""The legend of what is in view: a line for each kind, grouped by layer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from plans.model.catalog import Catalog, Kind, Row
from plans.model.feature import Feature

BUILDING_FABRIC = frozenset(
    {
        "wall",
        "partition",
        "curtain_wall",
        "column",
        "door",
        "door.double",
        "door.sliding",
        "window",
        "room",
        "corridor",
        "outline",
        "opening",
        "railing",
        "stair.flight",
        "ramp",
        "parking",
        "furniture",
        "text",
        "building.footprint",
        "building.part",
        "road",
        "path",
        "green",
        "plot",
        "rail",
        "tree",
        "water_body",
        "fence",
    }
)
"""What any plan shows and nobody needs explained."""


class LegendLine(msgspec.Struct, frozen=True, kw_only=True):
    """A kind and how many of it are there."""

    kind: Kind
    count: int


class LegendGroup(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of one layer."""

    layer: Row
    lines: tuple[LegendLine, ...]


def count_kinds(features: Iterable[Feature]) -> dict[str, int]:
    """How many features there are of each kind."""
    counts: dict[str, int] = {}
    for feature in features:
        counts[feature.kind] = counts.get(feature.kind, 0) + 1
    return counts


def legend(
    counts: Mapping[str, int], catalog: Catalog, *, on_floor: bool = False
) -> list[LegendGroup]:
    """Lines for the kinds counted, most important first within each layer of the catalog.

    `on_floor`: layers are headed by their name on floor plans.
    """
    groups = []
    for layer in catalog.layers:
        lines = [
            LegendLine(kind=kind, count=counts[kind.id])
            for kind in catalog.kinds.values()
            if kind.layer == layer.id and counts.get(kind.id) and kind.id not in BUILDING_FABRIC
        ]
        if lines:
            lines.sort(key=lambda line: -line.kind.rank)
            head = layer.on_floor if on_floor else layer
            groups.append(LegendGroup(layer=head, lines=tuple(lines)))
    return groups
