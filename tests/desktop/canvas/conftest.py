"""Fixtures of the canvas: the hand-drawn plans as scenes, pictures as pixels."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from desktop.canvas.look import PlanLook
from desktop.canvas.picture import Picture
from desktop.canvas.scene import Scene
from plans.drawing.floorplan import floor_marks
from plans.drawing.siteplan import site_marks
from plans.model.catalog import Catalog
from plans.model.feature import Feature
from plans.model.ids import SITE

Pixels = np.ndarray


@pytest.fixture
def floor(hand_drawn: Callable[..., list[Feature]]) -> list[Feature]:
    return hand_drawn("floor")


@pytest.fixture
def site(hand_drawn: Callable[..., list[Feature]]) -> list[Feature]:
    return hand_drawn("site", SITE)


@pytest.fixture
def floor_scene(floor: list[Feature], catalog: Catalog) -> Scene:
    return Scene(floor_marks(floor, catalog, "en"))


@pytest.fixture
def site_scene(site: list[Feature], catalog: Catalog) -> Scene:
    return Scene(site_marks(site, catalog, "en"))


@pytest.fixture
def picture(plan_look: PlanLook, floor: list[Feature], floor_scene: Scene) -> Picture:
    """The hand-drawn floor, fitted to 640 × 400."""
    made = Picture(plan_look)
    features = {feature.id: feature for feature in floor}
    made.set_plan(features, floor_scene, same_place=False, on_site=False)
    made.camera = made.camera.resized(640, 400).fitted((0, 0, 12, 8), (20, 20, 20, 20))
    return made


@pytest.fixture
def shot() -> Callable[[Picture], Pixels]:
    """`shot(picture)`: the finished picture as an array (height, width, 3) of red, green, blue."""

    def taken(picture: Picture) -> Pixels:
        picture.finish()
        camera = picture.camera
        image = QImage(camera.width, camera.height, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        picture.frame(painter, 0.0)
        painter.end()
        return array_of(image)

    return taken


@pytest.fixture
def as_array() -> Callable[[QImage], Pixels]:
    """An image as an array (height, width, 3) of red, green, blue."""
    return array_of


def array_of(image: QImage) -> Pixels:
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()
