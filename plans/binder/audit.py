"""Who changed what and when."""

from __future__ import annotations

from plans.model.change import Change
from plans.storage import change_log
from plans.storage.change_log import ChangeRow
from plans.storage.store import Store


class Audit:
    """The log of changes, kept with the records before and after each."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, limit: int = 100) -> list[ChangeRow]:
        """The last changes, newest first."""
        with self._store.reading() as connection:
            return change_log.latest(connection, limit)

    def change(self, seq: int) -> Change | None:
        """The change with that number, with its records; None when there is none."""
        with self._store.reading() as connection:
            return change_log.change_at(connection, seq)
