"""Identities: UUIDv7 text, so they sort by birth and never need renumbering between binders."""

from __future__ import annotations

from typing import Final, NewType

import uuid_utils

BuildingId = NewType("BuildingId", str)
FloorId = NewType("FloorId", str)
FeatureId = NewType("FeatureId", str)
StationId = NewType("StationId", str)
PersonId = NewType("PersonId", str)
ShiftId = NewType("ShiftId", str)
ApplianceId = NewType("ApplianceId", str)
AttachmentId = NewType("AttachmentId", str)
UnderlayId = NewType("UnderlayId", str)
ChangeId = NewType("ChangeId", str)

SITE: Final = FloorId("site")
"""The place of features that lie on the map around the buildings, not on a floor."""


def new_id() -> str:
    """A fresh UUIDv7 (RFC 9562) as 36 characters of text."""
    return str(uuid_utils.uuid7())
