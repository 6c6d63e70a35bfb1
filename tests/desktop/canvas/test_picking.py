"""What lies under the pointer, the likeliest first."""

from __future__ import annotations

import shapely

from desktop.canvas.camera import Camera
from desktop.canvas.picking import Picker
from plans.model.catalog import Catalog
from plans.model.fact import Fact
from plans.model.feature import Feature
from plans.model.ids import FeatureId, FloorId

CAMERA = Camera(px_per_m=10, width=400, height=400)
NONE: frozenset[str] = frozenset()


def feature(name: str, kind: str, shape: shapely.Geometry, **more: object) -> Feature:
    return Feature(
        id=FeatureId(name), place=FloorId("p"), kind=kind, shape=shape, **more  # type: ignore[arg-type]
    )  # fmt: skip


def picker(catalog: Catalog, *features: Feature) -> Picker:
    return Picker({one.id: one for one in features}, catalog)


def names(found: list[Feature]) -> list[str]:
    return [one.id for one in found]


def test_symbols_then_lines_then_the_smallest_area(catalog: Catalog) -> None:
    picked = picker(
        catalog,
        feature("slab", "outline", shapely.box(-20, -20, 20, 20)),
        feature("room", "room", shapely.box(-5, -5, 5, 5)),
        feature("wall", "wall", shapely.LineString([(-5, 0.2), (5, 0.2)])),
        feature("far", "aed", shapely.Point(1, 0)),
        feature("near", "aed", shapely.Point(0.3, 0)),
    ).at(0, 0, CAMERA, NONE, 24)
    assert names(picked) == ["near", "far", "wall", "room", "slab"]


def test_a_symbol_is_as_large_as_it_is_drawn(catalog: Catalog) -> None:
    one = picker(catalog, feature("aed", "aed", shapely.Point(0, 0)))
    assert one.at(1.1, 0, CAMERA, NONE, 24)
    assert not one.at(1.3, 0, CAMERA, NONE, 24)
    assert not one.at(1.1, 0, CAMERA.zoomed(2), NONE, 24)


def test_a_line_is_as_wide_as_recorded(catalog: Catalog) -> None:
    line = shapely.LineString([(-9, 0), (9, 0)])
    wide = picker(catalog, feature("r", "road", line, facts=(Fact(key="width_m", value=8),)))
    assert wide.at(0, 3.9, CAMERA.zoomed(20), NONE, 24)
    assert not wide.at(0, 4.1, CAMERA.zoomed(20), NONE, 24)


def test_a_thin_line_can_still_be_hit(catalog: Catalog) -> None:
    thin = picker(catalog, feature("f", "fence", shapely.LineString([(-9, 0), (9, 0)])))
    assert thin.at(0, 0.55, CAMERA, NONE, 24)
    assert not thin.at(0, 0.7, CAMERA, NONE, 24)


def test_what_is_hidden_or_too_small_to_show_is_not_hit(catalog: Catalog) -> None:
    one = picker(catalog, feature("h", "hydrant.municipal", shapely.Point(0, 0)))
    assert not one.at(0, 0, CAMERA, frozenset({"water"}), 24)
    assert not one.at(0, 0, CAMERA.zoomed(1e-4), NONE, 24) or (
        catalog.kinds["hydrant.municipal"].zoom[0] <= CAMERA.zoomed(1e-4).px_per_m
    )


def test_unknown_kinds_and_holes(catalog: Catalog) -> None:
    court = shapely.box(-5, -5, 5, 5) - shapely.box(-1, -1, 1, 1)
    one = picker(catalog, feature("court", "martian", court))
    assert names(one.at(3, 3, CAMERA, NONE, 24)) == ["court"]
    assert one.at(0, 0, CAMERA, NONE, 24) == []
    assert Picker({}, catalog).at(0, 0, CAMERA, NONE, 24) == []


def test_features_in_a_box(catalog: Catalog) -> None:
    one = picker(
        catalog,
        feature("in", "aed", shapely.Point(0, 0)),
        feature("across", "wall", shapely.LineString([(-50, 1), (50, 1)])),
        feature("out", "aed", shapely.Point(9, 9)),
    )
    assert set(names(one.in_box((-2, -2, 2, 2)))) == {"in", "across"}
