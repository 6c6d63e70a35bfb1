"""Tasks: results, progress and troubles arrive on the thread that asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.support.tasks import Task, Tasks
from plans.errors import NotFound
from plans.progress import Progress


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.stop()
    qtbot.waitUntil(lambda: made.is_idle)


def heard(task: Task) -> list[object]:
    """Everything the task tells, with the thread it came on."""
    said: list[object] = []

    def hear(name: str, value: object = None) -> None:
        assert threading.current_thread() is threading.main_thread()
        said.append((name, value))

    task.done.connect(lambda value: hear("done", value))
    task.failed.connect(lambda error: hear("failed", type(error)))
    task.broke.connect(lambda error: hear("broke", type(error)))
    task.cancelled.connect(lambda: hear("cancelled"))
    return said


def double(progress: Progress, number: int) -> int:
    progress(1, 1)
    return number * 2


def refuse(_progress: Progress) -> None:
    raise NotFound(what="示例")


def slip(_progress: Progress) -> None:
    raise ZeroDivisionError


def endless(progress: Progress) -> None:
    while True:
        progress(0, 0, "step.read")
        time.sleep(0.002)


def test_result_comes_after_the_starter_connected(tasks: Tasks, qtbot: QtBot) -> None:
    task = tasks.run(double, 21)
    time.sleep(0.02)  # the work is over before anybody listens
    said = heard(task)
    with qtbot.waitSignal(task.ended):
        pass
    assert said == [("done", 42)]


def test_trouble_and_bug_are_told_apart(tasks: Tasks, qtbot: QtBot, expect_log: object) -> None:
    assert callable(expect_log)
    expect_log("'slip' broke")
    for work, name, kind in ((refuse, "failed", NotFound), (slip, "broke", ZeroDivisionError)):
        task = tasks.run(work)
        said = heard(task)
        with qtbot.waitSignal(task.ended):
            pass
        assert said == [(name, kind)]


def test_cancel_stops_where_it_reports(tasks: Tasks, qtbot: QtBot) -> None:
    task = tasks.run(endless)
    said = heard(task)
    with qtbot.waitSignal(task.progressed):
        pass
    task.cancel()
    with qtbot.waitSignal(task.ended):
        pass
    assert said == [("cancelled", None)]


def test_reads_keep_their_order(tasks: Tasks, qtbot: QtBot) -> None:
    order: list[int] = []

    def read(_progress: Progress, number: int) -> None:
        time.sleep(0.01 * (3 - number))
        order.append(number)

    started = [tasks.read(read, number) for number in range(3)]
    with qtbot.waitSignal(started[-1].ended):
        pass
    assert order == [0, 1, 2]


def test_stop_waits_for_the_workers(qtbot: QtBot) -> None:
    tasks = Tasks()
    task = tasks.run(endless)
    with qtbot.waitSignal(task.ended):
        tasks.stop()
    assert not [t for t in threading.enumerate() if t.name.startswith(("read", "free"))]
