"""Dated copies: made while in use, checked, kept in number, and put back."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import msgspec
import pytest

from plans.binder import Binder, restore
from plans.errors import BinderDamaged, BinderMissing
from plans.model.change import added, change
from plans.storage.backup import KEPT, back_up, backup_folder, backups, is_backup_due, last_backup


def test_a_copy_holds_what_was_committed(binder: Binder, binder_path: Path, make) -> None:
    building = make.building()
    binder.drafting.commit(added("x", building))
    copy = binder.backup()
    binder.drafting.commit(added("x", make.building()))
    assert copy == last_backup(binder_path)
    assert copy.parent == backup_folder(binder_path)
    with Binder.open(copy, read_only=True) as opened:
        assert [row.id for row in opened.library.list()] == [building.id]
    assert [entry.name for entry in copy.parent.iterdir()] == [copy.name]


def test_only_the_newest_are_kept(binder_path: Path) -> None:
    made = [back_up(binder_path, tag=str(number)) for number in range(KEPT + 3)]
    assert backups(binder_path) == made[-KEPT:]


def test_another_folder_is_left_as_it_is(binder: Binder, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    made = [binder.backup(folder) for _ in range(KEPT + 2)]
    assert sorted(folder.iterdir()) == made


def test_a_damaged_binder_gives_no_copy(binder_path: Path, make) -> None:
    with Binder.open(binder_path) as binder:
        many = [make.building(f"示例{number}") for number in range(300)]
        binder.drafting.commit(added("x", *many))
    sound = back_up(binder_path)
    content = bytearray(binder_path.read_bytes())
    for page in range(8, len(content) // 4096, 3):
        content[page * 4096 : page * 4096 + 300] = os.urandom(300)
    binder_path.write_bytes(content)
    with pytest.raises(BinderDamaged):
        back_up(binder_path)
    assert backups(binder_path) == [sound]
    assert [entry.name for entry in sound.parent.iterdir()] == [sound.name]


def test_a_daily_copy_that_fails_is_told(binder_path: Path, make, expect_log) -> None:
    with Binder.open(binder_path) as binder:
        binder.drafting.commit(added("x", make.building()))
    backup_folder(binder_path).write_text("in the way")
    expect_log("ERROR plans.binder.binder: no daily backup")
    binder = Binder.open(binder_path)
    binder.close()
    assert binder.backup_trouble is not None


def test_restoring_keeps_the_damaged_file(binder_path: Path, make) -> None:
    with Binder.open(binder_path) as binder:
        building = make.building()
        binder.drafting.commit(added("x", building))
        copy = binder.backup()
    binder_path.write_bytes(b"ruined")
    binder_path.with_name(binder_path.name + "-wal").write_bytes(b"ruined too")
    damaged = restore(binder_path, copy)
    assert damaged.read_bytes() == b"ruined"
    assert damaged.name.startswith(f"{binder_path.stem}.damaged-")
    assert copy.exists()
    with Binder.open(binder_path) as binder:
        assert binder.library.building(building.id) == building


def test_restoring_from_nothing(binder_path: Path) -> None:
    before = binder_path.read_bytes()
    with pytest.raises(BinderMissing):
        restore(binder_path, binder_path.with_name("none"))
    assert binder_path.read_bytes() == before


def test_once_a_day_at_open(binder_path: Path, make) -> None:
    Binder.open(binder_path).close()
    assert backups(binder_path) == []  # nothing was ever committed
    building = make.building()
    with Binder.open(binder_path) as binder:
        binder.drafting.commit(added("x", building))
    Binder.open(binder_path, read_only=True).close()
    assert backups(binder_path) == []
    Binder.open(binder_path).close()
    Binder.open(binder_path).close()
    assert len(backups(binder_path)) == 1
    copy = backups(binder_path)[0]
    yesterday = dt.datetime.now().timestamp() - 86_400
    os.utime(copy, (yesterday, yesterday))
    with Binder.open(binder_path) as binder:
        renamed = msgspec.structs.replace(building, name="改名")
        binder.drafting.commit(change("x", {building.id: (building, renamed)}))
    assert len(backups(binder_path)) == 2


def test_due_only_when_something_changed(binder_path: Path) -> None:
    today = dt.date.today()
    assert is_backup_due(binder_path, today)
    copy = back_up(binder_path)
    assert not is_backup_due(binder_path, today)
    assert not is_backup_due(binder_path, today + dt.timedelta(days=1))
    later = copy.stat().st_mtime + 10
    os.utime(binder_path, (later, later))
    assert is_backup_due(binder_path, today + dt.timedelta(days=1))


def test_a_folder_with_signs_in_its_name(tmp_path: Path, binder_template: Path) -> None:
    path = tmp_path / "a[1]*.binder"
    path.write_bytes(binder_template.read_bytes())
    copy = back_up(path)
    assert last_backup(path) == copy
