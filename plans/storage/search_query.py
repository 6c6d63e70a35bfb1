"""What was typed as a query, and as a match expression of either database."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from plans.storage.words import LONGEST, is_single, pieces

Pieces = tuple[str, ...]


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """`plain` is the text without gaps, `pieces` its words in order; `words` the same cut at
    spaces, `runs` cut also where Chinese and other writing meet."""

    plain: str
    pieces: Pieces
    words: tuple[Pieces, ...]
    runs: tuple[Pieces, ...]


def parse(typed: str) -> Query:
    """Understand what was typed."""
    words = [tuple(found) for part in typed.split() if (found := pieces(part))]
    runs: list[list[str]] = []
    for word in words:
        for at, piece in enumerate(word):
            if at and is_single(piece) == is_single(word[at - 1]):
                runs[-1].append(piece)
            else:
                runs.append([piece])
    every = tuple(piece for word in words for piece in word)
    return Query(
        plain="".join(every), pieces=every, words=tuple(words), runs=tuple(map(tuple, runs))
    )


def contains(own: Pieces, *, is_sqlite: bool) -> str:
    """The expression for words side by side; the last one may go on when it is not Chinese."""
    one = _sqlite_phrase if is_sqlite else _postgres_phrase
    shown = one(own)
    if len(own) > 1 and not any(map(is_single, own)):
        joined = one(("".join(own)[:LONGEST],))
        shown = f"({joined} {'OR' if is_sqlite else '|'} {shown})"
    return shown


def all_of(parts: Sequence[Pieces], *, is_sqlite: bool) -> str:
    """The expression for all parts, anywhere."""
    shown = [contains(part, is_sqlite=is_sqlite) for part in parts]
    return (" AND " if is_sqlite else " & ").join(shown)


def any_of(grams: Sequence[str], *, is_sqlite: bool) -> str:
    """The expression for at least one of the grams."""
    if is_sqlite:
        return " OR ".join(f'"{gram}"' for gram in grams)
    return " | ".join(f"'{gram}'" for gram in grams)


def _sqlite_phrase(own: Pieces) -> str:
    star = "" if is_single(own[-1]) else " *"
    return " + ".join(f'"{piece[:LONGEST]}"' for piece in own) + star


def _postgres_phrase(own: Pieces) -> str:
    star = "" if is_single(own[-1]) else ":*"
    return "(" + " <-> ".join(f"'{piece[:LONGEST]}'" for piece in own) + star + ")"
