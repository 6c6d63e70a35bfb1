"""Tests of the child process seen from its pipes."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec

from plans.importing.asked import Asked, Limits
from plans.importing.wire import Done, Failed, Frame, Job, read_frame

ROOT = Path(__file__).resolve().parents[3]


def test_a_job_in_frames_out(
    write: Callable[[str, object], Path], catalog_folder: Path, tmp_path: Path
) -> None:
    files = (
        Asked(path=str(write("a.csv", "姓名,岗位\n张三,班长\n"))),
        Asked(path=str(tmp_path / "no.csv")),
    )
    job = Job(catalog=str(catalog_folder), files=files, limits=Limits())
    done = subprocess.run(
        [sys.executable, "-m", "plans.importing.child"],
        input=msgspec.msgpack.encode(job),
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    pipe = io.BytesIO(done.stdout)
    frames: list[Frame] = []
    while (frame := read_frame(pipe)) is not None:
        frames.append(frame)
    good, bad = (frame for frame in frames if isinstance(frame, (Done, Failed)))
    assert isinstance(good, Done)
    assert good.parsed.table == "persons"
    assert isinstance(bad, Failed)
    assert (bad.file, bad.reason) == (1, "missing")
    assert done.stderr == b""
