"""Tests of IMDF archives."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plans.binder import Binder
from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.batch import FileReport
from plans.importing.imdf import is_imdf, read
from plans.importing.parsed import BuildingRow, FeatureRow, FloorRow, Parsed

Imdf = Callable[..., Parsed]

RING = {"type": "Polygon", "coordinates": [[[9, 48], [9.001, 48], [9.001, 48.001], [9, 48]]]}
LINE = {"type": "LineString", "coordinates": [[9, 48], [9.0001, 48]]}
POINT = {"type": "Point", "coordinates": [9.0005, 48.0002]}


def one(id_: str, geometry: object, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "id": id_, "geometry": geometry, "properties": properties}


BUILDING = one("b1", None, name={"zh": "样例楼", "en": "Sample"}, display_point=POINT)
LEVELS = [
    one("l0", RING, ordinal=0, name={"en": "Ground"}, building_ids=["b1"]),
    one("l1", RING, ordinal=1, name={"en": "First"}, building_ids=["b1"]),
]


@pytest.fixture
def imdf(reader: Reader) -> Imdf:
    def made(**files: Any) -> Parsed:
        given = {"manifest": {"language": "en"}, "building": [BUILDING], "level": LEVELS, **files}
        packed = {
            f"deep/{name}.geojson": json.dumps(
                value
                if isinstance(value, dict)
                else {"type": "FeatureCollection", "features": value}
            ).encode()
            for name, value in given.items()
        }
        return read(Path("场馆.zip"), packed, Asked(path="x"), reader)

    return made


def features(parsed: Parsed) -> list[FeatureRow]:
    return [row for row in parsed.rows if isinstance(row, FeatureRow)]


def test_buildings_levels_units_and_openings(imdf: Imdf) -> None:
    got = imdf(
        unit=[
            one("u1", RING, category="walkway", level_id="l0"),
            one("u2", RING, category="elevator", level_id="l1"),
            one("u3", RING, category="restroom", level_id="l1", name={"en": "WC"}),
        ],
        opening=[one("o1", LINE, category="pedestrian", level_id="l0")],
    )
    building, *floors = [r for r in got.rows if isinstance(r, (BuildingRow, FloorRow))]
    assert isinstance(building, BuildingRow)
    assert (building.name, building.lon, building.names[0].text) == ("样例楼", 9.0005, "Sample")
    assert [(f.label, f.level) for f in floors if isinstance(f, FloorRow)] == [
        ("Ground", 0), ("First", 1),
    ]  # fmt: skip
    assert [(r.kind, r.building, r.floors, r.label) for r in features(got)] == [
        ("corridor", "样例楼", ("Ground",), ""),
        ("room", "样例楼", ("First",), ""),
        ("lift.passenger", "样例楼", ("First",), ""),
        ("room", "样例楼", ("First",), "WC"),
        ("door", "样例楼", ("Ground",), ""),
    ]


def test_units_take_the_names_of_occupants_and_amenities(imdf: Imdf) -> None:
    got = imdf(
        unit=[one(u, RING, category="room", level_id="l0") for u in ("u1", "u2")],
        anchor=[one("a1", POINT, unit_id="u1")],
        occupant=[one("c1", None, anchor_id="a1", name={"en": "Shop"})],
        amenity=[one("m1", POINT, category="room", unit_ids=["u2"], name={"en": "H21"})],
    )
    assert [row.label for row in features(got)] == ["Shop", "H21"]


def test_a_lost_level_goes_by_the_tags_or_is_told(imdf: Imdf) -> None:
    got = imdf(
        unit=[one("u1", RING, category="room", level_id="l9")],
        opening=[one("o1", LINE, category="pedestrian", level_id="l9", tags={"level": "1"})],
    )
    assert [(row.kind, row.floors) for row in features(got)] == [("door", ("First",))]
    assert [(u.place, u.reason) for u in got.unread] == [("unit u1", "no_such_floor")]


def test_levels_without_a_building_go_to_the_venue(imdf: Imdf) -> None:
    level = one("l0", RING, ordinal=0, short_name={"en": "G"})
    got = imdf(building=[], level=[level], venue=[one("v", RING, name={"en": "Venue"})])
    [building] = [row for row in got.rows if isinstance(row, BuildingRow)]
    assert building.name == "Venue"


def test_what_is_odd_is_told(imdf: Imdf, reader: Reader) -> None:
    got = imdf(door=[], unit=[one("u1", None, category="room", level_id="l0")])
    assert [(one.reason, one.note) for one in got.unread] == [
        ("not_imdf", True), ("no_geometry", False),
    ]  # fmt: skip
    with pytest.raises(InputError, match="no_levels"):
        imdf(level=[], building=[])
    with pytest.raises(InputError) as caught:
        read(Path("a.zip"), {"x/unit.json": b"{"}, Asked(path="x"), reader)
    assert (caught.value.facts["reason"], caught.value.facts["place"]) == ("json", "unit.json")


def test_told_by_its_files() -> None:
    assert is_imdf({"a/level.json": b"", "a/unit.json": b""})
    assert is_imdf({"venue.geojson": b"", "manifest.json": b""})
    assert not is_imdf({"main.json": b"", "floor.geojson": b""})


def test_spoiled_members_end_in_rows_or_an_input_error(reader: Reader) -> None:
    unit = one("u1", RING, category="room", level_id="l0", name={"en": "A"})
    files = {
        name: json.dumps({"type": "FeatureCollection", "features": rows}).encode()
        for name, rows in (
            ("building.json", [BUILDING]),
            ("level.json", LEVELS),
            ("unit.json", [unit]),
        )
    }
    dice = random.Random(5)
    for _ in range(400):
        name = dice.choice(list(files))
        spoiled = bytearray(files[name])
        for _ in range(dice.randint(1, 4)):
            spoiled[dice.randrange(len(spoiled))] = dice.choice(b'0123456789{}[],:"nulltrue')
        try:
            read(Path("a.zip"), {**files, name: bytes(spoiled)}, Asked(path="x"), reader)
        except InputError as error:
            assert error.facts["reason"]


@pytest.mark.corpus
def test_uni_ulm(binder: Binder, bring: Callable[..., list[FileReport]], corpus: Path) -> None:
    [report] = bring(corpus / "indoor/imdf_uni_ulm.zip")
    assert report.error is None
    assert report.seen.buildings == 127
    counted = {name: count for name, _, count in report.seen.layers}
    assert (counted["unit"], counted["opening"], counted["footprint"]) == (554, 188, 284)
    with_floors = [row for row in binder.library.list() if binder.library.floors(row.id)]
    assert len(with_floors) == 1
    floors = binder.library.floors(with_floors[0].id)
    assert [(floor.label, floor.level) for floor in floors] == [
        ("EG", 0), ("1. OG", 1), ("2. OG", 2), ("3. OG", 3), ("4. OG", 4), ("5. OG", 5),
    ]  # fmt: skip
    spaces = [
        sum(one.kind in ("room", "corridor") for one in binder.drafting.features(f.id).values())
        for f in floors
    ]
    assert spaces == [27, 150, 120, 92, 89, 76]
