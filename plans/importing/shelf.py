"""What an import must know of the binder it goes into; `plans.binder.Binder` is one."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import Protocol

from plans.geometry.placing import MapFrame
from plans.model.appliance import Appliance
from plans.model.attachment import Attachment, Underlay
from plans.model.building import Building
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.ids import AttachmentId, BuildingId, FeatureId, FloorId
from plans.model.station import Person, Shift, Station


class ShortBuilding(Protocol):
    """A line of the list of buildings."""

    @property
    def id(self) -> BuildingId: ...
    @property
    def name(self) -> str: ...
    @property
    def name_en(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def lon(self) -> float | None: ...
    @property
    def lat(self) -> float | None: ...


class FoundBuilding(Protocol):
    """A building that answers to a word."""

    @property
    def id(self) -> BuildingId: ...


class Library(Protocol):
    """Buildings and their floors."""

    def list(self) -> Sequence[ShortBuilding]: ...
    def building(self, building_id: BuildingId, /) -> Building: ...
    def floors(self, building_id: BuildingId, /) -> Sequence[Floor]: ...
    def search(self, query: str, limit: int, /) -> Sequence[FoundBuilding]: ...


class Drafting(Protocol):
    """Features on floors."""

    def features(self, floor_id: FloorId, /) -> Mapping[FeatureId, Feature]: ...


class Site(Protocol):
    """Features on the map; the box is in map metres."""

    def in_box(
        self, minx: float, miny: float, maxx: float, maxy: float, /
    ) -> Sequence[Feature]: ...


class Rosters(Protocol):
    """Stations and their people."""

    def stations(self) -> Sequence[Station]: ...
    def persons(self) -> Sequence[Person]: ...
    def shifts(self) -> Sequence[Shift]: ...
    def appliances(self) -> Sequence[Appliance]: ...


class Attachments(Protocol):
    """Photos, papers and networks."""

    def list(self) -> builtins.list[Attachment]: ...

    def get(self, attachment_id: AttachmentId, /) -> Attachment: ...

    def underlays(self, place: FloorId, /) -> builtins.list[Underlay]: ...


class Shelf(Protocol):
    """The binder as an import sees it."""

    @property
    def frame(self) -> MapFrame | None: ...
    @property
    def library(self) -> Library: ...
    @property
    def drafting(self) -> Drafting: ...
    @property
    def site(self) -> Site: ...
    @property
    def rosters(self) -> Rosters: ...
    @property
    def attachments(self) -> Attachments: ...
