"""Letters on a plan: a style for each role, paths about the origin."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.canvas.lettering import font_of, paint_text, text_path, text_style
from desktop.canvas.look import PlanLook


def test_a_label_takes_the_colour_of_its_kind() -> None:
    assert text_style("text.water").token == "water"
    assert text_style("text.planned").bold


@pytest.mark.parametrize(("px", "size"), [(11.4, 11), (0.2, 1)])
def test_fonts_have_whole_pixels(plan_look: PlanLook, px: float, size: int) -> None:
    font = font_of(plan_look.family, px, True)
    assert (font.pixelSize(), font.bold(), font.family()) == (size, True, plan_look.family)


def test_lines_stand_centred_about_the_origin(plan_look: PlanLook) -> None:
    rect = text_path(("国国国国", "国国"), font_of(plan_look.family, 20, False)).boundingRect()
    assert rect.center().x() == pytest.approx(0, abs=1.5)
    assert rect.center().y() == pytest.approx(0, abs=3)
    assert rect.height() > 30


def test_a_halo_lies_under_the_text(plan_look: PlanLook) -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(0xFF808080)
    painter = QPainter(image)
    painter.translate(30, 20)
    path = text_path(("国",), font_of(plan_look.family, 24, False))
    paint_text(painter, path, QColor("#000000"), QColor("#ffffff"), 4)
    painter.end()
    seen = {image.pixelColor(x, y).name() for x in range(60) for y in range(40)}
    assert {"#000000", "#ffffff", "#808080"} <= seen
