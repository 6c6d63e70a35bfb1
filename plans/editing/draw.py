"""Put new features on a floor or the site."""

from __future__ import annotations

from collections.abc import Iterable

from shapely.geometry.base import BaseGeometry

from plans.model.change import Change, added
from plans.model.fact import Facts
from plans.model.feature import Feature
from plans.model.ids import FeatureId, FloorId, new_id


def draw(
    place: FloorId,
    kind: str,
    shape: BaseGeometry,
    *,
    label: str = "",
    label_en: str = "",
    rotation_deg: float = 0.0,
    facts: Facts = (),
) -> Change:
    """A new feature with a fresh id; `shape` in metres of its place (see `Feature`)."""
    feature = Feature(
        id=FeatureId(new_id()),
        place=place,
        kind=kind,
        shape=shape,
        label=label,
        label_en=label_en,
        rotation_deg=rotation_deg,
        facts=facts,
    )
    return add([feature])


def add(features: Iterable[Feature]) -> Change:
    """Features made elsewhere (pasted, traced), as one step."""
    return added("feature.draw", *features)
