"""A building, its names and where it stands."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from plans.model.fact import Facts
from plans.model.ids import AttachmentId, BuildingId


class Datum(StrEnum):
    """The datum a coordinate came in; tens to hundreds of metres lie between them in China."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"
    BD09 = "bd09"


class NameKind(StrEnum):
    """What sort of other name it is."""

    ENGLISH = "english"
    OLD = "old"
    ALIAS = "alias"


class Name(msgspec.Struct, frozen=True):
    """Another name a building answers to."""

    text: str
    kind: NameKind = NameKind.ALIAS


class Placing(msgspec.Struct, frozen=True, kw_only=True):
    """What ties a building's local metres to the map.

    The local origin lies at `lon`, `lat` (degrees, WGS-84/CGCS2000); the local x axis points
    `rotation_deg` counter-clockwise from east. `datum` says what the source was given in.
    """

    lon: float
    lat: float
    rotation_deg: float = 0.0
    datum: Datum = Datum.WGS84


class Building(msgspec.Struct, frozen=True, kw_only=True):
    """One building with a plan of its own. `use` is a row of `assets/catalog/uses.toml`."""

    id: BuildingId
    name: str
    names: tuple[Name, ...] = ()
    address: str = ""
    address_en: str = ""
    code: str = ""
    use: str = ""
    placing: Placing | None = None
    facts: Facts = ()
    photos: tuple[AttachmentId, ...] = ()
    revision: str = ""
    revised_on: dt.date | None = None

    def name_in(self, language: str) -> str:
        """The name to show in that language (`zh` or `en`)."""
        if language == "zh":
            return self.name
        english = next((n.text for n in self.names if n.kind is NameKind.ENGLISH), "")
        return english or self.name

    def address_in(self, language: str) -> str:
        """The address to show in that language."""
        return self.address if language == "zh" else self.address_en or self.address
