"""CSV tables of buildings, facts, floors, rosters, kit, photos and points as parsed rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import shapely
from shapely.geometry import Point

from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.columns import Layout, fact_in, layout
from plans.importing.crs import datum_named, to_degrees
from plans.importing.draft import Question, Unread
from plans.importing.levels import levels_in
from plans.importing.parsed import (
    ApplianceRow,
    BuildingRow,
    FeatureRow,
    FloorRow,
    KitRow,
    Parsed,
    ParsedRow,
    PersonRow,
    PhotoRow,
    ShiftRow,
    StationRow,
)
from plans.importing.properties import Provenance
from plans.importing.rules import Guess, plain
from plans.importing.table import Sheet, TableRow, read_csv
from plans.importing.values import (
    clean,
    date,
    fact_value,
    is_as_wanted,
    moment_of,
    number,
    split,
    yes_or_no,
)
from plans.model.building import Datum, Name, NameKind
from plans.model.catalog import FactRow, Styled
from plans.model.fact import Fact, Facts
from plans.model.station import KitItem
from plans.progress import Progress, silent

_STEP = 1_000


def read(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read one CSV file. Raises `InputError` with place and reason.

    A table with coordinates must say their datum, in a column, in the heading or by
    `asked.datum`; without it reason `datum` is raised and nothing is guessed.
    """
    sheet = read_csv(path, reader.bytes_of(path), reader.limits)
    return _Reading(path, sheet, asked, reader, progress).parsed()


