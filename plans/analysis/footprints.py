"""Which footprint on the map is which building: the smallest one its place lies in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from plans.model.feature import Feature
from plans.model.ids import BuildingId, FeatureId


def match_footprints(
    places: Mapping[BuildingId, tuple[float, float]], footprints: Sequence[Feature]
) -> dict[FeatureId, BuildingId]:
    """Footprint → building, for places in map metres.

    A tower on a podium lies in both; it gets the smaller. A place in the court of a building
    counts too, when it lies in no footprint itself. A footprint is given once, to the building
    whose place is nearest its middle. Buildings in no footprint are left out.
    """
    if not places or not footprints:
        return {}
    ids = list(places)
    points = shapely.points(np.array([places[building_id] for building_id in ids]))
    shapes = np.array([feature.shape for feature in footprints], dtype=object)
    smallest = _smallest(points, shapes)
    around = _smallest(points, shapely.convex_hull(shapes))
    smallest = {**around, **smallest}
    found: dict[FeatureId, tuple[float, BuildingId]] = {}
    for point, shape in smallest.items():
        away = float(shapely.distance(points[point], shapely.centroid(shapes[shape])))
        feature_id = footprints[shape].id
        if feature_id not in found or away < found[feature_id][0]:
            found[feature_id] = (away, ids[point])
    return {feature_id: building_id for feature_id, (_, building_id) in found.items()}


def _smallest(points: NDArray[np.object_], shapes: NDArray[np.object_]) -> dict[int, int]:
    """For each point (by index) the smallest shape it lies in."""
    which, inside = shapely.STRtree(shapes).query(points, predicate="intersects")
    areas = shapely.area(shapes)
    found: dict[int, int] = {}
    for point, shape in zip(which.tolist(), inside.tolist(), strict=True):
        if point not in found or areas[shape] < areas[found[point]]:
            found[point] = shape
    return found
