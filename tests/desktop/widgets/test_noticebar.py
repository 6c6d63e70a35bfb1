"""Notices lie over the window, fade, and never take the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.support.notices import Level, Notices, Offer
from desktop.widgets import noticebar
from desktop.widgets.noticebar import NoticeBar


@pytest.fixture
def notices(window: QWidget) -> Notices:
    return Notices(window)


@pytest.fixture
def bar(window: QWidget, notices: Notices) -> NoticeBar:
    return NoticeBar(notices, window)


def strips(bar: NoticeBar) -> list[QFrame]:
    return [frame for frame in bar.findChildren(QFrame) if frame.property("notice")]


def test_repeated_is_one_strip_with_a_count(bar: NoticeBar, notices: Notices) -> None:
    notices.show(Level.WARN, "磁盘快满")
    notices.show(Level.WARN, "磁盘快满")
    (strip,) = strips(bar)
    assert any("×2" in label.text() for label in strip.findChildren(QLabel))
    assert bar.isVisible()


def test_lies_over_the_middle(bar: NoticeBar, notices: Notices, window: QWidget) -> None:
    notices.show(Level.INFO, "x")
    assert abs(bar.geometry().center().x() - window.rect().center().x()) <= 1
    assert bar.height() >= bar.sizeHint().height() > 20
    window.resize(500, 300)
    assert bar.width() == 468


def test_long_text_is_all_there(bar: NoticeBar, notices: Notices, qtbot: QtBot) -> None:
    notices.show(Level.DANGER, "磁盘已满，没有写入，原有内容未变。" * 8)
    (strip,) = strips(bar)
    label = next(label for label in strip.findChildren(QLabel) if label.text())
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))


def test_fades_away(
    bar: NoticeBar, notices: Notices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(noticebar.STAYS_MS, Level.INFO, 10)
    notices.show(Level.INFO, "soon gone")
    qtbot.waitUntil(lambda: not notices.standing)
    assert not bar.isVisible()


def test_danger_stays_until_closed(bar: NoticeBar, notices: Notices, qtbot: QtBot) -> None:
    notices.show(Level.DANGER, "disk full")
    assert noticebar.STAYS_MS[Level.DANGER] == 0
    close = strips(bar)[0].findChild(QToolButton)
    assert close.accessibleName() == "Close"
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert notices.standing == ()


def test_offer_is_done_once_and_the_notice_goes(
    bar: NoticeBar, notices: Notices, qtbot: QtBot
) -> None:
    done: list[str] = []
    notices.show(Level.INFO, "changed", Offer("Show", lambda: done.append("shown")))
    qtbot.mouseClick(strips(bar)[0].findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert done == ["shown"]
    assert notices.standing == ()


@pytest.mark.usefixtures("bar")
def test_focus_stays(notices: Notices, window: QWidget, qtbot: QtBot) -> None:
    line = QLineEdit(window)
    line.show()
    line.setFocus()
    notices.show(Level.WARN, "x", Offer("Show", lambda: None))
    qtbot.wait(10)
    assert window.focusWidget() is line


def test_it_lies_in_the_middle_of_a_part_while_that_shows(
    window: QWidget, notices: Notices
) -> None:
    part = QWidget(window)
    part.setGeometry(200, 40, 500, 400)
    part.show()
    bar = NoticeBar(notices, window, part)
    notices.show(Level.INFO, "x")
    assert abs(bar.geometry().center().x() - part.geometry().center().x()) <= 1
    assert bar.y() == 52
    part.move(300, 40)
    assert abs(bar.geometry().center().x() - part.geometry().center().x()) <= 1
    part.hide()
    assert abs(bar.geometry().center().x() - window.rect().center().x()) <= 1


def test_one_that_stays_does_not_fade(
    bar: NoticeBar, notices: Notices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(noticebar.STAYS_MS, Level.OK, 10)
    notices.show(Level.OK, "imported", Offer("Undo", lambda: None), stays=True)
    notices.show(Level.OK, "soon gone")
    qtbot.waitUntil(lambda: len(notices.standing) == 1)
    assert notices.standing[0].text == "imported"
