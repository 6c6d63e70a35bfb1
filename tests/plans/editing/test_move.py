"""Moving, turning and mirroring: exact inverses, composition, doors that go along."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from plans.editing.erase import erase
from plans.editing.move import mirror, rotate, translate
from plans.model.change import Change
from plans.model.feature import Feature
from plans.model.ids import FeatureId

Floor = Mapping[FeatureId, Feature]
metres = st.integers(-400, 400).map(lambda number: number / 4)
places = st.tuples(metres, metres)


def applied(floor: Floor, change: Change) -> dict[FeatureId, Feature]:
    """The floor after a change."""
    after = {**floor, **{FeatureId(id_): record for id_, record in change.after.items()}}
    return {id_: record for id_, record in after.items() if isinstance(record, Feature)}


def alike(one: Floor, other: Floor) -> bool:
    """Whether two floors differ by no more than rounding."""
    return one.keys() == other.keys() and all(
        shapely.equals_exact(one[id_].shape, other[id_].shape, tolerance=1e-6)
        and math.isclose(
            math.cos(math.radians(one[id_].rotation_deg - other[id_].rotation_deg)), 1, abs_tol=1e-9
        )
        for id_ in one
    )


def _edit(draw: st.DataObject, floor: Floor, ids: set[FeatureId]) -> Change:
    """Any edit of the floor."""
    kind = draw.draw(st.sampled_from(["translate", "rotate", "mirror", "erase"]))
    if kind == "translate":
        return translate(floor, ids, draw.draw(metres), draw.draw(metres))
    if kind == "rotate":
        return rotate(floor, ids, draw.draw(st.integers(-720, 720)), draw.draw(places))
    if kind == "mirror":
        a, b = draw.draw(st.lists(places, min_size=2, max_size=2, unique=True))
        return mirror(floor, ids, a, b)
    return erase(floor, ids)


@given(data=st.data())
def test_an_edit_and_its_inverse_give_the_same_floor(data: st.DataObject, floors_and_ids) -> None:
    floor, ids = data.draw(floors_and_ids)
    change = _edit(data, floor, ids)
    assert applied(applied(floor, change), change.inverted()) == floor
    assert change.inverted().inverted() == change
    assert not any(change.before[id_] == change.after[id_] for id_ in change.ids)


@given(data=st.data())
def test_two_edits_as_one_step(data: st.DataObject, floors_and_ids) -> None:
    floor, ids = data.draw(floors_and_ids)
    first = _edit(data, floor, ids)
    between = applied(floor, first)
    second = _edit(data, between, ids)
    both = first.then(second)
    assert applied(floor, both) == applied(between, second)
    assert applied(applied(between, second), both.inverted()) == floor


@given(data=st.data())
def test_there_and_back(data: st.DataObject, floors_and_ids) -> None:
    floor, ids = data.draw(floors_and_ids)
    dx, dy, about = data.draw(metres), data.draw(metres), data.draw(places)
    moved = applied(floor, translate(floor, ids, dx, dy))
    assert alike(applied(moved, translate(moved, ids, -dx, -dy)), floor)
    angle = data.draw(st.integers(-360, 360))
    turned = applied(floor, rotate(floor, ids, angle, about))
    assert alike(applied(turned, rotate(turned, ids, -angle, about)), floor)
    other = (about[0] + 1.0, about[1] + 2.0)
    mirrored = applied(floor, mirror(floor, ids, about, other))
    assert alike(applied(mirrored, mirror(mirrored, ids, about, other)), floor)


def _floor(*features: Feature) -> dict[FeatureId, Feature]:
    return {feature.id: feature for feature in features}


def test_a_door_goes_with_its_wall(make) -> None:
    place = make.floor(make.building()).id
    wall = make.feature(place, "wall", shapely.LineString([(0, 0), (5, 0)]))
    door = make.feature(place, "door", shapely.LineString([(1, 0), (1.9, 0)]))
    other = make.feature(place, "door", shapely.LineString([(1, 3), (1.9, 3)]))
    change = translate(_floor(wall, door, other), {wall.id}, 2.0, 1.0)
    assert change.label == "feature.move"
    assert change.ids == {wall.id, door.id}
    moved = change.after[door.id]
    assert isinstance(moved, Feature)
    assert list(moved.shape.coords) == [(3.0, 1.0), (3.9, 1.0)]


def test_turning_turns_the_symbol(make) -> None:
    place = make.floor(make.building()).id
    lift = make.feature(place, "lift.passenger", shapely.Point(2, 0), rotation_deg=350.0)
    turned = rotate(_floor(lift), {lift.id}, 90, (0.0, 0.0)).after[lift.id]
    assert isinstance(turned, Feature)
    assert turned.rotation_deg == pytest.approx(80.0)
    assert (turned.shape.x, turned.shape.y) == pytest.approx((0.0, 2.0))


def test_a_mirrored_door_opens_to_the_mirrored_side(make) -> None:
    place = make.floor(make.building()).id
    door = make.feature(place, "door", shapely.LineString([(1, 0), (2, 0)]))  # opens to y > 0
    mirrored = mirror(_floor(door), {door.id}, (0.0, 0.0), (1.0, 0.0)).after[door.id]
    assert isinstance(mirrored, Feature)
    assert list(mirrored.shape.coords) == [(2.0, 0.0), (1.0, 0.0)]  # opens to y < 0


def test_mirroring_needs_a_line() -> None:
    with pytest.raises(ValueError, match="two different points"):
        mirror({}, set(), (1.0, 1.0), (1.0, 1.0))


def test_moving_by_nothing_changes_nothing(make) -> None:
    wall = make.feature(make.floor(make.building()).id)
    assert translate(_floor(wall), {wall.id}, 0.0, 0.0).is_empty
