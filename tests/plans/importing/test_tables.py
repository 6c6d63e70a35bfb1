"""Tests of CSV tables as rows."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import shapely

from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.parsed import (
    ApplianceRow,
    BuildingRow,
    FeatureRow,
    FloorRow,
    KitRow,
    Parsed,
    PersonRow,
    PhotoRow,
    ShiftRow,
    StationRow,
)
from plans.importing.tables import read
from plans.model.building import Datum, Name, NameKind
from plans.model.fact import fact_of, value_of


@pytest.fixture
def parsed(reader: Reader, write: Callable[[str, object], Path]) -> Callable[..., Parsed]:
    """Write a table and read it."""

    def made(content: object, name: str = "t.csv", **asked: object) -> Parsed:
        path = write(name, content)
        return read(path, Asked(path=str(path), **asked), reader)  # type: ignore[arg-type]

    return made


def test_buildings(parsed: Callable[..., Parsed]) -> None:
    got = parsed(
        "单位编码,名称,英文名,曾用名,别名,地址,用途,经度,纬度,坐标系,旋转角,建筑高度,版本日期,核实人,核实日期\n"
        "S-1,示例广场,Sample Plaza,百货大楼;旧楼,广场,示例路1号,办公楼,113.6,30.4,wgs84,6,148 m,2026-09-02,"
        "甲,2026-08-01\n"
    )
    [row] = got.rows
    assert isinstance(row, BuildingRow)
    assert (row.name, row.code, row.address, row.use) == ("示例广场", "S-1", "示例路1号", "office")
    assert row.names == (
        Name("Sample Plaza", NameKind.ENGLISH), Name("百货大楼", NameKind.OLD),
        Name("旧楼", NameKind.OLD), Name("广场", NameKind.ALIAS),
    )  # fmt: skip
    assert (row.lon, row.lat, row.rotation_deg) == (113.6, 30.4, 6.0)
    assert row.revised_on == dt.date(2026, 9, 2)
    height = fact_of(row.facts, "height_m")
    assert height is not None
    assert (height.value, height.unit, height.source) == (148.0, "m", "t.csv")
    assert (height.verified_by, height.verified_on) == ("甲", dt.date(2026, 8, 1))


def test_long_facts(parsed: Callable[..., Parsed]) -> None:
    got = parsed(
        "building_code,key,value,unit,source,verified_by,verified_on\n"
        "S-1,height_m,148,m,竣工图,甲,2026-08-01\n"
        "S-1,建筑高度,30,ft,,,\n"
        "S-1,aerial_sides,south;east,,,,\n"
        "S-1,吉祥物,石狮,,,,\n"
        "S-1,height_m,,,,,\n"
        ",height_m,3,,,,\n"
    )
    facts = [row.facts[0] for row in got.rows if isinstance(row, BuildingRow)]
    assert [(fact.key, fact.value) for fact in facts] == [
        ("height_m", 148.0), ("height_m", 9.144), ("aerial_sides", ("south", "east")), ("吉祥物", "石狮"),
    ]  # fmt: skip
    assert (facts[0].source, facts[0].verified_by) == ("竣工图", "甲")
    assert [(one.place, one.reason) for one in got.unread] == [
        ("row 6", "no_value"), ("row 7", "no_building"),
    ]  # fmt: skip
    assert [(q.about, q.text) for q in got.questions] == [("unknown_facts", "吉祥物")]


def test_floors(parsed: Callable[..., Parsed]) -> None:
    got = parsed(
        "building_code,label,level,elevation_m,height_m,use,use_en,typical,refuge\n"
        "S-1,B1,-1,-5.1,5.1,车库,Parking,,false\nS-1,12F,11,48.5,4.5,避难层,,11F,是\n"
    )
    first, second = got.rows
    assert isinstance(first, FloorRow)
    assert isinstance(second, FloorRow)
    assert (first.level, first.elevation_m, first.height_m, first.refuge) == (-1, -5.1, 5.1, False)
    assert (second.typical, second.refuge) == ("11F", True)


def test_rosters(parsed: Callable[..., Parsed]) -> None:
    [station] = parsed(
        "站名,编号,类型,经度,纬度,坐标系,电话,区域联防,所属总站\n示例微站,W-1,微型消防站执勤点,113.6,30.4,"
        "WGS-84,0000-1,一区,W-0\n"
    ).rows
    assert isinstance(station, StationRow)
    assert (station.kind, station.district, station.parent) == ("micro_duty_point", "一区", "W-0")
    [person] = parsed("姓名,岗位,电话,所属站点\n张三,班长,0000-2,W-1\n").rows
    assert isinstance(person, PersonRow)
    assert (person.name, person.post, person.station) == ("张三", "squad_leader", "W-1")
    [shift] = parsed(
        "站点,姓名,岗位,开始时间,时长,周期\nW-1,张三,班长,2026-09-01 08:00,24,3\n"
    ).rows
    assert isinstance(shift, ShiftRow)
    assert (shift.starts_at, shift.hours, shift.every_days) == (dt.datetime(2026, 9, 1, 8), 24.0, 3)
    [vehicle] = parsed(
        "车辆名称,车辆类型,呼号,所属站,支腿跨距\n登高车,登高平台消防车,01,示例站,6 m\n"
    ).rows
    assert isinstance(vehicle, ApplianceRow)
    assert (vehicle.cls, value_of(vehicle.facts, "jack_width_m")) == ("aerial_platform", 6.0)
    [kit] = parsed("站点编号,器材,数量,单位,有效期\nW-1,水枪,2,把,2027-01-01\n").rows
    assert isinstance(kit, KitRow)
    assert (kit.item.item, kit.item.count, kit.item.expires_on) == (
        "hose_nozzle", 2, dt.date(2027, 1, 1),
    )  # fmt: skip
    [photo] = parsed(
        "building_code,file,caption,taken_on\nS-1,a.jpg,东侧,2026-1-2\n", "photos.csv"
    ).rows
    assert isinstance(photo, PhotoRow)
    assert (photo.file, photo.taken_on) == ("a.jpg", dt.date(2026, 1, 2))


def test_rows_that_cannot_be_read_are_told_by_number(parsed: Callable[..., Parsed]) -> None:
    got = parsed("站点,姓名,开始时间\nW-1,张三,随便\nW-1,,2026-09-01\n,李四,2026-09-01\n")
    assert [(one.place, one.reason) for one in got.unread] == [
        ("row 2", "bad_time"), ("row 3", "no_name"), ("row 4", "no_station"),
    ]  # fmt: skip


def test_points_by_kind_and_by_guess(parsed: Callable[..., Parsed]) -> None:
    got = parsed(
        "kind,name,lon,lat,管径\nhydrant.underground,1号,1,2,150\n雪人,,1,2,\n", datum=Datum.WGS84
    )
    [row] = got.rows
    assert isinstance(row, FeatureRow)
    assert (row.kind, row.label, value_of(row.facts, "main_diameter_mm")) == (
        "hydrant.underground", "1号", 150.0,
    )  # fmt: skip
    assert [one.reason for one in got.unread] == ["unknown_kind"]
    [hydrant] = parsed("经度,纬度,流量\n1,2,15\n", "消火栓.csv", datum=Datum.WGS84).rows
    assert isinstance(hydrant, FeatureRow)
    assert hydrant.kind == "hydrant.municipal"
    assert hydrant.outdoor


def test_coordinates_need_a_declared_datum(parsed: Callable[..., Parsed]) -> None:
    table = "name,address,lon,lat\n楼,路,116.40374,39.91010\n"
    with pytest.raises(InputError) as caught:
        parsed(table)
    assert caught.value.facts["reason"] == "datum"
    for got in (
        parsed(table, datum=Datum.GCJ02),
        parsed(table.replace("lon", "lon_gcj02")),
        parsed("name,address,lon,lat,datum\n楼,路,116.40374,39.91010,火星坐标\n"),
    ):
        [row] = got.rows
        assert isinstance(row, BuildingRow)
        assert (row.lon, row.lat) == pytest.approx((116.3975, 39.9087), abs=2e-5)
        assert row.datum is Datum.GCJ02


def test_bad_coordinates_cost_their_row(parsed: Callable[..., Parsed]) -> None:
    got = parsed(
        "name,address,lon,lat,datum\na,x,500,2,wgs84\nb,x,east,2,wgs84\nc,x,1,2,beijing54\nd,x,,,\n"
        "e,x,nan,2,wgs84\nf,x,1,2,\n"
    )
    assert [(one.place, one.reason) for one in got.unread] == [
        ("row 2", "out_of_range"), ("row 3", "bad_coordinates"), ("row 4", "unknown_datum"),
        ("row 6", "bad_coordinates"), ("row 7", "datum"),
    ]  # fmt: skip
    assert [row.name for row in got.rows if isinstance(row, BuildingRow)] == ["d"]


def test_an_old_encoding_is_said(parsed: Callable[..., Parsed]) -> None:
    got = parsed("名称,地址\n示例百货大楼,示例区示例大道一号\n".encode("gb18030"))
    assert [(q.about, q.text) for q in got.questions] == [("encoding", "gb18030")]
    [row] = got.rows
    assert isinstance(row, BuildingRow)
    assert row.name == "示例百货大楼"


# ---------------------------------------------------------------------- files nobody here wrote


@pytest.fixture
def real(reader: Reader, corpus: Path) -> Callable[..., Parsed]:
    def made(name: str, **asked: object) -> Parsed:
        return read(corpus / name, Asked(path=name, **asked), reader)  # type: ignore[arg-type]

    return made


@pytest.mark.corpus
def test_freeport_hydrants(real: Callable[..., Parsed]) -> None:
    with pytest.raises(InputError, match="datum"):
        real("site/freeport_fire_hydrants.csv")
    got = real("site/freeport_fire_hydrants.csv", datum=Datum.WGS84)
    rows = [row for row in got.rows if isinstance(row, FeatureRow)]
    assert Counter(row.kind for row in rows) == {"hydrant.municipal": 176}
    styles = Counter(value_of(row.facts, "Style") for row in rows)
    assert styles == {"Dry Barrel": 163, "Standpipe": 13}
    point = shapely.from_wkb(rows[0].wkb)
    assert (point.x, point.y) == pytest.approx((-78.73975, 26.52666), abs=1e-5)


@pytest.mark.corpus
def test_seattle_stations(real: Callable[..., Parsed]) -> None:
    got = real("roster/seattle_fire_station.csv", datum=Datum.WGS84)
    rows = [row for row in got.rows if isinstance(row, StationRow)]
    assert len(rows) == 35
    assert (rows[0].code, rows[0].name, rows[0].district) == (
        "HQ", "Fire Headquarters", "Battalion 2",
    )  # fmt: skip
    assert (rows[0].lon, rows[0].lat) == (-122.33195, 47.59986)


@pytest.mark.corpus
def test_safire_users(real: Callable[..., Parsed]) -> None:
    got = real("roster/safire_users.csv")
    rows = [row for row in got.rows if isinstance(row, PersonRow)]
    assert len(rows) == 9
    assert rows[0].name == "Call Logger 1"
    assert "Password" in next(q.text for q in got.questions if q.about == "left_out")


@pytest.mark.corpus
@pytest.mark.parametrize(
    "name",
    [
        "roster/safire_job_title.csv",
        "exercise/safire_scenario.csv",
        "exercise/safire_scenario_task.csv",
        "exercise/safire_scenario_asset.csv",
        "exercise/safire_scenario_human_resource.csv",
    ],
)
def test_tables_of_other_things_are_refused(real: Callable[..., Parsed], name: str) -> None:
    with pytest.raises(InputError) as caught:
        real(name)
    assert (caught.value.facts["reason"], caught.value.facts["place"]) == ("unknown_table", "row 1")
