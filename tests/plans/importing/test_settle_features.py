"""Tests of bringing features onto the site and onto floors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from pyproj import Geod
from shapely.geometry import LineString, Point

from plans.binder import Binder
from plans.importing.batch import FileReport
from plans.importing.draft import Draft
from plans.importing.settle_features import named_in_file
from plans.model.building import Building
from plans.model.fact import value_of
from plans.model.feature import Feature
from plans.model.floor import Floor

Write = Callable[[str, object], Path]
Bring = Callable[..., list[FileReport]]
Made = Callable[..., dict[str, object]]
GEOD = Geod(ellps="WGS84")
LON, LAT = 113.6, 30.4
RING = [[[LON, LAT], [LON + 1e-4, LAT], [LON + 1e-4, LAT + 1e-4], [LON, LAT + 1e-4], [LON, LAT]]]


def draft_of(reports: list[FileReport]) -> Draft:
    [report] = reports
    assert report.error is None, report.error
    assert report.draft is not None
    return report.draft


def building(binder: Binder) -> Building:
    [row] = binder.library.list()
    return binder.library.building(row.id)


def floors(binder: Binder) -> dict[str, Floor]:
    return {floor.label: floor for floor in binder.library.floors(building(binder).id)}


def on_floor(binder: Binder, label: str) -> list[Feature]:
    return list(binder.drafting.features(floors(binder)[label].id).values())


def away(lon: float, lat: float, bearing_deg: float, metres: float) -> list[float]:
    there = GEOD.fwd(lon, lat, bearing_deg, metres)
    return [there[0], there[1]]


def test_site_features_lie_in_map_metres(
    binder: Binder, write: Write, bring: Bring, feature: Made, collection: Made
) -> None:
    trees = [feature("Point", away(LON, LAT, bearing, 100), kind="tree") for bearing in (90, 270)]
    draft = draft_of(bring(write("trees.geojson", collection(*trees))))
    assert draft.counts == {"feature": 2, "feature:tree": 2}
    east, west = sorted(binder.site.all(), key=lambda one: -one.shape.bounds[0])
    assert east.shape.distance(west.shape) == pytest.approx(200, abs=0.01)
    assert (east.shape.bounds[0], east.shape.bounds[1]) == pytest.approx((100, 0), abs=0.1)


def test_again_adds_nothing_and_a_new_one_is_added(
    binder: Binder, write: Write, bring: Bring, feature: Made, collection: Made
) -> None:
    tree = feature("Point", [LON, LAT], kind="tree")
    bring(write("trees.geojson", collection(tree, tree)))
    assert binder.site.count() == 1
    other = feature("Point", [LON, LAT], kind="tree", label="古树")
    draft = draft_of(bring(write("trees.geojson", collection(tree, other))))
    assert (draft.counts["same"], draft.counts["feature"]) == (1, 1)
    assert binder.site.count() == 2


BUILDINGS = "编号,名称,地址,经度,纬度,坐标系,旋转角\nS-1,示例楼,一路,113.6,30.4,wgs84,30\n"


def test_floor_features_lie_in_the_buildings_metres(
    binder: Binder, write: Write, bring: Bring, feature: Made, collection: Made
) -> None:
    bring(write("b.csv", BUILDINGS))
    along = away(
        LON, LAT, 90 - 30, 10
    )  # the local x axis lies 30 degrees counter-clockwise of east
    up = away(LON, LAT, -30, 4)
    wall = feature("LineString", [[LON, LAT], along], kind="wall")
    stair = feature("Point", up, kind="stair.open", label="1号楼梯")
    document = collection(wall, stair, building="S-1", floor="2F")
    draft = draft_of(bring(write("any.geojson", document)))
    assert draft.counts["floor"] == 1
    shown, symbol = on_floor(binder, "2F")
    assert shown.shape.equals_exact(LineString([(0, 0), (10, 0)]), 0.005)
    assert symbol.shape.equals_exact(Point(0, 4), 0.005)
    assert all(round(x, 3) == x for x in shown.shape.bounds)
    assert floors(binder)["2F"].level == 1
    again = draft_of(bring(write("any.geojson", document)))
    assert again.counts == {"same": 2}


def test_the_users_word_goes_before_the_files(
    binder: Binder, write: Write, bring: Bring, feature: Made, collection: Made
) -> None:
    bring(write("b.csv", BUILDINGS))
    room = feature("Polygon", RING, kind="room")
    road = feature("LineString", [[LON, LAT], [LON + 1e-3, LAT]], kind="road")
    path = write("x.geojson", collection(room, road, building="other", floor="1F"))
    bring(path, building="S-1", floor="B2")
    assert [one.kind for one in on_floor(binder, "B2")] == ["room"]
    assert [one.kind for one in binder.site.all()] == ["road"]  # a road lies on no floor


def test_levels_make_floors_and_a_thing_on_two_lies_on_both(
    binder: Binder, write: Write, bring: Bring, feature: Made, collection: Made
) -> None:
    path = write(
        "mall.geojson",
        collection(
            feature("Polygon", RING, indoor="room", level="0", name="甲"),
            feature("Polygon", RING, indoor="room", level="-1;0", name="乙"),
            feature("Polygon", RING, indoor="room", name="丙"),
            feature("Polygon", RING, building="yes"),
        ),
    )
    draft = draft_of(bring(path))
    assert building(binder).name == "mall"
    assert {label: len(on_floor(binder, label)) for label in floors(binder)} == {"1F": 3, "B1": 1}
    assert [one.kind for one in binder.site.all()] == ["building.footprint"]
    assert {question.about for question in draft.questions} >= {
        "new_building", "no_level", "assumed_height",
    }  # fmt: skip


def test_ground_floors_are_counted_the_files_way(
    binder: Binder, write: Write, bring: Bring, feature: Made, collection: Made
) -> None:
    room = collection(feature("Polygon", RING, type="room"))
    files = [write(f"house-floor-{label}.geojson", room) for label in ("2", "1", "gf", "10")]
    bring(*files)
    levels = {label: floor.level for label, floor in floors(binder).items()}
    assert levels == {"gf": 0, "1": 1, "2": 2, "10": 10}
    assert building(binder).name == "house"


def test_an_unplaced_building_is_placed_at_its_drawing(
    binder: Binder, write: Write, bring: Bring, feature: Made, collection: Made
) -> None:
    bring(write("b.csv", "编号,名称,地址\nS-1,示例楼,一路\n"))
    draft = draft_of(
        bring(
            write(
                "x.geojson",
                collection(feature("Polygon", RING, kind="room"), building="S-1", floor="1F"),
            )
        )
    )
    placing = building(binder).placing
    assert placing is not None
    assert (placing.lon, placing.lat) == pytest.approx((LON + 5e-5, LAT + 5e-5))
    assert ("placed_here", "S-1") in [(q.about, q.text) for q in draft.questions]


def test_shapes_take_the_form_of_their_kind(
    binder: Binder, write: Write, bring: Bring, feature: Made, collection: Made
) -> None:
    slim = [
        [[LON, LAT], [LON + 1e-5, LAT], [LON + 1e-5, LAT + 1e-6], [LON, LAT + 1e-6], [LON, LAT]]
    ]
    path = write("a-floor-1F.geojson", collection(feature("Polygon", slim, type="door")))
    bring(path)
    [door] = on_floor(binder, "1F")
    assert isinstance(door.shape, LineString)
    assert door.shape.length == pytest.approx(0.96, abs=0.01)
    assert value_of(door.facts, "width_m") == pytest.approx(0.11, abs=0.01)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("westport-house-floor-gf.geojson", ("westport-house", "gf")),
        ("A座_楼层3.geojson", ("A座", "3")),
        ("mall.geojson", ("mall", "")),
        ("floor1.geojson", ("floor1", "")),
    ],
)
def test_names_in_file_names(name: str, expected: tuple[str, str]) -> None:
    assert named_in_file(Path(name)) == expected


@pytest.mark.corpus
def test_westport_house_whole(binder: Binder, bring: Bring, corpus: Path) -> None:
    reports = bring(*(corpus / "indoor/westport-house").glob("*.geojson"))
    assert [report.error for report in reports if report.error] == []
    assert building(binder).name == "westport-house"
    assert {label: floor.level for label, floor in floors(binder).items()} == {
        "gf": 0, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6,
    }  # fmt: skip
    ground = on_floor(binder, "gf")
    counted = Counter(one.kind for one in ground)
    assert (counted["wall"], counted["door"], counted["window"]) == (39, 36, 20)
    assert all(isinstance(one.shape, LineString) for one in ground if one.kind == "door")
    width = max(one.shape.bounds[2] for one in ground) - min(one.shape.bounds[0] for one in ground)
    assert 50 < width < 70


@pytest.mark.corpus
def test_caserne_and_gare(binder: Binder, bring: Bring, corpus: Path) -> None:
    bring(corpus / "indoor/caserne_grenoble.geojson")
    assert {label: floor.level for label, floor in floors(binder).items()} == {
        "B1": -1, "1F": 0, "2F": 1,
    }  # fmt: skip
    bring(corpus / "indoor/gare-de-l-est.geojson", far="take")
    gare = next(row.id for row in binder.library.list() if row.name == "gare-de-l-est")
    assert [floor.label for floor in binder.library.floors(gare)] == ["B1", "1F"]
