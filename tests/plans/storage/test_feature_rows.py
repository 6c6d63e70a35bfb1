"""Features as rows and back."""

from __future__ import annotations

import shapely

from plans.model.ids import SITE
from plans.storage.feature_rows import feature_rows
from tests.conftest import Make


def test_a_row_carries_its_box_and_on_the_site_a_cell(make: Make) -> None:
    building = make.building()
    floor = make.floor(building)
    line = shapely.LineString([(1, 5), (4, 2)])
    inside, outside = make.feature(floor.id, shape=line), make.feature(SITE, shape=line)
    rows = feature_rows([inside, outside])
    assert [(r["minx"], r["miny"], r["maxx"], r["maxy"]) for r in rows] == [(1, 2, 4, 5)] * 2
    assert [r["floor_id"] for r in rows] == [floor.id, None]
    assert rows[0]["cell"] is None
    assert rows[1]["cell"] is not None
    assert shapely.from_wkb(rows[0]["shape"]) == line


def test_no_features_are_no_rows() -> None:
    assert feature_rows([]) == []
