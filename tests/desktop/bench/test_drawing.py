"""Benchmarks of the canvas, on a small district."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.bench import drawing as module
from plans.model.catalog import Catalog


@pytest.mark.usefixtures("qapp")
def test_drawing(sample_binder: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FOOTPRINTS", 150)
    monkeypatch.setattr(module, "FRAMES", 6)
    rows = module.drawing(sample_binder, catalog, 1)
    assert {row.name.partition(".")[0] for row in rows} == {"frame", "picture"}
    assert all(row.target is not None and row.median > 0 for row in rows)
