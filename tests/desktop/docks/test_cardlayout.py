"""Where things stand on the card: no group is ever absent, no decisive fact out of reach."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFontMetricsF

from desktop.docks.cardlayout import LIGHT, CardLayout, Group, broken, lay_out
from desktop.docks.facts import Shown, card_groups
from desktop.support import fonts
from desktop.support.theme import Sizes
from plans.model.building import Building
from plans.model.catalog import Catalog
from plans.model.fact import Trust

SCALES = (100, 115, 130, 150)
TODAY = dt.date(2026, 9, 2)


@pytest.fixture
def content(
    building: Building, catalog: Catalog, qapp: object
) -> dict[str, tuple[list[Shown], list[Group]]]:
    """The card's content in each language."""
    return {
        language: card_groups(catalog, building.facts, TODAY, language) for language in ("zh", "en")
    }


def made(
    content: tuple[list[Shown], list[Group]],
    size: tuple[float, float],
    scale: int = 100,
    **how: bool,
) -> CardLayout:
    return lay_out(*content, QSizeF(*size), Sizes().scaled(scale), "missing", **how)


def keys(layout: CardLayout) -> list[str]:
    return [place.item.row.key for place in (*layout.figures, *layout.rows)]


def sound(layout: CardLayout, content: tuple[list[Shown], list[Group]]) -> None:
    """What holds in every room."""
    figures, groups = content
    shown = keys(layout)
    assert [heading.group for heading in layout.headings] == [group for group, _, _ in groups]
    assert [heading.text for heading in layout.headings] == [title for _, title, _ in groups]
    for _, _, items in groups:
        assert items[0].row.key in shown
    every = [*figures, *(item for _, _, items in groups for item in items)]
    hidden = [item for item in every if item.row.key not in shown]
    assert all(item.row.weight <= LIGHT for item in hidden)
    assert len(hidden) == layout.left_out
    assert len(shown) == len(set(shown))
    if hidden:
        assert not layout.foot.isEmpty()
    rects = [place.rect for place in (*layout.figures, *layout.rows)]
    assert all(rect.bottom() <= layout.height + 1 for rect in rects)
    assert not any(
        a.adjusted(1, 1, -1, -1).intersects(b.adjusted(1, 1, -1, -1))
        for a, b in combinations(rects, 2)
    )


@pytest.mark.parametrize("language", ["zh", "en"])
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    width=st.integers(240, 900),
    height=st.integers(60, 1000),
    scale=st.sampled_from(SCALES),
    scrolls=st.booleans(),
)
def test_no_group_and_no_heavy_fact_is_ever_absent(
    content: dict[str, tuple[list[Shown], list[Group]]],
    language: str,
    width: int,
    height: int,
    scale: int,
    scrolls: bool,
) -> None:
    sound(made(content[language], (width, height), scale, scrolls=scrolls), content[language])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", [(358, 538), (358, 718), (358, 898), (478, 619), (568, 799)])
def test_it_either_fits_its_room_or_shows_everything(
    content: dict[str, tuple[list[Shown], list[Group]]],
    language: str,
    scale: int,
    size: tuple[int, int],
) -> None:
    layout = made(content[language], size, scale)
    if layout.height > size[1]:
        figures, groups = content[language]
        assert len(keys(layout)) == len(figures) + sum(len(items) for _, _, items in groups)
        assert not any(row.is_cut for row in layout.rows)


@pytest.mark.parametrize("scale", SCALES)
def test_decisive_figures_are_never_cut_in_a_windows_panel(
    content: dict[str, tuple[list[Shown], list[Group]]], scale: int
) -> None:
    for language in ("zh", "en"):
        layout = made(content[language], (358 * scale / 100, 600), scale)
        assert not any(figure.is_cut for figure in layout.figures)
        assert not any("…" in line for figure in layout.figures for line in figure.name)


def long_values(groups: list[Group]) -> list[Group]:
    """The same groups with values that one line cannot hold."""
    text = "北门旁消防电梯厅，地下火灾走 P-ST1、P-ST6，东南匝道连廊限高 3.8 m"
    return [
        (group, title, [replace(item, text=text, unit="", trust=Trust.VERIFIED) for item in items])
        for group, title, items in groups
    ]


def test_spare_height_goes_to_cut_values_the_heaviest_first(
    content: dict[str, tuple[list[Shown], list[Group]]],
) -> None:
    figures, groups = content["zh"][0], long_values(content["zh"][1])
    tight, some, much = (made((figures, groups), (358, tall)) for tall in (540, 640, 1400))
    assert all(row.is_cut for row in tight.rows)
    given = {row.item.row.weight for row in some.rows if len(row.lines) > 1}
    assert given == {2}
    assert not any(row.is_cut for row in much.rows)
    assert much.height <= 1400


def test_names_stand_over_their_facts_where_it_is_narrow(
    content: dict[str, tuple[list[Shown], list[Group]]],
) -> None:
    wide, narrow = (made(content["en"], (width, 900), 150) for width in (560, 300))
    assert wide.rows[0].rect.left() > wide.headings[0].rect.left()
    assert wide.rows[0].rect.top() == wide.headings[0].rect.top()
    assert narrow.rows[0].rect.left() == narrow.headings[0].rect.left()
    assert narrow.rows[0].rect.top() >= narrow.headings[0].rect.bottom()


def test_whole_shows_all_and_says_how_to_go_back(
    content: dict[str, tuple[list[Shown], list[Group]]],
) -> None:
    figures, groups = content["zh"][0], long_values(content["zh"][1])
    layout = made((figures, groups), (358, 300), 150, whole=True)
    sound(layout, (figures, groups))
    assert not layout.is_partial
    assert not layout.foot.isEmpty()
    assert layout.foot.bottom() <= layout.height


def test_broken_text(qapp: object) -> None:
    font = fonts.font(13)
    metrics = QFontMetricsF(font)
    assert broken("", font, 10, 2) == (("",), False)
    assert broken("短", font, 100, 2) == (("短",), False)
    lines, is_cut = broken("N gate, P-ST6; below: P-ST1, P-ST6", font, 190, 2)
    assert lines == ("N gate, P-ST6; below: P-ST1,", "P-ST6")
    assert not is_cut
    lines, is_cut = broken("很" * 10_000, font, 100, 3)
    assert is_cut
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= 101 for line in lines)


def test_no_facts_at_all(qapp: object) -> None:
    layout = made(([], []), (300, 300))
    assert layout == CardLayout(height=layout.height)
