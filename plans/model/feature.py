"""One thing marked on a floor or on the site."""

from __future__ import annotations

import msgspec
from shapely.geometry.base import BaseGeometry

from plans.model.fact import Facts
from plans.model.ids import AttachmentId, FeatureId, FloorId


class Feature(msgspec.Struct, frozen=True, kw_only=True):
    """A thing with a kind, a shape, a label and facts.

    `place` is the floor it lies on, or `SITE`. `shape` is in metres, y up: the building's local
    metres on a floor, the binder's map metres on the site. `rotation_deg` turns a point's symbol
    counter-clockwise from east.
    """

    id: FeatureId
    place: FloorId
    kind: str
    shape: BaseGeometry
    label: str = ""
    label_en: str = ""
    rotation_deg: float = 0.0
    facts: Facts = ()
    photos: tuple[AttachmentId, ...] = ()

    def label_in(self, language: str) -> str:
        """The label to show in that language."""
        return self.label if language == "zh" else self.label_en or self.label
