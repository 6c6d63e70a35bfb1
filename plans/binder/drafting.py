"""Features of floors, and every commit: what an editor and the canvas talk to."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import Literal

from plans.binder.committing import Committer, Written
from plans.editing.history import History
from plans.errors import NotFound
from plans.model.change import Change, Record
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.ids import BuildingId, FeatureId, FloorId
from plans.progress import Progress
from plans.storage import reads, units
from plans.storage.rows import FEATURES
from plans.storage.store import Store

_MOST_FLOORS = 40

Features = dict[FeatureId, Feature]


class Drafting:
    """Floors in memory, kept in step with the disk. Treat what it returns as read-only."""

    def __init__(self, store: Store, committer: Committer) -> None:
        self._store = store
        self._committer = committer
        self._floors: OrderedDict[FloorId, Features] = OrderedDict()
        self._generation = 0
        self._lock = threading.Lock()
        committer.remembered.append(self._remember)

    def features(self, floor_id: FloorId) -> Features:
        """The floor's own features by id, oldest first."""
        with self._lock:
            known = self._floors.get(floor_id)
            if known is not None:
                self._floors.move_to_end(floor_id)
                return known
            generation = self._generation
        with self._store.reading() as connection:
            found = {item.id: item for item in reads.features_of(connection, floor_id)}
        with self._lock:
            if generation == self._generation:  # nobody committed while we read
                self._floors[floor_id] = found
                while len(self._floors) > _MOST_FLOORS:
                    self._floors.popitem(last=False)
        return found

    def shown_features(self, floor: Floor) -> Features:
        """What the floor shows: the features of its typical floor, then its own."""
        if floor.typical is None:
            return self.features(floor.id)
        return {**self.features(floor.typical), **self.features(floor.id)}

    def feature(self, feature_id: FeatureId) -> Feature:
        """One feature of a floor or the site. Raises `NotFound`."""
        with self._store.reading() as connection:
            found = units.fetch(connection, FEATURES, [feature_id]).get(feature_id)
        if not isinstance(found, Feature):
            raise NotFound(kind="feature", what=feature_id)
        return found

    def counts(self, building_id: BuildingId) -> dict[FloorId, dict[str, int]]:
        """How many features of each kind each floor has of its own; empty floors are left out."""
        with self._store.reading() as connection:
            return reads.feature_counts(connection, building_id)

    def spans(self, building_id: BuildingId) -> dict[FloorId, tuple[float, float]]:
        """West and east end of each floor's own outline, in local metres."""
        with self._store.reading() as connection:
            return reads.outline_spans(connection, building_id)

    @property
    def history(self) -> History:
        """What this window can undo and redo."""
        return self._committer.history

    def commit(self, change: Change) -> None:
        """Write a change: one transaction, then memory, history and events.

        Raises `Conflict` when a record is no longer as the change saw it, or a `BinderError`;
        then nothing has happened anywhere. An empty change does nothing.
        """
        self._committer.commit(change)

    def undo(self) -> bool:
        """Take back this window's last change; False when there is none."""
        return self._committer.undo()

    def redo(self) -> bool:
        """Make the change again that was taken back last; False when there is none."""
        return self._committer.redo()

    def write_step(self, step: Literal["undo", "redo"], progress: Progress) -> Written | None:
        """The first half of `undo` or `redo`, for a worker; `tell` must follow. None: nothing."""
        return self._committer.write_step(step, progress)

    def tell(self, written: Written) -> None:
        """The second half, on the user's thread: memory, history, events."""
        self._committer.tell(written)

    def _remember(self, change: Change) -> None:
        with self._lock:
            self._generation += 1
            for floor_id in _floors_touched(change) & self._floors.keys():
                self._floors[floor_id] = _with(self._floors[floor_id], floor_id, change.after)


def _floors_touched(change: Change) -> set[FloorId]:
    return {
        record.place
        for side in (change.before, change.after)
        for record in side.values()
        if isinstance(record, Feature)
    }


def _with(features: Features, floor_id: FloorId, after: Mapping[str, Record | None]) -> Features:
    """The floor's features after a change, as a new mapping in the order of the ids."""
    changed = dict(features)
    has_new = False
    for id_, record in after.items():
        feature_id = FeatureId(id_)
        if isinstance(record, Feature) and record.place == floor_id:
            has_new = has_new or feature_id not in changed
            changed[feature_id] = record
        else:
            changed.pop(feature_id, None)
    return dict(sorted(changed.items())) if has_new else changed
