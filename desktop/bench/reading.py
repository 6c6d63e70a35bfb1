"""Benchmarks of the binder: search, open, commit, the site in view."""

from __future__ import annotations

import statistics
from functools import partial
from pathlib import Path

import msgspec

from desktop.bench.city import crowded_floor
from desktop.bench.measuring import Row, row, timed_ms
from plans.binder import Binder
from plans.model.change import change

KEYS = (
    "示",
    "示样",
    "华苑",
    "xg01",
    "xg0123",
    "s",
    "sh",
    "shiyang",
    "syhy",
    "示例华院",
    "tower 77",
    "虚构区 77",
    "zzqx",
)
"""What is typed, a key press each; the last ones find little and look hardest."""
AROUND_M = 150.0


def reading(city: Path, scratch: Path, runs: int) -> list[Row]:
    """Search per key press, a view of the site, a commit on a crowded floor."""
    rows = []
    with Binder.open(city, read_only=True) as binder:
        binder.library.warm_up()
        times = {key: timed_ms(partial(binder.library.search, key), runs) for key in KEYS}
        worst = [statistics.median(found) for found in times.values()]
        every = [ms for found in times.values() for ms in found]
        rows.append(row("search.key_press", "ms", every, 20, "10,000 buildings"))
        rows.append(row("search.slowest_key", "ms", [max(worst)], 20))
        x0, y0, x1, y1 = binder.site.extent() or (0.0, 0.0, 1.0, 1.0)
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        rows.append(
            row(
                "site.view",
                "ms",
                timed_ms(
                    lambda: binder.site.in_box(
                        x - AROUND_M, y - AROUND_M, x + AROUND_M, y + AROUND_M
                    ),
                    runs,
                ),
                None,
                "some hundreds of 100,000 features",
            )
        )
    rows.append(
        row(
            "binder.open",
            "ms",
            timed_ms(lambda: Binder.open(city, read_only=True).close(), runs),
            None,
            "10,000 buildings",
        )
    )
    rows.append(_commit(scratch, max(runs, 20)))
    return rows


def _commit(scratch: Path, runs: int) -> Row:
    with Binder.create(scratch) as binder:
        _, floor = crowded_floor(binder, 3_000)
        features = list(binder.drafting.features(floor.id).values())
        edits = iter(features[: runs + 1])

        def edit() -> None:
            before = next(edits)
            after = msgspec.structs.replace(before, label="改")
            binder.drafting.commit(change("feature.describe", {before.id: (before, after)}))

        edit()
        return row("commit.one_edit", "ms", timed_ms(edit, runs), 3, "floor of 3,000 features")
