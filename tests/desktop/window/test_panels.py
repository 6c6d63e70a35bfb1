"""The side panels are as wide as their text wants, and the plan keeps the most."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from desktop.window.main import MainWindow
from desktop.window.panels import MOST_SHARE, PANELS_PX
from plans.model.building import Building


def widths(main: MainWindow) -> list[int]:
    QApplication.processEvents()
    return [main.left.width(), main.stage.width(), main.right.width()]


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900), (1920, 1080)])
def test_they_grow_with_the_text_and_shrink_again(
    main: MainWindow, house: Building, size: tuple[int, int]
) -> None:
    main.open_building(house.id)
    main.resize(*size)
    before = widths(main)
    assert (before[0], before[2]) == (PANELS_PX[0], PANELS_PX[2])
    for scale in (115, 130, 150):
        main.settings.set("text_scale", scale)
        left, plan, right = widths(main)
        wanted = min(PANELS_PX[2] * scale / 100, size[0] * MOST_SHARE[2])
        assert right == pytest.approx(wanted, abs=2)
        assert plan > left
        assert plan > size[0] * 0.4
    main.settings.set("text_scale", 100)
    assert widths(main) == pytest.approx(before, abs=3)


def test_what_the_user_chose_stays_when_the_window_grows(main: MainWindow, house: Building) -> None:
    main.open_building(house.id)
    main._split.setSizes([200, 600, 480])
    main._split.splitterMoved.emit(200, 1)
    chosen = widths(main)
    main.resize(1500, 900)
    assert (main.left.width(), main.right.width()) == (chosen[0], chosen[2])
    main.actions_.do("view.reset_layout")
    main.resize(1440, 900)
    assert (widths(main)[0], widths(main)[2]) == (PANELS_PX[0], PANELS_PX[2])


def test_large_text_keeps_every_group_of_the_card(main: MainWindow, house: Building) -> None:
    main.open_building(house.id)
    main.resize(1440, 900)
    main.settings.set("text_scale", 150)
    QApplication.processEvents()
    groups = {row.group for row in main.desk.catalog.facts_of("building") if 0 < row.weight < 3}
    card = main.right.card
    assert {heading.group for heading in card._layout.headings} == groups
    within = QRectF(card.rect()).adjusted(-1, -1, 1, 1)
    assert all(within.contains(place.rect) for place in card._layout.rows)
