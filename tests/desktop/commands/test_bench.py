"""`bench`: rows as JSON or a table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.__main__ import DONE, USE

pytestmark = pytest.mark.usefixtures("qapp", "no_translator_left")


def test_rows_as_json(run: Callable) -> None:
    ran = run("bench", "--runs", "1", "machine", "--json")
    assert ran.code == DONE
    rows = ran.json()
    assert len(rows) >= 4
    for row in rows:
        assert row.keys() == {"name", "unit", "median", "min", "max", "target", "reference"}
        assert row["name"].startswith("machine.")
        assert 0 < row["min"] <= row["median"] <= row["max"]


def test_a_table_and_a_single_row(run: Callable) -> None:
    ran = run("bench", "--runs", "2", "machine.python")
    assert ran.code == DONE
    lines = ran.out.strip().split("\n")
    assert len(lines) == 2
    assert lines[0].split()[:3] == ["name", "median", "min"]


def test_no_such_benchmark(run: Callable) -> None:
    ran = run("bench", "nothing")
    assert ran.code == USE
    assert "machine" in ran.err
