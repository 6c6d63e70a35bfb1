"""Features from parsed rows: onto the site in map metres, onto floors in the building's metres."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import GeometryCollection
from shapely.geometry.base import BaseGeometry

from plans.geometry.placing import MapFrame, map_to_local
from plans.importing.ledger import Ledger
from plans.importing.levels import label_of
from plans.importing.nearness import check_on_building, far_ones, frame_at, middles
from plans.importing.parsed import FeatureRow
from plans.importing.settle_buildings import floor_labelled, new_floor, said_building
from plans.importing.shapes import BadShape, fitted, repaired
from plans.model.building import Building, Placing
from plans.model.fact import Fact, fact_of
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.ids import SITE, BuildingId, FeatureId, FloorId, new_id

_FLOOR_FILE = re.compile(r"^(.+?)[-_ ]*(?:floor|level|楼层)[-_ ]*(.+)$", re.IGNORECASE)
_GRID_M = 0.001
"""Shapes are kept to the millimetre: finer is noise of the degrees they came in."""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """Where floor features go when their rows do not say: the user's word, or the file's."""

    building: str = ""
    floor: str = ""
    typical: str = ""


def settle_features(ledger: Ledger, rows: Sequence[FeatureRow], target: Target) -> None:
    """Bring features in; one with the kind, shape and label of one that is there is left alone.

    A floor or building that is not there yet is made, and said.
    """
    on_site: list[FeatureRow] = []
    on_floors: dict[str, list[FeatureRow]] = defaultdict(list)
    if ledger.wish.building:
        said_building(ledger)  # a name nobody knows is refused even when nothing lies inside
    for row in rows:
        if ledger.wish.place == "site" and not row.local:
            on_site.append(row)
            continue
        inside = row.indoor or bool(row.floors or row.levels)
        if inside or (target.floor and not row.outdoor):
            on_floors[row.building or target.building].append(row)
        else:
            on_site.append(row)
    for name, of_building in on_floors.items():
        _onto_building(ledger, name, of_building, target)
    if on_site:
        _onto_site(ledger, on_site)


def is_floor_file(rows: Iterable[FeatureRow]) -> bool:
    """Whether any row lies inside a building."""
    return any(row.indoor or row.floors or row.levels for row in rows)


def named_in_file(path: Path) -> tuple[str, str]:
    """The building and floor a file name tells: `tower-floor-3` → (`tower`, `3`)."""
    match = _FLOOR_FILE.match(path.stem)
    return (match[1], match[2]) if match else (path.stem, "")


# ---------------------------------------------------------------------- onto the site


def _onto_site(ledger: Ledger, rows: Sequence[FeatureRow]) -> None:
    degrees = _shapes(rows)
    rows, degrees = _near_ones(ledger, rows, degrees)
    if not rows:
        return
    frame = ledger.frame([_middle(degrees)])
    shapes = _moved(degrees, frame, None)
    bounds = shapely.total_bounds(np.array(shapes, dtype=object))
    stored: Sequence[Feature] = ()
    if ledger.shelf.frame is not None:
        west, south, east, north = map(float, bounds)
        stored = ledger.shelf.site.in_box(west - 1, south - 1, east + 1, north + 1)
    _put_features(ledger, rows, shapes, SITE, stored)


# ---------------------------------------------------------------------- onto floors


def _onto_building(ledger: Ledger, name: str, rows: Sequence[FeatureRow], target: Target) -> None:
    shapes = _shapes(rows)
    if all(row.local for row in rows):
        building = _unplaced(ledger, name)
        shapes = [_sound(shapely.transform(shape, _to_grid)) for shape in shapes]
    else:
        known = ledger.building_named(name)
        if known is None or known.placing is None:
            rows, shapes = _near_ones(ledger, rows, shapes)
            if not rows:
                return
        building = _building(ledger, name, _middle(shapes))
        placing = building.placing
        assert placing is not None
        if name == ledger.wish.building and ledger.wish.place != "here":
            check_on_building(ledger, building, shapes)
        frame = frame_at(placing.lon, placing.lat)
        shapes = _moved(shapes, frame, placing.rotation_deg)
    by_floor: dict[FloorId, list[int]] = defaultdict(list)
    floors: dict[tuple[tuple[str, ...], tuple[int, ...]], list[Floor]] = {}
    for at, row in enumerate(rows):
        where = (row.floors, row.levels)
        if where not in floors:
            floors[where] = _floors(ledger, building.id, row, target)
        for floor in floors[where]:
            by_floor[floor.id].append(at)
    for floor_id, places in by_floor.items():
        stored: Iterable[Feature] = ()
        if floor_id not in ledger.records:
            stored = ledger.shelf.drafting.features(floor_id).values()
        _put_features(
            ledger, [rows[at] for at in places], [shapes[at] for at in places], floor_id, stored
        )


def _building(ledger: Ledger, name: str, middle: tuple[float, float]) -> Building:
    """The building of that name, made when there is none, placed when it stands nowhere."""
    building = ledger.building_named(name)
    placing = Placing(lon=round(middle[0], 7), lat=round(middle[1], 7))
    if building is None:
        ledger.ask("new_building", name)
        made = Building(id=BuildingId(new_id()), name=name, placing=placing)
        return ledger.put(made)
    if building.placing is None:
        ledger.ask("placed_here", name)
        return ledger.put(msgspec.structs.replace(building, placing=placing))
    return building


def _unplaced(ledger: Ledger, name: str) -> Building:
    """The building of that name, made when there is none, wherever it stands."""
    building = ledger.building_named(name)
    if building is None:
        ledger.ask("new_building", name)
        building = ledger.put(Building(id=BuildingId(new_id()), name=name))
    return building


def _floors(
    ledger: Ledger, building_id: BuildingId, row: FeatureRow, target: Target
) -> list[Floor]:
    """The floors a row lies on: the user's, its own labels, its levels, the file's, the first."""
    labels = (target.floor,) if target.floor else row.floors
    if labels:
        return [_floor(ledger, building_id, label, None, target) for label in labels]
    if row.levels:
        return [_floor(ledger, building_id, "", level, target) for level in row.levels]
    ledger.ask("no_level", label_of(0))
    return [_floor(ledger, building_id, "", 0, target)]


def _floor(
    ledger: Ledger, building_id: BuildingId, label: str, level: int | None, target: Target
) -> Floor:
    floors = ledger.floors(building_id)
    if label:
        floor = floor_labelled(ledger, building_id, label)
    else:
        floor = next((floor for floor in floors if floor.level == level), None)
    if floor is None:
        made = new_floor(ledger, building_id, label or label_of(level or 0), level)
        same = floor_labelled(ledger, building_id, target.typical) if target.typical else None
        if same is not None:
            made = msgspec.structs.replace(made, typical=same.id)
        floor = ledger.put(made)
    return floor


# ---------------------------------------------------------------------- both


def _shapes(rows: Sequence[FeatureRow]) -> list[BaseGeometry]:
    return list(shapely.from_wkb(np.array([row.wkb for row in rows], dtype=object)))


def _middle(shapes: list[BaseGeometry]) -> tuple[float, float]:
    west, south, east, north = shapely.total_bounds(np.array(shapes, dtype=object))
    return float((west + east) / 2), float((south + north) / 2)


def _near_ones(
    ledger: Ledger, rows: Sequence[FeatureRow], degrees: list[BaseGeometry]
) -> tuple[Sequence[FeatureRow], list[BaseGeometry]]:
    """Rows and shapes without those that lie far from the binder's buildings, which are missed."""
    far = far_ones(ledger, middles(degrees))
    for row, away_km in zip(rows, far, strict=True):
        if away_km is not None:
            ledger.miss(row.place, "too_far", f"{away_km:,} km")
    kept = [at for at, away_km in enumerate(far) if away_km is None]
    if len(kept) == len(rows):
        return rows, degrees
    return [rows[at] for at in kept], [degrees[at] for at in kept]


