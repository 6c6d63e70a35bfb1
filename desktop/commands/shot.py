"""`preplan-desk shot BUILDING -o FILE.png`: a picture of a floor, the site or the section."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from desktop.commands.common import (
    DEFAULT_LANG,
    BinderPath,
    BuildingName,
    Lang,
    building_named,
    called,
    label_ranges,
    open_binder,
    print_aside,
    writes,
)
from desktop.commands.language import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage, QPainter

    from desktop.canvas.camera import Box
    from desktop.canvas.look import PlanLook
    from desktop.canvas.picture import Picture
    from plans.binder import Binder
    from plans.model.building import Building
    from plans.model.floor import Floor

    _Draw = Callable[[QPainter, QSize], float | None]
    """Fills a size with a painter; returns the pixels of a metre, None without one scale."""

MOST_PX = 16_000
SITE_AROUND_M = 130.0
ENDINGS = (".png", ".jpg", ".jpeg", ".webp")


class _Wish(NamedTuple):
    """What is to be drawn, and how."""

    binder: Binder
    building: Building
    look: PlanLook
    lang: str


def shot(
    building: BuildingName,
    binder: BinderPath,
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            callback=writes(*ENDINGS),
            help=say("图片文件", "The picture: ") + " ".join(ENDINGS),
        ),
    ],
    floor: Annotated[str, typer.Option(help=say("楼层", "The floor's label"))] = "",
    site: Annotated[bool, typer.Option("--site", help=say("总平面", "The site"))] = False,
    section: Annotated[bool, typer.Option("--section", help=say("剖面", "The section"))] = False,
    size: Annotated[str, typer.Option(metavar="WxH", help=say("像素", "In pixels"))] = "1600x1000",
    theme: Annotated[
        str, typer.Option(metavar="day|night", help=say("白天或夜间", "Day or night"))
    ] = "day",
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Draw what the canvas would show; without a floor, the first floor."""
    from desktop.commands.pictures import offscreen_app, plan_look
    from desktop.support import assets
    from desktop.support.wording import word
    from plans.errors import NotWritten
    from plans.model.catalog import load_catalog

    width, height = _size(size)
    if theme not in ("day", "night"):
        raise typer.BadParameter(say("主题只能是 day 或 night", "the theme is day or night"))
    if sum((bool(floor), site, section)) > 1:
        raise typer.BadParameter(
            say(
                "--floor、--site、--section 只能写一个",
                "write one of --floor, --site and --section",
            )
        )
    app = offscreen_app(lang)
    look = plan_look(load_catalog(assets.catalog()), theme)
    with open_binder(binder) as opened:
        found = building_named(opened, building)
        wish = _Wish(opened, found, look, lang)
        floors = opened.library.floors(found.id)
        if section:
            place, draw = word("shot.section", lang), _section(wish)
        elif site or not floors:
            if floor:
                _named(wish, floors, floor)
            place, draw = word("shot.site", lang), _site(wish)
        else:
            chosen = _named(wish, floors, floor)
            place, draw = chosen.label, _floor(wish, chosen)
        image = _image(wish, (width, height), place, draw)
    if not image.save(str(output)):
        raise NotWritten(path=str(output))
    name = f"{called(found, lang)} · {place}"
    print_aside(word("shot.written", lang, name=name, path=output))
    app.processEvents()


def _size(text: str) -> tuple[int, int]:
    parts = text.lower().split("x")
    if len(parts) == 2 and all(part.isdigit() for part in parts):
        width, height = int(parts[0]), int(parts[1])
        if 16 <= width <= MOST_PX and 16 <= height <= MOST_PX:
            return width, height
    raise typer.BadParameter(
        say(
            "尺寸写成 1600x1000，边长 16–16000 像素",
            "the size is written 1600x1000, sides of 16 to 16000 pixels",
        )
    )


def _named(wish: _Wish, floors: list[Floor], label: str) -> Floor:
    from plans.errors import NotFound

    if not label:
        return min(floors, key=lambda floor: (abs(floor.level), -floor.level))
    for floor in floors:
        if floor.label.casefold() == label.casefold():
            return floor
    joiner = "、" if wish.lang == "zh" else ", "
    raise NotFound(
        kind="floor" if floors else "floors",
        what=label,
        building=wish.building.name_in(wish.lang),
        floors=joiner.join(label_ranges(floor.label for floor in floors)),
    )


