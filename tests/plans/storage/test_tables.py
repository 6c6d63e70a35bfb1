"""The tables in code are the tables the migrations make."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from plans.storage import tables


def test_columns_are_those_of_the_schema(binder_path: Path) -> None:
    connection = sqlite3.connect(binder_path)
    for name, table in tables.meta.metadata.tables.items():
        found = [row[1] for row in connection.execute(f"PRAGMA table_info('{name}')")]
        assert sorted(found) == sorted(column.name for column in table.columns), name
    connection.close()
