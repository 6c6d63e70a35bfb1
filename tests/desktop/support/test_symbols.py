"""Plan symbols take the theme's colours, as pixels and as vectors."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.support.symbols import SymbolPainter
from desktop.support.theme import load_theme

pytestmark = pytest.mark.usefixtures("qapp")

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10">
<rect width="10" height="10" fill="currentColor"/><rect x="10" width="10" height="10" fill="#000"/>
<rect x="20" width="10" height="10" fill="#FFFFFF"/></svg>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "three.svg").write_text(SVG, encoding="utf-8")
    return tmp_path


def colors(image: QImage) -> list[str]:
    y = image.height() // 2
    return [image.pixelColor(image.width() * at // 6, y).name() for at in (1, 3, 5)]


def test_role_ink_and_paper(folder: Path) -> None:
    day, night = load_theme("day"), load_theme("night")
    painter = SymbolPainter(day, folder)
    by_day = colors(painter.pixmap("three", 30, "fire").toImage())
    assert by_day == [day.hex("fire"), day.hex("ink"), day.hex("paper")]
    painter.theme = night
    by_night = colors(painter.pixmap("three", 30, "fire").toImage())
    assert by_night == [night.hex("fire"), night.hex("ink"), night.hex("paper")]


def test_explicit_color_and_density(folder: Path) -> None:
    painter = SymbolPainter(load_theme("day"), folder)
    drawn = painter.pixmap("three", 30, "#123456", 2.0)
    assert drawn.width() == 60
    assert colors(drawn.toImage())[0] == "#123456"
    assert painter.pixmap("three", 30, "#123456", 2.0) is drawn


def test_print_is_day_even_at_night(folder: Path) -> None:
    day = load_theme("day")
    image = QImage(30, 30, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    SymbolPainter(load_theme("night"), folder).render(
        painter, "three", QRectF(0, 0, 30, 30), "water", day
    )
    painter.end()
    assert colors(image) == [day.hex("water"), day.hex("ink"), day.hex("paper")]


def test_unknown_symbol_is_an_error(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        SymbolPainter(load_theme("day"), folder).pixmap("none", 16, "fire")
