"""Words for storeys as numbers: 0 is the first floor above ground, -1 the first basement."""

from __future__ import annotations

import re

from plans.importing.values import folded

_GROUND = frozenset(
    {"g", "gf", "eg", "rdc", "0", "首层", "底层", "地面层", "ground", "groundfloor"}
)
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")}
_BASEMENT = re.compile(r"^(?:b|地下|负|-)\s*(\d{1,3}|[一二三四五六七八九十]+)\s*(?:层|楼|f)?$")
_STOREY = re.compile(r"^(?:f|l|第)?\s*(\d{1,3}|[一二三四五六七八九十]+)\s*(?:层|楼|f|/f)?$")
_UPPER = re.compile(r"^(\d{1,3})\s*\.?\s*(?:og|andar|étage|etage)$")
_RANGE = re.compile(r"^(-?\d{1,6})\s*(?:-|\.\.|~|至)\s*(-?\d{1,6})$")
_MOST_LEVELS = 300


def level_of(label: str) -> int | None:
    """The storey a label means: `B2` -2, `1F` 0, `首层` 0, `3层` 2, `GF` 0, `2.OG` 2.

    A bare number counts from 1 as in China; None when the label says no storey.
    """
    word = folded(label).lower().replace(" ", "")
    if word in _GROUND:
        return 0
    if match := _BASEMENT.match(word):
        depth = _counted(match[1])
        return -depth if depth else None
    if match := _UPPER.match(word):
        return int(match[1])
    if match := _STOREY.match(word):
        storey = _counted(match[1])
        return storey - 1 if storey else None
    return None


def label_of(level: int) -> str:
    """The usual label of a storey: `1F` for 0, `B1` for -1."""
    return f"B{-level}" if level < 0 else f"{level + 1}F"


def levels_in(text: object) -> tuple[tuple[int, ...], bool]:
    """The levels a Simple Indoor Tagging value names, lowest first, and whether all was understood.

    `0;1` is two levels, `0-2` three; half levels go to the one below.
    """
    levels: set[int] = set()
    whole = True
    for part in re.split(r"[;,]", folded(text)):
        part = part.strip()
        if match := _RANGE.match(part):
            low, high = sorted((int(match[1]), int(match[2])))
            if high - low > _MOST_LEVELS:
                whole = False
                continue
            levels.update(range(low, high + 1))
            continue
        try:
            number = float(part)
        except ValueError:
            whole = whole and not part
            continue
        if not abs(number) <= _MOST_LEVELS:  # so is not-a-number
            whole = False
            continue
        levels.add(int(number // 1))
        whole = whole and number.is_integer()
    return tuple(sorted(levels)), whole


def _counted(word: str) -> int:
    """`12`, `十二`, `二十` as a number; 0 when it is none."""
    if word.isdigit():
        return int(word)
    if word == "十":
        return 10
    tens, ten, ones = word.partition("十")
    if not ten:
        return _DIGITS.get(word, 0) if len(word) == 1 else 0
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
