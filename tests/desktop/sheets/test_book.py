"""The sheets as a PDF: pages, sizes, words, fonts; and a file that cannot be written."""

from __future__ import annotations

import re
import sys
import unicodedata
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.canvas.look import PlanLook
from desktop.sheets.book import Book, SheetPainter, print_book, read_book, write_pdf
from desktop.support.look import Look
from plans.binder import Binder
from plans.errors import NotWritten
from plans.model.building import Building
from plans.model.catalog import Catalog
from plans.model.change import added
from plans.model.fact import Fact

OpenPdf = Callable[[Path], Any]


@pytest.fixture
def pdf(book: Book, painter_of: SheetPainter, tmp_path: Path, look: Look) -> Path:
    assert look.language == "en"
    path = tmp_path / "sheets.pdf"
    write_pdf(path, book, painter_of, "Sample House")
    return path


def words(document: Any, page: int) -> str:
    """The page's text. Qt names a glyph by its first code point, so 示 comes as the radical ⽰."""
    text = unicodedata.normalize("NFKC", document.getAllText(page).text())
    return re.sub(r"\s+", " ", text)


def test_a_page_for_the_building_and_one_for_each_distinct_floor(
    book: Book, painter_of: SheetPainter, pdf: Path, open_pdf: OpenPdf
) -> None:
    labels = [sheet.page.label for sheet in book.pages]
    assert labels == ["1F", "2F–4F"]  # nothing is drawn on 5F
    document = open_pdf(pdf)
    assert document.pageCount() == painter_of.page_count(book) == 3


def test_every_page_is_a3_landscape(pdf: Path, open_pdf: OpenPdf) -> None:
    document = open_pdf(pdf)
    for page in range(document.pageCount()):
        size = document.pagePointSize(page)
        assert (size.width() / 72 * 25.4, size.height() / 72 * 25.4) == pytest.approx(
            (420, 297), abs=0.3
        )


def test_every_page_says_what_it_is(pdf: Path, open_pdf: OpenPdf) -> None:
    document = open_pdf(pdf)
    for page in range(3):
        text = words(document, page)
        assert "Sample House" in text
        assert "S-1" in text
        assert f"{page + 1} / 3" in text
        assert "2026-09-02" in text
        assert "2026-05-01" in text
        assert re.search(r"1:\d+", text)
        assert re.search(r"\b\d+ m\b", text)  # the scale bar
        assert "Legend" in text
    assert "1F" in words(document, 1)
    assert re.search("2F.4F", words(document, 2))
    assert "3 floor" in words(document, 2)
    assert "Office" in words(document, 1)


def test_chinese_can_be_searched(
    book: Book, plan_look: PlanLook, tmp_path: Path, open_pdf: OpenPdf
) -> None:
    import datetime as dt

    path = tmp_path / "zh.pdf"
    write_pdf(path, book, SheetPainter(plan_look, "zh", dt.date(2026, 9, 2)), "示例楼")
    document = open_pdf(path)
    assert "示例楼" in words(document, 0)
    assert "办公室" in words(document, 1)


def objects(path: Path) -> list[bytes]:
    return re.findall(rb"\d+ 0 obj(.*?)endobj", path.read_bytes(), re.DOTALL)


def test_plans_are_vectors_with_embedded_fonts(pdf: Path) -> None:
    found = objects(pdf)
    fonts = [one for one in found if b"/FontDescriptor" in one and b"/FontName" in one]
    assert fonts
    assert all(re.search(rb"/FontFile[23]?\b", one) for one in fonts)
    images = [one for one in found if b"/Subtype /Image" in one or b"/Subtype/Image" in one]
    sizes = [int(m.group(1)) for one in images if (m := re.search(rb"/Width (\d+)", one))]
    assert all(size <= 64 for size in sizes), sizes  # no raster but small patterns
    drawn = [zlib.decompress(m) for m in streams(pdf)]
    assert max(text.count(b" l\n") for text in drawn) > 200


def streams(path: Path) -> list[bytes]:
    found = []
    for one in objects(path):
        if b"FlateDecode" in one and b"/Subtype" not in one and b"/Length1" not in one:
            match = re.search(rb"stream\r?\n(.*?)\r?\nendstream", one, re.DOTALL)
            if match:
                try:
                    zlib.decompress(match.group(1))
                except zlib.error:
                    continue
                found.append(match.group(1))
    return found


def test_a_building_that_stands_nowhere(
    binder: Binder, painter_of: SheetPainter, tmp_path: Path, open_pdf: OpenPdf, make: Any
) -> None:
    bare = make.building("无图楼", placing=None)
    binder.drafting.commit(added("import", bare))
    path = tmp_path / "bare.pdf"
    write_pdf(path, read_book(binder, bare), painter_of, "x")
    document = open_pdf(path)
    assert document.pageCount() == 1
    assert "not placed" in words(document, 0)


