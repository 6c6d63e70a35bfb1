"""A window is never larger than its screen and never beyond its edge."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QMargins, QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.application import Application
from desktop.window.fitting import Fitting, fitted

SMALL = QRect(0, 0, 1280, 680)
FRAME = QMargins(2, 30, 2, 2)


@pytest.mark.parametrize(
    ("wanted", "place"),
    [
        (QRect(100, 100, 900, 560), QRect(100, 100, 900, 560)),
        (QRect(0, 0, 1440, 900), QRect(2, 30, 1276, 648)),
        (QRect(2000, 1500, 900, 560), QRect(378, 118, 900, 560)),
        (QRect(-5000, -300, 3000, 600), QRect(2, 30, 1276, 600)),
    ],
)
def test_places(wanted: QRect, place: QRect) -> None:
    assert fitted(wanted, SMALL, FRAME) == place
    assert SMALL.contains(fitted(wanted, SMALL, FRAME).marginsAdded(FRAME))


def test_a_place_kept_on_a_larger_screen(application: Application, qtbot: QtBot) -> None:
    first = application.open_window()
    first.setGeometry(4000, 3000, 2600, 1400)
    kept = QByteArray(first.saveGeometry())
    first.close()
    application.state.keep_geometry("main", kept)
    window = application.open_window()
    available = window.screen().availableGeometry()
    qtbot.waitUntil(lambda: available.contains(window.frameGeometry()))


def test_the_least_size_gives_way_to_a_small_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(9000, 5600)
    fitting = Fitting(window, QSize(9000, 5600))
    fitting.fit()
    assert window.screen().availableGeometry().contains(window.geometry())
    window.showFullScreen()
    before = window.geometry()
    fitting.fit()
    assert window.geometry() == before
