"""Photos: record and bytes come together, are kept once, and are undone like any change."""

from __future__ import annotations

import datetime as dt
import hashlib
import os

import pytest

from plans.binder import Binder
from plans.errors import NotFound
from plans.events import AttachmentsChanged


def test_added_and_read_back(any_binder: Binder) -> None:
    heard: list[AttachmentsChanged] = []
    any_binder.events.subscribe(AttachmentsChanged, heard.append)
    data = os.urandom(100_000)
    photo = any_binder.attachments.add(
        data,
        "门厅.jpg",
        "image/jpeg",
        caption="门厅",
        caption_en="Lobby",
        taken_on=dt.date(2026, 5, 6),
        taken_by="某甲",
    )
    assert photo.sha256 == hashlib.sha256(data).hexdigest()
    assert any_binder.attachments.get(photo.id) == photo
    assert any_binder.attachments.list() == [photo]
    assert any_binder.attachments.bytes(photo.id) == data
    assert heard == [AttachmentsChanged(frozenset({photo.id}))]


def test_the_same_bytes_are_kept_once_and_outlive_an_undo(any_binder: Binder) -> None:
    first = any_binder.attachments.add(b"same", "a.jpg", "image/jpeg")
    second = any_binder.attachments.add(b"same", "b.jpg", "image/jpeg")
    assert first.sha256 == second.sha256
    any_binder.drafting.undo()
    with pytest.raises(NotFound):
        any_binder.attachments.get(second.id)
    assert any_binder.attachments.bytes(first.id) == b"same"
    any_binder.drafting.redo()
    assert any_binder.attachments.bytes(second.id) == b"same"


def test_what_is_not_there(any_binder: Binder) -> None:
    with pytest.raises(NotFound):
        any_binder.attachments.blob("0" * 64)
    assert any_binder.attachments.list() == []
