"""Bringing files in: one change a file, undone together, bad files named."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.progress import ProgressPanel
from desktop.window.main import MainWindow
from plans.model.building import Building

HEAD = "编号,名称,经度,纬度,坐标系\n"


def table(path: Path, *codes: str) -> Path:
    rows = "".join(f"{code},楼{code},113.6,30.4,wgs84\n" for code in codes)
    path.write_text(HEAD + rows, encoding="utf-8")
    return path


def brought(main: MainWindow, qtbot: QtBot, *files: Path) -> None:
    with qtbot.waitSignal(main.bringing.finished, timeout=20_000):
        main.bringing.bring(list(files))


def test_several_files_are_taken_back_together(
    main: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    first = table(tmp_path / "buildings1.csv", "X-1", "X-2")
    second = table(tmp_path / "buildings2.csv", "X-3")
    brought(main, qtbot, first, second)
    assert main.desk.open.library.count() == 5
    notice = main.notices.standing[-1]
    assert "3 records" in notice.text
    assert notice.offer is not None
    notice.offer.does()
    qtbot.waitUntil(lambda: main.desk.open.drafting.history.next_undo is None)
    assert main.desk.open.library.count() == 2


def test_undoing_the_building_that_is_open_closes_it(
    main: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    brought(main, qtbot, table(tmp_path / "buildings.csv", "X-1"))
    main.open_building(main.desk.open.library.resolve("X-1"))
    offer = main.notices.standing[-1].offer
    assert offer is not None
    offer.does()
    qtbot.waitUntil(lambda: main.desk.building is None)
    assert not main.right.isVisible()


def test_bad_files_and_rows_are_named(main: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    good = table(tmp_path / "buildings.csv", "X-1")
    good.write_text(good.read_text("utf-8") + "X-9,,x,y,<img src=x>\n", encoding="utf-8")
    bad = tmp_path / "broken.geojson"
    bad.write_bytes(b"{ not json")
    brought(main, qtbot, good, bad)
    texts = "\n".join(notice.text for notice in main.notices.standing)
    assert "broken.geojson" in texts
    shown: list[str] = []

    def read() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        shown.append(box.text())
        assert box.textFormat().name == "PlainText"
        box.reject()

    unread = [n for n in main.notices.standing if "could not be read" in n.text and n.offer]
    if unread:
        QTimer.singleShot(0, read)
        unread[0].offer.does()  # type: ignore[union-attr]
        assert "buildings.csv" in shown[0]
        assert "reason." not in shown[0]


def test_the_same_again_offers_nothing_to_undo(
    main: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = table(tmp_path / "buildings.csv", "X-1")
    brought(main, qtbot, path)
    main.notices.dismiss(main.notices.standing[-1].text)
    brought(main, qtbot, path)
    assert main.notices.standing[-1].offer is None


def test_drawings_go_to_the_open_floor_only_when_asked(
    main: MainWindow, house: Building, tmp_path: Path, qtbot: QtBot
) -> None:
    main.open_building(house.id)
    main.desk.step_floor(1)

    def cancel() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert "1F" in box.text()
        box.button(QMessageBox.StandardButton.Cancel).click()

    QTimer.singleShot(0, cancel)
    with qtbot.assertNotEmitted(main.bringing.finished, wait=100):
        main.bringing.bring([tmp_path / "floor.geojson"])


def test_choosing_files(main: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[Path]] = []
    monkeypatch.setattr(main.bringing, "bring", asked.append)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["/x/a.csv"], ""))
    main.actions_.do("file.import")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    main.actions_.do("file.import")
    assert asked == [[Path("/x/a.csv")]]


def test_files_and_a_folder_dropped_on_the_window(
    main: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    table(folder / "buildings3.csv", "X-3")
    files = [table(tmp_path / f"buildings{at}.csv", f"X-{at}") for at in (1, 2)]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (*files, folder)])
    kind = Qt.DropAction.CopyAction
    button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(main, QDragEnterEvent(QPoint(9, 9), kind, data, button, plain))
    with qtbot.waitSignal(main.bringing.finished, timeout=30_000):
        QApplication.sendEvent(main, QDropEvent(QPointF(9, 9), kind, data, button, plain))
    assert main.desk.open.library.count() == 5
    main.actions_.do("edit.undo")
    qtbot.waitUntil(lambda: main.desk.open.drafting.history.next_undo is None)
    assert main.desk.open.library.count() == 2


def test_a_long_import_is_stopped_and_leaves_nothing(
    main: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "long.csv"
    rows = "".join(f"Y-{at},楼{at},113.6,30.4,wgs84\n" for at in range(30_000))
    path.write_text(HEAD + rows, encoding="utf-8")
    with qtbot.waitSignal(main.bringing.finished, timeout=60_000):
        main.bringing.bring([path])
        main.bringing.bring([path])  # told, not begun
        panel = main.findChild(ProgressPanel)
        assert panel is not None
        qtbot.waitUntil(panel.isVisible)
        panel.findChild(QPushButton).click()
    assert main.desk.open.library.count() == 2
    texts = [notice.text for notice in main.notices.standing]
    assert "The import was stopped." in texts
    assert any("being imported" in text for text in texts)
    assert not main.actions_["edit.undo"].isEnabled()
