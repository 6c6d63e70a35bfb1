"""The district map in layers: ground, streets, houses, water supply, access and hazards."""

from __future__ import annotations

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from . import blocks, city, podium, site_fire, tower_b
from .drawn import Drawn
from .frames import Frame, into_district
from .shapes import largest, rect


def layers(
    footprints: list[tuple[str, str, Frame, Polygon, float]],
    details: list[Drawn],
    stations: list[Drawn],
) -> dict[str, tuple[str, list[Drawn]]]:
    """File name to (title, features); `footprints` are (zh, en, frame, outline, height) of the
    buildings with plans, `details` what else is drawn around them."""
    plaza = into_district(city.PLAZA, podium.OUTLINE)
    named = [(zh, en, into_district(f, shape), h) for zh, en, f, shape, h in footprints]
    reserved: list[BaseGeometry] = [into_district(city.PLAZA, rect(-128, -116, 126, 104))]
    reserved += [largest(shapely.convex_hull(s).buffer(16)) for _, _, s, _ in named]
    reserved += [
        d.shape.buffer(6)
        for d in details
        if d.kind in ("fire_lane", "aerial_site", "green", "plot", "path", "fire_pool")
    ]
    own = [
        Drawn(
            "building.footprint",
            plaza,
            "示例广场裙房",
            "Sample Plaza podium",
            0.0,
            {"height_m": 23.1},
        ),
        Drawn(
            "building.footprint",
            into_district(city.PLAZA, podium.TOWER_A),
            "示例广场A座",
            "Sample Plaza Tower A",
            0.0,
            {"height_m": 148.0},
        ),
        Drawn(
            "building.footprint",
            into_district(city.PLAZA.at(*podium.B_AT), tower_b.OUTLINE),
            "示例广场B座",
            "Sample Plaza Tower B",
            0.0,
            {"height_m": 79.0},
        ),
    ]
    own += [Drawn("building.footprint", s, zh, en, 0.0, {"height_m": h}) for zh, en, s, h in named]
    plaza_marks = site_fire.plaza()
    water_kinds = ("hydrant", "water_main", "water_valve", "draft", "fdc", "fire_pool")
    wet = [d for d in [*plaza_marks, *details] if d.kind.startswith(water_kinds)]
    dry = [d for d in [*plaza_marks, *details] if not d.kind.startswith(water_kinds)]
    ground = [d for d in dry if d.kind in ("green", "plot", "water_body")]
    dry = [d for d in dry if d.kind not in ("green", "plot", "water_body")]
    return {
        "site/stations.geojson": ("示例区 站点 Sample district, stations", stations),
        "site/ground.geojson": (
            "示例区 地面 Sample district, ground",
            [*city.water(), *city.park(), *ground, *city.trees()],
        ),
        "site/roads.geojson": (
            "示例区 道路轨道 Sample district, streets and railway",
            [*city.roads(), *city.railway()],
        ),
        "site/footprints.geojson": (
            "示例区 建筑轮廓 Sample district, footprints",
            [*blocks.footprints(reserved), *own],
        ),
        "site/water.geojson": (
            "示例区 消防水源 Sample district, water supply",
            [*site_fire.mains(), *site_fire.hydrants(), *site_fire.valves(), *wet],
        ),
        "site/access.geojson": ("示例区 通道登高与危险 Sample district, access and hazards", dry),
    }
