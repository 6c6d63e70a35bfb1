"""Where the eye is: centre, scale and turn between metres (y up) and screen pixels (y down)."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

Box = tuple[float, float, float, float]
CLOSEST_PX_PER_M = 400.0
FARTHEST_PX_PER_M = 1e-5
"""What a camera can show at all, from a hand's breadth to the whole earth; a view keeps closer
limits of its own."""


@dataclass(frozen=True, slots=True)
class Camera:
    """`x_m`, `y_m` stand in the middle of a view `width` × `height` logical pixels.

    `turn_deg` turns the plan counter-clockwise on screen.
    """

    x_m: float = 0.0
    y_m: float = 0.0
    px_per_m: float = 1.0
    turn_deg: float = 0.0
    width: int = 100
    height: int = 100

    @property
    def turned(self) -> QTransform:
        """Metres to pixels without the centre: the space tiles are cut in."""
        c = self.px_per_m * math.cos(math.radians(self.turn_deg))
        s = self.px_per_m * math.sin(math.radians(self.turn_deg))
        return QTransform(c, -s, -s, -c, 0.0, 0.0)

    @property
    def transform(self) -> QTransform:
        """Metres to pixels of the view."""
        at = self.turned.map(QPointF(self.x_m, self.y_m))
        return self.turned * QTransform.fromTranslate(
            self.width / 2 - at.x(), self.height / 2 - at.y()
        )

    def to_screen(self, x_m: float, y_m: float) -> QPointF:
        """Where a point of the plan stands in the view."""
        return self.transform.map(QPointF(x_m, y_m))

    def to_plan(self, at: QPointF) -> tuple[float, float]:
        """The point of the plan under a pixel."""
        inverse, _ = self.transform.inverted()
        point = inverse.map(at)
        return point.x(), point.y()

    def box(self, margin_px: float = 0.0) -> Box:
        """Bounds in metres of what the view shows: (min x, min y, max x, max y)."""
        inverse, _ = self.transform.inverted()
        rect = QRectF(0, 0, self.width, self.height).adjusted(
            -margin_px, -margin_px, margin_px, margin_px
        )
        seen = inverse.mapRect(rect)
        return seen.left(), seen.top(), seen.right(), seen.bottom()

    def panned(self, dx_px: float, dy_px: float) -> Camera:
        """The plan dragged by that many pixels."""
        x, y = self.to_plan(QPointF(self.width / 2 - dx_px, self.height / 2 - dy_px))
        return replace(self, x_m=x, y_m=y)

    def zoomed(
        self,
        factor: float,
        at: QPointF | None = None,
        limits: tuple[float, float] = (FARTHEST_PX_PER_M, CLOSEST_PX_PER_M),
    ) -> Camera:
        """Closer by `factor`, the point under `at` (or the middle) staying where it is.

        `limits` are the farthest and closest scale, px/m; who is beyond one only comes back.
        """
        least, most = min(limits[0], self.px_per_m), max(limits[1], self.px_per_m)
        scale = min(max(self.px_per_m * factor, least), most)
        if at is None:  # a QPointF at zero is false
            at = QPointF(self.width / 2, self.height / 2)
        x, y = self.to_plan(at)
        closer = replace(self, px_per_m=scale)
        shift = closer.to_screen(x, y) - at
        return closer.panned(-shift.x(), -shift.y())

    def spread(self, box: Box) -> tuple[float, float]:
        """How wide and high a box is when it is turned as the view is, metres."""
        flat = QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])
        turned = replace(self, px_per_m=1.0).turned.mapRect(flat)
        return turned.width(), turned.height()

    def fitted(self, box: Box, insets: tuple[float, float, float, float]) -> Camera:
        """The whole box in the part of the view inside the insets (left, top, right, bottom px)."""
        x0, y0, x1, y1 = box
        left, top, right, bottom = insets
        wide, high = self.spread(box)
        room_x = max(self.width - left - right, 20.0)
        room_y = max(self.height - top - bottom, 20.0)
        scale = min(room_x / max(wide, 1e-6), room_y / max(high, 1e-6))
        scale = min(max(scale, FARTHEST_PX_PER_M), CLOSEST_PX_PER_M)
        centred = replace(self, x_m=(x0 + x1) / 2, y_m=(y0 + y1) / 2, px_per_m=scale)
        return centred.panned((left - right) / 2, (top - bottom) / 2)

    def turned_to(self, turn_deg: float) -> Camera:
        """The plan turned about the middle of the view, to −180..180 degrees."""
        return replace(self, turn_deg=(turn_deg + 180.0) % 360.0 - 180.0)

    def resized(self, width: int, height: int) -> Camera:
        """The same middle in a view of another size."""
        return replace(self, width=max(width, 1), height=max(height, 1))