@pytest.mark.parametrize("name", ["<img src=x>", "很" * 10_000, "\u202eمخرج", "a\x00\x07b"])
def test_strange_names_are_printed(
    stocked: Binder, house: Building, painter_of: SheetPainter, tmp_path: Path, name: str
) -> None:
    strange = msgspec.structs.replace(house, name=name, address=name, names=(), code="")
    path = tmp_path / "strange.pdf"
    write_pdf(path, read_book(stocked, strange), painter_of, name)
    assert path.stat().st_size > 10_000


def refused(path: Path, book: Book, painter_of: SheetPainter) -> None:
    with pytest.raises(NotWritten) as error:
        write_pdf(path, book, painter_of, "x")
    assert error.value.facts["path"] == str(path)
    assert error.value.detail


def test_no_such_folder(book: Book, painter_of: SheetPainter, tmp_path: Path) -> None:
    refused(tmp_path / "nowhere" / "a.pdf", book, painter_of)


def test_a_folder_in_its_place(book: Book, painter_of: SheetPainter, tmp_path: Path) -> None:
    (tmp_path / "a.pdf" / "kept").mkdir(parents=True)
    refused(tmp_path / "a.pdf", book, painter_of)
    assert [path.name for path in tmp_path.glob("a.pdf*")] == ["a.pdf"]
    assert (tmp_path / "a.pdf" / "kept").is_dir()


@pytest.mark.fault
@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_a_full_disk_leaves_the_old_sheets(
    book: Book, painter_of: SheetPainter, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"the old sheets")
    (tmp_path / "a.pdf.part").symlink_to("/dev/full")
    refused(path, book, painter_of)
    assert path.read_bytes() == b"the old sheets"
    assert [one.name for one in tmp_path.glob("a.pdf*")] == ["a.pdf"]


def test_stopping_leaves_the_old_sheets(
    book: Book, painter_of: SheetPainter, tmp_path: Path
) -> None:
    from plans.errors import Cancelled

    path = tmp_path / "a.pdf"
    path.write_bytes(b"the old sheets")

    def stop(done: int, total: int, step: str = "") -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pdf(path, book, painter_of, "x", stop)
    assert path.read_bytes() == b"the old sheets"
    assert [one.name for one in tmp_path.glob("a.pdf*")] == ["a.pdf"]


def picture_of(document: Any, page: int) -> np.ndarray:
    """The page in grey as float32, 0 paper to 1 ink, 1260 x 891."""
    seen = QImage(QSize(1260, 891), QImage.Format.Format_RGB32)
    seen.fill(Qt.GlobalColor.white)
    with QPainter(seen) as painter:
        painter.drawImage(0, 0, document.render(page, seen.size()))
    grey = seen.convertToFormat(QImage.Format.Format_Grayscale8)
    raw = np.frombuffer(grey.constBits(), np.uint8).reshape(891, grey.bytesPerLine())[:, :1260]
    return (1 - raw / 255).astype(np.float32)


def ink_of_squares(ink: np.ndarray, side: int = 21) -> np.ndarray:
    """Mean ink of each square of the page."""
    rows, columns = ink.shape[0] // side, ink.shape[1] // side
    cut = ink[: rows * side, : columns * side].reshape(rows, side, columns, side)
    mean: np.ndarray = cut.mean(axis=(1, 3))
    return mean


def test_nothing_stands_in_the_margins(
    stocked: Binder,
    house: Building,
    painter_of: SheetPainter,
    tmp_path: Path,
    open_pdf: OpenPdf,
    catalog: Catalog,
) -> None:
    rows = [row for row in catalog.facts_of("building") if row.weight > 0]
    facts = tuple(
        Fact(key=row.key, value=12 if row.type in ("integer", "number") else f"{row.en} " * 6)
        for row in rows
        if row.type in ("integer", "number", "text")
    )
    path = tmp_path / "full.pdf"
    full = msgspec.structs.replace(house, facts=facts)
    write_pdf(path, read_book(stocked, full), painter_of, "x")
    document = open_pdf(path)
    for page in range(document.pageCount()):
        ink = picture_of(document, page)  # 3 pixels a millimetre
        assert ink[:, : 9 * 3].max() < 0.1
        assert ink[:, 411 * 3 :].max() < 0.1
        assert ink[: 9 * 3].max() < 0.1


A3, A4 = QPageSize.PageSizeId.A3, QPageSize.PageSizeId.A4


@pytest.mark.parametrize(("dots_per_inch", "paper"), [(600, A3), (1200, A3), (600, A4)])
def test_any_printer_gets_the_pages_that_are_written(
    book: Book,
    painter_of: SheetPainter,
    pdf: Path,
    tmp_path: Path,
    open_pdf: OpenPdf,
    dots_per_inch: int,
    paper: QPageSize.PageSizeId,
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(dots_per_inch)
    printer.setPageSize(QPageSize(paper))
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_book(printer, book, painter_of)
    written, printed = open_pdf(pdf), open_pdf(tmp_path / "printed.pdf")
    assert printed.pageCount() == written.pageCount()
    for page in range(written.pageCount()):
        a, b = picture_of(written, page), picture_of(printed, page)
        assert b.mean() == pytest.approx(a.mean(), rel=0.02), page
        assert np.abs(ink_of_squares(a) - ink_of_squares(b)).max() < 0.04, page
