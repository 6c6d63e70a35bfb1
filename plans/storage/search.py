"""Find buildings by any clue: the one search over both databases.

Steps from sure to vague, each asked only while too few are found: the whole text equals,
begins with, then contains the query; all of its words stand somewhere in one building; it
sounds the same; it looks alike. Within a step the rank of the fields decides (see
`search_index.FIELDS`), then the shorter text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, select, text

from plans.model.ids import BuildingId
from plans.storage.search_index import FIELDS
from plans.storage.search_query import Pieces, Query, all_of, contains, parse
from plans.storage.search_similar import similar_rows
from plans.storage.tables import buildings, search_rows
from plans.storage.words import LONGEST, has_han, pieces, syllables

FEW = 3
"""Vague steps are taken only while fewer buildings than this are found."""

_CANDIDATES = 60
_RANKS = {field: at for at, field in enumerate(FIELDS)}
_SCORES = {"equal": 1.0, "prefix": 0.9, "contains": 0.75, "words": 0.65, "sound": 0.55}
_SIMILAR_SCORE = 0.5
_WRITTEN = ("name", "code", "old_name", "alias", "english")
_WORST_RANK = 0.01 * (len(FIELDS) - 1)

_SQLITE_TOKENS = text(
    "SELECT r.building_id, r.field, r.text FROM search_words"
    " JOIN search_rows r ON r.id = search_words.rowid"
    " WHERE search_words MATCH :words ORDER BY search_words.rowid LIMIT :most"
)
_POSTGRES_TOKENS = text(
    "SELECT r.building_id, r.field, r.text FROM search_words w"
    " JOIN search_rows r ON r.id = w.rowid"
    " WHERE w.tokens @@ CAST(:words AS tsquery) ORDER BY w.rowid LIMIT :most"
)
_SQLITE_EVERY = text(
    "SELECT r.building_id FROM search_words JOIN search_rows r ON r.id = search_words.rowid"
    " WHERE search_words MATCH :words ORDER BY search_words.rowid LIMIT :most"
)
_POSTGRES_EVERY = text(
    "SELECT r.building_id FROM search_words w JOIN search_rows r ON r.id = w.rowid"
    " WHERE w.every @@ CAST(:words AS tsquery) ORDER BY w.rowid LIMIT :most"
)


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A building found and why.

    `matched_by` is a field of the index or `similar`, `matched_text` the text that answered,
    `score` 0–1 (only for telling sure from vague).
    """

    id: BuildingId
    name: str
    name_en: str
    address: str
    matched_by: str
    matched_text: str
    score: float

    @property
    def sureness(self) -> int:
        """2: the whole text is what was asked; 1: it stands in the text; 0: it is only alike."""
        if self.score >= _SCORES["equal"] - _WORST_RANK:
            return 2
        return 1 if self.score >= _SCORES["words"] - _WORST_RANK else 0


class _Hit(msgspec.Struct, frozen=True):
    building_id: str
    matched_by: str
    text: str
    score: float


def search(connection: Connection, typed: str, limit: int = 20) -> list[Match]:
    """The best `limit` buildings for what was typed, best first; nothing typed finds nothing."""
    query = parse(typed)
    if not query.plain or limit <= 0:
        return []
    found: dict[str, _Hit] = {}
    asked = _Search(connection, limit)
    for step, most in (
        (asked.equal, limit),
        (asked.beginning, limit),
        (asked.containing, limit),
        (asked.with_all_words, limit),
        (asked.with_all_runs, FEW),
        (asked.sounding, FEW),
        (asked.similar, FEW),
    ):
        if len(found) >= most:
            break
        for hit in step(query):
            found.setdefault(hit.building_id, hit)
            if len(found) >= limit:
                break
    return _matches(connection, _with_best_reasons(connection, query, found))


def _with_best_reasons(
    connection: Connection, query: Query, found: dict[str, _Hit]
) -> dict[str, _Hit]:
    """What its address answered first for is told by the name or code that holds the query too,
    and stands before those that only their address answers for."""
    hits = {id_: hit for id_, hit in found.items() if hit.matched_by == "address"}
    if not hits:
        return found
    rows = _rows().where(
        search_rows.c.building_id.in_(list(hits)), search_rows.c.field.in_(_WRITTEN)
    )
    better: dict[str, _Hit] = {}
    for row in connection.execute(rows.order_by(search_rows.c.id)).all():
        if row.building_id not in better and _holds(pieces(row.text), query.pieces):
            score = hits[row.building_id].score
            better[row.building_id] = _Hit(row.building_id, row.field, row.text, score)
    told = [better[id_] for id_ in hits if id_ in better]
    turns = iter([*told, *(hit for id_, hit in hits.items() if id_ not in better)])
    ordered = (next(turns) if id_ in hits else hit for id_, hit in found.items())
    return {hit.building_id: hit for hit in ordered}


def _holds(own: Sequence[str], wanted: Pieces) -> bool:
    """Whether words stand side by side in a text; the last one may go on."""
    *whole, last = wanted
    return any(
        list(own[at : at + len(whole)]) == whole and own[at + len(whole)].startswith(last)
        for at in range(len(own) - len(whole))
    )


