"""The schema's version: checked at every open without Alembic, made and raised by Alembic."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import msgspec
from sqlalchemy import Connection, insert, inspect, select, text, update

from plans.model.ids import new_id
from plans.storage.tables import meta
from plans.storage.troubles import Unreadable

_VERSION = text("SELECT version_num FROM alembic_version")

APPLICATION_ID: Final = 0x50504C4E
"""`PPLN` in bytes 68–71 of a binder file, so `file` and we can tell it from other databases."""

HEAD: Final = "0001"
"""The newest migration this program knows; a test holds it against the scripts."""


class Meta(msgspec.Struct, frozen=True, kw_only=True):
    """What a binder says of itself. The origin of its map is None until first needed."""

    binder_id: str
    title: str
    origin: tuple[float, float] | None
    created_at: str
    invented: bool
    note: str


def version_of(connection: Connection) -> str:
    """The schema version written in the database; empty when there is none."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(_VERSION).scalar() or "")


def read_meta(connection: Connection) -> Meta:
    """The binder's own row. Raises `Unreadable` when it is not there."""
    row = connection.execute(select(meta).where(meta.c.row == 1)).one_or_none()
    if row is None:
        raise Unreadable("no meta row")
    lon, lat = row.origin_lon, row.origin_lat
    return Meta(
        binder_id=row.binder_id,
        title=row.title,
        origin=None if lon is None or lat is None else (float(lon), float(lat)),
        created_at=row.created_at,
        invented=bool(row.invented),
        note=row.note,
    )


def fix_origin(connection: Connection, lon: float, lat: float) -> tuple[float, float]:
    """Set the map's origin in degrees unless it is set already; returns the one that holds."""
    query = update(meta).where(meta.c.row == 1, meta.c.origin_lon.is_(None))
    connection.execute(query.values(origin_lon=lon, origin_lat=lat))
    return read_meta(connection).origin or (lon, lat)


def update_meta(connection: Connection, values: dict[str, str | float | bool]) -> None:
    """Write some columns of the binder's own row."""
    connection.execute(update(meta).where(meta.c.row == 1).values(values))


def is_newer(version: str) -> bool:
    """Whether a newer program wrote that version; they are numbered `0001`, `0002` …"""
    return version > HEAD


def upgrade(connection: Connection) -> None:
    """Run the missing migrations inside the connection's transaction (imports Alembic, 0.3 s)."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option(
        "script_location", str(Path(__file__).parent / "migrations").replace("%", "%%")
    )
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def write_meta(connection: Connection, title: str) -> None:
    """The one row that says which binder this is."""
    connection.execute(
        insert(meta).values(
            row=1, binder_id=new_id(), title=title, created_at=utc_now(), invented=False, note=""
        )
    )


def utc_now() -> str:
    """Now in UTC, ISO 8601 with milliseconds and `Z`."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
    return now.replace("+00:00", "Z")
