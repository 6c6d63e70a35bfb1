"""The table `guesses.toml`: how properties and headings of strangers become kinds and facts."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from plans.model.catalog import Catalog, FactRow, Row
from plans.model.toml import read_toml

When = Mapping[str, str | tuple[str, ...]]
"""Property → what it must say: a word, any of several, or `*` for anything but no."""


class Guess(msgspec.Struct, frozen=True, kw_only=True):
    """One guess; the heading of `guesses.toml` says what its fields mean."""

    kind: str = ""
    also: str = ""
    when: When = {}
    has: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    record: str = ""
    indoor: bool | None = None
    keep: tuple[str, ...] = ()
    station: str = ""
    facts: Mapping[str, str] = {}

    def fits(self, properties: Mapping[str, object], form: str, name: str) -> bool:
        """Whether it fits a feature with those properties from a file of that (lower case) name."""
        return (
            (not self.forms or form in self.forms)
            and says_all(properties, self.when)
            and all(key in properties for key in self.has)
            and (not self.named or any(word in name for word in self.named))
        )


def says_all(properties: Mapping[str, object], when: When) -> bool:
    """Whether the properties say all of that."""
    return all(_says(properties.get(key), wanted) for key, wanted in when.items())


def says_any(properties: Mapping[str, object], when: When) -> bool:
    """Whether they say any of it."""
    return any(_says(properties.get(key), wanted) for key, wanted in when.items())


def _says(value: object, wanted: str | tuple[str, ...]) -> bool:
    if value is None or value == "" or str(value).lower() == "no":
        return False
    if wanted == "*":
        return True
    options = (wanted,) if isinstance(wanted, str) else wanted
    return str(value).lower() in (option.lower() for option in options)


class Property(msgspec.Struct, frozen=True):
    """Other words for a fact; `unit` is what a number written without one is in."""

    words: tuple[str, ...]
    fact: str
    unit: str = ""


class Heading(msgspec.Struct, frozen=True):
    """Words that head a column; `only` restricts them to kinds of table."""

    field: str
    words: tuple[str, ...]
    only: tuple[str, ...] = ()


class Table(Row, frozen=True, kw_only=True):
    """A kind of table and how to tell it."""

    named: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()


class Assumed(msgspec.Struct, frozen=True):
    """Figures taken when nothing in the file says better."""

    storey_height_m: float
    lane_width_m: float


class Osm(msgspec.Struct, frozen=True):
    """How OpenStreetMap is to be read; the heading of `guesses.toml` says what the fields mean."""

    lines: tuple[When, ...]
    areas: When
    main_keys: tuple[str, ...]
    most_lanes: int


class Near(msgspec.Struct, frozen=True):
    """When what a file shows lies where it is to go, in metres; see the heading `[near]`."""

    building_m: float
    alone_m: float
    binder_m: float


class Rules(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All rows of `guesses.toml`."""

    names: tuple[str, ...]
    names_en: tuple[str, ...]
    name_fallbacks: tuple[str, ...]
    rotations: tuple[str, ...]
    floors: tuple[str, ...]
    levels: tuple[str, ...]
    buildings: tuple[str, ...]
    kinds: tuple[str, ...]
    noise: frozenset[str]
    indoor_kinds: frozenset[str]
    assumed: Assumed
    osm: Osm
    near: Near
    guess: tuple[Guess, ...]
    property: tuple[Property, ...]
    heading: tuple[Heading, ...]
    table: tuple[Table, ...]

    @cached_property
    def _by_key(self) -> dict[str, list[int]]:
        """A property → the places of the guesses that look at it first; "" for those by name."""
        places: dict[str, list[int]] = defaultdict(list)
        for at, guess in enumerate(self.guess):
            first = next(iter(guess.when), "") or (guess.has[0] if guess.has else "")
            places[first].append(at)
        return dict(places)

    def only(self, keys: frozenset[str]) -> Rules:
        """The same with names, levels and the like looked for in those properties only."""
        lists = (
            "names", "names_en", "name_fallbacks", "rotations", "floors", "levels", "buildings",
        )  # fmt: skip
        kept = {name: tuple(key for key in getattr(self, name) if key in keys) for name in lists}
        return msgspec.structs.replace(self, **kept)

    def guessed(self, properties: Mapping[str, object], form: str, name: str) -> Guess | None:
        """The first guess that fits, or None."""
        places = [*self._by_key.get("", ())]
        for key in properties:
            places += self._by_key.get(key, ())
        name = name.lower()
        tried = (self.guess[at] for at in sorted(places))
        return next((guess for guess in tried if guess.fits(properties, form, name)), None)

    def table_named(self, table_id: str) -> Table | None:
        """The kind of table with that id or text."""
        wanted = table_id.strip().lower()
        return next((t for t in self.table if wanted in (t.id, t.zh, t.en)), None)


def load_rules(folder: Path) -> Rules:
    """Read `guesses.toml` of a catalog folder."""
    return read_toml(folder / "guesses.toml", Rules)


def plain(word: str) -> str:
    """A heading or key for comparing: folded, without blanks, dashes and underscores."""
    folded = unicodedata.normalize("NFKC", word).casefold()
    return "".join(char for char in folded if char not in " _-\t\n\r*:：")


class FactWords:
    """Which fact a property or heading of an owner (`building`, `feature`, `appliance`) means.

    Texts and synonyms count for facts of that owner only, a key for any.
    """

    def __init__(self, catalog: Catalog, rules: Rules, owner: str) -> None:
        self._rows: dict[str, FactRow] = {}
        self._units: dict[str, str] = {}
        rows = catalog.facts_of(owner)
        for row in rows:
            self._add([row.key], row)
        for row in rows:
            self._add([row.zh, row.en], row)
        for row in rows:
            self._add(row.synonyms, row)
        for row in catalog.facts.values():
            self._add([row.key], row)
        by_key = {row.key: row for row in rows}
        for more in rules.property:
            if more.fact in by_key:
                self._add(more.words, by_key[more.fact])
                self._units.update((plain(word), more.unit) for word in more.words if more.unit)

    def _add(self, words: Iterable[str], row: FactRow) -> None:
        for word in words:
            self._rows.setdefault(plain(word), row)

    def row(self, word: str) -> FactRow | None:
        """The fact's row, or None."""
        return self._rows.get(plain(word))

    def unit(self, word: str) -> str:
        """What a number under that word is in when it does not say; "" for the fact's own unit."""
        return self._units.get(plain(word), "")


class KindWords:
    """Which kind a written word means: its id, its text, or another word only it has."""

    def __init__(self, catalog: Catalog) -> None:
        self._ids: dict[str, str] = {}
        claims: dict[str, set[str]] = defaultdict(set)
        for kind in catalog.kinds.values():
            for word in (kind.zh, kind.en, *kind.words):
                claims[plain(word)].add(kind.id)
        self._ids = {word: min(ids) for word, ids in claims.items() if len(ids) == 1}
        for kind in catalog.kinds.values():
            self._ids[plain(kind.zh)] = kind.id
            self._ids[plain(kind.en)] = kind.id
        self._exact = frozenset(catalog.kinds)

    def kind(self, word: str) -> str:
        """The kind's id, or ""."""
        return word if word in self._exact else self._ids.get(plain(word), "")
