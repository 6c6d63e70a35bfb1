"""Symbols and texts over the plan: who stands where, who gives way, drawn at screen size.

A symbol that would cover a more important one becomes a dot in its colour: it gives way but does
not vanish. A text never lies over another text or a symbol; one without room waits for a closer
view.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from desktop.canvas.camera import Camera
from desktop.canvas.scene import Scene
from desktop.canvas.styles import Styles
from desktop.support.symbols import SymbolPainter
from plans.drawing.marks import Mark

DOT_PX = 5.0
CELL_PX = 48.0
HALO_PX = 1.5
_HALO = tuple(
    (HALO_PX * math.cos(turn), HALO_PX * math.sin(turn))
    for turn in (math.pi / 4 * i for i in range(8))
)
"""A halo is the text eight times around itself: a stroked outline takes ten times as long."""
_SHARE_COVERED = 0.45


Rect = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size in pixels, weight and colour token of a text role."""

    px: float
    token: str
    bold: bool = False


TEXT_STYLES = {
    "text.room": TextStyle(11.5, "ink"),
    "text.note": TextStyle(11, "ink_dim"),
    "text.road": TextStyle(11, "ink_dim"),
    "text.green": TextStyle(11, "escape"),
    "text.water_body": TextStyle(11.5, "water"),
    "text.plot": TextStyle(11, "ink_dim"),
    "text.building": TextStyle(10.5, "ink_dim"),
    "text.planned": TextStyle(13, "ink", bold=True),
}


@dataclass(frozen=True, slots=True)
class Note:
    """One symbol, dot or text that found its place: anchored in metres, offset in pixels."""

    mark: Mark
    x_m: float
    y_m: float
    size_px: float
    lines: tuple[str, ...] = ()
    offset_px: tuple[float, float] = (0.0, 0.0)
    turn_deg: float = 0.0
    dot: bool = False


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
        taken = _Taken()
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
        taken: _Taken,
        columns: _Taken,
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


