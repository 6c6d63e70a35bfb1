"""What palette and help are given; apart from them, so that a start need not load their widgets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtGui import QAction


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """An action and what finds it: its text in each language and its reading, and other words
    for it, each with its reading when it is Chinese."""

    action: QAction
    words: tuple[str, ...]
    pinyin: str
    also: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyGroup:
    """A menu's title and its actions as (text, native key texts, pinyin)."""

    text: str
    keys: tuple[tuple[str, tuple[str, ...], str], ...]


def bare(text: str) -> str:
    """A menu text without its mnemonic mark; a Chinese one, `(&F)`, goes altogether."""
    text = re.sub(r"\(&\w\)", "", text)
    return re.sub(r"&(.)", r"\1", text)
