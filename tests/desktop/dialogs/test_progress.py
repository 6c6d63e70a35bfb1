"""Progress comes only for long work, tells how far it is, and can stop it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.progress import ProgressPanel
from desktop.support.tasks import Tasks
from plans.progress import Progress


@pytest.fixture
def tasks(window: QWidget, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(window)
    yield made
    made.stop()
    qtbot.waitUntil(lambda: made.is_idle)


def test_long_work_is_shown_and_stopped(tasks: Tasks, window: QWidget, qtbot: QtBot) -> None:
    def long(progress: Progress) -> None:
        while True:
            progress(300, 1200, "step.read")
            threading.Event().wait(0.01)

    task = tasks.run(long)
    panel = ProgressPanel(task, "Importing", "en", window)
    qtbot.waitUntil(panel.isVisible)
    qtbot.waitUntil(lambda: panel.findChild(QProgressBar).value() == 300)
    said = {label.text() for label in panel.findChildren(QLabel)}
    assert {"Importing", "Reading files", "300 / 1,200"} <= said
    assert window.rect().contains(panel.geometry())
    with qtbot.waitSignal(task.ended):
        panel.findChild(QPushButton).click()


def test_short_work_shows_nothing(tasks: Tasks, window: QWidget, qtbot: QtBot) -> None:
    def short(_progress: Progress) -> int:
        return 1

    task = tasks.run(short)
    panel = ProgressPanel(task, "Importing", "en", window)
    with qtbot.waitSignal(panel.destroyed):
        pass


def test_steps_of_an_import_are_told_in_words(tasks: Tasks, window: QWidget, qtbot: QtBot) -> None:
    def long(progress: Progress) -> None:
        while True:
            progress(1, 3, "import.read")
            threading.Event().wait(0.01)

    task = tasks.run(long)
    panel = ProgressPanel(task, "Importing", "zh", window)
    qtbot.waitUntil(lambda: "正在读取" in {label.text() for label in panel.findChildren(QLabel)})
    with qtbot.waitSignal(task.ended):
        panel.findChild(QPushButton).click()
