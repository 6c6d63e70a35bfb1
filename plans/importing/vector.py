"""Shapefile, GeoPackage and KML as parsed rows."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import msgspec
import shapely
from shapely.geometry.base import BaseGeometry

from plans.errors import InputError, Undecided
from plans.importing.archive import Archive
from plans.importing.asked import Asked, Reader
from plans.importing.crs import UnknownCrs, is_degrees, short_name, to_degrees
from plans.importing.draft import Question, Unread
from plans.importing.gdal import Layer, Unreadable, layers_of
from plans.importing.map_rows import Found, MapRows, bbox_of, corner, span
from plans.importing.parsed import Parsed, ParsedRow, Seen
from plans.importing.text import NotText, decoded
from plans.importing.xml_guard import guarded
from plans.model.building import Datum
from plans.progress import Progress, silent

_STEP = 2_000
PARTS = (".shp", ".dbf", ".prj", ".cpg")
"""The files of a Shapefile that are read."""
_SHP_MAGIC, _SQLITE = b"\x00\x00\x27\x0a", b"SQLite format 3\x00"
_HEADER = 100
"""Bytes before the first record of a .shp."""
_LATIN = "ISO-8859-1"
"""Any byte is a character of it: texts pass through unharmed until their encoding is known."""


def read_shapefile(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read a Shapefile with the files beside it. Raises `InputError`."""
    parts = {".shp": reader.bytes_of(path)}
    for beside in path.parent.iterdir():
        ending = beside.suffix.lower()
        if beside.stem == path.stem and ending in PARTS[1:] and beside.is_file():
            parts[ending] = reader.bytes_of(beside)
    return read_parts(path, parts, asked, reader, progress)


def read_parts(
    path: Path, parts: Mapping[str, bytes], asked: Asked, reader: Reader, progress: Progress
) -> Parsed:
    """Read a Shapefile from the bytes of its files, by ending. Raises `InputError`."""
    shp = parts[".shp"]
    if not shp.startswith(_SHP_MAGIC) or len(shp) < _HEADER:
        raise InputError(path, reason="not_shapefile")
    if len(shp) < 2 * int.from_bytes(shp[24:28], "big"):
        raise InputError(path, reason="cut_off")
    try:
        layers = [msgspec.structs.replace(one, name=path.stem)
                  for one in layers_of(_packed(parts), _LATIN)]  # fmt: skip
    except Unreadable as error:
        raise InputError(path, reason="not_shapefile", detail=str(error)) from error
    encoding = _encoding(parts.get(".cpg", b""), layers)
    reading = _Reading(path, asked, reader, progress)
    if encoding and not encoding.startswith("utf"):
        reading.questions.append(Question("encoding", encoding))
    for layer in layers:
        layer.fields = [str(_recoded(name, encoding)) for name in layer.fields]
        layer.columns = [[_recoded(v, encoding) for v in column] for column in layer.columns]
    if ".dbf" not in parts:
        reading.unread.append(Unread("", "shp_parts", ".dbf", note=True))
    return reading.parsed(layers, "shapefile")


def read_geopackage(
    path: Path, asked: Asked, reader: Reader, progress: Progress = silent
) -> Parsed:
    """Read all layers of a GeoPackage. Raises `InputError`."""
    data = reader.bytes_of(path)
    if not data.startswith(_SQLITE):
        raise InputError(path, reason="not_geopackage")
    return _Reading(path, asked, reader, progress).read(data, "geopackage", "not_geopackage")


