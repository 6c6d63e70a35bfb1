"""Tests of OpenStreetMap extracts as rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import shapely

from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.osm import read
from plans.importing.parsed import FeatureRow, Parsed, StationRow
from plans.model.fact import value_of

Write = Callable[[str, object], Path]
Osm = Callable[..., Parsed]

_CORNERS = {1: (0, 0), 2: (10, 0), 3: (10, 10), 4: (0, 10), 5: (4, 4), 6: (6, 4), 7: (6, 6)}
NODES = "".join(
    f"<node id='{id_}' lon='{121 + x * 1e-5:.6f}' lat='{31 + y * 1e-5:.6f}'/>"
    for id_, (x, y) in _CORNERS.items()
)
SQUARE, HOLE = (1, 2, 3, 4, 1), (5, 6, 7, 5)


def tags(given: dict[str, str]) -> str:
    return "".join(f"<tag k='{key}' v='{value}'/>" for key, value in given.items())


def way(id_: int, refs: tuple[int, ...], **given: str) -> str:
    body = "".join(f"<nd ref='{ref}'/>" for ref in refs)
    return f"<way id='{id_}'>{body}{tags(given)}</way>"


def node(id_: int, given: dict[str, str]) -> str:
    return f"<node id='{id_}' lon='121.00005' lat='31.00005'>{tags(given)}</node>"


def relation(id_: int, members: list[tuple[int, str]], **given: str) -> str:
    body = "".join(f"<member type='way' ref='{ref}' role='{role}'/>" for ref, role in members)
    return f"<relation id='{id_}'>{body}{tags({'type': 'multipolygon', **given})}</relation>"


@pytest.fixture
def osm(reader: Reader, write: Write) -> Osm:
    def made(*parts: str, name: str = "区 域.osm") -> Parsed:
        path = write(name, f"<osm version='0.6'>{NODES}{''.join(parts)}</osm>")
        return read(path, Asked(path=str(path)), reader)

    return made


def features(parsed: Parsed) -> list[FeatureRow]:
    return [row for row in parsed.rows if isinstance(row, FeatureRow)]


def kinds(parsed: Parsed) -> Counter[str]:
    return Counter(row.kind for row in features(parsed))


def reasons(parsed: Parsed) -> Counter[tuple[str, bool]]:
    return Counter((one.reason, one.note) for one in parsed.unread)


def test_a_building_with_heights_names_and_address(osm: Osm) -> None:
    [row] = features(
        osm(
            way(
                9, SQUARE, building="office", height="24 m", name="样例楼",
                **{"building:levels": "6", "building:levels:underground": "1", "name:en": "Sample",
                   "addr:street": "样例路", "addr:housenumber": "5", "addr:city": "示例市"},
            )
        )
    )  # fmt: skip
    assert (row.kind, row.label, row.label_en) == ("building.footprint", "样例楼", "Sample")
    assert row.address == "样例路 5, 示例市"
    facts = {key: value_of(row.facts, key) for key in ("height_m", "floors_above", "floors_below")}
    assert facts == {"height_m": 24, "floors_above": 6, "floors_below": 1}


def test_a_building_without_a_name_goes_by_its_house_number(osm: Osm) -> None:
    [row] = features(osm(way(9, SQUARE, building="yes", **{"addr:housenumber": "5"})))
    assert row.label == "5"


@pytest.mark.parametrize(
    ("given", "shape"),
    [
        ({"highway": "service"}, "LineString"),
        ({"highway": "pedestrian", "area": "yes"}, "Polygon"),
        ({"barrier": "fence"}, "LineString"),
        ({"building": "yes", "barrier": "wall"}, "Polygon"),
        ({"indoor": "wall", "level": "0"}, "LineString"),
        ({"indoor": "corridor", "highway": "corridor", "level": "0"}, "Polygon"),
        ({"natural": "water"}, "Polygon"),
        ({"natural": "tree_row"}, "LineString"),
        ({"landuse": "grass", "barrier": "hedge"}, "Polygon"),
    ],
)
def test_closed_ways_are_lines_or_areas(osm: Osm, given: dict[str, str], shape: str) -> None:
    [row] = features(osm(way(9, SQUARE, **given)))
    assert shapely.from_wkb(row.wkb).geom_type == shape


def test_a_courtyard_tagged_either_way(osm: Osm) -> None:
    ring, hole = way(8, SQUARE), way(9, HOLE)
    rings = [(8, "outer"), (9, "inner")]
    modern = osm(ring, hole, relation(5, rings, building="yes"))
    tagged = way(8, SQUARE, building="yes")
    old = osm(tagged, hole, relation(5, rings))
    for parsed in (modern, old):
        [row] = features(parsed)
        area = shapely.from_wkb(row.wkb)
        assert (row.kind, len(area.interiors)) == ("building.footprint", 1)


def test_an_outline_of_several_ways_in_any_direction(osm: Osm) -> None:
    halves = way(8, (1, 2, 3)), way(9, (1, 4, 3))
    [row] = features(osm(*halves, relation(5, [(8, "outer"), (9, "")], natural="water")))
    assert row.kind == "water_body"
    assert shapely.from_wkb(row.wkb).area == pytest.approx(1e-8)


def test_relations_cut_by_the_edge_of_the_map(osm: Osm) -> None:
    lost_hole = osm(way(8, SQUARE), relation(5, [(8, "outer"), (99, "inner")], building="yes"))
    assert kinds(lost_hole) == {"building.footprint": 1}
    assert reasons(lost_hole) == {("lost_parts", True): 1}
    open_ = osm(way(8, (1, 2, 3)), relation(5, [(8, "outer"), (99, "outer")], building="yes"))
    assert not open_.rows
    assert [(one.place, one.reason, one.text) for one in open_.unread] == [
        ("relation 5", "torn_relation", "building=yes")
    ]


def test_a_way_with_nodes_outside_is_kept_as_far_as_it_goes(osm: Osm) -> None:
    got = osm(way(8, (1, 2, 99), highway="residential"), way(9, (1, 98), highway="service"))
    assert kinds(got) == {"road": 1}
    assert [(one.place, one.reason, one.note) for one in got.unread] == [
        ("way 8", "lost_nodes", True), ("way 9", "lost_nodes", False),
    ]  # fmt: skip


def test_roads_are_as_wide_as_measured_else_as_their_lanes(osm: Osm) -> None:
    measured = way(7, (1, 2), highway="residential", width="6,5", lanes="2")
    counted = way(8, (2, 3), highway="residential", lanes="2")
    odd = way(9, (3, 4), highway="residential", lanes="lots")
    got = osm(measured, counted, odd)
    assert [value_of(row.facts, "width_m") for row in features(got)] == [6.5, 7, None]
    assert ("lane_width", "3.5") in [(q.about, q.text) for q in got.questions]


@pytest.mark.parametrize(
    ("given", "kind", "facts"),
    [
        ({"emergency": "fire_hydrant"}, "hydrant.municipal", {}),
        ({"amenity": "fire_hydrant"}, "hydrant.municipal", {}),
        (
            {"emergency": "fire_hydrant", "fire_hydrant:type": "underground",
             "fire_hydrant:diameter": "100", "fire_hydrant:pressure": "6"},
            "hydrant.underground",
            {"main_diameter_mm": 100, "static_pressure_mpa": 0.6, "fire_hydrant:type": "underground"},
        ),
        (
            {"emergency": "fire_hydrant", "fire_hydrant:type": "pillar",
             "fire_hydrant:flow_capacity": "1200"},
            "hydrant.municipal",
            {"flow_lps": 20, "fire_hydrant:type": "pillar"},
        ),
        ({"emergency": "fire_hydrant", "fire_hydrant:pressure": "suction"}, "draft_point", {}),
        ({"emergency": "fire_hydrant", "fire_hydrant:type": "pond"}, "draft_point", {}),
        ({"emergency": "suction_point"}, "draft_point", {}),
        (
            {"disused:emergency": "fire_hydrant"}, "hydrant.municipal",
            {"status": "out_of_service"},
        ),
    ],
)  # fmt: skip
def test_hydrants_of_every_style(
    osm: Osm, given: dict[str, str], kind: str, facts: dict[str, object]
) -> None:
    [row] = features(osm(node(20, given)))
    assert (row.kind, row.outdoor or not row.indoor) == (kind, True)
    assert {key: value_of(row.facts, key) for key in facts} == facts


def test_a_fire_station_in_a_building_is_both(osm: Osm) -> None:
    got = osm(way(9, SQUARE, building="yes", amenity="fire_station", name="示例站"))
    assert kinds(got) == {"building.footprint": 1, "fire_station": 1}
    [station] = [row for row in got.rows if isinstance(row, StationRow)]
    assert station.name == "示例站"


def test_what_no_plan_shows_is_counted_by_its_tag(osm: Osm) -> None:
    stops = [node(at, {"highway": "bus_stop", "name": f"{at}"}) for at in range(20, 23)]
    got = osm(*stops, node(30, {"addr:housenumber": "5"}))
    assert [(one.reason, one.text, one.note) for one in got.unread] == [
        ("no_kind", "highway=bus_stop × 3", True)
    ]


def test_voltage_is_in_volts(osm: Osm) -> None:
    [row] = features(osm(way(9, (1, 2), power="line", voltage="110000")))
    assert (row.kind, value_of(row.facts, "voltage_kv")) == ("overhead_line", 110)


def test_an_empty_map_is_refused(reader: Reader, write: Write) -> None:
    path = write("a.osm", "<osm version='0.6'></osm>")
    with pytest.raises(InputError, match="empty_map"):
        read(path, Asked(path=str(path)), reader)


# ---------------------------------------------------------------------- files nobody here wrote


@pytest.fixture
def real(reader: Reader, corpus: Path) -> Callable[[str], Parsed]:
    def made(name: str) -> Parsed:
        return read(corpus / name, Asked(path=name), reader)

    return made


@pytest.mark.corpus
def test_north_bayreuth(real: Callable[[str], Parsed]) -> None:
    got = real("site/north-bayreuth.osm.gz")
    counted = kinds(got)
    assert counted["building.footprint"] == 4269
    assert (counted["hydrant.underground"], counted["hydrant.municipal"]) == (14, 5)
    assert counted["draft_point"] == 1  # the pond
    assert sum(isinstance(row, StationRow) for row in got.rows) == 7
    assert got.seen.bbox_deg == pytest.approx((11.39929, 49.88321, 11.67469, 50.09591), abs=1e-4)
    assert counted["road"] + counted["path"] > 2000


@pytest.mark.corpus
def test_monaco(real: Callable[[str], Parsed]) -> None:
    got = real("site/monaco.osm.gz")
    assert kinds(got)["building.footprint"] == 970
    yards = [shapely.from_wkb(row.wkb) for row in features(got) if row.kind == "building.footprint"]
    assert sum(bool(shape.interiors) for shape in yards if shape.geom_type == "Polygon") > 2


@pytest.mark.corpus
def test_caserne(real: Callable[[str], Parsed]) -> None:
    got = real("indoor/caserne_grenoble.osm")
    counted = kinds(got)
    assert (counted["room"], counted["corridor"], counted["wall"]) == (59, 9, 2)
    assert counted["building.footprint"] == 10
    levels = Counter(
        row.levels for row in features(got) if row.kind in ("room", "corridor", "wall")
    )
    assert levels == {
        (0,): 50, (-1,): 6, (1,): 5, (-1, 0): 5, (0, 1): 2, (0, 2): 1, (): 1,
    }  # fmt: skip
