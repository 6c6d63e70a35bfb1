"""Finds places for symbols and texts: who stands where, who gives way.

A symbol that would cover a more important one becomes a dot in its colour: it gives way but does
not vanish. A text never lies over another text or a symbol; one without room waits for a closer
view.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from desktop.canvas.camera import Camera
from desktop.canvas.lettering import font_of, text_style
from desktop.canvas.notes import DOT_PX, Note
from desktop.canvas.scene import Scene
from desktop.canvas.styles import Styles
from desktop.canvas.taken import Taken
from plans.drawing.marks import Mark

_SHARE_COVERED = 0.45


class Placer:
    """Finds places for the notes of a scene at a camera."""

    def __init__(self, styles: Styles, family: str, symbol_px: float, text_scale: float) -> None:
        self._styles = styles
        self._family = family
        self._symbol_px = symbol_px
        self._text_scale = text_scale
        self._metrics: dict[tuple[float, bool], QFontMetricsF] = {}

    def symbol_px(self, px_per_m: float) -> float:
        """Side of a symbol: full size close by, smaller over a whole district."""
        share = 0.62 + 0.16 * math.log2(max(px_per_m, 0.3) / 0.3)
        return self._symbol_px * min(1.0, share)

    def place(
        self, scene: Scene, camera: Camera, hidden: frozenset[str], margin_px: float = 0.0
    ) -> list[Note]:
        """Notes in the view, symbols first; most important first within each."""
        marks = [
            mark
            for mark in scene.notes_in(camera.box(margin_px + 40))
            if mark.layer not in hidden and mark.shown_at(camera.px_per_m)
        ]
        marks.sort(key=_turn_of)
        if not marks:
            return []
        transform = camera.transform
        taken = Taken()
        columns = _columns_on_screen(scene, camera)
        side = self.symbol_px(camera.px_per_m)
        placed: list[Note] = []
        owners: set[str] = set()
        for mark in marks:
            x, y = mark.shape.x, mark.shape.y
            at = transform.map(QPointF(x, y))
            if mark.paint == "symbol":
                rect = (at.x() - side / 2, at.y() - side / 2, at.x() + side / 2, at.y() + side / 2)
                dot = taken.share(rect) > _SHARE_COVERED
                if not dot:
                    owners.add(mark.owner)
                    taken.add(_shrunk(rect, side * 0.06))
                placed.append(
                    Note(
                        mark,
                        x,
                        y,
                        DOT_PX if dot else side,
                        dot=dot,
                        turn_deg=self._turn(mark, camera),
                    )
                )
            else:
                note = self._text(mark, (x, y), at, camera, side, taken, columns, owners)
                if note is not None:
                    placed.append(note)
        return placed

    @staticmethod
    def _turn(mark: Mark, camera: Camera) -> float:
        """Only things whose direction means something turn: an appliance, not a hydrant."""
        return -(mark.rotation_deg + camera.turn_deg) if mark.role == "aerial" else 0.0

    def _text(
        self,
        mark: Mark,
        plan: tuple[float, float],
        at: QPointF,
        camera: Camera,
        side: float,
        taken: Taken,
        columns: Taken,
        owners: set[str],
    ) -> Note | None:
        style = text_style(mark.role)
        px = style.px * self._text_scale
        metrics = self.metrics(px, style.bold)
        room = mark.extent_m[0] * camera.px_per_m, mark.extent_m[1] * camera.px_per_m
        lines = self._lines(mark, metrics, room)
        if lines is None:
            return None
        width = max(metrics.horizontalAdvance(line) for line in lines)
        height = metrics.height() * len(lines) * 0.92
        turn = 0.0
        if mark.role == "text.road":
            turn = _upright(-(mark.rotation_deg + camera.turn_deg))
        free: list[tuple[float, tuple[float, float], tuple[float, float, float, float]]] = []
        for dx, dy in self._offsets(mark, side, (width, height), room, owners):
            rect = _turned_box(at.x() + dx, at.y() + dy, width, height, turn)
            if taken.share(rect) == 0.0:
                free.append((columns.share(rect), (dx, dy), rect))
                if free[-1][0] == 0.0:
                    break
        if not free:
            return None
        _, offset, rect = min(free, key=lambda place: place[0])
        taken.add(rect)
        return Note(mark, *plan, px, lines, offset, turn)

    def _lines(
        self, mark: Mark, metrics: QFontMetricsF, room: tuple[float, float]
    ) -> tuple[str, ...] | None:
        """The text as it fits the room: whole, without its second line, broken in two, or not."""
        lines = tuple(mark.text.split("\n"))
        if not mark.extent_m[0]:
            return lines
        broken = _broken(lines[0])
        for tried in (lines, lines[:1], broken):
            width = max(metrics.horizontalAdvance(line) for line in tried)
            if width <= room[0] - 4 and metrics.height() * len(tried) <= room[1] + 2:
                return tried
        return None

    @staticmethod
    def _offsets(
        mark: Mark,
        side: float,
        size: tuple[float, float],
        room: tuple[float, float],
        owners: set[str],
    ) -> list[tuple[float, float]]:
        """Where a text may stand, best first, in pixels from its anchor."""
        width, height = size
        if mark.role in ("text.room", "text.planned", "text.building"):
            up, across = max((room[1] - height) / 2, side * 0.9), (room[0] - width) / 2
            steps = [(0.0, 0.0), (0.0, 0.5), (0.0, -0.5), (0.0, 0.9), (0.0, -0.9)]
            if across > width / 3:
                steps += [(0.5, 0.0), (-0.5, 0.0), (0.5, 0.5), (-0.5, 0.5), (0.5, -0.5)]
            return [(x * across, y * up) for x, y in steps]
        if mark.owner in owners:
            down, right = side / 2 + height / 2 + 1, side / 2 + width / 2 + 3
            return [(0.0, down), (right, 0.0), (-right, 0.0), (0.0, -down)]
        return [(0.0, 0.0)]

    def metrics(self, px: float, bold: bool) -> QFontMetricsF:
        """Metrics of the family at a size."""
        key = (round(px * 4) / 4, bold)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(font_of(self._family, px, bold))
        return self._metrics[key]


def _turn_of(mark: Mark) -> tuple[int, int]:
    """Names of planned buildings first (they are what is looked for), symbols, other texts."""
    first = 0 if mark.role == "text.planned" else 1 if mark.paint == "symbol" else 2
    return first, -mark.rank


def _columns_on_screen(scene: Scene, camera: Camera) -> Taken:
    """Columns as rectangles on screen: a room's name rather stands beside them."""
    taken = Taken()
    transform = camera.transform
    for x0, y0, x1, y1 in scene.columns.tolist():
        rect = transform.mapRect(QRectF(x0, y0, x1 - x0, y1 - y0))
        taken.add((rect.left(), rect.top(), rect.right(), rect.bottom()))
    return taken


