"""The border where the databases' exceptions become ours; nothing above sees SQLAlchemy's."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from shapely.lib import ShapelyError
from sqlalchemy.exc import DBAPIError, IntegrityError
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
    PlansError,
)

_SQLITE: dict[int, type[BinderError]] = {
    sqlite3.SQLITE_PERM: BinderForbidden,
    sqlite3.SQLITE_AUTH: BinderForbidden,
    sqlite3.SQLITE_BUSY: BinderLocked,
    sqlite3.SQLITE_LOCKED: BinderLocked,
    sqlite3.SQLITE_PROTOCOL: BinderLocked,
    sqlite3.SQLITE_READONLY: BinderReadOnly,
    sqlite3.SQLITE_CORRUPT: BinderDamaged,
    sqlite3.SQLITE_NOTADB: NotABinder,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_TOOBIG: BinderDamaged,
    sqlite3.SQLITE_CANTOPEN: BinderMissing,
    sqlite3.SQLITE_IOERR: BinderError,
}
_UNREADABLE = (
    sqlite3.SQLITE_IOERR_READ,
    sqlite3.SQLITE_IOERR_SHORT_READ,
    sqlite3.SQLITE_IOERR_CORRUPTFS,
)

# Classes of SQLSTATE, the longest prefix first (PostgreSQL 15 manual, appendix A).
_POSTGRES: tuple[tuple[str, type[BinderError]], ...] = (
    ("25006", BinderReadOnly),
    ("3D000", BinderMissing),
    ("40001", BinderLocked),
    ("40P01", BinderLocked),
    ("42501", BinderForbidden),
    ("53100", DiskFull),
    ("55P03", BinderLocked),
    ("28", BinderForbidden),
    ("XX", BinderDamaged),
)


class Unreadable(Exception):
    """A row whose values are not what its table promises."""


@contextmanager
def sorting(path: Path | str) -> Iterator[None]:
    """Turn database exceptions inside the block into `plans.errors`, keeping the cause.

    What is in no table here (wrong SQL, a missing column) is a bug and passes unchanged.
    """
    try:
        yield
    except IntegrityError as error:
        raise Conflict(reason="reference", detail=str(error.orig)) from error
    except DBAPIError as error:
        ours = _sorted(error.orig, path)
        if ours is None:
            raise
        raise ours from error
    except sqlite3.Error as error:
        ours = _sorted(error, path)
        if ours is None:
            raise
        raise ours from error
    except PoolTimeout as error:
        raise BinderLocked(path, detail=str(error)) from error
    except (msgspec.DecodeError, ShapelyError, zlib.error, Unreadable) as error:
        raise BinderDamaged(path, detail=f"{type(error).__name__}: {error}") from error


def _sorted(error: BaseException | None, path: Path | str) -> PlansError | None:
    detail = str(error).strip()
    if isinstance(error, sqlite3.Error):
        return _sorted_sqlite(error, path, detail)
    sqlstate = getattr(error, "sqlstate", None)
    if sqlstate is None:
        # psycopg has none when the connection cannot be made or was lost
        lost = type(error).__name__ == "OperationalError"
        return BinderMissing(path, detail=detail) if lost else None
    for prefix, ours in _POSTGRES:
        if sqlstate.startswith(prefix):
            return ours(path, detail=detail)
    if sqlstate.startswith(("08", "57P")):
        return BinderError(path, detail=detail)
    return None


def _sorted_sqlite(error: sqlite3.Error, path: Path | str, detail: str) -> PlansError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # raised by the sqlite3 module itself: text that is not UTF-8 has no error code
        return BinderDamaged(path, detail=detail) if "UTF-8" in detail else None
    if code in _UNREADABLE:
        return BinderDamaged(path, detail=detail)
    if code & 0xFF == sqlite3.SQLITE_CANTOPEN and Path(path).exists():
        return BinderForbidden(path, detail=detail)
    ours = _SQLITE.get(code & 0xFF)
    return ours(path, detail=detail) if ours else None
