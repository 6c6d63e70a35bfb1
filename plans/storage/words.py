"""Text as search words: plain form, single Chinese characters, Latin runs, pinyin, grams.

Everything a search compares goes through `plain_text` first, so width, case, accents, spaces and
separators make no difference. Chinese is split into single characters, so a phrase is
characters side by side; Latin letters and digits are split where one becomes the other, so
`NH-2031`, `nh 2031` and `NH2031` are the same words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

LONGEST = 40
"""Joined words are cut here: longer prefixes are not typed, and the index stays small."""

# Characters of place names that are read in two ways, where a dictionary of phrases may choose
# the other one: 长乐 is `chang le`, a 长 alone `zhang`. (Readings as in Xinhua Zidian.)
_OTHERWISE = {
    "长": ("chang", "zhang"),
    "重": ("chong", "zhong"),
    "行": ("hang", "xing"),
    "乐": ("le", "yue"),
    "厦": ("sha", "xia"),
    "都": ("du", "dou"),
    "朝": ("chao", "zhao"),
    "区": ("qu", "ou"),
    "盛": ("sheng", "cheng"),
    "藏": ("zang", "cang"),
    "堡": ("bao", "pu", "bu"),
    "六": ("liu", "lu"),
    "曾": ("zeng", "ceng"),
    "单": ("dan", "shan"),
    "便": ("bian", "pian"),
    "宿": ("su", "xiu"),
    "角": ("jiao", "jue"),
    "降": ("jiang", "xiang"),
    "传": ("chuan", "zhuan"),
    "仇": ("chou", "qiu"),
    "调": ("tiao", "diao"),
}
_MOST_READINGS = 4

_HAN = "⺀-⿟々〇㐀-䶿一-鿿豈-﫿\U00020000-\U0003fffd"
_SINGLE = rf"[{_HAN}぀-ヿㇰ-ㇿ가-힯]"
_PIECE = re.compile(rf"{_SINGLE}|\d+|(?:(?!{_SINGLE})[^\W\d_])+")
_IS_SINGLE = re.compile(_SINGLE).fullmatch
_HAN_RUN = re.compile(rf"[{_HAN}]+")
_ACCENTS = re.compile("[̀-ͯ]")


def pieces(text: str) -> list[str]:
    """The words of a text: one per Chinese character, Latin run or run of digits."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    if not folded.isascii():
        bare = _ACCENTS.sub("", unicodedata.normalize("NFD", folded))
        folded = unicodedata.normalize("NFC", bare)
    return _PIECE.findall(folded)


def plain_text(text: str) -> str:
    """The text as it is compared: words without anything between them."""
    return "".join(pieces(text))


def is_single(piece: str) -> bool:
    """Whether a piece is a character that stands alone (Chinese, kana, hangul)."""
    return _IS_SINGLE(piece) is not None


def has_han(text: str) -> bool:
    """Whether there is a Chinese character in it."""
    return _HAN_RUN.search(text) is not None


def tails(parts: Sequence[str]) -> list[str]:
    """What is left of the joined parts from each part on: `ab`, `cd` → `abcd`, `cd`.

    A prefix of a tail is then a match that begins at any part.
    """
    return ["".join(parts[at:])[:LONGEST] for at in range(min(len(parts), LONGEST))]


def syllables(text: str) -> list[str]:
    """Pinyin of a text, one syllable per Chinese character, other pieces as they are.

    pypinyin knows phrases, so 重庆 is `chong qing`; it takes 0.2 s to import, hence only here.
    """
    found: list[str] = []
    for run in _runs(text):
        found.extend(_pinyin(run) if _HAN_RUN.fullmatch(run) else [run])
    return found


@lru_cache(maxsize=4096)
def _pinyin(run: str) -> tuple[str, ...]:
    """Syllables of a run of Chinese; the streets of a city come again and again."""
    from pypinyin import lazy_pinyin

    return tuple(syllable.replace("ü", "v") for syllable in lazy_pinyin(run))


def readings(text: str) -> list[list[str]]:
    """The syllables of a text, then again with each character that can be read otherwise."""
    found = [syllables(text)]
    own = pieces(text)
    if len(own) == len(found[0]):
        for at, piece in enumerate(own):
            for other in _OTHERWISE.get(piece, ()):
                if other != found[0][at]:
                    found.append([*found[0][:at], other, *found[0][at + 1 :]])
    return found[:_MOST_READINGS]


def initials(parts: Sequence[str]) -> list[str]:
    """The first letter of each syllable; numbers stay whole, as people type them."""
    return [part if part.isdigit() else part[:1] for part in parts]


def words_of(text: str) -> list[str]:
    """Index words of a text: its pieces in order, then the tails of what is written in Latin."""
    own = pieces(text)
    joined: list[str] = []
    run: list[str] = []
    for piece in [*own, ""]:
        if piece and not is_single(piece):
            run.append(piece)
            continue
        if len(run) > 1:
            joined += tails(run)
        run = []
    return own + joined


def sound_words(text: str) -> list[str]:
    """Index words of a Chinese text by its sound: tails of its pinyin and of its initials."""
    found: dict[str, None] = {}
    for parts in readings(text):
        found.update(dict.fromkeys(tails(parts) + tails(initials(parts))))
    return [*found]


def grams(text: str) -> list[str]:
    """Short pieces two texts share although one has a typing mistake in it.

    Latin: every three letters of the plain text. Chinese: every two characters side by side or
    one apart, so that one wrong character in the middle leaves a pair.
    """
    found: dict[str, None] = {}
    for run in _runs(text):
        if is_single(run[0]):
            for step in (1, 2):
                found.update(
                    dict.fromkeys(run[at] + run[at + step] for at in range(len(run) - step))
                )
        else:
            found.update(dict.fromkeys(run[at : at + 3] for at in range(len(run) - 2)))
    return [*found]


def _runs(text: str) -> list[str]:
    """The plain text cut where Chinese and other writing meet."""
    runs: list[str] = []
    for piece in pieces(text):
        if runs and is_single(runs[-1][-1]) == is_single(piece):
            runs[-1] += piece
        else:
            runs.append(piece)
    return runs
