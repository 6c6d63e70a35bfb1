"""The canvas: one plan in a widget, moved by mouse, touchpad and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.canvas.camera import Box, Camera
from desktop.canvas.freerect import fitted_between
from desktop.canvas.look import PlanLook
from desktop.canvas.picture import Picture
from desktop.canvas.taken import Rect
from desktop.widgets.rich import tip
from plans.model.feature import Feature

FRAME_MS = 5.0
"""How long a frame may paint tiles; copying and texts take about as much again."""
KEY_PAN_PX = 80
MARGIN_PX = 24.0
"""Kept free about a fitted plan: half a symbol and the ring about it."""


class Canvas(QWidget):
    """Shows a `Picture`; tells what the pointer is over and what was chosen."""

    hovered = Signal(object)
    chosen = Signal(object)
    camera_moved = Signal()

    def __init__(self, look: PlanLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = Picture(look)
        self._pressed: QPointF | None = None
        self._dragged = False
        self._hover: Feature | None = None
        self._fitted: Box | None = None
        self._passing: tuple[Rect, ...] = ()
        self.home: Box | None = None
        self.covered = (0.0, 0.0, 0.0, 0.0)
        self.language = "zh"
        self._frames = QTimer(self)
        self._frames.setSingleShot(True)
        self._frames.timeout.connect(self.update)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(70)
        self._settle.timeout.connect(self.refresh)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 180)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.grabGesture(Qt.GestureType.PinchGesture)

    @property
    def camera(self) -> Camera:
        """Where the eye is."""
        return self.picture.camera

    def show_plan(self, *, keep_camera: bool) -> None:
        """Draw after the picture's content changed; fit it unless the camera is kept."""
        self._hover = None
        if not keep_camera:
            self.fit()
        self.refresh()

    def refresh(self) -> None:
        """Find places for the notes anew: the camera, the look or the hidden layers changed."""
        self.picture.place_notes()
        self.update()

    def fit(self) -> None:
        """The whole plan in view, or the part it begins with."""
        box = self.home or self.picture.extent()
        if box is not None:
            self.fit_box(box)

    def fit_box(self, box: Box) -> None:
        """That box in view, where nothing lies over it."""
        over = self.picture.covered + self._passing
        self._move(fitted_between(self.camera, box, over, MARGIN_PX))
        self._fitted = box
        self.refresh()

    def lay_over(self, lasting: Sequence[Rect], passing: Sequence[Rect] = ()) -> None:
        """What lies over the canvas; a fitted plan makes room at once for what lasts alone."""
        changed = tuple(lasting) != self.picture.covered
        self.picture.covered, self._passing = tuple(lasting), tuple(passing)
        if changed and self._fitted is not None:
            self.fit_box(self._fitted)

    def kept(self) -> tuple[Camera, Box | None]:
        """Where the eye is, and what it was fitted to, for `restore`."""
        return self.camera, self._fitted

    def restore(self, kept: tuple[Camera, Box | None]) -> None:
        """Where the eye was."""
        self._move(kept[0].resized(self.width(), self.height()))
        if kept[1] is not None:
            self.fit_box(kept[1])

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Closer by `factor` about a point of the view."""
        self._move(self.camera.zoomed(factor, at, self.picture.zoom_limits()))

    def turn_to(self, turn_deg: float) -> None:
        """Turn the plan counter-clockwise on screen."""
        self._move(self.camera.turned_to(turn_deg))

    def centre_on(self, x_m: float, y_m: float) -> None:
        """Bring a point of the plan to the middle."""
        at = self.camera.to_screen(x_m, y_m)
        self._move(self.camera.panned(self.width() / 2 - at.x(), self.height() / 2 - at.y()))

    def choose(self, feature: Feature | None) -> None:
        """Mark a feature as chosen and tell so."""
        self.picture.chosen = feature
        self.update()
        self.chosen.emit(feature)

    def tip_of(self, feature: Feature) -> str:
        """What a feature is, in a word or two, for whoever does not know its symbol."""
        kind = self.picture.look.catalog.kinds.get(feature.kind)
        name = kind.text_in(self.language) if kind else feature.kind
        label = feature.label_in(self.language)
        return f"{name} · {label}" if label and label != name else name

    def finish(self) -> None:
        """Paint all that is missing now: for pictures and tests."""
        self.picture.finish()
        self.update()

    def _move(self, camera: Camera) -> None:
        if camera != self.picture.camera:
            self._fitted = None
            self.picture.camera = camera
            self.camera_moved.emit()
            self._settle.start()
            self.update()

    def _hover_at(self, at: QPointF) -> None:
        found = self.picture.pick(at)
        first = found[0] if found else None
        if first is not self._hover:
            self._hover = self.picture.hovered = first
            self.hovered.emit(first)
            QToolTip.hideText()
            self.update()

    # Qt's own methods

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        more = self.picture.frame(painter, FRAME_MS)
        painter.end()
        if more:
            self._frames.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.picture.camera = self.camera.resized(event.size().width(), event.size().height())
        if self._fitted is not None:
            self.fit_box(self._fitted)
        self._settle.start()
        self.camera_moved.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels, angle = event.pixelDelta(), event.angleDelta()
        touchpad = event.source() == Qt.MouseEventSource.MouseEventSynthesizedBySystem
        zooming = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if touchpad and not pixels.isNull() and not zooming:
            self._move(self.camera.panned(pixels.x(), pixels.y()))
            return
        self.zoom(1.0015 ** angle.y(), event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._hover_at(event.position())
            return
        step = event.position() - self._pressed
        if self._dragged or step.manhattanLength() > 4:
            self._dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pressed = event.position()
            self._move(self.camera.panned(step.x(), step.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._dragged:
            found = self.picture.pick(event.position())
            if event.button() == Qt.MouseButton.LeftButton:
                self.choose(self._next_of(found))
        self._pressed = None
        self.unsetCursor()

    def _next_of(self, found: list[Feature]) -> Feature | None:
        """A second click on the same spot goes on to what lies beneath."""
        ids = [feature.id for feature in found]
        chosen = self.picture.chosen
        if chosen is not None and chosen.id in ids:
            return found[(ids.index(chosen.id) + 1) % len(found)]
        return found[0] if found else None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.zoom(2.0, event.position())

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover = self.picture.hovered = None
        self.hovered.emit(None)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: QPoint(KEY_PAN_PX, 0),
            Qt.Key.Key_Right: QPoint(-KEY_PAN_PX, 0),
            Qt.Key.Key_Up: QPoint(0, KEY_PAN_PX),
            Qt.Key.Key_Down: QPoint(0, -KEY_PAN_PX),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._move(self.camera.panned(step.x(), step.y()))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            if self._hover is not None and self._pressed is None:
                QToolTip.showText(event.globalPos(), tip(self.tip_of(self._hover)), self)
            return True
        if event.type() == QEvent.Type.Gesture:
            pinch = event.gesture(Qt.GestureType.PinchGesture)  # type: ignore[attr-defined]
            if pinch is not None:
                self.zoom(
                    pinch.scaleFactor(), QPointF(self.mapFromGlobal(pinch.centerPoint().toPoint()))
                )
                return True
        return super().event(event)
