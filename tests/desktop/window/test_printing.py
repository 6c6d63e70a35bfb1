"""Sheets from the window: previewed, and saved where the user says."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QProgressDialog

from desktop.dialogs.sheets import SheetsDialog
from desktop.window.main import MainWindow
from plans.model.building import Building


def test_saving_asks_where(
    main: MainWindow, house: Building, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main.open_building(house.id)
    path = tmp_path / "out.pdf"
    asked: list[str] = []

    def choose(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(start)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    main.actions_.do("file.pdf")
    assert Path(asked[0]).name == "Sample House.pdf"
    assert path.read_bytes().startswith(b"%PDF-")
    assert "out.pdf" in main.notices.standing[-1].text


def pages_of(main: MainWindow) -> SheetsDialog:
    main.actions_.do("file.print")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SheetsDialog)
    return dialog


def test_the_pages_shown_are_the_pages_saved(
    main: MainWindow, house: Building, tmp_path: Path
) -> None:
    main.open_building(house.id)
    dialog = pages_of(main)
    main.printing.save_pdf(tmp_path / "x.pdf")
    saved = QPdfDocument()
    saved.load(str(tmp_path / "x.pdf"))
    size = QSize(630, 446)
    assert dialog.document.pageCount() == saved.pageCount() == 3
    assert dialog.document.render(0, size) == saved.render(0, size)
    dialog.reject()


def test_from_the_pages_they_are_saved_and_the_dialog_says_so(
    main: MainWindow, house: Building, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    main.open_building(house.id)
    dialog = pages_of(main)
    dialog.save_asked.emit()
    assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
    assert "out.pdf" in shown(dialog)
    dialog.reject()


def shown(dialog: SheetsDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_printing_keeps_the_chosen_pages(
    main: MainWindow, house: Building, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "printed.pdf"

    def choose(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setFromTo(2, 3)
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    main.open_building(house.id)
    dialog = pages_of(main)
    dialog.print_asked.emit()
    printed = QPdfDocument()
    printed.load(str(path))
    assert printed.pageCount() == 2
    dialog.reject()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_print_is_told(
    main: MainWindow, house: Building, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "nowhere" / "x.pdf"))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    main.open_building(house.id)
    dialog = pages_of(main)
    dialog.print_asked.emit()
    assert "did not take" in shown(dialog)
    dialog.reject()


def test_stopping_writes_nothing(
    main: MainWindow, house: Building, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QProgressDialog, "wasCanceled", lambda _: True)
    main.open_building(house.id)
    main.printing.save_pdf(tmp_path / "x.pdf")
    assert list(tmp_path.glob("x*")) == []


def test_without_a_building_nothing_is_printed(main: MainWindow, tmp_path: Path) -> None:
    main.printing.preview()
    main.printing.save_pdf(tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists()
