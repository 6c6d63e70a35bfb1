"""The search box: hits while typing, chosen by keys and mouse, closed by Esc."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.docks.search import MOST_ROWS, Hit, Hits, SearchBox, row_px
from desktop.support import fonts
from desktop.support.theme import load_theme

KEY = Qt.Key


def hits(count: int) -> list[Hit]:
    return [Hit(f"b{n}", f"示例楼{n}", f"示例路{n}号", "pinyin", "") for n in range(count)]


@pytest.fixture
def box(qtbot: QtBot, window: QWidget) -> SearchBox:
    made = SearchBox(load_theme("day"), window)
    layout = QVBoxLayout(window)
    layout.addWidget(made)
    layout.addStretch(1)
    made.asked.connect(lambda query: made.show_hits(hits(12) if query != "zzz" else []))
    window.activateWindow()
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_focus_shows_what_is_near_and_typing_asks(box: SearchBox, qtbot: QtBot) -> None:
    assert box.is_open()
    asked: list[str] = []
    box.asked.connect(asked.append)
    qtbot.keyClicks(box, "sly")
    assert asked == ["s", "sl", "sly"]
    assert box.hits == hits(12)
    qtbot.keyClicks(box, "\b\b\b")
    assert box.is_open()


def test_no_match_says_so_and_what_to_try(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "zzz")
    assert box.is_open()
    assert not box._list.isVisible()
    said = box._none.text()
    assert "zzz" in said
    assert "pinyin" in said
    assert box.accessibleDescription() == said
    assert box._none.height() >= box._none.heightForWidth(box._none.width())
    qtbot.keyClicks(box, "\b")
    assert box._list.isVisible()
    assert not box._none.isVisible()
    assert box.accessibleDescription() == ""
    box.setText("")
    box.show_hits([])
    assert not box.is_open()


def test_a_strange_query_without_a_match_is_said_as_it_is(box: SearchBox, hostile: str) -> None:
    box.setText(hostile)
    box.show_hits([])
    shown = box.text().strip()[:30]
    assert shown in box._none.text()
    assert box._frame.height() < 200


def test_enter_opens_the_first_and_empties_the_box(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "s")
    with qtbot.waitSignal(box.building_chosen) as chosen:
        qtbot.keyClick(box, KEY.Key_Return)
    assert chosen.args == ["b0"]
    assert box.text() == ""
    assert not box.is_open()


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ((KEY.Key_Down,), 1),
        ((KEY.Key_Down, KEY.Key_Down, KEY.Key_Up), 1),
        ((KEY.Key_Up,), 0),
        ((KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_PageDown), 11),
        ((KEY.Key_PageDown, KEY.Key_PageUp), 0),
    ],
)
def test_arrows_choose(box: SearchBox, qtbot: QtBot, keys: tuple[Qt.Key, ...], row: int) -> None:
    qtbot.keyClicks(box, "s")
    for key in keys:
        qtbot.keyClick(box, key)
    with qtbot.waitSignal(box.building_chosen) as chosen:
        qtbot.keyClick(box, KEY.Key_Enter)
    assert chosen.args == [f"b{row}"]


def test_a_click_chooses(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "s")
    row = box._list.visualRect(box._hits.index(2)).center()
    with qtbot.waitSignal(box.building_chosen) as chosen:
        qtbot.mouseClick(box._list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert chosen.args == ["b2"]


def test_esc_closes_and_empties(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "sl")
    with qtbot.assertNotEmitted(box.building_chosen):
        qtbot.keyClick(box, KEY.Key_Escape)
    assert not box.is_open()
    assert box.text() == ""
    assert not box.hasFocus()


def test_enter_without_hits_does_nothing(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "zzz")
    with qtbot.assertNotEmitted(box.building_chosen):
        qtbot.keyClick(box, KEY.Key_Return)
        qtbot.keyClick(box, KEY.Key_Down)
        qtbot.keyClick(box, KEY.Key_Enter)
    assert box.text() == "zzz"
    qtbot.keyClick(box, KEY.Key_Escape)
    assert not box.is_open()
    assert box.text() == ""


def test_the_list_lies_under_the_box_and_is_no_longer_than_it_may(box: SearchBox) -> None:
    frame = box._frame.geometry()
    assert frame.top() >= box.mapTo(box.window(), box.rect().bottomLeft()).y()
    row = row_px(load_theme("day").sizes)
    assert frame.height() <= MOST_ROWS * row + 12
    box.show_hits(hits(2))
    assert box._frame.height() == 2 * row + 12


@pytest.mark.parametrize("scale", [100, 115, 130, 150])
def test_rows_are_as_tall_as_their_two_texts(box: SearchBox, scale: int) -> None:
    theme = load_theme("day", scale)
    box.set_theme(theme)
    box.show_hits(hits(3))
    texts = [QFontMetricsF(fonts.font(px)) for px in (theme.sizes.lead, theme.sizes.tiny)]
    row = box._list.visualRect(box._hits.index(1))
    assert row.height() - 10 >= sum(metrics.ascent() + metrics.descent() * 0.5 for metrics in texts)
    assert box._frame.height() == 3 * row.height() + 12


def test_hits_speak_to_screen_readers() -> None:
    model = Hits()
    model.show([Hit("b", "楼", "路", "拼音")])
    assert model.rowCount() == 1
    assert model.rowCount(model.index(0)) == 0
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole) == "楼, 路, 拼音"
    assert model.data(model.index(0), Qt.ItemDataRole.DecorationRole) is None
    assert not QModelIndex().isValid()


def test_strange_names_are_painted_as_they_are(box: SearchBox, hostile: str) -> None:
    box.show_hits([Hit("b", hostile, hostile, hostile[:300], hostile[:300])])
    box._list.grab()
    assert box._hits.data(box._hits.index(0)) == hostile


def test_day_and_night(box: SearchBox) -> None:
    box.set_theme(load_theme("night"))
    assert load_theme("night").chrome.raised in box._frame.styleSheet()
    assert box.accessibleName()
    assert box.placeholderText()
