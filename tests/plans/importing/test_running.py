"""Tests of the child process that reads strangers' files."""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import psutil
import pytest

from plans.errors import Cancelled, InputError
from plans.importing.asked import Asked, Limits
from plans.importing.parsed import Parsed
from plans.importing.running import read_files

Write = Callable[[str, object], Path]
PERSONS = "姓名,岗位\n张三,班长\n"


def asked(*paths: Path) -> list[Asked]:
    return [Asked(path=str(path)) for path in paths]


def outcome(result: Parsed | InputError) -> object:
    return len(result.rows) if isinstance(result, Parsed) else result.facts["reason"]


def test_a_bad_file_does_not_stop_the_others(
    write: Write, catalog_folder: Path, tmp_path: Path
) -> None:
    rng = random.Random(7)
    files = [
        write("good.csv", PERSONS),
        write("random.geojson", rng.randbytes(20_000)),
        write("random.csv", rng.randbytes(20_000)),
        write("empty.geojson", b""),
        write("deep.geojson", "[" * 300_000),
        write("columns.csv", ",".join("c" * 1_000_000) + "\n"),
        write("picture.csv", b"\x89PNG\r\n\x1a\n" + rng.randbytes(999)),
        tmp_path / "missing.csv",
        tmp_path,
        write("good.geojson", '{"type":"Feature","properties":{"kind":"tree"},"geometry":'
              '{"type":"Point","coordinates":[1,2]}}'),
    ]  # fmt: skip
    sparse = tmp_path / "sparse.csv"
    with sparse.open("wb") as file:
        file.truncate(1024**3)
    results = list(read_files(asked(*files, sparse), catalog_folder))
    assert [one.path for one, _ in results] == [str(path) for path in [*files, sparse]]
    assert [outcome(result) for _, result in results] == [
        1, "binary", "binary", "empty", "nested", "too_many_columns", "binary", "missing",
        "folder", 1, "too_big",
    ]  # fmt: skip
    assert threading.active_count() == 1 or not _ours()


def _ours() -> list[psutil.Process]:
    return [one for one in psutil.Process().children() if "plans.importing.child" in one.cmdline()]


def test_cancelling_kills_the_child(write: Write, catalog_folder: Path) -> None:
    called = 0

    def cancel(_done: int, _total: int, step: str = "") -> None:
        nonlocal called
        called += 1
        assert _ours()
        raise Cancelled(step)

    with pytest.raises(Cancelled):
        list(read_files(asked(write("a.csv", PERSONS)), catalog_folder, None, cancel))
    assert called == 1
    assert _ours() == []


def test_leaving_early_kills_the_child(write: Write, catalog_folder: Path) -> None:
    results = read_files(asked(write("a.csv", PERSONS), write("b.csv", PERSONS)), catalog_folder)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert _ours() == []


@pytest.mark.skipif(os.name != "posix", reason="only POSIX bounds a process's memory")
def test_memory_is_bounded_and_the_next_file_gets_a_new_child(
    write: Write, catalog_folder: Path
) -> None:
    limits = msgspec.structs.replace(Limits(), memory_bytes=700 * 1024**2)
    hungry = write("hungry.geojson", '{"a":[' + "[1.5,2.5]," * 4_000_000 + "0]}")
    good = write("good.csv", PERSONS)
    results = list(read_files(asked(hungry, good), catalog_folder, limits))
    assert [outcome(result) for _, result in results] == ["too_much_memory", 1]


def test_time_is_bounded(write: Write, catalog_folder: Path) -> None:
    limits = msgspec.structs.replace(Limits(), wall_s=0.05)
    started = time.monotonic()
    [(_, result)] = read_files(asked(write("a.csv", PERSONS)), catalog_folder, limits)
    assert outcome(result) == "timeout"
    assert time.monotonic() - started < 20


@pytest.mark.skipif(os.name != "posix", reason="only POSIX bounds a process's CPU time")
def test_a_child_that_dies_is_told(write: Write, catalog_folder: Path) -> None:
    killed: list[int] = []

    def kill(_done: int, _total: int, step: str = "") -> None:
        for child in _ours() if not killed else ():
            killed.append(child.pid)
            child.kill()

    big = "姓名,岗位\n" + "张三,班长\n" * 200_000
    results = list(
        read_files(asked(write("a.csv", big), write("b.csv", PERSONS)), catalog_folder, None, kill)
    )
    assert [outcome(result) for _, result in results] == ["reader_died", 1]
    assert killed
