"""Tests of the column of floor names beside a section."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.docks.sectionlabels import LEAST_PX, column_px, draw_label

LONG = "01 eerste verdieping met zeer lange naam"


def test_the_column_fits_the_names_up_to_a_share_of_the_width(qtbot: QtBot) -> None:
    assert column_px(["1F", "B1"], 11, 300) == LEAST_PX
    assert column_px([], 11, 300) == LEAST_PX
    assert LEAST_PX < column_px(["Erdgeschoss"], 11, 300) < 108
    assert column_px([LONG], 11, 300) == 108
    assert column_px([LONG], 11, 100) == LEAST_PX


def test_a_long_name_begins_in_sight_and_stays_in_its_column(qtbot: QtBot) -> None:
    image = QImage(300, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_label(painter, 20, 108, LONG)
    painter.end()
    inked = [x for x in range(300) for y in range(40) if image.pixelColor(x, y).lightness() < 128]
    assert inked
    assert min(inked) < 12
    assert max(inked) <= 98
