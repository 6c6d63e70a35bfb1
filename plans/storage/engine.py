"""Connections to a binder: SQLite's settings, PostgreSQL's, and when a transaction begins."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.pool import QueuePool

LOCK_WAIT_S = 2.0
"""How long a commit waits for another program before it is refused."""

# synchronous=FULL keeps an acknowledged commit through a power cut, which NORMAL in WAL does
# not; measured: a one-feature commit stays under 2 ms (one fsync, 0.3 ms, on an SSD).
PRAGMAS = (
    "foreign_keys=ON",
    "synchronous=FULL",
    "temp_store=MEMORY",
    "cache_size=-16000",
)

WRITING = {"binder_writing": True}
# One writer at a time, as on SQLite: `changes.seq` then grows in the order of the commits.
_WRITER_KEY = 0x70726570


def connect_sqlite(
    path: Path, mode: str, *, immutable: bool = False, query_only: bool = False
) -> sqlite3.Connection:
    """A raw connection; `mode` is `ro`, `rw` or `rwc` as in SQLite's URI.

    `immutable` promises SQLite that nobody writes: the only way to read a WAL file in a folder
    where its side files cannot be made.
    """
    uri = f"{path.absolute().as_uri()}?mode={mode}{'&immutable=1' if immutable else ''}"
    connection = sqlite3.connect(
        uri,
        uri=True,
        timeout=LOCK_WAIT_S,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    if query_only:
        connection.execute("PRAGMA query_only=ON")
    return connection


def sqlite_engine(
    path: Path, mode: str, *, immutable: bool = False, query_only: bool = False
) -> Engine:
    """An engine on a binder file; any thread may use it."""
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: connect_sqlite(path, mode, immutable=immutable, query_only=query_only),
        poolclass=QueuePool,
        paramstyle="named",
        pool_size=4,
        max_overflow=8,
        pool_timeout=LOCK_WAIT_S,
    )
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def postgres_engine(url: str, *, read_only: bool) -> Engine:
    """An engine on a hub: `url` is `postgresql+psycopg://…`."""
    options = f"-c lock_timeout={int(LOCK_WAIT_S * 1000)} -c timezone=UTC"
    if read_only:
        options += " -c default_transaction_read_only=on"
    engine = create_engine(
        make_url(url),
        connect_args={"options": options, "connect_timeout": 5},
        pool_size=4,
        pool_timeout=LOCK_WAIT_S,
    )
    event.listen(engine, "begin", _begin_postgres)
    return engine


def _begin_sqlite(connection: Connection) -> None:
    # sqlite3 would begin by itself only before the first write, too late for a safe check
    writing = connection.get_execution_options().get("binder_writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _begin_postgres(connection: Connection) -> None:
    if connection.get_execution_options().get("binder_writing"):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER_KEY})")
