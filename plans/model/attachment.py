"""A photo or paper kept in the binder, and the drawing beneath a floor; bytes lie apart."""

from __future__ import annotations

import datetime as dt

import msgspec

from plans.model.ids import AttachmentId, FloorId, UnderlayId


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a photo without reading its bytes. `sha256` finds them."""

    id: AttachmentId
    name: str
    media_type: str
    sha256: str
    caption: str = ""
    caption_en: str = ""
    taken_on: dt.date | None = None
    taken_by: str = ""

    def caption_in(self, language: str) -> str:
        """The caption to show in that language."""
        return self.caption if language == "zh" else self.caption_en or self.caption


LINEWORK = "application/x-preplan-linework"
"""The media type of an encoded `plans.model.linework.Linework`."""

PICTURE = "application/x-preplan-pyramid"
"""The media type of an encoded `plans.model.pyramid.Pyramid`."""

NETWORK = "application/x-epanet-inp"
"""The media type of a water network kept as EPANET text."""


class Underlay(msgspec.Struct, frozen=True, kw_only=True):
    """An imported drawing or picture beneath a floor; its arrays or tiles are a blob by `sha256`.

    `matrix` (`plans.geometry.aligning.Matrix`) takes its units (metres of a drawing, points of a
    page, pixels up from the lower left of a picture) to metres of the floor.
    """

    id: UnderlayId
    place: FloorId
    name: str
    media_type: str
    sha256: str
    matrix: tuple[float, float, float, float, float, float] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
