"""GeoJSON (RFC 7946, and what people write instead) as parsed rows."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

import msgspec
import shapely
from shapely.geometry.base import BaseGeometry

from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.crs import UnknownCrs, datum_named, declared, to_degrees
from plans.importing.draft import Question, Unread
from plans.importing.levels import levels_in
from plans.importing.parsed import BuildingRow, FeatureRow, Parsed, ParsedRow, Seen, StationRow
from plans.importing.properties import Provenance, facts_from, first_of
from plans.importing.rules import Guess, Rules
from plans.importing.shapes import BadShape, form_of, lies_outdoors, parts_of, repaired
from plans.importing.text import NotText, decoded
from plans.importing.values import clean, number, split
from plans.model.building import Datum
from plans.progress import Progress, silent

_MOST_NESTING = 8
_STEP = 2_000
_TELLS = 12
"""How many examples of one trouble are listed one by one; the rest are counted."""


def read(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read one GeoJSON file. Raises `InputError` with place and reason."""
    return _Reading(path, asked, reader, progress).parsed()


class _Found(msgspec.Struct):
    """A shape with what stood beside it."""

    place: str
    shape: BaseGeometry
    properties: Mapping[str, object]
    id: str


class _Reading:
    """One file being read."""

    def __init__(self, path: Path, asked: Asked, reader: Reader, progress: Progress) -> None:
        self.path = path
        self.asked = asked
        self.reader = reader
        self.progress = progress
        self.unread: list[Unread] = []
        self.questions: list[Question] = []
        self.left_out: Counter[str] = Counter()
        self._shortened: dict[tuple[str, ...], Rules] = {}

    def parsed(self) -> Parsed:
        """All rows of the file."""
        document = self._document()
        found = list(self._found(document))
        degrees, inside = self._in_degrees(found, document)
        self.name = clean(document.get("name")) + " " + self.path.stem
        rows: list[ParsedRow] = []
        for at, (one, shape) in enumerate(zip(found, degrees, strict=True)):
            if at % _STEP == 0:
                self.progress(at, len(found), "import.read")
            if not inside[at]:
                self._miss(one.place, "out_of_range", _corner(one.shape))
                continue
            rows += self._rows(one, shape)
        if self.left_out:
            listed = ", ".join(key for key, _ in self.left_out.most_common(_TELLS))
            self.questions.append(Question("left_out", listed))
        about = document.get("properties")
        about = {**(about if isinstance(about, dict) else {}), **_scalars(document)}
        return Parsed(
            source=self.path.name,
            table="geojson",
            rows=tuple(rows),
            unread=tuple(self.unread),
            questions=tuple(self.questions),
            building=first_of(about, ("building", *self.reader.rules.buildings)),
            floor=first_of(about, self.reader.rules.floors),
            typical=first_of(about, ("typical",)),
            seen=Seen(crs=self.crs, entities=len(found)),
        )

    def _document(self) -> dict[str, object]:
        data = self.reader.bytes_of(self.path)
        try:
            text, encoding = decoded(data)
        except NotText as error:
            raise InputError(self.path, reason=str(error.args[0])) from error
        if not encoding.startswith("utf"):
            self.questions.append(Question("encoding", encoding))
        document = self._json(text)
        if not isinstance(document, dict) or document.get("type") not in _TYPES:
            raise InputError(self.path, reason="not_geojson")
        return document

    def _json(self, text: str) -> object:
        try:
            return msgspec.json.decode(text)
        except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
            pass  # msgspec is strict and says no line; the slower reader knows NaN and places
        try:
            return _whole(json.loads(text))
        except json.JSONDecodeError as error:
            place = f"line {error.lineno}, column {error.colno}"
            raise InputError(self.path, place=place, reason="json") from error
        except RecursionError as error:
            raise InputError(self.path, reason="nested") from error
        except ValueError as error:  # an integer of more digits than Python will read
            raise InputError(self.path, reason="json", detail=str(error)) from error

    def _found(self, document: dict[str, object]) -> Iterator[_Found]:
        for at, member in enumerate(_members(document, 0), start=1):
            place = f"feature {at}"
            if not isinstance(member, dict):
                self._miss(place, "not_a_feature")
                continue
            is_feature = member.get("type") == "Feature"
            given = member.get("properties") if is_feature else {}
            properties = self._telling(given if isinstance(given, dict) else {})
            geometry = member.get("geometry") if is_feature else member
            try:
                shapes = parts_of(geometry)
            except BadShape as error:
                self._miss(place, str(error.args[0]), _brief(properties))
                continue
            for shape in shapes:
                yield _Found(place, shape, properties, clean(member.get("id")))

    def _telling(self, properties: dict[str, object]) -> dict[str, object]:
        noise = self.reader.rules.noise
        return {key: value for key, value in properties.items() if key not in noise}

    def _in_degrees(
        self, found: list[_Found], document: dict[str, object]
    ) -> tuple[list[BaseGeometry], list[bool]]:
        shapes = [one.shape for one in found]
        crs = declared(document)
        datum = self.asked.datum or datum_named(clean(document.get("datum"))) or datum_named(crs)
        self.crs = crs or f"EPSG:4326 ({(datum or Datum.WGS84).value})"
        try:
            degrees, inside = to_degrees(shapes, crs, datum or Datum.WGS84)
        except UnknownCrs as error:
            self.questions.append(Question("crs_unknown", str(error.args[0])))
            degrees, inside = to_degrees(shapes, "", datum or Datum.WGS84)
        if found and not any(inside):
            raise InputError(
                self.path, place=found[0].place, reason="not_degrees", crs=crs or "-",
                text=_corner(found[0].shape),
            )  # fmt: skip
        if datum and datum is not Datum.WGS84:
            self.questions.append(Question("datum_converted", datum.value))
        return degrees, inside

    def _rows(self, one: _Found, degrees: BaseGeometry) -> list[ParsedRow]:
        try:
            shape, mended = repaired(degrees)
        except BadShape as error:
            self._miss(one.place, str(error.args[0]), _brief(one.properties))
            return []
        guess = self._guess(one, form_of(shape))
        if guess is None:
            return []
        if mended:
            self._note(one.place, "repaired", _brief(one.properties))
        rows: list[ParsedRow] = []
        if guess.kind:
            rows.append(self._feature(one, shape, guess))
        if guess.also:
            symbol = msgspec.structs.replace(guess, kind=guess.also)
            rows.append(self._feature(one, shape.representative_point(), symbol))
        if guess.record:
            rows.append(self._record(one, shape, guess))
        return rows

    def _guess(self, one: _Found, form: str) -> Guess | None:
        """What the shape is; None, and said so, when nothing fits."""
        words, rules = self.reader.kind_words, self.reader.rules
        if self.asked.table in ("buildings", "stations"):
            record = self.asked.table.removesuffix("s")
            kind = "building.footprint" if record == "building" and form == "area" else ""
            return Guess(kind=kind, record=record, station="fire_station")
        written = clean(one.properties.get("kind"))
        if written:
            kind = words.kind(written)
            if not kind:
                self._miss(one.place, "unknown_kind", written)
                return None
            return Guess(kind=kind)
        guess = rules.guessed(one.properties, form, self.name)
        if guess is not None:
            return guess
        for key in rules.kinds:
            value = one.properties.get(key)
            if isinstance(value, str) and (kind := words.kind(value.strip())):
                return Guess(kind=kind)
        self._miss(one.place, "no_kind", _brief(one.properties))
        return None

    def _feature(self, one: _Found, shape: BaseGeometry, guess: Guess) -> FeatureRow:
        rules, properties = self._rules_for(one.properties), one.properties
        facts, left_out, odd = facts_from(
            properties,
            self.reader.feature_facts,
            Provenance.of(properties, self.path.name),
            keep=guess.keep,
            used=self._used,
        )
        self.left_out.update(left_out)
        for text in odd:
            self._note(one.place, "odd_value", text)
        levels, whole = levels_in(first_of(properties, rules.levels))
        if not whole:
            self._note(one.place, "odd_level", first_of(properties, rules.levels))
        inside = guess.indoor is not False
        kind = self.reader.catalog.kinds.get(guess.kind)
        indoor = guess.kind in rules.indoor_kinds if guess.indoor is None else guess.indoor
        return FeatureRow(
            kind=guess.kind,
            wkb=shapely.to_wkb(shape),
            label=first_of(properties, (*rules.names, *rules.name_fallbacks)),
            label_en=first_of(properties, rules.names_en),
            rotation_deg=number(first_of(properties, rules.rotations)) or 0.0,
            facts=facts,
            building=first_of(properties, rules.buildings),
            floors=tuple(split(first_of(properties, rules.floors))) if inside else (),
            levels=levels if inside else (),
            indoor=indoor,
            outdoor=not inside or (kind is not None and lies_outdoors(kind)),
            place=one.place,
        )

    def _rules_for(self, properties: Mapping[str, object]) -> Rules:
        """The rules less the words for properties that are not there: features of one file have
        the same few sets of properties, and a hundred thousand of them look up seven things."""
        keys = tuple(properties)
        if keys not in self._shortened:
            self._shortened[keys] = self.reader.rules.only(frozenset(keys))
        return self._shortened[keys]

    @cached_property
    def _used(self) -> frozenset[str]:
        """Properties that are no facts: names, kinds, levels, who verified."""
        rules = self.reader.rules
        return frozenset(
            (*rules.names, *rules.names_en, *rules.rotations, *rules.floors, *rules.levels,
             *rules.buildings, "kind", "source", "verified_by", "verified_on")
        )  # fmt: skip

    def _record(self, one: _Found, shape: BaseGeometry, guess: Guess) -> ParsedRow:
        rules, properties = self.reader.rules, one.properties
        middle = shape.representative_point()
        name = first_of(properties, rules.names)
        english = first_of(properties, rules.names_en)
        code = first_of(properties, ("code", "ref", "编号"))
        if guess.record == "station":
            return StationRow(
                name=name or f"{self.path.stem} {one.place.removeprefix('feature ')}",
                name_en=english,
                kind=guess.station,
                code=code,
                lon=middle.x,
                lat=middle.y,
                telephone=first_of(properties, ("phone", "contact:phone", "telephone", "电话")),
                place=one.place,
            )
        facts, left_out, _ = facts_from(
            properties,
            self.reader.building_facts,
            Provenance.of(properties, self.path.name),
            keep=guess.keep,
            used=self._used,
        )
        self.left_out.update(left_out)
        return BuildingRow(
            name=name or f"{self.path.stem} {one.place.removeprefix('feature ')}",
            code=code,
            address=first_of(properties, ("address", "addr:full", "地址")),
            lon=middle.x,
            lat=middle.y,
            facts=facts,
            place=one.place,
        )

    def _miss(self, place: str, reason: str, text: str = "") -> None:
        self.unread.append(Unread(place, reason, text))

    def _note(self, place: str, reason: str, text: str = "") -> None:
        self.unread.append(Unread(place, reason, text, note=True))


