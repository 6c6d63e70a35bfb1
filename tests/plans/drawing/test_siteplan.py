"""The site as marks: ground, ways, footprints, then what the brigade needs."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
import shapely

from plans.drawing.marks import Mark
from plans.drawing.siteplan import site_marks
from plans.model.catalog import Catalog, Kind
from plans.model.feature import Feature
from plans.model.ids import SITE, FeatureId

Drawn = Callable[..., list[Feature]]


@pytest.fixture
def features(hand_drawn: Drawn) -> list[Feature]:
    return hand_drawn("site", SITE)


@pytest.fixture
def marks(features: list[Feature], catalog: Catalog) -> list[Mark]:
    return site_marks(features, catalog, "en")


def feature(kind: str, shape: shapely.Geometry, **more: object) -> Feature:
    return Feature(id=FeatureId("f"), place=SITE, kind=kind, shape=shape, **more)  # type: ignore[arg-type]


def texts(marks: list[Mark], role: str) -> list[Mark]:
    return [mark for mark in marks if mark.role == role and mark.paint == "text"]


def test_painting_order(marks: list[Mark]) -> None:
    assert [mark.order for mark in marks] == sorted(mark.order for mark in marks)
    assert marks[0].role == "plot"


def test_a_road_has_a_casing_under_it_and_its_name_along_it(marks: list[Mark]) -> None:
    roles = [mark.role for mark in marks]
    assert roles.index("road.casing") < roles.index("road")
    (name,) = texts(marks, "text.road")
    assert (name.text, name.rotation_deg) == ("Sample Road", pytest.approx(0))


def test_a_long_road_is_named_again(catalog: Catalog) -> None:
    long = feature("road", shapely.LineString([(0, 0), (0, 900)]), label="长路")
    names = texts(site_marks([long], catalog, "zh"), "text.road")
    assert [round(mark.shape.y) for mark in names] == [150, 450, 750]
    assert all(mark.rotation_deg == pytest.approx(90) for mark in names)
    short = feature("road", shapely.LineString([(0, 0), (40, 0)]), label="短路")
    assert not texts(site_marks([short], catalog, "zh"), "text.road")


def test_areas_of_road_and_lines_of_rail(marks: list[Mark], catalog: Catalog) -> None:
    assert [mark.paint for mark in marks if mark.role == "rail"] == ["line"]
    square = site_marks([feature("road", shapely.box(0, 0, 9, 9))], catalog, "zh")
    assert [(mark.paint, mark.role) for mark in square] == [("fill", "road")]


def test_a_brook_is_as_wide_as_recorded(marks: list[Mark]) -> None:
    (brook,) = [mark for mark in marks if mark.role == "water_body"]
    assert (brook.paint, brook.width_m) == ("band", 9.0)
    assert texts(marks, "text.water_body")[0].text == "Sample brook"


def test_footprints_with_a_plan_are_stronger(features: list[Feature], catalog: Catalog) -> None:
    footprints = [one for one in features if one.kind == "building.footprint"]
    planned = {footprints[0].id: "Sample Tower"}
    marks = site_marks(features, catalog, "en", planned)
    roles = {mark.owner: mark.role for mark in marks if mark.role.startswith("building")}
    assert roles == {footprints[0].id: "building.planned", footprints[1].id: "building"}
    assert texts(marks, "text.planned")[0].text.startswith("Sample Tower")
    assert texts(marks, "text.building")[0].text == "Neighbour"


def test_a_tree_is_as_wide_as_its_crown(marks: list[Mark]) -> None:
    (tree,) = [mark for mark in marks if mark.role == "tree"]
    x0, _, x1, _ = tree.shape.bounds
    assert x1 - x0 == pytest.approx(5)


def test_narrow_ways_wait_for_a_closer_view(marks: list[Mark]) -> None:
    (path,) = [mark for mark in marks if mark.role == "path"]
    assert not path.shown_at(0.1)
    assert path.shown_at(1)


def test_empty_shapes_are_passed_over(catalog: Catalog) -> None:
    assert site_marks([feature("road", shapely.LineString())], catalog, "zh") == []


@pytest.mark.parametrize(
    "shape",
    [
        shapely.Point(1, 1),
        shapely.LineString([(0, 0), (5, 5)]),
        shapely.box(0, 0, 5, 5),
        shapely.MultiPoint([(0, 0), (1, 1)]),
        shapely.MultiLineString([[(0, 0), (1, 1)], [(2, 2), (3, 3)]]),
        shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(2, 2, 3, 3)]),
        shapely.GeometryCollection([shapely.Point(0, 0), shapely.box(0, 0, 1, 1)]),
        shapely.GeometryCollection([shapely.Point(0, 0), shapely.LineString([(0, 0), (1, 1)])]),
        shapely.Point(),
    ],
    ids=lambda shape: f"{shape.geom_type}{' empty' if shape.is_empty else ''}",
)
def test_any_kind_in_any_form(catalog: Catalog, shape: shapely.Geometry) -> None:
    for kind in (*catalog.kinds, "martian"):
        made = site_marks([feature(kind, shape, label="某处")], catalog, "zh")
        assert bool(made) != shape.is_empty, kind
        assert all(not mark.shape.is_empty for mark in made), kind
        notes = [mark for mark in made if mark.paint in ("text", "symbol")]
        assert all(mark.shape.geom_type == "Point" for mark in notes), kind


def test_a_kind_added_as_a_row_is_drawn(catalog: Catalog) -> None:
    row = Kind(
        id="fog_bank", zh="雾堤", en="Fog bank", layer="water", form="area", symbol="fog",
        role="water",
    )  # fmt: skip
    grown = msgspec.structs.replace(catalog, kinds={**catalog.kinds, row.id: row})
    marks = site_marks([feature("fog_bank", shapely.box(0, 0, 9, 9), label="东岸")], grown, "zh")
    assert [(mark.paint, mark.role) for mark in marks] == [
        ("fill", "fog_bank"),
        ("symbol", "water"),
        ("text", "text.water"),
    ]


def test_hydrants_near_the_open_building_win(catalog: Catalog) -> None:
    near, far = (
        Feature(id=FeatureId(name), place=SITE, kind="hydrant.municipal", shape=shapely.Point(x, 0))
        for name, x in (("near", 60), ("far", 400))
    )
    around = shapely.box(-20, -20, 20, 20)

    def ranks(around: shapely.Polygon | None) -> dict[str, int]:
        marks = site_marks([near, far], catalog, "zh", around=around)
        return {mark.owner: mark.rank for mark in marks if mark.paint == "symbol"}

    kind = catalog.kinds["hydrant.municipal"]
    assert ranks(around) == {"near": kind.rank, "far": kind.far_rank}
    assert ranks(None) == {"near": kind.far_rank, "far": kind.far_rank}
