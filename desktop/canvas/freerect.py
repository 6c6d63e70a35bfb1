"""The part of a view that nothing lies over: where a plan is fitted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop.canvas.camera import Box, Camera
from desktop.canvas.taken import Rect

LEAST_PX = 120.0
"""A free part smaller than this shows no plan: then the whole view is taken."""


def free_rect(
    width: float,
    height: float,
    overlays: Sequence[Rect],
    shape: tuple[float, float],
    margin_px: float,
) -> Rect:
    """Where a plan of that shape (width, height in any unit) is largest without an overlay on it.

    Left, top, right, bottom in pixels, `margin_px` within the view and away from every overlay;
    the whole view within its margin where overlays leave no room.
    """
    whole = (margin_px, margin_px, width - margin_px, height - margin_px)
    grown = np.array([(*rect,) for rect in overlays], dtype=float).reshape(-1, 4)
    grown = grown + np.array([-1, -1, 1, 1]) * (margin_px - 0.01)
    xs = np.unique(np.clip([whole[0], whole[2], *grown[:, 0], *grown[:, 2]], whole[0], whole[2]))
    ys = np.unique(np.clip([whole[1], whole[3], *grown[:, 1], *grown[:, 3]], whole[1], whole[3]))
    left, right = (one.ravel() for one in np.meshgrid(xs, xs))
    top, bottom = (one.ravel() for one in np.meshgrid(ys, ys))
    across = np.column_stack([left, right])[right - left >= LEAST_PX]
    down = np.column_stack([top, bottom])[bottom - top >= LEAST_PX]
    if not len(across) or not len(down):
        return whole
    i, j = (one.ravel() for one in np.meshgrid(np.arange(len(across)), np.arange(len(down))))
    x, y = across[i], down[j]
    clear = np.ones(len(x), dtype=bool)
    for west, north, east, south in grown:
        clear &= (x[:, 1] <= west) | (x[:, 0] >= east) | (y[:, 1] <= north) | (y[:, 0] >= south)
    if not clear.any():
        return whole
    x, y = x[clear], y[clear]
    wide, high = x[:, 1] - x[:, 0], y[:, 1] - y[:, 0]
    scale = np.minimum(wide / max(shape[0], 1e-9), high / max(shape[1], 1e-9))
    best = np.lexsort((wide * high, np.round(scale / scale.max(), 6)))[-1]
    return float(x[best, 0]), float(y[best, 0]), float(x[best, 1]), float(y[best, 1])


def fitted_between(camera: Camera, box: Box, overlays: Sequence[Rect], margin_px: float) -> Camera:
    """The whole box (metres) where nothing lies over it."""
    left, top, right, bottom = free_rect(
        camera.width, camera.height, overlays, camera.spread(box), margin_px
    )
    return camera.fitted(box, (left, top, camera.width - right, camera.height - bottom))
