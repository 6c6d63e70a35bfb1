"""Tests of floor sets: a manifest and a GeoJSON for each level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plans.binder import Binder
from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.batch import FileReport
from plans.importing.floor_set import listed, manifest_in, of_files, read_json
from plans.importing.parsed import BuildingRow, FeatureRow, FloorRow

Write = Callable[[str, object], Path]
Bring = Callable[..., list[FileReport]]
Made = Callable[..., dict[str, object]]

RING = [[[121.5, 31.2], [121.501, 31.2], [121.501, 31.201], [121.5, 31.2]]]


def manifest(*levels: tuple[str, int, str], **more: Any) -> dict[str, object]:
    rows = [{"name": n, "z_order": z, "filename": f} for n, z, f in levels]
    return {"name": "样例楼", "levels": rows, **more}


@pytest.fixture
def floors(write: Write, feature: Made, collection: Made) -> Path:
    for name in ("g", "1"):
        write(f"set/floor {name}.geojson", collection(feature("Polygon", RING, type="room")))
    return write(
        "set/main.json", manifest(("G", 0, "floor g.geojson"), ("1", 1, "floor 1.geojson"))
    )


def test_levels_with_their_features(floors: Path, reader: Reader) -> None:
    got = read_json(floors, Asked(path=str(floors)), reader)
    assert [row.name for row in got.rows if isinstance(row, BuildingRow)] == ["样例楼"]
    assert [(r.label, r.level) for r in got.rows if isinstance(r, FloorRow)] == [("G", 0), ("1", 1)]
    assert [(r.building, r.floors) for r in got.rows if isinstance(r, FeatureRow)] == [
        ("样例楼", ("G",)), ("样例楼", ("1",)),
    ]  # fmt: skip


def test_a_folder_is_read_by_its_manifest(floors: Path, bring: Bring, binder: Binder) -> None:
    assert len(listed(floors)) == 2
    reports = bring(floors.parent)
    assert [Path(report.path).name for report in reports] == ["main.json"]
    [row] = binder.library.list()
    assert [floor.label for floor in binder.library.floors(row.id)] == ["G", "1"]


def test_a_level_that_cannot_be_read_is_told(floors: Path, reader: Reader) -> None:
    (floors.parent / "floor 1.geojson").write_text("{")
    got = read_json(floors, Asked(path=str(floors)), reader)
    assert [(one.place, one.reason) for one in got.unread] == [("level 1", "json")]
    (floors.parent / "floor g.geojson").unlink()
    with pytest.raises(InputError, match="no_levels"):
        read_json(floors, Asked(path=str(floors)), reader)


def test_files_outside_the_folder_are_not_read(write: Write, reader: Reader) -> None:
    write("secret.geojson", {"type": "Point", "coordinates": [1, 2]})
    path = write("set/main.json", manifest(("G", 0, "../secret.geojson")))
    with pytest.raises(InputError, match="no_levels"):
        read_json(path, Asked(path=str(path)), reader)


@pytest.mark.parametrize(
    "document", [None, [], {}, {"levels": 5}, {"levels": []}, {"levels": [{"name": "G"}, 7]}]
)
def test_other_json_is_no_manifest(document: object) -> None:
    assert manifest_in(document) is None


def test_where_it_stands() -> None:
    at = manifest_in(manifest(("G", 0, "g"), location={"coordinates": [121.5, 31.2]}))
    assert at is not None
    assert (at.lon, at.lat) == (121.5, 31.2)
    wrong = manifest_in(manifest(("G", 0, "g"), location={"coordinates": ["x", 31.2]}))
    assert wrong is not None
    assert wrong.lon is None


def test_found_among_other_files() -> None:
    files = {"a/x.json": b"{", "a/main.json": b'{"levels":[{"name":"G","filename":"g.json"}]}'}
    found = of_files(files)
    assert found is not None
    assert found[0] == "a/main.json"
    assert of_files({"x.json": b"[]"}) is None


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["westport-house/main.json", "westport-house.zip"])
def test_westport_house(binder: Binder, bring: Bring, corpus: Path, name: str) -> None:
    bring(corpus / "indoor" / name)
    [row] = binder.library.list()
    assert row.name == "Westport House"
    levels = binder.library.floors(row.id)
    assert [(floor.label, floor.level) for floor in levels] == [
        ("G", 0), *((str(n), n) for n in range(1, 7)),
    ]  # fmt: skip
    ground = Counter(one.kind for one in binder.drafting.features(levels[0].id).values())
    assert (ground["wall"], ground["door"], ground["window"]) == (39, 36, 20)
