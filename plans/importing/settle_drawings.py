"""Lays drawings beneath floors: one underlay for a file's name, replaced when it comes again."""

from __future__ import annotations

import hashlib

from plans.errors import InputError
from plans.importing.ledger import Ledger
from plans.importing.parsed import DrawingRow
from plans.importing.settle_buildings import floor_labelled, new_floor
from plans.model.attachment import LINEWORK, Underlay
from plans.model.building import Building
from plans.model.floor import Floor
from plans.model.ids import UnderlayId, new_id


def settle_drawings(ledger: Ledger, rows: list[DrawingRow], building: str, floor: str) -> None:
    """Put each drawing on the floor the user names; a floor nobody knows is made.

    Raises `InputError`: a drawing does not say which building and floor it shows.
    """
    for row in rows:
        found = ledger.building_named(building)
        if found is None or not floor:
            raise InputError(ledger.source, reason="which_floor", text=building)
        place = _floor(ledger, found, floor)
        digest = hashlib.sha256(row.linework).hexdigest()
        before = next(
            (u for u in ledger.shelf.attachments.underlays(place.id) if u.name == row.name), None
        )
        ledger.blobs[digest] = row.linework
        ledger.put(
            Underlay(
                id=before.id if before else UnderlayId(new_id()),
                place=place.id,
                name=row.name,
                media_type=LINEWORK,
                sha256=digest,
                matrix=before.matrix if before else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0),
            ),
            before,
        )


def _floor(ledger: Ledger, building: Building, label: str) -> Floor:
    known = floor_labelled(ledger, building.id, label)
    if known is not None:
        return known
    ledger.ask("new_floor", label)
    return ledger.put(new_floor(ledger, building.id, label, None, quiet=True))
