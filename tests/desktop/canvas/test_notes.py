"""Placed notes are drawn at their size: symbols, dots and texts with their halo."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import shapely
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.canvas.camera import Camera
from desktop.canvas.look import PlanLook
from desktop.canvas.notes import Note, NotePainter, draw_dot
from desktop.canvas.placer import Placer
from desktop.canvas.scene import Scene
from desktop.canvas.styles import Styles
from desktop.support.symbols import SymbolPainter
from plans.drawing.marks import Mark, Pass

CAMERA = Camera(px_per_m=10, width=200, height=120)
Drawn = Callable[..., np.ndarray]


def text(words: str, role: str = "text.note") -> Mark:
    return Mark(
        owner="t", order=Pass.TEXT, paint="text", role=role, text=words, shape=shapely.Point(0, 0)
    )


def symbol(name: str = "aed") -> Mark:
    return Mark(
        owner="s", order=Pass.SYMBOL, paint="symbol", role="fire", symbol=name,
        shape=shapely.Point(0, 0),
    )  # fmt: skip


@pytest.fixture
def drawn(plan_look: PlanLook, as_array: Callable[[QImage], np.ndarray]) -> Drawn:
    def draw(*notes: Note, dpr: float = 1.0) -> np.ndarray:
        image = QImage(200, 120, QImage.Format.Format_RGB32)
        image.fill(0xFF808080)
        painter = QPainter(image)
        styles = Styles(plan_look.theme, plan_look.catalog)
        drawer = NotePainter(styles, SymbolPainter(plan_look.theme), plan_look.family, dpr)
        drawer.draw(painter, list(notes), CAMERA)
        painter.end()
        return as_array(image)

    return draw


def inked(pixels: np.ndarray) -> tuple[int, int]:
    """Width and height of what is drawn on the grey."""
    there = np.argwhere((pixels != 128).any(axis=2))
    height, width = there.max(axis=0) - there.min(axis=0) + 1
    return int(width), int(height)


def test_a_symbol_is_as_large_as_placed_and_a_dot_is_small(drawn: Drawn) -> None:
    width, height = inked(drawn(Note(symbol(), 0, 0, 24)))
    assert 18 <= width <= 25
    assert 18 <= height <= 25
    assert max(inked(drawn(Note(symbol(), 0, 0, 24, dot=True)))) <= 9
    assert max(inked(drawn(Note(symbol(""), 0, 0, 24)))) <= 9


def test_a_text_has_a_halo(drawn: Drawn, plan_look: PlanLook) -> None:
    pixels = drawn(Note(text("消防"), 0, 0, 14, ("消防",)))
    halo, ink = plan_look.theme.color("halo"), plan_look.theme.color("ink_dim")
    assert (pixels == [halo.red(), halo.green(), halo.blue()]).all(axis=2).sum() > 60
    assert (
        (np.abs(pixels.astype(int) - [ink.red(), ink.green(), ink.blue()]) < 30).all(axis=2).any()
    )


def test_a_turned_text_is_turned(drawn: Drawn) -> None:
    flat = inked(drawn(Note(text("示例大道"), 0, 0, 14, ("示例大道",))))
    upright = inked(drawn(Note(text("示例大道"), 0, 0, 14, ("示例大道",), turn_deg=90)))
    assert abs(flat[0] - upright[1]) <= 2
    assert flat[0] > 2 * flat[1]


def test_the_most_important_is_drawn_last(drawn: Drawn, plan_look: PlanLook) -> None:
    over = drawn(Note(symbol(), 0, 0, 24), Note(symbol("standpipe"), 0, 0, 24))
    under = drawn(Note(symbol("standpipe"), 0, 0, 24), Note(symbol(), 0, 0, 24))
    assert (over != under).any()


def test_a_dense_screen_takes_the_same_room(drawn: Drawn) -> None:
    note = Note(text("消防"), 0, 0, 14, ("消防",))
    sizes = [inked(drawn(note, dpr=dpr)) for dpr in (1.0, 2.0)]
    assert np.abs(np.subtract(*sizes)).max() <= 2


def test_a_dot(as_array: Callable[[QImage], np.ndarray]) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(0xFF808080)
    painter = QPainter(image)
    draw_dot(painter, QPointF(20, 20), QColor("#c4241f"), QColor("#ffffff"))
    painter.end()
    assert as_array(image)[20, 20].tolist() == [0xC4, 0x24, 0x1F]


@pytest.mark.parametrize(
    "words", ["<img src=x>", "\x00\x07\u202e\ufeff", "", "很" * 10_000, "مخرج"]
)
def test_strange_texts_are_placed_and_drawn(drawn: Drawn, plan_look: PlanLook, words: str) -> None:
    styles = Styles(plan_look.theme, plan_look.catalog)
    placer = Placer(styles, plan_look.family, 24, 1)
    notes = placer.place(Scene([text(words)]), CAMERA, frozenset())
    assert drawn(*notes).shape == (120, 200, 3)
