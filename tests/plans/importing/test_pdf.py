"""Tests of PDF pages: vectors kept, else pictures; scales that are written; broken ones told."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from plans.errors import InputError
from plans.importing.asked import Asked, Limits, Reader
from plans.importing.parsed import DrawingRow, Parsed, PictureRow
from plans.importing.pdf import POINT_M, read
from plans.importing.rules import Rules
from plans.model import pyramid
from plans.model.catalog import Catalog
from plans.model.linework import decoded
from tests.plans.importing.pages import lines, pdf

Read = Callable[..., Parsed]


@pytest.fixture
def paged(catalog: Catalog, rules: Rules, catalog_folder: Path, tmp_path: Path) -> Read:
    reader = Reader(catalog, rules, Limits(), catalog_folder)

    def made(data: bytes, **asked: object) -> Parsed:
        path = tmp_path / "平面图.pdf"
        path.write_bytes(data)
        return read(path, Asked(path=str(path), **asked), reader)  # type: ignore[arg-type]

    return made


def test_vectors_stay_vectors(paged: Read) -> None:
    parsed = paged(pdf(lines(200)), measure=(100, 700, 400, 700, 30))
    [row] = parsed.rows
    assert isinstance(row, DrawingRow)
    drawn = decoded(row.linework)
    assert len(drawn.segments) == 200
    assert drawn.bounds() == pytest.approx((100, 100, 400, 299))
    assert (row.metres, row.width_m) == (pytest.approx(0.1), pytest.approx(30))
    assert parsed.seen.unit_m == pytest.approx(0.1)


def test_a_page_without_lines_is_a_picture(paged: Read) -> None:
    [row] = paged(pdf("0 0 1 rg 100 100 200 300 re f"), measure=(0, 0, 100, 0, 10)).rows
    assert isinstance(row, PictureRow)
    picture = pyramid.decoded(row.pyramid)
    assert (picture.width, picture.height) == (row.width_px, row.height_px)
    assert row.width_px * row.pixel == pytest.approx(595, abs=1)
    assert row.metres == pytest.approx(0.1)  # of a point, not of a pixel


def test_a_written_scale_is_taken_and_asked_about(paged: Read) -> None:
    text = "BT /F 12 Tf 100 50 Td (Ground floor plan 1:100) Tj ET"
    parsed = paged(pdf(lines(200) + "\n" + text))
    [row] = parsed.rows
    assert isinstance(row, DrawingRow)
    assert row.metres == pytest.approx(POINT_M * 100)
    assert [(q.about, q.text) for q in parsed.questions] == [("paper_scale", "1:100")]


@pytest.mark.parametrize("text", ["1:100 and 1:50", "at 11:45:30", "ratio 1:7", "21:100"])
def test_what_is_no_one_scale_is_not_taken(paged: Read, text: str) -> None:
    parsed = paged(pdf(lines(200) + f"\nBT /F 12 Tf 100 50 Td ({text}) Tj ET"))
    assert (parsed.rows[0].metres, parsed.questions) == (0.0, ())  # type: ignore[union-attr]


def test_the_page_that_is_asked_for(paged: Read) -> None:
    data = pdf(lines(150), lines(300))
    [row] = paged(data, page=2).rows
    assert isinstance(row, DrawingRow)
    assert (row.name, row.page, row.pages) == ("平面图.pdf · 2", 2, 2)
    assert len(decoded(row.linework).segments) == 300
    with pytest.raises(InputError) as caught:
        paged(data, page=3)
    assert (caught.value.facts["reason"], caught.value.facts["text"]) == ("no_page", "3 / 2")


def test_a_crop_keeps_its_part_in_place(paged: Read) -> None:
    [row] = paged(pdf(lines(200)), crop=(0.0, 0.0, 0.5, 1.0)).rows
    assert isinstance(row, DrawingRow)
    assert decoded(row.linework).bounds() == pytest.approx((100, 100, 297.5, 299))


@pytest.mark.fault
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 no pdf at all", "not_a_pdf"),
        (b"%PDF-1.7\n", "cut_off"),
        (b"", "empty"),
        (pdf(), "cut_off"),
    ],
)
def test_what_is_no_pdf_is_told(paged: Read, data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        paged(data)
    assert caught.value.facts["reason"] == reason


@pytest.mark.fault
def test_torn_pages_end_in_a_result_or_a_sentence(paged: Read) -> None:
    whole = pdf(lines(60) + "\nBT /F 12 Tf 100 50 Td (1:100) Tj ET", group="WALL")
    dice = random.Random(7)
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 12)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            paged(bytes(data[: dice.randint(10, len(data))]))
        except InputError as error:
            assert error.facts["reason"]
