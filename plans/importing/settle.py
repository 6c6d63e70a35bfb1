"""Fits what was read from a file to a binder: the same building, floor and station are found again,
degrees become metres, and only what is new or different is proposed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar, cast

import msgspec

from plans.importing.asked import Import
from plans.importing.draft import Draft
from plans.importing.housing import Known, housed
from plans.importing.ledger import Ledger
from plans.importing.parsed import (
    ApplianceRow,
    BuildingRow,
    DrawingRow,
    FeatureRow,
    FloorRow,
    KitRow,
    NetworkRow,
    Parsed,
    ParsedRow,
    PersonRow,
    PhotoRow,
    PictureRow,
    ShiftRow,
    StationRow,
)
from plans.importing.rules import Near
from plans.importing.settle_buildings import settle_buildings, settle_floors
from plans.importing.settle_drawings import settle_drawings
from plans.importing.settle_features import (
    Target,
    is_floor_file,
    named_in_file,
    settle_features,
)
from plans.importing.settle_models import fitted_model, whose_model
from plans.importing.settle_networks import settle_networks
from plans.importing.settle_photos import settle_photos
from plans.importing.settle_rosters import (
    settle_appliances,
    settle_kit,
    settle_persons,
    settle_shifts,
    settle_stations,
)
from plans.importing.settle_underlays import settle_pages
from plans.importing.shelf import Shelf
from plans.model.building import Building
from plans.model.catalog import Catalog
from plans.model.station import Station

PAGES = ("pdf", "picture")
"""Formats whose scale and place a person gives."""

_T = TypeVar("_T", bound=ParsedRow)


def settle(
    parsed: Parsed,
    path: Path,
    shelf: Shelf,
    catalog: Catalog,
    storey_height_m: float,
    wish: Import | None = None,
    near: Near | None = None,
) -> Draft:
    """The draft of a read file.

    The building and floor the user wishes go before what the file says of itself, and that before
    what its name tells. `storey_height_m` is what a floor gets when nothing says its height.
    `near` says how far is elsewhere; without it nothing is asked. Raises `Undecided`.
    """
    wish = wish or Import()
    ledger = Ledger(shelf, catalog, path, storey_height_m, near, wish)
    ledger.unread += parsed.unread
    ledger.questions += parsed.questions
    if parsed.table == "ifc":
        if wish.by_hand and wish.building and wish.place != "here":
            raise whose_model(ledger, parsed, wish.building)
        parsed = fitted_model(ledger, parsed, wish.new_building or wish.building)
        wish = msgspec.structs.replace(wish, floor="")  # a model is of all its floors
    rows = _Rows(parsed)
    features = rows.of(FeatureRow)
    if not (wish.building or wish.new_building or wish.place == "site"):
        features, houses = housed(features, path.name.split(".", 1)[0], _known(ledger))
        for house in houses:
            ledger.ask("new_building", house.name)
        settle_buildings(ledger, houses, only_facts=False)
    settle_buildings(ledger, rows.of(BuildingRow), only_facts=parsed.table == "facts")
    settle_floors(ledger, rows.of(FloorRow))
    settle_stations(ledger, rows.of(StationRow))
    settle_persons(ledger, rows.of(PersonRow))
    settle_shifts(ledger, rows.of(ShiftRow))
    settle_appliances(ledger, rows.of(ApplianceRow))
    settle_kit(ledger, rows.of(KitRow))
    if features:
        settle_features(ledger, features, _target(parsed, path, features, wish))
    if parsed.table in PAGES:
        pages: list[DrawingRow | PictureRow] = [*rows.of(DrawingRow), *rows.of(PictureRow)]
        settle_pages(ledger, pages)
    else:
        settle_drawings(ledger, rows.of(DrawingRow))
    settle_networks(ledger, rows.of(NetworkRow))
    settle_photos(ledger, rows.of(PhotoRow))
    return ledger.draft(_positions(ledger))


def _known(ledger: Ledger) -> Iterator[Known]:
    for row in ledger.shelf.library.list():
        if row.lon is not None and row.lat is not None:
            yield Known(row.id, row.lon, row.lat)


class _Rows:
    """The rows of a file by their kind."""

    def __init__(self, parsed: Parsed) -> None:
        self._by_kind: dict[type, list[ParsedRow]] = defaultdict(list)
        for row in parsed.rows:
            self._by_kind[type(row)].append(row)

    def of(self, kind: type[_T]) -> list[_T]:
        return cast(list[_T], self._by_kind[kind])


def _target(parsed: Parsed, path: Path, rows: list[FeatureRow], wish: Import) -> Target:
    from_name = named_in_file(path)
    in_file = parsed.floor
    own_floors = any(row.floors or row.levels for row in rows)
    if not in_file and not own_floors and is_floor_file(rows):
        in_file = from_name[1]
    return Target(
        building=wish.new_building or wish.building or parsed.building or from_name[0],
        floor=wish.floor or ("" if own_floors else in_file),
        typical=parsed.typical,
    )


def _positions(ledger: Ledger) -> list[tuple[float, float]]:
    """Where things of the draft stand, for the map frame of a binder that has none yet."""
    positions: list[tuple[float, float]] = []
    for record in ledger.records.values():
        if isinstance(record, Building) and record.placing is not None:
            positions.append((record.placing.lon, record.placing.lat))
        if isinstance(record, Station) and record.lon is not None and record.lat is not None:
            positions.append((record.lon, record.lat))
    return positions
