"""Reading parts of the site: the newest wish wins, an older one is not told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.support.tasks import Tasks
from desktop.window.sitereading import SiteReading
from plans.binder import Binder
from plans.model.catalog import Catalog


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.stop()
    qtbot.waitUntil(lambda: made.is_idle)


def test_the_newest_wish_wins(tasks: Tasks, stocked: Path, catalog: Catalog, qtbot: QtBot) -> None:
    parent = QObject()
    reading = SiteReading(tasks, parent)
    told: list[object] = []
    reading.read.connect(lambda plan: told.append(plan.box))
    with Binder.open(stocked, read_only=True) as binder:
        boxes = [(-n * 10.0, -n * 10.0, n * 10.0, n * 10.0) for n in (1, 2, 3)]
        for box in boxes:
            reading.want((binder, box, catalog, "zh", None))
        assert not reading.is_idle
        qtbot.waitUntil(lambda: reading.is_idle)
        assert told[-1] == boxes[-1]
        assert boxes[1] not in told
        reading.want((binder, boxes[0], catalog, "zh", None))
        reading.forget()
        qtbot.waitUntil(lambda: reading.is_idle)
