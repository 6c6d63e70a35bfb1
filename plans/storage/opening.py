"""Making and opening a database: what it is, whether we may, and bringing it up to date."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, make_url, select

from plans.errors import (
    BinderDamaged,
    BinderError,
    BinderForbidden,
    BinderMissing,
    BinderNewer,
    BinderReadOnly,
    NotABinder,
    PlansError,
)
from plans.storage import schema
from plans.storage.backup import back_up
from plans.storage.engine import connect_sqlite, postgres_engine, sqlite_engine
from plans.storage.store import Store
from plans.storage.tables import meta
from plans.storage.troubles import sorting

_log = logging.getLogger(__name__)
_MAGIC = b"SQLite format 3\x00"


def is_url(path: Path | str) -> bool:
    """Whether it names a hub rather than a file."""
    return isinstance(path, str) and path.startswith("postgresql")


def create_store(path: Path | str, title: str = "") -> Store:
    """A new database with an empty schema.

    A file appears under its name only when it is complete. Raises `BinderError` with reason
    `exists` when something is there already.
    """
    if is_url(path):
        return _create_hub(str(path), title)
    path = Path(path)
    if path.exists():
        raise BinderError(path, reason="exists")
    if not path.parent.is_dir():
        raise BinderMissing(path.parent)
    if not os.access(path.parent, os.W_OK):
        raise BinderForbidden(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.unlink(missing_ok=True)
        with sorting(part):
            connect_sqlite(part, "rwc").close()
        store = Store(sqlite_engine(part, "rw"), path, read_only=False)
        try:
            with store.writing() as connection:
                connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
                schema.upgrade(connection)
                schema.write_meta(connection, title)
        finally:
            store.close()
        if path.exists():
            raise BinderError(path, reason="exists")
        part.replace(path)
    except PermissionError as error:
        raise BinderForbidden(path, detail=str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    return open_store(path)


def open_store(path: Path | str, *, read_only: bool = False) -> Store:
    """Open a database and bring an older schema up to date (a file after a dated backup).

    Raises the `BinderError` that says what is wrong with it.
    """
    if is_url(path):
        return _open_hub(str(path), read_only)
    path = Path(path)
    in_wal = _look_at_file(path)
    may_write = os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
    if not may_write:
        if not read_only:
            raise BinderReadOnly(path)
        return _open_unwritable(path)
    # reading goes through a writable connection too: only such a one folds the side files
    # into the binder when it closes; `Store.writing` and `query_only` keep it from writing
    store = Store(sqlite_engine(path, "rw", query_only=read_only), path, read_only=read_only)
    try:
        version = _check_file(store)
        if version < schema.HEAD:
            if read_only:
                raise BinderError(path, reason="older", version=version)
            back_up(path, tag=f"before-{schema.HEAD}")
            with store.writing() as connection:
                _bring_up(connection)
        if not in_wal and not read_only:
            with sorting(path):
                raw = connect_sqlite(path, "rw")
                raw.execute("PRAGMA journal_mode=WAL").fetchone()
                raw.close()
    except BaseException:
        store.close()
        raise
    return store


def _look_at_file(path: Path) -> bool:
    """Refuse what cannot be a binder by its first bytes; returns whether it is in WAL mode."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BinderMissing(path, detail=str(error)) from error
    except (IsADirectoryError, PermissionError) as error:  # Windows says the latter of a folder
        if path.is_dir():
            raise BinderMissing(path, detail=str(error), kind="folder") from error
        raise BinderForbidden(path, detail=str(error)) from error
    except OSError as error:
        raise BinderDamaged(path, detail=str(error)) from error
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise NotABinder(path, detail=f"begins with {head[:16]!r}")
    return head[18] == 2


def _check_file(store: Store) -> str:
    """The schema version, or the reason why this is no binder for us."""
    with store.reading() as connection:
        number = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        if number != schema.APPLICATION_ID:
            raise NotABinder(store.path, detail=f"application_id {number}")
        return _checked_version(store, connection)


def _checked_version(store: Store, connection: Connection) -> str:
    version = schema.version_of(connection)
    if schema.is_newer(version):
        raise BinderNewer(store.path, version=version, known=schema.HEAD)
    return version


def _bring_up(connection: Connection, title: str = "") -> None:
    schema.upgrade(connection)
    if connection.execute(select(meta.c.row)).first() is None:
        schema.write_meta(connection, title)


def _open_unwritable(path: Path) -> Store:
    """Read a binder in a place where nothing can be written (a disc, a locked folder).

    SQLite refuses a WAL file when it cannot make its side files, so the second try promises
    that nobody writes. A side file left from a crash is then not read; that is logged.
    """
    plain = Store(sqlite_engine(path, "ro"), path, read_only=True)
    try:
        return _checked(plain)
    except (BinderMissing, BinderForbidden, BinderReadOnly):
        plain.close()
    wal = path.with_name(path.name + "-wal")
    if wal.exists() and wal.stat().st_size:
        _log.warning("%s is read without the last commits, which stand in %s", path, wal.name)
    return _checked(Store(sqlite_engine(path, "ro", immutable=True), path, read_only=True))


def _checked(store: Store) -> Store:
    try:
        version = _check_file(store)
        if version < schema.HEAD:
            raise BinderError(store.path, reason="older", version=version)
    except PlansError:
        store.close()
        raise
    return store


def _hub(url: str, read_only: bool) -> Store:
    engine: Engine = postgres_engine(url, read_only=read_only)
    shown = make_url(url).render_as_string(hide_password=True)
    return Store(engine, shown, read_only=read_only)


def _create_hub(url: str, title: str) -> Store:
    store = _hub(url, read_only=False)
    try:
        with store.writing() as connection:
            if inspect(connection).has_table("meta"):
                raise BinderError(store.path, reason="exists")
            _bring_up(connection, title)
    except BaseException:
        store.close()
        raise
    return store


def _open_hub(url: str, read_only: bool) -> Store:
    store = _hub(url, read_only)
    try:
        with store.reading() as connection:
            if not inspect(connection).has_table("meta"):
                raise NotABinder(store.path)
            version = _checked_version(store, connection)
        if version < schema.HEAD:
            if read_only:
                raise BinderError(store.path, reason="older", version=version)
            with store.writing() as connection:
                _bring_up(connection)
    except BaseException:
        store.close()
        raise
    return store
