"""Site features by view: the grid answers as a plain comparison of boxes would."""

from __future__ import annotations

import math
import random

import pytest
import shapely

from plans.binder import Binder
from plans.model.change import added
from plans.model.feature import Feature
from plans.model.ids import SITE


@pytest.fixture
def features(any_binder: Binder, make) -> list[Feature]:
    """Points, footprints and long roads, and one feature without a shape."""
    chance = random.Random(3)
    made: list[Feature] = []
    for _ in range(150):
        x, y, size = chance.uniform(-3e3, 3e3), chance.uniform(-3e3, 3e3), chance.expovariate(0.01)
        made.append(make.feature(SITE, "tree", shapely.Point(x, y)))
        made.append(make.feature(SITE, "building.footprint", shapely.box(x, y, x + size, y + size)))
        made.append(make.feature(SITE, "road", shapely.LineString([(x, y), (x * 2, -y)])))
    made.append(make.feature(SITE, "road", shapely.LineString()))
    building = make.building()
    floor = make.floor(building)
    any_binder.drafting.commit(added("x", building, floor, make.feature(floor.id), *made))
    return made


def test_in_box_is_every_touching_box(any_binder: Binder, features: list[Feature]) -> None:
    chance = random.Random(4)
    views = [(-1e9, -1e9, 1e9, 1e9), (0, 0, 0, 0), (-math.inf, -math.inf, math.inf, math.inf)]
    for _ in range(15):
        x, y, size = chance.uniform(-4e3, 4e3), chance.uniform(-4e3, 4e3), chance.uniform(1, 2e3)
        views.append((x, y, x + size, y + size / 2))
    for minx, miny, maxx, maxy in views:
        expected = {
            feature.id
            for feature in features
            if not feature.shape.is_empty
            and feature.shape.bounds[0] <= maxx
            and feature.shape.bounds[2] >= minx
            and feature.shape.bounds[1] <= maxy
            and feature.shape.bounds[3] >= miny
        }
        found = any_binder.site.in_box(minx, miny, maxx, maxy)
        assert {feature.id for feature in found} == expected
        assert [feature.id for feature in found] == sorted(expected)


def test_all_count_and_extent(any_binder: Binder, features: list[Feature]) -> None:
    assert any_binder.site.all() == features
    assert any_binder.site.count() == len(features)
    roads = [feature for feature in features if feature.kind == "road"]
    assert any_binder.site.all(["road", "none"]) == roads
    bounds = shapely.total_bounds([feature.shape for feature in features])
    assert any_binder.site.extent() == tuple(bounds)


def test_an_empty_site(any_binder: Binder) -> None:
    assert any_binder.site.extent() is None
    assert any_binder.site.all() == any_binder.site.in_box(0, 0, 1, 1) == []
    assert any_binder.site.count() == 0
