"""Rows of people, shifts, vehicles, kit and photos."""

from __future__ import annotations

from plans.importing.parsed import ApplianceRow, KitRow, PersonRow, PhotoRow, ShiftRow
from plans.importing.rules import KindWords
from plans.importing.table_cells import BadRow, Cells, row_id
from plans.importing.values import moment_of
from plans.model.fact import Facts
from plans.model.station import KitItem


def person_row(cells: Cells) -> PersonRow:
    """A person. Raises `BadRow`."""
    names = [cells("name")] if cells("name") else [cells("first_name"), cells("last_name")]
    name = " ".join(part for part in names if part)
    if not name:
        raise BadRow("no_name")
    return PersonRow(
        name=name,
        post=row_id(cells.catalog.posts, cells("post")),
        telephone=cells("telephone"),
        station=cells("station"),
        place=cells.place,
    )


def shift_row(cells: Cells) -> ShiftRow:
    """A turn of duty. Raises `BadRow`."""
    starts_at = moment_of(cells("starts_at"))
    if starts_at is None:
        raise BadRow("bad_time", cells("starts_at"))
    hours, every = cells.number("hours"), cells.number("every_days")
    return ShiftRow(
        station=cells.needed("station", "no_station"),
        person=cells.needed("person", "no_name"),
        post=row_id(cells.catalog.posts, cells("post")),
        starts_at=starts_at,
        hours=24.0 if hours is None else hours,
        every_days=0 if every is None else int(every),
        place=cells.place,
    )


def appliance_row(cells: Cells, facts: Facts) -> ApplianceRow:
    """A vehicle. Raises `BadRow`."""
    return ApplianceRow(
        name=cells.needed("name", "no_name"),
        station=cells("station"),
        cls=row_id(cells.catalog.classes, cells("cls")),
        call_sign=cells("call_sign"),
        facts=facts,
        place=cells.place,
    )


def kit_row(cells: Cells) -> KitRow:
    """A line of a station's kit. Raises `BadRow`."""
    station = cells.needed("station", "no_station")
    name = cells.needed("item", "no_name")
    count = cells.number("count")
    if count is None:
        raise BadRow("not_a_number", cells("count"))
    item = KitItem(
        item=row_id(cells.catalog.kit, name),
        count=round(count),
        unit=cells("unit"),
        expires_on=cells.date("expires_on"),
    )
    return KitRow(station=station, item=item, place=cells.place)


def photo_row(cells: Cells, kinds: KindWords) -> PhotoRow:
    """A photo beside the table. Raises `BadRow`."""
    return PhotoRow(
        file=cells.needed("file", "no_file"),
        building=cells("building"),
        floor=cells("floor"),
        kind=kinds.kind(cells("kind")),
        label=cells("label"),
        caption=cells("caption"),
        caption_en=cells("caption_en"),
        taken_on=cells.date("taken_on"),
        taken_by=cells("taken_by"),
        place=cells.place,
    )
