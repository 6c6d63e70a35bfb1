"""A building's plan, and what a search found, as plain values for JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Protocol

from plans.analysis.completeness import Completeness
from plans.analysis.nearby import Near
from plans.model.appliance import Appliance
from plans.model.building import Building
from plans.model.catalog import Catalog
from plans.model.fact import Fact, trust_of
from plans.model.floor import Floor
from plans.model.ids import FloorId

Json = dict[str, object]
Counts = Mapping[FloorId, Mapping[str, int]]


class Found(Protocol):
    """A building a search found, and by what."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def name_en(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def matched_by(self) -> str: ...
    @property
    def matched_text(self) -> str: ...
    @property
    def score(self) -> float: ...


def find_json(matches: Sequence[Found]) -> list[Json]:
    """Search results, best first."""
    return [
        {
            "id": match.id,
            "name": match.name,
            "name_en": match.name_en,
            "address": match.address,
            "matched_by": match.matched_by,
            "matched_text": match.matched_text,
            "score": round(match.score, 4),
        }
        for match in matches
    ]


def plan_json(
    building: Building,
    floors: Sequence[Floor],
    counts: Counts,
    near: Sequence[Near],
    appliances: Sequence[Appliance],
    complete: Completeness,
    catalog: Catalog,
    today: dt.date,
) -> Json:
    """A building's plan. Positions in degrees WGS-84, lengths in metres, times local ISO 8601."""
    placing = building.placing
    return {
        "id": building.id,
        "name": building.name,
        "names": [{"text": name.text, "kind": name.kind.value} for name in building.names],
        "address": building.address,
        "address_en": building.address_en,
        "code": building.code,
        "use": building.use,
        "position": placing
        and {
            "lon": placing.lon,
            "lat": placing.lat,
            "rotation_deg": placing.rotation_deg,
            "source_datum": placing.datum.value,
        },
        "revision": building.revision,
        "revised_on": building.revised_on and building.revised_on.isoformat(),
        "facts": [_fact(fact, catalog, today) for fact in building.facts],
        "completeness": {
            "score": round(complete.score, 4),
            "missing": [row.key for row in complete.missing],
            "stale": [row.key for row in complete.stale],
            "unverified": [row.key for row in complete.unverified],
        },
        "floors": [_floor(floor, floors, counts) for floor in floors],
        "stations": [_station(one, appliances) for one in near],
    }


def _fact(fact: Fact, catalog: Catalog, today: dt.date) -> Json:
    row = catalog.facts.get(fact.key)
    state = trust_of(fact, row.review_months if row else 0, today)
    return {
        "key": fact.key,
        "value": list(fact.value) if isinstance(fact.value, tuple) else fact.value,
        "unit": fact.unit,
        "source": fact.source,
        "verified_by": fact.verified_by,
        "verified_on": fact.verified_on and fact.verified_on.isoformat(),
        "state": state.value,
    }


def _floor(floor: Floor, floors: Sequence[Floor], counts: Counts) -> Json:
    typical = next((other for other in floors if other.id == floor.typical), None)
    return {
        "id": floor.id,
        "label": floor.label,
        "level": floor.level,
        "elevation_m": floor.elevation_m,
        "height_m": floor.height_m,
        "use": floor.use,
        "use_en": floor.use_en,
        "refuge": floor.refuge,
        "typical": typical and typical.label,
        "features": shown_counts(floor, counts),
    }


def shown_counts(floor: Floor, counts: Counts) -> dict[str, int]:
    """How many features of each kind the floor shows: its own and its typical floor's."""
    shown = dict(counts.get(floor.id, {}))
    for kind, count in counts.get(floor.typical, {}).items() if floor.typical else ():
        shown[kind] = shown.get(kind, 0) + count
    return dict(sorted(shown.items()))


def _station(near: Near, appliances: Sequence[Appliance]) -> Json:
    station = near.station
    return {
        "id": station.id,
        "name": station.name,
        "name_en": station.name_en,
        "kind": station.kind,
        "code": station.code,
        "district": station.district,
        "telephone": station.telephone,
        "distance_m": round(near.straight_line_m, 1),
        "distance_kind": "straight_line",
        "bearing_deg": round(near.bearing_deg, 1),
        "on_duty": [
            {
                "name": duty.person.name,
                "post": duty.post,
                "telephone": duty.person.telephone,
                "until": duty.until.isoformat(timespec="minutes"),
            }
            for duty in near.on_duty
        ],
        "kit": [
            {"item": item.item, "count": item.count, "unit": item.unit} for item in station.kit
        ],
        "appliances": [
            {"name": one.name, "class": one.cls, "call_sign": one.call_sign}
            for one in appliances
            if one.station_id == station.id
        ],
    }
