"""A door hangs in the wall it lies on, and in no other."""

from __future__ import annotations

import shapely

from plans.editing.hanging import hung_on


def test_hung_on(make) -> None:
    place = make.floor(make.building()).id

    def line(kind: str, *points: tuple[float, float]):
        return make.feature(place, kind, shapely.LineString(points))

    wall = line("wall", (0, 0), (9, 0))
    crossing = line("partition", (4, 0), (4, 5))
    door, window = line("door.double", (1, 0.03), (2, 0.03)), line("window", (6, 0), (7, 0))
    side_door = line("door", (4, 1), (4, 2))
    near, railing = line("door", (1, 0.2), (2, 0.2)), line("railing", (1, 0), (2, 0))
    empty = make.feature(place, "door", shapely.LineString())
    features = {
        item.id: item for item in (wall, crossing, door, window, side_door, near, railing, empty)
    }
    assert hung_on(features, {wall.id}) == {door.id, window.id}
    assert hung_on(features, {crossing.id}) == {side_door.id}
    assert hung_on(features, {wall.id, door.id}) == {window.id}
    assert hung_on(features, {near.id, "none"}) == frozenset()
    assert hung_on({}, {wall.id}) == frozenset()


def test_of_two_walls_side_by_side_the_nearer_one_holds_it(make) -> None:
    place = make.floor(make.building()).id
    inner = make.feature(place, "wall", shapely.LineString([(0, 0), (9, 0)]))
    outer = make.feature(place, "curtain_wall", shapely.LineString([(0, 0.04), (9, 0.04)]))
    door = make.feature(place, "door", shapely.LineString([(1, 0.01), (2, 0.01)]))
    features = {item.id: item for item in (inner, outer, door)}
    assert hung_on(features, {inner.id}) == {door.id}
    assert hung_on(features, {outer.id}) == frozenset()
