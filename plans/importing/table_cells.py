"""The cells of one row of a table, read as what their columns hold."""

from __future__ import annotations

import datetime as dt

from plans.importing.asked import Reader
from plans.importing.columns import Layout
from plans.importing.rules import plain
from plans.importing.table import TableRow
from plans.importing.values import date
from plans.model.catalog import Styled


class BadRow(ValueError):
    """A row that cannot be read: a reason key and the text that stood there."""

    def __init__(self, reason: str, text: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.text = text


class Cells:
    """One row."""

    def __init__(self, row: TableRow, layout: Layout, reader: Reader) -> None:
        self.row = row
        self.place = row.place
        self.layout = layout
        self.catalog = reader.catalog

    def __call__(self, field: str) -> str:
        """The cell of that field, "" when there is no such column."""
        return self.layout.text(self.row, field)

    def needed(self, field: str, reason: str, text: str = "") -> str:
        """The cell of that field. Raises `BadRow` when it is blank."""
        cell = self(field)
        if not cell:
            raise BadRow(reason, text)
        return cell

    def number(self, field: str, unit: str = "") -> float | None:
        """The cell of that field as a number, None when blank or no number."""
        return self.layout.number(self.row, field, unit)

    def date(self, field: str) -> dt.date | None:
        """The cell of that field as a day, None when blank or no day."""
        return date(self(field))


def row_id(table: dict[str, Styled], text: str) -> str:
    """The id of the row whose id or text it is; what is in no row stays as it was written."""
    wanted = plain(text)
    for row in table.values():
        if wanted in (plain(row.id), plain(row.zh), plain(row.en)):
            return row.id
    return text
