"""Ground marks onto a painter: fills, lines, bands, hatches, in the roles' colours."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import shapely
from PySide6.QtGui import QImage, QPainter, QTransform

from desktop.canvas.look import PlanLook
from desktop.canvas.painting import GroundPainter
from desktop.canvas.scene import Scene
from desktop.canvas.styles import Styles
from plans.drawing.marks import Mark, Pass

Painted = Callable[..., np.ndarray]


def mark(role: str, shape: shapely.Geometry, paint: str = "fill", **more: object) -> Mark:
    return Mark(owner="f", order=Pass.ROOM, paint=paint, role=role, shape=shape, **more)  # type: ignore[arg-type]


@pytest.fixture
def painted(plan_look: PlanLook, as_array: Callable[[QImage], np.ndarray]) -> Painted:
    """Marks at 10 px a metre on 100 × 100 white pixels, y up from the lower edge."""
    styles = Styles(plan_look.theme, plan_look.catalog)

    def paint(
        *marks: Mark, hidden: frozenset[str] = frozenset(), every: int = 8, line_scale: float = 1.0
    ) -> np.ndarray:
        scene = Scene(marks)
        image = QImage(100, 100, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        ground = GroundPainter(scene, styles, line_scale)
        stops = ground.paint(
            painter, QTransform(10, 0, 0, -10, 0, 100), range(len(scene.ground)), 10.0, hidden, every
        )  # fmt: skip
        for _ in stops:
            painter.resetTransform()
        painter.end()
        return as_array(image)

    return paint


def rgb(look: PlanLook, role: str) -> list[int]:
    color = look.theme.color(role)
    return [color.red(), color.green(), color.blue()]


def test_a_fill_has_its_colour_and_its_hole(painted: Painted, plan_look: PlanLook) -> None:
    ring = shapely.box(1, 1, 9, 9) - shapely.box(4, 4, 6, 6)
    pixels = painted(mark("room", ring))
    assert pixels[20, 20].tolist() == rgb(plan_look, "room")
    assert pixels[50, 50].tolist() == [255, 255, 255]
    assert pixels[5, 5].tolist() == [255, 255, 255]


def test_a_band_is_as_wide_on_the_ground_as_it_says(painted: Painted, plan_look: PlanLook) -> None:
    pixels = painted(
        mark("water_body", shapely.LineString([(-5, 5), (15, 5)]), "band", width_m=4.0)
    )
    wet = (pixels[:, 50] == rgb(plan_look, "water_body")).all(axis=1)
    assert wet.sum() == 40
    assert wet[30:70].all()


def test_hidden_layers_and_scales_out_of_range_are_left_out(painted: Painted) -> None:
    box = shapely.box(1, 1, 9, 9)
    blank = painted()
    assert (
        painted(mark("wall", box, layer="structure"), hidden=frozenset({"structure"})) == blank
    ).all()
    assert (painted(mark("wall", box, zoom=(20.0, 0.0))) == blank).all()
    assert (
        painted(mark("wall", box, layer="structure"), hidden=frozenset({"site"})) != blank
    ).any()


def test_stopping_often_changes_nothing(painted: Painted) -> None:
    marks = [
        *(mark("room", shapely.box(x, 0, x + 1, 9)) for x in range(5)),
        mark("aerial_site", shapely.box(2, 2, 8, 8)),
        *(mark("partition", shapely.box(x, 3, x + 0.2, 6)) for x in range(5)),
        mark("road", shapely.LineString([(0, 1), (9, 8)]), "band", width_m=0.5),
        mark("escape_route", shapely.LineString([(0, 9), (9, 9)]), "line"),
    ]
    assert (painted(*marks, every=1) == painted(*marks, every=1000)).all()


def test_a_hatch_stays_inside(painted: Painted) -> None:
    pixels = painted(mark("void_below", shapely.box(3, 3, 7, 7)))
    inside, outside = pixels[34:66, 34:66], np.delete(pixels, np.s_[27:73], axis=0)
    assert len(np.unique(inside.reshape(-1, 3), axis=0)) == 2
    assert (outside == 255).all()


def test_paper_gets_finer_lines(painted: Painted) -> None:
    line = mark("escape_route", shapely.LineString([(0, 5), (10, 5)]), "line")
    inked = [int((painted(line, line_scale=scale) < 200).any(axis=2).sum()) for scale in (1, 3)]
    assert inked[1] > 2 * inked[0]
