"""From symbol to symbol by keys: what is in view, in reading order, told as it is reached."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip

from desktop.canvas.view import Canvas
from desktop.widgets.rich import tip
from plans.model.feature import Feature
from plans.model.ids import FeatureId

LINE_PX = 48.0
"""Symbols within this height of each other are read from left to right."""
EDGE_PX = 14.0


class Stepper(QObject):
    """The feature the keys have reached: ringed, named beside it and to screen readers."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._at: Feature | None = None
        canvas.installEventFilter(self)

    @property
    def reached(self) -> Feature | None:
        """The feature that is ringed; None after the pointer, or Esc, or another plan took over."""
        picture = self._canvas.picture
        return self._at if self._at is not None and picture.hovered is self._at else None

    def in_view(self) -> list[Feature]:
        """Features with a symbol or a name in view, line by line from the upper left."""
        picture = self._canvas.picture
        seen: dict[FeatureId, tuple[int, float]] = {}
        everything = QRectF(self._canvas.rect())
        for note in picture.notes:
            id_ = FeatureId(note.mark.owner)
            at = picture.camera.to_screen(note.x_m, note.y_m)
            if id_ in picture.features and id_ not in seen and everything.contains(at):
                seen[id_] = int(at.y() // LINE_PX), at.x()
        return [picture.features[id_] for id_ in sorted(seen, key=seen.__getitem__)]

    def step(self, by: int) -> None:
        """On by so many features; round again at the end. Nothing happens on an empty plan."""
        found = self.in_view()
        if not found:
            return
        ids = [feature.id for feature in found]
        last = self._at if self._at is not None else self._canvas.picture.chosen
        if last is not None and last.id in ids:
            at = (ids.index(last.id) + by) % len(found)
        else:
            at = 0 if by > 0 else -1
        self._reach(found[at])

    def open(self) -> bool:
        """Choose the feature reached, as a click would; false when there is none."""
        feature = self.reached
        if feature is None:
            return False
        self._canvas.picture.hovered = None
        QToolTip.hideText()
        self._canvas.choose(feature)
        return True

    def leave(self) -> bool:
        """Let go of the feature reached; false when there is none."""
        if self.reached is None:
            return False
        self._at = self._canvas.picture.hovered = None
        self._canvas.setAccessibleDescription("")
        QToolTip.hideText()
        self._canvas.update()
        return True

    def _reach(self, feature: Feature) -> None:
        canvas = self._canvas
        self._at = canvas.picture.hovered = feature
        self._bring_in(feature)
        canvas.setFocus()
        canvas.update()
        text = canvas.tip_of(feature)
        canvas.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(canvas, text))
        beside = self._place_of(feature).toPoint() + QPoint(4, 0)
        QToolTip.showText(canvas.mapToGlobal(beside), tip(text), canvas)

    def _place_of(self, feature: Feature) -> QPointF:
        picture = self._canvas.picture
        note = next(note for note in picture.notes if note.mark.owner == feature.id)
        return picture.camera.to_screen(note.x_m, note.y_m)

    def _bring_in(self, feature: Feature) -> None:
        """Pan so far that no panel covers it."""
        canvas, at = self._canvas, self._place_of(feature)
        left, top, right, bottom = (covered + EDGE_PX for covered in canvas.covered)
        x = min(max(at.x(), left), max(canvas.width() - right, left))
        y = min(max(at.y(), top), max(canvas.height() - bottom, top))
        if (x, y) != (at.x(), at.y()):
            middle = QPointF(canvas.width() / 2 - (x - at.x()), canvas.height() / 2 - (y - at.y()))
            canvas.centre_on(*canvas.camera.to_plan(middle))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in enter
        ):
            return self.open()
        return super().eventFilter(watched, event)
