"""All sheets of a building: the building on one page, then a page for each distinct floor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import shapely
from PySide6.QtCore import QCoreApplication, QFile, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from desktop.canvas.camera import Box
from desktop.canvas.look import PlanLook
from desktop.canvas.scene import Scene
from desktop.canvas.sitebuildings import Buildings, site_buildings
from desktop.docks.card import Card
from desktop.docks.section import SectionView
from desktop.sheets.furniture import TitleBlock, draw_title
from desktop.sheets.legend import draw_legend
from desktop.sheets.paper import PX_MM, Paper, middle, rect_of
from plans.binder import Binder
from plans.binder.sections import section_of
from plans.drawing.floorplan import floor_marks
from plans.drawing.legend import count_kinds, legend
from plans.drawing.section import Section
from plans.drawing.sheet import (
    FLOOR_LEGEND,
    FLOOR_PLAN,
    PAGE_MM,
    SITE_CARD,
    SITE_LEGEND,
    SITE_MAP,
    SITE_SECTION,
    FloorPage,
    Frame,
    fitting_scale,
    floor_pages,
)
from plans.drawing.siteplan import site_marks
from plans.errors import NotWritten
from plans.geometry.placing import local_to_map
from plans.model.building import Building
from plans.model.feature import Feature
from plans.progress import Progress, silent

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DOTS_PER_INCH = 300
SITE_AROUND_M = 75.0
"""How much of the surroundings a site page shows beyond the building, at least."""


@dataclass(frozen=True, slots=True)
class SheetFloor:
    """A floor page with what it shows."""

    page: FloorPage
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """Everything the sheets show, read at once so that a printer never waits for a database."""

    building: Building
    section: Section | None
    site: tuple[Feature, ...]
    centre: tuple[float, float] | None
    planned: Buildings
    pages: tuple[SheetFloor, ...]
    outline_m: tuple[float, float]
    invented: bool


def read_book(binder: Binder, building: Building) -> Book:
    """Read a building for its sheets; floors nothing is drawn on get no page."""
    floors = binder.library.floors(building.id)
    pages = []
    for page in floor_pages(floors):
        features = tuple(binder.drafting.shown_features(page.floor).values())
        if features:
            pages.append(SheetFloor(page, features))
    frame, placing = binder.frame, building.placing
    centre: tuple[float, float] | None = None
    site: tuple[Feature, ...] = ()
    planned: Buildings = {}
    box = _outline_box(pages)
    reach = max(box[2] - box[0], box[3] - box[1]) / 2 + SITE_AROUND_M
    if frame is not None and placing is not None:
        origin = frame.to_map(placing.lon, placing.lat)
        x, y = local_to_map([middle(box)], origin, placing.rotation_deg)[0].tolist()
        centre = (x, y)
        wide = reach * 1.6
        around = (x - wide, y - wide, x + wide, y + wide)
        found = binder.site.in_box(*around)
        pins, planned = site_buildings(binder, found, around)
        site = (*found, *pins)
    return Book(
        building=building,
        section=section_of(binder, building),
        site=site,
        centre=centre,
        planned=planned,
        pages=tuple(pages),
        outline_m=(2 * reach, 2 * reach),
        invented=binder.invented,
    )


def _outline_box(pages: list[SheetFloor]) -> Box:
    """Bounds of all floors' outlines in local metres; a plain square when nothing is drawn."""
    shapes = [f.shape for page in pages for f in page.features if f.kind == "outline"]
    shapes = shapes or [f.shape for page in pages for f in page.features]
    if not shapes:
        return (-15.0, -15.0, 15.0, 15.0)
    x0, y0, x1, y1 = shapely.total_bounds(shapes).tolist()
    return x0, y0, x1, y1


