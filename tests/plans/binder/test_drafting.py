"""Commits, undo and the floors in memory, which never differ from the disk."""

from __future__ import annotations

import msgspec
import pytest
import shapely

from plans.binder import Binder
from plans.errors import Conflict, NotFound
from plans.events import FeaturesChanged, HistoryChanged
from plans.model.change import added, change
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.ids import SITE


@pytest.fixture
def floor(any_binder: Binder, make) -> Floor:
    """An empty floor in the binder."""
    building = make.building()
    made: Floor = make.floor(building)
    any_binder.drafting.commit(added("import", building, made))
    return made


def _on_disk(binder: Binder, floor: Floor) -> dict[str, Feature]:
    binder.drafting._floors.clear()
    return dict(binder.drafting.features(floor.id))


def test_memory_and_disk_agree_after_every_step(any_binder: Binder, floor: Floor, make) -> None:
    drafting = any_binder.drafting
    assert drafting.features(floor.id) == {}
    wall, door = make.feature(floor.id), make.feature(floor.id, "door")
    turned = msgspec.structs.replace(door, rotation_deg=90.0)
    steps = [
        lambda: drafting.commit(added("feature.draw", wall, door)),
        lambda: drafting.commit(change("feature.rotate", {door.id: (door, turned)})),
        lambda: drafting.commit(change("feature.erase", {wall.id: (wall, None)})),
        *[drafting.undo] * 3,
        *[drafting.redo] * 3,
    ]
    sizes = []
    for step in steps:
        step()
        in_memory = dict(drafting.features(floor.id))
        assert in_memory == _on_disk(any_binder, floor)
        assert list(in_memory) == sorted(in_memory)
        sizes.append(len(in_memory))
    assert sizes == [2, 2, 1, 2, 2, 0, 2, 2, 1]


def test_undo_to_the_bottom_and_redo(any_binder: Binder, floor: Floor, make) -> None:
    drafting = any_binder.drafting
    drafting.commit(added("feature.draw", make.feature(floor.id)))
    before = _on_disk(any_binder, floor)
    while drafting.undo():
        pass
    assert any_binder.library.count() == 0
    assert not drafting.undo()
    while drafting.redo():
        pass
    assert not drafting.redo()
    assert _on_disk(any_binder, floor) == before
    steps = [row.step for row in any_binder.audit()]
    assert steps == ["redo", "redo", "undo", "undo", "do", "do"]


def test_events_come_after_the_commit(any_binder: Binder, floor: Floor, make) -> None:
    wall = make.feature(floor.id)
    seen: list[object] = []
    any_binder.events.subscribe(
        FeaturesChanged, lambda event: seen.append((event, len(_on_disk(any_binder, floor))))
    )
    any_binder.events.subscribe(HistoryChanged, seen.append)
    any_binder.drafting.commit(added("feature.draw", wall))
    any_binder.drafting.undo()
    told = FeaturesChanged(floor.id, frozenset({wall.id}))
    assert seen == [
        (told, 1),
        HistoryChanged("feature.draw", None),
        (told, 0),
        HistoryChanged("import", "feature.draw"),
    ]


def test_a_refused_commit_leaves_history_and_memory(any_binder: Binder, floor: Floor, make) -> None:
    wall = make.feature(floor.id)
    any_binder.drafting.commit(added("feature.draw", wall))
    heard: list[object] = []
    any_binder.events.subscribe(HistoryChanged, heard.append)
    with pytest.raises(Conflict):
        any_binder.drafting.commit(added("feature.draw", wall, make.feature(floor.id)))
    assert any_binder.drafting.features(floor.id) == {wall.id: wall}
    assert any_binder.drafting.history.undo_label == "feature.draw"
    assert heard == []


def test_a_typical_floor_shows_the_other_floors_features(
    any_binder: Binder, floor: Floor, make
) -> None:
    building = any_binder.library.building(floor.building_id)
    upper = make.floor(building, 1, typical=floor.id)
    wall, own = make.feature(floor.id), make.feature(upper.id, "extinguisher", shapely.Point(1, 1))
    any_binder.drafting.commit(added("x", upper, wall, own))
    assert any_binder.drafting.features(upper.id) == {own.id: own}
    assert any_binder.drafting.shown_features(upper) == {wall.id: wall, own.id: own}
    assert any_binder.drafting.shown_features(floor) == {wall.id: wall}


def test_a_feature_may_change_its_floor(any_binder: Binder, floor: Floor, make) -> None:
    building = any_binder.library.building(floor.building_id)
    upper = make.floor(building, 1)
    wall = make.feature(floor.id)
    any_binder.drafting.commit(added("x", upper, wall))
    any_binder.drafting.features(floor.id)
    any_binder.drafting.features(upper.id)
    raised = msgspec.structs.replace(wall, place=upper.id)
    any_binder.drafting.commit(change("x", {wall.id: (wall, raised)}))
    assert any_binder.drafting.features(floor.id) == {}
    assert any_binder.drafting.features(upper.id) == {wall.id: raised}
    on_site = msgspec.structs.replace(raised, place=SITE)
    any_binder.drafting.commit(change("x", {wall.id: (raised, on_site)}))
    assert any_binder.site.all() == [on_site]
    assert any_binder.drafting.feature(wall.id) == on_site


def test_counts(any_binder: Binder, floor: Floor, make) -> None:
    features = [make.feature(floor.id, kind) for kind in ("wall", "wall", "door")]
    any_binder.drafting.commit(added("x", *features, make.feature(SITE, "tree")))
    assert any_binder.drafting.counts(floor.building_id) == {floor.id: {"door": 1, "wall": 2}}
    assert any_binder.drafting.counts(make.building().id) == {}


def test_unknown_feature(any_binder: Binder, make) -> None:
    with pytest.raises(NotFound):
        any_binder.drafting.feature(make.feature(SITE).id)


def test_only_so_many_floors_stay_in_memory(binder: Binder, make) -> None:
    building = make.building()
    floors = [make.floor(building, level) for level in range(60)]
    walls = [make.feature(floor.id) for floor in floors]
    binder.drafting.commit(added("x", building, *floors, *walls))
    for floor, wall in zip(floors, walls, strict=True):
        assert binder.drafting.features(floor.id) == {wall.id: wall}
    assert len(binder.drafting._floors) == 40
