"""Which floors the title of a plan names: `三~五层平面图`, `B1 PLAN`, `First floor plan`."""

from __future__ import annotations

import re
import unicodedata

import msgspec

from plans.importing.drawing_rules import Titles
from plans.importing.levels import label_of, level_of

_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_DEEP = r"(?:地下|负|-|b)?"
_TO = r"[-~～–—至到]"
_RANGE = re.compile(rf"({_DEEP}{_NUMBER})(?:层|楼|f)?{_TO}({_DEEP}{_NUMBER})(?:层|楼|f)")
_SEVERAL = re.compile(
    rf"({_DEEP}{_NUMBER})(?:层|楼|f)?[、,，](?:[^层楼f]*[、,，])?({_DEEP}{_NUMBER})(?:层|楼|f)"
)
_ONE = re.compile(
    rf"((?:地下|负){_NUMBER}(?:层|楼)?|b\d{{1,2}}(?!\d)f?|{_NUMBER}(?:层|楼|f(?![a-z])))"
)
_LEVEL = re.compile(
    r"(?:level|floor|lvl)(-?\d{1,2})(?!\d)|(\d{1,2})(?:st|nd|rd|th)floor|(\d{1,2})\.?og"
)
_BARE = re.compile(rf"^(?:b\d{{1,2}}f?|\d{{1,3}}f|{_DEEP}{_NUMBER}层)$")
_MOST_FLOORS, _LONGEST = 60, 40


class Title(msgspec.Struct, frozen=True):
    """The floors a title names: their labels and levels (None where the label tells none), and
    whether another count of floors is possible (`first floor` is the second in Britain); a `bare`
    one is no more than a label (`2F`), as sections have them too."""

    labels: tuple[str, ...]
    levels: tuple[int | None, ...]
    doubtful: bool = False
    bare: bool = False


def floors_titled(text: str, words: Titles) -> Title | None:
    """The floors of a title; None when it is none. Levels count from 0, the first above ground."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub(r"[\s_()（）\[\]:：\"“”]+", "", folded)
    if not plain or len(plain) > _LONGEST or any(word in plain for word in words.not_):
        return None
    if _BARE.match(plain):
        title = _titled([level_of(plain.rstrip("f") if plain[0] == "b" else plain)])
        return msgspec.structs.replace(title, bare=True) if title else None
    plan = next((word for word in words.plan if word in plain), "")
    if not plan:
        return None
    head = plain.split(plan)[0] or plain.split(plan, 1)[1]
    return _in(head, words) or _named(plain, words)


def _in(head: str, words: Titles) -> Title | None:
    if match := _RANGE.search(head):
        low, high = level_of(match[1]), level_of(match[2])
        if low is None or high is None or not 0 < high - low < _MOST_FLOORS:
            return None
        return _titled(list(range(low, high + 1)))
    if match := _SEVERAL.search(head):
        numbers = re.findall(rf"{_DEEP}{_NUMBER}", match[0])
        return _titled([level_of(number) for number in numbers])
    if match := _ONE.search(head):
        return _titled([level_of(match[1].removesuffix("f") if match[1][0] == "b" else match[1])])
    if match := _LEVEL.search(head):
        number = int(match[1] or match[2] or match[3])
        return _titled([number - (match[3] is None)] if number or match[3] else [0], doubtful=True)
    for at, word in enumerate(words.ordinals):
        if f"{word}floor" in head:
            return _titled([at], doubtful=True)
    return None


def _named(plain: str, words: Titles) -> Title | None:
    """Floors without a number."""
    if any(_stands(word, plain) for word in words.ground):
        return Title((label_of(0),), (0,))
    if any(_stands(word, plain) for word in words.basement):
        return Title((label_of(-1),), (-1,))
    for label, known in (("标准层", words.typical), ("夹层", words.mezzanine), ("RF", words.roof)):
        if any(_stands(word, plain) for word in known):
            return Title((label,), (None,))
    return None


def _stands(word: str, plain: str) -> bool:
    """Whether a word stands in a title; a word of two letters only at an end of it."""
    return word in plain if len(word) > 2 else plain.startswith(word) or plain.endswith(word)


def _titled(levels: list[int | None], *, doubtful: bool = False) -> Title | None:
    known = [level for level in levels if level is not None]
    if not known or len(known) < len(levels):
        return None
    return Title(tuple(map(label_of, known)), tuple(known), doubtful)
