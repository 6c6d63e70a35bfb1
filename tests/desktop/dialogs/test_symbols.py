"""The palette of kinds: all of them, found in Chinese, pinyin and English."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.symbols import SymbolsPage
from desktop.support.theme import load_theme
from plans.model.catalog import Catalog, Kind


def names(page: SymbolsPage) -> list[str]:
    found = page.findChild(QListWidget)
    return [found.item(i).text() for i in range(found.count()) if not found.item(i).isHidden()]


@pytest.fixture
def page(qtbot: QtBot, catalog: Catalog) -> SymbolsPage:
    made = SymbolsPage(catalog, load_theme("day"), "zh")
    qtbot.addWidget(made)
    return made


def test_every_kind_is_there(page: SymbolsPage, catalog: Catalog) -> None:
    assert sorted(names(page)) == sorted(kind.zh for kind in catalog.kinds.values())


@pytest.mark.parametrize("query", ["水鹤", "xiaofangshuihe", "xfsh", "high-flow"])
def test_found_by_any_language(page: SymbolsPage, catalog: Catalog, query: str) -> None:
    assert page.filter(query) >= 1
    assert catalog.kinds["hydrant.high_flow"].zh in names(page)


def test_nothing_found_says_so(page: SymbolsPage) -> None:
    assert page.filter("没有这种东西") == 0
    assert not page.none.isHidden()
    assert names(page) == []


def test_a_new_row_appears(qtbot: QtBot, catalog: Catalog) -> None:
    kind = Kind(id="drone.pad", zh="无人机起降点", en="Drone pad", layer="site", form="point",
                symbol="helipad", role="aerial", pinyin="wu ren ji qi jiang dian")  # fmt: skip
    more = msgspec.structs.replace(catalog, kinds={**catalog.kinds, kind.id: kind})
    page = SymbolsPage(more, load_theme("night"), "en")
    qtbot.addWidget(page)
    assert page.filter("wrjqjd") == 1
    assert names(page) == ["Drone pad"]
    page.resize(500, 300)
    assert page.grab().toImage().pixelColor(30, 30).isValid()
