"""Tests of reading GeoJSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.geojson import read
from plans.importing.parsed import BuildingRow, FeatureRow, Parsed, StationRow
from plans.model.building import Datum
from plans.model.fact import value_of

Write = Callable[[str, object], Path]
Made = Callable[..., dict[str, object]]


@pytest.fixture
def parsed(reader: Reader, write: Write) -> Callable[..., Parsed]:
    """Write a document as a file and read it."""

    def made(document: object, name: str = "map.geojson", **asked: object) -> Parsed:
        path = write(name, document)
        return read(path, Asked(path=str(path), **asked), reader)  # type: ignore[arg-type]

    return made


def features(parsed: Parsed) -> list[FeatureRow]:
    return [row for row in parsed.rows if isinstance(row, FeatureRow)]


def kinds(parsed: Parsed) -> Counter[str]:
    return Counter(row.kind for row in features(parsed))


def reasons(parsed: Parsed) -> Counter[str]:
    return Counter(one.reason for one in parsed.unread)


def test_our_own_floor_file(parsed: Callable[..., Parsed], feature: Made, collection: Made) -> None:
    wall = feature("LineString", [[113.6, 30.4], [113.601, 30.4]], kind="wall", width_m=0.2)
    room = feature(
        "Polygon", [[[113.6, 30.4], [113.601, 30.4], [113.601, 30.401], [113.6, 30.4]]],
        kind="room", label="会议室", label_en="Meeting room", rotation_deg=12.5,
    )  # fmt: skip
    got = parsed(collection(wall, room, building="SDQ-1", floor="3F", typical="2F"))
    assert (got.building, got.floor, got.typical) == ("SDQ-1", "3F", "2F")
    assert kinds(got) == {"wall": 1, "room": 1}
    first, second = features(got)
    assert value_of(first.facts, "width_m") == 0.2
    assert (second.label, second.label_en, second.rotation_deg) == ("会议室", "Meeting room", 12.5)
    assert all(row.indoor for row in (first, second))
    assert got.unread == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings(parsed: Callable[..., Parsed], encoding: str) -> None:
    text = '{"type":"Feature","properties":{"kind":"tree","名称":"示例古树名木"},'
    text += '"geometry":{"type":"Point","coordinates":[1,2]}}'
    [row] = features(parsed(text.encode(encoding)))
    assert row.label == "示例古树名木"


def test_bare_geometries_features_and_nested_collections(
    parsed: Callable[..., Parsed], feature: Made, collection: Made
) -> None:
    tree = feature("Point", [1, 2], kind="tree")
    assert kinds(parsed(tree)) == {"tree": 1}
    assert kinds(parsed(collection(collection(tree, tree), tree))) == {"tree": 3}
    assert reasons(parsed({"type": "Point", "coordinates": [1, 2]})) == {"no_kind": 1}
    hydrants = {"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}
    assert kinds(parsed(hydrants, "hydrants.geojson")) == {"hydrant.municipal": 2}


def test_heights_are_dropped(parsed: Callable[..., Parsed], feature: Made) -> None:
    [row] = features(parsed(feature("Point", [1, 2, 30], kind="tree")))
    assert not shapely.from_wkb(row.wkb).has_z


def test_nothing_is_lost_silently(
    parsed: Callable[..., Parsed], feature: Made, collection: Made
) -> None:
    bow = [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]
    got = parsed(
        collection(
            {"type": "Feature", "properties": {"kind": "tree"}, "geometry": None},
            feature("Point", [500, 2], kind="tree"),
            feature("Point", [1, 2], kind="dragon"),
            feature("Point", [1, 2], what="else"),
            feature("Polygon", bow, kind="room"),
            feature("Point", [1, 2], kind="tree", width_m="wide"),
            5,  # type: ignore[arg-type]
        )
    )
    assert [(one.place, one.reason, one.note) for one in got.unread] == [
        ("feature 1", "no_geometry", False),
        ("feature 7", "not_a_feature", False),
        ("feature 2", "out_of_range", False),
        ("feature 3", "unknown_kind", False),
        ("feature 4", "no_kind", False),
        ("feature 5", "repaired", True),
        ("feature 6", "odd_value", True),
    ]
    assert kinds(got) == {"room": 1, "tree": 1}


def test_not_a_number_costs_only_its_feature(parsed: Callable[..., Parsed]) -> None:
    one = '{"type":"Feature","properties":{"kind":"tree"},"geometry":{"type":"Point","coordinates":[%s,2]}}'
    text = ",".join(one % x for x in ("NaN", "Infinity", "-1e999", "3"))
    got = parsed('{"type":"FeatureCollection","features":[' + text + "]}")
    assert reasons(got) == {"not_finite": 3}
    assert kinds(got) == {"tree": 1}


def test_half_surrogates_do_not_stop_the_file(parsed: Callable[..., Parsed]) -> None:
    text = r'{"type":"Feature","properties":{"kind":"tree","name":"\ud800x"},'
    [row] = features(parsed(text + '"geometry":{"type":"Point","coordinates":[1,2]}}'))
    assert row.label.endswith("x")


@pytest.mark.parametrize(
    ("content", "place", "reason"),
    [
        (b"", "", "empty"),
        (b"   ", "", "empty"),
        (b"\x00\x01\x02" * 50, "", "binary"),
        ('{"type":"FeatureCollection","features":[\n{"type":', "line 2, column 9", "json"),
        ("[1, 2]", "", "not_geojson"),
        ('{"type":"Topology"}', "", "not_geojson"),
        ("[" * 200_000, "", "nested"),
        ('{"type":"Point","coordinates":[' + "9" * 5000 + ",2]}", "", "json"),
        ('{"type":"Point","coordinates":[500000,4000000]}', "feature 1", "not_degrees"),
    ],
)
def test_files_that_cannot_be_read(
    parsed: Callable[..., Parsed], content: object, place: str, reason: str
) -> None:
    with pytest.raises(InputError) as caught:
        parsed(content)
    assert (caught.value.facts["place"], caught.value.facts["reason"]) == (place, reason)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_end_in_rows_or_an_input_error(
    parsed: Callable[..., Parsed], data: bytes
) -> None:
    try:
        parsed(data)
    except InputError as error:
        assert error.facts["reason"]


json_values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    properties=st.dictionaries(
        st.sampled_from(["kind", "level", "floor", "name", "width_m", "facts", "indoor", "source"]),
        json_values,
    )
)
def test_any_properties_are_survived(
    parsed: Callable[..., Parsed], feature: Made, properties: dict[str, object]
) -> None:
    got = parsed({**feature("Point", [1, 2]), "properties": properties}, "hydrant.geojson")
    assert len(got.rows) + len(got.unread) >= 1


def test_simple_indoor_tagging(
    parsed: Callable[..., Parsed], feature: Made, collection: Made
) -> None:
    ring = [[[2, 48], [2.001, 48], [2.001, 48.001], [2, 48]]]
    got = parsed(
        collection(
            feature("Polygon", ring, indoor="room", level="0;1", name="Hall", room="shop"),
            feature("Polygon", ring, indoor="room", elevator="yes", level="-1-1"),
            feature("Polygon", ring, indoor="corridor", stairs="yes", level="0"),
            feature("Point", [2, 48], door="hinged", entrance="main", level="0"),
            feature("Polygon", ring, building="yes"),
        )
    )
    rows = features(got)
    assert [(row.kind, row.levels) for row in rows] == [
        ("room", (0, 1)),
        ("room", (-1, 0, 1)),
        ("lift.passenger", (-1, 0, 1)),
        ("corridor", (0,)),
        ("stair.open", (0,)),
        ("entrance.main", (0,)),
        ("building.footprint", ()),
    ]
    assert rows[-1].outdoor
    assert not rows[-1].indoor


def test_names_in_two_languages(parsed: Callable[..., Parsed], feature: Made) -> None:
    both = {"name": "Sample Park", "name:zh": "示例公园", "name:en": "Sample Park"}
    [row] = features(
        parsed(feature("Polygon", [[[0, 0], [1, 0], [1, 1], [0, 0]]], leisure="park", **both))
    )
    assert (row.label, row.label_en) == ("示例公园", "Sample Park")


def test_a_fire_station_is_a_feature_and_a_station(
    parsed: Callable[..., Parsed], feature: Made
) -> None:
    got = parsed(feature("Point", [1, 2], amenity="fire_station", name="示例消防救援站"))
    shown, station = got.rows
    assert isinstance(shown, FeatureRow)
    assert isinstance(station, StationRow)
    assert (station.name, station.kind, station.lon, station.lat) == (
        "示例消防救援站", "fire_station", 1, 2,
    )  # fmt: skip


def test_said_to_be_buildings(parsed: Callable[..., Parsed], feature: Made) -> None:
    ring = [[[0, 0], [1, 0], [1, 1], [0, 0]]]
    got = parsed(feature("Polygon", ring, name="示例楼", height_m=30), table="buildings")
    footprint, building = got.rows
    assert isinstance(footprint, FeatureRow)
    assert isinstance(building, BuildingRow)
    assert value_of(building.facts, "height_m") == 30


def test_named_coordinate_systems(
    parsed: Callable[..., Parsed], feature: Made, collection: Made
) -> None:
    def there(name: str, x: float, y: float) -> Parsed:
        crs = {"type": "name", "properties": {"name": name}}
        return parsed(collection(feature("Point", [x, y], kind="tree"), crs=crs))

    for name in ("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"):
        point = shapely.from_wkb(features(there(name, 113.6, 30.4))[0].wkb)
        assert (point.x, point.y) == (113.6, 30.4)
    point = shapely.from_wkb(features(there("EPSG:3857", 12645894.15, 3555070.43))[0].wkb)
    assert (point.x, point.y) == pytest.approx((113.6, 30.4), abs=0.001)
    unknown = there("EPSG:999999", 113.6, 30.4)
    assert [one.about for one in unknown.questions] == ["crs_unknown"]
    with pytest.raises(InputError, match="not_degrees"):
        there("my grid", 500000, 3000000)


def test_a_declared_datum_is_converted_and_said(
    parsed: Callable[..., Parsed], feature: Made, collection: Made
) -> None:
    tree = feature("Point", [116.40374, 39.91010], kind="tree")
    for got in (parsed(tree, datum=Datum.GCJ02), parsed(collection(tree, datum="GCJ-02"))):
        point = shapely.from_wkb(features(got)[0].wkb)
        assert (point.x, point.y) == pytest.approx((116.3975, 39.9087), abs=2e-5)
        assert ("datum_converted", "gcj02") in [(q.about, q.text) for q in got.questions]


def test_what_editors_leave_behind_is_not_listed(
    parsed: Callable[..., Parsed], feature: Made
) -> None:
    got = parsed(feature("Point", [1, 2], natural="tree", user="x", timestamp="t", leaf="broad"))
    assert [(q.about, q.text) for q in got.questions] == [("left_out", "leaf")]


def test_progress_is_told_and_can_stop(
    reader: Reader, write: Write, feature: Made, collection: Made
) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int, step: str = "") -> None:
        assert (done, total, step) == (0, 1, "import.read")
        raise Stopped

    path = write("a.geojson", collection(feature("Point", [1, 2], kind="tree")))
    with pytest.raises(Stopped):
        read(path, Asked(path=str(path)), reader, stop)


# ---------------------------------------------------------------------- files nobody here wrote


@pytest.fixture
def real(reader: Reader, corpus: Path) -> Callable[[str], Parsed]:
    def made(name: str) -> Parsed:
        return read(corpus / name, Asked(path=name), reader)

    return made


@pytest.mark.corpus
def test_freeport_hydrants(real: Callable[[str], Parsed]) -> None:
    got = real("site/freeport_fire_hydrants.geojson")
    assert kinds(got) == {"hydrant.municipal": 176}
    assert got.unread == ()
    styles = Counter(value_of(row.facts, "Style") for row in features(got))
    assert styles == {"Dry Barrel": 163, "Standpipe": 13}
    colours = Counter(value_of(row.facts, "Colour") for row in features(got))
    assert colours == {"Red": 157, "No Paint": 17, "Orange": 2}
    box = shapely.total_bounds(shapely.from_wkb([row.wkb for row in features(got)]))
    assert tuple(box) == pytest.approx((-78.76623, 26.49377, -78.55351, 26.59403), abs=1e-5)


@pytest.mark.corpus
def test_freeport_stations_and_public_buildings(real: Callable[[str], Parsed]) -> None:
    stations = real("site/freeport_fire_stations.geojson")
    assert [type(row) for row in stations.rows] == [FeatureRow, StationRow]
    buildings = real("site/freeport_public_buildings.geojson")
    assert [type(row) for row in buildings.rows] == [BuildingRow] * 8
    names = {row.name for row in buildings.rows if isinstance(row, BuildingRow)}
    assert {"Central Police Station", "Rand Memorial Hospital"} <= names


WESTPORT = {
    "gf": {"wall": 39, "door": 36, "window": 20, "stair.flight": 6, "lift.passenger": 6},
    "1": {"wall": 44, "door": 11, "window": 21, "stair.flight": 6, "lift.passenger": 5},
    "2": {"wall": 43, "door": 25, "window": 31, "stair.flight": 4, "lift.passenger": 1},
    "3": {"wall": 41, "door": 122, "window": 41, "stair.flight": 3, "lift.passenger": 2},
    "4": {"wall": 41, "door": 114, "window": 38, "stair.flight": 4, "lift.passenger": 2},
    "5": {"wall": 10, "door": 15, "window": 7, "stair.flight": 3, "lift.passenger": 1},
    "6": {"wall": 7, "door": 10, "window": 6, "stair.flight": 2, "lift.passenger": 1, "opening": 2},
}
TOTALS = {"gf": 111, "1": 88, "2": 121, "3": 226, "4": 216, "5": 37, "6": 29}


@pytest.mark.corpus
@pytest.mark.parametrize("label", list(WESTPORT))
def test_westport_house(real: Callable[[str], Parsed], label: str) -> None:
    got = real(f"indoor/westport-house/westport-house-floor-{label}.geojson")
    counted = kinds(got)
    assert {kind: counted[kind] for kind in WESTPORT[label]} == WESTPORT[label]
    assert counted["outline"] == 1
    read_or_told = {row.place for row in features(got)} | {one.place for one in got.unread}
    assert len(read_or_told) == TOTALS[label]
    assert reasons(got) == ({"no_kind": 5} if label == "2" else {})


@pytest.mark.corpus
def test_caserne_de_bonne(real: Callable[[str], Parsed]) -> None:
    got = real("indoor/caserne_grenoble.geojson")
    counted = kinds(got)
    assert (counted["room"], counted["corridor"], counted["wall"]) == (59, 9, 2)
    assert counted["entrance.main"] + counted["entrance"] == 14
    read_or_told = {row.place for row in features(got)} | {one.place for one in got.unread}
    assert len(read_or_told) == 123
    areas = [row for row in features(got) if row.kind in ("room", "corridor", "wall")]
    levels = Counter(row.levels for row in areas)
    assert levels == {(0,): 50, (-1,): 6, (1,): 5, (-1, 0): 5, (0, 1): 3, (): 1}


@pytest.mark.corpus
def test_gare_de_l_est(real: Callable[[str], Parsed]) -> None:
    got = real("indoor/gare-de-l-est.geojson")
    counted = kinds(got)
    assert counted["room"] == 81 + 11  # rooms and areas
    assert counted["corridor"] == 24
    assert sum(row.levels == (-1,) for row in features(got)) > 0
    read_or_told = {row.place for row in features(got)} | {
        one.place for one in got.unread if not one.note
    }
    assert len(read_or_told) == 244
    assert {one.reason for one in got.unread} <= {"no_kind", "repaired"}


@pytest.mark.corpus
def test_json_that_is_no_map(real: Callable[[str], Parsed]) -> None:
    with pytest.raises(InputError, match="not_geojson"):
        real("indoor/westport-house/main.json")
