"""One road for every change: transaction, memory, history, events, in this order."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import msgspec

from plans.binder.telling import events_of
from plans.editing.history import History
from plans.events import BinderChangedElsewhere, Event, Events, FrameChanged, HistoryChanged
from plans.geometry.placing import MapFrame
from plans.model.building import Building
from plans.model.change import Change
from plans.model.ids import new_id
from plans.progress import Progress, silent
from plans.storage import change_log, schema, units
from plans.storage.store import Store

Step = Literal["do", "undo", "redo"]


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A change that stands in the database and is still to be told: see `Committer.tell`."""

    change: Change
    step: Step
    origin: tuple[float, float] | None
    events: tuple[Event, ...]


class Committer:
    """Commits changes and hears of other windows' commits.

    `remembered` are called with each change after it is in the database, ours or not, before
    anyone is told: they keep memory in step with the disk.
    """

    def __init__(self, store: Store, events: Events, who: str) -> None:
        self.who = who
        self.history = History()
        self.window = new_id()
        self.remembered: list[Callable[[Change], None]] = []
        self._store = store
        self._events = events
        self._lock = threading.Lock()
        with store.reading() as connection:
            self.meta = schema.read_meta(connection)
            self._seen = change_log.newest(connection)
        store.has_changed()

    @property
    def has_changes(self) -> bool:
        """Whether anything was ever committed, as far as this window knows."""
        return self._seen > 0

    @property
    def frame(self) -> MapFrame | None:
        """The binder's map space; None until its origin is set."""
        origin = self.meta.origin
        return None if origin is None else MapFrame(*origin)

    def commit(
        self, change: Change, *, step: Step = "do", blobs: Mapping[str, bytes] | None = None
    ) -> None:
        """Write a change (and the blobs it needs, by SHA-256); an empty one does nothing.

        Raises `Conflict` or a `BinderError`; then nothing has happened.
        """
        written = self.write(change, step=step, blobs=blobs)
        if written is not None:
            self.tell(written)

    def write(
        self,
        change: Change,
        *,
        step: Step = "do",
        blobs: Mapping[str, bytes] | None = None,
        origin: tuple[float, float] | None = None,
        progress: Progress = silent,
    ) -> Written | None:
        """The first half of a commit, for a worker when the change is large: its transaction.

        `tell` on the user's thread must follow. `origin` is set with it on a map that has none.
        `progress` may raise `Cancelled`: then nothing has happened. None: the change is empty.
        """
        if change.is_empty:
            return None
        with self._lock, self._store.writing() as connection:
            for sha256, data in (blobs or {}).items():
                units.keep_blob(connection, sha256, data)
            units.apply(connection, change, progress)
            place = origin or self._first_place(change)
            fixed = None
            if place is not None and self.meta.origin is None:
                fixed = schema.fix_origin(connection, *place)
            change_log.append(
                connection,
                change,
                who=self.who,
                origin=self.meta.binder_id,
                window=self.window,
                step=step,
            )
            progress(0, 0, "step.write")
        return Written(change=change, step=step, origin=fixed, events=tuple(events_of(change)))

    def tell(self, written: Written) -> None:
        """The second half of a commit, on the user's thread: memory, history, events."""
        for remember in self.remembered:
            remember(written.change)
        told = self._with_origin(written.origin)
        if written.step == "do":
            self.history.record(written.change)
        elif written.step == "undo":
            self.history.undo()
        else:
            self.history.redo()
        self._events.tell(*told, *written.events, self._history_changed())

    def join(self, made: Sequence[Change]) -> None:
        """Make the last changes one step of undo; see `History.join`."""
        self.history.join(made)
        self._events.tell(self._history_changed())

    def undo(self) -> bool:
        """Take back this window's last change; False when there is none."""
        written = self.write_step("undo")
        if written is not None:
            self.tell(written)
        return written is not None

    def redo(self) -> bool:
        """Make the change again that was taken back last; False when there is none."""
        written = self.write_step("redo")
        if written is not None:
            self.tell(written)
        return written is not None

    def write_step(
        self, step: Literal["undo", "redo"], progress: Progress = silent
    ) -> Written | None:
        """The first half of an undo or redo; None when there is nothing. See `write`."""
        if step == "redo":
            again = self.history.next_redo
            return None if again is None else self.write(again, step="redo", progress=progress)
        last = self.history.next_undo
        if last is None:
            return None
        return self.write(last.inverted(), step="undo", progress=progress)

    def set_origin(self, lon: float, lat: float) -> MapFrame:
        """Fix the origin of the map, in degrees WGS-84; the first one set stays."""
        with self._lock, self._store.writing() as connection:
            origin = schema.fix_origin(connection, lon, lat)
        self._events.tell(*self._with_origin(origin))
        return MapFrame(*origin)

    def describe(self, values: dict[str, str | float | bool]) -> None:
        """Write the binder's title, note or whether it is invented."""
        with self._lock, self._store.writing() as connection:
            schema.update_meta(connection, values)
            self.meta = schema.read_meta(connection)

    def poll(self) -> bool:
        """Take in what other windows committed since; True when there was something.

        Tells the same events as their own commits did there, then `BinderChangedElsewhere`.
        """
        if not self._lock.acquire(blocking=False):
            return False  # a worker is writing: nobody else can be, and we shall be asked again
        try:
            if not self._store.has_changed():
                return False
            with self._store.reading() as connection:
                meta = schema.read_meta(connection)
                rows = change_log.since(connection, self._seen, other_than=self.window)
                self._seen = change_log.newest(connection)
        finally:
            self._lock.release()
        told = self._with_origin(meta.origin) if meta.origin != self.meta.origin else []
        self.meta = meta
        for change in rows:
            for remember in self.remembered:
                remember(change)
            told += events_of(change)
        if rows:
            told.append(BinderChangedElsewhere(len(rows)))
        self._events.tell(*told)
        return bool(told)

    def _history_changed(self) -> HistoryChanged:
        return HistoryChanged(self.history.undo_label, self.history.redo_label)

    def _first_place(self, change: Change) -> tuple[float, float] | None:
        """The place of the first building placed in a binder whose map has no origin yet."""
        if self.meta.origin is not None:
            return None
        for record in change.after.values():
            if isinstance(record, Building) and record.placing is not None:
                return record.placing.lon, record.placing.lat
        return None

    def _with_origin(self, origin: tuple[float, float] | None) -> list[Event]:
        if origin is None or origin == self.meta.origin:
            return []
        self.meta = msgspec.structs.replace(self.meta, origin=origin)
        return [FrameChanged(*origin)]
