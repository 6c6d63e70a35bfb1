"""Ground marks kept as tiles: a pan only copies pixels, painting happens within a time budget.

QPainter holds the interpreter's lock, so threads would not help; the work per frame is bounded
instead, and until a tile is ready the last picture stands in for it, stretched.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from desktop.canvas.camera import Box, Camera
from desktop.canvas.painting import GroundPainter
from desktop.canvas.pictureunderlay import AnyUnderlay
from desktop.canvas.scene import Scene
from desktop.canvas.styles import Styles
from plans.drawing.marks import Pass

TILE_PX = 512
KEPT_TILES = 60


@dataclass(slots=True)
class Layer:
    """Tiles of one scale and turn, by their column and row."""

    px_per_m: float
    turn_deg: float
    tiles: dict[tuple[int, int], QPixmap] = field(default_factory=dict)


class Tiles:
    """The tile cache of one scene."""

    def __init__(
        self, scene: Scene, styles: Styles, dpr: float = 1.0, background: str = ""
    ) -> None:
        self._background = background
        self._styles = styles
        self.hidden: frozenset[str] = frozenset()
        self._scene = scene
        self._dpr = dpr
        self._ground = GroundPainter(scene, styles)
        self._now = Layer(0.0, 0.0)
        self._before: Layer | None = None
        self._work: Iterator[None] | None = None
        self._stale: dict[tuple[int, int], QPixmap] = {}
        self.underlays: Sequence[AnyUnderlay] = ()

    def replace_scene(self, scene: Scene, styles: Styles) -> None:
        """Show another state of the same place: only tiles over what differs are painted anew."""
        boxes = self._scene.changed_boxes(scene)
        self._scene, self._ground = scene, GroundPainter(scene, styles)
        self._work, self._before = None, None
        for key in list(self._now.tiles):
            box = self._box_of(key)
            if any(_meet(box, other) for other in boxes):
                self._stale[key] = self._now.tiles.pop(key)

    def forget(self) -> None:
        """Paint everything anew (theme, hidden layers)."""
        self._stale |= self._now.tiles
        self._now.tiles = {}
        self._before, self._work = None, None

    def draw(self, painter: QPainter, camera: Camera) -> None:
        """Copy what is ready; what is not yet shows the last picture."""
        self._follow(camera)
        origin = _origin(camera)
        wanted = _tiles_in(camera)
        if self._before is not None and any(key not in self._now.tiles for key in wanted):
            self._draw_before(painter, camera)
        for key in wanted:
            tile = self._now.tiles.get(key) or self._stale.get(key)
            if tile is not None:
                painter.drawPixmap(
                    QPoint(key[0] * TILE_PX + origin.x(), key[1] * TILE_PX + origin.y()), tile
                )

    def covers(self, camera: Camera) -> bool:
        """Whether every tile of the view is ready, so that nothing shows through."""
        self._follow(camera)
        ready = self._now.tiles
        return bool(self._background) and all(
            key in ready or key in self._stale for key in _tiles_in(camera)
        )

    def advance(self, camera: Camera, budget_ms: float) -> bool:
        """Paint missing tiles for that long; true while some are still missing."""
        self._follow(camera)
        end = time.perf_counter() + budget_ms / 1000.0
        while True:
            if self._work is None:
                key = self._next_missing(camera)
                if key is None:
                    self._before = None
                    self._trim(camera)
                    return False
                self._work = self._paint_tile(key)
            for _ in self._work:
                if time.perf_counter() >= end:
                    return True
            self._work = None
            if time.perf_counter() >= end:
                return self._next_missing(camera) is not None

    def _follow(self, camera: Camera) -> None:
        """Begin a new layer when scale or turn changed; the old one stands in meanwhile."""
        now = self._now
        if (now.px_per_m, now.turn_deg) == (camera.px_per_m, camera.turn_deg):
            return
        if now.tiles and (self._before is None or len(now.tiles) >= 4):
            self._before = now
        self._now = Layer(camera.px_per_m, camera.turn_deg)
        self._work = None
        self._stale = {}

    def _draw_before(self, painter: QPainter, camera: Camera) -> None:
        before = self._before
        if before is None:
            return
        old = Camera(px_per_m=before.px_per_m, turn_deg=before.turn_deg).turned
        inverse, _ = old.inverted()
        painter.save()
        painter.setTransform(inverse * camera.transform)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for (column, row), tile in before.tiles.items():
            painter.drawPixmap(QPointF(column * TILE_PX, row * TILE_PX), tile)
        painter.restore()

    def _next_missing(self, camera: Camera) -> tuple[int, int] | None:
        centre = _origin(camera)
        cx, cy = camera.width / 2 - centre.x(), camera.height / 2 - centre.y()
        missing = [key for key in _tiles_in(camera) if key not in self._now.tiles]
        return min(
            missing,
            key=lambda key: math.hypot(
                (key[0] + 0.5) * TILE_PX - cx, (key[1] + 0.5) * TILE_PX - cy
            ),
            default=None,
        )

    def _box_of(self, key: tuple[int, int], margin_px: float = 4.0) -> Box:
        layer = Camera(px_per_m=self._now.px_per_m, turn_deg=self._now.turn_deg)
        inverse, _ = layer.turned.inverted()
        rect = QRectF(key[0] * TILE_PX, key[1] * TILE_PX, TILE_PX, TILE_PX)
        rect.adjust(-margin_px, -margin_px, margin_px, margin_px)
        seen = inverse.mapRect(rect)
        return seen.left(), seen.top(), seen.right(), seen.bottom()

    def _paint_tile(self, key: tuple[int, int]) -> Iterator[None]:
        layer = self._now
        side = round(TILE_PX * self._dpr)
        tile = QPixmap(side, side)
        tile.setDevicePixelRatio(self._dpr)
        # Without an alpha channel a tile is copied, not blended.
        tile.fill(
            self._styles.color(self._background) if self._background else Qt.GlobalColor.transparent
        )
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        turned = Camera(px_per_m=layer.px_per_m, turn_deg=layer.turn_deg).turned
        transform = turned * QTransform.fromTranslate(-key[0] * TILE_PX, -key[1] * TILE_PX)
        box, scale = self._box_of(key), layer.px_per_m
        indices = self._scene.ground_in(box, scale)
        above = indices >= self._scene.first_above(Pass.TREAD)
        try:
            yield from self._paint_ground(painter, transform, indices[~above].tolist(), scale)
            for underlay in self.underlays:
                yield from underlay.paint(painter, transform, box, scale)
            yield from self._paint_ground(painter, transform, indices[above].tolist(), scale)
        finally:
            painter.end()
        layer.tiles[key] = tile
        self._stale.pop(key, None)

    def _paint_ground(
        self, painter: QPainter, transform: QTransform, indices: list[int], px_per_m: float
    ) -> Iterator[None]:
        yield from self._ground.paint(painter, transform, indices, px_per_m, self.hidden)

    def _trim(self, camera: Camera) -> None:
        if len(self._now.tiles) > KEPT_TILES:
            wanted = set(_tiles_in(camera))
            for key in [key for key in self._now.tiles if key not in wanted][: -KEPT_TILES // 2]:
                del self._now.tiles[key]


def _origin(camera: Camera) -> QPoint:
    """Where tile space's zero stands in the view, on whole pixels so that copies stay sharp."""
    at = camera.transform.map(QPointF(0.0, 0.0))
    return QPoint(round(at.x()), round(at.y()))


def _tiles_in(camera: Camera) -> list[tuple[int, int]]:
    origin = _origin(camera)
    columns = range(
        math.floor(-origin.x() / TILE_PX), math.floor((camera.width - origin.x() - 1) / TILE_PX) + 1
    )
    rows = range(
        math.floor(-origin.y() / TILE_PX),
        math.floor((camera.height - origin.y() - 1) / TILE_PX) + 1,
    )
    return [(column, row) for row in rows for column in columns]


def _meet(a: Box, b: Box) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]
