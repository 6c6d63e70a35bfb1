"""Tests of entities as segments, fills and texts."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import ezdxf
import numpy as np
import pytest

from plans.importing import dxf_curves as curves
from plans.importing.dxf_convert import MOST_COPIES, Converter
from plans.importing.dxf_shapes import Shapes

Converted = Callable[..., tuple[Shapes, Converter]]


def convert(doc: Any) -> tuple[Shapes, Converter]:
    layers = {layer.dxf.name: number for number, layer in enumerate(doc.layers)}
    converter = Converter(doc, layers, lambda name: "doors" if "door" in name.lower() else "other")
    return converter.convert(doc.modelspace()), converter


@pytest.fixture
def doc() -> Any:
    made = ezdxf.new("R2013")
    made.layers.add("WALL")
    made.layers.add("DOOR")
    return made


def drawn(shapes: Shapes) -> Any:
    """Every straight line and chord."""
    return np.concatenate([shapes.segments, curves.flattened(shapes.curves, 1e-3, 10_000)[0]])


def box(shapes: Shapes) -> list[float]:
    points = drawn(shapes).reshape(-1, 2)
    return [*points.min(axis=0).tolist(), *points.max(axis=0).tolist()]


def length(shapes: Shapes) -> float:
    segments = drawn(shapes)
    return float(np.hypot(*(segments[:, 2:] - segments[:, :2]).T).sum())


def test_lines_and_closed_polylines(doc: Any) -> None:
    space = doc.modelspace()
    space.add_line((0, 0), (3, 4), {"layer": "WALL"})
    space.add_lwpolyline([(0, 0), (2, 0), (2, 2), (0, 2)], close=True)
    shapes, converter = convert(doc)
    assert length(shapes) == pytest.approx(5 + 8)
    assert shapes.layers.tolist().count(converter.layer(space[0])) == 1
    assert not converter.notes


def test_circles_arcs_and_bulges_are_round(doc: Any) -> None:
    doc.modelspace().add_circle((0, 0), 1)
    shapes, _ = convert(doc)
    assert length(shapes) == pytest.approx(2 * math.pi, rel=0.01)
    other = ezdxf.new("R2013")
    other.modelspace().add_lwpolyline([(0, 0, 1), (2, 0, 0)], format="xyb")
    shapes, _ = convert(other)
    assert length(shapes) == pytest.approx(math.pi, rel=0.02)


def test_door_swings_are_noticed(doc: Any) -> None:
    block = doc.blocks.new("Door 900")
    block.add_arc((0, 0), 900, 0, 90)
    doc.modelspace().add_blockref("Door 900", (5, 5))
    doc.modelspace().add_arc((0, 0), 40, 90, 180)
    doc.modelspace().add_arc((0, 0), 77, 0, 300)
    shapes, _ = convert(doc)
    assert sorted(s[:2] for s in shapes.swings) == [(40.0, False), (900.0, True)]
    door = next(s for s in shapes.swings if s.is_door)
    assert door.points == pytest.approx(np.array([[5, 5], [905, 5], [5, 905]]))


def test_scaled_inserts_scale_their_doors(doc: Any) -> None:
    doc.blocks.new("door").add_arc((0, 0), 1, 0, 90)
    doc.modelspace().add_blockref("door", (0, 0), {"xscale": 900, "yscale": 900})
    shapes, _ = convert(doc)
    assert [s[:2] for s in shapes.swings] == [(pytest.approx(900), True)]


def test_blocks_are_placed_turned_and_take_the_inserts_layer(doc: Any) -> None:
    block = doc.blocks.new("wall piece")
    block.add_line((0, 0), (1, 0))
    block.add_line((0, 0), (0, 1), {"layer": "DOOR"})
    doc.modelspace().add_blockref("wall piece", (10, 20), {"rotation": 90, "layer": "WALL"})
    shapes, _ = convert(doc)
    assert box(shapes) == pytest.approx([9, 20, 10, 21])
    names = [layer.dxf.name for layer in doc.layers]
    used = {names[number] for number in shapes.layers.tolist()}
    assert used == {"WALL", "DOOR"}


def test_an_array_of_inserts(doc: Any) -> None:
    doc.blocks.new("seat").add_line((0, 0), (1, 0))
    doc.modelspace().add_blockref(
        "seat", (0, 0),
        {"row_count": 3, "column_count": 4, "row_spacing": 5, "column_spacing": 2},
    )  # fmt: skip
    shapes, _ = convert(doc)
    assert length(shapes) == pytest.approx(12)
    assert box(shapes) == pytest.approx([0, 0, 7, 10])


def test_a_block_within_itself_ends(doc: Any) -> None:
    block = doc.blocks.new("mirror")
    block.add_line((0, 0), (1, 0))
    block.add_blockref("mirror", (1, 1))
    doc.modelspace().add_blockref("mirror", (0, 0))
    shapes, converter = convert(doc)
    assert length(shapes) == pytest.approx(1)
    assert converter.notes["recursion", "mirror"] == 1


def test_a_bomb_of_inserts_is_refused(doc: Any) -> None:
    doc.blocks.new("dot").add_line((0, 0), (1, 0))
    doc.modelspace().add_blockref("dot", (0, 0), {"row_count": MOST_COPIES, "column_count": 30_000})
    shapes, converter = convert(doc)
    assert converter.notes["too_many", "dot"] == 1
    assert not len(shapes.segments)


def test_a_missing_block_is_told(doc: Any) -> None:
    doc.modelspace().add_blockref("gone", (0, 0))
    _, converter = convert(doc)
    assert converter.notes["no_block", "gone"] == 1


def test_endless_lines_pictures_and_points_draw_nothing(doc: Any) -> None:
    space = doc.modelspace()
    space.add_xline((0, 0), (1, 0))
    space.add_ray((0, 0), (1, 0))
    space.add_point((1e9, 1e9))
    picture = doc.add_image_def("C:\\gone.png", (10, 10))
    space.add_image(picture, (5_000, 5_000), (900, 900))
    shapes, converter = convert(doc)
    assert not len(shapes.segments)
    assert set(converter.notes) == {
        ("endless", "XLINE"), ("endless", "RAY"), ("skipped", "POINT"), ("outside", "IMAGE"),
    }  # fmt: skip


def test_texts_stand_where_they_say(doc: Any) -> None:
    space = doc.modelspace()
    space.add_text("房间", height=3, rotation=30).set_placement((1, 2))
    space.add_text("中", height=3).set_placement(
        (7, 8), align=ezdxf.enums.TextEntityAlignment.MIDDLE_CENTER
    )
    space.add_mtext("消防\\P水泵房", {"char_height": 2, "insert": (0, 0)})
    shapes, _ = convert(doc)
    texts = {text.text: text for text in shapes.texts}
    assert set(texts) == {"房间", "中", "消防", "水泵房"}
    assert (texts["房间"].x, texts["房间"].y) == (1, 2)
    assert texts["房间"].angle_deg == 30
    assert texts["中"].align == 1
    assert (texts["中"].x, texts["中"].y) == (7, 8)
    assert texts["消防"].y > texts["水泵房"].y


def test_a_blank_text_is_none(doc: Any) -> None:
    doc.modelspace().add_text("   ", height=3)
    assert convert(doc)[0].texts == []


def test_hatches_fill_and_patterns_are_told(doc: Any) -> None:
    solid = doc.modelspace().add_hatch(color=1)
    solid.paths.add_polyline_path([(0, 0), (4, 0), (4, 4), (0, 4)], is_closed=True)
    lined = doc.modelspace().add_hatch()
    lined.set_pattern_fill("ANSI31")
    lined.paths.add_polyline_path([(0, 0), (1, 0), (1, 1)], is_closed=True)
    shapes, converter = convert(doc)
    assert [len(fill.pieces) for fill in shapes.fills] == [4, 3]
    assert not len(shapes.segments)
    assert converter.notes == {("pattern", "ANSI31"): 1}


def test_wide_polylines_are_filled(doc: Any) -> None:
    doc.modelspace().add_lwpolyline([(0, 0), (10, 0), (10, 5)], dxfattribs={"const_width": 2})
    shapes, _ = convert(doc)
    assert len(shapes.fills) == 2
    assert box(shapes) == pytest.approx([0, -1, 11, 5])


def test_blocks_worth_remembering(doc: Any) -> None:
    doc.blocks.new("消火栓").add_lwpolyline([(0, 0), (2, 0), (2, 2)])
    frame = doc.blocks.new("floor")
    frame.add_blockref("消火栓", (1, 1), {"rotation": 90})
    doc.modelspace().add_blockref("floor", (100, 0))
    layers = {layer.dxf.name: number for number, layer in enumerate(doc.layers)}
    converter = Converter(doc, layers, lambda _: "other", is_thing=lambda name: "栓" in name)
    [one] = converter.convert(doc.modelspace()).inserts
    assert (one.name, one.words, one.angle_deg) == ("消火栓", (), 90)
    assert one.at.tolist() == [101, 1]
    assert one.middle == pytest.approx(np.array([100, 2]))


def test_a_torn_hatch_draws_no_bar(doc: Any) -> None:
    hatch = doc.modelspace().add_hatch(color=1)
    edges = hatch.paths.add_edge_path()
    edges.add_line((0, 0), (1, 0))
    edges.add_line((500, 0), (501, 0))
    edges.add_line((501, 0), (501, 1))
    shapes, converter = convert(doc)
    assert shapes.fills == []
    assert sum(converter.notes.values()) == 1


def test_dimensions_are_drawn_with_their_text(doc: Any) -> None:
    doc.modelspace().add_linear_dim(base=(0, 5), p1=(0, 0), p2=(24, 0)).render()
    shapes, _ = convert(doc)
    assert any("24" in text.text for text in shapes.texts)
    assert length(shapes) > 24


def test_a_flipped_normal_mirrors(doc: Any) -> None:
    doc.modelspace().add_circle((3, 0), 1, {"extrusion": (0, 0, -1)})
    assert box(convert(doc)[0]) == pytest.approx([-4, -1, -2, 1], abs=0.03)


def test_characters_of_old_code_pages(doc: Any) -> None:
    doc.modelspace().add_text("\\M+5D6D0\\M+5B9FA 3", height=3)
    doc.modelspace().add_mtext("\\M+5CFFB\\M+5B7C0\\P泵")
    assert {text.text for text in convert(doc)[0].texts} == {"中国 3", "消防", "泵"}


@pytest.mark.parametrize("beyond", [1e300, math.inf, math.nan, 1e12])
@pytest.mark.timeout(20)
def test_a_curve_of_torn_numbers_ends(doc: Any, beyond: float) -> None:
    doc.modelspace().add_lwpolyline([(0, 0, 0.5), (beyond, 0, 0.5), (2, beyond, 0)], format="xyb")
    doc.modelspace().add_open_spline([(0, 0), (1, beyond), (2, 2), (3, beyond)])
    doc.modelspace().add_line((0, 0), (1, 0))
    shapes, _ = convert(doc)
    shapes.without_torn()
    assert length(shapes) == pytest.approx(1)
