"""Photos, papers and underlays: what is known of them, and their bytes."""

from __future__ import annotations

import builtins
import datetime as dt
import hashlib

from plans.binder.committing import Committer
from plans.errors import NotFound
from plans.model.attachment import Attachment, Underlay
from plans.model.change import added
from plans.model.ids import AttachmentId, FloorId, new_id
from plans.storage import reads, units
from plans.storage.rows import ATTACHMENTS, UNDERLAYS
from plans.storage.store import Store


class Attachments:
    """Photos and papers kept in the binder. The same bytes are kept once."""

    def __init__(self, store: Store, committer: Committer) -> None:
        self._store = store
        self._committer = committer

    def add(
        self,
        data: builtins.bytes,
        name: str,
        media_type: str,
        *,
        caption: str = "",
        caption_en: str = "",
        taken_on: dt.date | None = None,
        taken_by: str = "",
    ) -> Attachment:
        """Keep a photo: record and bytes in one transaction, undone like any change."""
        attachment = Attachment(
            id=AttachmentId(new_id()),
            name=name,
            media_type=media_type,
            sha256=hashlib.sha256(data).hexdigest(),
            caption=caption,
            caption_en=caption_en,
            taken_on=taken_on,
            taken_by=taken_by,
        )
        brought = added("attachment.add", attachment)
        self._committer.commit(brought, blobs={attachment.sha256: data})
        return attachment

    def get(self, attachment_id: AttachmentId) -> Attachment:
        """What is known of one. Raises `NotFound`."""
        with self._store.reading() as connection:
            found = units.fetch(connection, ATTACHMENTS, [attachment_id]).get(attachment_id)
        if not isinstance(found, Attachment):
            raise NotFound(kind="attachment", what=attachment_id)
        return found

    def bytes(self, attachment_id: AttachmentId) -> builtins.bytes:
        """The bytes of one. Raises `NotFound`."""
        return self.blob(self.get(attachment_id).sha256)

    def blob(self, sha256: str) -> builtins.bytes:
        """The bytes kept under that SHA-256 (hexadecimal). Raises `NotFound`."""
        with self._store.reading() as connection:
            found = reads.blob(connection, sha256)
        if found is None:
            raise NotFound(kind="blob", what=sha256)
        return found

    def underlays(self, place: FloorId) -> builtins.list[Underlay]:
        """The drawings beneath a floor, oldest first."""
        with self._store.reading() as connection:
            return [item for item in reads.every(connection, UNDERLAYS) if item.place == place]

    def list(self) -> builtins.list[Attachment]:
        """All of them, oldest first, without their bytes."""
        with self._store.reading() as connection:
            return reads.every(connection, ATTACHMENTS)
