"""What an importer proposes, waiting for approval."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from plans.model.change import Record


class Unread(msgspec.Struct, frozen=True):
    """Something in the file that did not become a record.

    `place` says where (`row 12`, `feature 7`), `reason` is a wording key such as `no_kind`,
    `text` a short piece of what stood there. A `note` was read all the same, with a remark
    (a repaired ring, a short row).
    """

    place: str
    reason: str
    text: str = ""
    note: bool = False


class Question(msgspec.Struct, frozen=True):
    """What the importer assumed and a person should confirm. `about` is a wording key."""

    about: str
    text: str = ""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """Records to bring into a binder.

    A record whose id is already in the binder takes the place of the stored one; others are new.
    Records stand in an order in which every reference is to an earlier one or to the binder.
    `blobs` holds the bytes of new attachments by sha256 (hex). `origin` is the (lon, lat) the map
    frame must be set to first when the binder has none. `counts` counts what was found by kind
    of record and, for features, by kind: `building`, `floor`, `feature`, `feature:door`, `same`
    (already there, left alone).
    """

    source: str
    records: tuple[Record, ...] = ()
    unread: tuple[Unread, ...] = ()
    questions: tuple[Question, ...] = ()
    counts: Mapping[str, int] = {}
    blobs: Mapping[str, bytes] = {}
    origin: tuple[float, float] | None = None
