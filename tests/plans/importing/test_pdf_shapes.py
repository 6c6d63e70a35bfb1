"""Tests of strokes, fills and texts of a page."""

from __future__ import annotations

import numpy as np
import pypdfium2
import pytest

from plans.importing.pdf_shapes import PageShapes, linework_of
from plans.model.linework import Linework
from tests.plans.importing.pages import pdf


def shapes(
    content: str, crop: tuple[float, float, float, float] | None = None, **page: object
) -> PageShapes:
    document = pypdfium2.PdfDocument(pdf(content, **page))  # type: ignore[arg-type]
    return PageShapes(document[0], crop)


def work(content: str, **page: object) -> Linework:
    return linework_of(shapes(content, **page), lambda name: "walls" if name == "WALL" else "other")  # type: ignore[arg-type]


def test_a_closed_path_ends_where_it_began() -> None:
    drawn = work("10 10 m 60 10 l 60 40 l h S")
    assert drawn.segments.tolist() == [[10, 10, 60, 10], [60, 10, 60, 40], [60, 40, 10, 10]]


def test_curves_are_flattened() -> None:
    """A quarter circle of 100 points' radius as a cubic curve."""
    drawn = work("100 0 m 100 55.23 55.23 100 0 100 c S")
    ends = drawn.segments[:, 2:]
    assert len(ends) > 20
    assert np.hypot(ends[:, 0], ends[:, 1]) == pytest.approx(100, abs=0.1)


def test_matrices_and_forms_of_the_page_add_up() -> None:
    drawn = work("q 2 0 0 2 5 7 cm 0 0 m 10 0 l S Q")
    assert drawn.segments.tolist() == [[5, 7, 25, 7]]


@pytest.mark.parametrize(
    ("rotate", "end"),
    [(0, (10, 20)), (90, (20, 290)), (180, (190, 280)), (270, (280, 10))],
)
def test_a_turned_page_lies_as_it_is_read(rotate: int, end: tuple[float, float]) -> None:
    """A page of 200 x 300 whose lower left is (50, 60) of the file's space."""
    drawn = work("50 60 m 60 80 l S", box=(50, 60, 250, 360), rotate=rotate)
    if rotate == 90:
        end = (20, 200 - 10)
    elif rotate == 270:
        end = (300 - 20, 10)
    assert drawn.segments[0, 2:].tolist() == pytest.approx(end)


def test_white_paper_is_no_fill() -> None:
    drawn = work("1 1 1 rg 0 0 500 500 re f 0 0 0 rg 10 10 20 20 re f")
    [(_, ring)] = list(drawn.rings())
    assert (ring.min(axis=0).tolist(), ring.max(axis=0).tolist()) == ([10, 10], [30, 30])


def test_invisible_paths_are_none() -> None:
    assert shapes("0 0 100 100 re n").lines == 0


def test_layers_are_groups_else_pens() -> None:
    drawn = work(
        "/OC /G BDC 0 0 m 10 0 l S EMC 2 w 1 0 0 RG 0 5 m 10 5 l S 0.2 w 0 0 1 RG 0 9 m 10 9 l S",
        group="WALL",
    )
    assert [(layer.name, layer.role) for layer in drawn.layers] == [
        ("WALL", "walls"), ("#ff0000 2.00 pt", "outline"), ("#0000ff 0.20 pt", "other"),
    ]  # fmt: skip
    assert drawn.segment_layers.tolist() == [0, 1, 2]


def test_texts_have_their_place_height_and_turn() -> None:
    drawn = work("BT /F 20 Tf 0 1 -1 0 100 200 Tm (STAIR 1) Tj ET")
    [text] = drawn.texts
    assert (text.text, text.x, text.y) == ("STAIR 1", 100, 200)
    assert text.height == pytest.approx(14.4)
    assert text.angle_deg == pytest.approx(90)


def test_letters_by_themselves_become_a_text() -> None:
    letters = "".join(
        f"BT /F 10 Tf {100 + 6 * at} 50 Td ({c}) Tj ET " for at, c in enumerate("ROOM")
    )
    [text] = work(letters).texts
    assert text.text == "ROOM"


def test_a_crop_cuts_lines_and_fills() -> None:
    """The left half of a page 595 wide."""
    crop = (0.0, 0.0, 0.5, 1.0)
    half = shapes("100 100 m 500 100 l S 0 0 0 rg 200 200 300 50 re f 400 10 m 500 10 l S", crop)
    segments, _ = half.segments()
    assert segments.tolist() == [[100, 100, 297.5, 100]]
    [(_, ring)] = half.rings()
    assert ring[:, 0].max() == 297.5


def test_absurd_numbers_are_left_out() -> None:
    drawn = work("1e30 0 m 1e38 1e38 l S 1 0 0 1 1e30 0 cm 10 10 m 20 20 l S")
    assert np.isfinite(drawn.segments).all()
