"""A few pictures: the canvas by day and by night, the card in both languages, the section."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.canvas.look import PlanLook
from desktop.canvas.picture import Picture
from desktop.canvas.scene import Scene
from desktop.docks.card import Card
from desktop.docks.section import SectionView
from desktop.support import fonts
from desktop.support.i18n import translations_of
from desktop.support.theme import load_theme
from plans.drawing.floorplan import floor_marks
from plans.drawing.section import section
from plans.drawing.siteplan import site_marks
from plans.model.building import Building
from plans.model.catalog import Catalog
from plans.model.fact import Fact
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.ids import SITE, BuildingId, FloorId

Same = Callable[[str, QImage], None]
SIZE = (640, 400)


@pytest.fixture(autouse=True)
def silent(qapp: QApplication) -> Iterator[None]:
    """Texts of ours come in the language of the test alone."""
    yield
    translations_of(qapp).remove()
    translations_of(qapp)._language = ""


def blank(size: tuple[int, int], color: str) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(color)
    return image


@pytest.mark.parametrize("theme", ["day", "night"])
@pytest.mark.parametrize("plan", ["floor", "site"])
def test_canvas(
    qapp: QApplication,
    catalog: Catalog,
    hand_drawn: Callable[..., list[Feature]],
    same_picture: Same,
    plan: str,
    theme: str,
) -> None:
    look = PlanLook(theme=load_theme(theme), catalog=catalog, family=fonts.family())
    on_site = plan == "site"
    features = hand_drawn(plan, SITE) if on_site else hand_drawn(plan)
    marks = site_marks(features, catalog, "zh") if on_site else floor_marks(features, catalog, "zh")
    picture = Picture(look)
    picture.set_plan({f.id: f for f in features}, Scene(marks), same_place=False, on_site=on_site)
    box = (-70, -65, 70, 65) if on_site else (0, 0, 12, 8)
    picture.camera = picture.camera.resized(*SIZE).fitted(box, (20, 20, 20, 20)).turned_to(5)
    picture.finish()
    image = blank(SIZE, "#808080")
    painter = QPainter(image)
    picture.frame(painter, 0.0)
    painter.end()
    same_picture(f"{plan}-{theme}", image)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_card(qapp: QApplication, catalog: Catalog, same_picture: Same, language: str) -> None:
    translations_of(qapp).install(language)
    theme = load_theme("day")
    facts = tuple(
        Fact(
            key=row.key,
            value=row.choices[0].id if row.choices else 12 if row.type != "text" else "见附图",
            verified_by="某甲" if at % 3 else "",
            verified_on=dt.date(2026 if at % 4 else 2001, 8, 1),
        )
        for at, row in enumerate(row for row in catalog.facts_of("building") if row.weight)
        if at % 7
    )
    card = Card(catalog, theme)
    card.resize(360, 560)
    house = Building(id=BuildingId("b"), name="示例楼", facts=facts)
    card.show_building(house, language, dt.date(2026, 9, 2))
    image = blank((360, 560), theme.chrome.surface)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    card.draw(painter)
    painter.end()
    card.deleteLater()
    same_picture(f"card-{language}", image)


def test_section(qapp: QApplication, same_picture: Same) -> None:
    floors = [
        Floor(
            id=FloorId(str(level)),
            building_id=BuildingId("b"),
            label=f"{level + 1}F" if level >= 0 else f"B{-level}",
            level=level,
            elevation_m=level * 4.0,
            height_m=4.0,
            use="办公" if level > 0 else "车库" if level < 0 else "大堂",
            refuge=level == 10,
        )
        for level in range(-3, 14)
    ]
    theme = load_theme("day")
    view = SectionView(theme)
    view.resize(230, 500)
    spans = {FloorId("-3"): (-10.0, 60.0), FloorId("0"): (0.0, 50.0), FloorId("5"): (10.0, 40.0)}
    view.set_section(section(floors, spans))
    view.set_current(FloorId("3"))
    image = blank((230, 500), theme.chrome.surface)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.draw(painter)
    painter.end()
    view.deleteLater()
    same_picture("section", image)
