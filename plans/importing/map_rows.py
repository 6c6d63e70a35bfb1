"""Things with a shape and properties, from any map file, as parsed rows.

Every map reader (GeoJSON, OSM, Shapefile ...) finds its things its own way; what they are, what
they are called and what is known of them follows from the same tables here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
import shapely
from shapely.geometry.base import BaseGeometry

from plans.importing.asked import Asked, Reader
from plans.importing.draft import Question, Unread
from plans.importing.levels import levels_in
from plans.importing.parsed import BuildingRow, FeatureRow, ParsedRow, StationRow
from plans.importing.properties import Provenance, facts_from, first_of
from plans.importing.rules import FactWords, Guess, Rules
from plans.importing.shapes import BadShape, form_of, lies_outdoors, repaired
from plans.importing.values import clean, number, split
from plans.model.fact import Fact, Facts

FOOTPRINT = "building.footprint"
_TELLS = 12
"""How many examples of one trouble are listed one by one; the rest are counted."""
_HOUSE = ("addr:housenumber", "addr:housename")
_FULL_ADDRESS = ("address", "addr:full", "地址")


class Found(msgspec.Struct):
    """A shape as it stood in the file, with what stood beside it. `place` says where."""

    place: str
    shape: BaseGeometry
    properties: Mapping[str, object]
    id: str = ""


class MapRows:
    """Rows of one file, with what was missed, noted and left out on the way.

    `name` is what the file or layer is called: a clue to what its things are.
    """

    def __init__(self, path: Path, asked: Asked, reader: Reader, name: str = "") -> None:
        self.path, self.asked, self.reader = path, asked, reader
        self.name = name or path.stem
        self.unread: list[Unread] = []
        self.left_out: Counter[str] = Counter()
        self._shortened: dict[tuple[str, ...], Rules] = {}
        rules = reader.rules
        self._used = frozenset(
            (*rules.names, *rules.names_en, *rules.rotations, *rules.floors, *rules.levels,
             *rules.buildings, "kind", "source", "verified_by", "verified_on")
        )  # fmt: skip

    def of(self, one: Found, degrees: BaseGeometry, guess: Guess | None = None) -> list[ParsedRow]:
        """The rows of one thing whose shape is `degrees` (lon, lat; WGS-84); `guess` is what the
        reader knows it to be. None, and why is in `unread`, when nothing can be made of it."""
        try:
            shape, mended = repaired(degrees)
        except BadShape as error:
            self.miss(one.place, str(error.args[0]), brief(one.properties))
            return []
        guess = guess or self._guess(one, form_of(shape))
        if guess is None:
            return []
        if mended:
            self.note(one.place, "repaired", brief(one.properties))
        rows: list[ParsedRow] = []
        if guess.kind:
            rows.append(self._feature(one, shape, guess))
        if guess.also:
            symbol = msgspec.structs.replace(guess, kind=guess.also)
            rows.append(self._feature(one, shape.representative_point(), symbol))
        if guess.record:
            rows.append(self._record(one, shape, guess))
        return rows

    def telling(self, properties: Mapping[str, object]) -> dict[str, object]:
        """The properties without what editors leave behind."""
        noise = self.reader.rules.noise
        return {key: value for key, value in properties.items() if key not in noise}

    def questions(self) -> list[Question]:
        """What properties were left out, the most frequent by name."""
        if not self.left_out:
            return []
        listed = ", ".join(key for key, _ in self.left_out.most_common(_TELLS))
        return [Question("left_out", listed)]

    def miss(self, place: str, reason: str, text: str = "") -> None:
        """Something did not become a row."""
        self.unread.append(Unread(place, reason, text))

    def note(self, place: str, reason: str, text: str = "") -> None:
        """Something became a row, with a remark."""
        self.unread.append(Unread(place, reason, text, note=True))

    def _guess(self, one: Found, form: str) -> Guess | None:
        """What the shape is; None, and said so, when nothing fits."""
        words, rules = self.reader.kind_words, self.reader.rules
        if self.asked.table in ("buildings", "stations"):
            record = self.asked.table.removesuffix("s")
            kind = FOOTPRINT if record == "building" and form == "area" else ""
            return Guess(kind=kind, record=record, station="fire_station")
        written = clean(one.properties.get("kind"))
        if written:
            kind = words.kind(written)
            if not kind:
                self.miss(one.place, "unknown_kind", written)
                return None
            return Guess(kind=kind)
        guess = rules.guessed(one.properties, form, self.name)
        if guess is not None:
            return guess
        for key in rules.kinds:
            value = one.properties.get(key)
            if isinstance(value, str) and (kind := words.kind(value.strip())):
                return Guess(kind=kind)
        self.miss(one.place, "no_kind", brief(one.properties))
        return None

    def _feature(self, one: Found, shape: BaseGeometry, guess: Guess) -> FeatureRow:
        rules, properties = self._rules_for(one.properties), one.properties
        is_building = guess.kind.startswith("building.")
        words = self.reader.building_facts if is_building else self.reader.feature_facts
        facts = self._facts(one, guess, words)
        levels, whole = levels_in(first_of(properties, rules.levels))
        if not whole:
            self.note(one.place, "odd_level", first_of(properties, rules.levels))
        inside = guess.indoor is not False
        kind = self.reader.catalog.kinds.get(guess.kind)
        indoor = guess.kind in rules.indoor_kinds if guess.indoor is None else guess.indoor
        fallbacks = (*rules.name_fallbacks, *_HOUSE) if is_building else rules.name_fallbacks
        return FeatureRow(
            kind=guess.kind,
            wkb=shapely.to_wkb(shape),
            label=first_of(properties, (*rules.names, *fallbacks)),
            label_en=first_of(properties, rules.names_en),
            rotation_deg=number(first_of(properties, rules.rotations)) or 0.0,
            facts=facts,
            building=first_of(properties, rules.buildings),
            floors=tuple(split(first_of(properties, rules.floors))) if inside else (),
            levels=levels if inside else (),
            indoor=indoor,
            outdoor=not inside or (kind is not None and lies_outdoors(kind)),
            address=address_of(properties) if is_building else "",
            place=one.place,
        )

    def _facts(self, one: Found, guess: Guess, words: FactWords) -> Facts:
        provenance = Provenance.of(one.properties, self.path.name)
        used = (self._used | guess.when.keys()) - frozenset(guess.keep)
        facts, left_out, odd = facts_from(
            one.properties, words, provenance, keep=guess.keep, used=used
        )
        self.left_out.update(left_out)
        for text in odd:
            self.note(one.place, "odd_value", text)
        known = {fact.key for fact in facts}
        said = (Fact(key=k, value=v, source=self.path.name) for k, v in guess.facts.items())
        return (*facts, *(fact for fact in said if fact.key not in known))

    def _rules_for(self, properties: Mapping[str, object]) -> Rules:
        """The rules less the words for properties that are not there: features of one file have
        the same few sets of properties, and a hundred thousand of them look up seven things."""
        keys = tuple(properties)
        if keys not in self._shortened:
            self._shortened[keys] = self.reader.rules.only(frozenset(keys))
        return self._shortened[keys]

    def _record(self, one: Found, shape: BaseGeometry, guess: Guess) -> ParsedRow:
        rules, properties = self.reader.rules, one.properties
        middle = shape.representative_point()
        name = first_of(properties, rules.names)
        unnamed = f"{self.path.stem} {one.place.removeprefix('feature ')}"
        code = first_of(properties, ("code", "ref", "编号"))
        if guess.record == "station":
            return StationRow(
                name=name or unnamed,
                name_en=first_of(properties, rules.names_en),
                kind=guess.station,
                code=code,
                lon=middle.x,
                lat=middle.y,
                telephone=first_of(properties, ("phone", "contact:phone", "telephone", "电话")),
                place=one.place,
            )
        return BuildingRow(
            name=name or unnamed,
            code=code,
            address=address_of(properties),
            lon=middle.x,
            lat=middle.y,
            facts=self._facts(one, guess, self.reader.building_facts),
            place=one.place,
        )


def address_of(properties: Mapping[str, object]) -> str:
    """The address in one line, put together from OpenStreetMap's parts when need be."""
    whole = first_of(properties, _FULL_ADDRESS)
    if whole:
        return whole
    street = first_of(properties, ("addr:street", "addr:place"))
    house = first_of(properties, _HOUSE)
    city = first_of(properties, ("addr:city",))
    return ", ".join(filter(None, (" ".join(filter(None, (street, house))), city)))


def brief(properties: Mapping[str, object]) -> str:
    """The first few properties that say something, short enough for one line."""
    said = [f"{key}={clean(value)}" for key, value in properties.items() if value not in (None, "")]
    return ", ".join(said)[:120]


def bbox_of(rows: Iterable[ParsedRow]) -> tuple[float, float, float, float] | None:
    """(west, south, east, north) of all features, degrees; None without any."""
    shapes = [row.wkb for row in rows if isinstance(row, FeatureRow)]
    if not shapes:
        return None
    bounds = shapely.total_bounds(shapely.from_wkb(shapes)).round(7).tolist()
    west, south, east, north = bounds
    return west, south, east, north


def span(shapes: list[BaseGeometry]) -> str:
    """From where to where shapes lie, as written in the file."""
    west, south, east, north = shapely.total_bounds(shapes)
    return f"{west:g}…{east:g}, {south:g}…{north:g}"


def corner(shape: BaseGeometry) -> str:
    """The lower left corner of a shape, as written in the file."""
    west, south, *_ = shape.bounds
    return f"{west:g}, {south:g}"
