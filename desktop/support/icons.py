"""Chrome icons: our own SVG set drawn in `currentColor` and tinted when painted.

A plain QIcon draws `currentColor` black whatever the palette, hence the small engine; an icon
library would cost a third of a second of the cold start (measured: import 0.30 s).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer

from desktop.support import assets


def icon(name: str) -> QIcon:
    """The chrome icon of that name (`assets/icons/<name>.svg`), coloured by the palette.

    Switched on it takes the accent, disabled the quiet grey. Raises `FileNotFoundError`.
    """
    return QIcon(_Tinted(name))


def icon_pixmap(name: str, size_px: int, color: str, dpr: float = 1.0) -> QPixmap:
    """One icon in one colour (`#rrggbb`), for places that paint themselves."""
    return _draw(_source(name, assets.icons()), color, QSize(size_px, size_px) * dpr, dpr)


def paint_icon(painter: QPainter, name: str, color: str, rect: QRectF) -> None:
    """One icon in one colour as vectors, so that it is sharp on paper too."""
    _renderer(name, color, assets.icons()).render(painter, rect)


@cache
def _renderer(name: str, color: str, folder: Path) -> QSvgRenderer:
    svg = _source(name, folder).replace("currentColor", color)
    return QSvgRenderer(QByteArray(svg.encode()))


class _Tinted(QIconEngine):
    """Paints one SVG in the palette's colour of the moment."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._svg = _source(name, assets.icons())
        self._drawn: dict[tuple[str, int, int], QPixmap] = {}

    def clone(self) -> QIconEngine:
        return _Tinted(self._name)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        dpr = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self._pixmap(rect.size() * dpr, mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._pixmap(size, mode, state)

    def _pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        color = _color_of(mode, state)
        key = (color, size.width(), size.height())
        if key not in self._drawn:
            self._drawn[key] = _draw(self._svg, color, size, 1.0)
        return self._drawn[key]


def _color_of(mode: QIcon.Mode, state: QIcon.State) -> str:
    palette = QGuiApplication.palette()
    if mode == QIcon.Mode.Disabled:
        return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name()
    if state == QIcon.State.On:
        return palette.color(QPalette.ColorRole.Accent).name()
    return palette.color(QPalette.ColorRole.Text).name()


@cache
def _source(name: str, folder: Path) -> str:
    return (folder / f"{name}.svg").read_text(encoding="utf-8")


def _draw(svg: str, color: str, size: QSize, dpr: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", color).encode()))
    drawn = QPixmap(size)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    drawn.setDevicePixelRatio(dpr)
    return drawn
