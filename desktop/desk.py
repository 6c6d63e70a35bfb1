"""What lies open in front of the user: binder, building, floor or site, selection; and signals.

Views read the desk and follow its signals; they never speak to each other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from plans.binder import Binder
from plans.errors import NotFound
from plans.events import (
    AttachmentsChanged,
    BinderChangedElsewhere,
    BuildingsChanged,
    FeaturesChanged,
    FloorsChanged,
    HistoryChanged,
    RostersChanged,
    UnderlaysChanged,
)
from plans.model.attachment import Attachment
from plans.model.building import Building
from plans.model.catalog import Catalog
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.ids import AttachmentId, BuildingId, FloorId

POLL_MS = 500
"""How often other windows' commits are looked for: a commit is seen within a second."""


class Desk(QObject):
    """The state of one window."""

    binder_opened = Signal()
    building_opened = Signal()
    place_opened = Signal()
    building_changed = Signal()
    features_changed = Signal(str, object)
    underlays_changed = Signal(str)
    rosters_changed = Signal()
    selection_changed = Signal()
    changed_elsewhere = Signal(int)
    history_changed = Signal()

    def __init__(
        self,
        catalog: Catalog,
        now: Callable[[], dt.datetime] = dt.datetime.now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.catalog = catalog
        self.now = now
        self.binder: Binder | None = None
        self.building: Building | None = None
        self.floors: list[Floor] = []
        self.floor: Floor | None = None
        self.selected: Feature | None = None
        self._unsubscribe: list[Callable[[], None]] = []
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._look_for_commits)

    def open_binder(self, path: Path | str, *, read_only: bool = False, who: str = "") -> None:
        """Put another binder on the desk; the one that lies there stays if this one refuses.

        Raises `plans.errors.BinderError`.
        """
        binder = Binder.open(path, read_only=read_only, who=who)
        self.close_binder()
        self.binder = binder
        subscribe = binder.events.subscribe
        self._unsubscribe = [
            subscribe(BuildingsChanged, self._buildings_changed),
            subscribe(FloorsChanged, self._floors_changed),
            subscribe(FeaturesChanged, self._features_changed),
            subscribe(UnderlaysChanged, self._underlays_changed),
            subscribe(RostersChanged, self._rosters_changed),
            subscribe(AttachmentsChanged, self._attachments_changed),
            subscribe(BinderChangedElsewhere, self._changed_elsewhere),
            subscribe(HistoryChanged, self._history_changed),
        ]
        self._poll.start()
        self.binder_opened.emit()

    def close_binder(self) -> None:
        """Clear the desk."""
        self._poll.stop()
        for end in self._unsubscribe:
            end()
        self._unsubscribe.clear()
        if self.binder is not None:
            self.binder.close()
        self.binder = self.building = self.floor = self.selected = None
        self.floors = []

    @property
    def open(self) -> Binder:
        """The binder; only for callers that come after `binder_opened`."""
        if self.binder is None:
            raise RuntimeError("no binder lies on the desk")
        return self.binder

    def open_building(self, building_id: BuildingId) -> None:
        """Show a building: its site first, the way a crew arrives.

        Raises `plans.errors.NotFound`.
        """
        building = self.open.library.building(building_id)
        self.building, self.floors = building, self.open.library.floors(building_id)
        self.floor = None
        self.select(None)
        self.building_opened.emit()
        self.place_opened.emit()

    def close_building(self) -> None:
        """Back to the whole site, no building open."""
        self.building = self.floor = None
        self.floors = []
        self.select(None)
        self.building_opened.emit()
        self.place_opened.emit()

    def open_floor(self, floor_id: FloorId) -> None:
        """Show a floor of the open building."""
        found = next((floor for floor in self.floors if floor.id == floor_id), None)
        if found is not None and found != self.floor:
            self.floor = found
            self.select(None)
            self.place_opened.emit()

    def open_site(self) -> None:
        """Show the site."""
        if self.floor is not None:
            self.floor = None
            self.select(None)
            self.place_opened.emit()

    def step_floor(self, steps: int) -> None:
        """Floors up (positive) or down; from the site to the first floor."""
        if not self.floors:
            return
        if self.floor is None:
            self.open_floor(self.ground_floor().id)
            return
        at = self.floors.index(self.floor) + steps
        if 0 <= at < len(self.floors):
            self.open_floor(self.floors[at].id)

    def ground_floor(self) -> Floor:
        """The first floor over ground, or the nearest there is."""
        return min(self.floors, key=lambda floor: (abs(floor.level), -floor.level))

    def floor_below(self) -> Floor | None:
        """The floor under the open one."""
        if self.floor is None:
            return None
        at = self.floors.index(self.floor)
        return self.floors[at - 1] if at else None

    def select(self, feature: Feature | None) -> None:
        """Choose a feature, or none."""
        if feature is not self.selected:
            self.selected = feature
            self.selection_changed.emit()

    def deselect(self) -> None:
        """Choose nothing."""
        self.select(None)

    def photo(self, photo_id: str) -> tuple[Attachment, bytes] | None:
        """A photo and its bytes; None when the binder does not hold it."""
        if self.binder is None:
            return None
        try:
            found = self.binder.attachments.get(AttachmentId(photo_id))
            return found, self.binder.attachments.bytes(found.id)
        except NotFound:
            return None

    def refresh_building(self) -> None:
        """Read the open building anew; one that is gone is closed."""
        if self.building is None:
            return
        try:
            self.building = self.open.library.building(self.building.id)
        except NotFound:
            self.close_building()
            return
        self.floors = self.open.library.floors(self.building.id)
        if self.floor is not None:
            kept = next((floor for floor in self.floors if floor.id == self.floor.id), None)
            if kept is None:
                self.open_site()
            self.floor = kept
        self.building_changed.emit()

    def _look_for_commits(self) -> None:
        if self.binder is not None:
            self.binder.poll()

    def _buildings_changed(self, event: BuildingsChanged) -> None:
        if self.building is not None and self.building.id in event.ids:
            self.refresh_building()

    def _floors_changed(self, event: FloorsChanged) -> None:
        if self.building is not None and self.building.id == event.building_id:
            self.refresh_building()

    def _features_changed(self, event: FeaturesChanged) -> None:
        self.features_changed.emit(event.place, event.ids)
        if self.selected is not None and self.selected.id in event.ids:
            try:
                self.select(self.open.drafting.feature(self.selected.id))
            except NotFound:
                self.select(None)

    def _underlays_changed(self, event: UnderlaysChanged) -> None:
        self.underlays_changed.emit(event.place)

    def _rosters_changed(self, _event: RostersChanged) -> None:
        self.rosters_changed.emit()

    def _attachments_changed(self, _event: AttachmentsChanged) -> None:
        self.building_changed.emit()

    def _changed_elsewhere(self, event: BinderChangedElsewhere) -> None:
        self.changed_elsewhere.emit(event.count)

    def _history_changed(self, _event: HistoryChanged) -> None:
        self.history_changed.emit()
