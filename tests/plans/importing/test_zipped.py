"""Tests of zipped maps; indoor ones are tested whole where they are read."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from plans.errors import InputError, Undecided
from plans.importing.asked import Asked, Limits, Reader
from plans.importing.parsed import Parsed
from plans.importing.rules import Rules
from plans.importing.zipped import read
from plans.model.catalog import Catalog

Write = Callable[[str, object], Path]


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return stream.getvalue()


def refused(path: Path, reader: Reader) -> str:
    with pytest.raises(InputError) as caught:
        read(path, Asked(path=str(path)), reader)
    return str(caught.value.facts["reason"])


@pytest.mark.corpus
def test_several_in_folders_are_one(corpus: Path, reader: Reader, write: Write) -> None:
    files = members(corpus / "site" / "freeport_Building_Footprint_shp.zip")
    named = {Path(name).suffix: data for name, data in files.items()}
    both = {f"{folder}/buildings{end}": data for folder in "ab" for end, data in named.items()}
    path = write("two.zip", zipped(both))
    got = read(path, Asked(path=str(path)), reader)
    assert [count for *_, count in got.seen.layers] == [14_768, 14_768]
    assert (got.source, got.seen.entities) == ("two.zip", 2 * 14_768)


@pytest.mark.corpus
def test_without_prj_it_asks(corpus: Path, reader: Reader, write: Write) -> None:
    files = members(corpus / "site" / "freeport_Building_Footprint_shp.zip")
    path = write("a.zip", zipped({n: d for n, d in files.items() if not n.endswith(".prj")}))
    with pytest.raises(Undecided) as caught:
        read(path, Asked(path=str(path)), reader)
    assert caught.value.facts["reason"] == "crs"
    got = read(path, Asked(path=str(path), crs="EPSG:32617"), reader)
    assert got.seen.crs == "EPSG:32617"


def test_what_holds_no_map_says_what_it_holds(reader: Reader, write: Write) -> None:
    path = write("a.zip", zipped({"图/说明.docx": b"x"}))
    with pytest.raises(InputError) as caught:
        read(path, Asked(path=str(path)), reader)
    assert caught.value.facts["reason"] == "zip_holds"
    assert caught.value.facts["text"] == "图/说明.docx"
    assert refused(write("b.zip", zipped({})), reader) == "zip_holds"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\x00" * 500, "zip"),
        (zipped({"a.shp": b"\x00" * 500})[:-30], "zip"),
        (zipped({"../a.shp": b"x"}), "zip_path"),
        (zipped({"a.shp": b"\x00" * 500}), "not_shapefile"),
        (zipped({"a.shp": b""}), "not_shapefile"),
    ],
)
def test_broken_ones(reader: Reader, write: Write, data: bytes, reason: str) -> None:
    assert refused(write("a.zip", data), reader) == reason


def test_a_bomb(catalog: Catalog, rules: Rules, write: Write) -> None:
    path = write("a.zip", zipped({"a.shp": bytes(5_000_000)}))
    assert path.stat().st_size < 10_000
    careful = Reader(catalog, rules, Limits(unpacked_bytes=1_000_000))
    assert refused(path, careful) == "zip_bomb"


TREE = {"type": "Feature", "properties": {"kind": "tree"},
        "geometry": {"type": "Point", "coordinates": [1, 2]}}  # fmt: skip


def packed(reader: Reader, write: Write, members: dict[str, object]) -> Parsed:
    data = zipped({name: json.dumps(value).encode() for name, value in members.items()})
    path = write("a.zip", data)
    return read(path, Asked(path=str(path)), reader)


def test_geojson_alone_or_side_by_side(reader: Reader, write: Write) -> None:
    assert len(packed(reader, write, {"a/b.geojson": TREE}).rows) == 1
    both = packed(reader, write, {"a.geojson": TREE, "b.geojson": TREE})
    assert (len(both.rows), both.seen.entities) == (2, 2)


def test_a_level_that_is_not_in_the_archive_is_told(reader: Reader, write: Write) -> None:
    levels = [{"name": "G", "filename": "g.json"}, {"name": "1", "filename": "../x"}]
    members = {"s/main.json": {"name": "样例", "levels": levels}, "s/g.json": TREE}
    got = packed(reader, write, members)
    assert [(one.place, one.reason) for one in got.unread] == [("level 1", "missing")]
