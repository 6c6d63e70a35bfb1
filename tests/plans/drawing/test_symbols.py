"""A feature drawn by its catalog row: symbol, line or area, and its name."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from plans.drawing.marks import Pass
from plans.drawing.symbols import heading_of, jacks, label_zoom, symbol_marks
from plans.model.catalog import Catalog
from plans.model.fact import Fact
from plans.model.feature import Feature
from plans.model.ids import SITE, FeatureId


def feature(kind: str, shape: shapely.Geometry, **more: object) -> Feature:
    return Feature(id=FeatureId("f"), place=SITE, kind=kind, shape=shape, **more)  # type: ignore[arg-type]


def test_a_point_is_its_symbol_and_its_name(catalog: Catalog) -> None:
    hydrant = feature("hydrant.municipal", shapely.Point(3, 4), label="栓3", rotation_deg=40.0)
    symbol, name = symbol_marks(hydrant, catalog, "zh")
    kind = catalog.kinds[hydrant.kind]
    assert (symbol.symbol, symbol.role, symbol.order) == (kind.symbol, "water", Pass.SYMBOL)
    assert (symbol.rank, symbol.zoom, symbol.layer) == (kind.rank, kind.zoom, "water")
    assert symbol.rotation_deg == 40
    assert (name.text, name.role, name.rank) == ("栓3", "text.water", kind.rank - 5)


def test_a_name_that_only_says_the_kind_is_left_out(catalog: Catalog) -> None:
    named = catalog.kinds["aed"].zh
    marks = symbol_marks(feature("aed", shapely.Point(0, 0), label=named), catalog, "zh")
    assert [mark.paint for mark in marks] == ["symbol"]


def test_names_wait_for_a_closer_view(catalog: Catalog) -> None:
    for kind in catalog.kinds.values():
        low, high = label_zoom(kind)
        assert kind.zoom[0] <= low <= 4.0 or kind.zoom[0] > 4.0, kind.id
        assert high == kind.zoom[1]


def test_a_route_is_an_arrow(catalog: Catalog) -> None:
    line = shapely.LineString([(0, 0), (5, 0), (5, 5)])
    (mark,) = symbol_marks(feature("escape_route", line), catalog, "zh")
    assert (mark.paint, len(mark.shape.geoms)) == ("line", 3)


def test_a_fire_lane_is_a_band_of_its_width(catalog: Catalog) -> None:
    lane = feature(
        "fire_lane", shapely.LineString([(0, 0), (9, 0)]), facts=(Fact(key="width_m", value=4),)
    )
    assert [(m.paint, m.width_m) for m in symbol_marks(lane, catalog, "zh")] == [("band", 4.0)]


def test_jacks_from_recorded_facts_only(catalog: Catalog) -> None:
    facts = (Fact(key="jack_length_m", value=8), Fact(key="jack_width_m", value=6))
    known = feature("aerial.position", shapely.Point(1, 1), facts=facts, rotation_deg=90.0)
    kind = catalog.kinds["aerial.position"]
    assert jacks(known, kind).shape.bounds == pytest.approx((-2, -3, 4, 5))
    assert jacks(feature("aerial.position", shapely.Point(1, 1)), kind).shape.area == 0
    marks = symbol_marks(known, catalog, "zh")
    assert [mark.paint for mark in marks] == ["fill", "symbol"]


@given(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3))
def test_a_name_along_a_line_is_never_upside_down(x: float, y: float) -> None:
    line = shapely.LineString([(0, 0), (x, y)])
    heading = heading_of(line)
    assert -90 <= heading <= 90
