"""Tests of whole building models: the real ones of the corpus, small ones of our own, broken ones."""

from __future__ import annotations

import random
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shapely

from plans.errors import InputError
from plans.importing.asked import Asked, Limits, Reader
from plans.importing.ifc import read
from plans.importing.parsed import BuildingRow, FeatureRow, FloorRow, Parsed
from plans.importing.rules import Rules
from plans.model.building import Datum
from plans.model.catalog import Catalog
from plans.model.fact import value_of

Read = Callable[..., Parsed]
Write = Callable[[str, object], Path]
ROOMS = {"room", "corridor", "lobby", "refuge_area"}


@pytest.fixture
def drawn(catalog: Catalog, rules: Rules, catalog_folder: Path) -> Read:
    reader = Reader(catalog, rules, Limits(), catalog_folder)

    def made(path: Path, datum: Datum | None = None) -> Parsed:
        return read(path, Asked(path=str(path), datum=datum), reader)

    return made


def floors(parsed: Parsed) -> list[FloorRow]:
    return [row for row in parsed.rows if isinstance(row, FloorRow)]


def on(parsed: Parsed, label: str) -> Counter[str]:
    return Counter(
        row.kind for row in parsed.rows if isinstance(row, FeatureRow) and row.floors == (label,)
    )


def of_kind(parsed: Parsed, *kinds: str) -> list[FeatureRow]:
    return [row for row in parsed.rows if isinstance(row, FeatureRow) and row.kind in kinds]


def building(parsed: Parsed) -> BuildingRow:
    [row] = [row for row in parsed.rows if isinstance(row, BuildingRow)]
    return row


def asked(parsed: Parsed) -> set[str]:
    return {question.about for question in parsed.questions}


# label, level, elevation, spaces, doors; walls, windows and slabs of the whole file
REAL: dict[str, tuple[list[tuple[str, int, float, int, int]], dict[str, int]]] = {
    "Office_A_20110811.ifc": (
        [("Level 1", 0, 0.0, 60, 66), ("Level 2", 1, 4.267, 39, 36), ("Roof", 2, 7.925, 0, 0)],
        {"spaces": 99, "doors": 102, "windows": 69, "walls": 487, "stairs": 2, "slabs": 2},
    ),
    "duplex.ifc": (
        [("Level 1", 0, 0.0, 10, 6), ("Level 2", 1, 3.1, 10, 8), ("Roof", 2, 6.0, 1, 0)],
        {"spaces": 21, "doors": 14, "windows": 24, "walls": 57, "stairs": 2, "slabs": 21},
    ),
    "AC20-FZK-Haus.ifc": (
        [("Erdgeschoss", 0, 0.0, 6, 5), ("Dachgeschoss", 1, 2.7, 1, 0)],
        {"spaces": 7, "doors": 5, "windows": 11, "walls": 13, "stairs": 1, "slabs": 4},
    ),
    "TallBuilding.ifc": (
        [("Level 1", 0, 0.0, 3, 5), ("Level 2", 1, 4.0, 0, 0), ("Level 4", 2, 8.0, 0, 0),
         ("Level 5", 3, 12.0, 0, 0), ("Level 6", 4, 16.0, 0, 0)],
        {"spaces": 3, "doors": 5, "windows": 21, "walls": 24, "slabs": 5},
    ),
    "LargeBuilding.ifc": (
        [("Level 1", 0, 0.0, 8, 18), ("Level 2", 1, 4.0, 0, 0)],
        {"spaces": 8, "doors": 18, "windows": 42, "walls": 18, "slabs": 4},
    ),
    "ac16_unicode_japanese.ifc": (
        [("1階", 0, 0.0, 0, 1), ("2階", 1, 3.0, 0, 0), ("屋根", 2, 6.0, 0, 0)],
        {"doors": 1, "windows": 1, "walls": 8, "slabs": 4, "columns": 8},
    ),
    "ac16_sjis_bad_encoding.ifc": (
        [("1階", 0, 0.0, 0, 1), ("2階", 1, 3.0, 0, 0), ("屋根", 2, 6.0, 0, 0)],
        {"doors": 1, "windows": 1, "walls": 8, "slabs": 4, "columns": 8},
    ),
    "kalkzandsteen.ifczip": (
        [("00 begane grond", 0, 0.0, 0, 0), ("01 eerste verdieping", 1, 3.0, 0, 0),
         ("02 tweede verdieping", 2, 6.0, 0, 0), ("03 derde verdieping", 3, 9.0, 0, 0),
         ("04 dak", 4, 12.0, 0, 0)],
        {"walls": 134},
    ),
}  # fmt: skip


