"""Keeps water networks whole with the binder: one attachment for a file's name."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from plans.importing.ledger import Ledger
from plans.importing.parsed import NetworkRow
from plans.model.attachment import NETWORK, Attachment
from plans.model.ids import AttachmentId, new_id


def settle_networks(ledger: Ledger, rows: Sequence[NetworkRow]) -> None:
    """Keep each network's text; one of that name that is there already is replaced."""
    known = (
        {item.name: item for item in ledger.shelf.attachments.list() if item.media_type == NETWORK}
        if rows
        else {}
    )
    for row in rows:
        before = known.get(row.name)
        digest = hashlib.sha256(row.data).hexdigest()
        ledger.blobs[digest] = row.data
        ledger.put(
            Attachment(
                id=before.id if before else AttachmentId(new_id()),
                name=row.name,
                media_type=NETWORK,
                sha256=digest,
            ),
            before,
        )
