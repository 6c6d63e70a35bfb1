"""Lays drawings beneath floors, and what they propose onto them: one underlay for a file's name on
a floor, replaced when it comes again."""

from __future__ import annotations

import msgspec
import shapely
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from plans.errors import Undecided
from plans.geometry.aligning import IDENTITY, Matrix
from plans.importing.ledger import Ledger
from plans.importing.parsed import DrawingRow
from plans.importing.settle_buildings import floor_labelled, new_floor, said_building
from plans.importing.settle_underlays import lay, said_floor, underlay_named
from plans.model.attachment import LINEWORK, Underlay
from plans.model.building import Building
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.ids import FeatureId, new_id
from plans.model.linework import decoded

_FAR_M = 2_000.0
"""A drawing whose middle is farther from the floor's origin is in survey coordinates: it is moved
near, since single precision is a hand's breadth at a thousand kilometres."""
_NEAR_M = 0.5
"""A thing of the same kind so near one on the floor is that one."""


def settle_drawings(ledger: Ledger, rows: list[DrawingRow]) -> None:
    """Put each drawing on the floor the user names, else on those its title does; a floor nobody
    knows is made.

    Raises `Undecided`: neither the user nor the drawing says which building and floor it shows.
    """
    proposed = 0
    for row in rows:
        found = said_building(ledger)
        if found is None or not (ledger.wish.floor or row.floors):
            raise Undecided(ledger.source, reason="which_floor")
        place = said_floor(ledger) if ledger.wish.floor else _titled(ledger, found, row)
        before = underlay_named(ledger, place, row.name)
        matrix = before.matrix if before else _start(ledger, found, row)
        lay(ledger, place, row.name, LINEWORK, row.linework, matrix)
        proposed += _propose(ledger, place, row, matrix)
    if proposed:
        ledger.ask("proposed", str(proposed))


def _start(ledger: Ledger, building: Building, row: DrawingRow) -> Matrix:
    """Where a drawing lies at first: as drawn; one from afar as the building's others from there,
    else around the origin."""
    x0, y0, x1, y1 = decoded(row.linework).bounds() or (0.0, 0.0, 0.0, 0.0)
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    shelf = ledger.shelf.attachments
    there = [one for floor in ledger.floors(building.id) if floor.id not in ledger.records
             for one in shelf.underlays(floor.id)]  # fmt: skip
    there += [one for one in ledger.records.values() if isinstance(one, Underlay)]
    shifts = [one.matrix for one in there if one.matrix[:4] == IDENTITY[:4]]
    for matrix in (IDENTITY, *shifts):
        if max(abs(middle[0] + matrix[4]), abs(middle[1] + matrix[5])) <= _FAR_M:
            return matrix
    ledger.ask("moved_near", f"{middle[0]:.0f}, {middle[1]:.0f}")
    return (*IDENTITY[:4], -float(round(middle[0])), -float(round(middle[1])))


def _titled(ledger: Ledger, building: Building, row: DrawingRow) -> Floor:
    """The first floor of a title; those it shows as well are floors like it."""
    first, *others = (_floor(ledger, building, label, level) for label, level in row.floors)
    for floor, is_new in others:
        if is_new:
            ledger.put(msgspec.structs.replace(floor, typical=first[0].id))
        elif floor.typical != first[0].id:
            ledger.ask("floor_like", f"{floor.label} = {first[0].label}")
    return first[0]


def _floor(ledger: Ledger, building: Building, label: str, level: int | None) -> tuple[Floor, bool]:
    """The floor of that label or level, and whether it was made now."""
    known = floor_labelled(ledger, building.id, label)
    if known is None and level is not None:
        floors = ledger.floors(building.id)
        known = next((floor for floor in floors if floor.level == level), None)
    if known is not None:
        return known, False
    ledger.ask("new_floor", label)
    return ledger.put(new_floor(ledger, building.id, label, level, quiet=True)), True


def _propose(ledger: Ledger, place: Floor, row: DrawingRow, matrix: Matrix) -> int:
    """Put what the drawing proposes on the floor, save what is there; returns how many."""
    stored = [] if place.id in ledger.records else ledger.shelf.drafting.features(place.id).values()
    known: dict[str, list[BaseGeometry]] = {}
    for feature in stored:
        known.setdefault(feature.kind, []).append(feature.shape)
    count = 0
    for thing in row.things:
        a, b, c, d, e, f = matrix
        shape = affine_transform(shapely.from_wkb(thing.wkb), (a, c, b, d, e, f))
        there = known.setdefault(thing.kind, [])
        if there and float(shapely.distance(there, shape.centroid).min()) < _NEAR_M:
            ledger.counts["same"] += 1
            continue
        ledger.put(
            Feature(
                id=FeatureId(new_id()),
                place=place.id,
                kind=thing.kind,
                shape=shape,
                label=thing.label,
                rotation_deg=thing.rotation_deg,
                facts=thing.facts,
            )
        )
        ledger.counts[f"feature:{thing.kind}"] += 1
        count += 1
    return count
