"""GeoJSON (RFC 7946, and what people write instead) as parsed rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
from shapely.geometry.base import BaseGeometry

from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.crs import UnknownCrs, datum_named, declared, to_degrees
from plans.importing.draft import Question
from plans.importing.map_rows import Found, MapRows, bbox_of, brief, corner
from plans.importing.parsed import Parsed, ParsedRow, Seen
from plans.importing.properties import first_of
from plans.importing.shapes import BadShape, parts_of
from plans.importing.text import NotText, decoded
from plans.importing.values import clean
from plans.model.building import Datum
from plans.progress import Progress, silent

_MOST_NESTING = 8
_STEP = 2_000


def read(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read one GeoJSON file. Raises `InputError` with place and reason."""
    return read_data(path, reader.bytes_of(path), asked, reader, progress)


def read_data(
    path: Path, data: bytes, asked: Asked, reader: Reader, progress: Progress = silent
) -> Parsed:
    """Read GeoJSON from the bytes of a file of that name."""
    return _Reading(path, data, asked, reader, progress).parsed()


def document_of(path: Path, data: bytes, questions: list[Question] | None = None) -> object:
    """What a JSON file holds; an encoding that had to be guessed is added to `questions`.

    Raises `InputError` with place and reason.
    """
    try:
        text, encoding = decoded(data)
    except NotText as error:
        raise InputError(path, reason=str(error.args[0])) from error
    if questions is not None and not encoding.startswith("utf"):
        questions.append(Question("encoding", encoding))
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
        pass  # msgspec is strict and says no line; the slower reader knows NaN and places
    try:
        return _whole(json.loads(text))
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise InputError(path, place=place, reason="json") from error
    except RecursionError as error:
        raise InputError(path, reason="nested") from error
    except ValueError as error:  # an integer of more digits than Python will read
        raise InputError(path, reason="json", detail=str(error)) from error


class _Reading:
    """One file being read."""

    def __init__(
        self, path: Path, data: bytes, asked: Asked, reader: Reader, progress: Progress
    ) -> None:
        self.path = path
        self.data = data
        self.asked = asked
        self.reader = reader
        self.progress = progress
        self.rows = MapRows(path, asked, reader)
        self.questions: list[Question] = []

    def parsed(self) -> Parsed:
        """All rows of the file."""
        document = self._document()
        found = list(self._found(document))
        degrees, inside = self._in_degrees(found, document)
        self.rows.name = clean(document.get("name")) + " " + self.path.stem
        rows: list[ParsedRow] = []
        for at, (one, shape) in enumerate(zip(found, degrees, strict=True)):
            if at % _STEP == 0:
                self.progress(at, len(found), "import.read")
            if not inside[at]:
                self.rows.miss(one.place, "out_of_range", corner(one.shape))
                continue
            rows += self.rows.of(one, shape)
        about = document.get("properties")
        about = {**(about if isinstance(about, dict) else {}), **_scalars(document)}
        return Parsed(
            source=self.path.name,
            table="geojson",
            rows=tuple(rows),
            unread=tuple(self.rows.unread),
            questions=(*self.questions, *self.rows.questions()),
            building=first_of(about, ("building", *self.reader.rules.buildings)),
            floor=first_of(about, self.reader.rules.floors),
            typical=first_of(about, ("typical",)),
            seen=Seen(crs=self.crs, entities=len(found), bbox_deg=bbox_of(rows)),
        )

    def _document(self) -> dict[str, object]:
        document = document_of(self.path, self.data, self.questions)
        if not isinstance(document, dict) or document.get("type") not in _TYPES:
            raise InputError(self.path, reason="not_geojson")
        return document

    def _found(self, document: dict[str, object]) -> Iterator[Found]:
        for at, member in enumerate(_members(document, 0), start=1):
            place = f"feature {at}"
            if not isinstance(member, dict):
                self.rows.miss(place, "not_a_feature")
                continue
            is_feature = member.get("type") == "Feature"
            given = member.get("properties") if is_feature else {}
            properties = self.rows.telling(given if isinstance(given, dict) else {})
            geometry = member.get("geometry") if is_feature else member
            try:
                shapes = parts_of(geometry)
            except BadShape as error:
                self.rows.miss(place, str(error.args[0]), brief(properties))
                continue
            for shape in shapes:
                yield Found(place, shape, properties, clean(member.get("id")))

    def _in_degrees(
        self, found: list[Found], document: dict[str, object]
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
                text=corner(found[0].shape),
            )  # fmt: skip
        if datum and datum is not Datum.WGS84:
            self.questions.append(Question("datum_converted", datum.value))
        return degrees, inside


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
