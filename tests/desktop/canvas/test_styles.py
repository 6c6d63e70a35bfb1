"""Every role has pens and brushes in every theme; a new kind needs no code."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt

from desktop.canvas.lettering import text_style
from desktop.canvas.styles import STYLES, Style, Styles
from desktop.support.theme import load_theme
from plans.model.catalog import Catalog, Kind

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("name", ["day", "night"])
def test_every_row_and_every_kind_has_colours(name: str, catalog: Catalog) -> None:
    theme = load_theme(name)
    styles = Styles(theme, catalog)
    for role in (*STYLES, *catalog.kinds, "room.office", "room.nobody_knows"):
        style = styles.style(role)
        for token in (style.fill, style.line):
            if token:
                assert theme.color(token).isValid(), (role, token)
        styles.pen_and_brush(role)
    for kind in catalog.kinds.values():
        theme.color(text_style(f"text.{kind.role}").token)


def test_lines_are_cosmetic_and_dashes_keep_their_pixels(catalog: Catalog) -> None:
    styles = Styles(load_theme("day"), catalog)
    pen, brush = styles.pen_and_brush("water_main")
    row = STYLES["water_main"]
    assert pen.isCosmetic()
    assert brush.style() == Qt.BrushStyle.NoBrush
    assert [part * pen.widthF() for part in pen.dashPattern()] == pytest.approx(row.dash)
    pen, _ = styles.pen_and_brush("room")
    assert pen.style() == Qt.PenStyle.NoPen


def test_a_kind_added_as_a_row_has_the_style_of_its_role(catalog: Catalog) -> None:
    row = Kind(
        id="fog_bank", zh="雾堤", en="Fog bank", layer="water", form="area", symbol="", role="water"
    )
    grown = msgspec.structs.replace(catalog, kinds={**catalog.kinds, row.id: row})
    theme = load_theme("day")
    styles = Styles(theme, grown)
    assert styles.style("fog_bank") == Style("wash.water", "water", 1.4)
    pen, brush = styles.pen_and_brush("fog_bank")
    assert pen.color() == theme.color("water")
    assert brush.color() == theme.color("wash.water")


def test_a_token_nobody_named_is_seen(catalog: Catalog) -> None:
    theme = load_theme("day")
    assert Styles(theme, catalog).color("nobody named this") == theme.color("hazard")
