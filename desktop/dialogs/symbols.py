"""Every kind of the catalog with its symbol, what it is and its cross-references, searchable."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.support import fonts
from desktop.support.symbols import SymbolPainter
from desktop.support.theme import Theme
from desktop.widgets.styled import typeset
from plans.model.catalog import Catalog, Kind

ROW_PX = 50
ICON_PX = 32


class SymbolsPage(QWidget):
    """The palette of kinds to look things up in; a new row of the catalog appears here."""

    def __init__(
        self, catalog: Catalog, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self.none = typeset(QLabel(self), "lead", tone="dim")
        self.none.hide()
        self._list = QListWidget(self)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setItemDelegate(_KindPainter(theme, language, self._list))
        self._items: dict[str, QListWidgetItem] = {}
        order = catalog.layer_order
        for kind in sorted(catalog.kinds.values(), key=lambda kind: order.get(kind.layer, 99)):
            item = QListWidgetItem(kind.text_in(language), self._list)
            item.setData(Qt.ItemDataRole.UserRole, kind)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                f"{kind.text_in(language)}. {kind.note_in(language)}",
            )
            self._items[kind.id] = item
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.none)
        column.addWidget(self._list, 1)

    def filter(self, wanted: str) -> int:
        """Show the kinds that answer to a text in Chinese, pinyin or English; returns how many."""
        found = {kind.id for kind in self._catalog.find_kinds(wanted)}
        for kind_id, item in self._items.items():
            item.setHidden(kind_id not in found)
        self.none.setVisible(not found)
        return len(found)


class _KindPainter(QStyledItemDelegate):
    """Symbol, name in both languages, what it is, cross-reference."""

    def __init__(self, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._symbols = SymbolPainter(theme)

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(300, ROW_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        kind: Kind = index.data(Qt.ItemDataRole.UserRole)
        rect = QRectF(option.rect)
        chrome, sizes = self._theme.chrome, self._theme.sizes
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icon = QRectF(rect.left() + 8, rect.center().y() - ICON_PX / 2, ICON_PX, ICON_PX)
        self._symbols.render(painter, kind.symbol, icon, kind.role)
        text = rect.adjusted(ICON_PX + 24, 6, -8, -6)
        other = "en" if self._language == "zh" else "zh"
        name = fonts.font(sizes.body, strong=True)
        painter.setFont(name)
        painter.setPen(QColor(chrome.text))
        top = Qt.AlignmentFlag.AlignTop
        painter.drawText(text, top, kind.text_in(self._language))
        width = QFontMetricsF(name).horizontalAdvance(kind.text_in(self._language))
        small = fonts.font(sizes.tiny)
        painter.setFont(small)
        painter.setPen(QColor(chrome.text_dim))
        references = " · ".join(part for part in (kind.gbt4327, kind.nfpa170) if part)
        painter.drawText(text.adjusted(width + 10, 2, 0, 0), top, kind.text_in(other))
        right = Qt.AlignmentFlag.AlignRight
        painter.drawText(text.adjusted(0, 2, 0, 0), top | right, references)
        note = QFontMetricsF(small).elidedText(
            kind.note_in(self._language), Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignBottom, note)
        painter.restore()
