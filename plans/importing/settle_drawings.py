"""Lays drawings beneath floors: one underlay for a file's name, replaced when it comes again."""

from __future__ import annotations

from plans.errors import InputError
from plans.geometry.aligning import IDENTITY
from plans.importing.ledger import Ledger
from plans.importing.parsed import DrawingRow
from plans.importing.settle_underlays import floor_for, lay, underlay_named
from plans.model.attachment import LINEWORK


def settle_drawings(ledger: Ledger, rows: list[DrawingRow], building: str, floor: str) -> None:
    """Put each drawing on the floor the user names; a floor nobody knows is made.

    Raises `InputError`: a drawing does not say which building and floor it shows.
    """
    for row in rows:
        found = ledger.building_named(building)
        if found is None or not floor:
            raise InputError(ledger.source, reason="which_floor", text=building)
        place = floor_for(ledger, found, floor)
        before = underlay_named(ledger, place, row.name)
        matrix = before.matrix if before else IDENTITY
        lay(ledger, place, row.name, LINEWORK, row.linework, matrix)
