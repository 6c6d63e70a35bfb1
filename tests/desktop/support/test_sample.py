"""The sample district: built whole by the importers anybody's files go through."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop.support import sample
from plans.binder import Binder
from plans.errors import Cancelled
from plans.model.catalog import Catalog

NOW = dt.datetime(2026, 9, 2, 21, 30)


def test_what_the_sample_holds(sample_binder: Path, catalog: Catalog) -> None:
    with Binder.open(sample_binder, read_only=True) as binder:
        assert binder.invented
        assert binder.title == sample.TITLE
        rows = binder.library.list()
        assert len(rows) >= 11
        assert all(row.name and row.name_en and row.address and row.code for row in rows)
        tower = binder.library.building(binder.library.resolve("SDQ-0102"))
        floors = binder.library.floors(tower.id)
        assert sum(floor.level >= 0 for floor in floors) >= 32
        assert any(floor.refuge for floor in floors)
        assert any(floor.typical for floor in floors)
        kinds = {feature.kind for feature in binder.site.all()}
        wanted = {"road", "building.footprint", "fire_lane", "aerial_site", "tree"}
        assert kinds >= wanted | {"overhead_line", "hydrant.municipal", "water_main"}
        for row in rows:
            for floor in binder.library.floors(row.id):
                kinds |= {f.kind for f in binder.drafting.shown_features(floor).values()}
        assert kinds <= catalog.kinds.keys()
        stations = binder.rosters.stations()
        assert sum(one.kind == "fire_station" for one in stations) == 2
        assert sum(one.kind == "micro_main" for one in stations) == 3
        assert len({one.district for one in stations if one.district}) == 2
        on_duty = binder.rosters.on_duty(NOW)
        mains = {one.id for one in stations if one.kind in ("fire_station", "micro_main")}
        assert mains <= on_duty.keys()


def test_no_number_can_be_dialled(sample_binder: Path) -> None:
    with Binder.open(sample_binder, read_only=True) as binder:
        people = [*binder.rosters.stations(), *binder.rosters.persons()]
        numbers = [one.telephone for one in people if one.telephone]
    assert numbers
    assert all(number.replace("-", "").startswith("0000") or "000" in number for number in numbers)


def test_stopping_leaves_the_old_sample(tmp_path: Path) -> None:
    path = tmp_path / "sample.binder"
    path.write_bytes(b"the old sample")

    def stop(done: int, total: int, step: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        sample.build_sample(path, stop)
    assert path.read_bytes() == b"the old sample"
