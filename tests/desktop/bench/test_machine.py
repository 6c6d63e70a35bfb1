"""The machine's own baseline."""

from __future__ import annotations

import pytest

from desktop.bench.machine import machine


@pytest.mark.usefixtures("qapp")
def test_machine() -> None:
    rows = machine(1)
    assert [row.name.partition(".")[0] for row in rows] == ["machine"] * 4
    assert all(row.target is None and row.median > 0 for row in rows)
