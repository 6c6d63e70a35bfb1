"""Narrow queries: short forms for lists, floors, features of a place or a box, rosters."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, func, select

from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.ids import SITE, BuildingId, FloorId
from plans.storage.cells import spans_within
from plans.storage.feature_rows import FEATURE_COLUMNS
from plans.storage.rows import FEATURES, FLOORS, Mapping
from plans.storage.tables import blobs, buildings, features, floors


class BuildingRow(msgspec.Struct, frozen=True, kw_only=True):
    """A building's short form, for lists. `lon`, `lat` in degrees WGS-84, None when unplaced."""

    id: BuildingId
    name: str
    name_en: str
    address: str
    address_en: str
    code: str
    use: str
    lon: float | None
    lat: float | None

    def name_in(self, language: str) -> str:
        """The name to show in that language."""
        return self.name if language == "zh" else self.name_en or self.name

    def address_in(self, language: str) -> str:
        """The address to show in that language."""
        return self.address if language == "zh" else self.address_en or self.address


_FEATURE_NAMES = ", ".join(FEATURE_COLUMNS)
_SHORT = [buildings.c[name] for name in BuildingRow.__struct_fields__]


def building_rows(connection: Connection, ids: Collection[str] | None = None) -> list[BuildingRow]:
    """Short forms of all buildings, in the order they came, or of those with the ids."""
    query = select(*_SHORT).order_by(buildings.c.number)
    if ids is not None:
        query = query.where(buildings.c.id.in_(ids))
    return [
        BuildingRow(
            id=id_,
            name=name,
            name_en=name_en,
            address=address,
            address_en=address_en,
            code=code,
            use=use,
            lon=lon,
            lat=lat,
        )
        for id_, name, name_en, address, address_en, code, use, lon, lat in connection.execute(
            query
        ).all()
    ]


def building_count(connection: Connection) -> int:
    """How many buildings there are."""
    return int(connection.execute(select(func.count()).select_from(buildings)).scalar_one())


def building_ids_of(connection: Connection, wanted: str) -> list[str]:
    """The buildings whose id, else code, else name is exactly that, in the order they came."""
    if not wanted:  # many buildings have no code
        return []
    for column in (buildings.c.id, buildings.c.code, buildings.c.name):
        query = select(buildings.c.id).where(column == wanted).order_by(buildings.c.number)
        found = connection.execute(query).scalars().all()
        if found:
            return [str(id_) for id_ in found]
    return []


def building_middle(connection: Connection) -> tuple[float, float] | None:
    """The mean longitude and latitude of all placed buildings, degrees; None without any."""
    query = select(func.avg(buildings.c.lon), func.avg(buildings.c.lat))
    lon, lat = connection.execute(query).one()
    return None if lon is None or lat is None else (float(lon), float(lat))


def building_places(connection: Connection) -> Sequence[Any]:
    """(id, lon, lat) of every placed building."""
    query = select(buildings.c.id, buildings.c.lon, buildings.c.lat)
    return connection.execute(query.where(buildings.c.lat.is_not(None))).all()


def floor_counts(connection: Connection) -> dict[BuildingId, int]:
    """How many floors each building has that has any."""
    column = floors.c.building_id
    query = select(column, func.count()).group_by(column)
    return {BuildingId(row[0]): int(row[1]) for row in connection.execute(query)}


def floors_of(connection: Connection, building_id: str) -> list[Floor]:
    """A building's floors, lowest first."""
    order = (floors.c.level, floors.c.elevation_m, floors.c.id)
    query = select(*FLOORS.columns).where(floors.c.building_id == building_id).order_by(*order)
    return FLOORS.from_rows(connection.execute(query).all())


def features_of(connection: Connection, place: FloorId) -> list[Feature]:
    """The features of one floor, or of the whole site, oldest first."""
    query = select(*FEATURES.columns).where(_at(place)).order_by(features.c.id)
    return FEATURES.from_rows(connection.execute(query).all())


