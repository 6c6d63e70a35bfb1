"""Tests of painting a picture beneath a floor."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage, QPainter

from desktop.canvas.camera import Camera
from desktop.canvas.pictureunderlay import PicturePainter
from plans.geometry.aligning import Matrix, scaled
from plans.importing.pictures import pyramid
from plans.model.pyramid import Pyramid

SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def picture(width: int = 1_200, height: int = 800) -> Pyramid:
    """White with its upper left quarter black."""
    image = Image.new("L", (width, height), 255)
    image.paste(0, (0, 0, width // 2, height // 2))
    return pyramid(image)


def painted(painter: PicturePainter, camera: Camera) -> np.ndarray:
    """Grey levels of a view on a mid-grey ground."""
    image = QImage(camera.width, camera.height, QImage.Format.Format_Grayscale8)
    image.fill(128)
    into = QPainter(image)
    for _ in painter.paint(into, camera.transform, camera.box(), camera.px_per_m):
        pass
    into.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(camera.height, -1)
    return pixels[:, : camera.width].copy()  # the image goes


def view(px_per_m: float, x: float, y: float) -> Camera:
    return Camera(x_m=x, y_m=y, px_per_m=px_per_m, width=200, height=200)


@pytest.mark.parametrize("px_per_m", [0.1, 0.16, 0.5, 1.0, 3.0])
def test_it_stands_upright_at_every_zoom(px_per_m: float) -> None:
    painter = PicturePainter(picture(), SAME, night=False)
    seen = painted(painter, view(px_per_m, 600, 400))
    assert seen[95, 95] < 20
    assert seen[95, 105] > 235
    assert seen[105, 95] > 235


def test_there_are_no_seams_between_tiles() -> None:
    white = pyramid(Image.new("L", (1_500, 1_500), 255))
    painter = PicturePainter(white, scaled(0.0137, (0, 0), (3, 4), 12.0), night=False)
    camera = Camera(x_m=8, y_m=16, px_per_m=31.3, width=200, height=200)
    inside = painted(painter, camera)
    assert inside.min() > 250


def test_the_matrix_turns_and_moves_it() -> None:
    turned = scaled(1.0, (600, 400), (0, 0), 90.0)
    painter = PicturePainter(picture(), turned, night=False)
    assert painter.extent() == pytest.approx((-400, -600, 400, 600))
    seen = painted(painter, view(1.0, 0, 0))
    assert seen[105, 95] < 20  # the dark quarter has gone to the lower left
    assert seen[95, 95] > 235


def test_light_paper_is_dark_at_night_a_dark_picture_stays() -> None:
    light = PicturePainter(picture(), SAME, night=True)
    assert painted(light, view(1.0, 600, 400))[95, 105] < 20
    dark = PicturePainter(pyramid(Image.new("L", (600, 400), 40)), SAME, night=True)
    assert painted(dark, view(1.0, 300, 200))[100, 100] == pytest.approx(40, abs=2)


def test_switched_off_it_is_not_drawn() -> None:
    painter = PicturePainter(picture(), SAME, night=False)
    painter.hidden = frozenset({0})
    assert (painted(painter, view(1.0, 600, 400)) == 128).all()


def test_only_what_is_seen_is_decoded() -> None:
    painter = PicturePainter(picture(6_000, 6_000), SAME, night=False)
    painted(painter, view(1.0, 3_000, 3_000))
    assert len(painter._images) <= 4
    painted(painter, view(0.03, 3_000, 3_000))
    assert len(painter._images) <= 5
    assert math.isfinite(sum(painter.extent()))
