"""An invented city for measuring: buildings by the ten thousand, site features around them."""

from __future__ import annotations

import math
import random
from pathlib import Path

from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from plans.binder import Binder
from plans.importing.draft import Draft
from plans.model.building import Building, Name, NameKind, Placing
from plans.model.change import Record
from plans.model.fact import Fact
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.ids import SITE, BuildingId, FeatureId, FloorId, new_id

ORIGIN = (113.6, 30.4)
FIRST = "示样虚拟演练模型图例标注轮廓比例"
SECOND = "华苑新城国际中心商务花园广场科技天地未来都会滨江"
KINDS = (
    ("大厦", "Tower", "office"),
    ("小区", "Estate", "residential"),
    ("商场", "Mall", "commercial_complex"),
    ("医院", "Hospital", "hospital"),
    ("学校", "School", "school"),
    ("仓库", "Warehouse", "warehouse"),
)
BATCH = 5_000


def build_city(path: Path, *, buildings: int, site_features: int, seed: int = 7) -> None:
    """Write a binder with that many invented buildings and site features."""
    dice = random.Random(seed)
    with Binder.create(path, title="虚构城市 Invented city") as binder:
        binder.describe(invented=True)
        binder.set_origin(*ORIGIN)
        side = math.ceil(math.sqrt(buildings))
        _accept(binder, [_building(dice, i, side) for i in range(buildings)])
        _accept(binder, site(dice, site_features))


def _accept(binder: Binder, records: list[Record]) -> None:
    for start in range(0, len(records), BATCH):
        binder.intake.accept(Draft(source="bench", records=tuple(records[start : start + BATCH])))


def _building(dice: random.Random, number: int, side: int) -> Building:
    zh, en, use = dice.choice(KINDS)
    stem = "".join(dice.choice(FIRST) for _ in range(2)) + "".join(
        dice.choice(SECOND) for _ in range(2)
    )
    row, column = divmod(number, side)
    return Building(
        id=BuildingId(new_id()),
        name=f"{stem}{zh}{number}",
        names=(
            Name(f"Invented {en} {number}", NameKind.ENGLISH),
            Name(f"{dice.choice(FIRST)}{stem}", NameKind.OLD),
        ),
        address=f"虚构区{stem[:2]}路{number % 900 + 1}号",
        address_en=f"{number} Invented Road",
        code=f"XG-{number:05d}",
        use=use,
        placing=Placing(lon=ORIGIN[0] + column * 0.0012, lat=ORIGIN[1] + row * 0.0011),
        facts=(
            Fact(key="height_m", value=float(dice.randint(9, 180)), unit="m"),
            Fact(key="floors_above", value=dice.randint(2, 55)),
        ),
    )


def site(dice: random.Random, count: int) -> list[Record]:
    """Footprints for the most part, with roads, hydrants and trees, about 18 m apart."""
    side = math.ceil(math.sqrt(count))
    found: list[Record] = []
    for number in range(count):
        row, column = divmod(number, side)
        x, y = column * 18.0 + dice.uniform(-2, 2), row * 18.0 + dice.uniform(-2, 2)
        choice = number % 20
        if choice == 0:
            found.append(_feature("hydrant.municipal", Point(x, y)))
        elif choice == 1:
            found.append(_feature("tree", Point(x, y)))
        elif choice == 2:
            line = LineString([(x - 60, y), (x, y + dice.uniform(-6, 6)), (x + 60, y)])
            found.append(_feature("road", line))
        else:
            found.append(_feature("building.footprint", footprint(dice, x, y)))
    return found


def footprint(dice: random.Random, x: float, y: float) -> Polygon:
    """An L or a box about (x, y), metres."""
    w, h = dice.uniform(5, 8), dice.uniform(4, 8)
    if dice.random() < 0.4:
        return Polygon([(x - w, y - h), (x + w, y - h), (x + w, y + h), (x - w, y + h)])
    return Polygon([(x - w, y - h), (x + w, y - h), (x + w, y), (x, y), (x, y + h), (x - w, y + h)])


def _feature(kind: str, shape: BaseGeometry) -> Feature:
    return Feature(id=FeatureId(new_id()), place=SITE, kind=kind, shape=shape)


def crowded_floor(binder: Binder, features: int) -> tuple[Building, Floor]:
    """A building with one floor of that many features; returns both."""
    building = Building(
        id=BuildingId(new_id()),
        name="虚构大楼",
        code="CROWD",
        placing=Placing(lon=ORIGIN[0], lat=ORIGIN[1]),
    )
    floor = Floor(
        id=FloorId(new_id()),
        building_id=building.id,
        label="1F",
        level=0,
        elevation_m=0.0,
        height_m=4.0,
    )
    dice = random.Random(3)
    shapes = [
        Feature(
            id=FeatureId(new_id()),
            place=floor.id,
            kind="wall",
            shape=LineString([(x, y), (x + dice.uniform(2, 6), y)]),
        )
        for x, y in ((dice.uniform(0, 120), dice.uniform(0, 90)) for _ in range(features))
    ]
    binder.intake.accept(Draft(source="bench", records=(building, floor, *shapes)))
    return building, floor
