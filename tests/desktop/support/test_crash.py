"""What nobody expected is logged, told once, and survived."""

from __future__ import annotations

import faulthandler
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from pytestqt.qtbot import QtBot

from desktop.support.crash import CrashGuard, report_of
from plans.errors import BinderDamaged

pytestmark = pytest.mark.usefixtures("qapp")

ExpectLog = Callable[[str], None]


@pytest.fixture
def guard(tmp_path: Path) -> Iterator[CrashGuard]:
    was_on = faulthandler.is_enabled()
    hooks = sys.excepthook, threading.excepthook
    made = CrashGuard(tmp_path / "fault.log")
    made.install()
    yield made
    made.uninstall()
    sys.excepthook, threading.excepthook = hooks
    if was_on:
        faulthandler.enable(sys.__stderr__ or 2)


def slip() -> None:
    raise ValueError("slipped")


def hear(guard: CrashGuard) -> None:
    try:
        slip()
    except ValueError as error:
        guard.hear(type(error), error, error.__traceback__)


def test_told_once_logged_always(
    guard: CrashGuard, qtbot: QtBot, expect_log: ExpectLog, no_silent_trouble: object
) -> None:
    expect_log("CRITICAL desktop.crash")
    told: list[str] = []
    guard.met.connect(told.append)
    for _ in range(3):
        hear(guard)
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(20)
    assert len(told) == 1
    assert "slipped" in told[0]
    assert len(getattr(no_silent_trouble, "messages", [])) == 3


def test_a_thread_is_heard_on_the_users_thread(
    guard: CrashGuard, qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("CRITICAL desktop.crash")
    threads: list[threading.Thread] = []
    guard.met.connect(lambda _report: threads.append(threading.current_thread()))
    worker = threading.Thread(target=slip)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]


@pytest.mark.usefixtures("guard")
def test_qt_warnings_reach_the_log(expect_log: ExpectLog) -> None:
    expect_log("WARNING qt: default: something odd")
    qWarning("something odd")


def test_interrupt_ends_the_program(guard: CrashGuard) -> None:
    with pytest.raises(SystemExit):
        guard.hear(KeyboardInterrupt, KeyboardInterrupt(), None)


def test_report_names_versions_and_the_place() -> None:
    try:
        slip()
    except ValueError as error:
        report = report_of(error)
    assert "Python" in report
    assert "Qt" in report
    assert "in slip" in report


def test_a_binder_in_trouble_is_no_fault_of_the_program(
    guard: CrashGuard, qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("nobody expected this")
    error = BinderDamaged("/x/a.binder")
    with qtbot.assertNotEmitted(guard.met), qtbot.waitSignal(guard.troubled) as told:
        guard.hear(type(error), error, None)
    assert told.args == [error]
