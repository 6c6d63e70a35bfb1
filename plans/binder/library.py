"""Buildings: the list, one of them, its floors, and finding them."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Sequence

from plans.errors import Ambiguous, NotFound
from plans.geometry.placing import straight_line_m
from plans.model.building import Building
from plans.model.floor import Floor
from plans.model.ids import BuildingId, FloorId
from plans.storage import reads, units
from plans.storage.reads import BuildingRow
from plans.storage.rows import BUILDINGS, FLOORS
from plans.storage.search import Match, search, warm_up
from plans.storage.store import Store

MOST_CANDIDATES = 50
"""How many buildings are named when a clue fits several."""


class Library:
    """What buildings the binder holds. Any thread may ask."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(self, ids: Sequence[BuildingId]) -> list[BuildingRow]:
        """Short forms of those buildings that exist, in the order of the ids."""
        with self._store.reading() as connection:
            by_id = {row.id: row for row in reads.building_rows(connection, ids)}
        return [by_id[id_] for id_ in ids if id_ in by_id]

    def count(self) -> int:
        """How many buildings there are."""
        with self._store.reading() as connection:
            return reads.building_count(connection)

    def building(self, building_id: BuildingId) -> Building:
        """One building with its facts. Raises `NotFound`."""
        with self._store.reading() as connection:
            found = units.fetch(connection, BUILDINGS, [building_id]).get(building_id)
        if not isinstance(found, Building):
            raise NotFound(kind="building", what=building_id)
        return found

    def floors(self, building_id: BuildingId) -> list[Floor]:
        """Its floors, lowest first; none for an unknown building."""
        with self._store.reading() as connection:
            return reads.floors_of(connection, building_id)

    def floors_by_id(self, ids: Iterable[FloorId]) -> list[Floor]:
        """Those floors, of any building, that exist."""
        with self._store.reading() as connection:
            found = units.fetch(connection, FLOORS, ids)
        return [floor for floor in found.values() if isinstance(floor, Floor)]

    def search(self, query: str, limit: int = 20) -> list[Match]:
        """Buildings by any clue, best first, each with the reason; nothing typed finds nothing."""
        with self._store.reading() as connection:
            return search(connection, query, limit)

    def warm_up(self) -> None:
        """Load what a search for mistyped words and a commit of a building's name need.

        0.3 s once, meant for a worker after the window is up, so that no key press waits for it.
        """
        warm_up()

    def resolve(self, text: str) -> BuildingId:
        """The one building meant by an id, a code, a name or any other clue.

        A clue that fits word for word comes before one that stands in a name, and that before
        one that only sounds or looks alike; the first of these that anything answers decides.
        Raises `NotFound`, and `Ambiguous` where it is not one building that answers.
        """
        with self._store.reading() as connection:
            ids = reads.building_ids_of(connection, text.strip())
            if not ids:
                matches = search(connection, text, MOST_CANDIDATES)
                surest = max((match.sureness for match in matches), default=0)
                ids = [match.id for match in matches if match.sureness == surest]
        if not ids:
            raise NotFound(kind="building", what=text)
        if len(ids) > 1:
            raise Ambiguous(text, self.rows([BuildingId(id_) for id_ in ids]), len(ids))
        return BuildingId(ids[0])

    def middle(self) -> tuple[float, float] | None:
        """The mean position of all placed buildings, degrees lon, lat; None without any."""
        with self._store.reading() as connection:
            return reads.building_middle(connection)

    def nearby(self, lon: float, lat: float, limit: int = 10) -> list[tuple[BuildingRow, float]]:
        """The nearest placed buildings with their straight-line distance in metres."""
        with self._store.reading() as connection:
            places = reads.building_places(connection)
            narrow = math.cos(math.radians(lat))
            roughly = (
                ((((x - lon + 180) % 360 - 180) * narrow) ** 2 + (y - lat) ** 2, x, y, id_)
                for id_, x, y in places
            )
            nearest = heapq.nsmallest(limit * 2, roughly)
            measured = sorted((straight_line_m(lon, lat, x, y), id_) for _, x, y, id_ in nearest)
            measured = measured[:limit]
            rows = reads.building_rows(connection, [id_ for _, id_ in measured])
        by_id = {row.id: row for row in rows}
        return [(by_id[id_], distance_m) for distance_m, id_ in measured]

    def floor_counts(self) -> dict[BuildingId, int]:
        """How many floors each building has that has any."""
        with self._store.reading() as connection:
            return reads.floor_counts(connection)

    def list(self) -> list[BuildingRow]:
        """Short forms of all buildings, in the order they came."""
        with self._store.reading() as connection:
            return reads.building_rows(connection)