def _shrunk(
    rect: tuple[float, float, float, float], by: float
) -> tuple[float, float, float, float]:
    return rect[0] + by, rect[1] + by, rect[2] - by, rect[3] - by


def _turned_box(
    x: float, y: float, width: float, height: float, turn_deg: float
) -> tuple[float, float, float, float]:
    c, s = abs(math.cos(math.radians(turn_deg))), abs(math.sin(math.radians(turn_deg)))
    w, h = (width * c + height * s) / 2 + 1, (width * s + height * c) / 2
    return x - w, y - h, x + w, y + h


def _upright(turn_deg: float) -> float:
    """The same direction, never upside down."""
    turn = (turn_deg + 180.0) % 360.0 - 180.0
    return turn - 180.0 if turn > 90 else turn + 180.0 if turn < -90 else turn


def _broken(text: str) -> tuple[str, ...]:
    """A text broken in two near its middle, at a space when it has one."""
    if len(text) < 4:
        return (text,)
    middle = len(text) / 2
    spaces = [i for i, letter in enumerate(text) if letter == " "]
    if spaces:
        at = min(spaces, key=lambda i: abs(i - middle))
        return text[:at], text[at + 1 :]
    if text.isascii():
        return (text,)
    at = round(middle)
    return text[:at], text[at:]
