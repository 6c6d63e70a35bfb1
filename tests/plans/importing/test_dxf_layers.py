"""Tests of the guess what a layer holds."""

from __future__ import annotations

from pathlib import Path

import ezdxf

from plans.importing.drawing_rules import load_drawing_rules
from plans.importing.dxf_layers import layers_of


def test_layers_by_name_blocks_and_entities(catalog_folder: Path) -> None:
    doc = ezdxf.new("R2013")
    space = doc.modelspace()
    for name in ("A-WALL", "L1", "L2", "L3", "L4"):
        doc.layers.add(name)
    doc.layers.get("L4").freeze()
    doc.blocks.new("单开门900").add_line((0, 0), (1, 0))
    for n in range(8):
        space.add_blockref("单开门900", (n, 0), {"layer": "L1"})
        space.add_text("x", dxfattribs={"layer": "L2"})
        space.add_line((0, n), (1, n), {"layer": "L3"})
    space.add_line((0, 0), (1, 0), {"layer": "L1"})
    space.add_text("in a wall", dxfattribs={"layer": "A-WALL"})
    layers = {str(layer.dxf.name): n for n, layer in enumerate(doc.layers)}
    rows = layers_of(doc, space, layers, load_drawing_rules(catalog_folder), str)
    found = {layer.name: (layer.role, layer.shown, count) for layer, count in rows}
    assert found["A-WALL"] == ("walls", True, 1)
    assert found["L1"] == ("doors", True, 9)
    assert found["L2"] == ("text", True, 8)
    assert found["L3"] == ("other", True, 8)
    assert found["L4"] == ("other", False, 0)
    assert [layer.name for layer, _ in rows] == list(layers)
