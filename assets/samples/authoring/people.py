"""Who is on duty: stations, persons, repeating 24 h rosters, appliances and kit. All invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shapely.geometry import Point

from .city import PLAZA
from .drawn import Drawn
from .frames import DISTRICT, Frame
from .records import BuildingRow
from .small import FRAMES, STATIONS
from .vehicles import APPLIANCES, ENVELOPE, KIT
from .writing import write_table

EAST, WEST = "东片联防 East sector", "西片联防 West sector"
"""A district has one name: the sample's is in both languages."""
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
DIGITS = "一二三四五六七八九"
Row = tuple[Any, ...]


def stations() -> list[dict[str, Any]]:
    def at(frame: Frame, x: float, y: float) -> tuple[float, float]:
        spot = frame.at(x, y)
        return spot.lon, spot.lat

    fire = [
        {
            "code": code,
            "kind": "fire_station",
            "name": zh,
            "name_en": en,
            "at": (f.lon, f.lat),
            "building": "",
            "floor": "",
            "tel": f"0000-55501{code[-2:]}",
            "district": "",
            "parent": "",
        }
        for code, (zh, en, f) in STATIONS.items()
    ]
    micro: list[Row] = [
        (
            "MS-01",
            "micro_main",
            "示例广场微型消防站",
            "Sample Plaza Micro-station",
            at(PLAZA, 71.8, 22.6),
            "SDQ-0101",
            "1F",
            "0000-5550120",
            EAST,
            "",
        ),
        (
            "MS-01-1",
            "micro_duty_point",
            "A座执勤点",
            "Tower A duty point",
            at(PLAZA, -59.8, 15),
            "SDQ-0102",
            "1F",
            "0000-5550121",
            EAST,
            "MS-01",
        ),
        (
            "MS-01-2",
            "micro_duty_point",
            "B座执勤点",
            "Tower B duty point",
            at(PLAZA, 18.8, 53.4),
            "SDQ-0103",
            "1F",
            "0000-5550122",
            EAST,
            "MS-01",
        ),
        (
            "MS-01-3",
            "micro_cache",
            "B2 地铁口器材点",
            "B2 metro cache",
            at(PLAZA, -45, -47),
            "SDQ-0101",
            "B2",
            "",
            EAST,
            "MS-01",
        ),
        (
            "MS-02",
            "micro_main",
            "示例酒店微型消防站",
            "Sample Hotel Micro-station",
            at(FRAMES["SDQ-0207"], 12.6, 6.9),
            "SDQ-0207",
            "1F",
            "0000-5550720",
            EAST,
            "",
        ),
        (
            "MS-02-1",
            "micro_duty_point",
            "比例尺菜场执勤点",
            "Market duty point",
            at(FRAMES["SDQ-0208"], -27, -6),
            "SDQ-0208",
            "1F",
            "0000-5550721",
            EAST,
            "MS-02",
        ),
        (
            "MS-02-2",
            "micro_cache",
            "医院器材点",
            "Hospital cache",
            at(FRAMES["SDQ-0202"], 6, 13),
            "SDQ-0202",
            "1F",
            "",
            EAST,
            "MS-02",
        ),
        (
            "MS-03",
            "micro_main",
            "图例社区微型消防站",
            "Legend Community Micro-station",
            at(FRAMES["SDQ-0205"], 34, -16),
            "",
            "",
            "0000-5550520",
            WEST,
            "",
        ),
        (
            "MS-03-1",
            "micro_duty_point",
            "冷库执勤点",
            "Cold store duty point",
            at(FRAMES["SDQ-0203"], 27, 19.6),
            "SDQ-0203",
            "1F",
            "0000-5550521",
            WEST,
            "MS-03",
        ),
        (
            "MS-03-2",
            "micro_duty_point",
            "示例小学执勤点",
            "School duty point",
            at(FRAMES["SDQ-0201"], -36, -18),
            "SDQ-0201",
            "1F",
            "0000-5550522",
            WEST,
            "MS-03",
        ),
        (
            "MS-03-3",
            "micro_cache",
            "图例里巷口器材点",
            "Legend Row cache",
            at(FRAMES["SDQ-0205"], -21, -10),
            "SDQ-0205",
            "1F",
            "",
            WEST,
            "MS-03",
        ),
    ]
    names = (
        "code",
        "kind",
        "name",
        "name_en",
        "at",
        "building",
        "floor",
        "tel",
        "district",
        "parent",
    )
    return fire + [dict(zip(names, row, strict=True)) for row in micro]


