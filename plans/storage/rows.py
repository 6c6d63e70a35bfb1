"""Records as rows and back: for each type its table and the two directions side by side."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import Column, ColumnElement, LargeBinary, Table, type_coerce
from sqlalchemy.types import NullType

from plans.model.appliance import Appliance
from plans.model.attachment import Attachment, Underlay
from plans.model.building import Building, Datum, Name, Placing
from plans.model.change import Record
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.ids import AttachmentId
from plans.model.station import KitItem, Person, Shift, Station
from plans.storage import tables
from plans.storage.bulk import collecting_later
from plans.storage.feature_rows import FEATURE_COLUMNS, feature_rows, features_from
from plans.storage.json_columns import dump, load_facts, loader
from plans.storage.troubles import Unreadable

R = TypeVar("R", bound=Record)
Values = dict[str, Any]

_load_names = loader(tuple[Name, ...])
_load_photos = loader(tuple[AttachmentId, ...])
_load_kit = loader(tuple[KitItem, ...])
_load_matrix = loader(tuple[float, float, float, float, float, float])


class Mapping(Generic[R]):
    """One record type: its table, its columns in reading order, rows from records and back."""

    def __init__(
        self,
        kind: type[R],
        table: Table,
        to_rows: Callable[[Sequence[R]], list[Values]],
        from_rows: Callable[[Sequence[Any]], list[R]],
        columns: Sequence[str] = (),
    ) -> None:
        self.kind = kind
        self.name = kind.__name__.lower()
        self.table = table
        self.to_rows = to_rows
        self._from_rows = from_rows
        names = columns or table.c.keys()
        self.columns: list[ColumnElement[Any]] = [_as_it_comes(table.c[name]) for name in names]

    def from_rows(self, rows: Sequence[Any]) -> list[R]:
        """The records in the rows. Raises `Unreadable` when values are not what they must be."""
        try:
            with collecting_later():
                return self._from_rows(rows)
        except (TypeError, ValueError, AttributeError) as error:
            raise Unreadable(f"{self.table.name}: {error}") from error


def _as_it_comes(column: Column[Any]) -> ColumnElement[Any]:
    """Bytes without SQLAlchemy's copy of each value, a fifth of the time a floor takes."""
    if isinstance(column.type, LargeBinary):
        return type_coerce(column, NullType()).label(column.name)
    return column


def _each(one: Callable[[Any], Any]) -> Callable[[Sequence[Any]], list[Any]]:
    return lambda many: [one(item) for item in many]


def _fields_row(record: Any) -> Values:
    return msgspec.structs.asdict(record)


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _building_row(building: Building) -> Values:
    placing = building.placing
    return {
        "id": building.id,
        "name": building.name,
        "name_en": building.name_in("en") if building.name_in("en") != building.name else "",
        "address": building.address,
        "address_en": building.address_en,
        "code": building.code,
        "use": building.use,
        "lon": placing.lon if placing else None,
        "lat": placing.lat if placing else None,
        "rotation_deg": placing.rotation_deg if placing else None,
        "datum": placing.datum.value if placing else None,
        "revision": building.revision,
        "revised_on": _iso(building.revised_on),
        "names": dump(building.names),
        "photos": dump(building.photos),
        "facts": dump(building.facts),
    }


def _building(row: Any) -> Building:
    placing = None
    if row.datum is not None:
        placing = Placing(
            lon=row.lon, lat=row.lat, rotation_deg=row.rotation_deg, datum=Datum(row.datum)
        )
    return Building(
        id=row.id,
        name=row.name,
        names=_load_names(row.names),
        address=row.address,
        address_en=row.address_en,
        code=row.code,
        use=row.use,
        placing=placing,
        facts=load_facts(row.facts),
        photos=_load_photos(row.photos),
        revision=row.revision,
        revised_on=_day(row.revised_on),
    )


def _floor(row: Any) -> Floor:
    return Floor(**{**row._mapping, "refuge": bool(row.refuge)})


def _station_row(station: Station) -> Values:
    return {**_fields_row(station), "kit": dump(station.kit)}


def _station(row: Any) -> Station:
    return Station(**{**row._mapping, "kit": _load_kit(row.kit)})


def _person(row: Any) -> Person:
    return Person(**row._mapping)


def _shift_row(shift: Shift) -> Values:
    return {**_fields_row(shift), "starts_at": shift.starts_at.isoformat()}


def _shift(row: Any) -> Shift:
    return Shift(**{**row._mapping, "starts_at": dt.datetime.fromisoformat(row.starts_at)})


def _appliance_row(appliance: Appliance) -> Values:
    return {**_fields_row(appliance), "facts": dump(appliance.facts)}


def _appliance(row: Any) -> Appliance:
    return Appliance(**{**row._mapping, "facts": load_facts(row.facts)})


def _attachment_row(attachment: Attachment) -> Values:
    return {**_fields_row(attachment), "taken_on": _iso(attachment.taken_on)}


def _attachment(row: Any) -> Attachment:
    return Attachment(**{**row._mapping, "taken_on": _day(row.taken_on)})


def _underlay_row(underlay: Underlay) -> Values:
    if not all(map(math.isfinite, underlay.matrix)):
        raise ValueError("the matrix of an underlay is not finite")
    return {**_fields_row(underlay), "matrix": dump(underlay.matrix)}


def _underlay(row: Any) -> Underlay:
    return Underlay(**{**row._mapping, "matrix": _load_matrix(row.matrix)})


BUILDINGS = Mapping(Building, tables.buildings, _each(_building_row), _each(_building))
FLOORS = Mapping(Floor, tables.floors, _each(_fields_row), _each(_floor))
FEATURES = Mapping(Feature, tables.features, feature_rows, features_from, FEATURE_COLUMNS)
STATIONS = Mapping(Station, tables.stations, _each(_station_row), _each(_station))
PERSONS = Mapping(Person, tables.persons, _each(_fields_row), _each(_person))
SHIFTS = Mapping(Shift, tables.shifts, _each(_shift_row), _each(_shift))
APPLIANCES = Mapping(Appliance, tables.appliances, _each(_appliance_row), _each(_appliance))
ATTACHMENTS = Mapping(Attachment, tables.attachments, _each(_attachment_row), _each(_attachment))
UNDERLAYS = Mapping(Underlay, tables.underlays, _each(_underlay_row), _each(_underlay))

ALL: tuple[Mapping[Any], ...] = (
    BUILDINGS,
    FLOORS,
    FEATURES,
    STATIONS,
    PERSONS,
    SHIFTS,
    APPLIANCES,
    ATTACHMENTS,
    UNDERLAYS,
)
BY_TYPE: dict[type[Any], Mapping[Any]] = {mapping.kind: mapping for mapping in ALL}
BY_NAME: dict[str, Mapping[Any]] = {mapping.name: mapping for mapping in ALL}
