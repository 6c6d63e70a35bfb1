"""The migrations make exactly the tables that queries speak of, on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Boolean, Double, Integer, LargeBinary, Text, inspect

from plans.storage import schema
from plans.storage.opening import open_store
from plans.storage.tables import metadata

FAMILIES = (Boolean, Integer, Double, LargeBinary, Text)


def test_head_is_the_newest_script() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [schema.HEAD]
    revisions = sorted(script.revision for script in scripts.walk_revisions())
    assert revisions == [f"{number:04}" for number in range(1, len(revisions) + 1)]


def test_tables_are_as_migrated(any_place: Path | str) -> None:
    store = open_store(any_place)
    try:
        with store.reading() as connection:
            inspector = inspect(connection)
            for table in metadata.sorted_tables:
                made = {column["name"]: column for column in inspector.get_columns(table.name)}
                assert made.keys() == set(table.c.keys()), table.name
                for name, column in table.c.items():
                    assert made[name]["nullable"] == column.nullable, (table.name, name)
                    assert _family(made[name]["type"]) == _family(column.type), (table.name, name)
                key = inspector.get_pk_constraint(table.name)["constrained_columns"]
                assert key == [column.name for column in table.primary_key]
    finally:
        store.close()


def _family(kind: object) -> type:
    # SQLite reports a boolean as such; both report the float we ask for as a double
    name = type(kind).__name__.upper()
    if "DOUBLE" in name or "REAL" in name or "FLOAT" in name:
        return Double
    if "BYTEA" in name or "BLOB" in name:
        return LargeBinary
    return next(family for family in FAMILIES if isinstance(kind, family))


@pytest.mark.parametrize(
    ("version", "is_newer"), [("", False), ("0001", False), ("0002", True), ("0100", True)]
)
def test_versions_are_compared_as_numbers(version: str, is_newer: bool) -> None:
    assert schema.is_newer(version) is is_newer


def test_utc_now_sorts_as_text() -> None:
    first, second = schema.utc_now(), schema.utc_now()
    assert first.endswith("Z")
    assert len(first) == len("2026-01-02T03:04:05.678Z")
    assert first <= second
