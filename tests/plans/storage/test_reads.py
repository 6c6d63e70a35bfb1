"""Narrow reads on both databases, through the door."""

from __future__ import annotations

import pytest
import shapely

from plans.binder import Binder
from plans.model.building import Placing
from plans.model.change import added
from plans.model.ids import SITE
from tests.conftest import Make


def test_spans_come_from_outlines_alone(any_binder: Binder, make: Make) -> None:
    building = make.building()
    first, second = make.floor(building, 0), make.floor(building, 1)
    outline = make.feature(first.id, kind="outline", shape=shapely.box(-3, 0, 21, 9))
    wall = make.feature(second.id, kind="wall", shape=shapely.LineString([(0, 0), (90, 0)]))
    any_binder.drafting.commit(added("x", building, first, second, outline, wall))
    assert any_binder.drafting.spans(building.id) == {first.id: (-3.0, 21.0)}


def test_the_middle_of_placed_buildings(any_binder: Binder, make: Make) -> None:
    assert any_binder.library.middle() is None
    west = make.building("西", placing=Placing(lon=110.0, lat=30.0))
    east = make.building("东", placing=Placing(lon=112.0, lat=31.0))
    nowhere = make.building("无", placing=None)
    any_binder.drafting.commit(added("x", west, east, nowhere))
    assert any_binder.library.middle() == pytest.approx((111.0, 30.5))


def test_short_forms_keep_the_order_asked(any_binder: Binder, make: Make) -> None:
    a, b = make.building("甲"), make.building("乙")
    any_binder.drafting.commit(added("x", a, b))
    assert [row.name for row in any_binder.library.rows([b.id, a.id])] == ["乙", "甲"]
    assert any_binder.library.count() == 2


def test_the_site_by_kind_and_extent(any_binder: Binder, make: Make) -> None:
    assert any_binder.site.extent() is None
    any_binder.set_origin(121.5, 31.2)
    tree = make.feature(SITE, kind="tree", shape=shapely.Point(5, 6))
    road = make.feature(SITE, kind="road", shape=shapely.LineString([(0, 0), (10, 2)]))
    any_binder.drafting.commit(added("x", tree, road))
    assert [f.kind for f in any_binder.site.all({"tree"})] == ["tree"]
    assert any_binder.site.extent() == (0, 0, 10, 6)
    assert any_binder.site.count() == 2
    assert sorted(any_binder.site.centres().tolist()) == [[5, 1], [5, 6]]
