"""Who is near: stations, people, shifts and kit."""

from __future__ import annotations

import datetime as dt

import msgspec

from plans.model.ids import BuildingId, PersonId, ShiftId, StationId


class KitItem(msgspec.Struct, frozen=True, kw_only=True):
    """Equipment kept at a station. `item` is a row of `classes.toml` or free text."""

    item: str
    count: int
    unit: str = ""
    expires_on: dt.date | None = None


class Station(msgspec.Struct, frozen=True, kw_only=True):
    """A fire station, or a micro-station's main station, duty point or equipment cache.

    `kind` is a row of `classes.toml`; `district` the joint-defence district (区域联防);
    `parent_id` the main station a duty point or cache belongs to. `lon`, `lat` in degrees WGS-84.
    """

    id: StationId
    kind: str
    name: str
    name_en: str = ""
    code: str = ""
    lon: float | None = None
    lat: float | None = None
    building_id: BuildingId | None = None
    floor_label: str = ""
    telephone: str = ""
    district: str = ""
    parent_id: StationId | None = None
    kit: tuple[KitItem, ...] = ()

    def name_in(self, language: str) -> str:
        """The name to show in that language."""
        return self.name if language == "zh" else self.name_en or self.name


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody on a roster. `post` is a row of `classes.toml` or free text."""

    id: PersonId
    name: str
    post: str = ""
    telephone: str = ""
    station_id: StationId | None = None


class Shift(msgspec.Struct, frozen=True, kw_only=True):
    """A turn of duty: from `starts_at` (local time) for `hours`, again every `every_days` days.

    `every_days` 0 means once.
    """

    id: ShiftId
    station_id: StationId
    person_id: PersonId
    post: str = ""
    starts_at: dt.datetime
    hours: float = 24.0
    every_days: int = 0

    def covers(self, now: dt.datetime) -> bool:
        """Whether this turn of duty is running at `now` (local time)."""
        since_h = (now - self.starts_at).total_seconds() / 3600.0
        if since_h < 0:
            return False
        if self.every_days:
            since_h %= self.every_days * 24.0
        return since_h < self.hours

    def ends_at(self, now: dt.datetime) -> dt.datetime:
        """When the turn covering `now` ends (meaningful only when it covers `now`)."""
        start = self.starts_at
        if self.every_days:
            cycle = dt.timedelta(days=self.every_days)
            start += ((now - start) // cycle) * cycle
        return start + dt.timedelta(hours=self.hours)
