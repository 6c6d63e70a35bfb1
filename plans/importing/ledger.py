"""The records of a draft while it is being made, over what the binder holds already."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from plans.geometry.placing import MapFrame
from plans.importing.asked import Import
from plans.importing.draft import Draft, Question, Unread
from plans.importing.rules import Near, plain
from plans.importing.shelf import Shelf
from plans.model.appliance import Appliance
from plans.model.attachment import Attachment, Underlay
from plans.model.building import Building
from plans.model.catalog import Catalog
from plans.model.change import Record
from plans.model.floor import Floor
from plans.model.ids import BuildingId
from plans.model.station import Person, Shift, Station

_R = TypeVar("_R", bound=Record)
_NAMES: dict[type[object], str] = {
    Building: "building", Floor: "floor", Station: "station", Person: "person", Shift: "shift",
    Appliance: "appliance", Attachment: "photo", Underlay: "underlay",
}  # fmt: skip


class Ledger:
    """Records by id in the order they came, with what was counted, missed and asked."""

    def __init__(
        self,
        shelf: Shelf,
        catalog: Catalog,
        source: Path,
        storey_height_m: float,
        near: Near | None = None,
        wish: Import | None = None,
    ) -> None:
        self.near = near
        self.wish = wish or Import()
        self.shelf = shelf
        self.catalog = catalog
        self.source = source
        self.storey_height_m = storey_height_m
        self.records: dict[str, Record] = {}
        self.unread: list[Unread] = []
        self.questions: list[Question] = []
        self.counts: Counter[str] = Counter()
        self.blobs: dict[str, bytes] = {}
        self._frame: MapFrame | None = None
        self._floors: dict[BuildingId, list[Floor]] = {}

    def put(self, record: _R, before: _R | None = None) -> _R:
        """Keep a record; one equal to what is stored is only counted as `same`."""
        if before == record:
            self.counts["same"] += 1
            return record
        if record.id not in self.records:
            self.counts[_NAMES.get(type(record), "feature")] += 1
        self.records[record.id] = record
        if isinstance(record, Building):
            self.remember(record)
        if isinstance(record, Floor):
            floors = self.floors(record.building_id)
            floors[:] = [floor for floor in floors if floor.id != record.id] + [record]
        return record

    def miss(self, place: str, reason: str, text: str = "") -> None:
        """Something did not become a record."""
        self.unread.append(Unread(place, reason, text))

    def note(self, place: str, reason: str, text: str = "") -> None:
        """Something was read with a remark."""
        self.unread.append(Unread(place, reason, text, note=True))

    def ask(self, about: str, text: str = "") -> None:
        """Something was assumed; said once."""
        question = Question(about, text)
        if question not in self.questions:
            self.questions.append(question)

    # ------------------------------------------------------------------ finding records

    @cached_property
    def _building_ids(self) -> dict[str, list[BuildingId]]:
        """Folded id, code or name → buildings of that word, codes before names."""
        rows = self.shelf.library.list()
        ids: dict[str, list[BuildingId]] = {plain(row.id): [row.id] for row in rows}
        for row in rows:
            if row.code:
                ids.setdefault(plain(row.code), []).append(row.id)
        for row in rows:
            for name in (row.name, row.name_en):
                if name:
                    ids.setdefault(plain(name), []).append(row.id)
        return ids

    def remember(self, building: Building) -> None:
        """Let later rows find a building of this draft."""
        for word in (building.code, building.name, *(name.text for name in building.names)):
            known = self._building_ids.setdefault(plain(word), []) if word else None
            if known is not None and building.id not in known:
                known.append(building.id)

    def building_ids(self, word: str) -> list[BuildingId]:
        """Buildings with that id, code or name."""
        if word in self.records and isinstance(self.records[word], Building):
            return [BuildingId(word)]
        return self._building_ids.get(plain(word), [])

    def building(self, building_id: BuildingId) -> Building:
        """The building as this draft leaves it."""
        record = self.records.get(building_id)
        return record if isinstance(record, Building) else self.shelf.library.building(building_id)

    def building_named(self, word: str) -> Building | None:
        """The building a word means, or None."""
        ids = self.building_ids(word) if word else []
        return self.building(ids[0]) if ids else None

    def names_like(self, word: str, limit: int = 3) -> list[str]:
        """Names of the binder's buildings that come near a word, nearest first."""
        found = self.shelf.library.search(word, limit)
        return [self.shelf.library.building(one.id).name for one in found]

    def floors(self, building_id: BuildingId) -> list[Floor]:
        """The building's floors as this draft leaves them (the list is the ledger's own)."""
        if building_id not in self._floors:
            self._floors[building_id] = list(self.shelf.library.floors(building_id))
        return self._floors[building_id]

    @cached_property
    def stations(self) -> list[Station]:
        """Stations of the binder and of this draft."""
        return list(self.shelf.rosters.stations())

    def station_named(self, word: str) -> Station | None:
        """The station with that code or name, or None."""
        wanted = plain(word)
        if not wanted:
            return None
        named = [one for one in self.stations if wanted in (plain(one.name), plain(one.name_en))]
        coded = [one for one in self.stations if one.code and wanted == plain(one.code)]
        return next(iter([*coded, *named]), None)

    # ------------------------------------------------------------------ the result

    def frame(self, positions: list[tuple[float, float]]) -> MapFrame:
        """The binder's map frame, or the one it gets: around the middle of the first positions."""
        if self.shelf.frame is not None:
            return self.shelf.frame
        if self._frame is None:
            lon = sum(lon for lon, _ in positions) / len(positions)
            lat = sum(lat for _, lat in positions) / len(positions)
            self._frame = MapFrame(round(lon, 6), round(lat, 6))
        return self._frame

    def draft(self, positions: list[tuple[float, float]]) -> Draft:
        """Everything as a draft; `positions` are where its things stand, in degrees."""
        frame = self.frame(positions) if positions or self._frame else None
        origin = (frame.lon, frame.lat) if frame and self.shelf.frame is None else None
        return Draft(
            source=self.source.name,
            records=tuple(self.records.values()),
            unread=tuple(self.unread),
            questions=tuple(self.questions),
            counts=dict(self.counts),
            blobs=self.blobs,
            origin=origin,
        )
