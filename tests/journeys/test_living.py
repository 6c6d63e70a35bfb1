"""The window over its life: looks, other binders, imports, other windows, trouble, the end."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.application import Application
from desktop.dialogs.crash import CrashWatch
from desktop.dialogs.trouble import Remedy, TroubleDialog
from desktop.support.crash import CrashGuard
from plans.binder import Binder
from plans.model.change import change

pytestmark = pytest.mark.journey
KEY = Qt.Key
HandOn = Callable[[Path | None], Any]


# looks


def test_language_and_theme_keep_place_and_camera(hand: Any) -> None:
    hand.find("slgcaz")
    hand.key(KEY.Key_Home)
    hand.window.stage.canvas.zoom(2.5, QPointF(300, 250))
    hand.rest()
    camera, place = hand.window.stage.canvas.camera, hand.place
    for action in ("view.language", "view.theme", "view.language", "view.theme"):
        hand.do(action)
        assert hand.place == place
        now = hand.window.stage.canvas.camera
        assert (now.px_per_m, now.turn_deg) == (camera.px_per_m, camera.turn_deg), action
        assert (now.x_m, now.y_m) == pytest.approx((camera.x_m, camera.y_m)), action
    assert hand.window.look.language == "en"
    assert hand.window.look.theme.name == "day"


def test_language_reaches_every_panel(hand: Any) -> None:
    hand.find("slgcaz")
    hand.key(KEY.Key_Home)
    hand.do("view.language")
    chinese = shown_texts(hand.window)
    assert hand.window.desk.building.name in chinese
    hand.do("view.language")
    english = shown_texts(hand.window)
    assert hand.window.desk.building.name_in("en") in english
    ours = {"Card", "People", "一层", "速览卡"}
    assert not any(text in english for text in ours if not text.isascii())


def shown_texts(window: QWidget) -> str:
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    buttons = [one.text() for one in window.findChildren(QAbstractButton) if one.isVisible()]
    return "\n".join([*labels, *buttons])


def test_the_site_keeps_its_camera_too(hand: Any) -> None:
    hand.find("slgcaz")
    hand.window.stage.canvas.zoom(1.7)
    hand.rest()
    before = hand.window.stage.canvas.camera
    hand.do("view.language")
    hand.do("view.theme")
    now = hand.window.stage.canvas.camera
    assert (now.x_m, now.y_m, now.px_per_m) == pytest.approx(
        (before.x_m, before.y_m, before.px_per_m)
    )


def test_ghost_legend_layers_and_turns(hand: Any) -> None:
    hand.find("slgcaz")
    hand.key(KEY.Key_Home)
    canvas, legend = hand.window.stage.canvas, hand.window.stage.legend
    hand.do("view.legend")
    hand.window.showing.show_legend()
    assert legend.isVisible()
    assert hand.window.stage.rect().contains(legend.geometry())
    hand.window.toggle_layer("protection")
    assert canvas.picture.hidden == {"protection"}
    hand.do("go.floor_up")
    hand.do("view.ghost")
    assert canvas.picture._ghost is not None
    hand.do("view.north")
    assert canvas.camera.turn_deg == pytest.approx(-canvas.picture.north_deg)
    hand.do("view.building_up")
    assert canvas.camera.turn_deg == 0
    hand.do("view.ghost")
    hand.do("view.legend")
    assert not legend.isVisible()


# binders


def test_a_broken_binder_is_refused_and_the_old_one_stays(
    hand: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    hand.find("slgcaz")
    spoiled = tmp_path / "spoiled.binder"
    spoiled.write_bytes(os.urandom(5000))
    seen: list[tuple[Remedy, ...]] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TroubleDialog)
        seen.append(tuple(dialog.buttons))
        dialog.reject()

    QTimer.singleShot(0, close)
    assert not hand.window.opening.open(spoiled)
    assert seen == [(Remedy.ANOTHER,)]
    assert hand.place == "SDQ-0102 site"
    hand.do("go.floor_up")
    assert hand.place == "SDQ-0102 1F"


def test_a_damaged_binder_is_restored_from_its_backup(
    hand_on: HandOn, sample: Path, qtbot: QtBot
) -> None:
    Binder.open(sample).close()  # makes the backup of the day
    hand = hand_on(None)
    data = bytearray(sample.read_bytes())
    data[4096:400_000] = b"\xa5" * (400_000 - 4096)
    sample.write_bytes(data)
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().buttons[Remedy.RESTORE].click())
    assert hand.window.opening.open(sample)
    hand.rest()
    assert hand.window.desk.open.library.count() == 11
    assert list(sample.parent.glob("*damaged*"))


def test_read_only(hand_on: HandOn, sample: Path) -> None:
    hand = hand_on(None)
    assert hand.window.opening.open(sample, read_only=True)
    hand.rest()
    assert "reading only" in hand.window.notices.standing[-1].text
    hand.find("slgcaz")
    hand.key(KEY.Key_Home)
    hand.window.bringing.bring([sample.parent / "x.csv"])
    assert "cannot be imported" in hand.window.notices.standing[-1].text


def test_another_binder_takes_the_place_of_the_first(
    hand: Any, binder_template: Path, tmp_path: Path
) -> None:
    hand.find("slgcaz")
    hand.key(KEY.Key_Home)
    hand.click_kind("lift.firefighting")
    empty = Path(shutil.copyfile(binder_template, tmp_path / "empty.binder"))
    hand.window.opening.open(empty)
    hand.rest()
    assert hand.place == "site"
    assert not hand.window.right.isVisible()
    assert not hand.window.stage.panel.isVisible()
    assert hand.window.left.buildings.hits == []
    assert "Import" in shown_texts(hand.window)
    hand.do("file.close")
    assert hand.window.desk.binder is None
    assert not hand.window.actions_["file.import"].isEnabled()


def test_recent_binders_and_the_last_one_again(
    application: Application, hand_on: HandOn, sample: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copyfile(sample, tmp_path / "other.binder"))
    hand = hand_on(sample)
    hand.window.opening.open(other)
    hand.rest()
    assert application.state.recent_binders() == [str(other), str(sample)]
    hand.window.close()
    other.unlink()
    application.start(None)
    assert application.windows[-1].desk.open.path == sample


# other windows and files


def test_a_second_window_sees_a_commit_within_a_second(
    application: Application, hand: Any, qtbot: QtBot
) -> None:
    hand.find("slgcaz")
    hand.do("file.new_window")
    second = application.windows[-1]
    assert second is not hand.window
    second.open_building(hand.window.desk.building.id)
    house = hand.window.desk.building
    renamed = msgspec.structs.replace(house, name="新名塔楼", names=())
    hand.window.desk.open.drafting.commit(change("building.describe", {house.id: (house, renamed)}))
    qtbot.waitUntil(lambda: "新名塔楼" in shown_texts(second), timeout=1000)
    assert "新名塔楼" in shown_texts(hand.window)


HYDRANT = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"kind": "hydrant.municipal", "name": "新栓"},
            "geometry": {"type": "Point", "coordinates": [0.0, 0.0]},
        }
    ],
}


def dropped(window: QWidget, *paths: Path) -> None:
    """Files dropped on the window as from a file manager."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    plain = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 300), *how, plain)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), *how, plain))