_GEOMETRIES = frozenset(
    {"Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon",
     "GeometryCollection"}
)  # fmt: skip
_TYPES = _GEOMETRIES | {"Feature", "FeatureCollection"}


def _members(document: dict[str, object], depth: int) -> Iterator[object]:
    """The features of a collection (collections inside collections too), or the thing itself."""
    if document.get("type") != "FeatureCollection":
        yield document
        return
    features = document.get("features")
    for member in features if isinstance(features, list) else []:
        nested = isinstance(member, dict) and member.get("type") == "FeatureCollection"
        if nested and depth < _MOST_NESTING:
            yield from _members(member, depth + 1)
        else:
            yield member


def _whole(value: object) -> object:
    """The same with halves of surrogate pairs, which no text can carry, replaced."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [_whole(member) for member in value]
    if isinstance(value, dict):
        return {str(_whole(key)): _whole(member) for key, member in value.items()}
    return value


def _scalars(document: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in document.items() if isinstance(value, (str, int, float))}


def _brief(properties: Mapping[str, object]) -> str:
    """The first few properties that say something, short enough for one line."""
    said = [f"{key}={clean(value)}" for key, value in properties.items() if value not in (None, "")]
    return ", ".join(said)[:120]


def _corner(shape: BaseGeometry) -> str:
    west, south, *_ = shape.bounds
    return f"{west:g}, {south:g}"