@pytest.mark.corpus
@pytest.mark.parametrize("name", REAL)
def test_a_real_model_gives_its_floors_rooms_and_doors(
    corpus: Path, drawn: Read, name: str
) -> None:
    wanted, totals = REAL[name]
    parsed = drawn(corpus / "ifc" / name)
    got = []
    for row in floors(parsed):
        has = on(parsed, row.label)
        spaces = sum(count for kind, count in has.items() if kind in ROOMS)
        doors = sum(count for kind, count in has.items() if kind.partition(".")[0] == "door")
        assert row.elevation_m is not None
        got.append((row.label, row.level, round(row.elevation_m, 3), spaces, doors))
    assert got == wanted
    assert parsed.seen.products == totals
    assert parsed.seen.unit_m == (
        0.001 if got[0][0].startswith(("1", "00")) or "ing" in name else 1
    )


@pytest.mark.corpus
def test_a_foundation_line_is_told_and_its_walls_stand_where_they_are_cut(
    corpus: Path, drawn: Read
) -> None:
    parsed = drawn(corpus / "ifc/duplex.ifc")
    assert [(one.place, one.reason, one.note) for one in parsed.unread] == [
        ("T/FDN", "no_floor", True)
    ]
    roofs = [row.label for row in floors(parsed) if row.use_en == "Roof"]
    assert roofs == ["Roof"]
    rooms = {row.label: value_of(row.facts, "area_m2") for row in of_kind(parsed, "room")}
    assert rooms["Living Room A102"] == pytest.approx(27.66, abs=0.05)


@pytest.mark.corpus
def test_sizes_of_real_models(corpus: Path, drawn: Read) -> None:
    for name, width, depth in (("Office_A_20110811.ifc", 50.53, 36.82), ("TallBuilding.ifc", 8.2, 8.2),
                               ("kalkzandsteen.ifczip", 21.3, 21.1)):  # fmt: skip
        extents = drawn(corpus / "ifc" / name).seen.extents_m
        assert extents is not None
        assert extents[2] - extents[0] == pytest.approx(width, abs=0.1)
        assert extents[3] - extents[1] == pytest.approx(depth, abs=0.1)


@pytest.mark.corpus
def test_places_are_taken_only_where_somebody_chose_them(corpus: Path, drawn: Read) -> None:
    house = drawn(corpus / "ifc/AC20-FZK-Haus.ifc")
    row = building(house)
    assert (row.lon, row.lat) == (pytest.approx(8.436539), pytest.approx(49.100435))
    assert row.rotation_deg == pytest.approx(50.0)
    assert "place_from_file" in asked(house)
    for name, why in (("duplex.ifc", "place_template"), ("TallBuilding.ifc", "place_template"),
                      ("ac16_unicode_japanese.ifc", "place_coarse")):  # fmt: skip
        parsed = drawn(corpus / "ifc" / name)
        assert building(parsed).lon is None
        assert why in asked(parsed)


@pytest.mark.corpus
def test_the_broken_model_of_the_corpus_ends_in_a_place_and_a_reason(
    corpus: Path, drawn: Read
) -> None:
    with pytest.raises(InputError) as caught:
        drawn(corpus / "ifc/errorfile_truncated.ifc")
    assert (caught.value.facts["reason"], caught.value.facts["place"]) == ("ifc_torn", "#15")


