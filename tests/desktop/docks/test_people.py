"""People: who is on duty now, how far and by what sort of distance, what kit has expired."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.docks.people import People, compass
from desktop.support.look import Look
from desktop.support.theme import Theme, load_theme
from desktop.support.wording import word
from plans.analysis.nearby import Near, stations_near
from plans.model.appliance import Appliance
from plans.model.building import Building, Placing
from plans.model.catalog import Catalog
from plans.model.ids import ApplianceId, BuildingId, PersonId, ShiftId, StationId
from plans.model.station import KitItem, Person, Shift, Station

NOW = dt.datetime(2026, 9, 2, 21, 30)
HOUSE = Building(id=BuildingId("b"), name="示例楼", placing=Placing(lon=113.6, lat=30.4))


@pytest.fixture
def people(qtbot: QtBot, catalog: Catalog, day: Theme, look: Look) -> People:
    assert look.language == "en"
    made = People(catalog, day)
    qtbot.addWidget(made)
    made.resize(360, 500)
    made.show()
    return made


def station(name: str, lon: float | None, kind: str = "fire_station", **more: object) -> Station:
    return Station(
        id=StationId(name), kind=kind, name=name, lon=lon, lat=30.4, **more  # type: ignore[arg-type]
    )  # fmt: skip


def near(stations: list[Station], now: dt.datetime = NOW) -> list[Near]:
    """One person at each station, on duty from 8 to 8 every second day."""
    persons = [
        Person(id=PersonId(s.name), name=f"某{s.name}", telephone="000-1111", station_id=s.id)
        for s in stations
    ]
    shifts = [
        Shift(
            id=ShiftId(s.name),
            station_id=s.id,
            person_id=PersonId(s.name),
            starts_at=dt.datetime(2026, 9, 2, 8),
            every_days=2,
        )
        for s in stations
    ]
    return stations_near(HOUSE, stations, persons, shifts, now)


def said(people: People) -> list[str]:
    content = people.widget()
    assert content is not None
    return [label.text() for label in content.findChildren(QLabel)]


def test_who_is_on_duty_follows_the_clock(people: People) -> None:
    stations = [station("甲", 113.61)]
    people.show_near(near(stations), [], NOW, "en")
    on_duty = "\n".join(said(people))
    assert "2026-09-02 21:30" in on_duty
    assert "某甲" in on_duty
    assert "000-1111" in on_duty
    assert "until 08:00" in on_duty
    tomorrow = NOW + dt.timedelta(days=1)
    people.show_near(near(stations, tomorrow), [], tomorrow, "en")
    off_duty = "\n".join(said(people))
    assert "某甲" not in off_duty
    assert "Nobody is on the roster" in off_duty


def test_the_nearest_first_and_distances_say_what_they_are(people: People) -> None:
    stations = [station("远", 113.65), station("近", 113.604), station("未知", None)]
    people.show_near(near(stations), [], NOW, "en")
    text = "\n".join(said(people))
    assert text.index("近") < text.index("远")
    assert "未知" not in text
    straight = word("distance.straight_line", "en")
    assert text.count(f"({straight})") == 2
    assert "4.8 km E" in text
    assert "384 m E" in text


def test_a_station_in_the_building_has_no_distance(people: People) -> None:
    inside = station("微站", None, "micro_main", building_id=HOUSE.id, floor_label="1F")
    people.show_near(near([inside]), [], NOW, "en")
    text = "\n".join(said(people))
    assert "In this building" in text
    assert "1F" in text
    assert " m " not in text


def test_expired_kit_is_said(people: People, catalog: Catalog) -> None:
    item = next(iter(catalog.kit.values()))
    kit = (
        KitItem(item=item.id, count=2, expires_on=dt.date(2026, 9, 1)),
        KitItem(item="自制工具", count=1, expires_on=dt.date(2026, 9, 2)),
    )
    people.show_near(near([station("甲", 113.61, kit=kit)]), [], NOW, "en")
    text = "\n".join(said(people))
    assert f"{item.en} ×2 expired" in text
    assert "自制工具 ×1" in text
    assert text.count("expired") == 1


def test_vehicles_stand_with_their_class(people: People, catalog: Catalog) -> None:
    cls = next(iter(catalog.classes.values()))
    one = station("甲", 113.61)
    vehicles = [
        Appliance(id=ApplianceId("v"), station_id=one.id, name="车", call_sign="甲-1", cls=cls.id),
        Appliance(id=ApplianceId("w"), station_id=StationId("other"), name="别的车"),
    ]
    people.show_near(near([one]), vehicles, NOW, "en")
    text = "\n".join(said(people))
    assert "甲-1" in text
    assert cls.en in text
    assert "别的车" not in text


def test_without_stations_it_says_what_to_do(people: People) -> None:
    people.show_near([], [], NOW, "en")
    assert any("Import" in text for text in said(people))


def test_strangers_names_are_no_markup(people: People, hostile: str, day: Theme) -> None:
    one = station(
        hostile, 113.61, district=hostile, telephone=hostile, floor_label=hostile,
        kit=(KitItem(item=hostile, count=1),),
    )  # fmt: skip
    vehicle = Appliance(id=ApplianceId("v"), station_id=one.id, name=hostile, cls=hostile)
    people.show_near(near([one]), [vehicle], NOW, "zh")
    people.grab()
    for text in said(people):
        assert "<img" not in text
        assert "<b>粗" not in text
    people.set_theme(day)


@pytest.mark.parametrize(
    ("bearing", "zh", "en"),
    [(0, "北", "N"), (44, "东北", "NE"), (350, "北", "N"), (225, "西南", "SW")],
)
def test_compass(bearing: float, zh: str, en: str) -> None:
    assert compass(bearing, "zh") == zh
    assert compass(bearing, "en") == en


def test_it_is_filled_only_while_it_is_looked_at(people: People, qtbot: QtBot) -> None:
    people.hide()
    people.show_near(near([station("甲", 113.6)]), [], NOW, "en")
    assert people.widget() is None
    people.show()
    assert any("甲" in label.text() for label in people.findChildren(QLabel))
    people.hide()
    people.set_theme(load_theme("night"))
    assert people.widget() is None
