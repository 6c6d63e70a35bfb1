"""Tests of looking through XML before a library sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.errors import InputError
from plans.importing.xml_guard import guarded

HERE = Path("a.kml")


def test_names_of_elements() -> None:
    data = b"<k:kml xmlns:k='x'><Document><NetworkLink/></Document></k:kml>"
    assert guarded(HERE, data, "kml", "not_kml") == {"kml", "Document", "NetworkLink"}


@pytest.mark.parametrize(
    ("data", "reason", "place"),
    [
        (b"<html/>", "not_kml", ""),
        (b"no xml", "not_kml", "line 1, column 1"),
        (b"", "not_kml", "line 1, column 1"),
        (b"<kml>\n<a></kml>", "xml", "line 2, column 6"),
        (b"<kml><a>", "xml", "line 1, column 9"),
        (b"<!DOCTYPE kml [<!ENTITY a 'b'>]><kml>&a;</kml>", "xml_entities", ""),
        (b"<kml>" + b"<a>" * 300 + b"</a>" * 300 + b"</kml>", "nested", ""),
        (b"<?xml version='1.0' encoding='klingon'?><kml/>", "encoding", None),
    ],
)
def test_refused(data: bytes, reason: str, place: str | None) -> None:
    with pytest.raises(InputError) as caught:
        guarded(HERE, data, "kml", "not_kml")
    assert caught.value.facts["reason"] == reason
    if place is not None:
        assert caught.value.facts["place"] == place