@pytest.mark.parametrize("schema", ["IFC2X3", "IFC4", "IFC4X3"])
def test_a_small_house_in_each_schema(
    schema: str, small_house: Any, write: Write, drawn: Read
) -> None:
    parsed = drawn(write("house.ifc", small_house(schema=schema).text()))
    assert [(row.label, row.level, row.elevation_m, row.height_m) for row in floors(parsed)] == [
        ("Ground", 0, 0.0, 3.0), ("Upper", 1, 3.0, 3.0),
    ]  # fmt: skip
    assert building(parsed).name == "Tower"
    assert on(parsed, "Ground")["wall"] == 4
    [door] = of_kind(parsed, "door")
    line = shapely.from_wkb(door.wkb)
    assert line.equals_exact(shapely.LineString([(2, 0.1), (3, 0.1)]), 0.001)
    assert value_of(door.facts, "outer") is True
    assert value_of(door.facts, "head_height_m") == 2.1
    [entrance] = of_kind(parsed, "entrance")
    assert entrance.rotation_deg == 90.0
    room = of_kind(parsed, "room")[0]
    assert room.label == "Office 001"
    assert value_of(room.facts, "area_m2") == pytest.approx(5.6 * 3.6, abs=0.01)


def test_units_and_a_zip_make_no_difference(
    small_house: Any, tmp_path: Path, write: Write, drawn: Read
) -> None:
    metres = small_house(unit="$", metres=1.0).text()
    path = tmp_path / "房 子 🏠.ifczip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside/a.ifc", metres)
    zipped, plain = drawn(path), drawn(write("mm.ifc", small_house().text()))
    assert [row for row in zipped.rows if isinstance(row, FloorRow)] == floors(plain)
    assert (zipped.seen.unit_m, plain.seen.unit_m) == (1.0, 0.001)
    assert on(zipped, "Ground") == on(plain, "Ground")


def test_fire_facts_and_an_exit(small_house: Any, write: Write, drawn: Read) -> None:
    made = small_house()
    door = next(line.split("=")[0] for line in made.lines if "=IFCDOOR(" in line)
    wall = next(line.split("=")[0] for line in made.lines if "=IFCWALL(" in line)
    made.pset(door, "Pset_DoorCommon", FireRating="IFCLABEL('EI 60-C')", FireExit="IFCBOOLEAN(.T.)")
    made.pset(wall, "Pset_WallCommon", FireRating="IFCLABEL('REI 120')")
    parsed = drawn(write("fire.ifc", made.text()))
    [fire_door] = of_kind(parsed, "fire_door")
    assert value_of(fire_door.facts, "fire_rating_min") == 60
    assert len(of_kind(parsed, "exit")) == 1
    assert [value_of(row.facts, "fire_rating_min") for row in of_kind(parsed, "wall")].count(
        120
    ) == 1


def test_a_body_nobody_can_make_costs_itself_alone(
    small_house: Any, write: Write, drawn: Read
) -> None:
    made = small_house()
    at = next(n for n, line in enumerate(made.lines) if "IFCEXTRUDEDAREASOLID" in line)
    made.lines[at] = made.lines[at].rpartition(",")[0] + ",0.);"
    parsed = drawn(write("flat.ifc", made.text()))
    assert ("IfcWall", "no_body", "1") in {(u.place, u.reason, u.text) for u in parsed.unread}
    assert len(of_kind(parsed, "wall")) == 7


def test_map_coordinates_far_away_are_moved_near(
    small_house: Any, write: Write, drawn: Read
) -> None:
    made = small_house()
    made.lines[0] = "#1=IFCCARTESIANPOINT((0.,0.,0.));"
    far = made.add("IFCCARTESIANPOINT((500000000.,4000000000.,0.))")
    axes = made.add(f"IFCAXIS2PLACEMENT3D({far},$,$)")
    number = int(made.site_at.removeprefix("#"))
    made.lines[number - 1] = f"{made.site_at}=IFCLOCALPLACEMENT($,{axes});"
    parsed = drawn(write("far.ifc", made.text()))
    assert parsed.seen.extents_m is not None
    assert max(abs(value) for value in parsed.seen.extents_m) < 20
    assert on(parsed, "Ground")["wall"] == 4


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("'Ground'", "(1.,2.)", None),
        ("IFCRELAGGREGATES('0000000000000000000004',$,'R',$,#7,(#9))",
         "IFCRELAGGREGATES('0000000000000000000004',$,'R',$,#9,(#9))", "circular"),
        ("=IFCBUILDINGSTOREY(", "=IFCBOOLEANRESULT(", "ifc_odd"),
        ("(0.,0.,0.)", "(1.E308,$,NAN)", None),
        ("IFCSPACE('", "IFCSPACE(*,'", None),
    ],
)  # fmt: skip
def test_instances_that_are_not_what_they_should_be(
    old: str, new: str, reason: str | None, small_house: Any, write: Write, drawn: Read
) -> None:
    text = small_house().text()
    assert old in text
    path = write("odd.ifc", text.replace(old, new, 1))
    try:
        drawn(path)
    except InputError as error:
        assert error.facts["reason"] == reason
    else:
        assert reason is None


