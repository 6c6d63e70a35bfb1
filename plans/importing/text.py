"""Bytes of unknown encoding as text: UTF-8 first, then the encodings brigades' lists come in."""

from __future__ import annotations

import codecs
import re
import unicodedata

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000
_WORD = re.compile(r"[^\W\d_]+")


class NotText(ValueError):
    """The bytes are not a text in any encoding we know. `args[0]` is a reason key."""


def decoded(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding (without a byte order mark).

    Raises `NotText` with `empty` or `binary`.
    """
    if not data.strip():
        raise NotText("empty")
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _strict(data, name), name
    if b"\x00" in data[:_SAMPLE]:
        raise NotText("binary")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    name = _likeliest(data[:_SAMPLE])
    text = data.decode(name, errors="replace")
    if _share_of_controls(text[:_SAMPLE]) > 0.01:
        raise NotText("binary")
    return text, name


def _strict(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise NotText("binary") from error


def _likeliest(sample: bytes) -> str:
    """The encoding in which the bytes beyond ASCII read most like its language."""
    scores = {
        "gb18030": _chinese(sample),
        "cp932": _japanese(sample),
        "cp1251": _cyrillic(sample),
    }
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 0.5 else "cp1252" if _decodes(sample, "cp1252") else "latin-1"


def _decodes(sample: bytes, name: str) -> str:
    """The sample in that encoding, "" when it does not decode (a cut last character may fail)."""
    for cut in range(4):
        try:
            return sample[: len(sample) - cut].decode(name)
        except UnicodeDecodeError as error:
            if error.start < len(sample) - 8:
                return ""
    return ""


def _chinese(sample: bytes) -> float:
    """Share of the characters beyond ASCII that are GB 2312 level 1 (the 3,755 common ones,
    lead byte B0 to D7) or its punctuation (A1 to A3)."""
    text = _decodes(sample, "gb18030")
    beyond = [char for char in text if char > "\x7f"]
    common = 0
    for char in beyond:
        pair = char.encode("gb18030")
        common += len(pair) == 2 and (0xA1 <= pair[0] <= 0xA3 or 0xB0 <= pair[0] <= 0xD7)
        common -= len(pair) == 2 and pair[1] < 0xA1
    return common / len(beyond) if beyond else 0.0


def _japanese(sample: bytes) -> float:
    """Share that is full-width kana or kanji; half-width katakana is what other encodings give."""
    beyond = [char for char in _decodes(sample, "cp932") if char > "\x7f"]
    good = sum("\u3000" <= char <= "\u30ff" or "\u4e00" <= char <= "\u9fff" for char in beyond)
    half = sum("\uff61" <= char <= "\uff9f" for char in beyond)
    return (good - 2 * half) / len(beyond) if beyond else 0.0


def _cyrillic(sample: bytes) -> float:
    """Share of letters beyond ASCII in words that are Cyrillic throughout."""
    text = _decodes(sample, "cp1251")
    beyond = sum(char > "\x7f" for char in text)
    words = (word for word in _WORD.findall(text) if len(word) > 1)
    letters = sum(
        len(word)
        for word in words
        if all("\u0400" <= char <= "\u04ff" for char in word) and not _shuffled(word)
    )
    return letters / beyond if beyond else 0.0


def _shuffled(word: str) -> bool:
    """Whether capitals stand inside a word that has small letters (wrong encoding)."""
    return not (word.islower() or word.isupper() or word[1:].islower())


def _share_of_controls(text: str) -> float:
    controls = sum(unicodedata.category(char) == "Cc" and char not in "\r\n\t\f" for char in text)
    return controls / max(len(text), 1)
