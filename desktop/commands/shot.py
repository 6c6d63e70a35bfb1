"""`preplan-desk shot BUILDING -o FILE.png`: a picture of a floor, the site or the section."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.commands.common import DEFAULT_LANG, BinderPath, Lang, open_binder, print_aside
from desktop.commands.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from desktop.canvas.look import PlanLook
    from plans.binder import Binder
    from plans.model.building import Building
    from plans.model.floor import Floor

MOST_PX = 16_000
SITE_AROUND_M = 130.0


def shot(
    building: Annotated[str, typer.Argument(metavar="BUILDING")],
    binder: BinderPath,
    output: Annotated[Path, typer.Option("-o", "--output", help=say("PNG 文件", "The PNG file"))],
    floor: Annotated[str, typer.Option(help=say("楼层", "The floor's label"))] = "",
    site: Annotated[bool, typer.Option("--site", help=say("总平面", "The site"))] = False,
    section: Annotated[bool, typer.Option("--section", help=say("剖面", "The section"))] = False,
    size: Annotated[str, typer.Option(metavar="WxH")] = "1600x1000",
    theme: Annotated[str, typer.Option(metavar="day|night")] = "day",
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Draw what the canvas would show; without a floor, the first floor."""
    from desktop.commands.pictures import offscreen_app, plan_look
    from desktop.support import assets
    from plans.errors import NotWritten
    from plans.model.catalog import load_catalog

    width, height = _size(size)
    if theme not in ("day", "night"):
        raise typer.BadParameter(say("主题只能是 day 或 night", "the theme is day or night"))
    app = offscreen_app(lang)
    look = plan_look(load_catalog(assets.catalog()), theme)
    with open_binder(binder) as opened:
        found = opened.library.building(opened.library.resolve(building))
        floors = opened.library.floors(found.id)
        if section:
            image = _section(opened, found, floors, look, (width, height), lang)
        elif site or not floors:
            image = _site(opened, found, look, (width, height), lang)
        else:
            image = _floor(opened, found, _named(floors, floor), look, (width, height), lang)
    if not image.save(str(output)):
        raise NotWritten(path=str(output))
    print_aside(str(output))
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


def _named(floors: list[Floor], label: str) -> Floor:
    from plans.errors import NotFound

    if not label:
        return min(floors, key=lambda floor: (abs(floor.level), -floor.level))
    for floor in floors:
        if floor.label.casefold() == label.casefold():
            return floor
    raise NotFound(kind="floor", name=label)


def _floor(
    binder: Binder,
    building: Building,
    floor: Floor,
    look: PlanLook,
    size: tuple[int, int],
    lang: str,
) -> QImage:
    from desktop.canvas.picture import Picture
    from desktop.window.plansource import floor_plan

    plan = floor_plan(binder, floor, look.catalog, lang)
    picture = Picture(look)
    picture.north_deg = -(building.placing.rotation_deg if building.placing else 0.0)
    picture.set_plan(plan.features, plan.scene, same_place=False, on_site=False)
    return _drawn(picture, size, picture.extent())


def _site(
    binder: Binder, building: Building, look: PlanLook, size: tuple[int, int], lang: str
) -> QImage:
    from desktop.canvas.picture import Picture
    from desktop.window.plansource import site_plan
    from plans.errors import NotFound
    from plans.progress import silent

    frame, placing = binder.frame, building.placing
    if frame is None or placing is None:
        raise NotFound(kind="site", name=building.name)
    x, y = frame.to_map(placing.lon, placing.lat)
    around = SITE_AROUND_M
    wide = around * 2 * max(size) / min(size)
    plan = site_plan(
        silent, binder, (x - wide, y - wide, x + wide, y + wide), look.catalog, lang, building.id
    )
    picture = Picture(look)
    picture.set_plan(plan.features, plan.scene, same_place=False, on_site=True)
    return _drawn(picture, size, (x - around, y - around, x + around, y + around))


def _drawn(picture, size, box) -> QImage:  # type: ignore[no-untyped-def]
    from PySide6.QtGui import QImage, QPainter

    picture.camera = picture.camera.resized(*size)
    if box is not None:
        picture.camera = picture.camera.fitted(box, (30.0, 30.0, 30.0, 46.0))
    picture.finish()
    image = QImage(size[0], size[1], QImage.Format.Format_RGB32)
    painter = QPainter(image)
    picture.frame(painter, 0.0)
    painter.end()
    return image


def _section(
    binder: Binder,
    building: Building,
    floors: list[Floor],
    look: PlanLook,
    size: tuple[int, int],
    lang: str,
) -> QImage:
    from PySide6.QtGui import QImage, QPainter

    from desktop.docks.section import SectionView
    from plans.drawing.section import section

    view = SectionView(look.theme)
    view.set_language(lang)
    view.set_section(section(floors, binder.drafting.spans(building.id)))
    view.resize(*size)
    image = QImage(size[0], size[1], QImage.Format.Format_RGB32)
    image.fill(look.theme.color("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.draw(painter)
    painter.end()
    view.deleteLater()
    return image
