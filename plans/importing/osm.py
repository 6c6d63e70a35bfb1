"""OpenStreetMap extracts as parsed rows: nodes, ways and multipolygons.

What a tag means is in `guesses.toml`, shared with GeoJSON made from OpenStreetMap; here is only
how lines close to areas and how relations are put together (OpenStreetMap wiki: Area, Relation:
multipolygon, Simple Indoor Tagging).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry import GeometryCollection, LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.draft import Question
from plans.importing.map_rows import Found, MapRows, brief
from plans.importing.osm_file import OsmData, Relation, Tags, Way, read_osm
from plans.importing.parsed import Parsed, ParsedRow, Seen
from plans.importing.rules import says_all, says_any
from plans.importing.shapes import form_of
from plans.importing.values import number
from plans.progress import Progress, silent

_STEP = 2_000
_BRIEF = 40
"""Kinds of thing no plan shows (bus stops, shops ...) told one by one; they are counted each."""


def read(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read one OpenStreetMap file. Raises `InputError` with place and reason."""
    return _Reading(path, asked, reader, progress).parsed()


class _Reading:
    """One file being read."""

    def __init__(self, path: Path, asked: Asked, reader: Reader, progress: Progress) -> None:
        self.path, self.reader, self.progress = path, reader, progress
        name = path.name
        for ending in (".gz", ".pbf", ".osm"):
            name = name[: -len(ending)] if name.lower().endswith(ending) else name
        self.stem = name
        self.rows = MapRows(path.with_name(f"{name}.osm"), asked, reader, name)
        self.rules = reader.rules
        self.of_no_kind: Counter[str] = Counter()
        self.by_lanes = 0

    def parsed(self) -> Parsed:
        """All rows of the file."""
        data = read_osm(self.path, self.reader, self.progress)
        total = len(data.nodes) + len(data.ways) + len(data.relations)
        if not total:
            raise InputError(self.path, reason="empty_map")
        rows: list[ParsedRow] = []
        for at, one in enumerate(self._found(data)):
            if at % _STEP == 0:
                self.progress(at, total, "import.read")
            tags = self._widened(self.rows.telling(one.properties))
            if not self._is_shown(tags, form_of(one.shape)):
                self._count(tags)
                continue
            one.properties = tags
            rows += self.rows.of(one, one.shape)
        if data.bad:
            self.rows.miss("", "bad_nodes", str(data.bad))
        for words, count in self.of_no_kind.most_common(_BRIEF):
            self.rows.note("", "no_kind", f"{words} × {count}")
        return Parsed(
            source=self.path.name,
            table="osm",
            rows=tuple(rows),
            unread=tuple(self.rows.unread),
            questions=tuple(self._questions()),
            seen=Seen(crs="EPSG:4326", entities=total, bbox_deg=_bbox(data)),
        )

    def _questions(self) -> Iterator[Question]:
        if self.by_lanes:
            yield Question("lane_width", f"{self.rules.assumed.lane_width_m:g}")
        yield from self.rows.questions()

    # ------------------------------------------------------------------ shapes

    def _found(self, data: OsmData) -> Iterator[Found]:
        taken: set[int] = set()
        for relation in data.relations:
            yield from self._area(relation, data.ways, taken)
        for way in data.ways.values():
            if way.tags and way.id not in taken:
                yield from self._way(way)
        for node in data.nodes:
            yield Found(f"node {node.id}", Point(node.lon, node.lat), node.tags)

    def _way(self, way: Way) -> Iterator[Found]:
        place = f"way {way.id}"
        if len(way.points) < 2:
            if self._is_shown(way.tags, "line"):
                self.rows.miss(place, "lost_nodes", str(way.lost))
            return
        if way.lost and self._is_shown(way.tags, "line"):
            self.rows.note(place, "lost_nodes", str(way.lost))
        yield Found(place, self._line_or_area(way), way.tags)

    def _line_or_area(self, way: Way) -> BaseGeometry:
        closes = len(way.points) > 3 and bool((way.points[0] == way.points[-1]).all())
        if not closes or way.lost or way.tags.get("area") == "no":
            return LineString(way.points)
        osm = self.rules.osm
        if not says_any(way.tags, osm.areas) and any(says_all(way.tags, w) for w in osm.lines):
            return LineString(way.points)
        return Polygon(way.points)

    def _area(self, relation: Relation, ways: dict[int, Way], taken: set[int]) -> Iterator[Found]:
        """The area of a multipolygon. One without tags of its own takes those of its outer way,
        which then is no thing of its own (the way it was done before 2013)."""
        if relation.tags.get("type") not in ("multipolygon", "boundary"):
            return
        parts = [ways[m.ref] for m in relation.members if m.type == "way" and m.ref in ways]
        outers = [m.ref for m in relation.members if m.type == "way" and m.role in ("outer", "")]
        tags: Tags = {key: value for key, value in relation.tags.items() if key != "type"}
        borrowed: list[int] = []
        if not tags:
            borrowed = [ref for ref in outers if ref in ways and ways[ref].tags]
            tags = ways[borrowed[0]].tags if borrowed else {}
        if not self._is_shown(tags, "area"):
            return
        place = f"relation {relation.id}"
        area = _assembled(parts)
        if area is None:
            self.rows.miss(place, "torn_relation", brief(tags))
            return
        if len(parts) < sum(member.type == "way" for member in relation.members):
            self.rows.note(place, "lost_parts", brief(tags))
        taken.update(borrowed)
        yield Found(place, area, tags)

    # ------------------------------------------------------------------ tags

    def _is_shown(self, tags: Mapping[str, object], form: str) -> bool:
        """Whether a plan has a kind for it."""
        return bool(tags) and self.rules.guessed(tags, form, self.stem) is not None

    def _count(self, tags: Mapping[str, object]) -> None:
        """Count what no plan shows by its main tag."""
        told = next((key for key in self.rules.osm.main_keys if key in tags), None)
        if told is not None:
            self.of_no_kind[f"{told}={tags[told]}"] += 1

    def _widened(self, tags: dict[str, object]) -> dict[str, object]:
        """A road's width from its lanes when nobody measured it."""
        lanes = number(tags.get("lanes")) if "highway" in tags and "width" not in tags else None
        if lanes is None or not 0 < lanes <= self.rules.osm.most_lanes:
            return tags
        self.by_lanes += 1
        return {**tags, "width_m": round(lanes * self.rules.assumed.lane_width_m, 2)}


def _bbox(data: OsmData) -> tuple[float, float, float, float]:
    """(west, south, east, north) of all that stands in the file, degrees."""
    parts = [way.points for way in data.ways.values()]
    parts.append(np.array([(node.lon, node.lat) for node in data.nodes]).reshape(-1, 2))
    points = np.concatenate(parts)
    if not len(points):
        return 0.0, 0.0, 0.0, 0.0
    (west, south), (east, north) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return west, south, east, north


def _assembled(ways: list[Way]) -> BaseGeometry | None:
    """The area those ways enclose, holes where they nest; None when they do not close."""
    lines = [LineString(way.points) for way in ways if len(way.points) > 1]
    if not lines or any(way.lost for way in ways):
        return None
    area: BaseGeometry = shapely.build_area(GeometryCollection(lines))
    drawn = np.sum([line.length for line in lines])
    if area.is_empty or area.length < 0.99 * drawn:
        return None
    return area
