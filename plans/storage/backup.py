"""Dated copies of a binder file beside it, and putting one back."""

from __future__ import annotations

import datetime as dt
import errno
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

from plans.errors import (
    BinderDamaged,
    BinderError,
    BinderForbidden,
    BinderMissing,
    DiskFull,
)
from plans.storage.engine import connect_sqlite
from plans.storage.troubles import sorting

KEPT = 7
_SIDE_FILES = ("-wal", "-shm", "-journal")


def backup_folder(path: Path) -> Path:
    """Where the dated copies of that binder lie: `<stem>.backups` beside it."""
    return path.with_name(f"{path.stem}.backups")


def backups(path: Path) -> list[Path]:
    """The dated copies of that binder, oldest first (their names sort by date)."""
    folder = backup_folder(path)
    return sorted(folder.glob(f"{_quoted(path.stem)}-*.binder")) if folder.is_dir() else []


def last_backup(path: Path) -> Path | None:
    """The newest copy, or None."""
    return next(reversed(backups(path)), None)


def back_up(path: Path, folder: Path | None = None, *, tag: str = "") -> Path:
    """Copy a binder while it is in use; keeps the newest `KEPT` in its own backup folder.

    The copy is checked before it counts: a damaged binder never pushes out a sound copy.
    Raises `BinderForbidden` when the folder cannot be written, `BinderDamaged`, `DiskFull`.
    """
    target_folder = folder or backup_folder(path)
    name = f"{path.stem}-{_stamp()}{'-' + tag if tag else ''}.binder"
    part = target_folder / f".{name}.{threading.get_ident()}.part"  # a daily copy may run too
    try:
        target_folder.mkdir(parents=True, exist_ok=True)
        try:
            _copy(path, part)
            target = part.replace(target_folder / name)
        finally:
            for side in ("", *_SIDE_FILES):
                part.with_name(part.name + side).unlink(missing_ok=True)
    except OSError as error:
        raise _sorted(error, target_folder) from error
    if folder is None:
        for old in backups(path)[:-KEPT]:
            old.unlink(missing_ok=True)
    return target


def is_backup_due(path: Path, today: dt.date) -> bool:
    """Whether no copy of that day exists yet and the binder changed since the last one."""
    last = last_backup(path)
    if last is None:
        return True
    copied = dt.datetime.fromtimestamp(last.stat().st_mtime)
    return copied.date() < today and path.stat().st_mtime > last.stat().st_mtime


def restore(path: Path, backup: Path) -> Path:
    """Put a copy in the binder's place; the damaged file is kept beside it, its path returned."""
    if not backup.is_file():
        raise BinderMissing(backup)
    damaged = path.with_name(f"{path.stem}.damaged-{_stamp()}{path.suffix}")
    part = path.with_name(f".{path.name}.restoring")
    try:
        shutil.copyfile(backup, part)
        for side in ("", *_SIDE_FILES):
            old = path.with_name(path.name + side)
            if old.exists():
                old.rename(damaged.with_name(damaged.name + side))
        part.replace(path)
    except OSError as error:
        raise _sorted(error, path) from error
    finally:
        part.unlink(missing_ok=True)
    return damaged


def _copy(path: Path, part: Path) -> None:
    part.unlink(missing_ok=True)
    with (
        sorting(path),
        closing(connect_sqlite(path, "ro")) as source,
        closing(sqlite3.connect(part)) as copy,
    ):
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        faults = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        if faults != "ok":
            raise BinderDamaged(path, detail=str(faults))


def _sorted(error: OSError, path: Path) -> BinderError:
    kind = DiskFull if error.errno == errno.ENOSPC else BinderForbidden
    return kind(path, detail=str(error))


def _stamp() -> str:
    return dt.datetime.now().strftime("%Y%m%d-%H%M%S-%f")[:-3]


def _quoted(stem: str) -> str:
    return "".join(f"[{letter}]" if letter in "[*?" else letter for letter in stem)
