"""The card: the first sixty seconds on one screen, drawn to fit, each fact with its trust."""

from __future__ import annotations

import datetime as dt
import math

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.docks.cardlayout import (
    LINE,
    TRUST_PX,
    CardLayout,
    FigurePlace,
    Heading,
    RowPlace,
    lay_out,
    value_of,
)
from desktop.docks.facts import Shown, card_groups
from desktop.docks.trust import trust_story, trust_text
from desktop.support import fonts
from desktop.support.icons import paint_icon
from desktop.support.theme import Theme
from desktop.widgets.rich import tip
from plans.model.building import Building
from plans.model.catalog import Catalog
from plans.model.fact import Trust

GROUP_ROLES = {
    "access": "access",
    "water": "water",
    "aerial": "aerial",
    "vertical": "fire",
    "escape": "escape",
    "hazards": "hazard",
    "people": "people",
    "contacts": "people",
    "protection": "fire",
    "utilities": "utility",
    "upkeep": "hazard",
    "construction": "structure",
}


class Card(QWidget):
    """Draws the card of a building into whatever room there is.

    In a window its room is what `set_room` says, and it grows beyond it rather than hide a
    heavy fact; on paper its room is its size, and it shrinks.
    """

    arranged = Signal()

    def __init__(self, catalog: Catalog, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._theme = theme
        self._language = "zh"
        self._today = dt.date.today()
        self._building: Building | None = None
        self._room: int | None = None
        self._whole = False
        self._layout = CardLayout()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._arrange()

    def set_room(self, height_px: int) -> None:
        """What of the card is seen at once, in pixels; it may be taller than that."""
        self._room = height_px
        self._arrange()

    def show_building(self, building: Building | None, language: str, today: dt.date) -> None:
        """Show a building's facts as of a day."""
        if building is None or self._building is None or building.id != self._building.id:
            self._whole = False
        self._building, self._language, self._today = building, language, today
        self.setAccessibleName(self.tr("Card"))
        self.setAccessibleDescription(self.as_text())
        self._arrange()

    def show_whole(self, whole: bool) -> None:
        """Every fact and value in full, however tall; or what fits."""
        self._whole = whole
        self._arrange()

    def as_text(self) -> str:
        """The card as lines of text, for the clipboard and for screen readers."""
        building = self._building
        if building is None:
            return ""
        lines = [building.name_in(self._language), building.address_in(self._language)]
        figures, groups = self._content()
        for item in [*figures, *(item for _, _, items in groups for item in items)]:
            value = value_of(item, "–")
            lines.append(f"{item.name}: {value} ({trust_text(item.trust, self._language)})")
        return "\n".join(lines)

    def fact_rect(self, key: str) -> QRectF:
        """Where a fact stands; empty when it did not fit."""
        found = [rect for rect, item in self._placed() if item.row.key == key]
        return found[0] if found else QRectF()

    def below(self, y_px: float) -> int:
        """How many facts end below a height."""
        return sum(rect.bottom() > y_px + 2 for rect, _ in self._placed())

    def _placed(self) -> list[tuple[QRectF, Shown]]:
        return [(place.rect, place.item) for place in self._layout.facts]

    def _content(self) -> tuple[list[Shown], list[tuple[str, str, list[Shown]]]]:
        assert self._building is not None
        return card_groups(self._catalog, self._building.facts, self._today, self._language)

    def _arrange(self) -> None:
        """Find places anew, and ask for the height they take."""
        if self._building is None:
            self._layout = CardLayout()
        else:
            room = self.height() if self._room is None else self._room
            self._layout = lay_out(
                *self._content(),
                QSizeF(self.width(), room),
                self._theme.sizes,
                trust_text(Trust.MISSING, self._language),
                whole=self._whole,
                scrolls=self._room is not None,
            )
        if self._room is not None:
            tall = math.ceil(self._layout.height)
            self.setMinimumHeight(tall if tall > self._room else 0)
        self.update()
        self.arranged.emit()

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._building is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw into the widget's size on any painter: the screen's or a sheet's."""
        layout = self._layout
        if self._room is None and layout.height > self.height() > 0:
            painter.scale(self.height() / layout.height, self.height() / layout.height)
        for figure in layout.figures:
            self._draw_figure(painter, figure)
        for heading in layout.headings:
            self._draw_heading(painter, heading)
        for row in layout.rows:
            self._draw_row(painter, row)
        if not layout.foot.isEmpty():
            painter.setFont(fonts.font(self._theme.sizes.tiny))
            painter.setPen(QColor(self._theme.chrome.accent))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(layout.foot, flags, self._foot_text())

    def _foot_text(self) -> str:
        if self._room is None:
            return self.tr("%n more in the program", "", self._layout.left_out)
        if self._whole:
            return self.tr("Show what fits (Enter)")
        return self.tr("%n more: show all (Enter)", "", self._layout.left_out)

    def _ink(self, trust: Trust) -> QColor:
        chrome = self._theme.chrome
        return QColor(
            chrome.text
            if trust in (Trust.VERIFIED, Trust.STALE)
            else chrome.text_dim
            if trust is Trust.UNVERIFIED
            else chrome.missing
        )

    def _draw_figure(self, painter: QPainter, place: FigurePlace) -> None:
        sizes, chrome = self._theme.sizes, self._theme.chrome
        cell, item = place.rect, place.item
        font = fonts.font(place.px)
        base = cell.top() + sizes.figure
        painter.setFont(font)
        painter.setPen(self._ink(item.trust))
        for at, line in enumerate(reversed(place.lines)):
            painter.drawText(QPointF(cell.left(), base - at * place.px * 1.2), line)
        if item.unit and item.text and len(place.lines) == 1:
            right = cell.left() + QFontMetricsF(font).horizontalAdvance(place.lines[0]) + 4
            painter.setFont(fonts.font(sizes.body))
            painter.setPen(QColor(chrome.text_dim))
            painter.drawText(QPointF(right, base), item.unit)
        painter.setFont(fonts.font(sizes.tiny))
        painter.setPen(QColor(chrome.text_dim))
        under = base + sizes.tiny * 1.5
        self._draw_trust(painter, QPointF(cell.left() + 6, under - sizes.tiny * 0.36), item.trust)
        for at, line in enumerate(place.name):
            painter.drawText(QPointF(cell.left() + 16, under + at * sizes.tiny * 1.3), line)

    def _draw_heading(self, painter: QPainter, place: Heading) -> None:
        painter.setPen(QPen(QColor(self._theme.chrome.line), 1))
        painter.drawLine(place.rule.topLeft(), place.rule.topRight())
        painter.setPen(QColor(self._theme.color(GROUP_ROLES.get(place.group, "structure"))))
        painter.setFont(fonts.font(self._theme.sizes.tiny, strong=True))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(place.rect, middle, place.text)

    def _draw_row(self, painter: QPainter, place: RowPlace) -> None:
        sizes, chrome = self._theme.sizes, self._theme.chrome
        rect, item = place.rect, place.item
        names = fonts.font(sizes.tiny)
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        first = QRectF(rect.left(), rect.top(), rect.width(), place.step)
        painter.setFont(names)
        painter.setPen(QColor(chrome.text_dim))
        name = QFontMetricsF(names).elidedText(
            item.name, Qt.TextElideMode.ElideRight, place.name_px
        )
        painter.drawText(first, middle | Qt.AlignmentFlag.AlignLeft, name)
        self._draw_trust(painter, QPointF(rect.right() - 6, first.center().y()), item.trust)
        painter.setFont(fonts.font(sizes.body))
        painter.setPen(self._ink(item.trust))
        line = first.adjusted(place.name_px, 0, -TRUST_PX, 0)
        if len(place.lines) > 1:  # a block at the right, its lines beginning under each other
            metrics = QFontMetricsF(painter.font())
            line.setLeft(line.right() - max(map(metrics.horizontalAdvance, place.lines)) - 1)
            right = Qt.AlignmentFlag.AlignLeft
        for text in place.lines:
            painter.drawText(line, middle | right, text)
            line.translate(0, sizes.body * LINE)

    def _draw_trust(self, painter: QPainter, centre: QPointF, trust: Trust) -> None:
        corner = QPointF(round(centre.x() - 6.5), round(centre.y() - 6.5))
        color = getattr(self._theme.chrome, trust.value)
        paint_icon(painter, trust.value, color, QRectF(corner, QSizeF(13, 13)))

    # Qt's own methods

    def sizeHint(self) -> QSize:
        return QSize(360, 560)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press tells what a tip tells, for fingers; the foot shows all, or what fits."""
        if self._layout.foot.contains(event.position()):
            self.show_whole(not self._whole)
        else:
            self._tell(event.position(), event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and (self._whole or self._layout.is_partial):
            self.show_whole(not self._whole)
        else:
            super().keyPressEvent(event)

    def _tell(self, at: QPointF, on_screen: QPoint) -> None:
        found = [item for rect, item in self._placed() if rect.contains(at)]
        if not found:
            QToolTip.hideText()
            return
        item = found[0]
        note = item.row.note_in(self._language)
        story = trust_story(item.fact, item.trust, self._language)
        parts = (f"{item.name}: {value_of(item, '–')}", story, note)
        QToolTip.showText(on_screen, tip("\n".join(part for part in parts if part)), self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(QPointF(event.pos()), event.globalPos())
            return True
        return super().event(event)