def _moved(
    degrees: list[BaseGeometry], frame: MapFrame, rotation_deg: float | None
) -> list[BaseGeometry]:
    """Shapes in degrees as metres of the frame, turned into the building's axes, to the mm."""
    metres = frame.shape_to_map(GeometryCollection(degrees))

    def settled(points: NDArray[np.float64]) -> NDArray[np.float64]:
        turned = points
        if rotation_deg:
            turned = map_to_local(points, (0.0, 0.0), rotation_deg)
        return _to_grid(turned)

    moved = shapely.transform(metres, settled)
    assert isinstance(moved, GeometryCollection)
    return list(moved.geoms)


def _to_grid(points: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.round(points / _GRID_M) * _GRID_M


def _sound(shape: BaseGeometry) -> BaseGeometry:
    """The shape still valid after its corners were rounded; what is left of it may be slighter."""
    try:
        return repaired(shape)[0]
    except BadShape:
        return shape


def _put_features(
    ledger: Ledger,
    rows: Sequence[FeatureRow],
    shapes: Sequence[BaseGeometry],
    place: FloorId,
    stored: Iterable[Feature],
) -> None:
    there = list(stored)
    known = set(_keys(there, [one.shape for one in there]))
    kinds = ledger.catalog.kinds
    fits = [
        fitted(metres, kinds[row.kind]) if row.kind in kinds and not row.local else (metres, 0.0)
        for row, metres in zip(rows, shapes, strict=True)
    ]
    keys = _keys(rows, [shape for shape, _ in fits])
    for row, (shape, width_m), key in zip(rows, fits, keys, strict=True):
        if key in known:
            ledger.counts["same"] += 1
            continue
        known.add(key)
        facts = row.facts
        if width_m and fact_of(facts, "width_m") is None:
            measured = Fact(key="width_m", value=width_m, unit="m", source=ledger.source.name)
            facts = (*facts, measured)
        ledger.put(
            Feature(
                id=FeatureId(new_id()),
                place=place,
                kind=row.kind,
                shape=shape,
                label=row.label,
                label_en=row.label_en,
                rotation_deg=row.rotation_deg,
                facts=facts,
            )
        )
        ledger.counts[f"feature:{row.kind}"] += 1


def _keys(
    ones: Sequence[FeatureRow | Feature], shapes: list[BaseGeometry]
) -> list[tuple[str, str, bytes]]:
    """What tells features of one place apart: kind, label and shape to the last digit."""
    wkbs = shapely.to_wkb(np.array(shapes, dtype=object)) if shapes else ()
    return [(one.kind, one.label, wkb) for one, wkb in zip(ones, wkbs, strict=True)]
