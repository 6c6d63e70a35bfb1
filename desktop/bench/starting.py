"""Benchmarks of whole processes: cold start, find and open, memory."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from desktop.bench.measuring import Row, row

_PROBE = "desktop.bench.probe"


def _probe(binder: Path, query: str = "") -> dict[str, float]:
    """Start a program of its own on a binder; what it said of itself, with the time it took."""
    start = time.time()
    done = subprocess.run(
        [sys.executable, "-m", _PROBE, str(binder), str(start), query],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def starting(sample: Path, city: Path, runs: int) -> list[Row]:
    """From the command to a usable window; to an open card; memory with the sample open."""
    _probe(sample)  # the disk's cache and compiled modules are not what is measured
    plain = [_probe(sample) for _ in range(runs)]
    found = [_probe(city, "xg01234") for _ in range(runs)]
    return [
        row(
            "start.window",
            "s",
            [run["window_s"] for run in plain],
            1.5,
            "1.2 s: QGIS initialises, headless",
        ),
        row(
            "start.find_and_open",
            "s",
            [run["card_s"] for run in found],
            3.0,
            "up to an hour on paper; 10,000 buildings, 2 actions",
        ),
        row("memory.sample_open", "MB", [run["memory_mb"] for run in plain], 350),
    ]