def read_kml(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read KML, or the KML in a KMZ. Links to other files are told, not followed."""
    data = reader.bytes_of(path)
    if data.startswith(b"PK"):
        archive = Archive(path, data, reader.limits)
        inside = next((name for name in archive if name.lower().endswith(".kml")), None)
        if inside is None:
            raise InputError(path, reason="not_kml")
        data = archive.read(inside)
    names = guarded(path, data, "kml", "not_kml")
    reading = _Reading(path, asked, reader, progress)
    if "NetworkLink" in names:
        reading.unread.append(Unread("", "network_link"))
    return reading.read(data, "kml", "not_kml")


class _Reading:
    """One file being read, layer by layer."""

    def __init__(self, path: Path, asked: Asked, reader: Reader, progress: Progress) -> None:
        self.path, self.asked, self.reader, self.progress = path, asked, reader, progress
        self.unread: list[Unread] = []
        self.questions: list[Question] = []
        self.rows: list[ParsedRow] = []
        self.left_out: Counter[str] = Counter()
        self.counted: list[tuple[str, str, int]] = []
        self.crs: dict[str, None] = {}
        self._inside = 0

    def read(self, data: bytes, table: str, reason: str) -> Parsed:
        """All rows of the file with those bytes."""
        try:
            layers = [
                msgspec.structs.replace(one, name=one.name or self.path.stem)
                for one in layers_of(data)
            ]
        except Unreadable as error:
            raise InputError(self.path, reason=reason, detail=str(error)) from error
        return self.parsed(layers, table)

    def parsed(self, layers: list[Layer], table: str) -> Parsed:
        """All rows of those layers."""
        if not any(layer.shapes for layer in layers):
            raise InputError(self.path, reason="empty_map")
        for layer in layers:
            self._layer(layer, alone=len(layers) == 1)
        listed = ", ".join(key for key, _ in self.left_out.most_common(12))
        left_out = (Question("left_out", listed),) if listed else ()
        return Parsed(
            source=self.path.name,
            table=table,
            rows=tuple(self.rows),
            unread=tuple(self.unread),
            questions=(*dict.fromkeys(self.questions), *left_out),
            seen=Seen(
                crs=", ".join(self.crs) or None,
                layers=tuple(self.counted),
                entities=sum(count for *_, count in self.counted),
                bbox_deg=bbox_of(self.rows),
            ),
        )

    def _layer(self, layer: Layer, *, alone: bool) -> None:
        name = f"{layer.name} {self.path.stem}" if alone else layer.name
        rows = MapRows(self.path, self.asked, self.reader, name)
        where = "" if alone else f"layer {layer.name}, "
        self.counted.append((layer.name, "", len(layer.shapes)))
        found = list(self._found(layer, rows, where))
        degrees, inside = self._in_degrees(layer, found)
        before = len(self.rows)
        for at, (one, shape) in enumerate(zip(found, degrees, strict=True)):
            if at % _STEP == 0:
                self.progress(at, len(found), "import.read")
            if not inside[at]:
                rows.miss(one.place, "out_of_range", corner(one.shape))
                continue
            self.rows += rows.of(one, shape)
        of_no_kind = [one for one in rows.unread if one.reason == "no_kind"]
        if len(self.rows) == before and len(of_no_kind) > 1:  # a layer no plan has a kind for
            rows.unread = [one for one in rows.unread if one.reason != "no_kind"]
            rows.miss(f"layer {layer.name}", "no_kind", f"× {len(of_no_kind)}")
        self.unread += rows.unread
        self.left_out.update(rows.left_out)

    def _found(self, layer: Layer, rows: MapRows, where: str) -> Iterator[Found]:
        for at, wkb in enumerate(layer.shapes):
            place = f"{where}feature {at + 1}"
            shape = shapely.from_wkb(wkb, on_invalid="ignore") if wkb else None
            if wkb and shape is None:  # a ring somebody did not close
                shape = shapely.from_wkb(wkb, on_invalid="fix")
                rows.note(place, "repaired")
            if shape is None or shape.is_empty:
                rows.miss(place, "no_geometry")
                continue
            properties = rows.telling(layer.properties(at))
            for part in _parts(shapely.force_2d(shape)):
                yield Found(place, part, properties)

    def _in_degrees(
        self, layer: Layer, found: list[Found]
    ) -> tuple[list[BaseGeometry], list[bool]]:
        shapes = [one.shape for one in found]
        crs, datum = layer.crs or self.asked.crs, self.asked.datum
        if shapes and not crs and datum is None:  # never guessed
            raise Undecided(self.path, reason="crs", text=span(shapes))
        try:
            degrees, inside = to_degrees(shapes, crs, datum or Datum.WGS84)
        except UnknownCrs as error:
            raise InputError(
                self.path, reason="crs_unknown", text=short_name(str(error.args[0]))
            ) from error
        self.crs[short_name(crs) or str((datum or Datum.WGS84).value)] = None
        if found and not any(inside):
            raise InputError(
                self.path, place=found[0].place, reason="not_degrees", crs=short_name(crs) or "-",
                text=corner(found[0].shape),
            )  # fmt: skip
        if datum not in (None, Datum.WGS84) and is_degrees(crs):
            self.questions.append(Question("datum_converted", str(datum)))
        return degrees, inside


def _parts(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    """Points and collections one by one; areas and lines of several parts stay one."""
    if shape.geom_type in ("MultiPoint", "GeometryCollection"):
        for part in shape.geoms:
            yield from _parts(part)
    elif shape.geom_type in ("MultiPolygon", "MultiLineString") and len(shape.geoms) == 1:
        yield shape.geoms[0]
    elif not shape.is_empty:
        yield shape


def _index(shp: bytes) -> bytes:
    """The .shx of a .shp, where each record lies (ESRI's white paper of 1998): header, then offset
    and length of each in 16-bit words. It is made anew, so that none is missing or lies."""
    records, at = bytearray(), _HEADER
    while at + 8 <= len(shp):
        _, words = struct.unpack_from(">2i", shp, at)
        if words < 2:
            break
        records += struct.pack(">2i", at // 2, words)
        at += 8 + 2 * words
    return shp[:24] + struct.pack(">i", (_HEADER + len(records)) // 2) + shp[28:_HEADER] + records


def _packed(parts: Mapping[str, bytes]) -> bytes:
    """A ZIP of the parts under one plain name, for GDAL to read as bytes."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as packed:
        for ending, data in parts.items():
            if ending != ".cpg":
                packed.writestr(f"layer{ending}", data)
        packed.writestr("layer.shx", _index(parts[".shp"]))
    return stream.getvalue()


def _encoding(cpg: bytes, layers: list[Layer]) -> str:
    """The encoding of a Shapefile's texts: as its .cpg says if that works, else the likeliest."""
    texts = {v for layer in layers for column in layer.columns for v in column
             if isinstance(v, str)}  # fmt: skip
    texts.update(name for layer in layers for name in layer.fields)
    sample = "\n".join(sorted(text for text in texts if not text.isascii())).encode(_LATIN)
    if not sample:
        return ""
    said = cpg.decode("ascii", "ignore").strip().lower().replace("ansi ", "cp")
    for name in (said, f"cp{said}"):
        try:
            sample.decode(name)
            return name
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    try:
        return decoded(sample)[1]
    except NotText:
        return ""


def _recoded(value: object, encoding: str) -> object:
    if not encoding or not isinstance(value, str) or value.isascii():
        return value
    return value.encode(_LATIN, "replace").decode(encoding, "replace")
