"""A photo's caption in a language; an underlay lies unturned at first."""

from __future__ import annotations

from plans.model.attachment import Attachment, Underlay
from plans.model.ids import AttachmentId, FloorId, UnderlayId


def test_caption() -> None:
    photo = Attachment(
        id=AttachmentId("a"), name="p.jpg", media_type="image/jpeg", sha256="0", caption="南门"
    )
    assert photo.caption_in("zh") == photo.caption_in("en") == "南门"


def test_underlay_is_unturned() -> None:
    under = Underlay(
        id=UnderlayId("u"), place=FloorId("f"), name="a.dxf", media_type="image/vnd.dxf", sha256="0"
    )
    assert under.matrix == (1, 0, 0, 1, 0, 0)
