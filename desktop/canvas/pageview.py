"""A page or a plan on which points are set and a part is framed, to lay it on a floor."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.canvas.camera import Box
from desktop.canvas.look import PlanLook
from desktop.canvas.view import Canvas
from desktop.support import fonts

Point = tuple[float, float]

_NEAR_PX = 12.0
_MARK_PX = 9.0


class Tool(StrEnum):
    """What a click or a drag on the page does."""

    POINTS = "points"
    FRAME = "frame"


class PageView(Canvas):
    """A canvas with up to two points, a frame and a bar of a known length.

    A click sets the next point (the first again after two), a drag of a point moves it; with the
    frame tool a drag frames a part. By keyboard: arrows pan, Space sets a point in the middle,
    Backspace takes the last one away. Coordinates are those of the page.
    """

    changed = Signal()

    def __init__(self, look: PlanLook, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.picture.furnished = False
        self.tool = Tool.POINTS
        self.points: list[Point] = []
        self.frame_box: Box | None = None
        self.bar: tuple[float, str] | None = None
        self.joined = True
        self._names = tuple(names)
        self._held: int | None = None
        self._corner: Point | None = None
        self.setCursor(Qt.CursorShape.CrossCursor)

    def sizeHint(self) -> QSize:
        return QSize(640, 520)

    def clear(self) -> None:
        """No points and no frame."""
        self.points, self.frame_box = [], None
        self.update()
        self.changed.emit()

    def set_point(self, point: Point) -> None:
        """The next point; a third one begins anew."""
        if len(self.points) >= len(self._names):
            self.points = []
        self.points.append(point)
        self.update()
        self.changed.emit()

    def length(self) -> float:
        """Between the two points, in units of the page; 0 without them."""
        return math.dist(*self.points) if len(self.points) == 2 else 0.0

    def _near(self, at: QPointF) -> int | None:
        for number, (x, y) in enumerate(self.points):
            apart = self.camera.to_screen(x, y) - at
            if math.hypot(apart.x(), apart.y()) <= _NEAR_PX:
                return number
        return None

    # Qt's own methods

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            if self.tool is Tool.FRAME:
                self._corner = self.camera.to_plan(event.position())
                return
            self._held = self._near(event.position())
            if self._held is not None:
                return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self.camera.to_plan(event.position())
        if self._corner is not None:
            (x0, y0), (x1, y1) = self._corner, point
            self.frame_box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
            self.update()
        elif self._held is not None:
            self.points[self._held] = point
            self.update()
            self.changed.emit()
        elif self._pressed is not None:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._corner is not None:
            self._corner = None
            self.changed.emit()
        elif self._held is not None:
            self._held = None
        elif self._pressed is not None:
            is_click = not self._dragged and event.button() == Qt.MouseButton.LeftButton
            self._pressed = None
            if is_click:
                self.set_point(self.camera.to_plan(event.position()))
        self.setCursor(Qt.CursorShape.CrossCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.set_point(self.camera.to_plan(QPointF(self.width() / 2, self.height() / 2)))
        elif event.key() == Qt.Key.Key_Backspace and self.points:
            self.points.pop()
            self.update()
            self.changed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_frame(painter)
        self._draw_points(painter)
        self._draw_bar(painter)
        if self.hasFocus():
            self._draw_aim(painter)
        painter.end()

    def _draw_frame(self, painter: QPainter) -> None:
        """What is left out lies in the shade."""
        if self.frame_box is None:
            return
        x0, y0, x1, y1 = self.frame_box
        a, b = self.camera.to_screen(x0, y0), self.camera.to_screen(x1, y1)
        inside = QRectF(a, b).normalized()
        shade = QColor(0, 0, 0, 130)
        whole = QRectF(self.rect())
        for outside in (
            QRectF(whole.left(), whole.top(), whole.width(), inside.top() - whole.top()),
            QRectF(whole.left(), inside.bottom(), whole.width(), whole.bottom() - inside.bottom()),
            QRectF(whole.left(), inside.top(), inside.left() - whole.left(), inside.height()),
            QRectF(inside.right(), inside.top(), whole.right() - inside.right(), inside.height()),
        ):
            painter.fillRect(outside.intersected(whole), shade)
        painter.setPen(QPen(self._accent(), 2))
        painter.drawRect(inside)

    def _draw_points(self, painter: QPainter) -> None:
        accent, paper = self._accent(), QColor(self.picture.look.theme.chrome.raised)
        at = [self.camera.to_screen(x, y) for x, y in self.points]
        if len(at) == 2 and self.joined:
            for width, color in ((5.0, paper), (2.0, accent)):
                painter.setPen(QPen(color, width))
                painter.drawLine(*at)
        painter.setFont(fonts.font(self.picture.look.theme.sizes.body, strong=True))
        for name, point in zip(self._names, at, strict=False):
            painter.setPen(QPen(paper, 5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(point, _MARK_PX, _MARK_PX)
            painter.setPen(QPen(accent, 2))
            painter.drawEllipse(point, _MARK_PX, _MARK_PX)
            painter.drawPoint(point)
            plate = QRectF(point.x() + 12, point.y() - 26, 22, 22)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawRoundedRect(plate, 4, 4)
            painter.setPen(paper)
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_bar(self, painter: QPainter) -> None:
        """A bar as long as it says, to check the scale against a door or a bay."""
        if self.bar is None:
            return
        length, text = self.bar
        px = length * self.camera.px_per_m
        theme = self.picture.look.theme
        painter.setFont(fonts.font(theme.sizes.body))
        wide = max(px, painter.fontMetrics().horizontalAdvance(text)) + 24
        plate = QRectF(12, self.height() - 56, wide, 44)
        painter.setPen(QPen(QColor(theme.chrome.line), 1))
        painter.setBrush(QColor(theme.chrome.raised))
        painter.drawRoundedRect(plate, theme.sizes.radius, theme.sizes.radius)
        left, low = plate.left() + 12, plate.bottom() - 11
        painter.setPen(QColor(theme.chrome.text))
        painter.drawText(QPointF(left, plate.top() + 20), text)
        painter.setPen(QPen(self._accent(), 3))
        painter.drawLine(QPointF(left, low), QPointF(left + px, low))

    def _draw_aim(self, painter: QPainter) -> None:
        """Where Space sets a point."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(QPen(QColor(self.picture.look.theme.chrome.text_dim), 1))
        for dx, dy in ((7.0, 0.0), (0.0, 7.0)):
            painter.drawLine(middle - QPointF(dx, dy), middle + QPointF(dx, dy))

    def _accent(self) -> QColor:
        return QColor(self.picture.look.theme.chrome.accent)
