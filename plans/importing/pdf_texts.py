"""Texts of a page put together again: many programs write every letter as an object of its own."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable

import msgspec

_SAME_LINE, _NO_GAP, _WORD_GAP = 0.35, 0.35, 1.1
"""Shares of the letters' height: off the line, to the next letter, to the next word."""


class Piece(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A run of letters: the start of its base line, its height and width in points."""

    text: str
    x: float
    y: float
    height: float
    width: float
    layer: int
    angle_deg: float = 0.0


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces that follow each other on one line as one, in the order they were written."""
    made: list[Piece] = []
    for piece in pieces:
        before = made[-1] if made else None
        space = None if before is None else _space(before, piece)
        if before is None or space is None:
            made.append(piece)
            continue
        width = max(before.width, _along(before, piece)[0] + piece.width)
        text = before.text + space + piece.text
        made[-1] = msgspec.structs.replace(before, text=text, width=width)
    return made


def readable(text: str) -> str:
    """Radicals that fonts put in place of characters (⽊ for 木) as the characters; no controls."""
    return "".join(
        unicodedata.normalize("NFKC", c) if "\u2e80" <= c <= "\u2fd5" else c
        for c in text
        if c.isprintable()
    )


def _along(before: Piece, piece: Piece) -> tuple[float, float]:
    """Where a piece starts along and across the line of the one before it."""
    turn = math.radians(before.angle_deg)
    dx, dy = piece.x - before.x, piece.y - before.y
    return (
        dx * math.cos(turn) + dy * math.sin(turn),
        dy * math.cos(turn) - dx * math.sin(turn),
    )


def _space(before: Piece, piece: Piece) -> str | None:
    """What stands between two pieces of one text: nothing or a blank; None: they are two texts."""
    is_alike = (
        before.layer == piece.layer
        and abs(before.angle_deg - piece.angle_deg) < 1.0
        and abs(before.height - piece.height) <= 0.1 * before.height
    )
    if not is_alike:
        return None
    along, across = _along(before, piece)
    gap = along - before.width
    if abs(across) > _SAME_LINE * before.height or gap < -before.height:
        return None
    if gap <= _NO_GAP * before.height:
        return ""
    return " " if gap <= _WORD_GAP * before.height else None
