"""What is left of a binder that does not open."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.binder import Binder, look_for_rescue, restore
from plans.model.change import added


@pytest.fixture
def copied(binder_path: Path, make) -> Path:
    """A binder with two copies: of no building, then of one."""
    with Binder.open(binder_path) as binder:
        binder.backup()
        binder.drafting.commit(added("x", make.building("示例")))
        binder.backup()
    return binder_path


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)


def test_the_newest_whole_copy(copied: Path) -> None:
    spoil(copied)
    found = look_for_rescue(copied)
    assert (found.buildings, found.spoiled, found.reads) == (1, 0, False)
    assert found.backup is not None
    spoil(found.backup)
    older = look_for_rescue(copied)
    assert (older.buildings, older.spoiled) == (0, 1)
    assert older.backup is not None
    assert older.backup < found.backup
    damaged = copied.read_bytes()
    kept = restore(copied, older.backup)
    assert kept.read_bytes() == damaged
    with Binder.open(copied) as binder:
        assert binder.library.count() == 0


def test_nothing_to_restore(binder_path: Path) -> None:
    found = look_for_rescue(binder_path)
    assert (found.backup, found.spoiled, found.reads) == (None, 0, True)
    binder_path.unlink()
    assert not look_for_rescue(binder_path).reads


def test_a_missing_binder_comes_back_from_its_copy(copied: Path) -> None:
    copied.unlink()
    found = look_for_rescue(copied)
    assert found.backup is not None
    restore(copied, found.backup)
    with Binder.open(copied) as binder:
        assert binder.library.count() == 1