def test_a_dropped_map_is_imported_and_taken_back(hand: Any, tmp_path: Path, qtbot: QtBot) -> None:
    hand.find("slgcaz")
    placing = hand.window.desk.building.placing
    text = json.dumps(HYDRANT, ensure_ascii=False).replace(
        "[0.0, 0.0]", f"[{placing.lon}, {placing.lat}]"
    )
    path = tmp_path / "new.geojson"
    path.write_text(text.replace('"features"', '"datum": "wgs84", "features"'), encoding="utf-8")
    other = tmp_path / "buildings.csv"
    other.write_text("编号,名称,经度,纬度,坐标系\nX-1,新楼,113.6,30.4,wgs84\n", encoding="utf-8")
    before = hand.window.desk.open.site.count(), hand.window.desk.open.library.count()
    with qtbot.waitSignal(hand.window.bringing.finished, timeout=20_000):
        dropped(hand.window, path, other)
    hand.rest()
    now = hand.window.desk.open.site.count(), hand.window.desk.open.library.count()
    assert now == (before[0] + 1, before[1] + 1)
    notice = next(one for one in hand.window.notices.standing if one.offer is not None)
    notice.offer.does()
    hand.rest()
    assert (hand.window.desk.open.site.count(), hand.window.desk.open.library.count()) == before


def test_a_dropped_binder_is_opened(hand_on: HandOn, sample: Path) -> None:
    hand = hand_on(None)
    dropped(hand.window, sample)
    hand.rest()
    assert hand.window.desk.open.path == sample


