"""The binder as a whole: what it says of itself, its map, its closing."""

from __future__ import annotations

import threading
from pathlib import Path

from plans.binder import Binder
from plans.events import FrameChanged
from plans.geometry.placing import MapFrame
from plans.model.change import added


def test_what_it_says_of_itself(any_place: Path | str) -> None:
    with Binder.open(any_place, who="某甲") as binder:
        assert (binder.note, binder.invented, binder.who) == ("", False, "某甲")
        assert binder.title == (any_place.stem if isinstance(any_place, Path) else binder.path)
        binder.describe(title="示例区", note="虚构", invented=True)
        first = (binder.id, binder.title, binder.note, binder.invented)
    with Binder.open(any_place) as binder:
        assert (binder.id, binder.title, binder.note, binder.invented) == first
        assert first[1:] == ("示例区", "虚构", True)


def test_new_binders_differ(tmp_path: Path) -> None:
    with Binder.create(tmp_path / "a.binder", title="甲") as a:
        with Binder.create(tmp_path / "b.binder") as b:
            assert a.id != b.id
            assert (a.title, b.title) == ("甲", "b")
            assert not a.read_only


def test_the_first_building_placed_fixes_the_map(any_binder: Binder, make) -> None:
    assert any_binder.frame is None
    heard: list[FrameChanged] = []
    any_binder.events.subscribe(FrameChanged, heard.append)
    any_binder.drafting.commit(added("x", make.building(placing=None)))
    assert any_binder.frame is None
    any_binder.drafting.commit(added("x", make.building()))
    any_binder.drafting.commit(added("x", make.building()))
    assert any_binder.frame == MapFrame(121.5, 31.2)
    assert heard == [FrameChanged(121.5, 31.2)]
    assert any_binder.set_origin(0.0, 0.0) == MapFrame(121.5, 31.2)
    any_binder.drafting.undo()
    any_binder.drafting.undo()
    assert any_binder.frame == MapFrame(121.5, 31.2)


def test_closing_twice_and_leaving_no_thread(binder_path: Path, make) -> None:
    with Binder.open(binder_path) as binder:
        binder.drafting.commit(added("x", make.building()))
    binder = Binder.open(binder_path)  # this one copies the file in the background
    binder.close()
    binder.close()
    assert threading.active_count() == 1 or not [
        thread for thread in threading.enumerate() if thread.name == "daily backup"
    ]


def test_reads_from_other_threads(any_binder: Binder, make) -> None:
    any_binder.drafting.commit(added("x", *(make.building(str(n)) for n in range(20))))
    found: list[int] = []

    def read() -> None:
        found.append(len(any_binder.library.list()) + len(any_binder.library.search("1")))

    threads = [threading.Thread(target=read) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert len(found) == 6
