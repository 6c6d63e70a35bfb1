"""Photos beside a table into the draft, hung on the building or feature they show."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from plans.importing.ledger import Ledger
from plans.importing.parsed import PhotoRow
from plans.importing.rules import plain
from plans.importing.settle_buildings import floor_labelled
from plans.model.attachment import Attachment
from plans.model.building import Building
from plans.model.feature import Feature
from plans.model.ids import AttachmentId, new_id

_MOST_BYTES = 32 * 1024 * 1024
_MEDIA = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
)
_EVERYWHERE = 1e9


def settle_photos(ledger: Ledger, rows: list[PhotoRow]) -> None:
    """Read the photos (never decoding them) and hang each on what it shows.

    A file outside the table's folder is refused, as is one that is not a picture.
    """
    for row in rows:
        owner = _owner(ledger, row)
        if owner is None:
            ledger.miss(row.place, "no_such_owner", " ".join(filter(None, _said(row))))
            continue
        data = _bytes(ledger, row)
        if data is None:
            continue
        digest = hashlib.sha256(data).hexdigest()
        if any(_digest(ledger, photo) == digest for photo in owner.photos):
            ledger.counts["same"] += 1
            continue
        photo = Attachment(
            id=AttachmentId(new_id()),
            name=Path(row.file).name,
            media_type=_media(data),
            sha256=digest,
            caption=row.caption,
            caption_en=row.caption_en,
            taken_on=row.taken_on,
            taken_by=row.taken_by,
        )
        ledger.put(photo)
        ledger.blobs[digest] = data
        after = msgspec.structs.replace(owner, photos=(*owner.photos, photo.id))
        ledger.records.pop(owner.id, None)  # the owner comes after its photo
        ledger.put(after)


def _said(row: PhotoRow) -> tuple[str, ...]:
    return row.building, row.floor, row.kind, row.label


def _digest(ledger: Ledger, photo_id: AttachmentId) -> str:
    record = ledger.records.get(photo_id)
    photo = record if isinstance(record, Attachment) else ledger.shelf.attachments.get(photo_id)
    return photo.sha256


def _owner(ledger: Ledger, row: PhotoRow) -> Building | Feature | None:
    building = ledger.building_named(row.building)
    if not row.label and not row.kind:
        return building
    candidates: list[Feature]
    if building is not None and row.floor:
        floor = floor_labelled(ledger, building.id, row.floor)
        if floor is None:
            return None
        candidates = list(ledger.shelf.drafting.features(floor.id).values())
    else:
        box = (-_EVERYWHERE, -_EVERYWHERE, _EVERYWHERE, _EVERYWHERE)
        candidates = list(ledger.shelf.site.in_box(*box))
    for one in candidates:
        one_now = ledger.records.get(one.id, one)
        labels = {plain(one.label), plain(one.label_en)}
        if (not row.kind or one.kind == row.kind) and (not row.label or plain(row.label) in labels):
            return one_now if isinstance(one_now, Feature) else one
    return None


def _bytes(ledger: Ledger, row: PhotoRow) -> bytes | None:
    folder = ledger.source.parent.resolve()
    path = (folder / row.file.replace("\\", "/")).resolve()
    if not path.is_relative_to(folder):
        ledger.miss(row.place, "outside_folder", row.file)
        return None
    try:
        if path.stat().st_size > _MOST_BYTES:
            ledger.miss(row.place, "too_big", row.file)
            return None
        data = path.read_bytes()
    except OSError:
        ledger.miss(row.place, "missing", row.file)
        return None
    if not _media(data):
        ledger.miss(row.place, "not_a_picture", row.file)
        return None
    return data


def _media(data: bytes) -> str:
    """The media type the first bytes tell; "" when it is no picture we show."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((media for magic, media in _MEDIA if data.startswith(magic)), "")