def feature_counts(connection: Connection, building_id: str) -> dict[FloorId, dict[str, int]]:
    """How many features of each kind lie on each floor of a building."""
    query = (
        select(features.c.floor_id, features.c.kind, func.count())
        .join(floors, floors.c.id == features.c.floor_id)
        .where(floors.c.building_id == building_id)
        .group_by(features.c.floor_id, features.c.kind)
        .order_by(features.c.kind)
    )
    counts: dict[FloorId, dict[str, int]] = {}
    for floor_id, kind, number in connection.execute(query):
        counts.setdefault(FloorId(floor_id), {})[kind] = number
    return counts


def outline_spans(connection: Connection, building_id: str) -> dict[FloorId, tuple[float, float]]:
    """West and east end of each floor's outline in local metres; floors without one are absent."""
    query = (
        select(features.c.floor_id, func.min(features.c.minx), func.max(features.c.maxx))
        .join(floors, floors.c.id == features.c.floor_id)
        .where(floors.c.building_id == building_id, features.c.kind == "outline")
        .group_by(features.c.floor_id)
    )
    return {FloorId(row[0]): (row[1], row[2]) for row in connection.execute(query)}


def site_in_box(
    connection: Connection, minx: float, miny: float, maxx: float, maxy: float
) -> list[Feature]:
    """Site features whose bounding box touches the box (map metres), oldest first."""
    spans = spans_within(minx, miny, maxx, maxy)
    if spans is None:
        source = "features WHERE cell IS NOT NULL"
    else:
        values = ", ".join(f"({first}, {last})" for first, last in spans)
        # CROSS JOIN keeps SQLite from turning the loops round
        source = f"(VALUES {values}) AS spans CROSS JOIN features"
        source += " WHERE cell BETWEEN column1 AND column2"
    # numbers stand in the text: every view has other spans, and binding them takes longer
    west, south, east, north = (_number(side) for side in (minx, miny, maxx, maxy))
    query = (
        f"SELECT {_FEATURE_NAMES} FROM {source} AND maxx >= {west} AND minx <= {east}"
        f" AND maxy >= {south} AND miny <= {north}"
    )
    found = FEATURES.from_rows(connection.exec_driver_sql(query).all())
    return sorted(found, key=lambda feature: feature.id)


def _number(side: float) -> str:
    """A side of a box as SQL; an open one is farther than any map reaches."""
    return repr(max(-1e300, min(1e300, float(side))))


def site_features(connection: Connection, kinds: Collection[str] | None) -> list[Feature]:
    """Every site feature, or those of some kinds."""
    query = select(*FEATURES.columns).where(_at(SITE)).order_by(features.c.id)
    if kinds is not None:
        query = query.where(features.c.kind.in_(kinds))
    return FEATURES.from_rows(connection.execute(query).all())


def site_count(connection: Connection) -> int:
    """How many features lie on the site."""
    query = select(func.count()).select_from(features).where(features.c.cell.is_not(None))
    return int(connection.execute(query).scalar_one())


def site_extent(connection: Connection) -> tuple[float, float, float, float] | None:
    """The bounding box of all site features in map metres; None when there are none."""
    column = features.c
    query = select(
        func.min(column.minx), func.min(column.miny), func.max(column.maxx), func.max(column.maxy)
    ).where(column.cell.is_not(None))
    minx, miny, maxx, maxy = connection.execute(query).one()
    return None if minx is None else (minx, miny, maxx, maxy)


def site_centres(connection: Connection) -> NDArray[np.float64]:
    """The middle of each site feature's bounding box, map metres, (n, 2), in no order."""
    column = features.c
    query = select((column.minx + column.maxx) / 2, (column.miny + column.maxy) / 2)
    rows = connection.execute(query.where(column.cell.is_not(None), column.minx.is_not(None)))
    return np.array([tuple(row) for row in rows], dtype=float).reshape(-1, 2)


def every(connection: Connection, mapping: Mapping[Any]) -> list[Any]:
    """All records of a small table, oldest first."""
    query = select(*mapping.columns).order_by(mapping.table.c.id)
    return mapping.from_rows(connection.execute(query).all())


def blob(connection: Connection, sha256: str) -> bytes | None:
    """The bytes with that SHA-256 in hexadecimal, or None."""
    found = connection.execute(select(blobs.c.bytes).where(blobs.c.sha256 == sha256)).scalar()
    return None if found is None else bytes(found)


def _at(place: FloorId) -> ColumnElement[bool]:
    return features.c.cell.is_not(None) if place == SITE else features.c.floor_id == place
