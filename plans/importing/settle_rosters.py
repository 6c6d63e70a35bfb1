"""Stations, people, shifts, appliances and kit from parsed rows."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from plans.importing.ledger import Ledger
from plans.importing.nearness import far_ones
from plans.importing.parsed import ApplianceRow, KitRow, PersonRow, ShiftRow, StationRow
from plans.importing.rules import plain
from plans.model.appliance import Appliance
from plans.model.fact import Facts, with_fact
from plans.model.ids import ApplianceId, PersonId, ShiftId, StationId, new_id
from plans.model.station import Person, Shift, Station

_USUAL_KIND = "fire_station"
"""What a station is that nobody calls anything else (a row of `classes.toml`)."""


def settle_stations(ledger: Ledger, rows: list[StationRow]) -> None:
    """Bring stations in, by code, else by name; main stations before what belongs to them."""
    rows = sorted(rows, key=lambda row: bool(row.parent))
    far = far_ones(ledger, [(row.lon, row.lat) for row in rows])
    for row, away_km in zip(rows, far, strict=True):
        if away_km is not None:
            ledger.miss(row.place, "too_far", f"{row.name}, {away_km:,} km")
            continue
        before = _same_station(ledger, row)
        start = before or Station(id=StationId(new_id()), kind=_USUAL_KIND, name=row.name)
        building = ledger.building_named(row.building)
        if row.building and building is None:
            ledger.note(row.place, "no_such_building", row.building)
        parent = ledger.station_named(row.parent)
        if row.parent and parent is None:
            ledger.note(row.place, "no_such_station", row.parent)
        placing = building.placing if building else None
        lon = row.lon if row.lon is not None else placing.lon if placing else start.lon
        lat = row.lat if row.lat is not None else placing.lat if placing else start.lat
        after = msgspec.structs.replace(
            start,
            kind=row.kind or start.kind,
            name_en=row.name_en or start.name_en,
            code=row.code or start.code,
            lon=lon,
            lat=lat,
            building_id=building.id if building else start.building_id,
            floor_label=row.floor or start.floor_label,
            telephone=row.telephone or start.telephone,
            district=row.district or start.district,
            parent_id=parent.id if parent else start.parent_id,
            kit=row.kit or start.kit,
        )
        ledger.put(after, before)
        _swap(ledger.stations, before, after)


def _same_station(ledger: Ledger, row: StationRow) -> Station | None:
    """By code; by name only where one of the two has no code."""
    for one in ledger.stations:
        if row.code and one.code:
            if plain(row.code) == plain(one.code):
                return one
        elif plain(row.name) == plain(one.name):
            return one
    return None


_T = TypeVar("_T")


def _swap(items: list[_T], before: _T | None, after: _T) -> None:
    if before is not None:
        items.remove(before)
    items.append(after)


def settle_persons(ledger: Ledger, rows: list[PersonRow]) -> None:
    """Bring people in, by name and station."""
    known = {(plain(one.name), one.station_id): one for one in ledger.shelf.rosters.persons()}
    for row in rows:
        station = ledger.station_named(row.station)
        if row.station and station is None:
            ledger.note(row.place, "no_such_station", row.station)
        key = (plain(row.name), station.id if station else None)
        before = known.get(key)
        start = before or Person(id=PersonId(new_id()), name=row.name, station_id=key[1])
        after = msgspec.structs.replace(
            start, post=row.post or start.post, telephone=row.telephone or start.telephone
        )
        known[key] = ledger.put(after, before)


def settle_shifts(ledger: Ledger, rows: list[ShiftRow]) -> None:
    """Bring turns of duty in; the same person's turn from the same moment is the same turn."""
    persons = list(ledger.shelf.rosters.persons())
    known = {(one.station_id, one.person_id, one.starts_at): one for one in _shifts(ledger)}
    for row in rows:
        station = ledger.station_named(row.station)
        if station is None:
            ledger.miss(row.place, "no_such_station", row.station)
            continue
        named = [one for one in persons if plain(one.name) == plain(row.person)]
        here = [one for one in named if one.station_id == station.id]
        person = next(iter([*here, *named]), None)
        if person is None:
            ledger.miss(row.place, "no_such_person", row.person)
            continue
        key = (station.id, person.id, row.starts_at)
        before = known.get(key)
        after = Shift(
            id=before.id if before else ShiftId(new_id()),
            station_id=station.id,
            person_id=person.id,
            post=row.post or person.post,
            starts_at=row.starts_at,
            hours=row.hours,
            every_days=row.every_days,
        )
        known[key] = ledger.put(after, before)


def _shifts(ledger: Ledger) -> list[Shift]:
    return list(ledger.shelf.rosters.shifts())


def settle_appliances(ledger: Ledger, rows: list[ApplianceRow]) -> None:
    """Bring vehicles in, by call sign, else by name and station."""
    known = list(ledger.shelf.rosters.appliances())
    for row in rows:
        station = ledger.station_named(row.station)
        if row.station and station is None:
            ledger.note(row.place, "no_such_station", row.station)
        station_id = station.id if station else None
        before = _same_appliance(known, row, station_id)
        start = before or Appliance(id=ApplianceId(new_id()), name=row.name)
        facts: Facts = start.facts
        for fact in row.facts:
            facts = with_fact(facts, fact)
        after = msgspec.structs.replace(
            start,
            name=row.name,
            station_id=station_id or start.station_id,
            cls=row.cls or start.cls,
            call_sign=row.call_sign or start.call_sign,
            facts=facts,
        )
        ledger.put(after, before)
        _swap(known, before, after)


def _same_appliance(
    known: list[Appliance], row: ApplianceRow, station_id: StationId | None
) -> Appliance | None:
    for one in known:
        if row.call_sign and one.call_sign:
            if plain(row.call_sign) == plain(one.call_sign):
                return one
        elif plain(row.name) == plain(one.name) and one.station_id == station_id:
            return one
    return None


def settle_kit(ledger: Ledger, rows: list[KitRow]) -> None:
    """Bring kit in: a line of an item the station has takes its place."""
    for row in rows:
        before = ledger.station_named(row.station)
        if before is None:
            ledger.miss(row.place, "no_such_station", row.station)
            continue
        others = tuple(item for item in before.kit if item.item != row.item.item)
        same = row.item in before.kit
        after = before if same else msgspec.structs.replace(before, kit=(*others, row.item))
        if not same:
            ledger.counts["kit"] += 1
        ledger.put(after, before)
        _swap(ledger.stations, before, after)
