"""Benchmarks of the binder, on a small city."""

from __future__ import annotations

from pathlib import Path

from desktop.bench.city import build_city
from desktop.bench.reading import reading


def test_reading(tmp_path: Path) -> None:
    city = tmp_path / "city.binder"
    build_city(city, buildings=60, site_features=300)
    rows = {row.name: row for row in reading(city, tmp_path / "scratch.binder", 1)}
    assert rows.keys() == {
        "search.key_press", "search.slowest_key", "site.view", "binder.open", "commit.one_edit",
    }  # fmt: skip
    assert rows["search.key_press"].max <= rows["search.slowest_key"].max * 20
