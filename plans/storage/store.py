"""An open database: reading and writing units of work, and whether others have written."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, PoolProxiedConnection, func, select
from sqlalchemy.exc import SQLAlchemyError

from plans.errors import BinderReadOnly
from plans.storage.engine import WRITING
from plans.storage.tables import changes
from plans.storage.troubles import sorting


class Store:
    """One open database. Units of work are short: open, do, commit, close.

    Any thread may read; the user's thread writes. `path` is the file, or the hub's URL without
    its password.
    """

    def __init__(self, engine: Engine, path: Path | str, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._engine = engine
        # on SQLite a transaction sees one moment anyhow
        moment = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        self._reading = engine.execution_options(**moment)
        self._watch: PoolProxiedConnection | None = None
        self._watch_lock = threading.Lock()
        self._version = -1

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file (else a hub on PostgreSQL)."""
        return self._engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads: all its queries see one moment."""
        with sorting(self.path), self._reading.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes, alone; whatever is raised inside undoes all of it."""
        if self.read_only:
            raise BinderReadOnly(self.path)
        with (
            sorting(self.path),
            self._engine.connect().execution_options(**WRITING) as connection,
            connection.begin(),
        ):
            yield connection

    def has_changed(self) -> bool:
        """Whether anybody (ourselves too) committed since it was last asked; a few µs."""
        with self._watch_lock, sorting(self.path):
            version = self._data_version() if self.is_sqlite else self._newest_change()
            changed, self._version = version != self._version, version
            return changed

    def close(self) -> None:
        """Let go of the database; SQLite then folds its side files into the binder."""
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        with suppress(SQLAlchemyError):  # a lost connection cannot be closed properly
            self._engine.dispose()

    def _data_version(self) -> int:
        """SQLite's count of others' commits: of one connection, outside any transaction."""
        if self._watch is None:
            self._watch = self._engine.raw_connection()
        cursor = self._watch.cursor()
        cursor.execute("PRAGMA data_version")
        row = cursor.fetchone()
        cursor.close()
        return int(row[0]) if row else 0

    def _newest_change(self) -> int:
        with self.reading() as connection:
            return int(connection.execute(select(func.max(changes.c.seq))).scalar() or 0)
