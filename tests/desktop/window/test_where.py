"""Where dropped files go: the open floor, a floor named now, or where they say."""

from __future__ import annotations

from pathlib import Path

import ezdxf
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.support import assets
from desktop.support.notices import Level
from desktop.window.main import MainWindow
from desktop.window.where import UNITS, ask_unit, ask_where
from plans.importing.drawing_rules import load_drawing_rules

TABLE, DRAWING, SHAPES = Path("a.csv"), Path("a.DXF"), Path("a.geojson")


def press(text: str) -> None:
    """Press that button of the box that opens next."""

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        button = next(b for b in box.buttons() if text in b.text())
        button.click()

    QTimer.singleShot(50, act)


def type_in(text: str, *, accept: bool = True) -> None:
    """Answer the input box that opens next."""

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QInputDialog)
        box.setTextValue(text)
        box.accept() if accept else box.reject()

    QTimer.singleShot(50, act)


def open_floor(main: MainWindow) -> None:
    main.open_building(main.desk.open.library.list()[0].id)
    main.desk.open_floor(main.desk.floors[0].id)


def test_tables_go_where_they_say(main: MainWindow) -> None:
    open_floor(main)
    assert ask_where([TABLE], main.desk, main) == ""


def test_without_a_building_nothing_is_asked(main: MainWindow) -> None:
    assert main.desk.building is None
    assert ask_where([DRAWING], main.desk, main) == ""
    assert ask_where([SHAPES], main.desk, main) == ""


def test_an_open_floor_is_offered(main: MainWindow) -> None:
    open_floor(main)
    label = main.desk.floor.label if main.desk.floor else ""
    for answer, want in (("To floor", label), ("Where the files say", ""), ("Cancel", None)):
        press(answer)
        assert ask_where([SHAPES, TABLE], main.desk, main) == want


def test_a_drawing_may_say_where_by_its_titles(main: MainWindow) -> None:
    open_floor(main)
    press("Where the files say")
    assert ask_where([DRAWING], main.desk, main) == ""


def test_a_drawing_on_the_site_asks_for_a_floor(main: MainWindow) -> None:
    main.open_building(main.desk.open.library.list()[0].id)
    if main.desk.floor is not None:
        main.desk.open_site()
    type_in(" 9F ")
    assert ask_where([DRAWING], main.desk, main) == "9F"
    type_in("As its titles say")
    assert ask_where([DRAWING], main.desk, main) == ""
    type_in("9F", accept=False)
    assert ask_where([DRAWING], main.desk, main) is None


def test_the_unit_is_asked(main: MainWindow) -> None:
    type_in("Inches (in)")
    assert ask_unit(main) == "in"
    type_in("Inches (in)", accept=False)
    assert ask_unit(main) == ""


def test_every_unit_of_the_catalog_can_be_chosen() -> None:
    rules = load_drawing_rules(assets.catalog())
    assert [unit for unit, _ in UNITS] == [unit.id for unit in rules.unit]


def test_a_dropped_drawing_lies_beneath_its_floor(
    main: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    doc = ezdxf.new("R2013")
    doc.modelspace().add_lwpolyline([(0, 0), (960, 0), (960, 500), (0, 500)], close=True)
    doc.blocks.new("door").add_arc((0, 0), 36, 0, 90)
    doc.modelspace().add_blockref("door", (20, 0))
    doc.header["$INSUNITS"] = 4
    path = tmp_path / "house.dxf"
    doc.saveas(path)
    open_floor(main)
    floor = main.desk.floor
    assert floor is not None
    press("To floor")
    with qtbot.waitSignal(main.bringing.finished, timeout=30_000):
        main.bringing.bring([path])
    assert [n.text for n in main.notices.standing if n.level is Level.DANGER] == []
    [underlay] = main.desk.open.attachments.underlays(floor.id)
    asked = next(n for n in main.notices.standing if n.offer and "unit" in n.offer.text.lower())
    assert "mm → in" in asked.text
    monkeypatch.setattr("desktop.window.bringing.ask_unit", lambda _window: "cm")
    with qtbot.waitSignal(main.bringing.finished, timeout=30_000):
        assert asked.offer is not None
        asked.offer.does()
    [again] = main.desk.open.attachments.underlays(floor.id)
    assert again.id == underlay.id
    assert again.sha256 != underlay.sha256