class SheetPainter:
    """Paints pages of a book; page 0 is the building on one page."""

    def __init__(self, look: PlanLook, language: str, today: dt.date) -> None:
        self._paper = Paper(look)
        self._language = language
        self._today = today

    def page_count(self, book: Book) -> int:
        """How many pages there are."""
        return 1 + len(book.pages)

    def paint(self, painter: QPainter, book: Book, number: int) -> None:
        """Paint a page; the painter's unit is the device's dot."""
        device = painter.device()
        painter.save()
        dots = device.logicalDpiX() / 96
        painter.scale(dots, dots)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(
            QRectF(0, 0, PAGE_MM[0] / PX_MM, PAGE_MM[1] / PX_MM), self._paper.styles.color("paper")
        )
        if number == 0:
            self._site_page(painter, book)
        else:
            self._floor_page(painter, book, number)
        painter.restore()

    def _site_page(self, painter: QPainter, book: Book) -> None:
        language, look = self._language, self._paper.look
        scale = 0
        if book.centre is not None and book.site:
            names = {feature: row.name_in(language) for feature, row in book.planned.items()}
            own = [feature for feature, row in book.planned.items() if row.id == book.building.id]
            current = own[0] if own else None
            marks = site_marks(book.site, look.catalog, language, names, current)
            width_m, height_m = book.outline_m
            scale = fitting_scale(width_m * SITE_MAP.width / SITE_MAP.height, height_m, SITE_MAP, 0)
            drawn = self._paper.plan(
                painter, Scene(marks), SITE_MAP, book.centre, scale, 0.0, ground=True
            )
            counted = count_kinds(feature for feature in book.site if feature.id in drawn.owners)
            groups = legend(counted, look.catalog)
            draw_legend(painter, self._paper, groups, SITE_LEGEND, language)
        else:
            self._say(painter, SITE_MAP, _tr("The building is not placed on the map."))
        self._section(painter, book)
        self._card(painter, book)
        title = _tr("The building on one page")
        self._title(
            painter, book, title, _tr("Site, section and first-sixty-seconds card"), scale, 1
        )

    def _section(self, painter: QPainter, book: Book) -> None:
        view = SectionView(self._paper.look.theme)
        view.set_language(self._language)
        view.set_section(book.section)
        self._widget(painter, view, SITE_SECTION)

    def _card(self, painter: QPainter, book: Book) -> None:
        card = Card(self._paper.look.catalog, self._paper.look.theme)
        card.resize(rect_of(SITE_CARD).size().toSize())  # it measures as soon as it has a building
        card.show_building(book.building, self._language, self._today)
        self._widget(painter, card, SITE_CARD)

    def _widget(self, painter: QPainter, view: SectionView | Card, frame: Frame) -> None:
        rect = rect_of(frame)
        view.resize(round(rect.width()), round(rect.height()))
        painter.save()
        painter.translate(rect.topLeft())
        view.draw(painter)
        painter.restore()
        view.deleteLater()

    def _floor_page(self, painter: QPainter, book: Book, number: int) -> None:
        sheet = book.pages[number - 1]
        look, language = self._paper.look, self._language
        scene = Scene(floor_marks(sheet.features, look.catalog, language))
        box = scene.extent() or (0.0, 0.0, 1.0, 1.0)
        scale = fitting_scale(box[2] - box[0], box[3] - box[1], FLOOR_PLAN)
        placing = book.building.placing
        north = -(placing.rotation_deg if placing else 0.0)
        self._paper.plan(painter, scene, FLOOR_PLAN, middle(box), scale, north, ground=False)
        groups = legend(count_kinds(sheet.features), look.catalog, on_floor=True)
        draw_legend(painter, self._paper, groups, FLOOR_LEGEND, language)
        floor = sheet.page.floor
        use = floor.use_in(language)
        levels = _tr("{elevation} m, {height} m high").format(
            elevation=f"{floor.elevation_m:+.1f}", height=f"{floor.height_m:.1f}"
        )
        if len(sheet.page.floors) > 1:
            count = QCoreApplication.translate(
                "Sheets", "typical floor, drawn once for %n floor(s)", "", len(sheet.page.floors)
            )
            levels = f"{levels} · {count}"
        self._title(painter, book, f"{sheet.page.label}  {use}".strip(), levels, scale, number + 1)

    def _title(
        self, painter: QPainter, book: Book, sheet: str, detail: str, scale: int, page: int
    ) -> None:
        building = book.building
        note = _tr("Invented sample, not a real place.") if book.invented else ""
        draw_title(
            painter,
            self._paper,
            TitleBlock(
                building=building.name_in(self._language),
                address=" · ".join(
                    part for part in (building.address_in(self._language), building.code) if part
                ),
                sheet=sheet,
                detail=detail,
                scale=f"1:{scale}" if scale else "–",
                revision=building.revision,
                revised_on=str(building.revised_on or ""),
                printed_on=self._today,
                page=f"{page} / {self.page_count(book)}",
                note=note,
            ),
        )

    def _say(self, painter: QPainter, frame: Frame, text: str) -> None:
        rect = rect_of(frame)
        painter.setPen(QPen(self._paper.styles.color("ink_dim"), 0.8))
        painter.drawRect(rect)
        painter.drawText(rect, 0x84, text)  # centred both ways


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sheets", text)


