"""Two windows on one binder hear of each other's commits and never overwrite them."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import shapely

from plans.binder import Binder
from plans.errors import Conflict
from plans.events import (
    AttachmentsChanged,
    BinderChangedElsewhere,
    BuildingsChanged,
    Event,
    FeaturesChanged,
    FloorsChanged,
    FrameChanged,
    HistoryChanged,
    RostersChanged,
)
from plans.model.change import added, change
from plans.model.ids import SITE

pytestmark = pytest.mark.fault

KINDS = (
    FrameChanged,
    BuildingsChanged,
    FloorsChanged,
    FeaturesChanged,
    RostersChanged,
    AttachmentsChanged,
    HistoryChanged,
    BinderChangedElsewhere,
)


@pytest.fixture
def other(any_place: Path | str, any_binder: Binder) -> Iterator[Binder]:
    """A second window on the same binder."""
    with Binder.open(any_place, who="other") as opened:
        yield opened


def _heard(binder: Binder) -> list[Event]:
    heard: list[Event] = []
    for kind in KINDS:
        binder.events.subscribe(kind, heard.append)
    return heard


def _poll(binder: Binder) -> None:
    """What the window's timer does; within a second there must be news."""
    deadline = time.monotonic() + 1.0
    while not binder.poll():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_the_other_window_hears_the_same(any_binder: Binder, other: Binder, make) -> None:
    building = make.building()
    floor, tree = make.floor(building), make.feature(SITE, "tree", shapely.Point(1, 2))
    wall, station = make.feature(floor.id), make.station()
    here, there = _heard(any_binder), _heard(other)
    any_binder.drafting.commit(added("import", building, floor, tree, wall, station))
    photo = any_binder.attachments.add(b"jpeg", "a.jpg", "image/jpeg")
    _poll(other)
    mine = [event for event in here if not isinstance(event, HistoryChanged)]
    assert there == [*mine, BinderChangedElsewhere(2)]
    assert mine == [
        FrameChanged(121.5, 31.2),
        BuildingsChanged(frozenset({building.id})),
        FloorsChanged(building.id, frozenset({floor.id})),
        FeaturesChanged(SITE, frozenset({tree.id})),
        FeaturesChanged(floor.id, frozenset({wall.id})),
        RostersChanged(frozenset({station.id})),
        AttachmentsChanged(frozenset({photo.id})),
    ]
    assert other.frame == any_binder.frame
    assert other.attachments.bytes(photo.id) == b"jpeg"


def test_own_commits_are_no_news(any_binder: Binder, other: Binder, make) -> None:
    assert not any_binder.poll()
    any_binder.drafting.commit(added("x", make.building()))
    heard = _heard(any_binder)
    assert not any_binder.poll()
    assert heard == []
    _poll(other)
    assert not other.poll()


def test_both_write_in_turn(any_binder: Binder, other: Binder, make) -> None:
    for number in range(4):
        writer, reader = (any_binder, other) if number % 2 else (other, any_binder)
        writer.drafting.commit(added("x", make.building(str(number))))
        _poll(reader)
        assert not writer.poll()
        assert reader.library.count() == number + 1


def test_floors_in_memory_follow(any_binder: Binder, other: Binder, make) -> None:
    building = make.building()
    floor = make.floor(building)
    wall = make.feature(floor.id)
    any_binder.drafting.commit(added("x", building, floor, wall))
    _poll(other)
    assert other.drafting.features(floor.id) == {wall.id: wall}
    longer = msgspec.structs.replace(wall, label="长")
    second = make.feature(floor.id)
    any_binder.drafting.commit(change("x", {wall.id: (wall, longer), second.id: (None, second)}))
    assert other.drafting.features(floor.id) == {wall.id: wall}  # not yet told
    _poll(other)
    assert other.drafting.features(floor.id) == {wall.id: longer, second.id: second}
    any_binder.drafting.undo()
    _poll(other)
    assert other.drafting.features(floor.id) == {wall.id: wall}


def test_the_later_of_two_edits_is_refused(any_binder: Binder, other: Binder, make) -> None:
    building = make.building()
    any_binder.drafting.commit(added("x", building))
    first = msgspec.structs.replace(building, name="先")
    second = msgspec.structs.replace(building, name="后")
    other.drafting.commit(change("x", {building.id: (building, first)}))
    with pytest.raises(Conflict):
        any_binder.drafting.commit(change("x", {building.id: (building, second)}))
    with pytest.raises(Conflict):
        any_binder.drafting.undo()  # it would take away what the other wrote
    assert any_binder.library.building(building.id) == first
    other.drafting.undo()
    any_binder.drafting.undo()
    assert any_binder.library.count() == 0


def test_the_first_origin_stays(any_binder: Binder, other: Binder) -> None:
    assert any_binder.set_origin(121.0, 31.0) == other.set_origin(10.0, 50.0)
    assert other.frame == any_binder.frame
    assert any_binder.frame is not None
    assert (any_binder.frame.lon, any_binder.frame.lat) == (121.0, 31.0)


def test_writers_wait_for_one_another(any_place: Path | str, any_binder: Binder, make) -> None:
    def write(name: str) -> None:
        with Binder.open(any_place, who=name) as binder:
            for number in range(15):
                binder.drafting.commit(added("x", make.building(f"{name}{number}")))

    threads = [threading.Thread(target=write, args=(name,)) for name in "甲乙丙"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert any_binder.library.count() == 45
    rows = any_binder.audit(100)
    assert [row.seq for row in rows] == list(range(45, 0, -1))
    assert any_binder.poll()


def test_reading_while_another_writes(any_place: Path | str, any_binder: Binder, make) -> None:
    """A reader sees whole changes only: two buildings at a time."""
    stop = threading.Event()
    counts: set[int] = set()

    def read() -> None:
        while not stop.is_set():
            counts.add(any_binder.library.count())

    reader = threading.Thread(target=read)
    reader.start()
    try:
        with Binder.open(any_place) as other:
            for _ in range(15):
                other.drafting.commit(added("x", make.building(), make.building()))
    finally:
        stop.set()
        reader.join()
    assert all(count % 2 == 0 for count in counts)
