"""Tests of fitting a read file to a binder."""

from __future__ import annotations

from pathlib import Path

import shapely
from shapely.geometry import Point

from plans.binder import Binder
from plans.importing.draft import Question, Unread
from plans.importing.parsed import BuildingRow, FeatureRow, Parsed, StationRow
from plans.importing.settle import settle
from plans.model.building import Building
from plans.model.catalog import Catalog

TREE = FeatureRow(kind="tree", wkb=shapely.to_wkb(Point(113.6, 30.4)))


def test_troubles_and_questions_of_the_reading_come_along(binder: Binder, catalog: Catalog) -> None:
    parsed = Parsed(
        source="a.geojson", table="geojson", rows=(TREE,),
        unread=(Unread("feature 2", "no_kind"),), questions=(Question("left_out", "x"),),
    )  # fmt: skip
    draft = settle(parsed, Path("a.geojson"), binder, catalog, 4.0)
    assert draft.unread == parsed.unread
    assert draft.questions == parsed.questions
    assert draft.source == "a.geojson"
    assert draft.origin == (113.6, 30.4)


def test_a_binder_with_a_map_keeps_its_origin(binder: Binder, catalog: Catalog) -> None:
    binder.set_origin(113.0, 30.0)
    parsed = Parsed(source="a", table="geojson", rows=(TREE,))
    draft = settle(parsed, Path("a"), binder, catalog, 4.0)
    assert draft.origin is None
    assert draft.records[0].shape.bounds[0] > 50_000  # type: ignore[union-attr]


def test_stations_alone_give_the_map_its_origin(binder: Binder, catalog: Catalog) -> None:
    rows = (StationRow(name="甲", lon=1.0, lat=2.0), StationRow(name="乙", lon=3.0, lat=2.0))
    draft = settle(Parsed(source="s", table="stations", rows=rows), Path("s"), binder, catalog, 4.0)
    assert draft.origin == (2.0, 2.0)


def test_settling_touches_nothing(binder: Binder, catalog: Catalog) -> None:
    rows = (BuildingRow(name="楼", lon=1.0, lat=2.0),)
    draft = settle(
        Parsed(source="b", table="buildings", rows=rows), Path("b"), binder, catalog, 4.0
    )
    assert isinstance(draft.records[0], Building)
    assert binder.library.count() == 0
    assert binder.frame is None


def test_an_empty_file_is_an_empty_draft(binder: Binder, catalog: Catalog) -> None:
    draft = settle(Parsed(source="b", table="buildings"), Path("b"), binder, catalog, 4.0)
    assert (draft.records, draft.origin) == ((), None)
