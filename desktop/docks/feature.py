"""What is known of the chosen feature: kind, label, facts with their trust, photos."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.docks.facts import shown
from desktop.docks.trust import trust_story, trust_text
from desktop.support.symbols import SymbolPainter
from desktop.support.theme import Theme
from desktop.widgets.rich import bold, plain_label, safe, tip
from desktop.widgets.trust import TrustMark
from plans.model.attachment import Attachment
from plans.model.catalog import Catalog, FactRow
from plans.model.fact import Trust
from plans.model.feature import Feature

WIDTH_PX = 272


class FeaturePanel(QFrame):
    """A small card over the canvas; closes with Esc or its cross."""

    closed = Signal()
    photo_opened = Signal(object)

    def __init__(
        self,
        catalog: Catalog,
        theme: Theme,
        photo: Callable[[str], tuple[Attachment, bytes] | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._theme = theme
        self._photo = photo
        self._symbols = SymbolPainter(theme)
        self._feature: Feature | None = None
        self._language = "zh"
        self._today = dt.date.today()
        self.setObjectName("featurePanel")
        self.setFixedWidth(WIDTH_PX)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 12)
        self._column.setSpacing(6)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._symbols.theme = theme
        self._fill()

    def show_feature(self, feature: Feature | None, language: str, today: dt.date) -> None:
        """Show a feature; None hides the panel."""
        self._feature, self._language, self._today = feature, language, today
        self._fill()
        self.setVisible(feature is not None)

    def _fill(self) -> None:
        chrome = self._theme.chrome
        self.setStyleSheet(
            f"#featurePanel {{ background: {chrome.raised}; border: 1px solid {chrome.line};"
            f" border-radius: {self._theme.sizes.radius}px; }}"
        )
        _clear(self._column)
        if self._feature is None:
            return
        self._column.addLayout(self._head(self._feature))
        kind = self._catalog.kinds.get(self._feature.kind)
        note = kind.note_in(self._language) if kind else ""
        if note:
            self._column.addWidget(self._dim(note))
        grid = self._facts(self._feature)
        if grid is not None:
            self._column.addLayout(grid)
        for photo_id in self._feature.photos:
            self._add_photo(photo_id)
        self.adjustSize()

    def _head(self, feature: Feature) -> QHBoxLayout:
        kind = self._catalog.kinds.get(feature.kind)
        row = QHBoxLayout()
        row.setSpacing(8)
        if kind is not None and kind.symbol:
            icon = QLabel()
            icon.setPixmap(
                self._symbols.pixmap(kind.symbol, 28, kind.role, self.devicePixelRatioF())
            )
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        name = kind.text_in(self._language) if kind else feature.kind
        label = feature.label_in(self._language)
        title = QLabel(bold(label or name) + (f"<br>{safe(name)}" if label else ""))
        title.setTextFormat(Qt.TextFormat.RichText)
        title.setWordWrap(True)
        title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(title, 1)
        close = QToolButton()
        close.setText("×")
        close.setAutoRaise(True)
        close.setAccessibleName(self.tr("Close"))
        close.setToolTip(self.tr("Close (Esc)"))
        close.clicked.connect(self.closed)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _facts(self, feature: Feature) -> QGridLayout | None:
        kind = self._catalog.kinds.get(feature.kind)
        keys = list(dict.fromkeys([*(kind.facts if kind else ()), *(f.key for f in feature.facts)]))
        recorded = {fact.key for fact in feature.facts}
        keys.sort(key=lambda key: key not in recorded)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        count = 0
        for key in keys:
            wanted = self._catalog.facts.get(key)
            if key not in recorded and not (wanted and wanted.required):
                continue
            row = self._catalog.facts.get(key) or FactRow(
                key=key, zh=key, en=key, type="text", group="identity"
            )
            item = shown(row, feature.facts, self._today, self._language)
            value = plain_label()
            missing = trust_text(Trust.MISSING, self._language)
            value.setText(f"{item.text} {item.unit}".strip() if item.fact else missing)
            value.setEnabled(item.fact is not None)
            story = trust_story(item.fact, item.trust, self._language)
            value.setToolTip(tip(story))
            grid.addWidget(self._dim(item.name), count, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, count, 1)
            mark = TrustMark(item.trust, self._theme, self._language)
            mark.setToolTip(tip(story))
            grid.addWidget(mark, count, 2, Qt.AlignmentFlag.AlignTop)
            count += 1
        return grid if count else None

    def _add_photo(self, photo_id: str) -> None:
        found = self._photo(photo_id)
        if found is None:
            return
        attachment, data = found
        pixmap = QPixmap()
        caption = attachment.caption_in(self._language) or attachment.name
        if not pixmap.loadFromData(data):
            self._column.addWidget(
                self._dim(
                    self.tr("The photo “{name}” cannot be shown.").format(name=attachment.name)
                )
            )
            return
        picture = QLabel()
        ratio = self.devicePixelRatioF()
        small = pixmap.scaledToWidth(
            round((WIDTH_PX - 26) * ratio), Qt.TransformationMode.SmoothTransformation
        )
        small.setDevicePixelRatio(ratio)
        picture.setPixmap(small)
        picture.setAccessibleName(caption)
        self._column.addWidget(picture)
        taken = f" · {attachment.taken_on}" if attachment.taken_on else ""
        self._column.addWidget(self._dim(caption + taken))

    def _dim(self, text: str) -> QLabel:
        label = plain_label()
        label.setText(text)
        label.setStyleSheet(
            f"color: {self._theme.chrome.text_dim}; font-size: {self._theme.sizes.tiny}px;"
        )
        return label


def _clear(layout: QVBoxLayout | QHBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, (QVBoxLayout, QHBoxLayout, QGridLayout)):
            _clear(inner)
            inner.deleteLater()
