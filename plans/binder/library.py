"""Buildings: the list, one of them, its floors, and finding them."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence

from plans.errors import NotFound
from plans.geometry.placing import straight_line_m
from plans.model.building import Building
from plans.model.floor import Floor
from plans.model.ids import BuildingId
from plans.storage import reads, units
from plans.storage.reads import BuildingRow
from plans.storage.rows import BUILDINGS
from plans.storage.search import Match, search, warm_up
from plans.storage.store import Store


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
        """The building meant by an id, a code, an exact name, else the best search hit.

        Raises `NotFound`.
        """
        with self._store.reading() as connection:
            exact = reads.building_id_of(connection, text.strip())
            if exact is not None:
                return BuildingId(exact)
            matches = search(connection, text, 1)
        if not matches:
            raise NotFound(kind="building", what=text)
        return matches[0].id

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

    def list(self) -> list[BuildingRow]:
        """Short forms of all buildings, in the order they came."""
        with self._store.reading() as connection:
            return reads.building_rows(connection)
