"""The legend on paper: every kind that is drawn, in full, made smaller before anything is cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from desktop.canvas.lettering import font_of
from desktop.sheets.paper import Paper, rect_of
from plans.drawing.legend import LegendGroup, LegendLine
from plans.drawing.sheet import Frame

ROW_PX = 19.0
"""A line of one row, in pixels of the page; each further row of its name adds `NAME_PX`."""
NAME_PX, NAME_STEP_PX, SYMBOL_PX, COUNT_PX = 10.0, 13.0, 16.0, 22.0
GAP_PX, HEADING_PX, TITLE_PX = 20.0, 23.0, 26.0
ABOVE_PX = 5.0
"""Air above a heading that does not begin a column."""
COLUMN_PX = 170.0
"""Columns are about this wide."""
SMALLER = 0.93


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading (without a line) or a kind, its name in rows, and how high it stands."""

    names: tuple[str, ...]
    height: float
    line: LegendLine | None = None


@dataclass(frozen=True, slots=True)
class Arranged:
    """Columns of entries at a share of their normal size."""

    share: float
    width: float
    columns: tuple[tuple[Entry, ...], ...]


def arrange(
    groups: list[LegendGroup], width: float, height: float, language: str, family: str
) -> Arranged:
    """Columns that hold every kind with its whole name, as large as the room allows.

    `width`, `height` in pixels of the page.
    """
    share = 1.0
    while True:
        room = width / share
        count = max(1, round(room / COLUMN_PX))
        column = (room - GAP_PX * (count - 1)) / count
        entries = [list(_entries(group, column, language, family)) for group in groups]
        columns = _filled(entries, height / share, count)
        if columns is not None:
            return Arranged(share, column, columns)
        share *= SMALLER


def _filled(
    groups: list[list[Entry]], height: float, count: int
) -> tuple[tuple[Entry, ...], ...] | None:
    """The groups in columns as even as can be; None when they need more height."""
    total = sum(entry.height for group in groups for entry in group)
    tried = total / count
    while tried < height:
        columns = _columns(groups, tried)
        if len(columns) <= count:
            return columns
        tried += NAME_STEP_PX / 2
    columns = _columns(groups, height)
    return columns if len(columns) <= count and total <= height * count else None


def _columns(groups: list[list[Entry]], height: float) -> tuple[tuple[Entry, ...], ...]:
    """Entries from the top, a new column where one is full; no heading stands alone at an end."""
    columns: list[list[Entry]] = [[]]
    used = 0.0
    for group in groups:
        for at, entry in enumerate(group):
            needed = entry.height + (group[1].height if at == 0 and len(group) > 1 else 0.0)
            if used + needed > height and columns[-1]:
                columns.append([])
                used = 0.0
            columns[-1].append(entry)
            used += entry.height
    return tuple(tuple(column) for column in columns)


def _entries(group: LegendGroup, width: float, language: str, family: str) -> Iterator[Entry]:
    """A group's heading and its kinds."""
    yield Entry((group.layer.text_in(language),), HEADING_PX)
    font = font_of(family, NAME_PX, False)
    room = width - SYMBOL_PX - 7 - COUNT_PX
    for line in group.lines:
        names = wrapped(line.kind.text_in(language), font, room)
        yield Entry(names, ROW_PX + NAME_STEP_PX * (len(names) - 1), line)


def wrapped(text: str, font: QFont, width: float) -> tuple[str, ...]:
    """A text in as many lines of a width as it takes, broken where its script allows."""
    if QFontMetricsF(font).horizontalAdvance(text) <= width:
        return (text,)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, NAME_PX))
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return tuple(lines)


def draw_legend(
    painter: QPainter, paper: Paper, groups: list[LegendGroup], frame: Frame, language: str
) -> None:
    """Symbols used on the sheet, by layer, with how many there are of each."""
    rect, family = rect_of(frame), paper.look.family
    painter.save()
    painter.translate(rect.topLeft())
    painter.setFont(font_of(family, 13, True))
    painter.setPen(paper.styles.color("ink"))
    painter.drawText(
        QRectF(0, 0, rect.width(), 20),
        Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
        QCoreApplication.translate("Sheets", "Legend"),
    )
    painter.translate(0, TITLE_PX)
    made = arrange(groups, rect.width(), rect.height() - TITLE_PX, language, family)
    painter.scale(made.share, made.share)
    for at, column in enumerate(made.columns):
        y = -ABOVE_PX if column and column[0].line is None else 0.0
        for entry in column:
            row = QRectF(at * (made.width + GAP_PX), y, made.width, entry.height)
            if entry.line is None:
                _heading(painter, paper, entry, row.adjusted(0, ABOVE_PX, 0, 0))
            else:
                _kind(painter, paper, entry, entry.line, row)
            y += entry.height
    painter.restore()


def _heading(painter: QPainter, paper: Paper, entry: Entry, row: QRectF) -> None:
    painter.setFont(font_of(paper.look.family, 9.5, True))
    painter.setPen(paper.styles.color("ink_dim"))
    painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, *entry.names)


def _kind(painter: QPainter, paper: Paper, entry: Entry, line: LegendLine, row: QRectF) -> None:
    box = QRectF(row.left(), row.top() + 1, SYMBOL_PX, SYMBOL_PX)
    paper.symbols.render(painter, line.kind.symbol, box, line.kind.role)
    painter.setFont(font_of(paper.look.family, NAME_PX, False))
    painter.setPen(paper.styles.color("ink"))
    for at, name in enumerate(entry.names):
        painter.drawText(QPointF(row.left() + 23, row.top() + 13 + at * NAME_STEP_PX), name)
    painter.setPen(paper.styles.color("ink_dim"))
    painter.drawText(
        QRectF(row.right() - COUNT_PX, row.top(), COUNT_PX, ROW_PX - 1),
        Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
        str(line.count),
    )
