"""Tests of CSV as headed rows."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.errors import InputError
from plans.importing.asked import Limits
from plans.importing.table import Sheet, read_csv

HERE = Path("t.csv")


def sheet(content: str | bytes, limits: Limits | None = None) -> Sheet:
    data = content.encode() if isinstance(content, str) else content
    return read_csv(HERE, data, limits or Limits())


def reason(content: str | bytes, limits: Limits | None = None) -> tuple[object, object]:
    with pytest.raises(InputError) as caught:
        sheet(content, limits)
    return caught.value.facts["place"], caught.value.facts["reason"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    rows = [["名称", "地址", "高度"], ["甲楼", "一路，二号", "12,5"], ["乙楼", "三路", "9"]]
    lines = "\r\n".join(
        delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in row) for row in rows
    )
    got = sheet(lines)
    assert got.delimiter == delimiter
    assert [heading.text for heading in got.headings] == rows[0]
    assert [list(row.cells) for row in got.rows] == rows[1:]
    assert got.ragged == ()


def test_quoted_newlines_keep_row_numbers() -> None:
    got = sheet('name,note\n"a","one\ntwo"\n\n"b ""c""",x\n')
    assert [(row.number, row.cells) for row in got.rows] == [
        (2, ("a", "one\ntwo")), (5, ('b "c"', "x")),
    ]  # fmt: skip
    assert got.rows[0].place == "row 2"


def test_ragged_rows_are_told_by_number() -> None:
    got = sheet("a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n")
    assert [(one.place, one.reason, one.note) for one in got.ragged] == [
        ("row 2", "too_few_cells", True),
        ("row 3", "too_many_cells", False),
    ]
    assert [row.cells for row in got.rows] == [("1", "2", ""), ("1", "2", "3")]


def test_headings_lose_their_brackets_and_marks() -> None:
    got = sheet("\ufeff建筑高度（米）,经度(WGS-84), Name ,,\n1,2,3\n")
    assert [(one.text, one.base, one.bracket) for one in got.headings] == [
        ("建筑高度(米)", "建筑高度", "米"),
        ("经度(WGS-84)", "经度", "WGS-84"),
        ("Name", "Name", ""),
    ]


def test_a_table_of_headings_only_is_noted() -> None:
    got = sheet("a,b\n")
    assert (got.rows, [one.reason for one in got.ragged]) == ((), ["no_rows"])


def test_what_is_no_table() -> None:
    assert reason(b"") == ("", "empty")
    assert reason("\n\n") == ("", "empty")
    assert reason(b"\x00\x01" * 9) == ("", "binary")
    assert reason(",".join("abc") * 2000)[1] == "too_many_columns"
    few = msgspec.structs.replace(Limits(), rows=2)
    assert reason("a\n1\n2\n3\n4\n", few) == ("row 3", "too_many_rows")
    assert reason("a,b\n" + "x" * 5_000_000) == ("row 2", "bad_quotes")


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_an_input_error(data: bytes) -> None:
    try:
        got = sheet(data)
    except InputError as error:
        assert error.facts["reason"]
    else:
        assert all(len(row.cells) == len(got.headings) for row in got.rows)


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "rows", "ragged"),
    [
        ("exercise/safire_scenario.csv", 5, 4),
        ("exercise/safire_scenario_task.csv", 14, 0),
        ("exercise/safire_scenario_human_resource.csv", 13, 7),
        ("exercise/safire_scenario_asset.csv", 13, 8),
        ("roster/safire_users.csv", 9, 0),
        ("roster/safire_job_title.csv", 27, 0),
        ("roster/seattle_fire_station.csv", 35, 0),
        ("site/freeport_fire_hydrants.csv", 176, 0),
    ],
)
def test_real_tables(corpus: Path, name: str, rows: int, ragged: int) -> None:
    got = read_csv(corpus / name, (corpus / name).read_bytes(), Limits())
    assert (len(got.rows), len(got.ragged)) == (rows, ragged)
    assert all(one.note for one in got.ragged)
