"""Each database's exceptions become the trouble a person can act on; bugs stay bugs."""

from __future__ import annotations

import sqlite3
import zlib
from pathlib import Path

import msgspec
import psycopg
import pytest
from psycopg import errors
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from plans.errors import (
    BinderDamaged,
    BinderError,
    BinderForbidden,
    BinderLocked,
    BinderMissing,
    BinderReadOnly,
    Conflict,
    DiskFull,
    NotABinder,
)
from plans.storage.troubles import Unreadable, sorting


def _sqlite(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("words of SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_BUSY, BinderLocked),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, BinderLocked),
        (sqlite3.SQLITE_LOCKED, BinderLocked),
        (sqlite3.SQLITE_READONLY, BinderReadOnly),
        (sqlite3.SQLITE_READONLY_DBMOVED, BinderReadOnly),
        (sqlite3.SQLITE_CORRUPT, BinderDamaged),
        (sqlite3.SQLITE_CORRUPT_VTAB, BinderDamaged),
        (sqlite3.SQLITE_IOERR_SHORT_READ, BinderDamaged),
        (sqlite3.SQLITE_IOERR_WRITE, BinderError),
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_NOTADB, NotABinder),
        (sqlite3.SQLITE_PERM, BinderForbidden),
        (sqlite3.SQLITE_CANTOPEN, BinderMissing),
    ],
)
def test_sqlite(code: int, kind: type[BinderError]) -> None:
    for error in (_sqlite(code), OperationalError("SELECT", {}, _sqlite(code))):
        with pytest.raises(BinderError) as caught, sorting("some.binder"):
            raise error
        assert type(caught.value) is kind
        assert caught.value.facts["path"] == "some.binder"
        assert caught.value.detail == "words of SQLite"
        assert caught.value.__cause__ is error


def test_a_file_that_is_there_but_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(BinderForbidden), sorting(tmp_path):
        raise _sqlite(sqlite3.SQLITE_CANTOPEN)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (errors.LockNotAvailable(), BinderLocked),
        (errors.DeadlockDetected(), BinderLocked),
        (errors.SerializationFailure(), BinderLocked),
        (errors.ReadOnlySqlTransaction(), BinderReadOnly),
        (errors.DiskFull(), DiskFull),
        (errors.InvalidPassword(), BinderForbidden),
        (errors.InsufficientPrivilege(), BinderForbidden),
        (errors.InvalidCatalogName(), BinderMissing),
        (errors.DataCorrupted(), BinderDamaged),
        (errors.AdminShutdown(), BinderError),
        (psycopg.OperationalError("connection refused"), BinderMissing),
    ],
)
def test_postgres(error: psycopg.Error, kind: type[BinderError]) -> None:
    with pytest.raises(BinderError) as caught, sorting("hub"):
        raise DBAPIError("SELECT", {}, error)
    assert type(caught.value) is kind


def test_broken_keys_are_conflicts() -> None:
    with pytest.raises(Conflict), sorting("hub"):
        raise IntegrityError("INSERT", {}, sqlite3.IntegrityError("FOREIGN KEY"))


@pytest.mark.parametrize(
    "error",
    [Unreadable("no kind"), msgspec.ValidationError(), zlib.error(), PoolTimeout()],
)
def test_values_that_cannot_be_read(error: Exception) -> None:
    with pytest.raises((BinderDamaged, BinderLocked)), sorting("some.binder"):
        raise error


def test_text_that_is_not_utf8(tmp_path: Path) -> None:
    with pytest.raises(BinderDamaged), sorting(tmp_path):
        sqlite3.connect(":memory:").execute("SELECT CAST(x'ff' AS TEXT)").fetchall()


@pytest.mark.parametrize(
    "error",
    [
        DBAPIError("SELECT", {}, _sqlite(sqlite3.SQLITE_ERROR)),
        DBAPIError("SELECT", {}, errors.UndefinedColumn()),
        DBAPIError("SELECT", {}, psycopg.DataError("NUL")),
        _sqlite(sqlite3.SQLITE_MISUSE),
        ZeroDivisionError(),
    ],
)
def test_bugs_pass(error: Exception) -> None:
    with pytest.raises(type(error)) as caught, sorting("some.binder"):
        raise error
    assert caught.value is error
