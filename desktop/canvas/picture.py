"""One plan as it looks: scene, camera, notes, highlights; painted on a widget or an image."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from desktop.canvas.camera import Box, Camera
from desktop.canvas.look import PlanLook
from desktop.canvas.notelayer import NoteLayer
from desktop.canvas.notes import Note, NotePainter
from desktop.canvas.overlays import Furniture, draw_highlight
from desktop.canvas.picking import Picker
from desktop.canvas.pictureunderlay import AnyUnderlay
from desktop.canvas.placer import Placer
from desktop.canvas.scene import Scene
from desktop.canvas.styles import Styles
from desktop.canvas.taken import Rect
from desktop.canvas.tiles import Tiles
from desktop.support.symbols import SymbolPainter
from plans.model.feature import Feature
from plans.model.ids import FeatureId

SYMBOL_PX = 24.0
NOTE_MARGIN_PX = 220.0
"""Notes are placed this far beyond the view, so that a pan brings them along."""
GHOST_ALPHA = 0.28


class Picture:
    """Holds the plan that is shown; everything a frame needs and nothing of a widget."""

    def __init__(self, look: PlanLook) -> None:
        self.camera = Camera()
        self.north_deg: float = 0.0
        self.chosen: Feature | None = None
        self.hovered: Feature | None = None
        self.hidden: frozenset[str] = frozenset()
        self.on_site = False
        self.furnished = True
        """Whether north and scale are drawn over the plan."""
        self.covered: tuple[Rect, ...] = ()
        """What lies over the view for long, in pixels: names stand beside it."""
        self.content: Box | None = None
        """Bounds of all there is, metres, when that is more than the plan's own extent."""
        self.features: Mapping[FeatureId, Feature] = {}
        self.scene = Scene()
        self._ghost: Tiles | None = None
        self._underlays: tuple[AnyUnderlay, ...] = ()
        self._forget_notes()
        self.set_look(look)

    def set_look(self, look: PlanLook) -> None:
        """Draw in another theme or size; the plan and the camera stay."""
        self.look = look
        self.styles = Styles(look.theme, look.catalog)
        self._symbols = SymbolPainter(look.theme)
        symbol_px = SYMBOL_PX * look.symbol_scale
        self._placer = Placer(self.styles, look.family, symbol_px, look.text_scale)
        self._note_painter = NotePainter(self.styles, self._symbols, look.family, look.dpr)
        self._furniture = Furniture(self.styles, look)
        self._tiles = self._new_tiles(self.scene)
        self._picker = Picker(self.features, look.catalog)
        self._forget_notes()

    def _new_tiles(self, scene: Scene) -> Tiles:
        background = "ground" if self.on_site else "backdrop"
        tiles = Tiles(scene, self.styles, self.look.dpr, background)
        tiles.hidden = self.hidden
        tiles.underlays = self._underlays
        return tiles

    def _forget_notes(self) -> None:
        self._notes: list[Note] = []
        self._note_layer: NoteLayer | None = None

    def set_plan(
        self,
        features: Mapping[FeatureId, Feature],
        scene: Scene,
        *,
        same_place: bool,
        on_site: bool,
    ) -> None:
        """Show other features; in the same place only what differs is painted anew."""
        self.features, self.on_site = features, on_site
        self._picker = Picker(features, self.look.catalog)
        if same_place:
            self._tiles.replace_scene(scene, self.styles)
        else:
            self.chosen = self.hovered = None
            self._tiles = self._new_tiles(scene)
            self._forget_notes()
        self.scene = scene

    def set_underlays(self, underlays: Sequence[AnyUnderlay]) -> None:
        """The drawings beneath the features of this place."""
        self._underlays = tuple(underlays)
        self._tiles.underlays = self._underlays
        self._tiles.forget()

    @property
    def underlays(self) -> tuple[AnyUnderlay, ...]:
        """The drawings beneath the features."""
        return self._underlays

    def set_ghost(self, scene: Scene | None) -> None:
        """The floor below, shown faintly; None shows none."""
        self._ghost = None if scene is None else Tiles(scene, self.styles, self.look.dpr)

    def hide_layers(self, layers: frozenset[str]) -> None:
        """Leave out these layers of the catalog."""
        self.hidden = layers
        self._tiles.hidden = layers
        self._tiles.forget()

    def extent(self) -> Box | None:
        """Bounds of the plan in metres: its features, or its underlays while it has none."""
        own = self.scene.extent()
        boxes = [box for underlay in self._underlays if (box := underlay.extent())]
        if own is not None or not boxes:
            return own
        x0, y0, x1, y1 = zip(*boxes, strict=True)
        return min(x0), min(y0), max(x1), max(y1)

    def zoom_limits(self) -> tuple[float, float]:
        """The farthest and the closest scale of this plan, px/m: all there is, with a margin."""
        views, camera = self.look.catalog.views, self.camera
        box = self.content or self.extent()
        if box is None:
            return views.closest_px_per_m / 100, views.closest_px_per_m
        wide, high = camera.spread(box)
        whole = min(camera.width / max(wide, 1.0), camera.height / max(high, 1.0))
        return whole * views.farthest_share, views.closest_px_per_m

    def place_notes(self) -> None:
        """Find places for symbols and texts anew, for the camera as it is now."""
        self._notes = self._placer.place(
            self.scene, self.camera, self.hidden, NOTE_MARGIN_PX, self.covered
        )
        self._note_layer = NoteLayer(
            self._notes, self._note_painter, self.camera, NOTE_MARGIN_PX, self.look.dpr
        )

    @property
    def notes(self) -> list[Note]:
        """Symbols and texts as they stand on screen."""
        return self._notes

    def pick(self, at: QPointF) -> list[Feature]:
        """Features under a pixel, the likeliest first."""
        x, y = self.camera.to_plan(at)
        side = self._placer.symbol_px(self.camera.px_per_m)
        return self._picker.at(x, y, self.camera, self.hidden, side)

    def features_in(self, box: Box) -> list[Feature]:
        """Features whose shapes meet a box of the plan."""
        return self._picker.in_box(box)

    def finish(self) -> None:
        """Paint every missing tile and place the notes, however long it takes."""
        for tiles in self._layers():
            while tiles.advance(self.camera, 1000.0):
                pass
        self.place_notes()

    def frame(self, painter: QPainter, budget_ms: float) -> bool:
        """One frame; true while tiles are still missing."""
        more = False
        if not self._tiles.covers(self.camera):
            background = self.styles.color("ground" if self.on_site else "backdrop")
            painter.fillRect(0, 0, self.camera.width, self.camera.height, background)
        for tiles in self._layers():
            more = tiles.advance(self.camera, budget_ms) or more
            painter.setOpacity(GHOST_ALPHA if tiles is self._ghost else 1.0)
            tiles.draw(painter, self.camera)
        painter.setOpacity(1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_highlights(painter)  # beneath the notes: a ring never cuts a name
        if self._note_layer is not None:
            self._note_layer.draw(painter, self.camera)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_furniture(painter)
        return more

    def _layers(self) -> list[Tiles]:
        return [self._tiles] if self._ghost is None else [self._tiles, self._ghost]

    def _draw_highlights(self, painter: QPainter) -> None:
        side = self._placer.symbol_px(self.camera.px_per_m)
        for feature, strong in ((self.hovered, False), (self.chosen, True)):
            if feature is not None:
                draw_highlight(
                    painter, feature, self.camera, self.styles.color("selected"), side, strong
                )

    def _draw_furniture(self, painter: QPainter) -> None:
        if self.furnished and (not self.scene.is_empty or self._underlays):
            self._furniture.draw(painter, self.camera, self.north_deg + self.camera.turn_deg)
