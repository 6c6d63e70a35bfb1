"""Tests of the cells of a row."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from plans.importing.asked import Asked, Limits, Reader
from plans.importing.columns import layout
from plans.importing.table import read_csv
from plans.importing.table_cells import BadRow, Cells, row_id
from plans.model.catalog import Catalog


@pytest.fixture
def cells(reader: Reader) -> Cells:
    path = Path("b.csv")
    sheet = read_csv(path, "名称,地址,旋转角,版本日期\n楼,,12.5,2026-9-2\n".encode(), Limits())
    return Cells(sheet.rows[0], layout(path, sheet, Asked(path="b.csv"), reader), reader)


def test_cells_by_field(cells: Cells) -> None:
    assert (cells("name"), cells("address"), cells("code")) == ("楼", "", "")
    assert cells.number("rotation_deg") == 12.5
    assert cells.number("address") is None
    assert cells.date("revised_on") == dt.date(2026, 9, 2)
    assert cells.place == "row 2"


def test_a_needed_cell_that_is_blank_costs_the_row(cells: Cells) -> None:
    assert cells.needed("name", "no_name") == "楼"
    with pytest.raises(BadRow) as caught:
        cells.needed("address", "no_address", "楼")
    assert (caught.value.reason, caught.value.text) == ("no_address", "楼")


def test_words_become_ids_of_rows(catalog: Catalog) -> None:
    assert row_id(catalog.uses, "办公楼") == row_id(catalog.uses, "OFFICE") == "office"
    assert row_id(catalog.uses, "宫殿") == "宫殿"
