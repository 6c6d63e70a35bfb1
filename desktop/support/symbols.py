"""Plan symbols: our SVG set, given the theme's colours and drawn as pixels or as vectors.

In the files `currentColor` is the symbol's role, `#000` the ink and `#fff` the paper.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.support import assets
from desktop.support.theme import Theme

_COLORS = re.compile(r"currentColor|#000000\b|#ffffff\b|#000\b|#fff\b", re.IGNORECASE)


class SymbolPainter:
    """Draws symbols in a theme's colours; pixmaps are kept, so a pan costs no drawing."""

    def __init__(self, theme: Theme, folder: Path | None = None) -> None:
        self._theme = theme
        self._folder = folder or assets.symbols()
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}
        self._renderers: dict[tuple[str, str, str], QSvgRenderer] = {}

    @property
    def theme(self) -> Theme:
        """The theme drawn in; setting another empties the cache."""
        return self._theme

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._theme = theme
        self._pixmaps.clear()
        self._renderers.clear()

    def pixmap(self, symbol: str, size_px: int, color: str, dpr: float = 1.0) -> QPixmap:
        """A square pixmap of `size_px` logical pixels. `color` is `#rrggbb` or a role's name.

        Raises `FileNotFoundError` for a symbol without a file.
        """
        key = (symbol, size_px, color, dpr)
        if key not in self._pixmaps:
            renderer = self._renderer(symbol, color, self._theme)  # may raise: before painting
            side = max(1, round(size_px * dpr))
            drawn = QPixmap(side, side)
            drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(drawn)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            renderer.render(painter, QRectF(0, 0, side, side))
            painter.end()
            drawn.setDevicePixelRatio(dpr)
            self._pixmaps[key] = drawn
        return self._pixmaps[key]

    def render(
        self,
        painter: QPainter,
        symbol: str,
        rect: QRectF,
        color: str,
        theme: Theme | None = None,
    ) -> None:
        """Draw as vectors into `rect`; `theme` is another than the painter's (print is day)."""
        self._renderer(symbol, color, theme or self._theme).render(painter, rect)

    def _renderer(self, symbol: str, color: str, theme: Theme) -> QSvgRenderer:
        key = (symbol, color, theme.name)
        if key not in self._renderers:
            svg = _tinted(_source(symbol, self._folder), _hex(color, theme), theme)
            self._renderers[key] = QSvgRenderer(QByteArray(svg.encode()))
        return self._renderers[key]


def _hex(color: str, theme: Theme) -> str:
    return color if color.startswith("#") else theme.hex(color)


def _tinted(svg: str, color: str, theme: Theme) -> str:
    ink, paper = theme.hex("ink"), theme.hex("paper")
    named = {"currentcolor": color, "#000": ink, "#000000": ink, "#fff": paper, "#ffffff": paper}
    return _COLORS.sub(lambda found: named[found.group().lower()], svg)


@cache
def _source(symbol: str, folder: Path) -> str:
    return (folder / f"{symbol}.svg").read_text(encoding="utf-8")
