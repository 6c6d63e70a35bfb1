"""Tests of the rows a file gives."""

from __future__ import annotations

import msgspec

from plans.importing.parsed import FeatureRow, Parsed, ParsedRow


def test_every_kind_of_row_has_a_tag_of_its_own() -> None:
    tags = [kind.__struct_config__.tag for kind in ParsedRow.__args__]
    assert len(set(tags)) == len(tags)


def test_rows_compare_by_value() -> None:
    row = FeatureRow(kind="tree", wkb=b"\x01")
    assert row == FeatureRow(kind="tree", wkb=b"\x01")
    assert msgspec.structs.replace(row, kind="room") != row
    assert Parsed(source="a", table="geojson").rows == ()
