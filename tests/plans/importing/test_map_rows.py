"""Tests of things with properties as rows."""

from __future__ import annotations

from pathlib import Path

from shapely.geometry import Point, Polygon, box

from plans.importing.asked import Asked, Reader
from plans.importing.map_rows import Found, MapRows, address_of, bbox_of, brief
from plans.importing.parsed import FeatureRow, StationRow
from plans.importing.rules import Guess
from plans.model.fact import value_of


def rows(reader: Reader, table: str = "") -> MapRows:
    return MapRows(Path("地图.shp"), Asked(path="x", table=table), reader)


def test_what_the_reader_knows_goes_before_the_tables(reader: Reader) -> None:
    made = rows(reader)
    one = Found("feature 1", Point(1, 2), {"natural": "tree", "facts": {"note": "高"}})
    [row] = made.of(one, one.shape, Guess(kind="aed", facts={"status": "in_service"}))
    assert isinstance(row, FeatureRow)
    assert (row.kind, value_of(row.facts, "status")) == ("aed", "in_service")
    assert value_of(row.facts, "note") == "高"


def test_a_fact_that_is_said_goes_before_one_that_follows(reader: Reader) -> None:
    one = Found("feature 1", Point(1, 2), {"status": "impaired"})
    [row] = rows(reader).of(one, one.shape, Guess(kind="aed", facts={"status": "in_service"}))
    assert isinstance(row, FeatureRow)
    assert value_of(row.facts, "status") == "impaired"


def test_properties_that_told_the_kind_are_not_left_out(reader: Reader) -> None:
    made = rows(reader)
    one = Found("feature 1", Point(1, 2), {"natural": "tree", "leaf_type": "broad"})
    made.of(one, one.shape)
    assert [(question.about, question.text) for question in made.questions()] == [
        ("left_out", "leaf_type")
    ]


def test_bad_outlines_are_mended_or_missed(reader: Reader) -> None:
    made = rows(reader)
    for shape in (Polygon([(0, 0), (1, 1), (1, 0), (0, 1)]), Polygon([(0, 0), (1, 1), (2, 2)])):
        made.of(Found("feature 1", shape, {"building": "yes"}), shape)
    assert [(one.reason, one.note) for one in made.unread] == [
        ("repaired", True),
        ("no_area", False),
    ]


def test_said_to_be_stations(reader: Reader) -> None:
    one = Found("feature 7", Point(1, 2), {})
    [row] = rows(reader, "stations").of(one, one.shape)
    assert isinstance(row, StationRow)
    assert row.name == "地图 7"


def test_addresses_and_briefs() -> None:
    assert address_of({"地址": "样例路5号"}) == "样例路5号"
    assert address_of({"addr:street": "A", "addr:housenumber": "5", "addr:city": "B"}) == "A 5, B"
    assert address_of({}) == ""
    assert brief({"a": "1", "b": "", "c": None, "d": 2.0}) == "a=1, d=2"


def test_the_box_around_all_features(reader: Reader) -> None:
    made = rows(reader)
    shapes = (box(1, 2, 3, 4), box(-5, 0, 1, 1))
    found = [Found("", shape, {"building": "yes"}) for shape in shapes]
    all_rows = [row for one in found for row in made.of(one, one.shape)]
    assert bbox_of(all_rows) == (-5, 0, 3, 4)
    assert bbox_of([]) is None
