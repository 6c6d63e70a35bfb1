"""Which column of a table is which field or fact, and which kind of table it is."""

from __future__ import annotations

from pathlib import Path

import msgspec

from plans.errors import InputError, Undecided
from plans.importing.asked import Asked, Reader
from plans.importing.crs import datum_named
from plans.importing.rules import FactWords, Table, plain
from plans.importing.table import Heading, Sheet, TableRow
from plans.importing.values import clean, fact_value, number
from plans.model.building import Datum
from plans.model.catalog import FactRow
from plans.model.fact import FactValue


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FIELDS: dict[str, frozenset[str]] = {
    "buildings": _words(
        "name name_en old_names aliases address address_en code use lon lat datum "
        "rotation_deg source verified_by verified_on revision revised_on"
    ),
    "facts": _words("building key value value_en unit source verified_by verified_on"),
    "floors": _words("building label level elevation_m height_m use use_en refuge typical"),
    "stations": _words(
        "name name_en code kind lon lat datum building floor telephone district parent"
    ),
    "persons": _words("name first_name last_name post telephone station"),
    "shifts": _words("station person post starts_at hours every_days"),
    "appliances": _words("name station cls call_sign source verified_by verified_on"),
    "kit": _words("station item count unit expires_on"),
    "photos": _words("file building floor kind label caption caption_en taken_on taken_by"),
    "features": _words(
        "kind name name_en lon lat datum building floor level rotation_deg source "
        "verified_by verified_on"
    ),
}
"""The fields each kind of table has, beside its facts."""

_FACTS_OF = {"buildings": "building", "features": "feature", "appliances": "appliance"}


class FactColumn(msgspec.Struct, frozen=True):
    """A column that holds a fact; `unit` is what its heading's bracket says."""

    at: int
    row: FactRow
    unit: str = ""


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """What the columns of a table are."""

    table: str
    fields: dict[str, int]
    facts: tuple[FactColumn, ...] = ()
    left_out: tuple[str, ...] = ()
    datum: Datum | None = None

    def text(self, row: TableRow, field: str) -> str:
        """The cell of that field, "" when there is no such column."""
        at = self.fields.get(field)
        return "" if at is None else clean(row.cells[at])

    def number(self, row: TableRow, field: str, unit: str = "") -> float | None:
        """The cell of that field as a number, None when blank or no number."""
        return number(self.text(row, field), unit)


def layout(path: Path, sheet: Sheet, asked: Asked, reader: Reader) -> Layout:
    """What the table is. Raises `InputError`: `unknown_table`, `missing_columns`."""
    tables = reader.rules.table
    if asked.table:
        chosen = reader.rules.table_named(asked.table)
        if chosen is None:
            raise InputError(path, reason="unknown_as", text=asked.table)
        made = _laid_out(chosen, sheet, reader)
        if missing := _missing(chosen, made):
            raise InputError(
                path, place="row 1", reason="missing_columns", table=chosen.id,
                text=", ".join(missing),
            )  # fmt: skip
        return made
    stem = path.stem.lower()
    by_name = {
        table.id: max((len(word) for word in table.named if word in stem), default=0)
        for table in tables
    }
    for table in sorted(tables, key=lambda table: -by_name[table.id]):
        made = _laid_out(table, sheet, reader)
        has = {*made.fields, *(column.row.key for column in made.facts)}
        tells = not table.tells or any(field in has for field in table.tells)
        if not _missing(table, made) and (by_name[table.id] or tells):
            return made
    headings = ", ".join(heading.text for heading in sheet.headings[:12])
    raise Undecided(path, place="row 1", reason="unknown_table", text=headings)


def _missing(table: Table, made: Layout) -> list[str]:
    return [need for need in table.needs if not any(one in made.fields for one in need.split("|"))]


def _laid_out(table: Table, sheet: Sheet, reader: Reader) -> Layout:
    words = _field_words(table.id, reader)
    fact_words = _fact_words(table.id, reader)
    fields: dict[str, int] = {}
    facts: dict[str, FactColumn] = {}
    left_out: list[str] = []
    datum: Datum | None = None
    for at, heading in enumerate(sheet.headings):
        field = words.get(plain(heading.text)) or words.get(plain(heading.base))
        row = fact_words.row(heading.text) or fact_words.row(heading.base) if fact_words else None
        if field and field not in fields:
            fields[field] = at
            if field in ("lon", "lat"):
                datum = datum or _datum_in(heading)
        elif row is not None and row.key not in facts:
            facts[row.key] = FactColumn(at, row, heading.bracket)
        elif heading.text:
            left_out.append(heading.text)
    return Layout(
        table=table.id,
        fields=fields,
        facts=tuple(facts.values()),
        left_out=tuple(left_out),
        datum=datum,
    )


def _datum_in(heading: Heading) -> Datum | None:
    """The datum a heading names: `经度(WGS-84)`, `lon_gcj02`."""
    if heading.bracket and (found := datum_named(heading.bracket)):
        return found
    tail = plain(heading.text)
    return next((datum for datum in Datum if tail.endswith(datum.value)), None)


def _field_words(table_id: str, reader: Reader) -> dict[str, str]:
    """Folded word → field in that kind of table; rows for this kind only go before others."""
    words: dict[str, str] = {}
    allowed = FIELDS[table_id]
    for special in (True, False):
        for row in reader.rules.heading:
            if row.field not in allowed or bool(row.only) is not special:
                continue
            if special and table_id not in row.only:
                continue
            for word in (row.field, *row.words):
                words.setdefault(plain(word), row.field)
                for datum in Datum if row.field in ("lon", "lat") else ():
                    words.setdefault(plain(word) + datum.value, row.field)
    return words


def _fact_words(table_id: str, reader: Reader) -> FactWords | None:
    return {
        "building": reader.building_facts,
        "feature": reader.feature_facts,
        "appliance": reader.appliance_facts,
    }.get(_FACTS_OF.get(table_id, ""))


def fact_in(column: FactColumn, row: TableRow) -> FactValue | None:
    """The fact's value in that row; a unit in the heading counts when the cell has none."""
    cell = row.cells[column.at]
    value = fact_value(column.row, cell)
    if column.unit and isinstance(value, (int, float)) and not isinstance(value, bool):
        bare = number(cell, "")
        scaled = number(f"{bare:f} {column.unit}", column.row.unit) if bare is not None else None
        if scaled is not None:
            return round(scaled) if column.row.type == "integer" else round(scaled, 6)
    return value