def test_a_model_without_storeys_is_one_floor_and_asks(
    house: Any, write: Write, drawn: Read
) -> None:
    made = house()
    made.places()
    made.wall("nowhere", 0, 0, 0, 6, 0.2, 3)
    made.contained.clear()
    parsed = drawn(write("bare.ifc", made.text()))
    assert "no_storeys" in asked(parsed)
    assert [row.label for row in floors(parsed)] == ["1F"]
    assert on(parsed, "1F")["wall"] == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"hello", "ifc"),
        (b"\x00" * 500, "ifc"),
        (b"ISO-10303-21;HEADER;ENDSEC;DATA;#1=IFCPROJECT('", "cut_off"),
        (b"ISO-10303-21;FILE_SCHEMA(('AP214'));DATA;#1=X();ENDSEC;END-ISO-10303-21;", "ifc_schema"),
        (b"ISO-10303-21;FILE_SCHEMA(('IFC4'));DATA;ENDSEC;END-ISO-10303-21;", "ifc"),
        (b"PK\x03\x04" + b"\x00" * 60, "zip"),
    ],
)
def test_files_that_are_no_models(content: bytes, reason: str, write: Write, drawn: Read) -> None:
    with pytest.raises(InputError) as caught:
        drawn(write("bad.ifc", content))
    assert caught.value.facts["reason"] == reason


def test_a_model_of_nothing(house: Any, write: Write, drawn: Read) -> None:
    with pytest.raises(InputError) as caught:
        drawn(write("empty.ifc", house().text()))
    assert caught.value.facts["reason"] == "ifc_empty"


def test_a_unit_nobody_told_is_asked_and_one_nobody_can_read_refused(
    small_house: Any, write: Write, drawn: Read
) -> None:
    text = small_house(unit="$", metres=1.0).text()
    silent = drawn(write("silent.ifc", text.replace(".LENGTHUNIT.", ".AREAUNIT.")))
    assert "no_unit" in asked(silent)
    assert "no_unit" not in asked(drawn(write("told.ifc", text)))
    with pytest.raises(InputError) as caught:
        drawn(
            write(
                "odd.ifc",
                text.replace("IFCSIUNIT(*,.LENGTHUNIT.,$,", "IFCSIUNIT(*,.LENGTHUNIT.,.EXA.,"),
            )
        )
    assert caught.value.facts["reason"] == "ifc_unit"


def test_mutations_of_a_small_house_never_end_in_anything_but_a_reason(
    small_house: Any, write: Write, drawn: Read
) -> None:
    """Letters swapped, lines lost and numbers made absurd; thousands more are run by hand."""
    text = small_house().text()
    dice = random.Random(3)
    for _ in range(25):
        spoiled = spoil(text, dice)
        try:
            drawn(write("spoiled.ifc", spoiled))
        except InputError as error:
            assert error.facts["reason"]


def spoil(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(8, len(lines) - 3)
        how = dice.randrange(4)
        if how == 0:
            del lines[at]
        elif how == 1:
            lines[at] = lines[at].replace("0.", dice.choice(["1e30", "-1.", "$", "'x'", "*"]), 1)
        elif how == 2:
            lines[at] = lines[at].replace("$", "#7", 1)
        else:
            place = dice.randrange(max(len(lines[at]), 1))
            lines[at] = lines[at][:place] + dice.choice("#,()'$*1") + lines[at][place + 1 :]
    return "\n".join(lines)
