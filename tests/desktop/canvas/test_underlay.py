"""An underlay is painted where it lies, in its layers, and never all at once."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from desktop.canvas.camera import Camera
from desktop.canvas.look import PlanLook
from desktop.canvas.styles import Styles
from desktop.canvas.underlay import UnderlayPainter
from plans.model.linework import Linework, LineworkLayer, LineworkText

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
CAMERA = Camera(x_m=5.0, y_m=5.0, px_per_m=20.0, width=200, height=200)


def linework(**changes: object) -> Linework:
    parts: dict[str, object] = {
        "layers": (
            LineworkLayer(name="WALL", role="walls"),
            LineworkLayer(name="OFF", role="furniture", shown=False),
        ),
        "segments": np.array([[0, 5, 10, 5], [5, 0, 5, 10]], np.float32),
        "segment_layers": np.array([0, 1], np.uint16),
    }
    return Linework(**{**parts, **changes})  # type: ignore[arg-type]


@pytest.fixture
def painted(plan_look: PlanLook) -> Callable[..., np.ndarray]:
    """Paint an underlay; which pixels are not white."""
    styles = Styles(plan_look.theme, plan_look.catalog)

    def draw(drawing: Linework, matrix: Matrix = SAME, *, hidden: frozenset[int] | None = None,
             camera: Camera = CAMERA) -> np.ndarray:  # fmt: skip
        image = QImage(camera.width, camera.height, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        underlay = UnderlayPainter(drawing, matrix, styles, plan_look.family)
        if hidden is not None:
            underlay.hidden = hidden
        for _ in underlay.paint(painter, camera.transform, camera.box(), camera.px_per_m):
            pass
        painter.end()
        pixels = np.frombuffer(image.constBits(), np.uint8).reshape(camera.height, -1)
        return pixels[:, : camera.width] < 230

    return draw


def test_shown_layers_are_drawn_hidden_ones_not(painted: Callable[..., np.ndarray]) -> None:
    across, both = painted(linework()), painted(linework(), hidden=frozenset())
    assert across[98:102, 20].any()
    assert not across[20, 98:102].any()
    assert both[20, 98:102].any()
    assert not painted(linework(), hidden=frozenset({0, 1})).any()


def test_the_matrix_moves_turns_and_scales(painted: Callable[..., np.ndarray]) -> None:
    c, s = math.cos(math.pi / 2), math.sin(math.pi / 2)
    turned = painted(linework(), (c, s, -s, c, 10.0, 0.0))
    assert turned[20, 98:102].any()
    assert not turned[98:102, 20].any()


def test_far_from_zero_nothing_shifts(painted: Callable[..., np.ndarray]) -> None:
    far = linework(origin=(10_934_062.0, -1_872_329.0))
    near = painted(far, (1.0, 0.0, 0.0, 1.0, -10_934_062.0, 1_872_329.0))
    assert (near == painted(linework())).all()


def test_fills_and_texts_are_drawn(painted: Callable[..., np.ndarray]) -> None:
    drawing = linework(
        segments=np.empty((0, 4), np.float32),
        segment_layers=np.empty(0, np.uint16),
        fill_points=np.array([[1, 1], [3, 1], [3, 3], [1, 3]], np.float32),
        fill_starts=np.array([0, 4], np.uint32),
        fill_layers=np.zeros(1, np.uint16),
        texts=(LineworkText(text="房间", x=5, y=6, height=1.0, layer=0),),
    )
    pixels = painted(drawing)
    assert pixels[150:170, 30:50].all()
    assert pixels[50:90, 100:140].any()


def test_much_is_painted_in_slices_and_small_things_are_left_out(plan_look: PlanLook) -> None:
    rng = np.random.default_rng(2)
    at = rng.random((40_000, 2)).astype(np.float32) * 10
    drawing = linework(
        segments=np.hstack([at, at + 0.5]), segment_layers=np.zeros(40_000, np.uint16)
    ).in_order()
    styles = Styles(plan_look.theme, plan_look.catalog)
    underlay = UnderlayPainter(drawing, SAME, styles, plan_look.family)
    image = QImage(200, 200, QImage.Format.Format_RGB32)

    def slices(camera: Camera) -> int:
        painter = QPainter(image)
        count = sum(
            1 for _ in underlay.paint(painter, camera.transform, camera.box(), camera.px_per_m)
        )
        painter.end()
        return count

    assert slices(CAMERA) >= 6
    assert slices(Camera(x_m=5, y_m=5, px_per_m=0.5, width=200, height=200)) == 0


def test_an_empty_drawing_is_nothing(plan_look: PlanLook) -> None:
    styles = Styles(plan_look.theme, plan_look.catalog)
    assert UnderlayPainter(Linework(), SAME, styles, plan_look.family).extent() is None
