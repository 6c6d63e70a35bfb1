"""What lies under the pointer: symbols by their size on screen, lines near, the smallest area."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import numpy as np
import shapely
from shapely.geometry import Point

from desktop.canvas.camera import Box, Camera
from plans.model.catalog import Catalog
from plans.model.feature import Feature
from plans.model.ids import FeatureId

REACH_PX = 6.0


class Picker:
    """Answers for one set of features."""

    def __init__(self, features: Mapping[FeatureId, Feature], catalog: Catalog) -> None:
        self._features = list(features.values())
        self._catalog = catalog
        self._shapes = np.array([feature.shape for feature in self._features], dtype=object)
        self._tree = shapely.STRtree(self._shapes)

    @cached_property
    def _widest_m(self) -> float:
        """The width of the widest line: so far beside its middle a road can still be hit."""
        lines = np.flatnonzero(shapely.get_dimensions(self._shapes) == 1).tolist()
        found = (self._features[index] for index in lines)
        return max((self._catalog.width_m(one.kind, one.facts) for one in found), default=0.0)

    def in_box(self, box: Box) -> list[Feature]:
        """Features whose shapes meet a box of the plan."""
        return [self._features[index] for index in self._tree.query(shapely.box(*box)).tolist()]

    def at(
        self, x_m: float, y_m: float, camera: Camera, hidden: frozenset[str], symbol_px: float
    ) -> list[Feature]:
        """Features under a point of the plan, the likeliest first."""
        reach = max(symbol_px / 2, REACH_PX) / camera.px_per_m
        far = max(reach, self._widest_m / 2)
        near = shapely.box(x_m - far, y_m - far, x_m + far, y_m + far)
        point = Point(x_m, y_m)
        ranked: list[tuple[tuple[int, float], Feature]] = []
        for index in self._tree.query(near, predicate="intersects").tolist():
            feature = self._features[index]
            kind = self._catalog.kinds.get(feature.kind)
            if kind is not None and (kind.layer in hidden or not kind.shown_at(camera.px_per_m)):
                continue
            dimension = int(shapely.get_dimensions(feature.shape))
            distance = float(shapely.distance(feature.shape, point))
            if dimension == 2:
                if distance == 0.0:
                    ranked.append(((2, float(feature.shape.area)), feature))
            elif dimension == 1:
                width = self._catalog.width_m(feature.kind, feature.facts)
                if distance <= max(width / 2, REACH_PX / camera.px_per_m):
                    ranked.append(((1, distance), feature))
            elif distance <= reach:
                ranked.append(((0, distance), feature))
        ranked.sort(key=lambda pair: pair[0])
        return [feature for _, feature in ranked]