def page_layout() -> QPageLayout:
    """A3 landscape without margins: the frames keep their own."""
    return QPageLayout(
        QPageSize(QSizeF(297, 420), QPageSize.Unit.Millimeter, "A3"),
        QPageLayout.Orientation.Landscape,
        QMarginsF(0, 0, 0, 0),
    )


def write_pdf(
    path: Path, book: Book, painter_of: SheetPainter, title: str, progress: Progress = silent
) -> None:
    """Write all pages as one vector PDF with embedded fonts.

    Written beside and moved into place, so that a file already there is never half overwritten.
    Raises `NotWritten`.
    """
    part = path.with_name(path.name + ".part")
    file = QFile(str(part))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise NotWritten(path=str(path), detail=file.errorString())
    writer = QPdfWriter(file)
    writer.setPageLayout(page_layout())
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(title)
    writer.setCreator("Preplan Desk")
    painter = QPainter(writer)
    try:
        paint_book(painter, writer, book, painter_of, progress)
        painter.end()
        file.close()
        if file.error() != QFile.FileError.NoError:  # the disk is full, for one
            raise NotWritten(path=str(path), detail=file.errorString())
        part.replace(path)
    except OSError as error:
        raise NotWritten(path=str(path), detail=str(error)) from error
    finally:
        if painter.isActive():
            painter.end()
        file.close()
        part.unlink(missing_ok=True)


def print_book(
    printer: QPrinter, book: Book, painter_of: SheetPainter, progress: Progress = silent
) -> bool:
    """Print at the printer's own resolution, A3 made to fit its paper; whether it took them.

    The printer's page range is kept; without one every page is printed.
    """
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    first, last = printer.fromPage() or 1, printer.toPage() or painter_of.page_count(book)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        page = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
        share = min(page.width() / PAGE_MM[0], page.height() / PAGE_MM[1])
        painter.scale(share, share)
        paint_book(painter, printer, book, painter_of, progress, range(first - 1, last))
    finally:
        done = painter.end()
    return done


def paint_book(
    painter: QPainter,
    device: QPagedPaintDevice,
    book: Book,
    painter_of: SheetPainter,
    progress: Progress = silent,
    numbers: Sequence[int] = (),
) -> None:
    """Paint pages on a paged device: those `numbers` (from 0), else every one."""
    numbers = numbers or range(painter_of.page_count(book))
    for at, number in enumerate(numbers):
        progress(at, len(numbers), "step.sheet")
        if at:
            device.newPage()
        painter_of.paint(painter, book, number)
    progress(len(numbers), len(numbers), "step.sheet")
