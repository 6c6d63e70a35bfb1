"""Stations, people, shifts and vehicles, and who is on duty."""

from __future__ import annotations

import datetime as dt

from plans.model.appliance import Appliance
from plans.model.ids import StationId
from plans.model.station import Person, Shift, Station
from plans.storage import reads
from plans.storage.rows import APPLIANCES, PERSONS, SHIFTS, STATIONS, Mapping, R
from plans.storage.store import Store


class Rosters:
    """Who is near and on duty. Any thread may ask."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def stations(self) -> list[Station]:
        """All stations, oldest first."""
        return self._every(STATIONS)

    def persons(self) -> list[Person]:
        """Everybody on a roster, oldest first."""
        return self._every(PERSONS)

    def shifts(self) -> list[Shift]:
        """All turns of duty, oldest first."""
        return self._every(SHIFTS)

    def appliances(self) -> list[Appliance]:
        """All vehicles, oldest first."""
        return self._every(APPLIANCES)

    def on_duty(self, now: dt.datetime) -> dict[StationId, list[tuple[Person, Shift]]]:
        """Who is on duty at `now` (local time) by station, in the order the shifts began."""
        with self._store.reading() as connection:
            persons = {person.id: person for person in reads.every(connection, PERSONS)}
            shifts: list[Shift] = reads.every(connection, SHIFTS)
        found: dict[StationId, list[tuple[Person, Shift]]] = {}
        for shift in sorted(shifts, key=lambda shift: (shift.starts_at, shift.id)):
            if shift.covers(now) and shift.person_id in persons:
                found.setdefault(shift.station_id, []).append((persons[shift.person_id], shift))
        return found

    def _every(self, mapping: Mapping[R]) -> list[R]:
        with self._store.reading() as connection:
            return reads.every(connection, mapping)
