"""A floor as marks: walls cut at openings, rooms named, symbols by their rows."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
import shapely

from plans.drawing.floorplan import DRAWN_HERE, floor_marks
from plans.drawing.marks import Mark
from plans.model.catalog import Catalog, Kind
from plans.model.fact import Fact
from plans.model.feature import Feature
from plans.model.ids import FeatureId, FloorId

Drawn = Callable[..., list[Feature]]


@pytest.fixture
def marks(hand_drawn: Drawn, catalog: Catalog) -> list[Mark]:
    return floor_marks(hand_drawn("floor"), catalog, "zh")


def feature(kind: str, shape: shapely.Geometry, **more: object) -> Feature:
    return Feature(
        id=FeatureId(f"f-{kind}"), place=FloorId("p"), kind=kind, shape=shape, **more  # type: ignore[arg-type]
    )  # fmt: skip


def of_role(marks: list[Mark], role: str) -> list[Mark]:
    return [mark for mark in marks if mark.role == role]


def test_painting_order(marks: list[Mark]) -> None:
    assert [mark.order for mark in marks] == sorted(mark.order for mark in marks)
    assert marks[0].role == "slab"
    assert marks[-1].paint == "text"


def test_walls_of_a_kind_are_one_and_cut_at_openings(marks: list[Mark]) -> None:
    (wall,) = of_role(marks, "wall")
    assert wall.shape.area == pytest.approx((12.3 * 8.3 - 11.7 * 7.7) - (2 + 3 + 1.4 + 0.8) * 0.3)
    window = shapely.LineString([(2, 0), (4, 0)])
    assert not wall.shape.buffer(-1e-6).intersects(window)
    (partition,) = of_role(marks, "partition")
    assert not partition.shape.buffer(-1e-6).intersects(shapely.LineString([(1, 4.5), (1.9, 4.5)]))


def test_a_wall_drawn_as_an_area_joins(catalog: Catalog) -> None:
    walls = [
        feature("wall", shapely.LineString([(0, 0), (4, 0)])),
        feature("wall", shapely.Polygon([(4, -1), (6, -1), (6, 1), (4, 1)])),
    ]
    (wall,) = floor_marks(walls, catalog, "zh")
    assert wall.shape.geom_type == "Polygon"


def test_a_wall_wholly_opened_leaves_nothing(catalog: Catalog) -> None:
    line = shapely.LineString([(0, 0), (2, 0)])
    made = floor_marks(
        [feature("partition", line), feature("fire_shutter", line.buffer(2).envelope.boundary)],
        catalog,
        "zh",
    )
    assert all(not mark.shape.is_empty for mark in made)


def test_rooms_by_their_use(marks: list[Mark]) -> None:
    roles = {mark.role for mark in marks}
    assert {"room", "room.office", "room.corridor", "room.lobby"} <= roles


def test_names_follow_the_language(hand_drawn: Drawn, catalog: Catalog) -> None:
    texts = {
        language: {m.text for m in floor_marks(hand_drawn("floor"), catalog, language) if m.text}
        for language in ("zh", "en")
    }
    assert {"办公室", "会议室\n72 m²", "净高 2.6 m"} <= texts["zh"]
    assert {"Office", "Meeting room\n72 m²", "Clear height 2.6 m"} <= texts["en"]


def test_every_point_kind_is_drawn_by_its_symbol(catalog: Catalog) -> None:
    for kind in catalog.kinds.values():
        if kind.id in DRAWN_HERE or kind.form != "point":
            continue
        made = floor_marks([feature(kind.id, shapely.Point(1, 1))], catalog, "zh")
        symbols = [mark for mark in made if mark.paint == "symbol"]
        assert [mark.symbol for mark in symbols] == [kind.symbol], kind.id


def test_every_kind_leaves_a_mark_in_its_own_form(catalog: Catalog) -> None:
    shapes = {
        "point": shapely.Point(3, 2),
        "line": shapely.LineString([(0, 0), (3, 0)]),
        "area": shapely.box(0, 0, 3, 2),
    }
    for kind in catalog.kinds.values():
        made = floor_marks([feature(kind.id, shapes[kind.form], label="某处")], catalog, "zh")
        assert made, kind.id


def test_fire_doors_are_doors_and_symbols(marks: list[Mark]) -> None:
    assert of_role(marks, "fire_door.swing")
    line = of_role(marks, "fire_door")
    assert {mark.paint for mark in line} == {"line", "band"} or len(line) >= 1


def test_an_unknown_kind_is_not_dropped(marks: list[Mark]) -> None:
    unknown = of_role(marks, "unknown")
    assert [(mark.paint, mark.shape.x) for mark in unknown] == [("symbol", 6.0)]


def test_empty_shapes_are_passed_over(catalog: Catalog) -> None:
    assert floor_marks([feature("room", shapely.Polygon(), label="空")], catalog, "zh") == []


def test_a_kind_added_as_a_row_is_drawn(catalog: Catalog) -> None:
    row = Kind(
        id="foghorn", zh="雾角", en="Foghorn", layer="site", form="point", symbol="foghorn",
        role="people", rank=88,
    )  # fmt: skip
    grown = msgspec.structs.replace(catalog, kinds={**catalog.kinds, row.id: row})
    (symbol,) = floor_marks([feature("foghorn", shapely.Point(1, 2))], grown, "zh")
    assert (symbol.paint, symbol.symbol, symbol.role) == ("symbol", "foghorn", "people")
    assert (symbol.rank, symbol.layer) == (88, "site")


def test_a_room_keeps_a_strange_use(catalog: Catalog) -> None:
    room = feature("room", shapely.box(0, 0, 2, 2), facts=(Fact(key="room_use", value=("a", "b")),))
    assert [mark.role for mark in floor_marks([room], catalog, "zh")] == ["room"]
