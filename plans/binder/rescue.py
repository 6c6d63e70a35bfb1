"""A binder that does not open: what is left of it, found by trying."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from plans.binder.binder import Binder
from plans.errors import PlansError
from plans.storage.backup import backup_folder, backups
from plans.storage.engine import connect_sqlite
from plans.storage.troubles import sorting


class Rescue(NamedTuple):
    """What can be done about a binder.

    `backup` is its newest copy that is whole, of the time `made`, with so many `buildings`;
    `spoiled` counts newer copies that are not. `reads` says whether it can be read as it lies.
    """

    folder: Path
    backup: Path | None = None
    made: dt.datetime | None = None
    buildings: int = 0
    spoiled: int = 0
    reads: bool = False


def look_for_rescue(path: Path) -> Rescue:
    """Try the copies, the newest first, and reading the file itself; changes nothing."""
    found = Rescue(backup_folder(path), reads=_buildings(path) is not None)
    for spoiled, copy in enumerate(reversed(backups(path))):
        buildings = _buildings(copy) if _is_whole(copy) else None
        if buildings is not None:
            made = dt.datetime.fromtimestamp(copy.stat().st_mtime)
            return found._replace(backup=copy, made=made, buildings=buildings, spoiled=spoiled)
        found = found._replace(spoiled=spoiled + 1)
    return found


def _buildings(path: Path) -> int | None:
    """How many buildings can be read of a binder with all their facts; None when it cannot."""
    try:
        with Binder.open(path, read_only=True) as binder:
            ids = [row.id for row in binder.library.list()]
            for id_ in ids:
                binder.library.building(id_)
                binder.library.floors(id_)
            return len(ids)
    except PlansError:
        return None


def _is_whole(path: Path) -> bool:
    try:
        with sorting(path), closing(connect_sqlite(path, "ro")) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except PlansError:
        return False
