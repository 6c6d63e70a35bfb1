"""Rows of a benchmark table: repeated runs, their median, least and most."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One measured thing; smaller is better. `target` and `reference` are in the row's unit."""

    name: str
    unit: str
    median: float
    min: float
    max: float
    target: float | None = None
    reference: str = ""

    @property
    def reached(self) -> bool | None:
        """Whether the median meets the target; None without one."""
        return None if self.target is None else self.median <= self.target


def row(
    name: str, unit: str, values: Sequence[float], target: float | None = None, reference: str = ""
) -> Row:
    """A row of measured values."""
    return Row(
        name=name,
        unit=unit,
        median=round(statistics.median(values), 3),
        min=round(min(values), 3),
        max=round(max(values), 3),
        target=target,
        reference=reference,
    )


def timed_ms(work: Callable[[], object], runs: int) -> list[float]:
    """How long the work took each time, milliseconds."""
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return found


def percentile(values: Sequence[float], share: float) -> float:
    """The value that share of all values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def table(rows: Sequence[Row]) -> str:
    """The rows as text, one a line, reached or not said in a word."""
    lines = [f"{'name':<34}{'median':>10}{'min':>10}{'max':>10}  {'unit':<5}{'target':>9}   "]
    for one in rows:
        target = "" if one.target is None else f"{one.target:g}"
        word = {None: "", True: "reached", False: "MISSED"}[one.reached]
        lines.append(
            f"{one.name:<34}{one.median:>10.2f}{one.min:>10.2f}{one.max:>10.2f}  {one.unit:<5}"
            f"{target:>9}   {word:<8}{one.reference}".rstrip()
        )
    return "\n".join(lines)
