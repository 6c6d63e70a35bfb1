"""The card scrolls where its window is too small, and says how much lies below."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.docks.card import Card
from desktop.docks.cardview import CardView
from desktop.support.theme import Theme, load_theme
from plans.model.building import Building
from plans.model.catalog import Catalog


@pytest.fixture
def view(
    qtbot: QtBot, catalog: Catalog, day: Theme, building: Building, today: dt.date
) -> CardView:
    card = Card(catalog, day)
    made = CardView(card)
    qtbot.addWidget(made)
    made.set_theme(day)
    card.show_building(building, "zh", today)
    made.resize(358, 538)
    made.show()
    QApplication.processEvents()
    return made


def test_it_does_not_scroll_where_it_fits(view: CardView) -> None:
    assert view.verticalScrollBar().maximum() == 0
    assert not view.more.isVisible()
    assert view.widget().height() == 538


def test_it_scrolls_to_every_fact_and_counts_those_below(view: CardView, qtbot: QtBot) -> None:
    view.set_theme(load_theme("day", 150))
    view.resize(400, 360)
    QApplication.processEvents()
    bar = view.verticalScrollBar()
    assert bar.maximum() > 0
    assert view.more.isVisible()
    below = int(view.more.text().split()[0])
    assert below > 5
    assert view.more.geometry().top() >= view.viewport().geometry().bottom()
    for _ in range(20):
        if not view.more.isVisible():
            break
        qtbot.mouseClick(view.more, Qt.MouseButton.LeftButton)
        assert not view.more.isVisible() or int(view.more.text().split()[0]) < below
    assert bar.value() == bar.maximum()
    assert view.widget().height() - bar.value() <= view.viewport().height() + 1
    view.resize(400, 1400)
    QApplication.processEvents()
    assert not view.more.isVisible()
    assert bar.maximum() == 0


def test_arrow_keys_scroll(view: CardView, qtbot: QtBot) -> None:
    view.resize(358, 200)
    QApplication.processEvents()
    qtbot.keyClick(view.widget(), Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > 0


@pytest.mark.parametrize("height", range(300, 700, 37))
def test_it_comes_to_rest_at_every_height(view: CardView, height: int) -> None:
    view.resize(358, height)
    QApplication.processEvents()
    sizes = view.viewport().size(), view.widget().size()
    QApplication.processEvents()
    assert (view.viewport().size(), view.widget().size()) == sizes
