"""Which stations are near a building, how far in a straight line, and who is on duty there."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable

import msgspec

from plans.geometry.placing import straight_line_m
from plans.model.building import Building
from plans.model.ids import PersonId, StationId
from plans.model.station import Person, Shift, Station


class Duty(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody on duty, in which post, until when (local time)."""

    person: Person
    post: str
    until: dt.datetime


class Near(msgspec.Struct, frozen=True, kw_only=True):
    """A station with its straight-line distance and its bearing from the building, degrees
    clockwise from north."""

    station: Station
    straight_line_m: float
    bearing_deg: float
    on_duty: tuple[Duty, ...] = ()


def stations_near(
    building: Building,
    stations: Iterable[Station],
    persons: Iterable[Person],
    shifts: Iterable[Shift],
    now: dt.datetime,
    limit: int = 10,
) -> list[Near]:
    """The nearest stations, nearest first. A station of unknown position counts only when it is
    in the building itself; without a placing of the building only those are known."""
    people = {person.id: person for person in persons}
    duties = on_duty(people, shifts, now)
    measured: list[Near] = []
    for station in stations:
        inside = station.building_id == building.id
        distance_m, bearing = (0.0, 0.0) if inside else _measured(building, station)
        if math.isfinite(distance_m):
            measured.append(
                Near(
                    station=station,
                    straight_line_m=distance_m,
                    bearing_deg=bearing,
                    on_duty=tuple(duties.get(station.id, ())),
                )
            )
    return sorted(measured, key=lambda near: (near.straight_line_m, near.station.name))[:limit]


def on_duty(
    people: dict[PersonId, Person], shifts: Iterable[Shift], now: dt.datetime
) -> dict[StationId, list[Duty]]:
    """Who is on duty where at `now` (local time), by station, as the shifts stand."""
    found: dict[StationId, list[Duty]] = {}
    for shift in shifts:
        person = people.get(shift.person_id)
        if person is not None and shift.covers(now):
            duty = Duty(person=person, post=shift.post or person.post, until=shift.ends_at(now))
            found.setdefault(shift.station_id, []).append(duty)
    return found


def _measured(building: Building, station: Station) -> tuple[float, float]:
    placing = building.placing
    if placing is None or station.lon is None or station.lat is None:
        return math.inf, 0.0
    distance_m = straight_line_m(placing.lon, placing.lat, station.lon, station.lat)
    return distance_m, bearing_deg(placing.lon, placing.lat, station.lon, station.lat)


def bearing_deg(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """The initial great-circle bearing from the first point to the second, 0 to 360 degrees
    clockwise from north (spherical trigonometry)."""
    p1, p2 = math.radians(lat1), math.radians(lat2)
    turn = math.radians(lon2 - lon1)
    east = math.sin(turn) * math.cos(p2)
    north = math.cos(p1) * math.sin(p2) - math.sin(p1) * math.cos(p2) * math.cos(turn)
    return math.degrees(math.atan2(east, north)) % 360.0
