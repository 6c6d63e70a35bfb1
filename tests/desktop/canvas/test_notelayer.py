"""The notes as one picture: moved exactly by a pan, stretched by a zoom."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from desktop.canvas.camera import Camera
from desktop.canvas.look import PlanLook
from desktop.canvas.notelayer import NoteLayer
from desktop.canvas.notes import NotePainter
from desktop.canvas.placer import Placer
from desktop.canvas.scene import Scene
from desktop.canvas.styles import Styles
from desktop.support.symbols import SymbolPainter

CAMERA = Camera(x_m=6, y_m=4, px_per_m=40, width=400, height=300)


@pytest.fixture
def layer(plan_look: PlanLook, floor_scene: Scene) -> NoteLayer:
    styles = Styles(plan_look.theme, plan_look.catalog)
    notes = Placer(styles, plan_look.family, 24, 1).place(floor_scene, CAMERA, frozenset(), 100)
    drawer = NotePainter(styles, SymbolPainter(plan_look.theme), plan_look.family, 1.0)
    return NoteLayer(notes, drawer, CAMERA, 100, 1.0)


@pytest.fixture
def seen(layer: NoteLayer, as_array: Callable[[QImage], np.ndarray]) -> Callable[..., np.ndarray]:
    def draw(camera: Camera) -> np.ndarray:
        image = QImage(camera.width, camera.height, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        layer.draw(painter, camera)
        painter.end()
        return as_array(image)

    return draw


def test_a_pan_moves_the_same_pixels(seen: Callable[..., np.ndarray]) -> None:
    here, there = seen(CAMERA), seen(CAMERA.panned(30, -20))
    assert (here != 255).any()
    assert (there[:-20, 30:] == here[20:, :-30]).all()


def test_a_pan_brings_what_waited_beyond_the_edge(seen: Callable[..., np.ndarray]) -> None:
    assert (seen(CAMERA.panned(100, 0))[:, :100] != 255).any()


def test_a_zoom_stretches_about_the_same_point(seen: Callable[..., np.ndarray]) -> None:
    closer = seen(CAMERA.zoomed(1.5))
    inked = (seen(CAMERA) != 255).any(axis=2).sum()
    assert (closer != 255).any(axis=2).sum() == pytest.approx(inked * 1.5**2, rel=0.6)
