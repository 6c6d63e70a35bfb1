"""Applying a change to the tables: the check that nobody else was there, rows, search index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, func, insert, select

from plans.errors import Conflict
from plans.model.building import Building
from plans.model.change import Change, Record
from plans.progress import Progress, silent
from plans.storage.bulk import collecting_later
from plans.storage.plain_rows import insert_rows, update_rows
from plans.storage.rows import BUILDINGS, BY_TYPE, FEATURES, Mapping
from plans.storage.search_index import is_indexed_alike, reindex
from plans.storage.tables import blobs, buildings

T = TypeVar("T")
_CHUNK = 500
_MOST_ROWS = 20_000


def apply(connection: Connection, change: Change, progress: Progress = silent) -> None:
    """Write a change's records.

    Raises `Conflict` when a record is not what the change saw before (an `IntegrityError` for
    one that is still referred to becomes the same at the border). `progress` counts records.
    """
    with collecting_later():
        _apply(connection, change, progress)


def _apply(connection: Connection, change: Change, progress: Progress) -> None:
    for mapping, ids in _by_type(change).items():
        before = [record for id_ in ids if (record := change.before[id_]) is not None]
        _check(connection, mapping, before)
        came = [id_ for id_ in ids if change.before[id_] is None]
        went = [id_ for id_ in ids if change.after[id_] is None]
        stayed = [id_ for id_ in ids if change.before[id_] and change.after[id_]]
        _check_new(connection, mapping, came)
        _insert(connection, mapping, [change.after[id_] for id_ in came], progress)
        _update(connection, mapping, [change.after[id_] for id_ in stayed])
        for part in chunks(went):
            connection.execute(delete(mapping.table).where(mapping.table.c.id.in_(part)))
            progress(0, 0, "step.write")
        if mapping is BUILDINGS:
            _index(connection, change, ids)


def keep_blob(connection: Connection, sha256: str, data: bytes) -> None:
    """Keep bytes under their SHA-256 (hexadecimal), once."""
    known = select(blobs.c.sha256).where(blobs.c.sha256 == sha256)
    if connection.execute(known).first() is None:
        connection.execute(insert(blobs).values(sha256=sha256, size=len(data), bytes=data))


def fetch(connection: Connection, mapping: Mapping[Any], ids: Iterable[str]) -> dict[str, Record]:
    """The records with those ids that exist, by id."""
    found: dict[str, Record] = {}
    for part in chunks(ids):
        query = select(*mapping.columns).where(mapping.table.c.id.in_(part))
        records = mapping.from_rows(connection.execute(query).all())
        found.update((record.id, record) for record in records)
    return found


def chunks(items: Iterable[T], size: int = _CHUNK) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    source = iter(items)
    while part := list(islice(source, size)):
        yield part


def _by_type(change: Change) -> dict[Mapping[Any], list[str]]:
    groups: dict[Mapping[Any], list[str]] = {}
    for id_, new in change.after.items():
        record = change.before[id_] if new is None else new
        if record is not None:
            groups.setdefault(BY_TYPE[type(record)], []).append(id_)
    return groups


def _check(connection: Connection, mapping: Mapping[Any], before: Sequence[Record]) -> None:
    current = fetch(connection, mapping, (record.id for record in before))
    for record in before:
        if current.get(record.id) != record:
            reason = "changed" if record.id in current else "gone"
            raise Conflict(id=record.id, kind=mapping.name, reason=reason)


def _check_new(connection: Connection, mapping: Mapping[Any], ids: Sequence[str]) -> None:
    # asked rather than left to the key: then the trouble can name the record
    for part in chunks(ids):
        known = select(mapping.table.c.id).where(mapping.table.c.id.in_(part)).limit(1)
        found = connection.execute(known).scalar()
        if found is not None:
            raise Conflict(id=found, kind=mapping.name, reason="exists")


def _insert(
    connection: Connection, mapping: Mapping[Any], records: Sequence[Any], progress: Progress
) -> None:
    number = 0
    if mapping is BUILDINGS and records:
        number = connection.execute(select(func.max(buildings.c.number))).scalar_one() or 0
    for at, part in enumerate(chunks(records, _MOST_ROWS)):
        progress(at * _MOST_ROWS, len(records), "step.write")
        rows = mapping.to_rows(part)
        if mapping is FEATURES:
            # neighbours on the map become neighbours in the file: a view reads fewer pages
            rows.sort(key=lambda row: row["cell"] or 0)
        if mapping is BUILDINGS:
            for row in rows:
                number += 1
                row["number"] = number
        insert_rows(connection, mapping.table, rows)


def _update(connection: Connection, mapping: Mapping[Any], records: Sequence[Any]) -> None:
    if records:
        update_rows(connection, mapping.table, mapping.to_rows(records))


def _index(connection: Connection, change: Change, ids: Iterable[str]) -> None:
    stale: list[str] = []
    fresh: list[Building] = []
    for id_ in ids:
        old, new = change.before[id_], change.after[id_]
        if isinstance(old, Building) and isinstance(new, Building) and is_indexed_alike(old, new):
            continue
        if isinstance(old, Building):
            stale.append(id_)
        if isinstance(new, Building):
            fresh.append(new)
    reindex(connection, stale, fresh)
