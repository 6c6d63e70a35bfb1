"""How one file fared as plain values: what `preplan-desk import --json` prints."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from plans.importing.batch import FileReport
from plans.importing.draft import Draft, Unread
from plans.model.building import Building
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.station import Station

_GROUPS: dict[str, tuple[str, ...]] = {
    "spaces": ("room", "corridor", "lobby", "refuge_area"),
    "doors": ("door", "fire_door"),
    "windows": ("window", "rescue_opening"),
    "walls": ("wall", "partition", "curtain_wall"),
    "stairs": ("stair",),
}
"""Counts of a floor by a kind's family, the part of its id before the dot."""
_HYDRANTS = ("hydrant", "draft_point")
_GROUP_OF = {family: name for name, families in _GROUPS.items() for family in families}


def summary(report: FileReport) -> dict[str, object]:
    """`file, kind, ok, seconds`, then what applies of: `unit_m, crs, floors, buildings, hydrants,
    stations, rows_read, rows_rejected, layers, entities, extents_m, bbox_deg, texts, products,
    unread, notes, counts`.

    `buildings` are footprints where the file draws any, else records; `hydrants` count drafting
    points too.

    Floors, buildings, hydrants and stations are what the file would bring or has brought; what was
    there before is `same` in `counts`. Reasons are codes; the command says them in words.
    """
    said: dict[str, object] = {
        "file": report.path,
        "kind": report.table or Path(report.path).suffix.lower().lstrip("."),
        "ok": report.error is None,
        "seconds": report.seconds,
    }
    seen, draft = report.seen, report.draft
    if seen.unit_m is not None:
        said["unit_m"] = seen.unit_m
    if seen.crs is not None:
        said["crs"] = seen.crs
    if draft is not None:
        said |= _found(draft)
        if seen.buildings is not None:
            said["buildings"] = seen.buildings
        said["counts"] = dict(draft.counts)
    if seen.rows_read is not None:
        said["rows_read"] = seen.rows_read
        said["rows_rejected"] = [_rejected(one) for one in _lost(draft) if _row(one)]
    if seen.layers:
        said["layers"] = [
            {"name": name, "entities": count, "what": role} for name, role, count in seen.layers
        ]
    if seen.network:
        said["network"] = dict(seen.network)
    for name in ("entities", "texts", "extents_m", "bbox_deg"):
        value = getattr(seen, name)
        if value is not None:
            said[name] = value
    if seen.products:
        said["products"] = dict(seen.products)
    return said


def grouped(unread: list[Unread]) -> list[tuple[str, str, int]]:
    """(reason, first place and text, how many) of each reason, as they first came."""
    counted = Counter(one.reason for one in unread)
    first: dict[str, Unread] = {}
    for one in unread:
        first.setdefault(one.reason, one)
    return [
        (reason, f"{one.place} {one.text}".strip(), counted[reason])
        for reason, one in first.items()
    ]


def _found(draft: Draft) -> dict[str, object]:
    records = draft.records
    floors = [record for record in records if isinstance(record, Floor)]
    features = [record for record in records if isinstance(record, Feature)]
    by_place: dict[str, Counter[str]] = {}
    for feature in features:
        by_place.setdefault(str(feature.place), Counter())[
            _GROUP_OF.get(_family(feature.kind), "")
        ] += 1
    said: dict[str, object] = {}
    if floors:
        said["floors"] = [
            _floor(floor, by_place.get(str(floor.id), Counter()))
            for floor in sorted(floors, key=lambda floor: (floor.building_id, floor.elevation_m))
        ]
    counts = {
        "buildings": sum(feature.kind == "building.footprint" for feature in features)
        or sum(isinstance(record, Building) for record in records),
        "hydrants": sum(_family(feature.kind) in _HYDRANTS for feature in features),
        "stations": sum(isinstance(record, Station) for record in records),
    }
    return said | {name: count for name, count in counts.items() if count}


def _floor(floor: Floor, counts: Counter[str]) -> dict[str, object]:
    return {
        "label": floor.label,
        "level": floor.level,
        "elevation_m": floor.elevation_m,
        **{name: counts.get(name, 0) for name in _GROUPS},
        "features": sum(counts.values()),
    }


def _family(kind: str) -> str:
    return kind.partition(".")[0]


def _lost(draft: Draft | None) -> list[Unread]:
    return [one for one in draft.unread if not one.note] if draft else []


def _row(one: Unread) -> str:
    """The row number of a table's unread row, "" of anything else."""
    name, _, number = one.place.rpartition("row ")
    return number if number.isdigit() and (not name or name.startswith("sheet")) else ""


def _rejected(one: Unread) -> dict[str, object]:
    return {"row": int(_row(one)), "reason": one.reason, "text": one.text}
