"""XLSX workbooks: each sheet that is a table we know becomes rows, the rest is told."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.draft import Question, Unread
from plans.importing.parsed import Parsed, Seen
from plans.importing.table import row_place, sheet_of
from plans.importing.tables import read_sheet
from plans.progress import Progress, silent

_HEADING_WITHIN = 8
"""Titles may stand above the headings; they are looked for in so many rows."""
_MOST_UNPACKED = 20
"""A workbook may unpack to so many times the bytes a file may have."""
_TOLD = frozenset({"unknown_table", "missing_columns", "empty"})


def read(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read a workbook. Raises `InputError` when it is none, or when no sheet is a known table."""
    data = reader.bytes_of(path)
    _check(path, data, reader)
    found: list[Parsed] = []
    unread: list[Unread] = []
    first: InputError | None = None
    for title, records in _sheets(path, data, reader):
        if not records:
            continue
        try:
            found.append(_table(path, title, records, asked, reader, progress))
        except InputError as error:
            reason = str(error.facts.get("reason", ""))
            if reason not in _TOLD:
                raise
            first = first or error
            text = str(error.facts.get("text", ""))
            unread.append(Unread(f"sheet {title}", reason, text, note=True))
    if not found:
        raise first or InputError(path, reason="empty")
    tables = list(dict.fromkeys(parsed.table for parsed in found))
    questions: list[Question] = [question for parsed in found for question in parsed.questions]
    return Parsed(
        source=path.name,
        table=tables[0] if len(tables) == 1 else "workbook",
        rows=tuple(row for parsed in found for row in parsed.rows),
        unread=(*unread, *(row for parsed in found for row in parsed.unread)),
        questions=tuple(dict.fromkeys(questions)),
        seen=Seen(rows_read=sum(parsed.seen.rows_read or 0 for parsed in found)),
    )


def _check(path: Path, data: bytes, reader: Reader) -> None:
    """Refuse what is no workbook, and one that would unpack without measure."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise InputError(path, reason="workbook", detail=str(error)) from error
    if not any(name.startswith("xl/") for name in names):
        raise InputError(path, reason="workbook")
    if size > reader.limits.file_bytes * _MOST_UNPACKED:
        raise InputError(path, reason="too_big", size=size, most=reader.limits.file_bytes)


Records = list[tuple[int, list[str]]]


def _sheets(path: Path, data: bytes, reader: Reader) -> Iterator[tuple[str, Records]]:
    """Title and non-blank rows, with their numbers, of each visible sheet."""
    from openpyxl.reader.excel import load_workbook  # 0.2 s, only for workbooks

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                yield sheet.title, _records(path, sheet, reader)
    except InputError:
        raise
    except Exception as error:
        raise InputError(
            path, reason="workbook", detail=f"{type(error).__name__}: {error}"
        ) from error


def _records(path: Path, sheet: Any, reader: Reader) -> Records:
    records: Records = []
    most = reader.limits.columns
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=most + 1), 1):
        cells = [_text(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            records.append((number, cells))
        if len(records) > reader.limits.rows:
            place = row_place(number, sheet.title)
            raise InputError(path, place=place, reason="too_many_rows")
    return records


def _text(value: object) -> str:
    """A cell as a table would write it: dates as ISO, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    return str(value).strip()


def _table(
    path: Path, title: str, records: Records, asked: Asked, reader: Reader, progress: Progress
) -> Parsed:
    """A sheet as a table: the first row among the upper ones whose headings make sense."""
    first: InputError | None = None
    name = path.with_name(f"{title}{path.suffix}".replace("/", " "))
    for start in range(min(_HEADING_WITHIN, len(records))):
        try:
            sheet = sheet_of(path, records[start:], reader.limits, title=title)
            return read_sheet(name, sheet, asked, reader, progress)
        except InputError as error:
            if str(error.facts.get("reason", "")) not in _TOLD:
                raise type(error)(path, detail=error.detail, **_facts(error)) from error
            first = first or error
    raise first or InputError(path, reason="empty")


def _facts(error: InputError) -> dict[str, Any]:
    return {key: value for key, value in error.facts.items() if key != "path"}
