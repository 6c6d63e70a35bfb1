"""Tests of the frames between the child and its parent."""

from __future__ import annotations

import datetime as dt
import io

import pytest
import shapely
from shapely.geometry import Point

from plans.importing.draft import Question, Unread
from plans.importing.parsed import (
    ApplianceRow,
    BuildingRow,
    FeatureRow,
    FloorRow,
    KitRow,
    Parsed,
    ParsedRow,
    PersonRow,
    PhotoRow,
    ShiftRow,
    StationRow,
)
from plans.importing.wire import Done, Failed, Frame, Part, Step, read_frame, write_frame
from plans.model.building import Datum, Name, NameKind
from plans.model.fact import Fact
from plans.model.station import KitItem

FACTS = (
    Fact(key="height_m", value=148.0, unit="m", verified_by="甲", verified_on=dt.date(2026, 8, 1)),
    Fact(key="floors_above", value=32),
    Fact(key="helipad", value=True),
    Fact(key="aerial_sides", value=("north", "east")),
    Fact(key="note", value="示例"),
)
ITEM = KitItem(item="hose_65", count=4, unit="item", expires_on=dt.date(2027, 1, 1))
ROWS: tuple[ParsedRow, ...] = (
    BuildingRow(name="楼", names=(Name("B", NameKind.OLD),), datum=Datum.GCJ02, facts=FACTS),
    FloorRow(building="S-1", label="1F", level=0, refuge=True),
    FeatureRow(kind="tree", wkb=shapely.to_wkb(Point(1, 2)), levels=(0, 1), facts=FACTS),
    StationRow(name="站", lon=1.0, lat=2.0, kit=(ITEM,)),
    PersonRow(name="张三"),
    ShiftRow(station="站", person="张三", starts_at=dt.datetime(2026, 9, 1, 8)),
    ApplianceRow(name="车", facts=FACTS),
    KitRow(station="站", item=ITEM),
    PhotoRow(file="a.png", taken_on=dt.date(2026, 1, 2)),
)
PARSED = Parsed(
    source="f.csv",
    table="buildings",
    rows=ROWS,
    unread=(Unread("row 2", "no_name", note=True),),
    questions=(Question("encoding", "gb18030"),),
)


@pytest.mark.parametrize(
    "frame",
    [Step(0, 3, 9, "import.read"), Done(1, PARSED), Failed(2, "row 1", "json", "d", {"a": "b"})],
)
def test_frames_come_through_whole(frame: Frame) -> None:
    pipe = io.BytesIO()
    write_frame(pipe, frame)
    write_frame(pipe, Step(9, 0, 0, ""))
    pipe.seek(0)
    assert read_frame(pipe) == frame
    assert read_frame(pipe) == Step(9, 0, 0, "")
    assert read_frame(pipe) is None


def test_a_frame_cut_in_the_middle_is_the_end() -> None:
    pipe = io.BytesIO()
    write_frame(pipe, Done(0, PARSED))
    for length in (3, 20, len(pipe.getvalue()) - 1):
        assert read_frame(io.BytesIO(pipe.getvalue()[:length])) is None


def test_an_absurd_length_is_the_end() -> None:
    assert read_frame(io.BytesIO(b"\xff" * 20)) is None


def test_many_rows_go_ahead_in_parts() -> None:
    rows = tuple(FeatureRow(kind="tree", wkb=b"x", label=str(at)) for at in range(4_500))
    pipe = io.BytesIO()
    write_frame(pipe, Done(7, Parsed(source="s", table="geojson", rows=rows)))
    pipe.seek(0)
    frames = []
    while (frame := read_frame(pipe)) is not None:
        frames.append(frame)
    *parts, done = frames
    assert all(isinstance(part, Part) and part.file == 7 for part in parts)
    assert len(parts) > 1
    assert tuple(row for part in parts for row in part.rows) == rows  # type: ignore[union-attr]
    assert done == Done(7, Parsed(source="s", table="geojson"))
