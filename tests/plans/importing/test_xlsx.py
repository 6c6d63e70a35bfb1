"""Tests of workbooks as rows."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.parsed import BuildingRow, Parsed, PersonRow, StationRow
from plans.importing.xlsx import read
from plans.model.fact import value_of

Sheets = dict[str, list[list[object]]]


@pytest.fixture
def parsed(reader: Reader, tmp_path: Path) -> Callable[..., Parsed]:
    """Write a workbook and read it."""

    def made(sheets: Sheets | bytes, **asked: object) -> Parsed:
        path = tmp_path / "book.xlsx"
        if isinstance(sheets, bytes):
            path.write_bytes(sheets)
        else:
            book = openpyxl.Workbook()
            book.remove(book.active)
            for title, rows in sheets.items():
                sheet = book.create_sheet(title)
                for row in rows:
                    sheet.append(row)
            book.save(path)
        return read(path, Asked(path=str(path), **asked), reader)  # type: ignore[arg-type]

    return made


def test_each_known_sheet_becomes_rows(parsed: Callable[..., Parsed]) -> None:
    got = parsed(
        {
            "说明": [["填表说明"], ["请勿修改表头"]],
            "建筑": [
                ["高层建筑档案"],
                [],
                ["单位编码", "名称", "地址", "建筑高度", "竣工年份", "核实人", "核实日期"],
                ["S-1", "示例楼", "示例路1号", 54.5, 2016, "甲", dt.datetime(2026, 9, 1)],
            ],
            "站点": [["名称", "类别", "电话"], ["示例站", "fire_station", 1190119]],
            "人员": [["姓名", "岗位", "电话", "站点"], ["王示例", "班长", "000-1", "示例站"]],
        }
    )
    kinds = Counter(type(row).__name__ for row in got.rows)
    assert kinds == {"BuildingRow": 1, "StationRow": 1, "PersonRow": 1}
    building, station, person = got.rows
    assert isinstance(building, BuildingRow)
    assert isinstance(station, StationRow)
    assert isinstance(person, PersonRow)
    assert (building.name, value_of(building.facts, "height_m")) == ("示例楼", 54.5)
    assert value_of(building.facts, "completed_year") == 2016
    assert building.facts[0].verified_on == dt.date(2026, 9, 1)
    assert building.place == "sheet 建筑, row 4"
    assert station.telephone == "1190119"
    assert got.table == "workbook"
    assert [row.place for row in got.unread] == ["sheet 说明"]


def test_one_table_keeps_its_name(parsed: Callable[..., Parsed]) -> None:
    got = parsed({"Sheet1": [["code", "name", "address"], ["S-1", "Hall", "1 Road"]]})
    assert got.table == "buildings"


def test_bad_rows_say_sheet_and_row(parsed: Callable[..., Parsed]) -> None:
    got = parsed({"建筑": [["名称", "地址"], ["", "无名路"], ["甲楼", "乙路", "多", "余"]]})
    assert [(row.place, row.reason) for row in got.unread] == [
        ("sheet 建筑, row 3", "too_many_cells"),
        ("sheet 建筑, row 2", "no_name"),
    ]


def test_no_known_sheet_is_told(parsed: Callable[..., Parsed]) -> None:
    with pytest.raises(InputError) as refused:
        parsed({"a": [["colour", "shape"], [1, 2]]})
    assert refused.value.facts["reason"] == "unknown_table"


def _zip(names: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in names.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"PK",
        b"not a workbook at all",
        _zip({"word/document.xml": b"<x/>"}),
        _zip({"xl/workbook.xml": b"<broken"}),
        _zip({"xl/workbook.xml": b"", "[Content_Types].xml": b"<Types/>"}),
    ],
)
def test_other_files_are_refused(parsed: Callable[..., Parsed], data: bytes) -> None:
    with pytest.raises(InputError) as refused:
        parsed(data)
    assert refused.value.facts["reason"] == "workbook"


def test_a_bomb_is_not_unpacked(
    parsed: Callable[..., Parsed], reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    import msgspec

    monkeypatch.setattr(
        reader, "limits", msgspec.structs.replace(reader.limits, file_bytes=100_000)
    )
    with pytest.raises(InputError) as refused:
        parsed(_zip({"xl/worksheets/sheet1.xml": bytes(5_000_000)}))
    assert refused.value.facts["reason"] == "too_big"


def test_every_cut_of_a_workbook_is_refused_or_read(
    parsed: Callable[..., Parsed], tmp_path: Path
) -> None:
    parsed({"建筑": [["名称", "地址"], ["甲楼", "乙路"]]})
    whole = (tmp_path / "book.xlsx").read_bytes()
    for share in range(1, 10):
        with pytest.raises(InputError):
            parsed(whole[: len(whole) * share // 10])


@pytest.mark.corpus
def test_a_handover_workbook_gives_its_contacts_or_says_why(corpus: Path, reader: Reader) -> None:
    path = corpus / "xlsx" / "2012-03-23-Duplex-Handover_COBie.xlsx"
    try:
        got = read(path, Asked(path=str(path)), reader)
    except InputError as error:
        assert error.facts["reason"] in ("unknown_table", "missing_columns")
    else:
        assert all(row.place.startswith("sheet ") for row in got.unread)
