"""The search index, written when a building is saved: what a building answers to, and in words.

Each building has one row per searchable field and one with every word of it. A row's number
carries its rank (field, then length of the text), so reading matches in the order of their
numbers is reading the best first, and a search may stop when it has enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, select, text

from plans.model.building import Building, NameKind
from plans.storage.plain_rows import insert_rows
from plans.storage.tables import buildings, search_rows
from plans.storage.words import (
    grams,
    has_han,
    initials,
    plain_text,
    readings,
    sound_words,
    tails,
    words_of,
)

FIELDS = (
    "name",
    "code",
    "old_name",
    "alias",
    "english",
    "pinyin",
    "initials",
    "address",
    "every",
)
"""In order of rank; `every` holds all words of a building and is no reason of its own."""

_FIELD_OF = {NameKind.ENGLISH: "english", NameKind.OLD: "old_name", NameKind.ALIAS: "alias"}
_CHUNK = 500
_MOST_AT_ONCE = 20_000
_MOST_ENTRIES = 64  # names past that are kept, but not searched
_MOST_CHARACTERS = 120  # a text is searched by its beginning; PostgreSQL holds 1 MB of words


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the index before it has a number."""

    field: str
    text: str
    plain: str
    tokens: tuple[str, ...] = ()
    grams: tuple[str, ...] = ()


def is_indexed_alike(old: Building, new: Building) -> bool:
    """Whether a change of the building leaves its index as it is."""

    def seen(building: Building) -> tuple[object, ...]:
        return (
            building.name,
            building.names,
            building.address,
            building.address_en,
            building.code,
        )

    return seen(old) == seen(new)


def entries(building: Building) -> list[Entry]:
    """What a building answers to."""
    found = [_written("name", building.name)]
    if has_han(building.name):
        spoken = readings(building.name[:_MOST_CHARACTERS])
        sounds, firsts = "".join(spoken[0]), "".join(initials(spoken[0]))
        found.append(
            Entry(
                field="pinyin",
                text=building.name,
                plain=sounds,
                tokens=_tails_of(spoken),
                grams=tuple(grams(sounds)),
            )
        )
        found.append(
            Entry(
                field="initials",
                text=building.name,
                plain=firsts,
                tokens=_tails_of([initials(parts) for parts in spoken]),
            )
        )
    found.append(_written("code", building.code))
    found.extend(_written(_FIELD_OF[name.kind], name.text) for name in building.names)
    for address in (building.address, building.address_en):
        found.append(_written("address", address))
    found = [entry for entry in found if entry.plain][: _MOST_ENTRIES - 1]
    words = [token for entry in found for token in entry.tokens]
    return [*found, Entry(field="every", text=building.name, plain="", tokens=tuple(words))]


def reindex(connection: Connection, stale: Sequence[str], fresh: Sequence[Building]) -> None:
    """Take buildings out of the index by id, then put buildings in."""
    for at in range(0, len(stale), _CHUNK):
        _remove(connection, stale[at : at + _CHUNK])
    for at in range(0, len(fresh), _MOST_AT_ONCE):
        _add(connection, fresh[at : at + _MOST_AT_ONCE])


def _written(field: str, text: str) -> Entry:
    """The entry of a text as it is written, with its sound when it is Chinese."""
    text = text[:_MOST_CHARACTERS]
    # the sound of the name has entries of its own, to be told as the reason
    sounds = sound_words(text) if field != "name" and has_han(text) else []
    pairs = grams(text)
    if field == "address":
        pairs = [pair for pair in pairs if has_han(pair)]
    return Entry(
        field=field,
        text=text,
        plain=plain_text(text),
        tokens=(*words_of(text), *sounds),
        grams=tuple(pairs),
    )


def _tails_of(spoken: Sequence[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tail for parts in spoken for tail in tails(parts)))


def _number(entry: Entry, building_number: int, at: int) -> int:
    """A row's number: field rank, length, building, place among the building's rows."""
    rank = FIELDS.index(entry.field)
    return rank << 48 | min(len(entry.text), 255) << 40 | building_number << 8 | at


def _remove(connection: Connection, ids: Sequence[str]) -> None:
    query = select(search_rows.c.id).where(search_rows.c.building_id.in_(ids))
    numbers = [{"number": number} for number in connection.execute(query).scalars()]
    if not numbers:
        return
    for table in _word_tables(connection):
        connection.execute(text(f"DELETE FROM {table} WHERE rowid = :number"), numbers)
    connection.execute(delete(search_rows).where(search_rows.c.id == bindparam("number")), numbers)


def _add(connection: Connection, fresh: Sequence[Building]) -> None:
    numbers: dict[str, int] = {}
    for at in range(0, len(fresh), _CHUNK):
        ids = [building.id for building in fresh[at : at + _CHUNK]]
        query = select(buildings.c.id, buildings.c.number).where(buildings.c.id.in_(ids))
        numbers.update((row.id, row.number) for row in connection.execute(query))
    rows: list[dict[str, Any]] = []
    words: list[dict[str, Any]] = []
    is_sqlite = connection.dialect.name == "sqlite"
    for building in fresh:
        for at, entry in enumerate(entries(building)):
            number = _number(entry, numbers[building.id], at)
            rows.append(
                {
                    "id": number,
                    "building_id": building.id,
                    "field": entry.field,
                    "text": entry.text,
                    "plain": entry.plain,
                }
            )
            words.append(_words_row(entry, number, is_sqlite))
    insert_rows(connection, search_rows, rows)
    # FTS5 writes out its buffer whenever a rowid is smaller than the one before
    words.sort(key=itemgetter("number"))
    for statement, chosen in _word_statements(is_sqlite, words):
        connection.execute(statement, chosen)


def _words_row(entry: Entry, number: int, is_sqlite: bool) -> dict[str, Any]:
    join = " ".join if is_sqlite else _tsvector
    own, every = ((), entry.tokens) if entry.field == "every" else (entry.tokens, ())
    return {
        "number": number,
        "tokens": join(own),
        "every": join(every),
        "grams": join(entry.grams),
    }


def _word_statements(
    is_sqlite: bool, words: list[dict[str, Any]]
) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    if not is_sqlite:
        yield (
            text(
                "INSERT INTO search_words (rowid, tokens, every, grams) VALUES (:number,"
                " CAST(:tokens AS tsvector), CAST(:every AS tsvector), CAST(:grams AS tsvector))"
            ),
            words,
        )
        return
    yield (
        text("INSERT INTO search_words (rowid, tokens, every) VALUES (:number, :tokens, :every)"),
        words,
    )
    with_grams = [row for row in words if row["grams"]]
    if with_grams:
        yield text("INSERT INTO search_grams (rowid, grams) VALUES (:number, :grams)"), with_grams


def _word_tables(connection: Connection) -> tuple[str, ...]:
    if connection.dialect.name == "sqlite":
        return ("search_words", "search_grams")
    return ("search_words",)


def _tsvector(tokens: Sequence[str]) -> str:
    """PostgreSQL's own notation, so that its text parser has no say (tokens are alphanumeric)."""
    return " ".join(f"'{token}':{min(at, 16383)}" for at, token in enumerate(tokens, start=1))
