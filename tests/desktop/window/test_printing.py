"""Sheets from the window: previewed, and saved where the user says."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QFileDialog

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


def test_the_preview_paints_every_page(
    main: MainWindow, house: Building, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[int] = []
    real = main.printing._print

    def count(printer: object) -> None:
        real(printer)  # type: ignore[arg-type]
        painted.append(1)

    monkeypatch.setattr(main.printing, "_print", count)
    main.open_building(house.id)

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintPreviewDialog)
        dialog.reject()

    QTimer.singleShot(1000, close)
    main.actions_.do("file.print")
    assert painted


def test_without_a_building_nothing_is_printed(main: MainWindow, tmp_path: Path) -> None:
    main.printing.preview()
    main.printing.save_pdf(tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists()
