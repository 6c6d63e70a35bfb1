"""kill -9 in the middle of a burst of commits: every acknowledged change is there afterwards."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plans.binder import Binder
from plans.model.change import added
from plans.model.feature import Feature

pytestmark = pytest.mark.fault

_BURST = """
import sys
from pathlib import Path
import msgspec, shapely
from plans.binder import Binder
from plans.model.change import added, change
from plans.model.feature import Feature
from plans.model.ids import new_id
place, floor_id = sys.argv[1:]
binder = Binder.open(place if place.startswith("postgresql") else Path(place), who="burst")
shape = shapely.LineString([(0, 0), (5, 0)])
for number in range(100_000):
    feature = Feature(id=new_id(), place=floor_id, kind="wall", shape=shape, label=str(number))
    binder.drafting.commit(added("feature.draw", feature))
    print(feature.id, flush=True)
    if number % 3 == 2:
        binder.drafting.undo()
        print("-", feature.id, flush=True)
"""

_IMPORT = """
import sys
from pathlib import Path
import shapely
from plans.binder import Binder
from plans.importing.draft import Draft
from plans.model.feature import Feature
from plans.model.ids import SITE, new_id
binder = Binder.open(Path(sys.argv[1]))
trees = tuple(
    Feature(id=new_id(), place=SITE, kind="tree", shape=shapely.Point(i, i)) for i in range(20_000)
)
print("ready", flush=True)
binder.intake.accept(Draft(source="trees", records=trees))
print("done", flush=True)
"""


def _start(script: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _acknowledged(output: str) -> tuple[set[str], set[str]]:
    """Ids reported as drawn, and those reported as undone again; a torn last line is none."""
    lines = [line for line in output.splitlines(keepends=True) if line.endswith("\n")]
    gone = {line.split()[1] for line in lines if line.startswith("-")}
    return {line.strip() for line in lines if not line.startswith("-")} - gone, gone


def _floor(binder: Binder, make) -> str:
    building = make.building()
    floor = make.floor(building)
    binder.drafting.commit(added("import", building, floor))
    return floor.id


def test_acknowledged_commits_survive(any_place: Path | str, make) -> None:
    chance = random.Random(5)
    with Binder.open(any_place) as binder:
        floor_id = _floor(binder, make)
    expected: set[str] = set()
    for _ in range(3):
        burst = _start(_BURST, str(any_place), floor_id)
        assert burst.stdout is not None
        first = burst.stdout.readline()  # it is at work now
        time.sleep(chance.uniform(0.005, 0.25))
        burst.kill()
        rest, _ = burst.communicate()
        drawn, gone = _acknowledged(first + rest)
        expected |= drawn
        with Binder.open(any_place) as binder:
            found: dict[str, Feature] = dict(binder.drafting.features(floor_id))
            # the last commit or undo may be there without having been acknowledged
            assert len(expected - found.keys()) <= 1
            assert not gone & found.keys()
            assert len(found.keys() - expected) <= 1
            rows = binder.audit(100_000)
            assert len(rows) - len([row for row in rows if row.step == "undo"]) * 2 == 1 + len(
                found
            )
            expected = set(found)
            assert expected


@pytest.mark.parametrize("share", [0.05, 0.4, 0.8])
def test_an_import_is_there_whole_or_not_at_all(binder_path: Path, share: float) -> None:
    process = _start(_IMPORT, str(binder_path))
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(share)
    process.kill()
    output, _ = process.communicate()
    with Binder.open(binder_path) as binder:
        assert binder.site.count() in ((20_000,) if "done" in output else (0, 20_000))
        assert len(binder.audit()) == (1 if binder.site.count() else 0)
