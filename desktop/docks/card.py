"""The card: the first sixty seconds on one screen, drawn to fit, each fact with its trust."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

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


@dataclass(frozen=True, slots=True)
class _Placed:
    """A fact and the rectangle it was drawn in."""

    rect: QRectF
    item: Shown


class Card(QWidget):
    """Draws the card of a building into whatever room there is.

    Rows of the least weight wait outside when the room is too small, and the card says how many.
    """

    def __init__(self, catalog: Catalog, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._theme = theme
        self._language = "zh"
        self._today = dt.date.today()
        self._building: Building | None = None
        self._placed: list[_Placed] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def show_building(self, building: Building | None, language: str, today: dt.date) -> None:
        """Show a building's facts as of a day."""
        self._building, self._language, self._today = building, language, today
        self.setAccessibleName(self.tr("Card"))
        self.setAccessibleDescription(self.as_text())
        self.update()

    def as_text(self) -> str:
        """The card as lines of text, for the clipboard and for screen readers."""
        building = self._building
        if building is None:
            return ""
        lines = [building.name_in(self._language), building.address_in(self._language)]
        figures, groups = self._content()
        for item in [*figures, *(item for _, _, items in groups for item in items)]:
            value = f"{item.text} {item.unit}".strip() or "–"
            lines.append(f"{item.name}: {value} ({trust_text(item.trust, self._language)})")
        return "\n".join(lines)

    def fact_rect(self, key: str) -> QRectF:
        """Where a fact was last drawn; empty when it did not fit."""
        found = [placed.rect for placed in self._placed if placed.item.row.key == key]
        return found[0] if found else QRectF()

    def _content(self) -> tuple[list[Shown], list[tuple[str, str, list[Shown]]]]:
        assert self._building is not None
        return card_groups(self._catalog, self._building.facts, self._today, self._language)

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
        self._placed = []
        figures, groups = self._content()
        top = self._draw_figures(painter, figures, 2.0)
        self._draw_groups(painter, groups, top + 10)

    def _font(self, size: int, strong: bool = False) -> QFont:
        return fonts.font(size, strong=strong)

    def _ink(self, trust: Trust) -> QColor:
        chrome = self._theme.chrome
        return QColor(
            chrome.text
            if trust in (Trust.VERIFIED, Trust.STALE)
            else chrome.text_dim
            if trust is Trust.UNVERIFIED
            else chrome.missing
        )

    def _draw_figures(self, painter: QPainter, figures: list[Shown], top: float) -> float:
        sizes = self._theme.sizes
        columns = 3 if self.width() < 520 else 6
        width = self.width() / columns
        height = sizes.figure * 1.12 + sizes.tiny * 1.5 + 6
        for i, item in enumerate(figures):
            cell = QRectF((i % columns) * width, top + (i // columns) * height, width - 8, height)
            self._placed.append(_Placed(cell, item))
            self._draw_figure(painter, cell, item)
        rows = (len(figures) + columns - 1) // columns
        return top + rows * height

    def _draw_figure(self, painter: QPainter, cell: QRectF, item: Shown) -> None:
        sizes, chrome = self._theme.sizes, self._theme.chrome
        big = self._font(sizes.figure)
        text = item.text or "–"
        room = cell.width() - (
            QFontMetricsF(self._font(sizes.body)).horizontalAdvance(item.unit) + 6
            if item.unit
            else 0
        )
        while big.pixelSize() > sizes.lead and QFontMetricsF(big).horizontalAdvance(text) > room:
            big.setPixelSize(big.pixelSize() - 1)
        metrics = QFontMetricsF(big)
        base = cell.top() + sizes.figure * 1.0
        painter.setFont(big)
        painter.setPen(self._ink(item.trust))
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(cell.left(), base), text)
        if item.unit and item.text:
            painter.setFont(self._font(sizes.body))
            painter.setPen(QColor(chrome.text_dim))
            painter.drawText(
                QPointF(cell.left() + metrics.horizontalAdvance(text) + 4, base), item.unit
            )
        name = self._font(sizes.tiny)
        painter.setFont(name)
        painter.setPen(QColor(chrome.text_dim))
        under = base + sizes.tiny * 1.5
        self._draw_trust(painter, QPointF(cell.left() + 6, under - sizes.tiny * 0.36), item.trust)
        painter.drawText(
            QPointF(cell.left() + 16, under),
            QFontMetricsF(name).elidedText(
                item.name, Qt.TextElideMode.ElideRight, cell.width() - 16
            ),
        )

    def _draw_groups(
        self, painter: QPainter, groups: list[tuple[str, str, list[Shown]]], top: float
    ) -> None:
        sizes = self._theme.sizes
        columns = 2 if self.width() >= 620 else 1
        room = self.height() - top - 4
        step, gap, left_out = sizes.body * 1.5, 5.0, 0
        while (
            _height(groups, step + 0.5, gap + 0.5, columns) < room * 0.94
            and step < sizes.body * 2.1
        ):
            step, gap = step + 0.5, min(gap + 0.5, 10.0)
        while _height(groups, step, gap, columns) > room and step > sizes.body * 1.27:
            step, gap = step - 0.5, max(gap - 0.5, 2.0)
        kept = groups
        if _height(groups, step, gap, columns) > room:
            kept, left_out = _that_fit(groups, step, gap, room - step, columns)
        column_width = (self.width() - (columns - 1) * 24) / columns
        x, y = 0.0, top
        second = _second_column(kept, step, gap) if columns > 1 else -1
        for at, (group_id, title, items) in enumerate(kept):
            if at == second:
                x, y = column_width + 24, top
            y = self._draw_group(
                painter, (group_id, title, items), QPointF(x, y), column_width, step
            )
            y += gap
        if left_out:
            painter.setFont(self._font(sizes.tiny))
            painter.setPen(QColor(self._theme.chrome.text_dim))
            painter.drawText(
                QRectF(0, self.height() - step, self.width(), step),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                self.tr("%n more on the printed sheet", "", left_out),
            )

    def _draw_group(
        self,
        painter: QPainter,
        group: tuple[str, str, list[Shown]],
        at: QPointF,
        width: float,
        step: float,
    ) -> float:
        group_id, title, items = group
        sizes, chrome = self._theme.sizes, self._theme.chrome
        title_width = min(62.0 * sizes.tiny / 11, width * 0.19)
        role = QColor(self._theme.color(GROUP_ROLES.get(group_id, "structure")))
        painter.setPen(QPen(QColor(chrome.line), 1))
        painter.drawLine(QPointF(at.x(), at.y()), QPointF(at.x() + width, at.y()))
        painter.setPen(role)
        small = self._font(sizes.tiny, strong=True)
        painter.setFont(small)
        painter.drawText(
            QRectF(at.x(), at.y() + 2, title_width, step),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            QFontMetricsF(small).elidedText(title, Qt.TextElideMode.ElideRight, title_width - 2),
        )
        y = at.y() + 2
        for item in items:
            rect = QRectF(at.x() + title_width, y, width - title_width, step)
            self._placed.append(_Placed(rect, item))
            self._draw_row(painter, rect, item)
            y += step
        return y + 1

    def _draw_row(self, painter: QPainter, rect: QRectF, item: Shown) -> None:
        sizes, chrome = self._theme.sizes, self._theme.chrome
        names = self._font(sizes.tiny)
        values = self._font(sizes.body)
        name_width = min(QFontMetricsF(names).horizontalAdvance(item.name) + 8, rect.width() * 0.42)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(names)
        painter.setPen(QColor(chrome.text_dim))
        painter.drawText(
            rect,
            middle | Qt.AlignmentFlag.AlignLeft,
            QFontMetricsF(names).elidedText(item.name, Qt.TextElideMode.ElideRight, name_width),
        )
        self._draw_trust(painter, QPointF(rect.right() - 6, rect.center().y()), item.trust)
        value = rect.adjusted(name_width, 0, -18, 0)
        painter.setFont(values)
        painter.setPen(self._ink(item.trust))
        text = (
            f"{item.text} {item.unit}".strip()
            if item.text
            else trust_text(Trust.MISSING, self._language)
        )
        painter.drawText(
            value,
            middle | Qt.AlignmentFlag.AlignRight,
            QFontMetricsF(values).elidedText(text, Qt.TextElideMode.ElideRight, value.width()),
        )

    def _draw_trust(self, painter: QPainter, centre: QPointF, trust: Trust) -> None:
        corner = QPointF(round(centre.x() - 6.5), round(centre.y() - 6.5))
        color = getattr(self._theme.chrome, trust.value)
        paint_icon(painter, trust.value, color, QRectF(corner, QSizeF(13, 13)))

    # Qt's own methods

    def sizeHint(self) -> QSize:
        return QSize(360, 560)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = [p.item for p in self._placed if p.rect.contains(QPointF(event.pos()))]
            if found:
                item = found[0]
                value = f"{item.text} {item.unit}".strip() or "–"
                note = item.row.note_in(self._language)
                story = trust_story(item.fact, item.trust, self._language)
                QToolTip.showText(
                    event.globalPos(),
                    tip("\n".join(part for part in (f"{item.name}: {value}", story, note) if part)),
                    self,
                )
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


def _height(
    groups: list[tuple[str, str, list[Shown]]], step: float, gap: float, columns: int
) -> float:
    """Height of the groups, of the taller of two columns when there are two."""
    heights = [len(items) * step + gap + 3 for _, _, items in groups]
    if columns == 1:
        return sum(heights)
    at = _second_column(groups, step, gap)
    return max(sum(heights[:at]), sum(heights[at:]))


def _second_column(groups: list[tuple[str, str, list[Shown]]], step: float, gap: float) -> int:
    """Which group begins the second column, so that the taller one is as low as can be."""
    heights = [len(items) * step + gap + 3 for _, _, items in groups]
    return min(range(len(heights) + 1), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))


def _that_fit(
    groups: list[tuple[str, str, list[Shown]]], step: float, gap: float, room: float, columns: int
) -> tuple[list[tuple[str, str, list[Shown]]], int]:
    """Groups less the rows of least weight that do not fit, missing ones first; and how many."""
    kept = [(gid, title, list(items)) for gid, title, items in groups]
    left_out = 0
    while _height(kept, step, gap, columns) > room:
        every = [
            (item.row.weight, item.trust is not Trust.MISSING, -at, item)
            for at, (_, _, items) in enumerate(kept)
            for item in items
        ]
        if not every:
            break
        worst = min(every, key=lambda row: row[:3])[3]
        kept = [(gid, title, [i for i in items if i is not worst]) for gid, title, items in kept]
        kept = [group for group in kept if group[2]]
        left_out += 1
    return kept, left_out
