"""CSV tables of buildings, facts, floors, rosters, kit, photos and points as parsed rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import shapely
from shapely.geometry import Point

from plans.errors import Undecided
from plans.importing.asked import Asked, Reader
from plans.importing.columns import Layout, fact_in, layout
from plans.importing.crs import datum_named, to_degrees
from plans.importing.draft import Question, Unread
from plans.importing.levels import levels_in
from plans.importing.parsed import (
    BuildingRow,
    FeatureRow,
    FloorRow,
    Parsed,
    ParsedRow,
    Seen,
    StationRow,
)
from plans.importing.properties import Provenance
from plans.importing.rules import Guess
from plans.importing.table import Sheet, read_csv
from plans.importing.table_cells import BadRow, Cells, row_id
from plans.importing.table_rosters import appliance_row, kit_row, person_row, photo_row, shift_row
from plans.importing.values import clean, fact_value, is_as_wanted, number, split, yes_or_no
from plans.model.building import Datum, Name, NameKind
from plans.model.catalog import FactRow
from plans.model.fact import Fact, Facts, FactValue
from plans.progress import Progress, silent

_STEP = 1_000


def read(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read one CSV file. Raises `InputError` with place and reason.

    A table with coordinates must say their datum, in a column, in the heading or by
    `asked.datum`; without it reason `datum` is raised and nothing is guessed.
    """
    sheet = read_csv(path, reader.bytes_of(path), reader.limits)
    return read_sheet(path, sheet, asked, reader, progress)


