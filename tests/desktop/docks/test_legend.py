"""The legend over the canvas: the kinds in view, as many as fit; headings hide layers."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.docks import legend as legend_module
from desktop.docks.legend import ROW_PX, Legend
from desktop.support.symbols import SymbolPainter
from desktop.support.theme import Theme, load_theme
from plans.drawing.legend import count_kinds, legend
from plans.model.catalog import Catalog, Kind
from plans.model.feature import Feature

NONE: frozenset[str] = frozenset()


@pytest.fixture
def view(qtbot: QtBot, day: Theme) -> Legend:
    made = Legend(day)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def counts(hand_drawn: Callable[..., list[Feature]]) -> dict[str, int]:
    return count_kinds([*hand_drawn("floor"), *hand_drawn("site")])


def test_it_is_as_tall_as_its_lines(view: Legend, counts: dict[str, int], catalog: Catalog) -> None:
    groups = legend(counts, catalog)
    view.show_groups(groups, NONE, "en", 2000)
    rows = sum(1 + len(group.lines) for group in groups)
    assert view.height() == rows * ROW_PX + 10
    view.grab()


@pytest.mark.parametrize("room", [60, 150, 300])
def test_what_does_not_fit_is_counted(
    view: Legend, counts: dict[str, int], catalog: Catalog, room: int
) -> None:
    groups = legend(counts, catalog)
    view.show_groups(groups, NONE, "en", room)
    shown = sum(len(group.lines) for group in view._groups)
    assert view._left_out == sum(len(group.lines) for group in groups) - shown
    assert view.height() <= max(room, 3 * ROW_PX + 10) + 1
    view.grab()


def test_a_heading_hides_its_layer(
    view: Legend, counts: dict[str, int], catalog: Catalog, qtbot: QtBot
) -> None:
    groups = legend(counts, catalog)
    view.show_groups(groups, NONE, "en", 2000)
    view.grab()
    rect, layer = view._heads[1]
    with qtbot.waitSignal(view.layer_toggled) as toggled:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert toggled.args == [layer]
    with qtbot.assertNotEmitted(view.layer_toggled):
        line = rect.translated(0, -ROW_PX).center().toPoint()  # the last line of the layer above
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=line)
    tall = view.height()
    view.show_groups(groups, frozenset({layer}), "en", 2000)
    assert view.height() < tall


def test_languages_and_themes_look_different(
    view: Legend,
    counts: dict[str, int],
    catalog: Catalog,
    pixels_of: Callable[[QWidget], bytes],
) -> None:
    groups = legend(counts, catalog)
    view.show_groups(groups, NONE, "en", 2000)
    english = pixels_of(view)
    view.show_groups(groups, NONE, "zh", 2000)
    chinese = pixels_of(view)
    view.set_theme(load_theme("night"))
    assert len({english, chinese, pixels_of(view)}) == 3


def test_a_kind_added_as_a_row_has_its_line(
    view: Legend,
    catalog: Catalog,
    tmp_path: object,
    monkeypatch: pytest.MonkeyPatch,
    day: Theme,
    pixels_of: Callable[[QWidget], bytes],
) -> None:
    folder = tmp_path
    (folder / "foghorn.svg").write_text(  # type: ignore[operator]
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">'
        '<rect width="48" height="48" fill="currentColor"/></svg>'
    )
    row = Kind(
        id="foghorn", zh="雾角", en="Foghorn", layer="site", form="point", symbol="foghorn",
        role="people",
    )  # fmt: skip
    grown = msgspec.structs.replace(catalog, kinds={**catalog.kinds, row.id: row})
    monkeypatch.setattr(view, "_symbols", SymbolPainter(day, folder))  # type: ignore[arg-type]
    view.show_groups(legend({"foghorn": 3}, grown), NONE, "en", 500)
    assert [line.kind.en for group in view._groups for line in group.lines] == ["Foghorn"]
    color = day.color("people")
    assert bytes([color.red(), color.green(), color.blue()]) * 10 in pixels_of(view)
    assert view.width() == legend_module.WIDTH_PX


def test_rows_and_width_grow_with_the_text(
    view: Legend, counts: dict[str, int], catalog: Catalog
) -> None:
    groups = legend(counts, catalog)
    view.show_groups(groups, NONE, "en", 2000)
    before = view.sizeHint()
    view.set_theme(load_theme("day", text_scale=150))
    assert view.sizeHint().width() > before.width()
    assert view.sizeHint().height() > before.height()
    view.show_groups(groups, NONE, "en", 300)
    assert view.height() <= 301
    view.grab()