def warm_up() -> None:
    """Load what the vague steps need (0.3 s once), so that no key press waits for it."""
    import rapidfuzz.fuzz
    import rapidfuzz.process  # noqa: F401

    syllables("示例")


class _Search:
    """The steps of one search."""

    def __init__(self, connection: Connection, limit: int) -> None:
        self._connection = connection
        self._is_sqlite = connection.dialect.name == "sqlite"
        self._most = limit * 10 + 50  # a building has about ten rows

    def equal(self, query: Query) -> Iterator[_Hit]:
        rows = _rows().where(search_rows.c.plain == query.plain)
        return self._hits(rows, "equal")

    def beginning(self, query: Query) -> Iterator[_Hit]:
        plain = search_rows.c.plain
        rows = _rows().where(plain > query.plain, plain < query.plain + "\U0010ffff")
        return self._hits(rows, "prefix")

    def containing(self, query: Query) -> Iterator[_Hit]:
        return self._containing(query.pieces, "contains")

    def with_all_words(self, query: Query) -> Iterator[_Hit]:
        return self._all_of(query.words)

    def with_all_runs(self, query: Query) -> Iterator[_Hit]:
        return self._all_of(query.runs) if query.runs != query.words else iter(())

    def sounding(self, query: Query) -> Iterator[_Hit]:
        if not has_han(query.plain):
            return iter(())
        return self._containing(("".join(syllables(query.plain))[:LONGEST],), "sound")

    def similar(self, query: Query) -> Iterator[_Hit]:
        for alike, row in similar_rows(self._connection, query.plain):
            yield _Hit(row.building_id, "similar", row.text, alike / 100 * _SIMILAR_SCORE)

    def _hits(self, rows: Select[Any], step: str) -> Iterator[_Hit]:
        rows = rows.order_by(search_rows.c.id).limit(self._most)
        for row in self._connection.execute(rows).all():
            yield _hit(row, step)

    def _containing(self, own: Pieces, step: str) -> Iterator[_Hit]:
        words = contains(own, is_sqlite=self._is_sqlite)
        if self._is_sqlite:
            query, words = _SQLITE_TOKENS, f"{{tokens}} : ({words})"
        else:
            query = _POSTGRES_TOKENS
        for row in self._connection.execute(query, {"words": words, "most": self._most}).all():
            yield _hit(row, step)

    def _all_of(self, parts: Sequence[Pieces]) -> Iterator[_Hit]:
        if len(parts) < 2:
            return iter(())
        words = all_of(parts, is_sqlite=self._is_sqlite)
        if self._is_sqlite:
            query, words = _SQLITE_EVERY, f"{{every}} : ({words})"
        else:
            query = _POSTGRES_EVERY
        result = self._connection.execute(query, {"words": words, "most": _CANDIDATES})
        ids = list(result.scalars())
        rows = select(search_rows.c.building_id, *_COLUMNS, search_rows.c.plain)
        rows = rows.where(search_rows.c.building_id.in_(ids), search_rows.c.field != "every")
        ranked: dict[str, list[Any]] = {}
        for row in self._connection.execute(rows).all():
            ranked.setdefault(row.building_id, []).append(row)
        wanted = ["".join(part) for part in parts]
        best = sorted(
            ((_rank_all(wanted, own), id_, own) for id_, own in ranked.items()),
            key=lambda entry: entry[:2],
        )
        return (_best_hit(id_, wanted, own) for _, id_, own in best)


_COLUMNS = (search_rows.c.field, search_rows.c.text)


def _rows() -> Select[Any]:
    return select(search_rows.c.building_id, *_COLUMNS)


def _hit(row: Any, step: str) -> _Hit:
    score = _SCORES[step] - 0.01 * _RANKS[row.field]
    return _Hit(row.building_id, row.field, row.text, score)


def _rank(word: str, row: Any) -> tuple[int, int, int]:
    """How well a row answers one word: equal, beginning, inside, hidden; field; length."""
    if row.plain.startswith(word):
        step = 0 if row.plain == word else 1
    else:
        step = 2 if word in row.plain else 3
    return step, _RANKS[row.field], len(row.text)


def _rank_all(wanted: Sequence[str], rows: Sequence[Any]) -> list[tuple[int, int, int]]:
    return sorted(min(_rank(word, row) for row in rows) for word in wanted)


def _best_hit(building_id: str, wanted: Sequence[str], rows: Sequence[Any]) -> _Hit:
    _, row = min(
        ((_rank(word, row), row) for word in wanted for row in rows), key=lambda pair: pair[0]
    )
    return _Hit(building_id, row.field, row.text, _hit(row, "words").score)


def _matches(connection: Connection, found: dict[str, _Hit]) -> list[Match]:
    columns = (buildings.c.id, buildings.c.name, buildings.c.name_en, buildings.c.address)
    rows = connection.execute(select(*columns).where(buildings.c.id.in_(list(found))))
    by_id = {row.id: row for row in rows}
    return [
        Match(
            id=row.id,
            name=row.name,
            name_en=row.name_en,
            address=row.address,
            matched_by=hit.matched_by,
            matched_text=hit.text,
            score=round(hit.score, 3),
        )
        for id_, hit in found.items()
        if (row := by_id.get(id_)) is not None
    ]
