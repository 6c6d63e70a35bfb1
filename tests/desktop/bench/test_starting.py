"""Benchmarks of whole processes: a window that says when it could be used."""

from __future__ import annotations

from pathlib import Path

from desktop.bench.city import build_city
from desktop.bench.starting import starting


def test_starting(tmp_path: Path) -> None:
    city = tmp_path / "city.binder"
    build_city(city, buildings=1_250, site_features=50)  # the one it finds is number 1234
    rows = {row.name: row for row in starting(city, city, 1)}
    assert rows.keys() == {"start.window", "start.find_and_open", "memory.sample_open"}
    assert 0.1 < rows["start.window"].median < rows["start.find_and_open"].median + 5
    assert 50 < rows["memory.sample_open"].median < 2000
