"""Say what a feature, a building or a vehicle is: kind, labels, facts, photos."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from plans.model.appliance import Appliance
from plans.model.building import Building
from plans.model.change import Change, Record, change
from plans.model.fact import Fact, with_fact, without_fact
from plans.model.feature import Feature
from plans.model.ids import AttachmentId

Described = Feature | Building | Appliance
Pictured = Feature | Building
R = TypeVar("R", bound=Record)


def relabel(feature: Feature, label: str, label_en: str | None = None) -> Change:
    """Give a feature another label; None leaves the English one as it is."""
    english = feature.label_en if label_en is None else label_en
    return replaced(feature, msgspec.structs.replace(feature, label=label, label_en=english))


def retype(feature: Feature, kind: str) -> Change:
    """Make a feature another kind; its facts stay, known to the new kind or not."""
    return replaced(feature, msgspec.structs.replace(feature, kind=kind))


def turn_symbol(feature: Feature, rotation_deg: float) -> Change:
    """Turn a point's symbol, counter-clockwise from east."""
    return replaced(feature, msgspec.structs.replace(feature, rotation_deg=rotation_deg % 360.0))


def set_fact(record: Described, fact: Fact) -> Change:
    """Record a fact, in place of one with the same key."""
    return replaced(record, msgspec.structs.replace(record, facts=with_fact(record.facts, fact)))


def clear_fact(record: Described, key: str) -> Change:
    """Take a fact away; nothing happens when it is not there."""
    return replaced(record, msgspec.structs.replace(record, facts=without_fact(record.facts, key)))


def attach_photo(record: Pictured, photo: AttachmentId) -> Change:
    """Show a photo with the record, once."""
    photos = record.photos if photo in record.photos else (*record.photos, photo)
    return replaced(record, msgspec.structs.replace(record, photos=photos))


def detach_photo(record: Pictured, photo: AttachmentId) -> Change:
    """No longer show a photo with the record; the photo stays in the binder."""
    photos = tuple(kept for kept in record.photos if kept != photo)
    return replaced(record, msgspec.structs.replace(record, photos=photos))


def replaced(before: R, after: R) -> Change:
    """One record in place of another with the same id, told as describing it."""
    label = "roster.edit"
    if isinstance(before, Feature):
        label = "feature.describe"
    elif isinstance(before, Building):
        label = "building.describe"
    return change(label, {before.id: (before, after)})
