"""The pages before they are printed: as wide as the window, larger, smaller, asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.sheets import SheetsDialog


@pytest.fixture
def dialog(window: QWidget, qtbot: QtBot) -> SheetsDialog:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    painter = QPainter(writer)
    painter.drawText(100, 100, "x")
    writer.newPage()
    painter.end()
    made = SheetsDialog(bytes(buffer.data().data()), "Sample House", window)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_names_the_building_and_counts_pages(dialog: SheetsDialog) -> None:
    assert "Sample House" in dialog.windowTitle()
    assert dialog.document.pageCount() == 2
    assert dialog.view.zoomMode() is QPdfView.ZoomMode.FitToWidth


def test_larger_and_smaller_go_on_from_what_is_seen(dialog: SheetsDialog) -> None:
    before = dialog.zoom()
    dialog.zoom_in()
    assert dialog.zoom() == pytest.approx(before * 1.25)
    dialog.zoom_out()
    dialog.zoom_out()
    assert dialog.zoom() == pytest.approx(before / 1.25)
    dialog.fit_page()
    assert dialog.zoom() < before
    dialog.fit_width()
    assert dialog.zoom() == pytest.approx(before, rel=0.05)


def test_zooming_has_ends(dialog: SheetsDialog) -> None:
    for _ in range(40):
        dialog.zoom_in()
    assert dialog.zoom() == 8.0
    for _ in range(40):
        dialog.zoom_out()
    assert dialog.zoom() == pytest.approx(0.2)


def test_printing_and_saving_are_asked_for_by_button_and_key(
    dialog: SheetsDialog, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.print_asked):
        QTest.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(dialog.save_asked):
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "Save PDF…").click()


def test_what_became_of_them(dialog: SheetsDialog) -> None:
    from desktop.widgets.elided import ElidedLabel

    dialog.say("saved")
    assert dialog.findChild(ElidedLabel).text() == "saved"


def test_what_is_no_pdf_has_no_pages(window: QWidget) -> None:
    dialog = SheetsDialog(b"no pdf", "x", window)
    assert dialog.document.pageCount() == 0
    dialog.zoom_in()
    assert dialog.zoom() > 0
