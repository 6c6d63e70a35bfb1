"""Where everything on the card stands: figures, group names, facts; measured, not yet drawn.

Room is spent in this order: every fact on one line; then further lines for values that one line
cuts, the heaviest facts first; then air. Where even one line each is too much, facts of the
least weight wait outside, but each group keeps its heaviest; where that is too much still, the
card is as tall as it needs to be with everything in it, and scrolls.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from desktop.docks.facts import Shown
from desktop.support import fonts
from desktop.support.theme import Sizes
from plans.model.fact import Trust

Group = tuple[str, str, list[Shown]]

LIGHT = 1
"""Facts of this weight or less may wait outside."""
MOST_LINES = 3
TRUST_PX = 18.0
LINE = 1.24
"""Height of a value's further lines, in times of its text."""
_TIGHT, _EASY, _AIRY = 1.27, 1.36, 2.1  # a row's height in times of its text's
_LEAST_GAP, _MOST_GAP = 2.0, 10.0
_JOINED = "\u2060"  # so that no line breaks within P-ST6
_LONGEST = 600  # characters of a value the card measures; its tip tells the rest


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """A decisive figure: its value in `px`, on one line or two, over its name."""

    item: Shown
    rect: QRectF
    px: int
    lines: tuple[str, ...]
    name: tuple[str, ...]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """A group's name, beside its facts or over them."""

    group: str
    text: str
    rect: QRectF
    rule: QRectF


@dataclass(frozen=True, slots=True)
class RowPlace:
    """A fact: its name in the first `name_px`, its value in lines at the right."""

    item: Shown
    rect: QRectF
    step: float
    name_px: float
    lines: tuple[str, ...]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class CardLayout:
    """All places, the height they take, how many facts wait outside, and room to say so."""

    figures: tuple[FigurePlace, ...] = ()
    headings: tuple[Heading, ...] = ()
    rows: tuple[RowPlace, ...] = ()
    height: float = 0.0
    left_out: int = 0
    foot: QRectF = field(default_factory=QRectF)

    @property
    def facts(self) -> list[FigurePlace | RowPlace]:
        """Every fact that has a place."""
        return [*self.figures, *self.rows]

    @property
    def is_partial(self) -> bool:
        """Whether something is left out or cut."""
        return bool(self.left_out) or any(place.is_cut for place in self.facts)


def lay_out(
    figures: list[Shown],
    groups: list[Group],
    size: QSizeF,
    sizes: Sizes,
    missing: str,
    *,
    whole: bool = False,
    scrolls: bool = True,
) -> CardLayout:
    """Places in a room of `size` pixels. `missing` is the word for a fact without a value.

    `whole` shows every fact and value in full, however tall. Where a card cannot scroll, it may
    still come out taller than its room: then it has to be drawn smaller.
    """
    placed, top = _figures(figures, size.width(), sizes)
    fit = _Fit(groups, size.width(), sizes, missing)
    room, foot = size.height() - top - 2, sizes.tiny * 1.7
    kept, left_out = groups, 0
    asked = whole
    step, gap, lines = sizes.body * _TIGHT, _LEAST_GAP, dict[str, int]()
    if not whole and fit.height(groups, step, gap, lines) > room:
        kept = _without_light(groups, lambda some: fit.height(some, step, gap, lines) > room - foot)
        left_out = _count(groups) - _count(kept)
        if fit.height(kept, step, gap, lines) > room - foot and scrolls:
            whole, kept, left_out = True, groups, 0
    if whole:
        step, gap = sizes.body * 1.5, 5.0
        lines = {item.row.key: fit.needed(item, 99) for _, _, items in groups for item in items}
    room -= foot if asked or left_out else 0.0
    step, gap = fit.loosened(kept, step, gap, lines, room, _EASY)
    if not whole:
        lines = fit.granted(kept, step, gap, room)
    step, gap = fit.loosened(kept, step, gap, lines, room * 0.97, _AIRY)
    headings, rows = fit.places(kept, step, gap, lines, top)
    bottom = top + fit.height(kept, step, gap, lines)
    foot_rect = QRectF()
    if asked or left_out:
        foot_rect = QRectF(0, max(bottom, size.height() - foot), size.width(), foot)
        bottom = foot_rect.bottom()
    return CardLayout(tuple(placed), tuple(headings), tuple(rows), bottom, left_out, foot_rect)


