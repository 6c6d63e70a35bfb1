"""Tests of coordinate systems named in files."""

from __future__ import annotations

import pytest
from shapely.geometry import Point

from plans.importing.crs import UnknownCrs, datum_named, declared, to_degrees
from plans.model.building import Datum

HERE = (113.6, 30.4)


@pytest.mark.parametrize(
    "crs",
    [
        "", "urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326", "EPSG:4490",
        "WGS84", "CGCS2000",
    ],
)  # fmt: skip
def test_degrees_stay(crs: str) -> None:
    shapes, inside = to_degrees([Point(*HERE)], crs, Datum.WGS84)
    assert shapes == [Point(*HERE)]
    assert inside == [True]


@pytest.mark.parametrize(
    ("crs", "x", "y"),
    [
        ("EPSG:3857", 12645894.154, 3555070.434),
        ("urn:ogc:def:crs:EPSG::32649", 749794.349, 3365979.207),
        ("EPSG:4547", 461561.053, 3364523.626),
    ],
)
def test_projected_coordinates_come_to_degrees(crs: str, x: float, y: float) -> None:
    [shape], [inside] = to_degrees([Point(x, y)], crs, Datum.WGS84)
    assert inside
    assert isinstance(shape, Point)
    assert (shape.x, shape.y) == pytest.approx(HERE, abs=1e-6)


@pytest.mark.parametrize("crs", ["EPSG:999999", "my own grid", "urn:ogc:def:crs:EPSG::0"])
def test_unknown_systems_are_told(crs: str) -> None:
    with pytest.raises(UnknownCrs):
        to_degrees([Point(*HERE)], crs, Datum.WGS84)


def test_out_of_range_is_told_shape_by_shape() -> None:
    _, inside = to_degrees([Point(1, 2), Point(181, 2), Point(1, -91)], "", Datum.WGS84)
    assert inside == [True, False, False]
    assert to_degrees([], "EPSG:3857", Datum.WGS84) == ([], [])


def test_a_datum_is_converted() -> None:
    [shape], _ = to_degrees([Point(116.40374, 39.91010)], "", Datum.GCJ02)
    assert isinstance(shape, Point)
    assert (shape.x, shape.y) == pytest.approx((116.3975, 39.9087), abs=2e-5)


@pytest.mark.parametrize(
    ("word", "datum"),
    [
        ("GCJ-02", Datum.GCJ02), ("火星坐标系", Datum.GCJ02), ("百度", Datum.BD09), ("bd09ll", Datum.BD09),
        ("WGS-84", Datum.WGS84), ("CGCS2000", Datum.WGS84), ("ＧＣＪ０２", Datum.GCJ02), ("beijing54", None),
        ("", None),
    ],
)  # fmt: skip
def test_words_for_datums(word: str, datum: Datum | None) -> None:
    assert datum_named(word) is datum


def test_the_old_crs_member() -> None:
    assert declared({"crs": {"type": "name", "properties": {"name": "EPSG:3857"}}}) == "EPSG:3857"
    assert declared({"crs": "EPSG:3857"}) == "EPSG:3857"
    assert declared({}) == declared({"crs": None}) == ""
