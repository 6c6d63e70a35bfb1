"""Rows written past SQLAlchemy's handling of values are the rows it would have written."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, Table, Text, create_engine, select

from plans.storage.plain_rows import insert_rows, update_rows

TABLE = Table(
    "t", MetaData(), Column("id", Text, primary_key=True), Column("n", Integer), Column("s", Text)
)


def test_insert_then_update() -> None:
    engine = create_engine("sqlite://", paramstyle="named")
    with engine.begin() as connection:
        TABLE.create(connection)
        insert_rows(
            connection, TABLE, [{"id": "a", "n": 1, "s": "甲"}, {"id": "b", "n": 2, "s": ""}]
        )
        update_rows(connection, TABLE, [{"id": "b", "n": 3}])
        insert_rows(connection, TABLE, [])
        update_rows(connection, TABLE, [])
        rows = connection.execute(select(TABLE).order_by(TABLE.c.id)).all()
    engine.dispose()
    assert [tuple(row) for row in rows] == [("a", 1, "甲"), ("b", 3, "")]
