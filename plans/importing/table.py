"""A CSV file of unknown encoding and delimiter as headed rows, with the ragged ones told."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import msgspec

from plans.errors import InputError
from plans.importing.asked import Limits
from plans.importing.draft import Unread
from plans.importing.text import NotText, decoded
from plans.importing.values import folded

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 4 * 1024 * 1024
_SNIFFED = 64 * 1024
_BRACKET = re.compile(r"^(.*?)[(（\[【]([^)）\]】]*)[)）\]】]\s*$")


class Heading(msgspec.Struct, frozen=True):
    """A column's heading, the same without its bracket, and what stands in the bracket."""

    text: str
    base: str
    bracket: str = ""


class TableRow(msgspec.Struct, frozen=True):
    """One row: its number as a spreadsheet shows it, its cells by column, the sheet of a book."""

    number: int
    cells: tuple[str, ...]
    sheet: str = ""

    @property
    def place(self) -> str:
        """Where it stands."""
        return row_place(self.number, self.sheet)


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A headed table. `ragged` lists rows that had too few or too many cells."""

    headings: tuple[Heading, ...]
    rows: tuple[TableRow, ...]
    ragged: tuple[Unread, ...] = ()
    encoding: str = "utf-8"
    delimiter: str = ","


def row_place(number: int, sheet: str = "") -> str:
    """The place of a row as errors name it: `row 3`, `sheet 建筑, row 3`."""
    return f"sheet {sheet.replace(',', ' ')}, row {number}" if sheet else f"row {number}"


def read_csv(path: Path, data: bytes, limits: Limits) -> Sheet:
    """Read a CSV file.

    The first row that is not blank is the heading. A row with missing cells is read with blanks
    and noted; one with more cells than headings is left out. Raises `InputError`: `empty`,
    `binary`, `too_many_columns`, `too_many_rows`, `bad_quotes`.
    """
    try:
        text, encoding = decoded(data)
    except NotText as error:
        raise InputError(path, reason=str(error.args[0])) from error
    delimiter = _delimiter(text[:_SNIFFED])
    numbered = _records(path, text, delimiter, limits)
    return sheet_of(path, numbered, limits, encoding=encoding, delimiter=delimiter)


def sheet_of(
    path: Path,
    numbered: list[tuple[int, list[str]]],
    limits: Limits,
    *,
    encoding: str = "utf-8",
    delimiter: str = ",",
    title: str = "",
) -> Sheet:
    """Rows with their numbers as a headed table, the first one its heading; `title` is the sheet
    of a book. Raises `InputError`: `empty`, `too_many_columns`."""
    if not numbered:
        raise InputError(path, reason="empty")
    first = row_place(numbered[0][0], title)
    headings = [_heading(cell) for cell in numbered[0][1]]
    while headings and not headings[-1].text:
        headings.pop()
    if len(headings) > limits.columns:
        raise InputError(
            path, place=first, reason="too_many_columns", columns=len(headings),
            most=limits.columns,
        )  # fmt: skip
    rows, ragged = _fitted(numbered[1:], len(headings), title)
    if not rows:
        ragged.append(Unread(first, "no_rows", note=True))
    return Sheet(
        headings=tuple(headings),
        rows=tuple(rows),
        ragged=tuple(ragged),
        encoding=encoding,
        delimiter=delimiter,
    )


def _records(path: Path, text: str, delimiter: str, limits: Limits) -> list[tuple[int, list[str]]]:
    """Non-blank records with the number of the line they begin on."""
    before = csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    records: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                records.append((begins, cells))
            if len(records) > limits.rows:
                raise InputError(path, place=f"row {begins}", reason="too_many_rows")
            begins = reader.line_num + 1
    except csv.Error as error:
        place = f"row {begins}"
        raise InputError(path, place=place, reason="bad_quotes", detail=str(error)) from error
    finally:
        csv.field_size_limit(before)
    return records


def _fitted(
    records: list[tuple[int, list[str]]], width: int, title: str
) -> tuple[list[TableRow], list[Unread]]:
    rows: list[TableRow] = []
    ragged: list[Unread] = []
    for number, cells in records:
        extra = [cell for cell in cells[width:] if cell.strip()]
        if extra:
            place = row_place(number, title)
            ragged.append(Unread(place, "too_many_cells", " | ".join(extra)[:120]))
            continue
        if len(cells) < width:
            text = f"{len(cells)}/{width}"
            ragged.append(Unread(row_place(number, title), "too_few_cells", text, note=True))
        padded = (*cells[:width], *[""] * (width - len(cells)))
        rows.append(TableRow(number, tuple(cell.strip() for cell in padded), title))
    return rows, ragged


def _heading(cell: str) -> Heading:
    text = folded(cell.lstrip("\ufeff"))
    match = _BRACKET.match(text)
    if match and match[1].strip():
        return Heading(text, match[1].strip(), match[2].strip())
    return Heading(text, text)


def _delimiter(sample: str) -> str:
    """The delimiter that cuts the first lines into the most columns, evenly."""
    lines = [line for line in sample.splitlines()[:30] if line.strip()]
    if not lines:
        return ","
    best, best_score = ",", 0.0
    for delimiter in _DELIMITERS:
        counts = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
        width = counts[0]
        score = (width - 1) * sum(abs(count - width) <= 1 for count in counts) / len(counts)
        if score > best_score:
            best, best_score = delimiter, score
    return best
