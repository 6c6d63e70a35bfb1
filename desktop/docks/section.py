"""The section: the building from the side, to scale in height; a click opens a floor."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.docks.sectionlabels import column_px, draw_label
from desktop.support import fonts
from desktop.support.theme import Theme
from desktop.widgets.rich import tip
from plans.drawing.section import Section, SectionFloor
from plans.model.building import Building
from plans.model.ids import FloorId

HEIGHT_PX, MARGIN_PX, APART_PX = 50.0, 26.0, 14.0
"""The last is the least distance between two heights."""
LEAST_FLOOR_PX = 10.0
TEXT_FLOOR_PX = 12.5
"""A floor lower than this on screen is labelled only when it matters or every fifth."""


class SectionView(QWidget):
    """Draws a section and tells which floor was chosen."""

    floor_chosen = Signal(str)
    shared_chosen = Signal(str, str)
    """A basement that another building's plan holds: that building, the floor."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = "zh"
        self._section: Section | None = None
        self._current: FloorId | None = None
        self._hover: SectionFloor | None = None
        self._mark: SectionFloor | None = None  # the shared basement Enter opens
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.retranslate()

    def retranslate(self) -> None:
        """Names for screen readers in the window's language."""
        self.setAccessibleName(self.tr("Section"))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def set_language(self, language: str) -> None:
        """Name uses in another language."""
        self._language = language
        self.retranslate()
        self.update()

    def set_section(self, section: Section | None) -> None:
        """Show another building."""
        self._section, self._hover, self._mark = section, None, None
        least = 0.0
        if section is not None:
            lowest = min(box.floor.height_m for box in self._boxes()) or 3.0
            least = LEAST_FLOOR_PX / lowest * (section.z1_m - section.z0_m) + 2 * MARGIN_PX
        self.setMinimumHeight(min(round(least), 2400))
        self.update()

    def set_current(self, floor_id: FloorId | None) -> None:
        """Mark the open floor."""
        self._current, self._mark = floor_id, None
        self.update()

    def floor_rect(self, floor_id: FloorId) -> QRectF:
        """Where a floor is drawn; empty when it is not."""
        found = [box for box in self._boxes() if box.floor.id == floor_id]
        return self._rect(found[0]) if found else QRectF()

    # geometry

    def _boxes(self) -> tuple[SectionFloor, ...]:
        """Shared basements and floors, lowest first."""
        one = self._section
        return (*one.shared, *one.floors) if one is not None else ()

    def _is_shared(self, box: SectionFloor) -> bool:
        return self._section is not None and box in self._section.shared

    def _z(self, z_m: float) -> float:
        section = self._section
        assert section is not None
        span = max(section.z1_m - section.z0_m, 1.0)
        room = self.height() - 2 * MARGIN_PX
        scale = min(room / span, 26.0)
        top = MARGIN_PX + (room - span * scale) / 2
        return top + (section.z1_m - z_m) * scale

    def _column_px(self) -> float:
        names = [box.floor.label for box in self._boxes()]
        return column_px(names, self._theme.sizes.tiny, self.width())

    def _rect(self, box: SectionFloor) -> QRectF:
        section = self._section
        assert section is not None
        left, right = self._column_px(), self.width() - HEIGHT_PX
        scale_z = (self._z(section.z0_m) - self._z(section.z1_m)) / max(
            section.z1_m - section.z0_m, 1.0
        )
        span = max(section.x1_m - section.x0_m, 1.0)
        scale = min((right - left) / span, scale_z * 1.6)
        start = left + ((right - left) - span * scale) / 2
        top, bottom = self._z(box.z1_m), self._z(box.z0_m)
        return QRectF(
            start + (box.x0_m - section.x0_m) * scale,
            top,
            max((box.x1_m - box.x0_m) * scale, 24.0),
            max(bottom - top, 2.0),
        )

    def _box_at(self, at: QPointF) -> SectionFloor | None:
        for box in self._boxes():
            if self._z(box.z1_m) <= at.y() < self._z(box.z0_m):
                return box
        return None

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw into the widget's size on any painter: the screen's or a sheet's."""
        if self._section is None:
            return
        self._draw_ground(painter)
        for box in self._section.shared:
            self._draw_shared(painter, box, self._section.shared_with)
        for box in self._section.floors:
            self._draw_floor(painter, box)
        self._draw_roof(painter)
        self._draw_heights(painter)
        self._draw_labels(painter)

    def _color(self, role: str) -> QColor:
        return QColor(self._theme.color(role))

    def _draw_ground(self, painter: QPainter) -> None:
        y = round(self._z(0.0)) + 0.5
        earth = self._color("section_ground")
        low = min([0.0, *(box.z0_m for box in self._boxes())])
        deep = min(self._z(low) + MARGIN_PX, self.height()) - y
        left = self._column_px() - 6
        area = QRectF(left, y, self.width() - left - HEIGHT_PX + 6, deep)
        faint = QColor(earth)
        faint.setAlphaF(0.13)
        painter.fillRect(area, faint)
        hatch = QColor(earth)
        hatch.setAlphaF(0.30)
        strip = QRectF(area.left(), y, area.width(), min(9.0, area.height()))
        painter.fillRect(strip, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(earth, 1.4))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _draw_floor(self, painter: QPainter, box: SectionFloor) -> None:
        rect = self._rect(box).adjusted(0.5, 0.5, -0.5, 0.5)
        chrome = self._theme.chrome
        fill = self._color("room.refuge" if box.floor.refuge else "section_fill")
        if box.floor.level < 0:
            fill = fill.darker(106) if not self._theme.dark else fill.lighter(88)
        current = box.floor.id == self._current
        if current:
            fill = self._color("accent")
        elif box is self._hover:
            fill = QColor(chrome.selection)
        painter.setPen(QPen(self._color("section_line"), 0.8))
        painter.setBrush(fill)
        painter.drawRect(rect)
        if box.floor.refuge and not current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._color("escape"))
            painter.drawRect(QRectF(rect.left(), rect.top(), 3, rect.height()))
        self._draw_use(painter, box, rect, current)

    def _draw_shared(self, painter: QPainter, box: SectionFloor, owner: Building | None) -> None:
        """A basement that another building's plan holds: grey, dashed, saying whose."""
        rect = self._rect(box).adjusted(0.5, 0.5, -0.5, 0.5)
        marked = box is self._hover or box is self._mark
        fill = self._color("section_ground")
        fill.setAlphaF(0.20)
        painter.setPen(QPen(self._color("section_line"), 0.8, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(self._theme.chrome.selection) if marked else fill)
        painter.drawRect(rect)
        if owner is not None:
            text = self.tr("see {building}").format(building=owner.name_in(self._language))
            self._write_use(painter, text, rect, QColor(self._theme.chrome.text_dim))

    def _draw_use(self, painter: QPainter, box: SectionFloor, rect: QRectF, current: bool) -> None:
        chrome = self._theme.chrome
        color = QColor(chrome.accent_text if current else chrome.text_dim)
        self._write_use(painter, box.floor.use_in(self._language), rect, color)

    def _write_use(self, painter: QPainter, use: str, rect: QRectF, color: QColor) -> None:
        if rect.height() < TEXT_FLOOR_PX:
            return
        font = fonts.font(self._theme.sizes.tiny)
        font.setPixelSize(max(9, min(self._theme.sizes.tiny, int(rect.height()) - 3)))
        painter.setFont(font)
        painter.setPen(color)
        text = QFontMetricsF(font).elidedText(use, Qt.TextElideMode.ElideRight, rect.width() - 12)
        painter.drawText(
            rect.adjusted(7, 0, -5, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            text,
        )

    def _draw_roof(self, painter: QPainter) -> None:
        """A thick line where the silhouette ends upwards."""
        section = self._section
        assert section is not None
        painter.setPen(QPen(self._color("wall"), 2.0))
        for lower, upper in zip(section.floors, (*section.floors[1:], None), strict=True):
            rect = self._rect(lower)
            if upper is None:
                painter.drawLine(rect.topLeft(), rect.topRight())
                continue
            above = self._rect(upper)
            if above.left() > rect.left() + 1:
                painter.drawLine(rect.topLeft(), QPointF(above.left(), rect.top()))
            if above.right() < rect.right() - 1:
                painter.drawLine(QPointF(above.right(), rect.top()), rect.topRight())

    def _draw_heights(self, painter: QPainter) -> None:
        """Heights in metres at the right: roof, ground, lowest floor, refuge floors.

        Where plant stands on the roof both heights are named: one is the building's.
        """
        section = self._section
        assert section is not None
        roof = section.roof_m
        marks = {section.top_m: roof is None, 0.0: True, section.z0_m: False}
        marks |= {box.z0_m: False for box in section.floors if box.floor.refuge}
        if roof is not None:
            marks[roof] = True
        taken: list[float] = []
        for z_m, strong in sorted(marks.items(), key=lambda pair: (not pair[1], pair[0])):
            y = at = self._z(z_m)
            if roof is not None and z_m == section.z1_m:
                at = min(y, self._z(roof) - APART_PX)
            if any(abs(at - other) < APART_PX for other in taken):
                continue
            taken.append(at)
            x = self.width() - HEIGHT_PX + 4
            painter.setPen(QPen(self._color("section_line"), 1))
            painter.drawLine(QPointF(x - 8, y), QPointF(x - 2, at))
            self._write_height(painter, "±0" if z_m == 0 else f"{z_m:.1f}", at, strong)
            if roof is not None and z_m == section.z1_m:
                self._write_height(painter, self.tr("roof plant"), at - 12, False)
            elif z_m == roof:
                self._write_height(painter, self.tr("roof"), at + 12, False)
                taken.append(at + 12)

    def _write_height(self, painter: QPainter, text: str, y: float, strong: bool) -> None:
        font = fonts.font(self._theme.sizes.tiny, language=self._language)
        room = HEIGHT_PX - 7
        while QFontMetricsF(font).horizontalAdvance(text) > room and font.pixelSize() > 8:
            font.setPixelSize(font.pixelSize() - 1)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.chrome.text if strong else self._theme.chrome.text_dim))
        painter.drawText(
            QRectF(self.width() - HEIGHT_PX + 6, y - 8, HEIGHT_PX - 6, 16),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            text,
        )

    def _draw_labels(self, painter: QPainter) -> None:
        taken: list[float] = []
        for box in sorted(self._boxes(), key=self._label_rank):
            y = (self._z(box.z0_m) + self._z(box.z1_m)) / 2
            if any(abs(y - other) < 12 for other in taken):
                continue
            taken.append(y)
            current = box.floor.id == self._current
            font = fonts.font(self._theme.sizes.tiny, strong=current)
            painter.setFont(font)
            chrome = self._theme.chrome
            quiet = chrome.text_dim if self._is_shared(box) else chrome.text
            painter.setPen(QColor(chrome.accent if current else quiet))
            draw_label(painter, y, self._column_px(), box.floor.label)
            if current:
                self._draw_pointer(painter, y)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.chrome.focus), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _label_rank(self, box: SectionFloor) -> tuple[int, int]:
        floor = box.floor
        matters = (
            floor.id == self._current,
            floor.level == 0,
            box is self._hover,
            floor.refuge,
            floor.level < 0,
            floor.level % 5 == 4,
        )
        return (matters.index(True) if True in matters else len(matters), -floor.level)

    def _draw_pointer(self, painter: QPainter, y: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.chrome.accent))
        x = self._column_px() - 8
        painter.drawPolygon(QPolygonF([QPointF(x, y - 4), QPointF(x + 6, y), QPointF(x, y + 4)]))

    # Qt's own methods

    def sizeHint(self) -> QSize:
        return QSize(220, 480)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._box_at(event.position())
        if found is not self._hover:
            self._hover = found
            self.update()
        if found is not None:
            floor = found.floor
            text = self.tr("{label} · {use}\n{elevation} m, {height} m high").format(
                label=floor.label,
                use=floor.use_in(self._language) or "–",
                elevation=f"{floor.elevation_m:+.1f}",
                height=f"{floor.height_m:.1f}",
            )
            if floor.refuge:
                text += "\n" + self.tr("Refuge floor")
            owner = self._section.shared_with if self._section is not None else None
            if owner is not None and self._is_shared(found):
                told = self.tr("Drawn in the plan of {building}: click to open it there")
                text += "\n" + told.format(building=owner.name_in(self._language))
            QToolTip.showText(event.globalPosition().toPoint(), tip(text), self)

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._box_at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(found)

    def _choose(self, box: SectionFloor) -> None:
        if self._is_shared(box):
            self.shared_chosen.emit(box.floor.building_id, box.floor.id)
        else:
            self.floor_chosen.emit(box.floor.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._mark is not None:
            self._choose(self._mark)
            return
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(key)
        if step is None or self._section is None:
            super().keyPressEvent(event)
            return
        boxes = self._boxes()
        at = self._standing(boxes)
        at = self._ground(boxes) if at is None else at + step
        if not 0 <= at < len(boxes):
            return
        if self._is_shared(boxes[at]):  # only Enter leaves the building
            self._mark = boxes[at]
            self.update()
        elif boxes[at].floor.id == self._current:
            self._mark = None
            self.update()
        else:
            self._choose(boxes[at])

    def _standing(self, boxes: tuple[SectionFloor, ...]) -> int | None:
        """Where the keys stand: on a shared basement, else on the open floor."""
        if self._mark is not None:
            return boxes.index(self._mark)
        ids = [box.floor.id for box in boxes]
        return ids.index(self._current) if self._current in ids else None

    @staticmethod
    def _ground(boxes: tuple[SectionFloor, ...]) -> int:
        return min(range(len(boxes)), key=lambda at: abs(boxes[at].floor.level))
