"""The legend over the canvas: the kinds in view, by layer; a layer's heading hides the layer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.support import fonts
from desktop.support.symbols import SymbolPainter
from desktop.support.theme import Theme
from plans.drawing.legend import LegendGroup

ROW_PX, ICON_PX, WIDTH_PX = 22, 18, 190
"""At the normal text size; rows and width grow with the text."""


class Legend(QWidget):
    """Draws groups of lines; a click on a heading shows or hides that layer."""

    layer_toggled = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._symbols = SymbolPainter(theme)
        self._groups: list[LegendGroup] = []
        self._hidden: frozenset[str] = frozenset()
        self._language = "zh"
        self._left_out = 0
        self._heads: list[tuple[QRectF, str]] = []
        self.setMouseTracking(True)

    @property
    def _row_px(self) -> int:
        return max(ROW_PX, self._theme.sizes.tiny + 10)

    @property
    def _width_px(self) -> int:
        return min(WIDTH_PX * max(self._theme.sizes.tiny, 11) // 11, WIDTH_PX + 60)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._symbols.theme = theme
        self.update()

    def show_groups(
        self, groups: list[LegendGroup], hidden: frozenset[str], language: str, room_px: int
    ) -> None:
        """Show lines that fit `room_px`; what does not fit is counted in a last line."""
        self._groups, self._hidden, self._language = (
            _fitted(groups, hidden, room_px, self._row_px),
            hidden,
            language,
        )
        wanted = sum(len(g.lines) for g in groups if g.layer.id not in hidden)
        shown = sum(len(g.lines) for g in self._groups if g.layer.id not in hidden)
        self._left_out = wanted - shown
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        rows = sum(1 + (0 if g.layer.id in self._hidden else len(g.lines)) for g in self._groups)
        return QSize(self._width_px, round((rows + bool(self._left_out)) * self._row_px + 10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chrome, sizes = self._theme.chrome, self._theme.sizes
        sheet = QColor(chrome.raised)
        sheet.setAlphaF(0.93)
        painter.setPen(QPen(QColor(chrome.line), 1))
        painter.setBrush(sheet)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._heads = []
        y = 5.0
        for group in self._groups:
            hidden = group.layer.id in self._hidden
            head = QRectF(10, y, self.width() - 20, self._row_px)
            self._heads.append((head, group.layer.id))
            painter.setFont(fonts.font(sizes.tiny, strong=True))
            painter.setPen(QColor(chrome.line_strong if hidden else chrome.text_dim))
            text = QFontMetricsF(painter.font()).elidedText(
                group.layer.text_in(self._language), Qt.TextElideMode.ElideRight, head.width() - 20
            )
            painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, text)
            self._draw_eye(painter, QPointF(head.right() - 6, head.center().y()), hidden)
            y += self._row_px
            if hidden:
                continue
            for line in group.lines:
                icon = self._symbols.pixmap(
                    line.kind.symbol, ICON_PX, line.kind.role, self.devicePixelRatioF()
                )
                painter.drawPixmap(QPointF(10, y + (self._row_px - ICON_PX) / 2), icon)
                font = fonts.font(sizes.tiny)
                painter.setFont(font)
                painter.setPen(QColor(chrome.text))
                row = QRectF(34, y, self.width() - 68, self._row_px)
                painter.drawText(
                    row,
                    Qt.AlignmentFlag.AlignVCenter,
                    QFontMetricsF(font).elidedText(
                        line.kind.text_in(self._language), Qt.TextElideMode.ElideRight, row.width()
                    ),
                )
                painter.setPen(QColor(chrome.text_dim))
                painter.drawText(
                    QRectF(self.width() - 36, y, 26, self._row_px),
                    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                    str(line.count),
                )
                y += self._row_px
        if self._left_out:
            painter.setFont(fonts.font(sizes.tiny))
            painter.setPen(QColor(chrome.text_dim))
            painter.drawText(
                QRectF(10, y, self.width() - 20, self._row_px),
                Qt.AlignmentFlag.AlignVCenter,
                self.tr("%n more", "", self._left_out),
            )
        painter.end()

    def _draw_eye(self, painter: QPainter, at: QPointF, hidden: bool) -> None:
        chrome = self._theme.chrome
        painter.setPen(QPen(QColor(chrome.line_strong if hidden else chrome.text_dim), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, 5, 3)
        if hidden:
            painter.drawLine(at + QPointF(-5, 4), at + QPointF(5, -4))
        else:
            painter.setBrush(QColor(chrome.text_dim))
            painter.drawEllipse(at, 1.4, 1.4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for rect, layer in self._heads:
            if rect.contains(event.position()):
                self.layer_toggled.emit(layer)
                return

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        on_head = any(rect.contains(event.position()) for rect, _ in self._heads)
        self.setCursor(Qt.CursorShape.PointingHandCursor if on_head else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, _event: QEvent) -> None:
        self.unsetCursor()


def _fitted(
    groups: list[LegendGroup], hidden: frozenset[str], room_px: int, row_px: int
) -> list[LegendGroup]:
    """As many lines as there is room for; every layer that fits keeps at least its heading."""
    rows = max(2, int((room_px - 10 - row_px) // row_px))
    kept: list[LegendGroup] = []
    for group in groups:
        if rows < 2:
            break
        lines = group.lines if group.layer.id in hidden else group.lines[: rows - 1]
        kept.append(LegendGroup(layer=group.layer, lines=lines))
        rows -= 1 if group.layer.id in hidden else 1 + len(lines)
    return kept