def broken(text: str, font: QFont, width: float, most: int) -> tuple[tuple[str, ...], bool]:
    """A text in at most `most` lines of a width, and whether that cut it (then it ends in …)."""
    text = " ".join(text[:_LONGEST].split())
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width or not text:
        return (text,), False
    text = re.sub(r"(?<=\w)-(?=\w)", f"-{_JOINED}", text)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    spans: list[tuple[int, int]] = []
    layout.beginLayout()
    while len(spans) <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        spans.append((line.textStart(), line.textLength()))
    layout.endLayout()
    lines = [text[at : at + length].replace(_JOINED, "").rstrip() for at, length in spans[:most]]
    if len(spans) > most:
        rest = text[spans[most - 1][0] :].replace(_JOINED, "")
        lines[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return tuple(lines), len(spans) > most


def value_of(item: Shown, missing: str) -> str:
    """A fact's value with its unit, or the word for none."""
    return f"{item.text} {item.unit}".strip() if item.text else missing


def _figures(items: list[Shown], width: float, sizes: Sizes) -> tuple[list[FigurePlace], float]:
    """The large figures in three columns or six, and where they end."""
    columns = 3 if width < 520 * sizes.tiny / 11 else 6
    cell = width / columns
    names = [broken(item.name, fonts.font(sizes.tiny), cell - 24, 2)[0] for item in items]
    top, placed = 2.0, []
    for at in range(0, len(items), columns):
        more = max(len(name) for name in names[at : at + columns]) - 1
        height = sizes.figure * 1.12 + sizes.tiny * (1.5 + 1.3 * more) + 6
        for column, item in enumerate(items[at : at + columns]):
            rect = QRectF(column * cell, top, cell - 8, height)
            placed.append(_figure(item, rect, names[at + column], sizes))
        top += height
    return placed, top + 10


def _figure(item: Shown, rect: QRectF, name: tuple[str, ...], sizes: Sizes) -> FigurePlace:
    """A figure as large as its cell allows; a long one on two lines of text size."""
    text = item.text or "–"
    unit = QFontMetricsF(fonts.font(sizes.body)).horizontalAdvance(item.unit) + 6
    room = rect.width() - (unit if item.unit and item.text else 0.0)
    font = fonts.font(sizes.figure)
    while font.pixelSize() > sizes.lead and QFontMetricsF(font).horizontalAdvance(text) > room:
        font.setPixelSize(font.pixelSize() - 1)
    if QFontMetricsF(font).horizontalAdvance(text) <= room:
        return FigurePlace(item, rect, font.pixelSize(), (text,), name, False)
    lines, is_cut = broken(value_of(item, text), fonts.font(sizes.body), rect.width(), 2)
    return FigurePlace(item, rect, sizes.body, lines, name, is_cut)


class _Fit:
    """Measures groups at a width: names beside the facts, or over them when that is narrow."""

    def __init__(self, groups: list[Group], width: float, sizes: Sizes, missing: str) -> None:
        self._sizes, self._missing = sizes, missing
        self._columns = 2 if width >= 620 * sizes.tiny / 11 else 1
        self._width = (width - (self._columns - 1) * 24) / self._columns
        self._names, self._values = fonts.font(sizes.tiny), fonts.font(sizes.body)
        strong = QFontMetricsF(fonts.font(sizes.tiny, strong=True))
        widest = max((strong.horizontalAdvance(title) for _, title, _ in groups), default=0.0) + 8
        self._beside = widest <= self._width * 0.24
        self._title_px = widest if self._beside else 0.0
        self._title_step = 0.0 if self._beside else sizes.tiny * 1.5
        self._line_px = sizes.body * LINE
        self._needed: dict[tuple[str, int], int] = {}

    def needed(self, item: Shown, most: int) -> int:
        """How many lines a value takes."""
        key = item.row.key, most
        if key not in self._needed:
            self._needed[key] = len(self._broken(item, most)[0])
        return self._needed[key]

    def height(
        self, groups: list[Group], step: float, gap: float, lines: Mapping[str, int]
    ) -> float:
        """Height of the groups, of the taller of two columns when there are two."""
        heights = [self._tall(group, step, gap, lines) for group in groups]
        at = self._second(heights)
        return max(sum(heights[:at]), sum(heights[at:]))

    def loosened(
        self,
        groups: list[Group],
        step: float,
        gap: float,
        lines: Mapping[str, int],
        room: float,
        most: float,
    ) -> tuple[float, float]:
        """Row height and gap grown while there is room, up to `most` times the text."""
        while step + 0.5 <= self._sizes.body * most:
            wider = min(gap + 0.5, _MOST_GAP)
            if self.height(groups, step + 0.5, wider, lines) > room:
                break
            step, gap = step + 0.5, wider
        return step, gap

    def granted(self, groups: list[Group], step: float, gap: float, room: float) -> dict[str, int]:
        """How many lines each value gets, the heaviest facts served first."""
        lines: dict[str, int] = {}
        every = [item for _, _, items in groups for item in items]
        for item in sorted(every, key=lambda item: -item.row.weight):
            for count in range(self.needed(item, MOST_LINES), 1, -1):
                if self.height(groups, step, gap, {**lines, item.row.key: count}) <= room:
                    lines[item.row.key] = count
                    break
        return lines

    def places(
        self,
        groups: list[Group],
        step: float,
        gap: float,
        lines: Mapping[str, int],
        top: float,
    ) -> tuple[list[Heading], list[RowPlace]]:
        """Where names and facts stand."""
        second = self._second([self._tall(group, step, gap, lines) for group in groups])
        headings, rows = [], []
        x, y = 0.0, top
        for at, (group, title, items) in enumerate(groups):
            if at == second and self._columns > 1:
                x, y = self._width + 24, top
            rule = QRectF(x, y, self._width, 1)
            width = self._title_px - 4 if self._beside else self._width
            (text,), _ = broken(title, fonts.font(self._sizes.tiny, strong=True), width, 1)
            rect = QRectF(x, y + 2, width, step if self._beside else self._title_step)
            headings.append(Heading(group, text, rect, rule))
            y += 2 + self._title_step
            for item in items:
                count = lines.get(item.row.key, 1)
                tall = step + (count - 1) * self._line_px
                rect = QRectF(x + self._title_px, y, self._width - self._title_px, tall)
                shown, is_cut = self._broken(item, count)
                rows.append(RowPlace(item, rect, step, self._name_px(item), shown, is_cut))
                y += tall
            y += 1 + gap
        return headings, rows

    def _tall(self, group: Group, step: float, gap: float, lines: Mapping[str, int]) -> float:
        more = sum(lines.get(item.row.key, 1) - 1 for item in group[2])
        return self._title_step + len(group[2]) * step + more * self._line_px + gap + 3

    def _second(self, heights: list[float]) -> int:
        """Which group begins the second column, so that the taller one is as low as can be."""
        if self._columns == 1:
            return len(heights)
        ways = range(len(heights) + 1)
        return min(ways, key=lambda at: max(sum(heights[:at]), sum(heights[at:])))

    def _name_px(self, item: Shown) -> float:
        own = math.ceil(QFontMetricsF(self._names).horizontalAdvance(item.name)) + 8
        return min(own, (self._width - self._title_px) * 0.46)

    def _broken(self, item: Shown, most: int) -> tuple[tuple[str, ...], bool]:
        width = self._width - self._title_px - self._name_px(item) - TRUST_PX
        return broken(value_of(item, self._missing), self._values, width, most)


def _without_light(groups: list[Group], is_over: Callable[[list[Group]], bool]) -> list[Group]:
    """Groups less light facts, missing ones first, until they fit; each keeps its heaviest."""
    kept = [(group, title, list(items)) for group, title, items in groups]
    while is_over(kept):
        light = [
            (item.row.weight, item.trust is not Trust.MISSING, -at, item)
            for at, (_, _, items) in enumerate(kept)
            for item in items
            if item.row.weight <= LIGHT and item is not _heaviest(items)
        ]
        if not light:
            break
        worst = min(light, key=lambda row: row[:3])[3]
        kept = [(gid, title, [i for i in items if i is not worst]) for gid, title, items in kept]
    return kept


def _heaviest(items: list[Shown]) -> Shown:
    """What a group keeps: its heaviest fact, a recorded one before a missing one."""
    return max(items, key=lambda item: (item.row.weight, item.trust is not Trust.MISSING))


def _count(groups: list[Group]) -> int:
    return sum(len(items) for _, _, items in groups)
