"""Rows whose values are not what they must be are unreadable, never wrong records."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
import shapely

from plans.model.feature import Feature
from plans.model.ids import SITE
from plans.storage.feature_rows import FEATURE_COLUMNS, feature_rows
from plans.storage.rows import ALL, BUILDINGS, BY_NAME, BY_TYPE, FEATURES
from plans.storage.troubles import Unreadable


def _row(feature: Feature, **spoiled: Any) -> tuple[Any, ...]:
    values = {**feature_rows([feature])[0], **spoiled}
    return tuple(values[name] for name in FEATURE_COLUMNS)


def test_every_record_type_has_its_table() -> None:
    assert len({mapping.table.name for mapping in ALL}) == len(ALL) == len(BY_TYPE) == len(BY_NAME)


def test_a_feature_there_and_back(make) -> None:
    features = [make.feature(SITE, "tree", shapely.Point(1, 2)), make.feature("floor", label="墙")]
    assert FEATURES.from_rows([_row(feature) for feature in features]) == features
    assert FEATURES.from_rows([]) == []


def test_boxes_and_cells(make) -> None:
    on_site, on_floor = make.feature(SITE, "road"), make.feature("floor")
    empty = make.feature(SITE, "road", shapely.LineString())
    rows = feature_rows([on_site, on_floor, empty])
    assert [row["floor_id"] for row in rows] == [None, "floor", None]
    assert [row["cell"] is None for row in rows] == [False, True, False]
    assert [rows[0][name] for name in ("minx", "miny", "maxx", "maxy")] == [0, 0, 5, 0]
    assert rows[2]["minx"] is None
    assert feature_rows([]) == []


@pytest.mark.parametrize(
    "spoiled",
    [
        {"kind": None},
        {"label": 5},
        {"shape": None},
        {"shape": b"\x01\x02"},
        {"facts": '[{"key":1}]'},
        {"facts": None},
        {"photos": "{"},
    ],
)
def test_a_spoiled_feature(make, spoiled: dict[str, Any]) -> None:
    with pytest.raises((Unreadable, msgspec.DecodeError, shapely.errors.ShapelyError)):
        FEATURES.from_rows([_row(make.feature(SITE), **spoiled)])


def test_a_spoiled_building(make) -> None:
    values = {**BUILDINGS.to_rows([make.building()])[0], "datum": "no datum"}
    with pytest.raises(Unreadable):
        BUILDINGS.from_rows([SimpleNamespace(**values)])
