"""Where a view of the site begins: the buildings' main cluster; what strays is counted."""

from __future__ import annotations

from typing import Any

import pytest
import shapely

from desktop.window.overview import Overview, alike, grown, overview, within
from plans.binder import Binder
from plans.importing.draft import Draft
from plans.model.building import Placing
from plans.model.catalog import Catalog
from plans.model.ids import SITE


def filled(binder: Binder, make: Any, buildings: list[tuple[float, float]], dots: Any = ()) -> None:
    """Buildings at (east, north) kilometres of the origin, hydrants at metres of it."""
    binder.set_origin(113.6, 30.4)
    assert binder.frame is not None
    placed = []
    for number, (x, y) in enumerate(buildings):
        lon, lat = binder.frame.to_degrees(x * 1000, y * 1000)
        placed.append(make.building(f"楼{number}", placing=Placing(lon=lon, lat=lat)))
    drawn = [make.feature(SITE, kind="hydrant.municipal", shape=shapely.Point(at)) for at in dots]
    binder.intake.accept(Draft(source="t", records=(*placed, *drawn)))


def test_an_empty_binder_has_no_overview(any_binder: Binder, catalog: Catalog) -> None:
    assert overview(any_binder, catalog.views) == Overview()


def test_a_stray_building_is_told_and_not_shown(
    any_binder: Binder, make: Any, catalog: Catalog
) -> None:
    filled(any_binder, make, [(0, 0), (0.4, 0.3), (1, 0), (0, 2825)])
    found = overview(any_binder, catalog.views)
    around = catalog.views.around_m
    assert found.start == pytest.approx((-around, -around, 1000 + around, 300 + around), abs=1)
    assert found.outside == 1
    assert found.outside_m == pytest.approx(2_825_000, rel=0.01)
    assert found.everything is not None
    assert found.everything[3] > 2_700_000


def test_plans_with_floors_count_more_than_names(
    any_binder: Binder, make: Any, catalog: Catalog
) -> None:
    filled(any_binder, make, [(0, 0), (500, 0), (500.1, 0)])
    near = any_binder.library.list()[0]
    building = any_binder.library.building(near.id)
    floors = [make.floor(building, level) for level in range(3)]
    any_binder.intake.accept(Draft(source="t", records=tuple(floors)))
    assert any_binder.library.floor_counts() == {near.id: 3}
    found = overview(any_binder, catalog.views)
    assert found.start is not None
    assert found.start[2] < 1000
    assert found.outside == 2


def test_a_stray_map_is_told_and_not_shown(any_binder: Binder, make: Any, catalog: Catalog) -> None:
    far = [(90_000 + i, 0) for i in range(12)]
    filled(any_binder, make, [(0, 0), (0.2, 0)], [(50, 50), (300, 0), *far])
    found = overview(any_binder, catalog.views)
    assert found.start is not None
    assert found.start[2] < 1000
    assert found.outside == 12
    assert found.outside_m == pytest.approx(89_670, abs=50)


def test_a_map_without_buildings(any_binder: Binder, make: Any, catalog: Catalog) -> None:
    filled(any_binder, make, [], [(0, 0), (500, 300)])
    assert overview(any_binder, catalog.views) == Overview((0, 0, 500, 300), (0, 0, 500, 300))
    filled(any_binder, make, [], [(80_000, 0)])
    found = overview(any_binder, catalog.views)
    assert found.start is not None
    assert found.start[2] < 1000
    assert found.outside == 1


def test_boxes() -> None:
    box = (0.0, 0.0, 10.0, 10.0)
    assert grown(box, 1) == (-1, -1, 11, 11)
    assert within(box, grown(box, 1))
    assert not within(grown(box, 1), box)
    assert alike(box, (0.1, 0, 10.2, 10))
    assert not alike(box, (0, 0, 20, 10))
    assert not alike(box, (20, 0, 30, 10))
    assert not alike(box, None)
    assert alike(None, None)
