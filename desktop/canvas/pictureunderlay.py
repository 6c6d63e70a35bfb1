"""A photo or scan beneath the features: the tiles of the level that fits the zoom, decoded late."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QTransform

from desktop.canvas.camera import Box
from desktop.canvas.underlay import DIMMED, UnderlayPainter
from plans.geometry.aligning import Matrix, inverse, moved, scale_of
from plans.model.pyramid import TILE_PX, Pyramid

KEPT_TILES = 64
LIGHT_PAPER = 0.55
"""Pictures lighter than this are paper; a night screen turns them dark."""


class PicturePainter:
    """Paints one pyramid; `matrix` takes its pixels (y up from the lower left) to floor metres."""

    def __init__(
        self, pyramid: Pyramid, matrix: Matrix, *, night: bool, dimmed: bool = False
    ) -> None:
        self._pyramid = pyramid
        self._matrix = matrix
        self._inverted = night and pyramid.lightness > LIGHT_PAPER
        self._dimmed = dimmed
        self.hidden: frozenset[int] = frozenset()
        self._images: OrderedDict[tuple[int, int, int], QImage] = OrderedDict()

    def extent(self) -> Box | None:
        """Bounds in floor metres."""
        wide, high = self._pyramid.width, self._pyramid.height
        ends = ((0, 0), (wide, 0), (0, high), (wide, high))
        corners = [moved(self._matrix, point) for point in ends]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def paint(
        self, painter: QPainter, transform: QTransform, box: Box, px_per_m: float
    ) -> Iterator[None]:
        """Paint what lies in a box (floor metres) through `transform` (metres to device)."""
        if self.hidden:
            return
        level = self._level(px_per_m)
        one = self._pyramid.levels[level]
        step = self._pyramid.width / one.width
        rise = self._pyramid.height / one.height
        # pixels of the level, y down from the upper left, to metres of the floor
        own = QTransform(step, 0, 0, -rise, 0, self._pyramid.height) * QTransform(*self._matrix)
        for column, row in self._tiles_in(box, level):
            image = self._image(level, column, row)
            painter.save()
            painter.setTransform(own * transform)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if self._dimmed:
                painter.setOpacity(DIMMED)
            size = image.size()
            corner = (column * TILE_PX, row * TILE_PX)
            # a hair wider, so that no seam shows between tiles
            painter.drawImage(
                QRectF(*corner, size.width() + 0.6, size.height() + 0.6),
                image,
                QRectF(0, 0, size.width(), size.height()),
            )
            painter.restore()
            yield

    def _level(self, px_per_m: float) -> int:
        """The smallest level with at least a pixel for every pixel of the screen."""
        shown = scale_of(self._matrix) * px_per_m
        best = 0
        for number, level in enumerate(self._pyramid.levels):
            if shown * self._pyramid.width / level.width <= 1.25:
                best = number
        return best

    def _tiles_in(self, box: Box, level: int) -> list[tuple[int, int]]:
        back = inverse(self._matrix)
        x0, y0, x1, y1 = box
        corners = [moved(back, point) for point in ((x0, y0), (x1, y0), (x0, y1), (x1, y1))]
        one = self._pyramid.levels[level]
        step, rise = one.width / self._pyramid.width, one.height / self._pyramid.height
        left, right = (limit(x for x, _ in corners) * step for limit in (min, max))
        low, high = (limit(y for _, y in corners) * rise for limit in (min, max))
        top, bottom = one.height - high, one.height - low
        return [
            (column, row)
            for row in range(max(0, int(top // TILE_PX)), min(one.rows, int(bottom // TILE_PX) + 1))
            for column in range(
                max(0, int(left // TILE_PX)), min(one.columns, int(right // TILE_PX) + 1)
            )
        ]

    def _image(self, level: int, column: int, row: int) -> QImage:
        key = (level, column, row)
        if key not in self._images:
            image = QImage.fromData(self._pyramid.tile(level, column, row))
            image = image.convertToFormat(QImage.Format.Format_RGB32)
            if self._inverted:
                image.invertPixels()
            self._images[key] = image
            while len(self._images) > KEPT_TILES:
                self._images.popitem(last=False)
        self._images.move_to_end(key)
        return self._images[key]


AnyUnderlay = UnderlayPainter | PicturePainter
"""What a drawing or a picture beneath a floor is painted by."""
