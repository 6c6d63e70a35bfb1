"""The right panel: the building's head and its pages."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QLabel

from desktop.window.main import MainWindow
from desktop.window.sidepanel import TABS
from plans.model.building import Building
from plans.model.change import change


def test_head_and_pages(main: MainWindow, house: Building) -> None:
    main.open_building(house.id)
    text = "\n".join(label.text() for label in main.right.findChildren(QLabel))
    for part in ("Sample House", "示例路1号", "S-1"):
        assert part in text
    pages = (main.right.card, main.right.people, main.right.gaps)
    for tab, page in zip(TABS, pages, strict=True):
        main.right.show_tab(tab)
        assert main.right.tab == tab
        assert page.isVisible()


def test_the_head_follows_a_commit(main: MainWindow, house: Building) -> None:
    main.open_building(house.id)
    renamed = msgspec.structs.replace(house, name="<b>新名</b>", names=())
    main.desk.open.drafting.commit(change("building.describe", {house.id: (house, renamed)}))
    assert main.right._name.text() == "<b>新名</b>"
