"""A plan on paper: to scale, inside its frame, with sizes of its own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from PySide6.QtGui import QImage, QPainter

from desktop.canvas.look import PlanLook
from desktop.canvas.scene import Scene
from desktop.sheets.paper import PX_MM, Paper, middle, rect_of
from plans.drawing.marks import Mark, Pass
from plans.drawing.sheet import FLOOR_PLAN, Frame


def drawn(look: PlanLook, scene: Scene, frame: Frame, scale: int) -> np.ndarray:
    image = QImage(600, 500, QImage.Format.Format_RGB888)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    Paper(look).plan(painter, scene, frame, (0.0, 0.0), scale, 0.0, ground=False)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(500, image.bytesPerLine())
    return rows[:, :1800].reshape(500, 600, 3).copy()


def column(size_m: float) -> Scene:
    half = size_m / 2
    shape = shapely.box(-half, -half, half, half)
    return Scene([Mark(owner="c", order=Pass.COLUMN, paint="fill", role="column", shape=shape)])


@pytest.mark.parametrize(("size_m", "scale"), [(10.0, 200), (5.0, 50)])
def test_to_scale(plan_look: PlanLook, size_m: float, scale: int) -> None:
    pixels = drawn(plan_look, column(size_m), Frame(5, 5, 140, 110), scale)
    ink = plan_look.theme.color("column")
    row = pixels[round((5 + 55 + 8) / PX_MM)]
    dark = np.flatnonzero((row == [ink.red(), ink.green(), ink.blue()]).all(axis=1))
    on_paper_mm = (dark[-1] - dark[0] + 1) * PX_MM
    assert on_paper_mm == pytest.approx(size_m * 1000 / scale, abs=0.6)


def test_nothing_leaves_the_frame(plan_look: PlanLook) -> None:
    frame = Frame(20, 20, 60, 50)
    pixels = drawn(plan_look, column(500.0), frame, 100)
    rect = rect_of(frame).toAlignedRect().adjusted(-2, -2, 2, 2)
    outside = np.ones((500, 600), bool)
    outside[rect.top() : rect.bottom() + 1, rect.left() : rect.right() + 1] = False
    assert (pixels[outside] == 255).all()


def test_paper_keeps_its_own_sizes(plan_look: PlanLook) -> None:
    large = replace(plan_look, text_scale=1.5, symbol_scale=1.5, dpr=2.0)
    assert Paper(large).look == Paper(plan_look).look


@pytest.mark.parametrize(("x_m", "shown"), [(0.0, True), (11.6, False)])
def test_no_text_is_cut_by_the_frame(plan_look: PlanLook, x_m: float, shown: bool) -> None:
    text = Mark(
        owner="t", order=Pass.TEXT, paint="text", role="text.note", text="Assembly point",
        shape=shapely.Point(x_m, 0.0),
    )  # fmt: skip
    image = QImage(600, 500, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    frame = Frame(5, 5, 120, 100)  # 24 m wide at 1:200
    made = Paper(plan_look).plan(
        painter, Scene([text, *column(2.0).ground]), frame, (0.0, 0.0), 200, 0.0, ground=False
    )
    painter.end()
    assert any(note.mark.owner == "t" for note in made.notes) is shown
    assert ("t" in made.owners) is shown
    assert "c" in made.owners


def test_frames_in_pixels() -> None:
    rect = rect_of(FLOOR_PLAN)
    assert rect.width() * PX_MM == pytest.approx(FLOOR_PLAN.width)
    assert middle((0, 0, 4, 2)) == (2, 1)
