"""Changes as rows of the log: who did what when, with the records before and after.

A change is MessagePack, compressed when large: one list per record, `[type, before, after]`,
a record being its fields by name and a shape its WKB. A newer program's extra fields are
ignored and missing ones take their defaults, so old rows stay readable.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Sequence
from typing import Any, cast

import msgspec
import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy import Connection, Select, func, select

from plans.model.change import Change, Record
from plans.model.feature import Feature
from plans.model.ids import new_id
from plans.storage.plain_rows import insert_rows
from plans.storage.rows import BY_NAME, BY_TYPE
from plans.storage.schema import utc_now
from plans.storage.tables import changes

_COMPRESS_FROM = 4096
_ARRAY = struct.Struct(">BI")
"""The head of a MessagePack array of any length (`array 32`)."""
_LEVEL = 1  # 100,000 features: level 6 is three times slower for a tenth less


class ChangeRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the audit: `at` is UTC ISO text, `step` is `do`, `undo` or `redo`,
    `count` the number of records, `origin` the binder, `window` the open binder it came from."""

    seq: int
    id: str
    at: str
    who: str
    origin: str
    window: str
    step: str
    label: str
    count: int


def _decode_shape(kind: type[Any], value: Any) -> Any:
    if issubclass(kind, BaseGeometry):
        return shapely.from_wkb(value)
    raise TypeError(f"cannot read {kind.__name__}")


_raw_decoder = msgspec.msgpack.Decoder(list[tuple[str, msgspec.Raw, msgspec.Raw]])
_decoders = {
    name: msgspec.msgpack.Decoder(mapping.kind | None, dec_hook=_decode_shape)
    for name, mapping in BY_NAME.items()
}


def pack(change: Change) -> bytes:
    """A change's records as bytes."""
    rows = [
        (BY_TYPE[type(before or after)].name, before, after)
        for before, after in ((change.before[key], change.after[key]) for key in change.after)
        if before is not None or after is not None
    ]
    encode = msgspec.msgpack.Encoder(enc_hook=_shape_encoder(rows)).encode
    # record by record: other threads get their turn while an import is packed
    data = _ARRAY.pack(0xDD, len(rows)) + b"".join([encode(row) for row in rows])
    return b"z" + zlib.compress(data, _LEVEL) if len(data) > _COMPRESS_FROM else b"-" + data


def _shape_encoder(rows: Sequence[tuple[str, Any, Any]]) -> Callable[[Any], Any]:
    """The hook for shapes, all turned to WKB in one call: one by one takes ten times longer."""
    shapes = [item.shape for row in rows for item in row[1:] if isinstance(item, Feature)]
    codes: list[bytes] = list(shapely.to_wkb(shapes)) if shapes else []
    code_of = {id(shape): code for shape, code in zip(shapes, codes, strict=True)}
    return lambda value: code_of[id(value)]


def unpack(label: str, data: bytes) -> Change:
    """A change from its bytes. Raises `msgspec.DecodeError`, `zlib.error`."""
    plain = zlib.decompress(data[1:]) if data[:1] == b"z" else data[1:]
    before: dict[str, Record | None] = {}
    after: dict[str, Record | None] = {}
    for name, old_raw, new_raw in _raw_decoder.decode(plain):
        decode = _decoders[name].decode
        old = cast("Record | None", decode(old_raw))
        new = cast("Record | None", decode(new_raw))
        record = old or new
        if record is not None:
            before[record.id], after[record.id] = old, new
    return Change(label=label, before=before, after=after)


def append(
    connection: Connection, change: Change, *, who: str, origin: str, window: str, step: str
) -> None:
    """Write a change into the log."""
    row = {
        "id": new_id(),
        "at": utc_now(),
        "who": who,
        "origin": origin,
        "window": window,
        "step": step,
        "label": change.label,
        "count": len(change.after),
        "data": pack(change),
    }
    insert_rows(connection, changes, [row])


def newest(connection: Connection) -> int:
    """The number of the last change; 0 when there is none."""
    return int(connection.execute(select(func.max(changes.c.seq))).scalar_one() or 0)


def since(connection: Connection, seq: int, *, other_than: str) -> list[Change]:
    """Changes after that number, in order, less those of one window."""
    query = select(changes.c.label, changes.c.data).where(
        changes.c.seq > seq, changes.c.window != other_than
    )
    rows = connection.execute(query.order_by(changes.c.seq)).all()
    return [unpack(row.label, row.data) for row in rows]


def latest(connection: Connection, limit: int) -> list[ChangeRow]:
    """The last changes, newest first, without their records."""
    query: Select[Any] = select(*_SHORT).order_by(changes.c.seq.desc()).limit(limit)
    return [_row(row) for row in connection.execute(query)]


def change_at(connection: Connection, seq: int) -> Change | None:
    """The change with that number, or None."""
    query = select(changes.c.label, changes.c.data).where(changes.c.seq == seq)
    row = connection.execute(query).one_or_none()
    return None if row is None else unpack(row.label, row.data)


_SHORT = [changes.c[name] for name in ChangeRow.__struct_fields__]


def _row(row: Any) -> ChangeRow:
    return ChangeRow(**{name: row._mapping[name] for name in ChangeRow.__struct_fields__})
