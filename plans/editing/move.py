"""Move, turn and mirror features; doors and windows go with the wall they hang in."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping

import msgspec
import numpy as np
import shapely
from numpy.typing import NDArray

from plans.editing.hanging import LEAVES, hung_on
from plans.model.change import Change, change
from plans.model.feature import Feature
from plans.model.ids import FeatureId

Features = Mapping[FeatureId, Feature]
_Points = NDArray[np.float64]


def translate(features: Features, ids: Collection[FeatureId], dx_m: float, dy_m: float) -> Change:
    """Move features by (dx, dy) metres."""

    step = np.array([dx_m, dy_m])

    def moved(feature: Feature) -> Feature:
        return _reshaped(feature, lambda points: points + step)

    return _each("feature.move", features, ids, moved)


def rotate(
    features: Features, ids: Collection[FeatureId], angle_deg: float, about: tuple[float, float]
) -> Change:
    """Turn features counter-clockwise by `angle_deg` about a point in metres."""
    cos, sin = math.cos(math.radians(angle_deg)), math.sin(math.radians(angle_deg))
    turn = np.array([[cos, sin], [-sin, cos]])

    def turned(feature: Feature) -> Feature:
        shaped = _reshaped(feature, lambda points: (points - about) @ turn + about)
        return msgspec.structs.replace(
            shaped, rotation_deg=_full_turn(feature.rotation_deg + angle_deg)
        )

    return _each("feature.rotate", features, ids, turned)


def mirror(
    features: Features,
    ids: Collection[FeatureId],
    a: tuple[float, float],
    b: tuple[float, float],
) -> Change:
    """Mirror features across the line through two different points in metres.

    A door keeps the side it opens to: its line is turned round, so the hinge changes jamb.
    Raises `ValueError` when the points are one.
    """
    axis = np.subtract(b, a)
    length = math.hypot(*axis)
    if length == 0.0:
        raise ValueError("a line to mirror in needs two different points")
    x, y = axis / length
    across = np.array([[2 * x * x - 1, 2 * x * y], [2 * x * y, 2 * y * y - 1]])
    axis_deg = math.degrees(math.atan2(y, x))

    def mirrored(feature: Feature) -> Feature:
        shaped = _reshaped(feature, lambda points: (points - a) @ across + a)
        shape = shapely.reverse(shaped.shape) if feature.kind in LEAVES else shaped.shape
        return msgspec.structs.replace(
            shaped, shape=shape, rotation_deg=_full_turn(2 * axis_deg - feature.rotation_deg)
        )

    return _each("feature.mirror", features, ids, mirrored)


def _each(
    label: str,
    features: Features,
    ids: Collection[FeatureId],
    moved: Callable[[Feature], Feature],
) -> Change:
    """The change of each of the ids that is on the floor, and of what hangs on them."""
    wanted = (frozenset(ids) & features.keys()) | hung_on(features, ids)
    return change(label, {id_: (features[id_], moved(features[id_])) for id_ in sorted(wanted)})


def _reshaped(feature: Feature, to: Callable[[_Points], _Points]) -> Feature:
    return msgspec.structs.replace(feature, shape=shapely.transform(feature.shape, to))


def _full_turn(angle_deg: float) -> float:
    """The angle between 0 and 360 degrees."""
    return angle_deg % 360.0
