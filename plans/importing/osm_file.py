"""OpenStreetMap files as plain nodes, ways and relations: XML, gzipped XML, and PBF.

XML is read here with expat and not with osmium: osmium wants nodes before ways, gives no places
for the negative ids of an editor's own file (JOSM), does not know that such a file can hold
deleted things, and gives up the whole file for one bad coordinate. PBF has none of these; that
format is osmium's. Entities in XML are refused.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.parsers import expat

import msgspec
import numpy as np
from numpy.typing import NDArray

from plans.errors import InputError
from plans.importing.asked import Reader
from plans.progress import Progress

Tags = Mapping[str, str]
_CHUNK = 1 << 18
_TOLD_EVERY = 64
"""Chunks between two words on progress."""


class Node(msgspec.Struct, gc=False):
    """A tagged point, in degrees."""

    id: int
    lon: float
    lat: float
    tags: Tags


class Way(msgspec.Struct, gc=False):
    """A line through points (n, 2) in degrees; `lost` points were not in the file."""

    id: int
    tags: Tags
    points: NDArray[np.float64]
    lost: int = 0


class Member(msgspec.Struct, gc=False):
    """A part of a relation: `way`, `node` or `relation`, and what it is there for."""

    type: str
    ref: int
    role: str


class Relation(msgspec.Struct, gc=False):
    """Things that belong together."""

    id: int
    tags: Tags
    members: list[Member]


class OsmData(msgspec.Struct):
    """A whole file. `bad` counts nodes whose coordinates are none."""

    nodes: list[Node] = []
    ways: dict[int, Way] = {}
    relations: list[Relation] = []
    bad: int = 0


def read_osm(path: Path, reader: Reader, progress: Progress) -> OsmData:
    """Read a file by its ending and first bytes. Raises `InputError`.

    The points of a way are kept, its nodes are not; untagged nodes are dropped.
    """
    data = reader.bytes_of(path)
    if path.name.lower().endswith(".pbf"):
        return _from_pbf(path)
    return _Xml(path).read(_unpacked(path, data, reader.limits.unpacked_bytes), progress)


# ---------------------------------------------------------------------- XML


def _unpacked(path: Path, data: bytes, most: int) -> Iterator[bytes]:
    """The bytes of a plain or gzipped file, piece by piece. Raises `InputError` when it grows
    beyond `most` bytes or ends too early."""
    if not data.startswith(b"\x1f\x8b"):
        for at in range(0, len(data), _CHUNK):
            yield data[at : at + _CHUNK]
        return
    size, rest = 0, data
    while rest:
        unpacker = zlib.decompressobj(31)
        while rest and not unpacker.eof:
            try:
                piece = unpacker.decompress(rest, _CHUNK)
            except zlib.error as error:
                raise InputError(path, reason="cut_off", detail=str(error)) from error
            rest = unpacker.unconsumed_tail
            size += len(piece)
            if size > most:
                raise InputError(path, reason="too_big", size=size, most=most)
            yield piece
        if not unpacker.eof:
            raise InputError(path, reason="cut_off")
        rest = unpacker.unused_data if unpacker.unused_data[:2] == b"\x1f\x8b" else b""


class _Xml:
    """The events of one XML file, gathered."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._places: dict[int, tuple[float, float]] = {}
        self._refs: dict[int, list[int]] = {}
        self._data = OsmData()
        self._tags: dict[str, str] = {}
        self._open: Node | Way | Relation | None = None
        self._is_osm = False
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._refuse

    def read(self, pieces: Iterator[bytes], progress: Progress) -> OsmData:
        """All of the file."""
        try:
            for at, piece in enumerate(pieces):
                if at % _TOLD_EVERY == 0:
                    progress(at, 0, "import.read")
                self._parser.Parse(piece, False)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            place = f"line {error.lineno}, column {error.offset + 1}"
            reason = "xml" if self._is_osm else "not_osm"
            raise InputError(
                self._path, place=place, reason=reason, detail=expat.errors.messages[error.code]
            ) from error
        except (ValueError, LookupError) as error:  # an encoding expat cannot do
            raise InputError(self._path, reason="encoding", detail=str(error)) from error
        for way in self._data.ways.values():
            refs = self._refs[way.id]
            found = [self._places[ref] for ref in refs if ref in self._places]
            way.points = np.array(found, dtype=np.float64).reshape(-1, 2)
            way.lost = len(refs) - len(found)
        return self._data

    def _refuse(self, *_: object) -> None:
        raise InputError(self._path, reason="xml_entities")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "tag":
            self._tags[attributes.get("k", "")] = attributes.get("v", "")
        elif name == "nd":
            if isinstance(self._open, Way) and (ref := _id(attributes.get("ref"))) is not None:
                self._refs[self._open.id].append(ref)
        elif name == "member":
            if isinstance(self._open, Relation) and (ref := _id(attributes.get("ref"))) is not None:
                role = attributes.get("role", "")
                self._open.members.append(Member(attributes.get("type", ""), ref, role))
        elif name in ("node", "way", "relation"):
            self._begin(name, attributes)
        elif not self._is_osm:
            if name not in ("osm", "osmChange"):
                raise InputError(self._path, reason="not_osm")
            self._is_osm = True

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._tags, self._open = {}, None
        id_ = _id(attributes.get("id"))
        gone = attributes.get("action") == "delete" or attributes.get("visible") == "false"
        if id_ is None or gone or not self._is_osm:
            return
        if name == "node":
            place = _place(attributes)
            if place is None:
                self._data.bad += 1
                return
            self._places[id_] = place
            self._open = Node(id_, place[0], place[1], self._tags)
        elif name == "way":
            self._refs[id_] = []
            self._open = Way(id_, self._tags, _NO_POINTS)
        else:
            self._open = Relation(id_, self._tags, [])

    def _end(self, name: str) -> None:
        if name not in ("node", "way", "relation"):
            return
        one, self._open = self._open, None
        if isinstance(one, Node) and one.tags:
            self._data.nodes.append(one)
        elif isinstance(one, Way):
            self._data.ways[one.id] = one
        elif isinstance(one, Relation):
            self._data.relations.append(one)


