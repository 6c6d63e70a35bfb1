"""Tests of columns as fields and facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.errors import InputError
from plans.importing.asked import Asked, Limits, Reader
from plans.importing.columns import Layout, fact_in, layout
from plans.importing.table import Sheet, read_csv
from plans.model.building import Datum


def laid_out(
    reader: Reader, text: str, name: str = "t.csv", table: str = ""
) -> tuple[Sheet, Layout]:
    path = Path(name)
    sheet = read_csv(path, text.encode(), Limits())
    return sheet, layout(path, sheet, Asked(path=name, table=table), reader)


@pytest.mark.parametrize(
    ("name", "headings", "table"),
    [
        ("t.csv", "单位编码,名称,地址,建筑高度,地上层数", "buildings"),
        ("t.csv", "建筑名称,地址,经度,纬度,坐标系", "buildings"),
        ("t.csv", "name,address,height (m)", "buildings"),
        ("t.csv", "building_code,key,value,unit,source,verified_by,verified_on", "facts"),
        ("t.csv", "建筑编号,要素,内容", "facts"),
        ("t.csv", "building_code,label,level,elevation_m,height_m,use,typical", "floors"),
        ("t.csv", "建筑,楼层,层高,标高", "floors"),
        ("t.csv", "站名,类型,电话,所属总站,区域联防", "stations"),
        ("seattle_fire_station.csv", "Code,Name,Organisation,Phone,Address,Lat,Lon", "stations"),
        ("人员.csv", "姓名,岗位,电话,所属站点", "persons"),
        ("t.csv", "First Name,Last Name,Role,Organisation", "persons"),
        ("t.csv", "站点,姓名,岗位,开始时间,时长,周期", "shifts"),
        ("t.csv", "车辆名称,车辆类型,呼号,所属站", "appliances"),
        ("t.csv", "站点编号,器材,数量,单位,有效期", "kit"),
        ("photos.csv", "building_code,file,caption,taken_on", "photos"),
        ("fire_hydrants.csv", "Y,X,Style,Colour", "features"),
        ("消火栓.csv", "编号,经度,纬度,流量,静压", "features"),
    ],
)
def test_kinds_of_table(reader: Reader, name: str, headings: str, table: str) -> None:
    _, made = laid_out(reader, headings + "\n", name)
    assert made.table == table


def test_what_no_kind_fits_is_refused_with_its_headings(reader: Reader) -> None:
    with pytest.raises(InputError) as caught:
        laid_out(reader, "Scenario,Item,Comments\nx,y,z\n")
    assert caught.value.facts["reason"] == "unknown_table"
    assert caught.value.facts["text"] == "Scenario, Item, Comments"


def test_said_kinds_must_have_their_columns(reader: Reader) -> None:
    _, made = laid_out(reader, "Name,Type\n", table="buildings")
    assert made.table == "buildings"
    with pytest.raises(InputError, match="missing_columns"):
        laid_out(reader, "Name,Type\n", table="shifts")
    with pytest.raises(InputError, match="unknown_as"):
        laid_out(reader, "Name,Type\n", table="dragons")


def test_facts_by_synonym_with_units_in_the_heading(reader: Reader) -> None:
    sheet, made = laid_out(
        reader, "名称,地址,建筑高度（米）,楼高,总建筑面积(万平方米),天气\n甲,一路,148,150,5.61,晴\n"
    )
    values = {column.row.key: fact_in(column, sheet.rows[0]) for column in made.facts}
    assert values == {"height_m": 148.0, "floor_area_m2": 56100.0}
    assert made.left_out == ("楼高", "天气")  # the first column of a fact wins


def test_a_unit_in_the_cell_goes_before_the_heading(reader: Reader) -> None:
    sheet, made = laid_out(reader, "名称,地址,建筑高度(ft)\n甲,一路,100 m\n乙,二路,100\n")
    assert [fact_in(made.facts[0], row) for row in sheet.rows] == [100.0, pytest.approx(30.48)]


@pytest.mark.parametrize(
    ("headings", "datum"),
    [
        ("名称,地址,经度(WGS-84),纬度(WGS-84)", Datum.WGS84),
        ("名称,地址,经度（GCJ-02）,纬度", Datum.GCJ02),
        ("name,address,lon_bd09,lat_bd09", Datum.BD09),
        ("name,address,lon,lat", None),
    ],
)
def test_datums_in_headings(reader: Reader, headings: str, datum: Datum | None) -> None:
    _, made = laid_out(reader, headings + "\n")
    assert made.datum is datum
    assert {"lon", "lat"} <= set(made.fields)
