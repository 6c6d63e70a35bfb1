"""Tests of the lead GDAL is kept on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from plans.importing.gdal import DRIVERS, Unreadable, layers_of

ROOT = Path(__file__).resolve().parents[3]


def test_only_three_formats_are_known() -> None:
    """In a process of its own: drivers are chosen once, when GDAL starts."""
    program = (
        "import json; from plans.importing import gdal; gdal._started(); import pyogrio; "
        "print(json.dumps(sorted(pyogrio.list_drivers())))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    known = set(json.loads(done.stdout))
    assert known <= set(DRIVERS)
    assert {"ESRI Shapefile", "GPKG"} <= known


def test_layers_with_what_their_features_say() -> None:
    text = (
        "<kml xmlns='http://www.opengis.net/kml/2.2'><Document><name>栓</name><Placemark>"
        "<name>S-1</name><Point><coordinates>114.3,30.6</coordinates></Point></Placemark>"
        "</Document></kml>"
    )
    [layer] = layers_of(text.encode())
    assert (layer.name, layer.crs, len(layer.shapes)) == ("栓", "EPSG:4326", 1)
    assert layer.properties(0)["Name"] == "S-1"
    assert "description" not in layer.properties(0)


@pytest.mark.parametrize("data", [b"\x00" * 64, b"SQLite format 3\x00" + b"\x00" * 600])
def test_what_is_none_of_them(data: bytes) -> None:
    with pytest.raises(Unreadable):
        list(layers_of(data))