class NotePainter:
    """Draws placed notes; texts are kept as pixmaps with their halo."""

    def __init__(self, styles: Styles, symbols: SymbolPainter, family: str, dpr: float) -> None:
        self._styles = styles
        self._symbols = symbols
        self._family = family
        self._dpr = dpr
        self._texts: dict[tuple[tuple[str, ...], str, float], QPixmap] = {}

    def draw(self, painter: QPainter, notes: list[Note], camera: Camera) -> None:
        """Draw on screen, the most important last."""
        transform = camera.transform
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for note in reversed(notes):
            at = transform.map(QPointF(note.x_m, note.y_m))
            if note.lines:
                self._draw_text(painter, note, at)
            elif note.dot or not note.mark.symbol:
                draw_dot(
                    painter, at, self._styles.color(note.mark.role), self._styles.color("halo")
                )
            else:
                self._draw_symbol(painter, note, at)

    def _draw_symbol(self, painter: QPainter, note: Note, at: QPointF) -> None:
        size = round(note.size_px)
        pixmap = self._symbols.pixmap(note.mark.symbol, size, note.mark.role, self._dpr)
        if note.turn_deg:
            painter.save()
            painter.translate(at)
            painter.rotate(note.turn_deg)
            painter.drawPixmap(QPointF(-size / 2, -size / 2), pixmap)
            painter.restore()
        else:
            painter.drawPixmap(QPointF(round(at.x() - size / 2), round(at.y() - size / 2)), pixmap)

    def _draw_text(self, painter: QPainter, note: Note, at: QPointF) -> None:
        key = (note.lines, note.mark.role, note.size_px)
        pixmap = self._texts.get(key)
        if pixmap is None:
            if len(self._texts) > 3000:
                self._texts.clear()
            pixmap = self._texts[key] = self._text_pixmap(note)
        size = pixmap.deviceIndependentSize()
        middle = QPointF(at.x() + note.offset_px[0], at.y() + note.offset_px[1])
        if note.turn_deg:
            painter.save()
            painter.translate(middle)
            painter.rotate(note.turn_deg)
            painter.drawPixmap(QPointF(-size.width() / 2, -size.height() / 2), pixmap)
            painter.restore()
        else:
            corner = QPointF(
                round(middle.x() - size.width() / 2), round(middle.y() - size.height() / 2)
            )
            painter.drawPixmap(corner, pixmap)

    def _text_pixmap(self, note: Note) -> QPixmap:
        style = text_style(note.mark.role)
        font = font_of(self._family, note.size_px, style.bold)
        metrics = QFontMetricsF(font)
        step = metrics.height() * 0.92
        width = max(metrics.horizontalAdvance(line) for line in note.lines) + 2 * HALO_PX + 2
        height = step * len(note.lines) + 2 * HALO_PX + 2
        pixmap = QPixmap(math.ceil(width * self._dpr), math.ceil(height * self._dpr))
        pixmap.setDevicePixelRatio(self._dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setFont(font)
        for color, offsets in (
            (self._styles.color("halo"), _HALO),
            (self._styles.color(style.token), ((0.0, 0.0),)),
        ):
            painter.setPen(color)
            for i, line in enumerate(note.lines):
                x = (width - metrics.horizontalAdvance(line)) / 2
                y = HALO_PX + 1 + i * step + metrics.ascent() * 0.96
                for dx, dy in offsets:
                    painter.drawText(QPointF(x + dx, y + dy), line)
        painter.end()
        return pixmap


def draw_dot(
    painter: QPainter, at: QPointF, color: QColor, halo: QColor, px: float = DOT_PX
) -> None:
    """The dot of a symbol that gave way."""
    painter.setPen(QPen(halo, px / 4))
    painter.setBrush(color)
    painter.drawEllipse(at, px / 2 + px / 8, px / 2 + px / 8)


def text_style(role: str) -> TextStyle:
    """A text role's style; labels of kinds take the colour of their kind's role."""
    return TEXT_STYLES.get(role) or TextStyle(10.5, role.removeprefix("text."))


def font_of(family: str, px: float, bold: bool) -> QFont:
    """The family at a size in pixels."""
    font = QFont(family)
    font.setPixelSize(max(1, round(px)))
    font.setBold(bold)
    return font


def text_path(lines: tuple[str, ...], font: QFont) -> QPainterPath:
    """Centred lines as one path about the origin."""
    metrics = QFontMetricsF(font)
    step = metrics.height() * 0.92
    top = -step * len(lines) / 2 + metrics.ascent() * 0.96
    path = QPainterPath()
    for i, line in enumerate(lines):
        path.addText(QPointF(-metrics.horizontalAdvance(line) / 2, top + i * step), font, line)
    return path


def paint_text(
    painter: QPainter, path: QPainterPath, color: QColor, halo: QColor, halo_px: float
) -> None:
    """Text with a halo, so that it reads over any line."""
    pen = QPen(halo, halo_px)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.fillPath(path, color)


class _Taken:
    """Rectangles already taken on screen, found again by a grid of cells."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Rect]] = {}

    def add(self, rect: Rect) -> None:
        for cell in _cells(rect):
            self._cells.setdefault(cell, []).append(rect)

    def share(self, rect: Rect) -> float:
        """Largest share of `rect` that one taken rectangle covers, 0..1."""
        left, top, right, bottom = rect
        most = 0.0
        for cell in _cells(rect):
            for other in self._cells.get(cell, ()):
                width = min(other[2], right) - max(other[0], left)
                height = min(other[3], bottom) - max(other[1], top)
                if width > 0 and height > 0:
                    most = max(most, width * height)
        return most / max((right - left) * (bottom - top), 1e-9)


def _cells(rect: Rect) -> list[tuple[int, int]]:
    return [
        (x, y)
        for x in range(int(rect[0] // CELL_PX), int(rect[2] // CELL_PX) + 1)
        for y in range(int(rect[1] // CELL_PX), int(rect[3] // CELL_PX) + 1)
    ]


def _turn_of(mark: Mark) -> tuple[int, int]:
    """Names of planned buildings first (they are what is looked for), symbols, other texts."""
    first = 0 if mark.role == "text.planned" else 1 if mark.paint == "symbol" else 2
    return first, -mark.rank


def _columns_on_screen(scene: Scene, camera: Camera) -> _Taken:
    """Columns as rectangles on screen: a room's name rather stands beside them."""
    taken = _Taken()
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


__all__ = [
    "Note",
    "NotePainter",
    "Placer",
    "draw_dot",
    "font_of",
    "paint_text",
    "text_path",
    "text_style",
]
