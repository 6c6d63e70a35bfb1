"""Rows of a benchmark: medians, targets, a table."""

from __future__ import annotations

from desktop.bench.measuring import percentile, row, table, timed_ms


def test_a_row_is_median_least_and_most() -> None:
    one = row("a", "ms", [3.0, 1.0, 2.0], 2.0, "ref")
    assert (one.median, one.min, one.max, one.reached) == (2, 1, 3, True)
    assert row("a", "ms", [3.0], 2.0).reached is False
    assert row("a", "ms", [3.0]).reached is None


def test_percentile() -> None:
    assert percentile(list(range(100)), 0.95) == 95
    assert percentile([7.0], 0.95) == 7


def test_times_are_milliseconds() -> None:
    times = timed_ms(lambda: sum(range(1000)), 5)
    assert len(times) == 5
    assert all(0 < time < 1000 for time in times)


def test_the_table_says_what_is_missed() -> None:
    text = table([row("a", "ms", [3.0], 2.0, "ref"), row("b", "s", [1.0], 2.0), row("c", "s", [1])])
    lines = text.split("\n")
    assert ["MISSED" in line for line in lines] == [False, True, False, False]
    assert "reached" in lines[2]
    assert lines[1].endswith("ref")
