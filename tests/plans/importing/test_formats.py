"""Tests of choosing the importer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.endings import ENDINGS
from plans.importing.formats import FORMATS, read


def test_the_ending_chooses(reader: Reader, write: Callable[[str, object], Path]) -> None:
    table = write("A.CSV", "姓名,岗位\n张三,班长\n")
    assert read(table, Asked(path=str(table)), reader).table == "persons"
    place = write("a.json", {"type": "Point", "coordinates": [1, 2]})
    assert read(place, Asked(path=str(place)), reader).table == "geojson"


@pytest.mark.parametrize(("name", "reason"), [("a.docx", "format"), ("no.docx", "missing")])
def test_other_endings(
    reader: Reader, write: Callable[[str, object], Path], name: str, reason: str
) -> None:
    path = write("a.docx", b"x").with_name(name)
    with pytest.raises(InputError) as caught:
        read(path, Asked(path=str(path)), reader)
    assert caught.value.facts["reason"] == reason


def test_what_can_be_chosen_can_be_read() -> None:
    assert set(FORMATS) == set(ENDINGS)
