"""Accepting what an importer proposes."""

from __future__ import annotations

from plans.binder.committing import Committer
from plans.importing.draft import Draft
from plans.model.change import Change, change
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
        if draft.origin is not None and self._committer.frame is None:
            self._committer.set_origin(*draft.origin)
        by_type: dict[type, list[str]] = {}
        for record in draft.records:
            by_type.setdefault(type(record), []).append(record.id)
        stored = {}
        with self._store.reading() as connection:
            for kind, ids in by_type.items():
                stored.update(units.fetch(connection, BY_TYPE[kind], ids))
        made = change(label, {item.id: (stored.get(item.id), item) for item in draft.records})
        if made.is_empty:
            return None
        self._committer.commit(made, blobs=draft.blobs)
        return made
