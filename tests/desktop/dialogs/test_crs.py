"""Tests of asking for a coordinate system."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.dialogs.crs import Crs, CrsDialog

SYSTEMS = (
    Crs("EPSG:27700", "OSGB36 / British National Grid"),
    Crs("EPSG:4547", "CGCS2000 / 3-degree Gauss-Kruger CM 114E", is_here=True),
    Crs("EPSG:4326", "WGS 84", is_here=True),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> CrsDialog:
    made = CrsDialog("mains.inp names none", SYSTEMS, can_be_sketch=True)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(dialog: CrsDialog) -> list[str]:
    items = [dialog.list.item(at) for at in range(dialog.list.count())]
    return [item.text().split()[0] for item in items if not item.isHidden()]


def test_those_of_the_place_come_first_and_none_is_chosen(qtbot: QtBot, dialog: CrsDialog) -> None:
    assert shown(dialog) == ["EPSG:4547", "EPSG:4326", "EPSG:27700"]
    assert not dialog.go.isEnabled()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.chosen == ""


def test_found_by_any_words_and_taken_by_keyboard(qtbot: QtBot, dialog: CrsDialog) -> None:
    qtbot.keyClicks(dialog.search, "114e cgcs")
    assert shown(dialog) == ["EPSG:4547"]
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    dialog.list.setCurrentRow(0)
    assert dialog.go.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.chosen == "EPSG:4547"


def test_what_the_search_hides_is_not_taken(dialog: CrsDialog) -> None:
    dialog.list.setCurrentRow(0)
    dialog.search.setText("british")
    assert not dialog.go.isEnabled()


def test_a_sketch_needs_no_system(dialog: CrsDialog) -> None:
    dialog.sketch.setChecked(True)
    assert not dialog.list.isEnabled()
    dialog.go.click()
    assert dialog.chosen == "none"
