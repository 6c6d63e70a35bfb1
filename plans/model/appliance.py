"""A vehicle and what is known of it."""

from __future__ import annotations

import msgspec

from plans.model.fact import Facts
from plans.model.ids import ApplianceId, StationId


class Appliance(msgspec.Struct, frozen=True, kw_only=True):
    """One vehicle. `cls` is a row of `classes.toml`; its figures are facts with sources."""

    id: ApplianceId
    station_id: StationId | None = None
    name: str
    cls: str = ""
    call_sign: str = ""
    facts: Facts = ()
