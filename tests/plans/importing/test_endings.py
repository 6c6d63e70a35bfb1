"""Tests of the ends of file names."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.importing.endings import ENDINGS, UNSOUGHT, ending, is_sought


@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("a.OSM.GZ", ".osm.gz"),
        ("b.osm.pbf", ".osm.pbf"),
        ("c.osm", ".osm"),
        ("d.gz", ""),
        ("e", ""),
    ],
)
def test_the_longest_ending_counts(name: str, end: str) -> None:
    assert ending(Path(name)) == end


def test_folders_are_searched_for_what_is_sure_to_be_meant() -> None:
    assert {end for end in ENDINGS if not is_sought(Path(f"a{end}"))} == set(UNSOUGHT)
    assert not is_sought(Path("notes.docx"))
