"""Which footprint is which building: the smallest its place lies in, each given once."""

from __future__ import annotations

import shapely

from plans.analysis.footprints import match_footprints
from plans.model.feature import Feature
from plans.model.ids import SITE, BuildingId, FeatureId


def footprint(name: str, shape: shapely.Geometry) -> Feature:
    return Feature(id=FeatureId(name), place=SITE, kind="building.footprint", shape=shape)


def matched(places: dict[str, tuple[float, float]], *footprints: Feature) -> dict[str, str]:
    found = match_footprints({BuildingId(key): at for key, at in places.items()}, footprints)
    return {str(feature): str(building) for feature, building in found.items()}


PODIUM = footprint("podium", shapely.box(0, 0, 100, 60))
TOWER = footprint("tower", shapely.box(70, 20, 90, 40))


def test_a_tower_on_a_podium_gets_the_smaller() -> None:
    assert matched({"A": (80, 30), "P": (30, 30)}, PODIUM, TOWER) == {"tower": "A", "podium": "P"}


def test_a_footprint_is_given_once_to_the_nearest_its_middle() -> None:
    assert matched({"far": (5, 5), "near": (49, 31)}, PODIUM) == {"podium": "near"}


def test_a_place_in_the_court_counts() -> None:
    ring = footprint("ring", shapely.box(0, 0, 30, 30) - shapely.box(5, 5, 25, 25))
    assert matched({"A": (15, 15)}, ring) == {"ring": "A"}


def test_outside_or_without_anything() -> None:
    assert matched({"A": (500, 500)}, PODIUM) == {}
    assert matched({}, PODIUM) == matched({"A": (1, 1)}) == {}
