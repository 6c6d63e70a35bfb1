"""What the plan still lacks: completeness in per cent, then missing, stale, unverified facts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.docks.trust import trust_text
from desktop.support.theme import Theme
from desktop.widgets.styled import on_plane
from plans.analysis.completeness import Completeness
from plans.model.catalog import Catalog, FactRow
from plans.model.fact import Trust


class Gaps(QScrollArea):
    """A list to work through, most important first."""

    def __init__(self, catalog: Catalog, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._theme = theme
        self._found: Completeness | None = None
        self._language = "zh"
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._fill()

    def show_completeness(self, found: Completeness | None, language: str) -> None:
        """Show what was found."""
        self._found, self._language = found, language
        self._fill()

    def _fill(self) -> None:
        content = on_plane(QWidget(), "surface")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(4)
        if self._found is not None:
            chrome, sizes = self._theme.chrome, self._theme.sizes
            figure = QLabel(
                f"<span style='font-size:{sizes.figure}px'>{self._found.score * 100:.0f}</span>"
                f"<span style='color:{chrome.text_dim}'> % "
                + self.tr("of what a plan should hold is recorded")
                + "</span>"
            )
            figure.setWordWrap(True)
            column.addWidget(figure)
            for trust, rows in (
                (Trust.MISSING, self._found.missing),
                (Trust.STALE, self._found.stale),
                (Trust.UNVERIFIED, self._found.unverified),
            ):
                if rows:
                    column.addWidget(self._group(trust, rows))
        column.addStretch(1)
        self.setWidget(content)

    def _group(self, trust: Trust, rows: tuple[FactRow, ...]) -> QLabel:
        color = getattr(self._theme.chrome, trust.value)
        dim = self._theme.chrome.text_dim
        groups = {group.id: group.text_in(self._language) for group in self._catalog.groups}
        lines = [f"<b style='color:{color}'>{trust_text(trust, self._language)} · {len(rows)}</b>"]
        for row in rows:
            where = groups.get(row.group, row.group)
            lines.append(f"{row.text_in(self._language)} <span style='color:{dim}'>{where}</span>")
        label = QLabel("<div style='line-height:150%'>" + "<br>".join(lines) + "</div>")
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setContentsMargins(0, 10, 0, 0)
        return label