def read_sheet(
    path: Path, sheet: Sheet, asked: Asked, reader: Reader, progress: Progress = silent
) -> Parsed:
    """The rows of one headed table; the file's name is a clue to what it holds."""
    return _Reading(path, sheet, asked, reader, progress).parsed()


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
            raise Undecided(path, place="row 1", reason="datum")

    def parsed(self) -> Parsed:
        """All rows of the table."""
        readers: dict[str, Callable[[Cells], ParsedRow]] = {
            "buildings": self._building,
            "facts": self._fact,
            "floors": self._floor,
            "stations": self._station,
            "persons": person_row,
            "shifts": shift_row,
            "appliances": lambda cells: appliance_row(cells, self._facts(cells)),
            "kit": kit_row,
            "photos": lambda cells: photo_row(cells, self.reader.kind_words),
            "features": self._feature,
        }
        read_row = readers[self.layout.table]
        rows: list[ParsedRow] = []
        for at, row in enumerate(self.sheet.rows):
            if at % _STEP == 0:
                self.progress(at, len(self.sheet.rows), "import.read")
            try:
                rows.append(read_row(Cells(row, self.layout, self.reader)))
            except BadRow as bad:
                self.unread.append(Unread(row.place, bad.reason, bad.text))
        self._ask()
        return Parsed(
            source=self.path.name,
            table=self.layout.table,
            rows=tuple(rows),
            unread=tuple(self.unread),
            questions=tuple(self.questions),
            seen=Seen(rows_read=len(self.sheet.rows)),
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

    def _building(self, cells: Cells) -> BuildingRow:
        if not cells("name") and not cells("code"):
            raise BadRow("no_name")
        names = [Name(text, NameKind.ENGLISH) for text in [cells("name_en")] if text]
        names += [Name(text, NameKind.OLD) for text in split(cells("old_names"))]
        names += [Name(text, NameKind.ALIAS) for text in split(cells("aliases"))]
        lon, lat, datum = self._position(cells)
        return BuildingRow(
            name=cells("name"),
            code=cells("code"),
            names=tuple(names),
            address=cells("address"),
            address_en=cells("address_en"),
            use=row_id(cells.catalog.uses, cells("use")),
            lon=lon,
            lat=lat,
            datum=datum,
            rotation_deg=cells.number("rotation_deg"),
            facts=self._facts(cells),
            revision=cells("revision"),
            revised_on=cells.date("revised_on"),
            place=cells.place,
        )

    def _fact(self, cells: Cells) -> BuildingRow:
        building = cells.needed("building", "no_building")
        spec = self.reader.building_facts.row(cells("key"))
        written = cells.needed("value", "no_value", cells("key"))
        if cells("unit") and number(written) is not None:
            written = f"{written} {cells('unit')}"
        value = fact_value(spec, written)
        if spec is None:
            self.unknown_facts[cells("key")] += 1
            value = cells("value")
        assert value is not None
        self._check(cells, spec, value)
        unit = spec.unit if spec else cells("unit")
        key = spec.key if spec else cells("key")
        english = cells("value_en") if isinstance(value, str) else ""
        fact = self._provenance(cells).fact(key, value, unit, english)
        return BuildingRow(code=building, name=building, facts=(fact,), place=cells.place)

    def _floor(self, cells: Cells) -> FloorRow:
        level = cells.number("level")
        return FloorRow(
            building=cells.needed("building", "no_building"),
            label=cells.needed("label", "no_label"),
            level=None if level is None else int(level // 1),
            elevation_m=cells.number("elevation_m", "m"),
            height_m=cells.number("height_m", "m"),
            use=cells("use"),
            use_en=cells("use_en"),
            refuge=yes_or_no(cells("refuge")),
            typical=cells("typical"),
            place=cells.place,
        )

    def _station(self, cells: Cells) -> StationRow:
        name = cells.needed("name", "no_name", cells("code"))
        lon, lat, _ = self._position(cells)
        return StationRow(
            name=name,
            name_en=cells("name_en"),
            kind=row_id(cells.catalog.stations, cells("kind")),
            code=cells("code"),
            lon=lon,
            lat=lat,
            building=cells("building"),
            floor=cells("floor"),
            telephone=cells("telephone"),
            district=cells("district"),
            parent=cells("parent"),
            place=cells.place,
        )

    def _feature(self, cells: Cells) -> FeatureRow:
        lon, lat, _ = self._position(cells)
        if lon is None or lat is None:
            raise BadRow("no_position")
        guess = self._kind(cells)
        facts = self._facts(cells)
        provenance = self._provenance(cells)
        headings = [heading.text for heading in self.sheet.headings]
        known = {fact.key for fact in facts}
        self.kept.update(guess.keep)
        facts += tuple(
            provenance.fact(key, clean(cells.row.cells[headings.index(key)]))
            for key in guess.keep
            if key in headings and cells.row.cells[headings.index(key)] and key not in known
        )
        levels, _ = levels_in(cells("level"))
        return FeatureRow(
            kind=guess.kind,
            wkb=shapely.to_wkb(Point(lon, lat)),
            label=cells("name"),
            label_en=cells("name_en"),
            rotation_deg=cells.number("rotation_deg") or 0.0,
            facts=facts,
            building=cells("building"),
            floors=tuple(split(cells("floor"))),
            levels=levels,
            outdoor=guess.indoor is False,
            place=cells.place,
        )

    # ------------------------------------------------------------------ what rows share

    def _kind(self, cells: Cells) -> Guess:
        written = cells("kind")
        if written and (kind := self.reader.kind_words.kind(written)):
            return Guess(kind=kind)
        properties: dict[str, object] = {
            heading.text: cell
            for heading, cell in zip(self.sheet.headings, cells.row.cells, strict=True)
            if heading.text
        }
        guess = self.reader.rules.guessed(properties, "point", self.path.stem)
        if guess is None or not guess.kind:
            raise BadRow("unknown_kind" if written else "no_kind", written or cells.row.cells[0])
        return guess

    def _position(self, cells: Cells) -> tuple[float | None, float | None, Datum]:
        if not self._has_coordinates():
            return None, None, Datum.WGS84
        texts = cells("lon"), cells("lat")
        if not any(texts):
            return None, None, Datum.WGS84
        lon, lat = number(texts[0]), number(texts[1])
        if lon is None or lat is None:
            raise BadRow("bad_coordinates", ", ".join(texts))
        said = cells("datum")
        datum = datum_named(said) if said else self.datum
        if datum is None:
            raise BadRow("unknown_datum" if said else "datum", said)
        shapes, inside = to_degrees([Point(lon, lat)], "", datum)
        if not inside[0]:
            raise BadRow("out_of_range", ", ".join(texts))
        point = shapes[0]
        assert isinstance(point, Point)
        return point.x, point.y, datum

    def _provenance(self, cells: Cells) -> Provenance:
        return Provenance(
            cells("source") or self.path.name,
            cells("verified_by"),
            cells.date("verified_on"),
        )

    def _facts(self, cells: Cells) -> Facts:
        provenance = self._provenance(cells)
        facts: list[Fact] = []
        for column in self.layout.facts:
            value = fact_in(column, cells.row)
            if value is None:
                continue
            self._check(cells, column.row, value)
            facts.append(provenance.fact(column.row.key, value, column.row.unit))
        return tuple(facts)

    def _check(self, cells: Cells, spec: FactRow | None, value: FactValue) -> None:
        if spec is not None and not is_as_wanted(spec, value):
            self.unread.append(Unread(cells.place, "odd_value", f"{spec.key}={value}", note=True))
