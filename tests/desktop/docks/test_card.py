"""The card fits its room, says what it leaves out, and shows how far each fact can be trusted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import combinations

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop.docks.card import Card
from desktop.docks.trust import trust_text
from desktop.support.theme import Theme, load_theme
from plans.model.building import Building
from plans.model.catalog import Catalog
from plans.model.fact import Fact, Trust, with_fact
from plans.model.ids import BuildingId

ROOM = 352, 520
"""What a window of 1280 × 720 leaves the card, less a little."""


@pytest.fixture
def card(qtbot: QtBot, catalog: Catalog, day: Theme) -> Iterator[Card]:
    made = Card(catalog, day)
    qtbot.addWidget(made)
    made.resize(*ROOM)
    yield made
    QToolTip.hideText()


def rows_of(catalog: Catalog) -> list[str]:
    return [row.key for row in catalog.facts_of("building") if row.weight]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [ROOM, (700, 420), (438, 627)])
def test_every_row_fits_one_screen(
    card: Card,
    building: Building,
    catalog: Catalog,
    today: dt.date,
    texts_of: Callable[[Card], list[str]],
    language: str,
    size: tuple[int, int],
) -> None:
    card.resize(*size)
    card.show_building(building, language, today)
    texts = texts_of(card)
    keys = rows_of(catalog)
    assert len(keys) >= 26
    rects = [card.fact_rect(key) for key in keys]
    within = QRectF(card.rect()).adjusted(-1, -1, 1, 1)
    assert all(rect.isValid() and within.contains(rect) for rect in rects)
    assert not any(
        a.adjusted(1, 1, -1, -1).intersects(b.adjusted(1, 1, -1, -1))
        for a, b in combinations(rects, 2)
    )
    assert not any("more" in text for text in texts)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_light_facts_that_do_not_fit_are_counted_and_shown_on_enter(
    card: Card,
    building: Building,
    catalog: Catalog,
    today: dt.date,
    texts_of: Callable[[Card], list[str]],
    language: str,
    qtbot: QtBot,
) -> None:
    card.resize(520, 640)
    card.set_room(640)
    card.set_theme(load_theme("day", 150))
    card.show_building(building, language, today)
    left_out = [key for key in rows_of(catalog) if not card.fact_rect(key).isValid()]
    assert left_out
    assert {catalog.facts[key].weight for key in left_out} == {1}
    assert texts_of(card)[-1].split()[0] == str(len(left_out))
    assert card.minimumHeight() == 0
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert all(card.fact_rect(key).isValid() for key in rows_of(catalog))
    assert card.minimumHeight() > 640
    foot = card._layout.foot.center().toPoint()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=foot)
    assert [key for key in rows_of(catalog) if not card.fact_rect(key).isValid()] == left_out
    qtbot.keyClick(card, Qt.Key.Key_Space)
    other = msgspec.structs.replace(building, id=BuildingId("c"))
    card.show_building(other, language, today)
    assert card.minimumHeight() == 0


def test_too_little_room_makes_it_taller_and_counts_what_lies_below(
    card: Card, building: Building, catalog: Catalog, today: dt.date
) -> None:
    card.show_building(building, "zh", today)
    card.set_room(200)
    assert all(card.fact_rect(key).isValid() for key in rows_of(catalog))
    assert card.minimumHeight() > 200
    assert card.below(0) == len(rows_of(catalog))
    assert 0 < card.below(200) < len(rows_of(catalog))
    assert card.below(card.minimumHeight()) == 0
    card.set_room(1000)
    assert card.minimumHeight() == 0


def test_on_paper_it_shrinks_into_its_frame(card: Card, building: Building, today: dt.date) -> None:
    card.resize(352, 260)
    card.show_building(building, "zh", today)
    image = card.grab().toImage()
    last = max(
        y
        for y in range(image.height())
        if any(image.pixel(x, y) != image.pixel(0, 0) for x in range(image.width()))
    )
    assert 0.9 * image.height() < last < image.height() - 1


def test_a_press_tells_where_a_fact_comes_from(
    card: Card, building: Building, catalog: Catalog, today: dt.date, qtbot: QtBot
) -> None:
    card.show_building(building, "en", today)
    card.show()
    qtbot.waitExposed(card)
    spot = card.fact_rect(rows_of(catalog)[0]).center().toPoint()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=spot)
    assert "勘查" in QToolTip.text()


def states(catalog: Catalog, building: Building, key: str) -> dict[Trust, Building]:
    """The same value, trusted in four ways."""
    fact = Fact(key=key, value=12, verified_by="某甲", verified_on=dt.date(2026, 8, 30))
    old = msgspec.structs.replace(fact, verified_on=dt.date(1999, 1, 1))
    loose = msgspec.structs.replace(fact, verified_by="")
    rest = tuple(one for one in building.facts if one.key != key)
    made = {Trust.VERIFIED: fact, Trust.STALE: old, Trust.UNVERIFIED: loose, Trust.MISSING: None}
    return {
        trust: msgspec.structs.replace(
            building, facts=with_fact(rest, one) if one is not None else rest
        )
        for trust, one in made.items()
    }


@pytest.mark.parametrize("weight", [3, 2])
def test_the_four_states_look_different(
    card: Card,
    building: Building,
    catalog: Catalog,
    today: dt.date,
    pixels_of: Callable[[QWidget], bytes],
    weight: int,
) -> None:
    key = next(
        row.key
        for row in catalog.facts_of("building")
        if row.weight == weight and row.type in ("number", "integer") and row.review_months
    )
    seen = {}
    for trust, version in states(catalog, building, key).items():
        card.show_building(version, "en", today)
        assert f"({trust_text(trust, 'en')})" in line_of(card, catalog.facts[key].en)
        seen[trust] = pixels_of(card)
    assert len(set(seen.values())) == 4


def line_of(card: Card, name: str) -> str:
    return next(line for line in card.as_text().split("\n") if line.startswith(f"{name}:"))


def test_as_text_has_every_row_and_its_trust(
    card: Card, building: Building, catalog: Catalog, today: dt.date
) -> None:
    assert card.as_text() == ""
    card.show_building(building, "en", today)
    lines = card.as_text().split("\n")
    assert lines[:2] == ["Sample House", "1 Sample Road"]
    assert len(lines) == 2 + len(rows_of(catalog))
    told = [line.rpartition("(")[2] for line in lines[2:]]
    for trust, count in ((Trust.STALE, 1), (Trust.UNVERIFIED, 1), (Trust.MISSING, 1)):
        assert told.count(f"{trust_text(trust, 'en')})") == count
    assert card.accessibleDescription() == card.as_text()


def test_the_tip_tells_where_a_fact_comes_from(
    card: Card, building: Building, catalog: Catalog, today: dt.date, qtbot: QtBot
) -> None:
    card.show_building(building, "en", today)
    card.show()
    qtbot.waitExposed(card)
    card.grab()
    spot = card.fact_rect(rows_of(catalog)[0]).center().toPoint()
    QApplication.sendEvent(card, QHelpEvent(QHelpEvent.Type.ToolTip, spot, card.mapToGlobal(spot)))
    assert "2026-08-01" in QToolTip.text()
    assert "勘查" in QToolTip.text()
    corner = QPoint(card.width() - 1, card.height() - 1)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, corner, card.mapToGlobal(corner))
    assert QApplication.sendEvent(card, event)


def test_strange_texts_are_shown_as_they_are(
    card: Card, building: Building, catalog: Catalog, today: dt.date, hostile: str
) -> None:
    facts = tuple(
        msgspec.structs.replace(fact, value=hostile, source=hostile) for fact in building.facts
    )
    strange = msgspec.structs.replace(building, name=hostile, names=(), facts=facts)
    card.show_building(strange, "zh", today)
    card.grab()
    assert hostile in card.as_text()


def test_a_card_without_a_building_or_without_facts(
    card: Card, building: Building, catalog: Catalog, today: dt.date
) -> None:
    card.grab()
    card.show_building(msgspec.structs.replace(building, facts=()), "zh", today)
    card.grab()
    missing = trust_text(Trust.MISSING, "zh")
    assert card.as_text().count(f"({missing})") == len(rows_of(catalog))
    card.resize(40, 30)
    card.grab()
