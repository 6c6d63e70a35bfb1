"""The line under a picture: what it says, and that it fits."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.commands.caption import BAND_PX, DOTS_PER_M, band_px, draw_caption, facts_line
from desktop.support.theme import load_theme

DAY = dt.date(2026, 1, 31)


@pytest.mark.parametrize(
    ("scale", "language", "invented", "said"),
    [
        (DOTS_PER_M / 250, "en", False, "1:250 at 96 dpi · 2026-01-31"),
        (DOTS_PER_M / 183.4, "zh", False, "1:183（96 dpi） · 2026-01-31"),
        (DOTS_PER_M / 12340, "en", False, "1:12300 at 96 dpi · 2026-01-31"),
        (None, "en", True, "2026-01-31 · invented sample data"),
    ],
)
def test_facts(scale: float | None, language: str, invented: bool, said: str) -> None:
    assert facts_line(scale, DAY, language, invented=invented) == said


def test_a_thumbnail_has_none() -> None:
    assert band_px(1600, 1000) == BAND_PX
    assert band_px(64, 64) == band_px(1600, 100) == band_px(100, 1600) == 0


@pytest.mark.parametrize("name", ["day", "night"])
def test_a_long_title_leaves_the_facts_alone(qapp: object, name: str) -> None:
    theme = load_theme(name)

    def right_part(title: str) -> QImage:
        image = QImage(400, BAND_PX, QImage.Format.Format_RGB32)
        image.fill(QColor("magenta"))
        painter = QPainter(image)
        draw_caption(painter, QRectF(image.rect()), title, "1:250 · 2026-01-31", theme)
        painter.end()
        return image.copy(270, 0, 130, BAND_PX)

    assert right_part("示例" * 40) == right_part("示例")
