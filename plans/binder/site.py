"""The map around the buildings: features in the binder's map metres."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from plans.model.feature import Feature
from plans.storage import reads
from plans.storage.store import Store


class Site:
    """Site features, read by view. Any thread may ask."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def in_box(self, minx: float, miny: float, maxx: float, maxy: float) -> list[Feature]:
        """Features whose bounding box touches the box (map metres), oldest first."""
        with self._store.reading() as connection:
            return reads.site_in_box(connection, minx, miny, maxx, maxy)

    def all(self, kinds: Collection[str] | None = None) -> list[Feature]:
        """Every feature, or those of some kinds, oldest first."""
        with self._store.reading() as connection:
            return reads.site_features(connection, kinds)

    def extent(self) -> tuple[float, float, float, float] | None:
        """minx, miny, maxx, maxy of all features in map metres; None when there are none."""
        with self._store.reading() as connection:
            return reads.site_extent(connection)

    def centres(self) -> NDArray[np.float64]:
        """The middle of each feature in map metres, (n, 2), in no order."""
        with self._store.reading() as connection:
            return reads.site_centres(connection)

    def count(self) -> int:
        """How many features there are."""
        with self._store.reading() as connection:
            return reads.site_count(connection)
