"""Finds places for symbols and texts: who stands where, who gives way.

A symbol shrinks with the scale and becomes a dot where it would be too small to read, or where it
would cover a more important one: it gives way but does not vanish, its dot stands beside what
covers it. A text never lies over another text, a symbol or a dot; one without room waits for a
closer view. Names of planned buildings stand before the symbols, where they cover the fewest.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from desktop.canvas.camera import Camera
from desktop.canvas.lettering import font_of, text_style
from desktop.canvas.notes import DOT_PX, Note
from desktop.canvas.scene import Scene
from desktop.canvas.styles import Styles
from desktop.canvas.taken import Rect, Taken
from plans.drawing.marks import Mark

_SHARE_COVERED = 0.12
"""How much of a symbol may lie over another: the pictogram itself stays clear."""
_RING_PX = 4.0
"""A name keeps clear of the ring about its symbol when that is chosen."""


class Placer:
    """Finds places for the notes of a scene at a camera."""

    def __init__(
        self,
        styles: Styles,
        family: str,
        symbol_px: float,
        text_scale: float,
        *,
        shrinks: bool = True,
    ) -> None:
        """`shrinks`: whether symbols follow the scale; on paper they keep their size."""
        self._styles = styles
        self._family = family
        self._symbol_px = symbol_px
        self._text_scale = text_scale
        self._scale = styles.catalog.symbols if shrinks else None
        self._metrics: dict[tuple[float, bool], QFontMetricsF] = {}

    def symbol_px(self, px_per_m: float) -> float:
        """Side of a symbol: full size close by, smaller farther away."""
        return self._symbol_px * (self._scale.share_at(px_per_m) if self._scale else 1.0)

    def place(
        self,
        scene: Scene,
        camera: Camera,
        hidden: frozenset[str],
        margin_px: float = 0.0,
        covered: Sequence[Rect] = (),
    ) -> list[Note]:
        """Notes in the view, symbols first; most important first within each.

        A name rather stands where none of the `covered` parts of the view hides it.
        """
        px_per_m = camera.px_per_m
        marks = [
            mark
            for mark in scene.notes_in(camera.box(margin_px + 40))
            if mark.layer not in hidden and mark.shown_at(px_per_m)
        ]
        marks.sort(key=_turn_of)
        if not marks:
            return []
        transform = camera.transform
        screen = _Screen(_columns_on_screen(scene, camera), covered)
        side = self.symbol_px(px_per_m)
        dot_px = self._scale.dot_px_at(px_per_m) if self._scale else DOT_PX
        at_of = [transform.map(QPointF(mark.shape.x, mark.shape.y)) for mark in marks]
        for mark, at in zip(marks, at_of, strict=True):
            if mark.paint == "symbol":
                reach = (dot_px if self._is_far(mark, px_per_m) else side) / 2
                screen.wanted.add(_square(at.x(), at.y(), reach))
        placed: list[Note] = []
        for mark, at in zip(marks, at_of, strict=True):
            note = (
                self._symbol(mark, at, camera, side, dot_px, screen)
                if mark.paint == "symbol"
                else self._text(mark, at, camera, side, screen)
            )
            if note is not None:
                placed.append(note)
        return placed

    def _is_far(self, mark: Mark, px_per_m: float) -> bool:
        """Whether the scale alone makes a dot of it."""
        return self._scale is not None and px_per_m < mark.dot_below

    def _symbol(
        self,
        mark: Mark,
        at: QPointF,
        camera: Camera,
        side: float,
        dot_px: float,
        screen: _Screen,
    ) -> Note:
        """A symbol whole, or as a dot: in its place, or at the edge of what covers it."""
        x, y = mark.shape.x, mark.shape.y
        if self._is_far(mark, camera.px_per_m):
            screen.dots.add(_square(at.x(), at.y(), dot_px / 2))
            screen.dotted.add(mark.owner)
            return Note(mark, x, y, dot_px, dot=True)
        rect = _square(at.x(), at.y(), side / 2)
        if screen.symbols.share(rect) <= _SHARE_COVERED and screen.texts.share(rect) == 0.0:
            screen.owners.add(mark.owner)
            screen.symbols.add(_shrunk(rect, side * 0.06))
            return Note(mark, x, y, side, turn_deg=self._turn(mark, camera))
        dx, dy = screen.beside(at.x(), at.y(), dot_px)
        screen.dots.add(_square(at.x() + dx, at.y() + dy, dot_px / 2))
        screen.dotted.add(mark.owner)
        return Note(mark, x, y, dot_px, offset_px=(dx, dy), dot=True)

    @staticmethod
    def _turn(mark: Mark, camera: Camera) -> float:
        """Only things whose direction means something turn: an appliance, not a hydrant."""
        return -(mark.rotation_deg + camera.turn_deg) if mark.role == "aerial" else 0.0

    def _text(
        self, mark: Mark, at: QPointF, camera: Camera, side: float, screen: _Screen
    ) -> Note | None:
        if mark.owner in screen.dotted:
            return None
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
        free: list[tuple[float, tuple[float, float], Rect]] = []
        for dx, dy in self._offsets(mark, side, (width, height), room, screen.owners):
            rect = _turned_box(at.x() + dx, at.y() + dy, width, height, turn)
            lost = _is_lost(rect, at, camera, screen.covered)
            if screen.is_free(rect) and not (lost and mark.owner in screen.owners):
                cost = screen.columns.share(rect) + lost
                if mark.role == "text.planned":
                    cost += screen.wanted.share(rect)
                free.append((cost, (dx, dy), rect))
                if cost == 0.0:
                    break
        if not free:
            return None
        _, offset, rect = min(free, key=lambda place: place[0])
        screen.texts.add(rect)
        return Note(mark, mark.shape.x, mark.shape.y, px, lines, offset, turn)

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
            if mark.role == "text.planned":
                steps += [(0.0, 1.6), (0.0, -1.6)]
            if across > width / 3:
                steps += [(0.5, 0.0), (-0.5, 0.0), (0.5, 0.5), (-0.5, 0.5), (0.5, -0.5)]
            return [(x * across, y * up) for x, y in steps]
        if mark.owner in owners:
            down = side / 2 + height / 2 + _RING_PX
            right = side / 2 + width / 2 + _RING_PX + 1
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


class _Screen:
    """What is where on screen while notes are placed, in pixels."""

    def __init__(self, columns: Taken, covered: Sequence[Rect]) -> None:
        self.symbols, self.texts, self.dots, self.wanted = Taken(), Taken(), Taken(), Taken()
        """`wanted` is where symbols would stand, before any gives way."""
        self.columns, self.covered = columns, covered
        self.owners: set[str] = set()
        self.dotted: set[str] = set()

    def is_free(self, rect: Rect) -> bool:
        """Whether a text may stand there."""
        return not (self.texts.share(rect) or self.symbols.share(rect) or self.dots.share(rect))

    def beside(self, x: float, y: float, dot_px: float) -> tuple[float, float]:
        """How far a dot moves to be seen: to the nearest free edge of what covers its place."""
        half = dot_px / 2 + 0.5
        own = _square(x, y, half)
        covers = [rect for one in (self.symbols, self.texts) if (rect := one.most(own)[1])]
        if not covers:
            return 0.0, 0.0
        moves: list[tuple[float, float]] = []
        for left, top, right, bottom in covers:
            ends_x = left - half - x, right + half - x
            ends_y = top - half - y, bottom + half - y
            moves += [(dx, 0.0) for dx in ends_x] + [(0.0, dy) for dy in ends_y]
            moves += [(dx, dy) for dx in ends_x for dy in ends_y]
        moves.sort(key=lambda move: math.hypot(*move))
        for dx, dy in moves:
            if self.is_free(_square(x + dx, y + dy, half)):
                return dx, dy
        return moves[0]


def _is_lost(rect: Rect, at: QPointF, camera: Camera, covered: Sequence[Rect]) -> bool:
    """Whether a text in view leaves it or goes under what covers it: it rather stands elsewhere,
    and a symbol's name waits."""
    left, top, right, bottom = rect
    if not (0 <= at.x() <= camera.width and 0 <= at.y() <= camera.height):
        return False
    inside = left >= 0 and right <= camera.width and top >= 0 and bottom <= camera.height
    return not inside or any(
        left < over[2] and right > over[0] and top < over[3] and bottom > over[1]
        for over in covered
    )


def _square(x: float, y: float, half: float) -> Rect:
    return x - half, y - half, x + half, y + half


def _shrunk(rect: Rect, by: float) -> Rect:
    return rect[0] + by, rect[1] + by, rect[2] - by, rect[3] - by


def _turned_box(x: float, y: float, width: float, height: float, turn_deg: float) -> Rect:
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
