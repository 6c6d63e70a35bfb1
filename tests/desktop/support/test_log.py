"""The log rotates, and its absence stops nothing."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.support.log import log_folder, start_log, stop_log


@pytest.fixture(autouse=True)
def closed_log() -> Iterator[None]:
    level = logging.getLogger().level
    yield
    stop_log()
    logging.getLogger().setLevel(level)


def test_records_arrive(tmp_path: Path) -> None:
    file = start_log(tmp_path)
    logging.getLogger("desktop.x").info("预案库 opened")
    assert "预案库 opened" in file.read_text(encoding="utf-8")


def test_starting_again_moves_it(tmp_path: Path) -> None:
    start_log(tmp_path / "a")
    file = start_log(tmp_path / "b")
    logging.getLogger("desktop.x").info("once")
    assert "once" in file.read_text(encoding="utf-8")
    assert "once" not in (tmp_path / "a" / file.name).read_text(encoding="utf-8")


def test_old_logs_are_few(tmp_path: Path) -> None:
    file = start_log(tmp_path)
    for _ in range(9):
        logging.getLogger("desktop.x").info("x" * 900_000)
    assert len(list(tmp_path.glob("*.log*"))) <= 6
    assert file.stat().st_size <= 1_000_000


def test_no_folder_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    start_log(tmp_path / "taken" / "log")
    logging.getLogger("desktop.x").info("said anyway")


def test_lies_in_this_persons_folder(own_home: Path) -> None:
    assert own_home in log_folder().parents
