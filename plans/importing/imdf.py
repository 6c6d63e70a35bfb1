"""IMDF archives (Apple's Indoor Mapping Data Format 1.0) as parsed rows.

Buildings come with their levels; units, openings, fixtures and amenities go to the level they name.
A unit without a name takes that of its amenity or occupant. What refers to a level that is not
there goes by the level its own tags state, else it is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath

import msgspec

from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.crs import to_degrees
from plans.importing.geojson import document_of
from plans.importing.levels import levels_in
from plans.importing.map_rows import Found, MapRows, address_of, bbox_of
from plans.importing.parsed import BuildingRow, FeatureRow, FloorRow, Parsed, ParsedRow, Seen
from plans.importing.rules import Guess
from plans.importing.shapes import BadShape, form_of, parts_of
from plans.importing.values import clean
from plans.model.building import Datum, Name, NameKind
from plans.progress import Progress, silent

SORTS = (
    "address", "venue", "building", "footprint", "level", "unit", "opening", "fixture", "kiosk",
    "amenity", "anchor", "occupant",
)  # fmt: skip
"""The files of an archive that are read, by their names without ending."""
_DRAWN = ("unit", "opening", "fixture", "kiosk", "amenity")
_STEP = 500
_Member = Mapping[str, object]


def is_imdf(files: Mapping[str, bytes]) -> bool:
    """Whether files by their paths are an IMDF archive."""
    stems = {PurePosixPath(name).stem.lower() for name in files}
    return {"level", "unit"} <= stems or {"manifest", "venue"} <= stems


def read(
    path: Path, files: Mapping[str, bytes], asked: Asked, reader: Reader,
    progress: Progress = silent,
) -> Parsed:  # fmt: skip
    """Read the files of one archive. Raises `InputError` when one is unreadable."""
    return _Reading(path, files, asked, reader, progress).parsed()


class _Reading:
    """One archive being read."""

    def __init__(
        self, path: Path, files: Mapping[str, bytes], asked: Asked, reader: Reader,
        progress: Progress,
    ) -> None:  # fmt: skip
        self.path, self.asked, self.progress = path, asked, progress
        self.rows = MapRows(path, asked, reader, path.stem)
        self.rules = reader.rules
        self.of: dict[str, list[_Member]] = {sort: [] for sort in SORTS}
        self.counted: list[tuple[str, str, int]] = []
        self.language = "en"
        for name, data in files.items():
            stem = PurePosixPath(name).stem.lower()
            document = self._document(name, data)
            if stem == "manifest":
                self.language = clean(document.get("language")) or "en"
            elif stem in self.of:
                features = document.get("features")
                self.of[stem] += (
                    [f for f in features if isinstance(f, dict)]
                    if isinstance(features, list)
                    else []
                )
                self.counted.append((stem, "", len(self.of[stem])))
            elif stem not in ("section", "geofence", "detail", "relationship"):
                self.rows.note("", "not_imdf", PurePosixPath(name).name)

    def _document(self, name: str, data: bytes) -> dict[str, object]:
        try:
            found = document_of(self.path, data)
        except InputError as error:
            raise InputError(
                self.path, place=PurePosixPath(name).name, reason=str(error.facts["reason"])
            ) from error
        return found if isinstance(found, dict) else {}

    def parsed(self) -> Parsed:
        """All rows of the archive."""
        if not self.of["level"] and not self.of["unit"]:
            raise InputError(self.path, reason="no_levels")
        rows: list[ParsedRow] = [*self._buildings(), *self._floors()]
        rows += self._footprints()
        drawn = [(sort, member) for sort in _DRAWN for member in self.of[sort]]
        unshown: Counter[str] = Counter()
        for at, (sort, member) in enumerate(drawn):
            if at % _STEP == 0:
                self.progress(at, len(drawn), "import.read")
            rows += self._drawn(sort, member, unshown)
        for words, count in unshown.items():
            self.rows.note("", "no_kind", f"{words} × {count}")
        return Parsed(
            source=self.path.name,
            table="imdf",
            rows=tuple(rows),
            unread=tuple(self.rows.unread),
            questions=tuple(self.rows.questions()),
            seen=Seen(
                crs="EPSG:4326",
                layers=tuple(self.counted),
                entities=sum(count for *_, count in self.counted),
                buildings=len(self.of["building"]) or None,
                bbox_deg=bbox_of(rows),
            ),
        )

    # ------------------------------------------------------------------ buildings and levels

    def _buildings(self) -> Iterator[BuildingRow]:
        """Buildings that have a name or a level; one for the venue when levels name none."""
        with_levels = {self._home(level) for level in self.of["level"]}
        addresses = {clean(one.get("id")): address_of(_said(one)) for one in self.of["address"]}
        self.names: dict[str, str] = {}
        taken: Counter[str] = Counter()
        for building in self.of["building"]:
            id_, said = clean(building.get("id")), _said(building)
            name = self._name(said)
            if not name and id_ not in with_levels:
                continue
            name = name or self._venue()
            taken[name] += 1
            self.names[id_] = f"{name} #{taken[name]}" if taken[name] > 1 else name
            lon, lat = _display_point(said)
            english = self._name(said, "en")
            yield BuildingRow(
                name=self.names[id_],
                names=(Name(english, NameKind.ENGLISH),) if english and english != name else (),
                address=addresses.get(clean(said.get("address_id")), ""),
                lon=lon,
                lat=lat,
                place=f"building {id_[:8]}",
            )
        if "" in with_levels or not with_levels <= self.names.keys():
            yield BuildingRow(name=self._venue())

    def _floors(self) -> Iterator[FloorRow]:
        self.levels: dict[str, tuple[str, str]] = {}
        self.by_ordinal: dict[int, list[str]] = {}
        taken: Counter[tuple[str, str]] = Counter()
        for level in self.of["level"]:
            id_, said = clean(level.get("id")), _said(level)
            ordinal = levels_in(said.get("ordinal"))[0]
            building = self.names.get(self._home(level)) or self._venue()
            label = self._name(said) or self._name(said, key="short_name") or id_[:8]
            taken[building, label] += 1
            if taken[building, label] > 1:
                label = f"{label} #{taken[building, label]}"
            self.levels[id_] = (building, label)
            if ordinal:
                self.by_ordinal.setdefault(ordinal[0], []).append(id_)
            place = f"level {id_[:8]}"
            yield FloorRow(building=building, label=label, level=next(iter(ordinal), None),
                           place=place)  # fmt: skip

    def _footprints(self) -> Iterator[ParsedRow]:
        for footprint in self.of["footprint"]:
            said = _said(footprint)
            homes = said.get("building_ids")
            home = clean(homes[0]) if isinstance(homes, list) and homes else ""
            name = self.names.get(home) or self._name(said)
            tags = said.get("tags")
            properties = {**(tags if isinstance(tags, dict) else {}), "name": name}
            guess = Guess(kind="building.footprint", indoor=False)
            yield from self._rows("footprint", footprint, properties, guess)

    def _home(self, level: _Member) -> str:
        homes = _said(level).get("building_ids")
        return clean(homes[0]) if isinstance(homes, list) and homes else ""

    def _venue(self) -> str:
        names = [self._name(_said(venue)) for venue in self.of["venue"]]
        return next(filter(None, names), self.path.name.split(".", 1)[0])

    # ------------------------------------------------------------------ what lies on a level

    def _drawn(self, sort: str, member: _Member, unshown: Counter[str]) -> Iterator[ParsedRow]:
        said = _said(member)
        category = clean(said.get("category"))
        name = self._name(said) or self._tenants.get(clean(member.get("id")), "")
        properties: dict[str, object] = {"imdf": sort, "category": category, "name": name}
        guess = self.rules.guessed(properties, self._form(member), self.path.stem)
        if guess is None:
            if not (sort == "amenity" and category == "room"):  # those only name their unit
                unshown[f"{sort}={category}"] += 1
            return
        level = clean(said.get("level_id")) or self._level_of_unit(said)
        if level not in self.levels:
            level = self._level_of_tags(said)
        if level not in self.levels:
            self.rows.miss(f"{sort} {clean(member.get('id'))[:8]}", "no_such_floor", name)
            return
        building, floor = self.levels[level]
        if guess.kind == "room" and not guess.also and category not in ("", "room", "unspecified"):
            properties["room_use"] = category
        for row in self._rows(sort, member, properties, guess):
            if isinstance(row, FeatureRow):
                row = msgspec.structs.replace(row, building=building, floors=(floor,))
            yield row

    def _rows(
        self, sort: str, member: _Member, properties: dict[str, object], guess: Guess
    ) -> Iterator[ParsedRow]:
        place = f"{sort} {clean(member.get('id'))[:8]}"
        try:
            shapes = parts_of(member.get("geometry"))
        except BadShape as error:
            self.rows.miss(place, str(error.args[0]))
            return
        degrees, inside = to_degrees(shapes, "", self.asked.datum or Datum.WGS84)
        for shape, is_inside in zip(degrees, inside, strict=True):
            if is_inside:
                yield from self.rows.of(Found(place, shape, _telling(properties)), shape, guess)
            else:
                self.rows.miss(place, "out_of_range")

    def _form(self, member: _Member) -> str:
        try:
            return form_of(parts_of(member.get("geometry"))[0])
        except BadShape:
            return ""

    def _level_of_unit(self, said: _Member) -> str:
        units = said.get("unit_ids")
        unit = clean(units[0]) if isinstance(units, list) and units else ""
        return self._unit_levels.get(unit, "")

    def _level_of_tags(self, said: _Member) -> str:
        """The only level of the ordinal that OpenStreetMap tags left beside it state."""
        tags = said.get("tags")
        stated = levels_in(tags.get("level"))[0] if isinstance(tags, dict) else ()
        ids = self.by_ordinal.get(stated[0], []) if stated else []
        return ids[0] if len(ids) == 1 else ""

    @cached_property
    def _unit_levels(self) -> dict[str, str]:
        """Unit → level."""
        return {clean(unit.get("id")): clean(_said(unit).get("level_id"))
                for unit in self.of["unit"]}  # fmt: skip

    @cached_property
    def _tenants(self) -> dict[str, str]:
        """Unit → the name of its occupant or amenity."""
        found: dict[str, str] = {}
        anchors = {clean(a.get("id")): clean(_said(a).get("unit_id")) for a in self.of["anchor"]}
        for occupant in self.of["occupant"]:
            unit = anchors.get(clean(_said(occupant).get("anchor_id")), "")
            found.setdefault(unit, self._name(_said(occupant)))
        for amenity in self.of["amenity"]:
            units = _said(amenity).get("unit_ids")
            for unit in units if isinstance(units, list) else []:
                found.setdefault(clean(unit), self._name(_said(amenity)))
        return found

    def _name(self, said: _Member, language: str = "", key: str = "name") -> str:
        """A name in that language, else in Chinese, the archive's, English or any."""
        names = said.get(key)
        if not isinstance(names, dict):
            return clean(names) if isinstance(names, str) and not language else ""
        if language:
            return clean(names.get(language))
        wanted = ("zh-Hans", "zh-CN", "zh", self.language, self.language[:2], "en")
        return clean(next((names[one] for one in wanted if names.get(one)),
                          next(iter(names.values()), "")))  # fmt: skip


def _telling(properties: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in properties.items() if key not in ("imdf", "category")}


def _said(member: _Member) -> dict[str, object]:
    properties = member.get("properties")
    return properties if isinstance(properties, dict) else {}


def _display_point(said: _Member) -> tuple[float | None, float | None]:
    try:
        [point] = parts_of(said.get("display_point"))
    except (BadShape, ValueError):
        return None, None
    west, south, *_ = point.bounds
    inside = abs(west) <= 180 and abs(south) <= 90
    return (west, south) if inside else (None, None)
