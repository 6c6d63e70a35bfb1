"""Which doors and windows hang in which wall: they go where the wall goes."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import shapely

from plans.model.feature import Feature
from plans.model.ids import FeatureId

WALLS = frozenset({"wall", "partition", "curtain_wall"})
LEAVES = frozenset({"door", "door.double", "door.sliding", "window"})
REACH_M = 0.05
"""How far from a wall's centre line a jamb may lie and still hang in it."""


def hung_on(
    features: Mapping[FeatureId, Feature], ids: Collection[FeatureId]
) -> frozenset[FeatureId]:
    """Doors and windows hanging in the walls among `ids`, less those in `ids` already.

    A leaf hangs in the wall its jambs lie nearest to; where two walls are equally near, moving
    either takes it along.
    """
    moved = [features[id_] for id_ in ids if id_ in features and features[id_].kind in WALLS]
    if not moved:
        return frozenset()
    walls = [feature for feature in features.values() if feature.kind in WALLS]
    return frozenset(
        leaf.id
        for leaf in features.values()
        if leaf.kind in LEAVES
        and leaf.id not in ids
        and not leaf.shape.is_empty
        and _hangs(leaf, moved, walls)
    )


def _hangs(leaf: Feature, moved: list[Feature], walls: list[Feature]) -> bool:
    nearest = min(_gap_m(leaf, wall) for wall in moved)
    return nearest <= REACH_M and nearest <= min(_gap_m(leaf, wall) for wall in walls) + 1e-9


def _gap_m(leaf: Feature, wall: Feature) -> float:
    """The distance of the farther end of the leaf from the wall's centre line, in metres."""
    jambs = shapely.points(shapely.get_coordinates(leaf.shape)[[0, -1]])
    return float(shapely.distance(jambs, wall.shape).max())