def test_closing_in_the_middle_of_an_import_ends_it(
    application: Application, hand: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = "".join(f"X-{n},新楼{n},113.6,30.4,wgs84\n" for n in range(200))
    paths = []
    for number in range(3):
        paths.append(tmp_path / f"rows{number}.csv")
        paths[-1].write_text("编号,名称,经度,纬度,坐标系\n" + rows, encoding="utf-8")
    hand.window.bringing.bring(paths)
    hand.window.close()
    application.tasks.stop()
    qtbot.waitUntil(lambda: application.tasks.is_idle)
    assert not [one for one in threading.enumerate() if one.name.startswith(("read", "free"))]


# the end


def test_closing_leaves_nothing_behind(application: Application, hand: Any, qtbot: QtBot) -> None:
    hand.find("slgcaz")
    window = hand.window
    gone: list[object] = []
    window.destroyed.connect(lambda *_: gone.append(1))
    window.close()
    qtbot.waitUntil(lambda: bool(gone))
    assert application.windows == []
    application.tasks.stop()
    assert not [one for one in threading.enumerate() if one.name.startswith(("read", "free"))]


def test_closing_while_the_site_is_read(application: Application, sample: Path) -> None:
    window = application.open_window(sample)
    window.open_building(window.desk.open.library.list()[0].id)
    window.close()
    QApplication.processEvents()
    assert window.desk.binder is None


def test_the_layout_is_remembered(hand_on: HandOn, hand: Any) -> None:
    hand.find("slgcaz")
    hand.window.resize(1111, 777)
    split = hand.window._split
    split.setSizes([250, 400, 461])
    split.splitterMoved.emit(250, 1)
    sizes = split.sizes()
    hand.window.close()
    again = hand_on(None).window
    again.resize(1111, 777)
    state = again.state
    assert not state.geometry("main").isEmpty()
    assert state.sizes("panels") == sizes


def test_a_fault_is_shown_and_the_program_lives(
    hand: Any, tmp_path: Path, qtbot: QtBot, expect_log: Callable[[str], None]
) -> None:
    expect_log("nobody expected this")
    guard = CrashGuard(None, hand.window)
    watch = CrashWatch(guard, tmp_path, hand.window)
    with qtbot.captureExceptions() as caught:
        QTimer.singleShot(0, lambda: 1 // 0)
        qtbot.waitUntil(lambda: bool(caught))
    guard.hear(*caught[0])
    qtbot.waitUntil(lambda: watch.dialog is not None)
    assert watch.dialog.isVisible()
    watch.dialog.accept()
    hand.window.activateWindow()
    hand.find("slgcaz")
    assert hand.place == "SDQ-0102 site"


# for everybody


def test_everything_that_can_be_used_has_a_name(hand: Any) -> None:
    hand.find("slgcaz")
    hand.key(KEY.Key_Home)
    hand.click_kind("lift.firefighting")
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView)
    nameless = []
    for widget in hand.window.findChildren(QWidget):
        focusable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if not widget.isVisible() or not (isinstance(widget, kinds) or focusable):
            continue
        said = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
        inner = isinstance(widget.parent(), QLineEdit)  # Qt's own cross in a line; Esc does it too
        if not inner and not widget.accessibleName() and len(said) < 2:
            nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    assert not nameless, "\n".join(nameless)


def test_tab_goes_from_search_to_card(hand: Any, qtbot: QtBot) -> None:
    hand.find("slgcaz")
    hand.do("go.find")
    hand.window.top.search.hide_hits()
    seen: list[QWidget] = []
    for _ in range(60):
        widget = QApplication.focusWidget()
        if widget is None or widget in seen:
            break
        seen.append(widget)
        qtbot.keyClick(widget, KEY.Key_Tab)
    right = hand.window.right
    assert hand.window.left.section in seen
    assert hand.window.stage.canvas in seen
    assert right.card in seen
    assert len(seen) < 40


def test_esc_in_the_search_box_comes_before_stepping_back(hand: Any) -> None:
    hand.find("slgcaz")
    hand.do("go.find")
    hand.qtbot.keyClicks(hand.window.top.search, "sdq")
    hand.key(KEY.Key_Escape)
    assert hand.place == "SDQ-0102 site"
    assert hand.window.top.search.text() == ""


def test_letters_in_the_search_box_are_no_shortcuts(hand: Any) -> None:
    hand.find("slgcaz")
    hand.key(KEY.Key_Home)
    hand.do("go.find")
    hand.qtbot.keyClicks(hand.window.top.search, "sfngbl+-")
    assert hand.place == "SDQ-0102 1F"
    assert hand.window.top.search.text() == "sfngbl+-"


def test_page_keys_in_the_open_list_turn_its_pages(hand: Any) -> None:
    hand.find("slgcaz")
    hand.key(KEY.Key_Home)
    hand.do("go.find")
    hand.qtbot.keyClicks(hand.window.top.search, "s")
    assert len(hand.window.top.search.hits) > 5
    hand.key(KEY.Key_PageDown)
    assert hand.place == "SDQ-0102 1F"
    assert hand.window.top.search._list.currentIndex().row() == 5


STRANGE = ("<img src=x>", "<b>粗</b>", "很" * 10_000, "\u202eمخرج", "a\x00\x07b")


def test_strange_names_everywhere(hand: Any) -> None:
    hand.find("slgcaz")
    for name in STRANGE:
        house, floor = hand.window.desk.building, hand.window.desk.floors[-1]
        facts = tuple(
            msgspec.structs.replace(fact, value=name, source=name)
            if isinstance(fact.value, str)
            else fact
            for fact in house.facts
        )
        strange = msgspec.structs.replace(house, name=name, names=(), address=name, facts=facts)
        odd = msgspec.structs.replace(floor, label=name[:50], use=name, use_en="")
        hand.window.desk.open.drafting.commit(
            change("describe", {house.id: (house, strange), floor.id: (floor, odd)})
        )
        hand.window.desk.open_floor(floor.id)
        hand.window.grab()
        hand.window.desk.open_site()
        assert hand.window.desk.building.name == name
        for label in hand.window.findChildren(QLabel):
            plain = label.textFormat() == Qt.TextFormat.PlainText
            assert plain or "<img src=x>" not in label.text(), label
    hand.key(KEY.Key_Escape)
    hand.window.grab()