_NO_POINTS = np.empty((0, 2))


def _id(text: str | None) -> int | None:
    try:
        return int(text or "")
    except ValueError:
        return None


def _place(attributes: Mapping[str, str]) -> tuple[float, float] | None:
    try:
        lon, lat = float(attributes["lon"]), float(attributes["lat"])
    except (KeyError, ValueError):
        return None
    inside = math.isfinite(lon) and math.isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90
    return (lon, lat) if inside else None


# ---------------------------------------------------------------------- PBF


def _from_pbf(path: Path) -> OsmData:
    import osmium  # 0.1 s, needed only for this format

    data = OsmData()
    try:
        # a full path, never what could be read as an address; the format is said, not found out
        source = osmium.io.File(str(path.resolve()), "pbf")
        for one in osmium.FileProcessor(source).with_locations():
            if isinstance(one, osmium.osm.Node):
                tags = dict(one.tags)
                if tags and one.location.valid():
                    data.nodes.append(Node(one.id, one.lon, one.lat, tags))
                elif not one.location.valid():
                    data.bad += 1
            elif isinstance(one, osmium.osm.Way):
                found = [(n.lon, n.lat) for n in one.nodes if n.location.valid()]
                points = np.array(found, dtype=np.float64).reshape(-1, 2)
                data.ways[one.id] = Way(one.id, dict(one.tags), points, len(one.nodes) - len(found))
            elif isinstance(one, osmium.osm.Relation):
                members = [Member(_TYPES[m.type], m.ref, m.role) for m in one.members]
                data.relations.append(Relation(one.id, dict(one.tags), members))
    except (RuntimeError, ValueError, KeyError, UnicodeDecodeError) as error:
        raise InputError(path, reason="not_osm", detail=str(error)) from error
    return data


_TYPES = {"n": "node", "w": "way", "r": "relation"}
