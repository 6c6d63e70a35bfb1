"""Writing rows that hold plain database values, past SQLAlchemy's handling of each value.

That handling would be half the time of a large import and of a one-feature commit; the SQL is
still SQLAlchemy's own, compiled once per table and database.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, bindparam, insert, update

Rows = list[dict[str, Any]]


def insert_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert rows, all with the same columns."""
    if rows:
        sql = _insert_sql(table, tuple(rows[0]), connection.dialect)
        connection.exec_driver_sql(sql, rows)


def update_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Write rows over those with the same `id`, all with the same columns."""
    if rows:
        sql = _update_sql(table, tuple(rows[0]), connection.dialect)
        connection.exec_driver_sql(sql, rows)


@lru_cache(maxsize=64)
def _insert_sql(table: Table, names: tuple[str, ...], dialect: Dialect) -> str:
    return str(insert(table).compile(dialect=dialect, column_keys=names))


@lru_cache(maxsize=64)
def _update_sql(table: Table, names: tuple[str, ...], dialect: Dialect) -> str:
    values: dict[str, Any] = {name: bindparam(name) for name in names if name != "id"}
    statement = update(table).where(table.c.id == bindparam("id")).values(values)
    return str(statement.compile(dialect=dialect))