def _image(
    wish: _Wish,
    size: tuple[int, int],
    place: str,
    draw: _Draw,
) -> QImage:
    """The drawing with the line under it that says what it shows."""
    from PySide6.QtCore import QRectF, QSize
    from PySide6.QtGui import QImage, QPainter

    from desktop.commands.caption import DOTS_PER_M, band_px, draw_caption, facts_line

    width, height = size
    band = band_px(width, height)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(DOTS_PER_M)
    image.setDotsPerMeterY(DOTS_PER_M)
    painter = QPainter(image)
    try:
        scale = draw(painter, QSize(width, height - band))
        if band:
            invented = wish.binder.invented
            facts = facts_line(scale, dt.date.today(), wish.lang, invented=invented)
            title = f"{wish.building.name_in(wish.lang)} · {place}"
            box = QRectF(0, height - band, width, band)
            draw_caption(painter, box, title, facts, wish.look.theme)
    finally:
        painter.end()
    return image


def _floor(wish: _Wish, floor: Floor) -> _Draw:
    from desktop.canvas.picture import Picture
    from desktop.support.wording import word
    from desktop.window.plansource import floor_plan
    from desktop.window.underlays import Underlays

    look = wish.look
    plan = floor_plan(wish.binder, floor, look.catalog, wish.lang)
    picture = Picture(look)
    placing = wish.building.placing
    picture.north_deg = -(placing.rotation_deg if placing else 0.0)
    picture.set_plan(plan.features, plan.scene, same_place=False, on_site=False)
    underlays = Underlays()
    try:
        found = underlays.of(wish.binder, floor)
    except ValueError:
        found = []
        print_aside(word("shot.underlay_damaged", wish.lang))
    dimmed = any(feature.kind == "wall" for feature in plan.features.values())
    picture.set_underlays(underlays.painters(found, picture.styles, look, dimmed=dimmed))
    return _fitted(picture, picture.extent())


def _site(wish: _Wish) -> _Draw:
    from desktop.canvas.picture import Picture
    from desktop.window.plansource import site_plan
    from plans.errors import NotFound
    from plans.progress import silent

    binder, building, look = wish.binder, wish.building, wish.look
    frame, placing = binder.frame, building.placing
    if frame is None or placing is None:
        raise NotFound(kind="site", what=building.name_in(wish.lang))
    x, y = frame.to_map(placing.lon, placing.lat)
    around = SITE_AROUND_M

    def draw(painter: QPainter, size: QSize) -> float | None:
        wide = around * 2 * max(size.width(), size.height()) / min(size.width(), size.height())
        box = (x - wide, y - wide, x + wide, y + wide)
        plan = site_plan(silent, binder, box, look.catalog, wish.lang, building.id)
        picture = Picture(look)
        picture.set_plan(plan.features, plan.scene, same_place=False, on_site=True)
        return _fitted(picture, (x - around, y - around, x + around, y + around))(painter, size)

    return draw


def _fitted(picture: Picture, box: Box | None) -> _Draw:
    def draw(painter: QPainter, size: QSize) -> float | None:
        picture.camera = picture.camera.resized(size.width(), size.height())
        if box is not None:
            picture.camera = picture.camera.fitted(box, (30.0, 30.0, 30.0, 46.0))
        picture.finish()
        picture.frame(painter, 0.0)
        return picture.camera.px_per_m if box is not None else None

    return draw


def _section(wish: _Wish) -> _Draw:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from desktop.docks.section import SectionView
    from plans.binder.sections import section_of

    view = SectionView(wish.look.theme)
    view.set_language(wish.lang)
    view.set_section(section_of(wish.binder, wish.building))

    def draw(painter: QPainter, size: QSize) -> float | None:
        view.resize(size)
        painter.fillRect(QRect(0, 0, size.width(), size.height()),
                         wish.look.theme.color("surface"))  # fmt: skip
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view.draw(painter)
        view.deleteLater()
        return None

    return draw
