"""Texts that look like a query with a typing mistake in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, text

from plans.storage.search_query import any_of
from plans.storage.words import grams, has_han, syllables

LEAST = 65.0
"""Percent alike from which a text is offered; one wrong letter in four is 75."""

_CANDIDATES = 600  # compared one by one in about 3 ms
_SPREAD = 12.0  # what is less alike than the best by more is noise
_SHORTEST = 3

_SQLITE_COUNT = text(
    "SELECT count(*) FROM (SELECT 1 FROM search_grams WHERE search_grams MATCH :words LIMIT :most)"
)
_SQLITE_ROWS = text(
    "SELECT r.building_id, r.field, r.text, r.plain FROM search_grams"
    " JOIN search_rows r ON r.id = search_grams.rowid"
    " WHERE search_grams MATCH :words ORDER BY search_grams.rowid LIMIT :most"
)
_POSTGRES_COUNT = text(
    "SELECT count(*) FROM (SELECT 1 FROM search_words"
    " WHERE grams @@ CAST(:words AS tsquery) LIMIT :most) AS counted"
)
_POSTGRES_ROWS = text(
    "SELECT r.building_id, r.field, r.text, r.plain FROM search_words w"
    " JOIN search_rows r ON r.id = w.rowid"
    " WHERE w.grams @@ CAST(:words AS tsquery) ORDER BY w.rowid LIMIT :most"
)


def similar_rows(connection: Connection, plain: str) -> list[tuple[float, Any]]:
    """Index rows that look like the plain query with how alike they are (0–100), best first.

    Only rows sharing one of the rarer grams are compared, so the cost has a bound.
    """
    if len(plain) < _SHORTEST:
        return []
    sound = "".join(syllables(plain)) if has_han(plain) else plain
    wanted = [*grams(plain), *(grams(sound) if sound != plain else ())]
    rows = _candidates(connection, wanted)
    written = [row for row in rows if row.field != "pinyin"]
    sounding = [row for row in rows if row.field == "pinyin"]
    found = [*_compared(plain, written), *_compared(sound, sounding)]
    least = max((alike for alike, _ in found), default=0.0) - _SPREAD
    return sorted((pair for pair in found if pair[0] >= least), key=lambda pair: -pair[0])


def _compared(plain: str, rows: Sequence[Any]) -> Iterator[tuple[float, Any]]:
    """Each row at least `LEAST` alike: as a whole, at its beginning or somewhere inside."""
    from rapidfuzz import fuzz, process

    texts = [row.plain for row in rows]
    starts = [text[: len(plain)] for text in texts]
    best = [0.0] * len(rows)
    for scorer, against, weight in (
        (fuzz.ratio, texts, 1.0),
        (fuzz.ratio, starts, 0.97),
        (fuzz.partial_ratio, texts, 0.92),
    ):
        least = LEAST / weight
        for _, alike, at in process.extract_iter(plain, against, scorer=scorer, score_cutoff=least):
            best[at] = max(best[at], alike * weight)
    return ((alike, row) for alike, row in zip(best, rows, strict=True) if alike)


def _candidates(connection: Connection, wanted: Sequence[str]) -> Sequence[Any]:
    is_sqlite = connection.dialect.name == "sqlite"
    count, rows = (_SQLITE_COUNT, _SQLITE_ROWS) if is_sqlite else (_POSTGRES_COUNT, _POSTGRES_ROWS)
    counted: list[tuple[int, str]] = []
    for gram in dict.fromkeys(wanted):
        words = any_of([gram], is_sqlite=is_sqlite)
        number = connection.execute(count, {"words": words, "most": _CANDIDATES}).scalar_one()
        if number:
            counted.append((number, gram))
    chosen: list[str] = []
    room = _CANDIDATES
    for number, gram in sorted(counted):
        if chosen and number > room:
            break
        chosen.append(gram)
        room -= number
    if not chosen:
        return []
    words = any_of(chosen, is_sqlite=is_sqlite)
    return connection.execute(rows, {"words": words, "most": _CANDIDATES}).all()
