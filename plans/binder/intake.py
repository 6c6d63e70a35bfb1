"""Accepting what an importer proposes."""

from __future__ import annotations

from collections.abc import Sequence

from plans.binder.committing import Committer, Written
from plans.importing.draft import Draft
from plans.model.change import Change, change
from plans.progress import Progress, silent
from plans.storage import units
from plans.storage.rows import BY_TYPE
from plans.storage.store import Store


class Intake:
    """The door for drafts: one draft is one change, and one undo takes it all back."""

    def __init__(self, store: Store, committer: Committer) -> None:
        self._store = store
        self._committer = committer

    def accept(self, draft: Draft, label: str = "import") -> Change | None:
        """Commit a draft's records; those already as they are in the binder are left alone.

        A record whose id is in the binder replaces the stored one. Returns the change, or None
        when nothing is new. Raises `Conflict`, or a `BinderError`; then nothing has happened.
        """
        written = self.write(draft, label)
        if written is None:
            return None
        self.tell(written)
        return written.change

    def write(
        self, draft: Draft, label: str = "import", progress: Progress = silent
    ) -> Written | None:
        """The first half of `accept`, for a worker: its transaction; `tell` must follow.

        `progress` may raise `Cancelled`: then nothing has happened. None: nothing is new.
        """
        by_type: dict[type, list[str]] = {}
        for record in draft.records:
            by_type.setdefault(type(record), []).append(record.id)
        stored = {}
        with self._store.reading() as connection:
            for kind, ids in by_type.items():
                stored.update(units.fetch(connection, BY_TYPE[kind], ids))
        made = change(label, {item.id: (stored.get(item.id), item) for item in draft.records})
        return self._committer.write(
            made, blobs=draft.blobs, origin=draft.origin, progress=progress
        )

    def tell(self, written: Written) -> None:
        """The second half, on the user's thread: memory, history, events."""
        self._committer.tell(written)

    def join(self, made: Sequence[Change]) -> None:
        """Let one undo take back several drafts that were accepted one after the other."""
        self._committer.join(made)
