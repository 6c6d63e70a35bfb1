"""The invented city: as large as asked, the same every time."""

from __future__ import annotations

import random
from pathlib import Path

import shapely

from desktop.bench.city import build_city, crowded_floor, footprint, site
from plans.binder import Binder
from plans.model.feature import Feature


def test_a_small_city(tmp_path: Path) -> None:
    path = tmp_path / "city.binder"
    build_city(path, buildings=50, site_features=200)
    with Binder.open(path, read_only=True) as binder:
        assert binder.library.count() == 50
        assert binder.site.count() == 200
        assert binder.invented
        assert binder.library.search("xg00007")[0].name == binder.library.list()[7].name


def test_the_same_every_time() -> None:
    shapes = [
        [one.shape.wkt for one in site(random.Random(3), 60) if isinstance(one, Feature)]
        for _ in range(2)
    ]
    assert shapes[0] == shapes[1]
    assert all(shapely.is_valid(footprint(random.Random(n), 0, 0)) for n in range(50))


def test_a_crowded_floor(binder: Binder) -> None:
    building, floor = crowded_floor(binder, 100)
    assert binder.library.floors(building.id) == [floor]
    assert len(binder.drafting.features(floor.id)) == 100
