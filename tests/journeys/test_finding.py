"""A commander's way: find, read the card, go through the floors, look around, print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QLabel

pytestmark = pytest.mark.journey
KEY = Qt.Key


CLUES = (
    ("shiliguangchangatadong", "SDQ-0102"),
    ("SDQ-0103", "SDQ-0103"),
    ("slgcaz", "SDQ-0102"),
    ("sdq0103", "SDQ-0103"),
    ("tower a", "SDQ-0102"),
)


def test_find_by_any_clue_and_open_with_enter(hand: Any) -> None:
    for words, code in CLUES:
        hand.do("go.find")
        hand.qtbot.keyClicks(hand.window.top.search, words)
        assert hand.window.top.search.is_open()
        assert hand.window.top.search.hits[0].reason
        hand.key(KEY.Key_Return)
        assert hand.place == f"{code} site"
        assert hand.window.right.isVisible()
        assert hand.window.stage.canvas.hasFocus()
        assert hand.window.top.search.text() == ""


def test_an_old_name_with_a_slip_is_found(hand: Any) -> None:
    search = hand.window.top.search
    hand.do("go.find")
    search.insert("示列百货")
    search.asked.emit(search.text())
    assert search.hits
    hand.key(KEY.Key_Return)
    assert hand.place == "SDQ-0101 site"


def test_page_keys_go_through_the_floors_and_esc_steps_back(hand: Any) -> None:
    hand.find("slgcaz")
    hand.key(KEY.Key_PageUp)
    assert hand.place == "SDQ-0102 1F"
    hand.key(KEY.Key_PageUp)
    hand.key(KEY.Key_PageUp)
    assert hand.place == "SDQ-0102 3F"
    hand.key(KEY.Key_PageDown)
    assert hand.place == "SDQ-0102 2F"
    hand.key(KEY.Key_Home)
    assert hand.place == "SDQ-0102 1F"
    hand.click_kind("lift.firefighting")
    assert hand.window.stage.panel.isVisible()
    hand.key(KEY.Key_Escape)
    assert not hand.window.stage.panel.isVisible()
    assert hand.place == "SDQ-0102 1F"
    hand.key(KEY.Key_Escape)
    assert hand.place == "SDQ-0102 site"
    hand.key(KEY.Key_Escape)
    assert hand.place == "site"
    assert not hand.window.right.isVisible()
    assert hand.window.left.buildings.isVisible()
    assert hand.window.left.buildings.hits[0].reason == "recent"
    hand.key(KEY.Key_Escape)
    assert hand.place == "site"


def test_every_floor_of_the_tower_is_drawn(hand: Any) -> None:
    hand.find("slgcaz")
    hand.key(KEY.Key_Home)
    labels = [hand.window.desk.floor.label]
    while hand.window.actions_["go.floor_up"].isEnabled():
        hand.window.actions_.do("go.floor_up")
        labels.append(hand.window.desk.floor.label)
        assert hand.window.stage.canvas.picture.features, labels[-1]
    assert len(labels) >= 32
    assert labels == [floor.label for floor in hand.window.desk.floors if floor.level >= 0]


def test_a_click_in_the_section_opens_that_floor(hand: Any) -> None:
    hand.find("slgcaz")
    section = hand.window.left.section
    for label in ("7F", "2F"):
        floor = next(floor for floor in hand.window.desk.floors if floor.label == label)
        hand.click(section, section.floor_rect(floor.id).center().toPoint())
        assert hand.place == f"SDQ-0102 {label}"
    hand.key(KEY.Key_Home)
    hand.do("go.section")
    assert section.hasFocus()
    hand.key(KEY.Key_Up)
    assert hand.place == "SDQ-0102 2F"


def test_a_symbol_shows_its_facts(hand: Any) -> None:
    hand.find("slgcaz")
    hand.key(KEY.Key_Home)
    feature = hand.click_kind("lift.firefighting")
    panel = hand.window.stage.panel
    kind = hand.window.desk.catalog.kinds[feature.kind]
    text = "\n".join(label.text() for label in panel.findChildren(QLabel))
    assert kind.en in text
    assert hand.window.desk.selected is feature
    assert hand.window.stage.rect().contains(panel.geometry())
    hand.key(KEY.Key_PageUp)
    assert not panel.isVisible()


def test_the_whole_card_is_on_one_small_screen(hand: Any) -> None:
    hand.window.resize(1280, 720)
    hand.find("slgcaz")
    catalog = hand.window.desk.catalog
    for language in ("en", "zh"):
        hand.window.settings.set("language", language)
        hand.rest()
        card = hand.window.right.card
        card.grab()
        within = QRectF(card.rect()).adjusted(-1, -1, 1, 1)
        left_out = [
            row.key
            for row in catalog.facts_of("building")
            if row.weight and not within.contains(card.fact_rect(row.key))
        ]
        assert left_out == []
        assert hand.window.rect().contains(card.mapTo(hand.window, card.rect().bottomRight()))


def test_people_on_duty(hand: Any) -> None:
    hand.find("slgcaz")
    hand.do("go.people")
    people = hand.window.right.people
    assert people.isVisible()
    text = "\n".join(label.text() for label in people.findChildren(QLabel))
    assert "2026-09-02 21:30" in text
    assert "until" in text
    assert "straight" in text
    hand.do("go.card")
    assert hand.window.right.card.isVisible()


def test_from_one_building_to_its_neighbour_on_the_map(hand: Any) -> None:
    """The footprint of another building with a plan opens it."""
    hand.find("slgcaz")
    canvas = hand.window.stage.canvas
    other = next(
        (feature, building)
        for feature, building in hand.window.showing._plan.buildings.items()
        if building != hand.window.desk.building.id
    )
    shape = canvas.picture.features[other[0]].shape
    at = shape.representative_point()
    canvas.centre_on(at.x, at.y)
    hand.rest()
    hand.window.showing.show_legend()
    canvas.choose(canvas.picture.features[other[0]])
    hand.rest()
    assert hand.window.desk.building.id == other[1]


def test_the_card_goes_to_the_clipboard(hand: Any) -> None:
    from PySide6.QtGui import QGuiApplication

    hand.find("slgcaz")
    hand.do("go.copy_card")
    assert QGuiApplication.clipboard().text() == hand.window.right.card.as_text()
    assert "SDQ" in hand.window.desk.building.code


def test_sheets_are_saved_as_pdf(hand: Any, tmp_path: Path) -> None:
    hand.find("sdq0103")
    path = tmp_path / "sheets.pdf"
    hand.window.printing.save_pdf(path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert "sheets.pdf" in hand.window.notices.standing[-1].text
    hand.window.printing.save_pdf(tmp_path / "no such folder" / "sheets.pdf")
    notice = hand.window.notices.standing[-1]
    assert notice.level == "danger"
    assert "no such folder" in notice.text
