"""Tests of letters put together to texts."""

from __future__ import annotations

import pytest

from plans.importing.pdf_texts import Piece, joined, readable


def piece(text: str, x: float, y: float = 0.0, *, width: float = 5.0, height: float = 7.0,
          layer: int = 0, angle_deg: float = 0.0) -> Piece:  # fmt: skip
    return Piece(text=text, x=x, y=y, height=height, width=width, layer=layer, angle_deg=angle_deg)


@pytest.mark.parametrize(
    ("pieces", "texts"),
    [
        ([piece("楼", 0), piece("梯", 5)], ["楼梯"]),
        ([piece("Stair", 0, width=20), piece("B", 24)], ["Stair B"]),
        ([piece("A", 0), piece("B", 40)], ["A", "B"]),
        ([piece("A", 0), piece("B", 5, y=8)], ["A", "B"]),
        ([piece("A", 0), piece("B", 5, layer=1)], ["A", "B"]),
        ([piece("A", 0), piece("B", 5, height=14)], ["A", "B"]),
        ([piece("A", 0, angle_deg=90), piece("B", 0, y=5, angle_deg=90)], ["AB"]),
        ([piece("A", 50), piece("B", 0)], ["A", "B"]),
        ([], []),
    ],
)
def test_what_follows_on_a_line_is_one_text(pieces: list[Piece], texts: list[str]) -> None:
    assert [one.text for one in joined(pieces)] == texts


def test_the_width_grows_with_the_text() -> None:
    [one] = joined([piece("A", 10), piece("B", 15), piece("C", 20, width=9)])
    assert (one.x, one.width) == (10, 19)


def test_radicals_become_characters() -> None:
    assert readable("⽊⻔\x00\x07 B1") == "木⻔ B1"
