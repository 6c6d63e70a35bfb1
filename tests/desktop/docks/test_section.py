"""The section: floors to scale, chosen by mouse and keys, in any size."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from desktop.docks.section import SectionView
from desktop.support.theme import Theme
from plans.drawing.section import Section, section
from plans.model.building import Building
from plans.model.floor import Floor
from plans.model.ids import BuildingId, FloorId

LEFT = Qt.MouseButton.LeftButton


def floors(above: int, below: int = 0, **more: object) -> list[Floor]:
    made = []
    for level in range(-below, above):
        label = f"{level + 1}F" if level >= 0 else f"B{-level}"
        made.append(
            Floor(
                id=FloorId(label),
                building_id=BuildingId("b"),
                label=label,
                level=level,
                elevation_m=level * 4.0,
                height_m=4.0,
                refuge=level == 10,
                use="办公",
                use_en="Offices",
                **more,  # type: ignore[arg-type]
            )
        )
    return made


def section_of(above: int, below: int = 0) -> Section:
    found = section(floors(above, below), {FloorId("1F"): (0.0, 40.0)})
    assert found is not None
    return found


@pytest.fixture
def view(qtbot: QtBot, day: Theme) -> Iterator[SectionView]:
    made = SectionView(day)
    qtbot.addWidget(made)
    made.resize(220, 560)
    made.set_section(section_of(12, 3))
    made.set_language("en")
    made.show()
    yield made
    QToolTip.hideText()


def chosen(view: SectionView) -> list[str]:
    heard: list[str] = []
    view.floor_chosen.connect(heard.append)
    return heard


def test_a_click_chooses_the_floor_it_hits(view: SectionView, qtbot: QtBot) -> None:
    heard = chosen(view)
    for label in ("B3", "1F", "12F"):
        qtbot.mouseClick(view, LEFT, pos=view.floor_rect(FloorId(label)).center().toPoint())
    qtbot.mouseClick(view, LEFT, pos=QPoint(100, 1))
    qtbot.mouseClick(
        view, Qt.MouseButton.RightButton, pos=view.floor_rect(FloorId("1F")).center().toPoint()
    )
    assert heard == ["B3", "1F", "12F"]


def test_keys_go_up_and_down(view: SectionView, qtbot: QtBot) -> None:
    heard = chosen(view)
    view.set_current(FloorId("1F"))
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert heard == ["2F", "B1"]
    view.set_current(FloorId("12F"))
    qtbot.keyClick(view, Qt.Key.Key_Up)
    view.set_current(FloorId("B3"))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert heard == ["2F", "B1"]


def test_from_the_site_the_keys_enter_at_the_ground(view: SectionView, qtbot: QtBot) -> None:
    heard = chosen(view)
    view.set_current(None)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert heard == ["1F"]


def test_heights_are_to_scale(view: SectionView) -> None:
    rects = {box.floor.label: view.floor_rect(box.floor.id) for box in section_of(12, 3).floors}
    heights = [rect.height() for rect in rects.values()]
    assert max(heights) == pytest.approx(min(heights), abs=0.01)
    assert rects["2F"].bottom() == pytest.approx(rects["1F"].top())
    assert all(view.rect().contains(rect.toRect()) for rect in rects.values())
    assert view.floor_rect(FloorId("99F")).isEmpty()


def test_under_a_low_house_there_is_little_earth(view: SectionView, day: Theme) -> None:
    view.setMinimumHeight(0)
    view.set_section(section_of(2))
    view.resize(220, 560)
    seen = view.grab().toImage()
    ground = view.floor_rect(FloorId("1F")).bottom()
    assert seen.pixelColor(110, 555) == seen.pixelColor(110, 3)
    assert seen.pixelColor(110, round(ground) + 15) != seen.pixelColor(110, 3)


def test_a_tall_building_asks_for_room_to_hit_a_floor(view: SectionView) -> None:
    view.set_section(section_of(60, 4))
    view.resize(220, view.minimumHeight())
    assert view.floor_rect(FloorId("30F")).height() >= 9


def test_texts(view: SectionView, texts_of: Callable[[SectionView], list[str]]) -> None:
    view.set_current(FloorId("7F"))
    texts = texts_of(view)
    assert {"Offices", "1F", "7F", "11F", "B3", "±0", "48.0", "-12.0", "40.0"} <= set(texts)


def test_the_current_and_the_hovered_floor_are_marked(
    view: SectionView, pixels_of: Callable[[SectionView], bytes], qtbot: QtBot
) -> None:
    plain = pixels_of(view)
    view.set_current(FloorId("5F"))
    marked = pixels_of(view)
    qtbot.mouseMove(view, view.floor_rect(FloorId("8F")).center().toPoint())
    qtbot.waitUntil(lambda: pixels_of(view) != marked)
    assert len({plain, marked, pixels_of(view)}) == 3


def test_the_tip_says_the_floor(view: SectionView, qtbot: QtBot) -> None:
    qtbot.mouseMove(view, view.floor_rect(FloorId("11F")).center().toPoint())
    qtbot.waitUntil(lambda: "11F" in QToolTip.text())
    assert "Offices" in QToolTip.text()
    assert "+40.0 m" in QToolTip.text()


@pytest.mark.parametrize("size", [(1, 1), (30, 2000), (2000, 30), (220, 560)])
@pytest.mark.parametrize("above", [1, 2, 118])
def test_any_size_is_drawn(view: SectionView, size: tuple[int, int], above: int) -> None:
    view.setMinimumHeight(0)
    view.set_section(section_of(above))
    view.resize(*size)
    view.grab()
    view.set_section(None)
    view.grab()


def test_floors_without_height_are_survived(view: SectionView, day: Theme) -> None:
    flat = [
        Floor(id=FloorId("x"), building_id=BuildingId("b"), label="1F", level=0, elevation_m=0, height_m=0)
    ]  # fmt: skip
    view.set_section(section(flat, {}))
    view.grab()


def test_strange_uses_are_shown_as_they_are(view: SectionView, hostile: str) -> None:
    named = floors(2)
    strange = [
        Floor(
            id=one.id, building_id=one.building_id, label=hostile[:40], level=one.level,
            elevation_m=one.elevation_m, height_m=one.height_m, use=hostile,
        )
        for one in named
    ]  # fmt: skip
    view.set_section(section(strange, {}))
    view.grab()


@pytest.fixture
def tower(view: SectionView) -> SectionView:
    """12 floors over two basements of a podium; its height ends at the floor of 12F."""
    owner = Building(id=BuildingId("p"), name="示例裙房")
    found = section(floors(12), {}, height_m=44.0, shared=floors(0, below=2), shared_with=owner)
    view.set_section(found)
    return view


def test_shared_basements_say_whose_they_are(
    tower: SectionView, texts_of: Callable[[SectionView], list[str]]
) -> None:
    texts = texts_of(tower)
    assert texts.count("see 示例裙房") == 2
    assert {"B1", "B2", "-8.0"} <= set(texts)


def test_the_height_and_what_stands_on_the_roof_are_named(
    tower: SectionView, texts_of: Callable[[SectionView], list[str]]
) -> None:
    assert {"44.0", "roof", "48.0", "roof plant"} <= set(texts_of(tower))


def test_a_shared_basement_opens_in_its_building(tower: SectionView, qtbot: QtBot) -> None:
    opened: list[tuple[str, str]] = []
    tower.shared_chosen.connect(lambda *what: opened.append(what))
    own = chosen(tower)
    qtbot.mouseClick(tower, LEFT, pos=tower.floor_rect(FloorId("B2")).center().toPoint())
    assert opened == [("b", "B2")]
    tower.set_current(FloorId("1F"))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(tower, key)
    assert len(opened) == 1  # the keys alone leave no building
    qtbot.keyClick(tower, Qt.Key.Key_Return)
    assert opened[1:] == [("b", "B1")]
    qtbot.keyClick(tower, Qt.Key.Key_Up)
    assert own == []  # back on the open floor
    qtbot.keyClick(tower, Qt.Key.Key_Up)
    assert own == ["2F"]


def test_the_tip_says_where_a_shared_basement_is_drawn(tower: SectionView, qtbot: QtBot) -> None:
    qtbot.mouseMove(tower, tower.floor_rect(FloorId("B1")).center().toPoint())
    qtbot.waitUntil(lambda: "示例裙房" in QToolTip.text())
