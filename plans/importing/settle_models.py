"""Fits a building model to the building it is meant for: the user's word on which one, the floors
that building has already, the place it stands at."""

from __future__ import annotations

import msgspec

from plans.errors import Undecided
from plans.importing.ledger import Ledger
from plans.importing.parsed import BuildingRow, FeatureRow, FloorRow, Parsed, ParsedRow
from plans.importing.settle_buildings import floor_labelled
from plans.model.building import Building

_FARTHEST_M = 200_000.0
"""A binder's map is good for a district: a place farther from its middle is another district's."""


def fitted_model(ledger: Ledger, parsed: Parsed, building: str) -> Parsed:
    """The rows of a model under the name of the building it shows.

    `building` is the user's word: it goes before the name in the file when the file has only one
    building. A building that is placed keeps its place; one of its floors at the same level takes
    what the model has for that floor, whatever they are called.
    """
    rows = [row for row in parsed.rows if isinstance(row, BuildingRow)]
    if len(rows) != 1:
        return parsed
    [own] = rows
    known = ledger.building_named(building or own.name)
    name = known.name if known else building or own.name
    labels = _labels(ledger, known, parsed) if known else {}
    fitted = [_fitted(row, name, labels) for row in parsed.rows]
    place = next(at for at, row in enumerate(fitted) if isinstance(row, BuildingRow))
    fitted[place] = _placed(ledger, msgspec.structs.replace(own, name=name), known)
    return msgspec.structs.replace(parsed, rows=tuple(fitted), building=name)


def whose_model(ledger: Ledger, parsed: Parsed, building: str) -> Undecided:
    """Asks whether a model is of the open building or of one of its own (`model_building`)."""
    own = next((row.name for row in parsed.rows if isinstance(row, BuildingRow) and row.name), "")
    known = ledger.building_named(building)
    return Undecided(
        ledger.source,
        reason="model_building",
        building=known.name if known else building,
        text=own or ledger.source.stem,
    )


def _labels(ledger: Ledger, known: Building, parsed: Parsed) -> dict[str, str]:
    """The model's labels → those of the building's floors at the same level."""
    floors = ledger.floors(known.id)
    by_level = {floor.level: floor.label for floor in floors}
    labels = {}
    for row in parsed.rows:
        if isinstance(row, FloorRow) and floor_labelled(ledger, known.id, row.label) is None:
            there = by_level.get(row.level) if row.level is not None else None
            if there is not None:
                labels[row.label] = there
    if labels:
        ledger.ask("floors_matched", ", ".join(f"{a} → {b}" for a, b in labels.items()))
    return labels


def _fitted(row: ParsedRow, name: str, labels: dict[str, str]) -> ParsedRow:
    if isinstance(row, FloorRow):
        return msgspec.structs.replace(row, building=name, label=labels.get(row.label, row.label))
    if isinstance(row, FeatureRow):
        floors = tuple(labels.get(label, label) for label in row.floors)
        return msgspec.structs.replace(row, building=name, floors=floors)
    return row


def _placed(ledger: Ledger, row: BuildingRow, known: Building | None) -> BuildingRow:
    if known is not None and known.placing is not None:
        if row.lon is not None:
            ledger.ask("kept_place", known.name)
        row = msgspec.structs.replace(row, lon=None, lat=None, rotation_deg=None)
    frame = ledger.shelf.frame
    if row.lon is not None and row.lat is not None and frame is not None:
        x, y = frame.to_map(row.lon, row.lat)
        if not max(abs(x), abs(y)) < _FARTHEST_M:
            ledger.ask("place_far", f"{row.lat:.5f}, {row.lon:.5f}")
            row = msgspec.structs.replace(row, lon=None, lat=None)
    return row
