"""A plan drawn to scale into a frame of a page, as vectors with real text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTransform

from desktop.canvas.camera import Box, Camera
from desktop.canvas.lettering import font_of, text_path, text_style
from desktop.canvas.look import PlanLook
from desktop.canvas.notes import Note, draw_dot
from desktop.canvas.overlays import draw_north, draw_scale_bar
from desktop.canvas.painting import GroundPainter
from desktop.canvas.placer import Placer
from desktop.canvas.scene import Scene
from desktop.canvas.styles import Styles
from desktop.support.symbols import SymbolPainter
from plans.drawing.sheet import Frame, grid_step_m

PX_MM = 25.4 / 96
"""A logical pixel of the page: symbols and texts keep the sizes they have on a 96 dpi screen."""
SYMBOL_PX = 19.0
LINE_SHARE = 0.62
"""Lines on paper against lines on screen: paper shows finer ones."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a plan on paper says of itself."""

    scale: int
    notes: Sequence[Note]
    owners: frozenset[str]
    """Features of which something lies in the frame, be it a line without a symbol."""


class Paper:
    """Draws with one look; the painter's unit is the logical pixel of the page."""

    def __init__(self, look: PlanLook) -> None:
        self.look = replace(look, text_scale=1.0, symbol_scale=1.0, dpr=1.0)
        self.styles = Styles(look.theme, look.catalog)
        self.symbols = SymbolPainter(look.theme)

    def plan(
        self,
        painter: QPainter,
        scene: Scene,
        frame: Frame,
        centre: tuple[float, float],
        scale: int,
        north_deg: float,
        turn_deg: float = 0.0,
        *,
        ground: bool,
    ) -> Drawn:
        """The scene at 1:`scale` about `centre` (metres), clipped to the frame.

        With its grid, north arrow and scale bar. `ground` tints the paper as a site's.
        """
        rect = rect_of(frame)
        camera = Camera(
            x_m=centre[0],
            y_m=centre[1],
            px_per_m=1000 / scale / PX_MM,
            turn_deg=turn_deg,
            width=round(rect.width()),
            height=round(rect.height()),
        )
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, self.styles.color("ground" if ground else "paper"))
        painter.translate(rect.topLeft())
        page = painter.transform()
        owners = self._ground(painter, scene, camera, page)
        self._grid(painter, camera, scale)
        placer = Placer(self.styles, self.look.family, SYMBOL_PX, 0.92, shrinks=False)
        room = QRectF(QPointF(0, 0), rect.size())
        notes = [
            note
            for note in placer.place(scene, camera, frozenset())
            if not note.lines or room.contains(self._extent(note, camera))
        ]
        for note in reversed(notes):
            self.note(painter, note, camera)
        font = font_of(self.look.family, 10, False)
        draw_scale_bar(
            painter, QPointF(12, rect.height() - 10), camera.px_per_m, self.styles, font, 200.0
        )
        draw_north(
            painter, QPointF(rect.width() - 30, 32), north_deg + turn_deg, self.styles, font, 20.0
        )
        painter.restore()
        painter.setPen(QPen(self.styles.color("ink"), 1.1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        return Drawn(scale, notes, owners | {note.mark.owner for note in notes})

    def _ground(
        self, painter: QPainter, scene: Scene, camera: Camera, page: QTransform
    ) -> frozenset[str]:
        """Paint the ground; whose marks lie in the frame."""
        ground = GroundPainter(scene, self.styles, LINE_SHARE * abs(page.m11()))
        painter.save()
        indices = scene.ground_in(camera.box(8), camera.px_per_m).tolist()
        for _ in ground.paint(painter, camera.transform * page, indices, camera.px_per_m):
            pass
        painter.restore()
        seen = shapely.box(*camera.box())
        marks = [scene.ground[index] for index in indices]
        return frozenset(
            mark.owner
            for mark in marks
            if mark.shown_at(camera.px_per_m) and mark.shape.intersects(seen)
        )

    def _grid(self, painter: QPainter, camera: Camera, scale: int) -> None:
        """Faint crosses every so many metres, and the distance they stand apart."""
        step = grid_step_m(scale)
        x0, y0, x1, y1 = camera.box()
        painter.setPen(QPen(self.styles.color("ghost"), 0.5))
        for x in np.arange(np.ceil(x0 / step) * step, x1, step):
            for y in np.arange(np.ceil(y0 / step) * step, y1, step):
                at = camera.to_screen(float(x), float(y))
                painter.drawLine(QPointF(at.x() - 3, at.y()), QPointF(at.x() + 3, at.y()))
                painter.drawLine(QPointF(at.x(), at.y() - 3), QPointF(at.x(), at.y() + 3))

    def _extent(self, note: Note, camera: Camera) -> QRectF:
        """What a text takes of the frame: half a word at its edge is worse than none."""
        at = camera.to_screen(note.x_m, note.y_m)
        style = text_style(note.mark.role)
        metrics = QFontMetricsF(font_of(self.look.family, note.size_px, style.bold))
        width = max(metrics.horizontalAdvance(line) for line in note.lines)
        height = metrics.height() * len(note.lines) * 0.92
        box = QRectF(-width / 2, -height / 2, width, height)
        turn = QTransform().translate(at.x() + note.offset_px[0], at.y() + note.offset_px[1])
        return turn.rotate(note.turn_deg).mapRect(box)

    def note(self, painter: QPainter, note: Note, camera: Camera) -> None:
        """A symbol or a text as vectors."""
        at = camera.to_screen(note.x_m, note.y_m)
        painter.save()
        if note.lines:
            painter.translate(at.x() + note.offset_px[0], at.y() + note.offset_px[1])
            painter.rotate(note.turn_deg)
            style = text_style(note.mark.role)
            self.text(painter, note.lines, note.size_px, self.styles.color(style.token), style.bold)
        elif note.dot or not note.mark.symbol:
            at += QPointF(*note.offset_px)
            draw_dot(painter, at, self.styles.color(note.mark.role), self.styles.color("halo"), 4.0)
        else:
            painter.translate(at)
            painter.rotate(note.turn_deg)
            half = note.size_px / 2
            self.symbols.render(
                painter,
                note.mark.symbol,
                QRectF(-half, -half, note.size_px, note.size_px),
                note.mark.role,
            )
        painter.restore()

    def text(
        self, painter: QPainter, lines: tuple[str, ...], px: float, color: QColor, bold: bool
    ) -> None:
        """Centred lines about the origin: a halo as outline, then text that can be searched."""
        font = font_of(self.look.family, px * 4, bold)
        painter.scale(0.25, 0.25)  # fonts have whole pixels: four times larger, drawn at a quarter
        halo = QPen(self.styles.color("halo"), 9)
        halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(halo)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(text_path(lines, font))
        painter.setFont(font)
        painter.setPen(color)
        metrics = painter.fontMetrics()
        step = metrics.height() * 0.92
        top = -step * len(lines) / 2 + metrics.ascent() * 0.96
        for i, line in enumerate(lines):
            painter.drawText(QPointF(-metrics.horizontalAdvance(line) / 2, top + i * step), line)
        painter.scale(4, 4)


def rect_of(frame: Frame) -> QRectF:
    """A frame in millimetres as logical pixels."""
    return QRectF(frame.x / PX_MM, frame.y / PX_MM, frame.width / PX_MM, frame.height / PX_MM)


def middle(box: Box) -> tuple[float, float]:
    """The centre of a box."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
