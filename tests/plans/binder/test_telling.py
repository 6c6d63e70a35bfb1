"""Each record is told by its own event, a moved one at both places."""

from __future__ import annotations

import msgspec

from plans.binder.telling import events_of
from plans.events import FeaturesChanged, RostersChanged, UnderlaysChanged
from plans.model.attachment import Underlay
from plans.model.change import added, change
from plans.model.ids import SITE, UnderlayId, new_id


def test_a_moved_feature_is_told_at_both_places(make) -> None:
    floor = make.floor(make.building())
    tree = make.feature(SITE, "tree")
    moved = msgspec.structs.replace(tree, place=floor.id)
    told = events_of(change("x", {tree.id: (tree, moved)}))
    ids = frozenset({tree.id})
    assert told == [FeaturesChanged(SITE, ids), FeaturesChanged(floor.id, ids)]


def test_rosters_are_one_event(make) -> None:
    station = make.station()
    person = make.person(station)
    assert events_of(added("x", station, person)) == [
        RostersChanged(frozenset({station.id, person.id}))
    ]


def test_underlays(make) -> None:
    floor = make.floor(make.building())
    underlay = Underlay(
        id=UnderlayId(new_id()), place=floor.id, name="a", media_type="x", sha256=""
    )
    assert events_of(added("x", underlay)) == [UnderlaysChanged(floor.id, frozenset({underlay.id}))]
