"""A spoiled binder says so at the first touch, and a full disk changes nothing."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
import shapely

from plans.binder import Binder
from plans.errors import BinderDamaged, DiskFull, NotABinder, PlansError
from plans.model.change import added
from plans.model.fact import Fact
from plans.model.ids import SITE
from plans.storage import engine

pytestmark = pytest.mark.fault


@pytest.fixture
def filled(binder_path: Path, make) -> Path:
    """A binder with enough pages to spoil some."""
    facts = tuple(Fact(key=f"key{number}", value=number * 1.5, unit="m") for number in range(9))
    with Binder.open(binder_path) as binder:
        buildings = [make.building(f"示例{number}号楼", facts=facts) for number in range(150)]
        floors = [make.floor(building) for building in buildings]
        features = [make.feature(floors[0].id, label=str(number)) for number in range(300)]
        trees = [make.feature(SITE, "tree", shapely.Point(i, i), facts=facts) for i in range(500)]
        binder.drafting.commit(added("x", *buildings, *floors, *features, *trees))
        binder.attachments.add(os.urandom(20_000), "a.jpg", "image/jpeg")
        binder.backup()  # so that no daily one is due
    return binder_path


def _touch_everything(binder: Binder) -> None:
    """Every kind of reading there is."""
    rows = binder.library.list()
    for row in rows[:20]:
        binder.library.building(row.id)
        for floor in binder.library.floors(row.id):
            binder.drafting.features(floor.id)
        binder.drafting.counts(row.id)
    for query in ("示例", "shili", "12号", "slhl", "示列"):
        binder.library.search(query)
    binder.library.nearby(121.5, 31.2)
    binder.site.in_box(0, 0, 400, 400)
    binder.site.all()
    binder.site.extent()
    for row in binder.audit():
        binder.audit.change(row.seq)
    for attachment in binder.attachments.list():
        binder.attachments.bytes(attachment.id)


def test_flipped_bytes_are_damage_and_nothing_else(filled: Path) -> None:
    sound = filled.read_bytes()
    damaged = 0
    for seed in range(15):
        chance = random.Random(seed)
        content = bytearray(sound)
        for _ in range(chance.choice([1, 40])):
            at = chance.randrange(100, len(content) - 64)
            content[at : at + 64] = chance.randbytes(64)
        filled.write_bytes(content)
        try:
            with Binder.open(filled) as binder:
                _touch_everything(binder)
        except PlansError as error:
            assert isinstance(error, BinderDamaged), (seed, error)
            damaged += 1
    assert damaged > 3  # a flip inside a text cannot be told from the text


def test_spoiled_pages_are_told_when_touched(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    pages = len(content) // 4096
    for page in range(pages // 3, pages):
        content[page * 4096 : (page + 1) * 4096] = os.urandom(4096)
    filled.write_bytes(content)
    with pytest.raises(BinderDamaged), Binder.open(filled) as binder:
        _touch_everything(binder)


def test_a_binder_cut_off_while_open(filled: Path) -> None:
    with Binder.open(filled, read_only=True) as binder:
        os.truncate(filled, filled.stat().st_size // 8 // 4096 * 4096)
        with pytest.raises(BinderDamaged):
            _touch_everything(binder)


def test_a_binder_overwritten_while_open(filled: Path) -> None:
    with Binder.open(filled) as binder:
        filled.write_bytes(os.urandom(200_000))
        with pytest.raises((BinderDamaged, NotABinder)):
            _touch_everything(binder)


def test_a_full_disk_changes_nothing(
    binder_path: Path, make, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = binder_path.stat().st_size // 4096
    limit = f"max_page_count={pages + 12}"
    monkeypatch.setattr(engine, "PRAGMAS", (*engine.PRAGMAS, limit))
    with Binder.open(binder_path) as binder:
        building = make.building()
        binder.drafting.commit(added("x", building))
        floor = make.floor(building)
        binder.drafting.commit(added("x", floor))
        many = [make.feature(floor.id, label=str(number)) for number in range(2000)]
        with pytest.raises(DiskFull):
            binder.drafting.commit(added("x", *many))
        with pytest.raises(DiskFull):
            binder.attachments.add(os.urandom(200_000), "a.jpg", "image/jpeg")
        assert binder.drafting.features(floor.id) == {}
        assert len(binder.audit()) == 2
        assert binder.drafting.history.next_undo == added("x", floor)
        one = make.feature(floor.id)
        binder.drafting.commit(added("x", one))  # what still fits is still taken
    monkeypatch.undo()
    with Binder.open(binder_path) as binder:
        assert binder.drafting.features(floor.id) == {one.id: one}
        binder.drafting.commit(added("x", *many))


_LIMITED = """
import resource, signal, sys
from pathlib import Path
import msgspec
from plans.binder import Binder
from plans.errors import PlansError
from plans.model.building import Building
from plans.model.change import added
from plans.model.ids import new_id
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1])
binder = Binder.open(path)
limit = path.stat().st_size + 60_000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    for number in range(10_000):
        binder.drafting.commit(added("x", Building(id=new_id(), name=f"示例{number}")))
        print(number, flush=True)
except PlansError as error:
    print(error.code)
"""


def test_a_file_that_may_not_grow(binder_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(binder_path)], capture_output=True, text=True
    )
    *numbers, code = done.stdout.split()
    assert code in ("binder", "binder.disk_full"), done.stderr
    with Binder.open(binder_path) as binder:
        assert binder.library.count() == len(numbers) > 0
