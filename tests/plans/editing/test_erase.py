"""Erasing takes the doors of a wall along and ignores what is not there."""

from __future__ import annotations

import shapely

from plans.editing.erase import erase
from plans.model.ids import FeatureId


def test_erase(make) -> None:
    place = make.floor(make.building()).id
    wall = make.feature(place)
    door = make.feature(place, "door", shapely.LineString([(1, 0), (2, 0)]))
    room = make.feature(place, "room", shapely.box(0, 0, 5, 5))
    features = {item.id: item for item in (wall, door, room)}
    change = erase(features, {wall.id, FeatureId("none")})
    assert change.label == "feature.erase"
    assert dict(change.after) == {wall.id: None, door.id: None}
    assert dict(change.before) == {wall.id: wall, door.id: door}
    assert erase(features, set()).is_empty
