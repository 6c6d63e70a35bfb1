"""Which events a change is told by."""

from __future__ import annotations

from collections import defaultdict

from plans.events import (
    AttachmentsChanged,
    BuildingsChanged,
    Event,
    FeaturesChanged,
    FloorsChanged,
    RostersChanged,
    UnderlaysChanged,
)
from plans.model.appliance import Appliance
from plans.model.attachment import Attachment, Underlay
from plans.model.building import Building
from plans.model.change import Change
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.ids import (
    AttachmentId,
    BuildingId,
    FeatureId,
    FloorId,
    UnderlayId,
)
from plans.model.station import Person, Shift, Station


def events_of(change: Change) -> list[Event]:
    """The events for a change, widest first: buildings, floors, features, underlays, rosters,
    attachments. A record that moved is told at both of its places."""
    buildings: set[BuildingId] = set()
    floors: defaultdict[BuildingId, set[FloorId]] = defaultdict(set)
    features: defaultdict[FloorId, set[FeatureId]] = defaultdict(set)
    underlays: defaultdict[FloorId, set[UnderlayId]] = defaultdict(set)
    rosters: set[str] = set()
    attachments: set[AttachmentId] = set()
    for side in (change.before, change.after):
        for record in side.values():
            match record:
                case Building():
                    buildings.add(record.id)
                case Floor():
                    floors[record.building_id].add(record.id)
                case Feature():
                    features[record.place].add(record.id)
                case Underlay():
                    underlays[record.place].add(record.id)
                case Station() | Person() | Shift() | Appliance():
                    rosters.add(record.id)
                case Attachment():
                    attachments.add(record.id)
                case None:
                    pass
    told: list[Event] = []
    if buildings:
        told.append(BuildingsChanged(frozenset(buildings)))
    told += [FloorsChanged(building, frozenset(ids)) for building, ids in floors.items()]
    told += [FeaturesChanged(place, frozenset(ids)) for place, ids in features.items()]
    told += [UnderlaysChanged(place, frozenset(ids)) for place, ids in underlays.items()]
    if rosters:
        told.append(RostersChanged(frozenset(rosters)))
    if attachments:
        told.append(AttachmentsChanged(frozenset(attachments)))
    return told
