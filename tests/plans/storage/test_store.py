"""Units of work: one moment for a reader, all or nothing for a writer, news of commits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from plans.errors import BinderReadOnly
from plans.storage.opening import open_store
from plans.storage.plain_rows import insert_rows, update_rows
from plans.storage.store import Store
from plans.storage.tables import persons

_NOBODY = {"name": "", "post": "", "telephone": "", "station_id": None}


@pytest.fixture
def store(any_place: Path | str) -> Iterator[Store]:
    """An empty database, open."""
    opened = open_store(any_place)
    yield opened
    opened.close()


def _count(store: Store) -> int:
    with store.reading() as connection:
        return connection.execute(select(func.count()).select_from(persons)).scalar_one()


def test_what_is_raised_inside_undoes_all(store: Store) -> None:
    def write_and_fail() -> None:
        with store.writing() as connection:
            insert_rows(connection, persons, [{"id": "a", **_NOBODY}])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert _count(store) == 0


def test_rows_are_written_and_written_over(store: Store) -> None:
    with store.writing() as connection:
        insert_rows(connection, persons, [])
        insert_rows(connection, persons, [{"id": id_, **_NOBODY} for id_ in "abc"])
        update_rows(connection, persons, [{"id": "b", **_NOBODY, "name": "乙"}])
        update_rows(connection, persons, [])
    with store.reading() as connection:
        rows = connection.execute(select(persons.c.id, persons.c.name).order_by("id")).all()
    assert [tuple(row) for row in rows] == [("a", ""), ("b", "乙"), ("c", "")]


def test_a_reader_sees_one_moment(store: Store) -> None:
    with store.reading() as connection:
        before = connection.execute(select(func.count()).select_from(persons)).scalar_one()
        with store.writing() as writer:
            insert_rows(writer, persons, [{"id": "a", **_NOBODY}])
        after = connection.execute(select(func.count()).select_from(persons)).scalar_one()
    assert before == after == 0
    assert _count(store) == 1


def test_a_reading_store_refuses_to_write(any_place: Path | str) -> None:
    store = open_store(any_place, read_only=True)
    try:
        with pytest.raises(BinderReadOnly), store.writing():
            pass
        # and the database itself would refuse, were somebody to go round it
        with pytest.raises(BinderReadOnly), store.reading() as connection:
            connection.execute(text("DELETE FROM persons"))
    finally:
        store.close()


def test_asking_for_news_holds_no_transaction(binder_path: Path) -> None:
    store, other = open_store(binder_path), open_store(binder_path)
    try:
        store.has_changed()
        assert not store.has_changed()
        for id_ in "abc":
            with other.writing() as connection:
                insert_rows(connection, persons, [{"id": id_, **_NOBODY}])
            assert store.has_changed()
            assert not store.has_changed()
        with other.reading() as connection:
            busy, _, _ = connection.execute(text("SELECT 0, 0, 0")).one()
        assert busy == 0
    finally:
        store.close()
        other.close()
