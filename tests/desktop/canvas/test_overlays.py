"""Scale bar and north arrow tell the truth; highlights follow the form."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.canvas.camera import Camera
from desktop.canvas.lettering import font_of
from desktop.canvas.look import PlanLook
from desktop.canvas.overlays import (
    Furniture,
    draw_highlight,
    draw_north,
    draw_scale_bar,
    nice_length_m,
)
from desktop.canvas.styles import Styles
from plans.model.feature import Feature
from plans.model.ids import FeatureId, FloorId

AsArray = Callable[[QImage], np.ndarray]


@pytest.fixture
def styles(plan_look: PlanLook) -> Styles:
    return Styles(plan_look.theme, plan_look.catalog)


def blank(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    return image


@given(st.floats(1e-3, 1e7))
def test_nice_lengths(limit: float) -> None:
    length = nice_length_m(limit)
    assert limit / 2.5 <= length <= limit * 1.000001
    lead = length / 10 ** math.floor(math.log10(length) + 1e-9)
    assert min(abs(lead - nice) for nice in (1, 2, 5)) < 1e-6


@pytest.mark.parametrize("px_per_m", [0.02, 0.7, 3.3, 47.0])
def test_the_bar_is_as_long_as_it_says(
    plan_look: PlanLook, styles: Styles, as_array: AsArray, px_per_m: float
) -> None:
    image = blank(220, 46)
    painter = QPainter(image)
    font = font_of(plan_look.family, 11, False)
    draw_scale_bar(painter, QPointF(16, 32), px_per_m, styles, font)
    painter.end()
    bar = np.flatnonzero(as_array(image)[31].mean(axis=1) < 128)
    assert bar[-1] - bar[0] == pytest.approx(nice_length_m(140 / px_per_m) * px_per_m, abs=2)


@pytest.mark.parametrize(("north", "dx", "dy"), [(0, 0, -1), (90, -1, 0), (180, 0, 1), (-90, 1, 0)])
def test_the_needle_points_north(
    plan_look: PlanLook, styles: Styles, as_array: AsArray, north: float, dx: int, dy: int
) -> None:
    image = blank(68, 68)
    painter = QPainter(image)
    draw_north(painter, QPointF(34, 34), north, styles, font_of(plan_look.family, 11, False))
    painter.end()
    dark = np.argwhere(as_array(image).mean(axis=2) < 90) - 33.5
    outside = dark[np.hypot(*dark.T) > 12]  # the letter N
    mean_y, mean_x = outside.mean(axis=0)
    assert (mean_x * dx + mean_y * dy) / math.hypot(mean_x, mean_y) > 0.9


@pytest.mark.parametrize(
    "shape", [shapely.Point(5, 5), shapely.LineString([(1, 1), (9, 9)]), shapely.box(2, 2, 8, 8)]
)
def test_a_strong_highlight_shows_more_than_a_weak_one(
    as_array: AsArray, shape: shapely.Geometry
) -> None:
    feature = Feature(id=FeatureId("f"), place=FloorId("p"), kind="room", shape=shape)
    camera = Camera(x_m=5, y_m=5, px_per_m=10, width=120, height=120)
    inked = []
    for strong in (False, True):
        image = blank(120, 120)
        painter = QPainter(image)
        draw_highlight(painter, feature, camera, QColor("#2b4ec2"), 24, strong)
        painter.end()
        inked.append(int((255 - as_array(image).astype(int)).sum()))
    assert 0 < inked[0] < inked[1]


def test_furniture_is_drawn_again_only_when_it_changes(
    plan_look: PlanLook, styles: Styles, as_array: AsArray
) -> None:
    furniture = Furniture(styles, plan_look)

    def drawn(camera: Camera, north: float) -> np.ndarray:
        image = blank(camera.width, camera.height)
        painter = QPainter(image)
        furniture.draw(painter, camera, north)
        painter.end()
        return as_array(image)

    camera = Camera(px_per_m=5, width=400, height=300)
    first = drawn(camera, 0)
    kept = furniture._bar
    assert (drawn(camera.panned(50, 50), 0) == first).all()
    assert furniture._bar is kept
    assert (drawn(camera.zoomed(1.7), 0) != first).any()
    assert (drawn(camera, 45) != first).any()
