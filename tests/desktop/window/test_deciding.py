"""What a file needs to know is asked in the window and the import goes on with the answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.dialogs.choice import ChoiceDialog
from desktop.dialogs.floor import FloorDialog
from desktop.window.main import MainWindow
from plans.model.building import Building

Answered = Callable[[ChoiceDialog], None]


class Answering:
    """Answers the questions that open, in turn; None turns back."""

    def __init__(self, *answers: str | None) -> None:
        self.answers = list(answers)
        self.seen: list[tuple[str, list[str], str]] = []
        self._timer = QTimer()
        self._timer.setInterval(20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, ChoiceDialog) or not self.answers:
            return
        first = next((key for key, one in box.buttons.items() if one.isChecked()), "")
        self.seen.append((box.windowTitle(), list(box.buttons), first))
        answer = self.answers.pop(0)
        if answer is None:
            box.back.click()
        else:
            box.buttons[answer].setChecked(True)
            box.go.click()

    def stop(self) -> None:
        self._timer.stop()
        assert self.answers == []


def brought(main: MainWindow, qtbot: QtBot, *files: Path) -> str:
    with qtbot.waitSignal(main.bringing.finished, timeout=30_000):
        main.bringing.bring(list(files))
    return "\n".join(notice.text for notice in main.notices.standing)


def rooms(path: Path, lon: float, lat: float) -> Path:
    features = [
        {
            "type": "Feature",
            "properties": {"kind": "room", "level": "0", "name": str(at)},
            "geometry": {"type": "Point", "coordinates": [lon + at / 100_000, lat]},
        }
        for at in range(3)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path


@pytest.mark.parametrize(
    ("answer", "said"),
    [("new", "into gare"), ("here", "into Sample House"), ("site", "into the site")],
)
def test_a_foreign_file_is_not_put_into_the_open_building(
    main: MainWindow, house: Building, tmp_path: Path, qtbot: QtBot, answer: str, said: str
) -> None:
    main.open_building(house.id)
    answering = Answering(answer)
    told = brought(main, qtbot, rooms(tmp_path / "gare.geojson", 2.36, 48.87))
    answering.stop()
    [(title, answers, first)] = answering.seen
    assert title == "This is not Sample House"
    assert answers == ["here", "new", "site"]
    assert first == "new"
    assert said in told
    main.actions_.do("edit.undo")
    qtbot.waitUntil(lambda: main.desk.open.drafting.history.next_undo is None)
    assert main.desk.open.library.count() == 2


def test_turning_back_leaves_all_as_it_was(
    main: MainWindow, house: Building, tmp_path: Path, qtbot: QtBot
) -> None:
    main.open_building(house.id)
    answering = Answering(None)
    told = brought(main, qtbot, rooms(tmp_path / "gare.geojson", 2.36, 48.87))
    answering.stop()
    assert "was not imported" in told
    assert main.desk.open.drafting.history.next_undo is None


def test_a_datum_is_asked_and_offered_next_time(
    main: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [tmp_path / "one.csv", tmp_path / "two.csv"]
    for at, path in enumerate(paths):
        path.write_text(f"kind,name,lon,lat\ntree,{at},113.6,30.{400 + at}\n", "utf-8")
    answering = Answering("gcj02", "gcj02")
    before = main.desk.open.site.count()
    brought(main, qtbot, paths[0])
    brought(main, qtbot, paths[1])
    answering.stop()
    assert [first for _, _, first in answering.seen] == ["", "gcj02"]
    assert main.desk.open.site.count() == before + 2


def test_far_away_is_asked(main: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "points.csv"
    path.write_text(
        "kind,name,lon,lat,datum\ntree,n,113.6,30.4,wgs84\ntree,f,-73.6,40.7,wgs84\n", "utf-8"
    )
    before = main.desk.open.site.count()
    answering = Answering("leave")
    brought(main, qtbot, path)
    answering.stop()
    assert answering.seen[0][1:] == (["leave", "take"], "leave")
    assert main.desk.open.site.count() == before + 1


def test_what_a_table_holds_is_asked(main: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "x.csv"
    path.write_text("甲,乙\n1,2\n", "utf-8")
    answering = Answering(None)
    brought(main, qtbot, path)
    answering.stop()
    assert "buildings" in answering.seen[0][1]


def test_a_drawing_asks_for_its_floor(main: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    import ezdxf

    doc = ezdxf.new("R2013")
    doc.modelspace().add_lwpolyline([(0, 0), (9000, 0), (9000, 5000), (0, 5000)], close=True)
    path = tmp_path / "house.dxf"
    doc.saveas(path)
    assert main.desk.building is None

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, FloorDialog):
            QTimer.singleShot(20, answer)
            return
        box.building.setEditText("新楼")
        box.floor.setEditText("3F")
        box.accept()

    QTimer.singleShot(20, answer)
    brought(main, qtbot, path)
    made = next(row for row in main.desk.open.library.list() if row.name == "新楼")
    assert [floor.label for floor in main.desk.open.library.floors(made.id)] == ["3F"]


@pytest.mark.corpus
def test_a_model_is_not_put_into_the_open_building(
    main: MainWindow, corpus: Path, qtbot: QtBot
) -> None:
    main.open_building(main.desk.open.library.resolve("示例楼"))
    before = main.desk.open.library.floors(main.desk.open.library.resolve("示例楼"))
    answering = Answering("new")
    brought(main, qtbot, corpus / "ifc/AC20-FZK-Haus.ifc")
    answering.stop()
    [(_, offered, first)] = answering.seen
    assert (offered, first) == (["new", "here"], "")
    assert main.desk.open.library.count() == 3
    assert main.desk.open.library.floors(main.desk.open.library.resolve("示例楼")) == before