class _BadRow(ValueError):
    """A row that cannot be read: a reason key and the text that stood there."""

    def __init__(self, reason: str, text: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.text = text


class _Reading:
    """One table being read."""

    def __init__(
        self, path: Path, sheet: Sheet, asked: Asked, reader: Reader, progress: Progress
    ) -> None:
        self.path = path
        self.sheet = sheet
        self.reader = reader
        self.progress = progress
        self.layout: Layout = layout(path, sheet, asked, reader)
        self.datum = asked.datum or self.layout.datum
        self.unread = list(sheet.ragged)
        self.questions: list[Question] = []
        self.unknown_facts: Counter[str] = Counter()
        self.kept: set[str] = set()
        if self._has_coordinates() and self.datum is None and "datum" not in self.layout.fields:
            raise InputError(path, place="row 1", reason="datum")

    def parsed(self) -> Parsed:
        """All rows of the table."""
        readers: dict[str, Callable[[TableRow], ParsedRow]] = {
            "buildings": self._building,
            "facts": self._fact,
            "floors": self._floor,
            "stations": self._station,
            "persons": self._person,
            "shifts": self._shift,
            "appliances": self._appliance,
            "kit": self._kit,
            "photos": self._photo,
            "features": self._feature,
        }
        read_row = readers[self.layout.table]
        rows: list[ParsedRow] = []
        for at, row in enumerate(self.sheet.rows):
            if at % _STEP == 0:
                self.progress(at, len(self.sheet.rows), "import.read")
            try:
                rows.append(read_row(row))
            except _BadRow as bad:
                self.unread.append(Unread(row.place, bad.reason, bad.text))
        self._ask()
        return Parsed(
            source=self.path.name,
            table=self.layout.table,
            rows=tuple(rows),
            unread=tuple(self.unread),
            questions=tuple(self.questions),
        )

    def _ask(self) -> None:
        if not self.sheet.encoding.startswith("utf"):
            self.questions.append(Question("encoding", self.sheet.encoding))
        left_out = [name for name in self.layout.left_out if name not in self.kept]
        if left_out:
            self.questions.append(Question("left_out", ", ".join(left_out)))
        if self.unknown_facts:
            self.questions.append(Question("unknown_facts", ", ".join(self.unknown_facts)))
        if self.datum in (Datum.GCJ02, Datum.BD09):
            self.questions.append(Question("datum_converted", self.datum.value))

    def _has_coordinates(self) -> bool:
        fields = self.layout.fields
        return "lon" in fields and "lat" in fields

    # ------------------------------------------------------------------ one reader per table

    def _building(self, row: TableRow) -> BuildingRow:
        cell = self._cell(row)
        if not cell("name") and not cell("code"):
            raise _BadRow("no_name")
        names = [Name(text, NameKind.ENGLISH) for text in [cell("name_en")] if text]
        names += [Name(text, NameKind.OLD) for text in split(cell("old_names"))]
        names += [Name(text, NameKind.ALIAS) for text in split(cell("aliases"))]
        lon, lat, datum = self._position(row)
        return BuildingRow(
            name=cell("name"),
            code=cell("code"),
            names=tuple(names),
            address=cell("address"),
            address_en=cell("address_en"),
            use=_row_id(self.reader.catalog.uses, cell("use")),
            lon=lon,
            lat=lat,
            datum=datum,
            rotation_deg=self.layout.number(row, "rotation_deg"),
            facts=self._facts(row),
            revision=cell("revision"),
            revised_on=date(cell("revised_on")),
            place=row.place,
        )

    def _fact(self, row: TableRow) -> BuildingRow:
        cell = self._cell(row)
        if not cell("building"):
            raise _BadRow("no_building")
        spec = self.reader.building_facts.row(cell("key"))
        written = cell("value")
        if not written:
            raise _BadRow("no_value", cell("key"))
        if cell("unit") and number(written) is not None:
            written = f"{written} {cell('unit')}"
        value = fact_value(spec, written)
        if spec is None:
            self.unknown_facts[cell("key")] += 1
            value = cell("value")
        assert value is not None
        self._check(row, spec, value)
        unit = spec.unit if spec else cell("unit")
        key = spec.key if spec else cell("key")
        fact = self._provenance(row).fact(key, value, unit)
        return BuildingRow(
            code=cell("building"), name=cell("building"), facts=(fact,), place=row.place
        )

    def _floor(self, row: TableRow) -> FloorRow:
        cell = self._cell(row)
        if not cell("building") or not cell("label"):
            raise _BadRow("no_building" if not cell("building") else "no_label")
        level = self.layout.number(row, "level")
        return FloorRow(
            building=cell("building"),
            label=cell("label"),
            level=None if level is None else int(level // 1),
            elevation_m=self.layout.number(row, "elevation_m", "m"),
            height_m=self.layout.number(row, "height_m", "m"),
            use=cell("use"),
            use_en=cell("use_en"),
            refuge=yes_or_no(cell("refuge")),
            typical=cell("typical"),
            place=row.place,
        )

    def _station(self, row: TableRow) -> StationRow:
        cell = self._cell(row)
        if not cell("name"):
            raise _BadRow("no_name", cell("code"))
        lon, lat, _ = self._position(row)
        kind = cell("kind")
        return StationRow(
            name=cell("name"),
            name_en=cell("name_en"),
            kind=_row_id(self.reader.catalog.stations, kind),
            code=cell("code"),
            lon=lon,
            lat=lat,
            building=cell("building"),
            floor=cell("floor"),
            telephone=cell("telephone"),
            district=cell("district"),
            parent=cell("parent"),
            place=row.place,
        )

    def _person(self, row: TableRow) -> PersonRow:
        cell = self._cell(row)
        name = cell("name") or " ".join(
            part for part in (cell("first_name"), cell("last_name")) if part
        )
        if not name:
            raise _BadRow("no_name")
        return PersonRow(
            name=name,
            post=_row_id(self.reader.catalog.posts, cell("post")),
            telephone=cell("telephone"),
            station=cell("station"),
            place=row.place,
        )

    def _shift(self, row: TableRow) -> ShiftRow:
        cell = self._cell(row)
        starts_at = moment_of(cell("starts_at"))
        if starts_at is None:
            raise _BadRow("bad_time", cell("starts_at"))
        if not cell("station") or not cell("person"):
            raise _BadRow("no_station" if not cell("station") else "no_name")
        hours = self.layout.number(row, "hours")
        every = self.layout.number(row, "every_days")
        return ShiftRow(
            station=cell("station"),
            person=cell("person"),
            post=_row_id(self.reader.catalog.posts, cell("post")),
            starts_at=starts_at,
            hours=24.0 if hours is None else hours,
            every_days=0 if every is None else int(every),
            place=row.place,
        )

    def _appliance(self, row: TableRow) -> ApplianceRow:
        cell = self._cell(row)
        if not cell("name"):
            raise _BadRow("no_name")
        return ApplianceRow(
            name=cell("name"),
            station=cell("station"),
            cls=_row_id(self.reader.catalog.classes, cell("cls")),
            call_sign=cell("call_sign"),
            facts=self._facts(row),
            place=row.place,
        )

    def _kit(self, row: TableRow) -> KitRow:
        cell = self._cell(row)
        count = self.layout.number(row, "count")
        if not cell("station") or not cell("item"):
            raise _BadRow("no_station" if not cell("station") else "no_name")
        if count is None:
            raise _BadRow("not_a_number", cell("count"))
        item = KitItem(
            item=_row_id(self.reader.catalog.kit, cell("item")),
            count=round(count),
            unit=cell("unit"),
            expires_on=date(cell("expires_on")),
        )
        return KitRow(station=cell("station"), item=item, place=row.place)

    def _photo(self, row: TableRow) -> PhotoRow:
        cell = self._cell(row)
        if not cell("file"):
            raise _BadRow("no_file")
        return PhotoRow(
            file=cell("file"),
            building=cell("building"),
            floor=cell("floor"),
            kind=self.reader.kind_words.kind(cell("kind")),
            label=cell("label"),
            caption=cell("caption"),
            caption_en=cell("caption_en"),
            taken_on=date(cell("taken_on")),
            taken_by=cell("taken_by"),
            place=row.place,
        )

    def _feature(self, row: TableRow) -> FeatureRow:
        cell = self._cell(row)
        lon, lat, _ = self._position(row)
        if lon is None or lat is None:
            raise _BadRow("no_position")
        guess = self._kind(row)
        facts = self._facts(row)
        provenance = self._provenance(row)
        headings = [heading.text for heading in self.sheet.headings]
        known = {fact.key for fact in facts}
        self.kept.update(guess.keep)
        facts += tuple(
            provenance.fact(key, clean(row.cells[headings.index(key)]))
            for key in guess.keep
            if key in headings and row.cells[headings.index(key)] and key not in known
        )
        levels, _ = levels_in(cell("level"))
        return FeatureRow(
            kind=guess.kind,
            wkb=shapely.to_wkb(Point(lon, lat)),
            label=cell("name"),
            label_en=cell("name_en"),
            rotation_deg=self.layout.number(row, "rotation_deg") or 0.0,
            facts=facts,
            building=cell("building"),
            floors=tuple(split(cell("floor"))),
            levels=levels,
            outdoor=guess.indoor is False,
            place=row.place,
        )

    # ------------------------------------------------------------------ what rows share

    def _cell(self, row: TableRow) -> Callable[[str], str]:
        return lambda field: self.layout.text(row, field)

    def _kind(self, row: TableRow) -> Guess:
        written = self.layout.text(row, "kind")
        if written and (kind := self.reader.kind_words.kind(written)):
            return Guess(kind=kind)
        properties: dict[str, object] = {
            heading.text: cell
            for heading, cell in zip(self.sheet.headings, row.cells, strict=True)
            if heading.text
        }
        guess = self.reader.rules.guessed(properties, "point", self.path.stem)
        if guess is None or not guess.kind:
            raise _BadRow("unknown_kind" if written else "no_kind", written or row.cells[0])
        return guess

    def _position(self, row: TableRow) -> tuple[float | None, float | None, Datum]:
        if not self._has_coordinates():
            return None, None, Datum.WGS84
        texts = self.layout.text(row, "lon"), self.layout.text(row, "lat")
        if not any(texts):
            return None, None, Datum.WGS84
        lon, lat = number(texts[0]), number(texts[1])
        if lon is None or lat is None:
            raise _BadRow("bad_coordinates", ", ".join(texts))
        said = self.layout.text(row, "datum")
        datum = datum_named(said) if said else self.datum
        if datum is None:
            raise _BadRow("unknown_datum" if said else "datum", said)
        shapes, inside = to_degrees([Point(lon, lat)], "", datum)
        if not inside[0]:
            raise _BadRow("out_of_range", ", ".join(texts))
        point = shapes[0]
        assert isinstance(point, Point)
        return point.x, point.y, datum

    def _provenance(self, row: TableRow) -> Provenance:
        return Provenance(
            self.layout.text(row, "source") or self.path.name,
            self.layout.text(row, "verified_by"),
            date(self.layout.text(row, "verified_on")),
        )

    def _facts(self, row: TableRow) -> Facts:
        provenance = self._provenance(row)
        facts: list[Fact] = []
        for column in self.layout.facts:
            value = fact_in(column, row)
            if value is None:
                continue
            self._check(row, column.row, value)
            facts.append(provenance.fact(column.row.key, value, column.row.unit))
        return tuple(facts)

    def _check(self, row: TableRow, spec: FactRow | None, value: object) -> None:
        if spec is not None and not is_as_wanted(spec, value):  # type: ignore[arg-type]
            self.unread.append(Unread(row.place, "odd_value", f"{spec.key}={value}", note=True))


def _row_id(table: dict[str, Styled], text: str) -> str:
    """The id of the row whose id or text it is; what is in no row stays as it was written."""
    wanted = plain(text)
    for row in table.values():
        if wanted in (plain(row.id), plain(row.zh), plain(row.en)):
            return row.id
    return text
