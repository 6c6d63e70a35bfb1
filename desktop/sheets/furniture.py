"""What stands around the plans: the title block."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop.canvas.lettering import font_of
from desktop.sheets.paper import Paper, rect_of
from plans.drawing.sheet import TITLE


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """What the title block says."""

    building: str
    address: str
    sheet: str
    detail: str
    scale: str
    revision: str
    revised_on: str
    printed_on: dt.date
    page: str
    note: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sheets", text)


def draw_title(painter: QPainter, paper: Paper, block: TitleBlock) -> None:
    """Building, sheet, scale, revision, dates and page along the lower edge."""
    rect = rect_of(TITLE)
    ink, dim = paper.styles.color("ink"), paper.styles.color("ink_dim")
    painter.setPen(QPen(ink, 1.1))
    painter.setBrush(paper.styles.color("paper"))
    painter.drawRect(rect)
    family = paper.look.family
    shares = (0.38, 0.26, 0.09, 0.13, 0.14)
    cells = []
    x = rect.left()
    for share in shares:
        cells.append(QRectF(x, rect.top(), rect.width() * share, rect.height()))
        x += rect.width() * share
    painter.setPen(QPen(dim, 0.6))
    for cell in cells[1:]:
        painter.drawLine(cell.topLeft(), cell.bottomLeft())
    _cell(painter, cells[0], block.building, block.address, 21, 10.5, family, ink, dim, True)
    _cell(painter, cells[1], block.sheet, block.detail, 21, 10.5, family, ink, dim, True)
    _cell(painter, cells[2], block.scale, _tr("Scale (A3)"), 17, 9.5, family, ink, dim, False)
    _cell(
        painter,
        cells[3],
        block.revision or "–",
        _tr("Revision {date}").format(date=block.revised_on).strip(),
        17,
        9.5,
        family,
        ink,
        dim,
        False,
    )
    printed = _tr("Printed {date}").format(date=block.printed_on)
    _cell(painter, cells[4], block.page, f"{printed}", 17, 9.5, family, ink, dim, False)
    if block.note:
        font = font_of(family, 9, False)
        painter.setFont(font)
        painter.setPen(dim)
        painter.drawText(
            QRectF(cells[0].left(), rect.bottom() + 2, rect.width(), 14),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
            block.note,
        )


def _cell(
    painter: QPainter,
    cell: QRectF,
    first: str,
    second: str,
    first_px: float,
    second_px: float,
    family: str,
    ink: QColor,
    dim: QColor,
    bold: bool,
) -> None:
    inner = cell.adjusted(10, 8, -8, -8)
    large, small = font_of(family, first_px, bold), font_of(family, second_px, False)
    while large.pixelSize() > 12 and _width(large, first) > inner.width():
        large.setPixelSize(large.pixelSize() - 1)
    painter.setFont(large)
    painter.setPen(ink)
    painter.drawText(
        inner,
        Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft,
        _elided(large, first, inner.width()),
    )
    painter.setFont(small)
    painter.setPen(dim)
    painter.drawText(
        inner,
        Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft,
        _elided(small, second, inner.width()),
    )


def _width(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def _elided(font: QFont, text: str, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
