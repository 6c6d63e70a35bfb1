"""Lays pages and pictures beneath a floor: at the place the user says, else in its middle."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from plans.errors import Undecided
from plans.geometry.aligning import Matrix, Point, scaled, times
from plans.importing.ledger import Ledger
from plans.importing.parsed import DrawingRow, PictureRow
from plans.importing.settle_buildings import floor_labelled, new_floor, said_building
from plans.model.attachment import LINEWORK, PICTURE, Underlay
from plans.model.floor import Floor
from plans.model.ids import UnderlayId, new_id
from plans.model.linework import decoded


def settle_pages(
    ledger: Ledger,
    rows: Sequence[DrawingRow | PictureRow],
) -> None:
    """Put each page on the floor the user names; a floor nobody knows is made.

    The wish's matrix takes units of the page (y up from its lower left) to metres of the floor.
    Without it a page keeps the place it had on that floor, else its measured scale puts its
    middle on the floor's. Raises `Undecided`: no floor is named (`which_floor`), or nothing tells
    the scale, or only the page itself and the user lays pages by hand (`no_scale`).
    """
    matrix = ledger.wish.matrix
    for row in rows:
        place = said_floor(ledger)
        before = underlay_named(ledger, place, row.name)
        own = offset_of(row)
        if matrix is not None:
            at = times(own, matrix)
        elif before is not None and ledger.wish.measure is None:
            at = before.matrix
        elif row.metres and (ledger.wish.measure is not None or not ledger.wish.by_hand):
            at = times(own, scaled(row.metres, middle_of(row), floor_middle(ledger, place)))
        else:
            raise Undecided(
                ledger.source, reason="no_scale", page=row.page, floor=place.label,
                building=place.building_id,
            )  # fmt: skip
        if isinstance(row, DrawingRow):
            lay(ledger, place, row.name, LINEWORK, row.linework, at)
        else:
            lay(ledger, place, row.name, PICTURE, row.pyramid, at)


def lay(
    ledger: Ledger, place: Floor, name: str, media_type: str, data: bytes, matrix: Matrix
) -> None:
    """Put an underlay into the draft; one of that name on that floor is replaced."""
    before = underlay_named(ledger, place, name)
    digest = hashlib.sha256(data).hexdigest()
    ledger.blobs[digest] = data
    ledger.put(
        Underlay(
            id=before.id if before else UnderlayId(new_id()),
            place=place.id,
            name=name,
            media_type=media_type,
            sha256=digest,
            matrix=matrix,
        ),
        before,
    )


def underlay_named(ledger: Ledger, place: Floor, name: str) -> Underlay | None:
    """The underlay of that name which the floor already has."""
    there = ledger.shelf.attachments.underlays(place.id)
    return next((underlay for underlay in there if underlay.name == name), None)


def said_floor(ledger: Ledger) -> Floor:
    """The floor the user named for all files; one nobody knows is made, and said.

    Raises `Undecided` (`which_floor`) when building or floor was not named.
    """
    building, label = said_building(ledger), ledger.wish.floor
    if building is None or not label:
        raise Undecided(ledger.source, reason="which_floor")
    known = floor_labelled(ledger, building.id, label)
    if known is not None:
        return known
    ledger.ask("new_floor", label)
    return ledger.put(new_floor(ledger, building.id, label, None, quiet=True))


def offset_of(row: DrawingRow | PictureRow) -> Matrix:
    """From a row's own units (pixels of a cropped picture) to units of the whole page."""
    if isinstance(row, DrawingRow):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (row.pixel, 0.0, 0.0, row.pixel, row.left, row.bottom)


def middle_of(row: DrawingRow | PictureRow) -> Point:
    """The middle of what is kept of a page, in units of the whole page."""
    if isinstance(row, PictureRow):
        wide, high = row.width_px * row.pixel, row.height_px * row.pixel
        return row.left + wide / 2, row.bottom + high / 2
    x0, y0, x1, y1 = decoded(row.linework).bounds() or (0.0, 0.0, 0.0, 0.0)
    return (x0 + x1) / 2, (y0 + y1) / 2


def floor_middle(ledger: Ledger, place: Floor) -> Point:
    """The middle of a floor's outline, or of all it has; (0, 0) of one that has nothing."""
    if place.id in ledger.records:
        return 0.0, 0.0
    features = ledger.shelf.drafting.features(place.id).values()
    boxes = [one.shape.bounds for one in features if one.kind == "outline"]
    boxes = boxes or [one.shape.bounds for one in features]
    if not boxes:
        return 0.0, 0.0
    west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
    east, north = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return (west + east) / 2, (south + north) / 2
