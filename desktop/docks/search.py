"""The search box: type any clue, see the buildings that answer and why, open with Enter.

Where none answers, the list says so and what else to try.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.support import fonts
from desktop.support.theme import Sizes, Theme
from desktop.widgets.rich import plain_label

MOST_ROWS = 9
SHOWN = 40
"""How much of what was typed is said again."""
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Hit:
    """One building in the list: what it is called, where it is, why it is there."""

    id: str
    name: str
    address: str
    reason: str
    far: str = ""


class Hits(QAbstractListModel):
    """The hits as a Qt model."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []

    def show(self, hits: list[Hit]) -> None:
        """Replace the list."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.name}, {hit.address}, {hit.reason}"
        return hit if role == Qt.ItemDataRole.UserRole else None


class HitPainter(QStyledItemDelegate):
    """Name large, address small, the reason at the right."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, row_px(self.theme.sizes))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        hit: Hit = index.data(Qt.ItemDataRole.UserRole)
        chrome, sizes = self.theme.chrome, self.theme.sizes
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(chrome.selection))
            painter.fillRect(
                QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(chrome.accent)
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(chrome.hover))
        inner = rect.adjusted(14, 5, -12, -5)
        tiny = fonts.font(sizes.tiny)
        metrics = QFontMetricsF(tiny)
        upper = inner.adjusted(0, 0, -_room(metrics.horizontalAdvance(hit.reason)), 0)
        lower = inner.adjusted(0, 0, -_room(metrics.horizontalAdvance(hit.far)), 0)
        top = Qt.AlignmentFlag.AlignTop
        bottom = Qt.AlignmentFlag.AlignBottom
        elide = Qt.TextElideMode.ElideRight
        name = fonts.font(sizes.lead)
        painter.setFont(name)
        painter.setPen(QColor(chrome.text))
        shown = QFontMetricsF(name).elidedText(hit.name, elide, upper.width())
        painter.drawText(upper, top, shown)
        painter.setFont(tiny)
        painter.setPen(QColor(chrome.text_dim))
        shown = metrics.elidedText(hit.address, elide, lower.width())
        painter.drawText(lower, bottom, shown)
        painter.drawText(inner, top | Qt.AlignmentFlag.AlignRight, hit.reason)
        painter.drawText(inner, bottom | Qt.AlignmentFlag.AlignRight, hit.far)
        painter.restore()


def row_px(sizes: Sizes) -> int:
    """Height of a hit: a line of each of its two sizes."""
    return round((sizes.lead + sizes.tiny) * 1.45 + 8)


def _room(width_px: float) -> float:
    """What a text at the right takes from the line, with a gap."""
    return width_px + 12 if width_px else 0.0


class SearchBox(QLineEdit):
    """A line to type in and a list under it; the list never takes the focus."""

    asked = Signal(str)
    building_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hits = Hits(self)
        self._painter = HitPainter(theme, self)
        self._frame = QFrame(parent.window() if parent else None)
        self._frame.setObjectName("searchList")
        self._list = QListView(self._frame)
        self._list.setModel(self._hits)
        self._list.setItemDelegate(self._painter)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(1, 4, 1, 4)
        column.addWidget(self._list)
        self._none = plain_label(self._frame)
        self._none.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._none.setContentsMargins(13, 8, 13, 8)
        column.addWidget(self._none)
        self._frame.hide()
        self.setClearButtonEnabled(True)
        self.textEdited.connect(self.asked)
        self.textChanged.connect(self._cleared)
        self._list.clicked.connect(self._choose_index)
        self.set_theme(theme)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the window's language."""
        self.setPlaceholderText(self.tr("Find a building: name, pinyin, address, code  (Ctrl+K)"))
        self.setAccessibleName(self.tr("Find a building"))
        self._list.setAccessibleName(self.tr("Buildings found"))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = self._painter.theme = theme
        chrome = theme.chrome
        self._list.doItemsLayout()  # rows are as tall as their text
        self._frame.setStyleSheet(
            f"#searchList {{ background: {chrome.raised}; border: 1px solid {chrome.line_strong};"
            f" border-radius: 6px; }} QListView {{ background: transparent; }}"
        )

    def show_hits(self, hits: list[Hit]) -> None:
        """Show what was found, the first chosen."""
        self._hits.show(hits)
        if hits:
            self._list.setCurrentIndex(self._hits.index(0))
        self._list.setVisible(bool(hits))
        self._none.setVisible(not hits)
        self._none.setText(self._nothing())
        self.setAccessibleDescription("" if hits else self._none.text())
        self._frame.setVisible(self._has_answer() and self.hasFocus())
        self._place()

    @property
    def hits(self) -> list[Hit]:
        """What the list shows."""
        return self._hits.hits

    def hide_hits(self) -> None:
        """Close the list."""
        self._frame.hide()

    def is_open(self) -> bool:
        """Whether the list shows."""
        return self._frame.isVisible()

    def _has_answer(self) -> bool:
        """Whether there is something to show: buildings, or that none is called that."""
        return bool(self.hits) or bool(self.text().strip())

    def _nothing(self) -> str:
        """That nothing answers to what was typed, and what to try."""
        typed = self.text().strip()
        shown = typed if len(typed) <= SHOWN else typed[:SHOWN] + "…"
        said = self.tr("No match for “{typed}”.\nTry pinyin, an old name or an address.")
        return said.format(typed=shown)

    def _place(self) -> None:
        window = self.window()
        if self._frame.parent() is not window:
            visible = self._frame.isVisibleTo(window)
            self._frame.setParent(window)
            self._frame.setVisible(visible or (self._has_answer() and self.hasFocus()))
        corner = self.mapTo(window, QPoint(0, self.height() + 4))
        width = max(self.width(), 420)
        rows = min(len(self.hits), MOST_ROWS)
        tall = rows * row_px(self._theme.sizes) or self._none.heightForWidth(width - 2)
        self._frame.setGeometry(corner.x(), corner.y(), width, tall + 12)
        self._frame.raise_()

    def _cleared(self, text: str) -> None:
        if not text:
            self.asked.emit("")

    def _choose_index(self, index: QModelIndex) -> None:
        hit = self._hits.hits[index.row()]
        self.hide_hits()
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)
        self.building_chosen.emit(hit.id)

    # Qt's own methods

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 5,
            Qt.Key.Key_PageUp: -5,
        }
        if key in steps and self.hits:
            row = min(max(self._list.currentIndex().row() + steps[key], 0), len(self.hits) - 1)
            self._list.setCurrentIndex(self._hits.index(row))
            self._frame.show()
            self._place()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hits and self.is_open():
            self._choose_index(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape and (self.is_open() or self.text()):
            self.hide_hits()
            self.clear()
            self.hide_hits()
            if self.parentWidget() is not None:
                self.clearFocus()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.asked.emit(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self._frame.underMouse():
            self.hide_hits()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            busy = self.is_open() or bool(self.text())
            event.setAccepted(event.key() == Qt.Key.Key_Escape and busy)
            if event.isAccepted():
                return True
        return super().event(event)
