"""The settings every connection to a binder file must have."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from plans.binder import Binder
from plans.storage.engine import LOCK_WAIT_S, connect_sqlite


def test_settings_of_a_connection(binder_path: Path) -> None:
    Binder.open(binder_path).close()
    with closing(connect_sqlite(binder_path, "rw")) as connection:

        def pragma(name: str) -> object:
            return connection.execute(f"PRAGMA {name}").fetchone()[0]

        assert pragma("journal_mode") == "wal"
        assert pragma("foreign_keys") == 1
        assert pragma("synchronous") == 2  # FULL: an acknowledged commit outlives a power cut
        assert pragma("busy_timeout") == int(LOCK_WAIT_S * 1000)


def test_reading_connections_cannot_write(binder_path: Path) -> None:
    readers = (
        connect_sqlite(binder_path, "ro"),
        connect_sqlite(binder_path, "rw", query_only=True),
        connect_sqlite(binder_path, "ro", immutable=True),
    )
    for reader in readers:
        with closing(reader), pytest.raises(sqlite3.OperationalError):
            reader.execute("DELETE FROM meta")


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        connect_sqlite(tmp_path / "none.binder", "rw")
    assert not (tmp_path / "none.binder").exists()