POSTS = {
    "fire_station": (
        ("station_chief", 1),
        ("political_instructor", 1),
        ("squad_leader", 3),
        ("aerial_operator", 3),
        ("pump_operator", 3),
        ("driver", 3),
        ("communicator", 3),
        ("firefighter", 9),
    ),
    "micro_main": (
        ("station_chief", 1),
        ("deputy_chief", 1),
        ("control_room_operator", 3),
        ("firefighter", 6),
    ),
    "micro_duty_point": (("firefighter", 3), ("security_guard", 3)),
}


def _names() -> Iterator[str]:
    for digit in DIGITS:
        for surname in SURNAMES:
            yield f"{surname}示例{digit}"


def _people(stations: list[dict[str, Any]]) -> tuple[list[Row], list[Row]]:
    """Persons, and for each a duty of 24 h every third day (chiefs: every second)."""
    persons: list[Row] = []
    shifts: list[Row] = []
    names = _names()
    for s in stations:
        for post, count in POSTS.get(s["kind"], ()):
            for i in range(count):
                n = len(persons) + 1
                name = next(names)
                persons.append((f"P{n:03d}", name, post, f"0000-556{n:04d}", s["code"]))
                lead = count == 1
                every = 2 if lead else 3
                turn = (
                    (1 if post in ("deputy_chief", "political_instructor") else 0)
                    if lead
                    else i % 3
                )
                start = "08:00" if s["kind"] == "fire_station" else "07:30"
                shifts.append(
                    (s["code"], name, post, f"2026-01-{1 + turn:02d}T{start}:00", 24, every)
                )
    return persons, shifts


SYMBOLS = {
    "fire_station": "fire_station",
    "micro_main": "micro.main",
    "micro_duty_point": "micro.duty_point",
    "micro_cache": "micro.cache",
}


def symbols() -> list[Drawn]:
    """The stations as symbols of the map."""
    out = []
    for s in stations():
        facts = {"phone": s["tel"], "staffed": "always"} if s["tel"] else {"opens_by": "key"}
        spot = DISTRICT.to_local(Point(s["at"]))
        out.append(Drawn(SYMBOLS[s["kind"]], spot, s["name"], s["name_en"], 0.0, facts))
    return out


def write(folder: Path, rows: list[BuildingRow]) -> None:
    """stations.csv, persons.csv, shifts.csv, appliances.csv and kit.csv."""
    all_stations = stations()
    codes = {r.code for r in rows} | {""}
    strange = [s["code"] for s in all_stations if s["building"] not in codes]
    if strange:
        raise ValueError(f"stations in no building: {strange}")
    write_table(
        folder / "stations.csv",
        (
            "code",
            "kind",
            "name",
            "name_en",
            "lon",
            "lat",
            "datum",
            "building_code",
            "floor",
            "telephone",
            "district",
            "parent",
        ),
        (
            (
                s["code"],
                s["kind"],
                s["name"],
                s["name_en"],
                f"{s['at'][0]:.9f}",
                f"{s['at'][1]:.9f}",
                "wgs84",
                s["building"],
                s["floor"],
                s["tel"],
                s["district"],
                s["parent"],
            )
            for s in all_stations
        ),
    )
    persons, shifts = _people(all_stations)
    write_table(folder / "persons.csv", ("code", "name", "post", "telephone", "station"), persons)
    write_table(
        folder / "shifts.csv",
        ("station", "person", "post", "starts_at", "hours", "every_days"),
        shifts,
    )
    write_table(
        folder / "appliances.csv",
        (
            "code",
            "station",
            "name",
            "class",
            "call_sign",
            *ENVELOPE,
            "source",
            "verified_by",
            "verified_on",
        ),
        (
            (
                code,
                station,
                name,
                cls,
                call,
                *(facts.get(k) for k in ENVELOPE),
                source,
                "" if "[M]" in source else "示例大队装备参谋（示例）",
                "" if "[M]" in source else "2026-04-10",
            )
            for code, station, name, cls, call, source, facts in APPLIANCES
        ),
    )
    write_table(
        folder / "kit.csv",
        ("station", "item", "count", "unit", "expires_on"),
        ((s["code"], *line) for s in all_stations for line in KIT[s["kind"]]),
    )
