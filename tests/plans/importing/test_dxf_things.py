"""Tests of what a drawing proposes for the plan."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import shapely

from plans.importing.drawing_rules import load_drawing_rules
from plans.importing.dxf_shapes import Insert, Shapes, Swing, Text
from plans.importing.dxf_things import Things
from plans.importing.parsed import ThingRow
from plans.model.catalog import Catalog


@pytest.fixture(scope="module")
def things(catalog: Catalog, catalog_folder: Path) -> Things:
    return Things(catalog, load_drawing_rules(catalog_folder))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("消火栓", "standpipe"),
        ("单栓消火栓箱-700", "standpipe"),
        ("室外消火栓", "hydrant.municipal"),
        ("FIRE HYDRANT", "hydrant.municipal"),
        ("灭火器-MF/ABC4", "extinguisher"),
        ("推车式灭火器", "extinguisher.wheeled"),
        ("Fire Extinguisher 4kg", "extinguisher"),
        ("手动报警按钮", "call_point"),
        ("AED", "aed"),
        ("saeder", ""),
        ("消防电梯", "lift.firefighting"),
        ("lift 2", "lift.passenger"),
        ("forklift", ""),
        ("door 900", ""),
        ("", ""),
    ],
)
def test_blocks(things: Things, name: str, kind: str) -> None:
    assert things.block_kind(name) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("办公室", "room"),
        ("BEDROOM 2", "room"),
        ("卫生间", "room"),
        ("消防控制室", "control_room"),
        ("消防水泵房", "pump_room"),
        ("防烟楼梯间", "stair.smokeproof"),
        ("楼梯间", "stair.open"),
        ("消防电梯", "lift.firefighting"),
        ("合用前室", "lobby"),
        ("走道", "corridor"),
        ("强电井", "shaft.service"),
        ("柴油发电机房", "generator"),
        ("房间内墙面做法详见说明", ""),
        ("注：办公室", ""),
        ("一层平面图", ""),
        ("24370", ""),
        ("M0921", ""),
        ("", ""),
    ],
)
def test_texts(things: Things, text: str, kind: str) -> None:
    assert things.text_kind(text) == kind


def swing(x: float, *, turn: float = 0.0, radius: float = 900.0, is_door: bool = True) -> Swing:
    """A leaf hinged at x, shut towards `turn`, open a quarter further counter-clockwise."""
    ends = [(x + radius * math.cos(t), radius * math.sin(t)) for t in (turn, turn + math.pi / 2)]
    return Swing(radius, is_door, np.array([(x, 0.0), *ends]), 0)


def leaf(shapes: Shapes, one: Swing, end: int) -> None:
    shapes.line(one.points[[0, end]], 0)


def found(things: Things, shapes: Shapes) -> list[ThingRow]:
    shapes.merged()
    return list(things.found(shapes, 0.001, "a.dxf"))


def test_a_door_from_its_swing(things: Things) -> None:
    shapes = Shapes(swings=[swing(1_000)])
    leaf(shapes, shapes.swings[0], 2)
    [door] = found(things, shapes)
    assert door.kind == "door"
    assert door.facts[0].key == "width_m"
    assert (door.facts[0].value, door.facts[0].source) == (0.9, "a.dxf")
    line = shapely.from_wkb(door.wkb)
    assert list(line.coords) == [(1.0, 0.0), pytest.approx((1.9, 0.0))]  # the leaf on its left


def test_a_leaf_on_the_right_turns_the_line(things: Things) -> None:
    shapes = Shapes(swings=[swing(1_000)])
    leaf(shapes, shapes.swings[0], 1)
    [door] = found(things, shapes)
    points = list(shapely.from_wkb(door.wkb).coords)
    assert points[0] == pytest.approx((1.0, 0.9))
    assert points[1] == pytest.approx((1.0, 0.0))


def test_two_leaves_that_meet_are_a_double_door(things: Things) -> None:
    left, right = swing(0), swing(1_800, turn=math.pi / 2)
    shapes = Shapes(swings=[left, right])
    leaf(shapes, left, 2)
    leaf(shapes, right, 1)
    [door] = found(things, shapes)
    assert door.kind == "door.double"
    assert door.facts[0].value == 1.8
    assert shapely.from_wkb(door.wkb).length == pytest.approx(1.8)


def test_quarter_circles_without_name_or_leaf_are_no_doors(things: Things) -> None:
    chair = swing(0, is_door=False)
    assert found(things, Shapes(swings=[chair])) == []
    shapes = Shapes(swings=[chair, swing(5_000, is_door=False)])
    leaf(shapes, shapes.swings[1], 2)
    assert len(found(things, shapes)) == 1
    assert found(things, Shapes(swings=[swing(0, radius=3_000)])) == []


def test_equipment_stands_where_its_block_is_drawn(things: Things) -> None:
    at, middle = np.array([1_000.0, 2_000.0]), np.array([1_350.0, 2_120.0])
    inserts = [
        Insert("消火栓", ("XHS-3",), at, middle, 90, 0),
        Insert("消火栓", (), at, middle + 1, 0, 0),
        Insert("灭火器", (), at, middle, 0, 0),
        Insert("A$C1", ("手报",), at, middle, 0, 0),
    ]
    got = found(things, Shapes(inserts=inserts))
    assert [(row.kind, row.label) for row in got] == [
        ("standpipe", "XHS-3"), ("extinguisher", ""), ("call_point", ""),
    ]  # fmt: skip
    assert shapely.from_wkb(got[0].wkb).coords[0] == pytest.approx((1.35, 2.12))


def test_names_become_rooms_and_stairs(things: Things) -> None:
    texts = [
        Text("会议室", 3_000, 3_000, 300, 0, 0, 0),
        Text("会议室", 3_100, 3_000, 300, 0, 0, 0),
        Text("会议室", 9_000, 3_000, 300, 0, 0, 0),
        Text("楼梯间\x07", 0, 0, 300, 90, 1, 0),
        Text("1:100", 0, 0, 300, 0, 0, 0),
    ]
    got = found(things, Shapes(texts=texts))
    assert [(row.kind, row.label) for row in got] == [
        ("room", "会议室"), ("room", "会议室"), ("stair.open", "楼梯间"),
    ]  # fmt: skip
    assert shapely.from_wkb(got[0].wkb).coords[0] == pytest.approx((3.45, 3.15))
