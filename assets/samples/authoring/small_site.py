"""What is drawn around the smaller buildings, the fire stations and along the river."""

from __future__ import annotations

from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from .city import RIVER
from .drawn import Drawn
from .frames import into_district
from .shapes import arc, rect, rounded
from .small import FRAMES, STATIONS


def _around(
    of: str, kind: str, shape: BaseGeometry, zh: str = "", en: str = "", /, **facts: object
) -> Drawn:
    """A site feature in the metres of a building."""
    frame = FRAMES[of]
    return Drawn(
        kind,
        into_district(frame, shape),
        zh,
        en,
        frame.rotation_deg if isinstance(shape, Point) else 0.0,
        dict(facts),
    )


def _bank(x: float) -> Point:
    """The place on the river's north bank at an easting of the district."""
    across = LineString([(x, -600), (x, 0)]).intersection(RIVER)
    return Point(x, across.bounds[3] + 1.0)


def details() -> list[Drawn]:
    """Lanes, aerial sites, hydrants and hazards of the smaller buildings; the river's wharf."""
    a = _around
    track = LineString([*arc(-22, 62, 12, 90, 270, 10), *arc(36, 62, 12, -90, 90, 10), (-22, 74)])
    out = [
        a("SDQ-0201", "green", rounded(rect(-40, 45, 54, 79), 16), "操场", "Playing field"),
        a("SDQ-0201", "path", track, "跑道", "Track", width_m=4.9),
        a(
            "SDQ-0201",
            "fire_lane",
            LineString([(52, -60), (52, 30), (-50, 30), (-50, -34), (52, -34)]),
            "消防车道",
            "Fire lane",
            width_m=4.5,
        ),
        a(
            "SDQ-0201",
            "gate",
            Point(52, -58),
            "校门",
            "School gate",
            clear_width_m=5.0,
            staffed="day",
        ),
        a(
            "SDQ-0201",
            "assembly_point",
            Point(10, 60),
            "操场集合点",
            "Assembly point",
            persons=1250,
        ),
        a(
            "SDQ-0201",
            "hydrant.private",
            Point(55, -20),
            "XX-1",
            "PH-1",
            code="XX-1",
            flow_lps=12,
            static_pressure_mpa=0.22,
            status="in_service",
            checked_on="2026-05-09",
        ),
        a(
            "SDQ-0202",
            "fire_lane",
            LineString([(-44, -60), (-44, 36), (44, 36), (44, -38), (-44, -38)]),
            "环形消防车道",
            "Ring fire lane",
            width_m=5.0,
        ),
        a(
            "SDQ-0202",
            "aerial_site",
            rect(-33, -43, 33, -33),
            "南登高场地",
            "Aerial site, south",
            length_m=66,
            width_m=10,
            edge_distance_m=6,
            load_t=40,
            faces_side="south",
            obstructed=True,
            note="救护车、私家车停放",
        ),
        a(
            "SDQ-0202",
            "aerial.position",
            Point(0, -38),
            "住院楼南作业点",
            "Position S",
            jack_width_m=6.2,
            jack_length_m=6.6,
            reach_floors="1F–9F",
        ),
        a(
            "SDQ-0202",
            "oxygen",
            Point(38, 8),
            "液氧站 10 m³",
            "Liquid oxygen 10 m³",
            substance="液氧",
            volume_m3=10,
        ),
        a("SDQ-0202", "fdc.hydrant_low", Point(-20, -30.5), "消火栓接合器×3", "Hydrant FDC ×3"),
        a("SDQ-0202", "fdc.sprinkler_low", Point(-15, -30.5), "喷淋接合器×2", "Sprinkler FDC ×2"),
        a("SDQ-0202", "entrance.main", Point(-37, -18.4), "门诊入口", "Outpatients"),
        a("SDQ-0202", "entrance", Point(37, 18.4), "急诊入口", "Emergency"),
        a(
            "SDQ-0202",
            "hydrant.private",
            Point(-40, 0),
            "YY-1",
            "HH-1",
            code="YY-1",
            flow_lps=15,
            static_pressure_mpa=0.26,
            status="in_service",
            checked_on="2026-07-15",
        ),
        a(
            "SDQ-0203",
            "fire_lane",
            LineString([(-38, 36), (38, 36)]),
            "厂区道路",
            "Works road",
            width_m=7.0,
        ),
        a("SDQ-0203", "ammonia", Point(-36, 19), "氨机房", "Ammonia plant", amount="4.2 t"),
        a(
            "SDQ-0203",
            "combustible_insulation",
            LineString([(-32.8, -21.8), (32.8, -21.8)]),
            "外墙聚氨酯",
            "PU facade insulation",
            combustion_class="b2",
        ),
        a(
            "SDQ-0204",
            "fire_lane",
            LineString([(-44, -34), (48, -34), (48, 30)]),
            "厂区道路",
            "Works road",
            width_m=6.0,
        ),
        a(
            "SDQ-0204",
            "high_rack",
            Point(-10, 28),
            "高架库",
            "High-rack store",
            storage_height_m=9.6,
        ),
        a(
            "SDQ-0204",
            "fire_pool",
            rect(52, -6, 64, 6),
            "室外消防水池 200 m³",
            "Outdoor pool 200 m³",
            volume_m3=200,
            draft_height_m=2.8,
        ),
        a("SDQ-0204", "draft_point", Point(50, 0), "取水口", "Draft point", draft_height_m=2.8),
        a("SDQ-0205", "timber", Point(0, -10.5), "连片砖木", "Timber row"),
        a(
            "SDQ-0205",
            "low_clearance",
            Point(-23, -16),
            "牌坊限高 3.2 m",
            "Archway, 3.2 m",
            clear_height_m=3.2,
        ),
        a(
            "SDQ-0205",
            "hydrant.underground",
            Point(-21, -12),
            "LL-1",
            "LH-1",
            code="LL-1",
            flow_lps=10,
            static_pressure_mpa=0.18,
            status="impaired",
            checked_on="2026-02-20",
            note="井盖常被压占",
        ),
        a(
            "SDQ-0205",
            "ebike_charging",
            Point(21, -11),
            "巷口充电桩",
            "Charging post",
            charging_points=20,
        ),
        a(
            "SDQ-0206",
            "fire_lane",
            LineString([(-30, -30), (-30, 22), (30, 22), (30, -30)]),
            "消防车道",
            "Fire lane",
            width_m=4.0,
            obstructed=True,
        ),
        a(
            "SDQ-0206",
            "aerial_site",
            rect(-18, -27, 18, -17.5),
            "南登高场地",
            "Aerial site, south",
            length_m=36,
            width_m=9.5,
            edge_distance_m=6,
            load_t=30,
            faces_side="south",
            obstructed=False,
            note="宽度不足 10 m",
        ),
        a(
            "SDQ-0206",
            "aerial.position",
            Point(0, -22),
            "3号楼南作业点",
            "Position S",
            jack_width_m=6.2,
            jack_length_m=6.6,
            reach_floors="1F–16F",
        ),
        a(
            "SDQ-0206",
            "ebike_shed",
            Point(-24, -12),
            "1号车棚 60 辆",
            "Shed 1, 60 e-bikes",
            quantity=60,
            charging_points=40,
        ),
        a(
            "SDQ-0206",
            "ebike_shed",
            Point(24, -12),
            "2号车棚 45 辆",
            "Shed 2, 45 e-bikes",
            quantity=45,
            charging_points=24,
        ),
        a("SDQ-0206", "fdc.hydrant_low", Point(-9, 15), "消火栓接合器×2", "Hydrant FDC ×2"),
        a("SDQ-0206", "entrance.main", Point(3, -14), "单元门", "Entrance"),
        a(
            "SDQ-0207",
            "fire_lane",
            LineString([(-44, -112), (-44, 20), (44, 20), (44, -110)]),
            "消防车道",
            "Fire lane",
            width_m=4.0,
        ),
        a(
            "SDQ-0207",
            "aerial_site",
            rect(-30, 14, 30, 24.5),
            "北登高场地",
            "Aerial site, north",
            length_m=60,
            width_m=10.5,
            edge_distance_m=5.6,
            load_t=35,
            faces_side="north",
            obstructed=False,
        ),
        a(
            "SDQ-0207",
            "aerial.position",
            Point(-12, 19),
            "酒店北作业点",
            "Position N",
            jack_width_m=6.2,
            jack_length_m=6.6,
            reach_floors="1F–14F",
        ),
        a(
            "SDQ-0207",
            "low_clearance",
            Point(0, -17),
            "雨篷 3.6 m",
            "Canopy, 3.6 m",
            clear_height_m=3.6,
        ),
        a("SDQ-0207", "entrance.main", Point(4, -15.5), "主入口", "Main entrance"),
        a("SDQ-0207", "fdc.hydrant_low", Point(22, 11), "消火栓接合器×2", "Hydrant FDC ×2"),
        a("SDQ-0208", "entrance.main", Point(-32, -8), "西门", "West entrance"),
        a("SDQ-0208", "kitchen", Point(0, -24.5), "液化气集中区", "LPG users"),
        a("SDQ-0208", "crowd", Point(0, 25), "早市占道", "Morning stalls in the road", persons=900),
    ]
    for _zh, _en, frame in STATIONS.values():
        out.append(Drawn("plot", into_district(frame, rect(-28, -22, 28, 22)), "", ""))
    wharf, east = _bank(40.0), _bank(-470.0)
    out.append(
        Drawn(
            "drafting_wharf",
            wharf,
            "样张公园取水码头",
            "Specimen Park drafting wharf",
            0.0,
            {
                "draft_height_m": 3.2,
                "clear_width_m": 6.0,
                "load_t": 30,
                "obstructed": False,
                "status": "in_service",
                "checked_on": "2026-04-22",
            },
        )
    )
    road = LineString([(56, -372), (48, -396), (wharf.x, wharf.y + 4)])
    out.append(Drawn("fire_lane", road, "取水码头车道", "Lane to the wharf", 0.0, {"width_m": 5.0}))
    out.append(
        Drawn(
            "draft_point",
            east,
            "滨河路取水口",
            "Riverside draft point",
            0.0,
            {"draft_height_m": 4.6, "status": "in_service"},
        )
    )
    line = [
        (-800, -372),
        (-640, -384),
        (-556, -392),
        (-546, -250),
        (-524, -180),
        (-528, 20),
        (-546, 300),
        (-538, 600),
    ]
    out.append(
        Drawn(
            "overhead_line",
            LineString(line),
            "10 kV 架空线",
            "10 kV overhead line",
            0.0,
            {"voltage_kv": 10, "clear_height_m": 9.5},
        )
    )
    out.append(
        Drawn(
            "weight_limit",
            Point(-178, -470),
            "样张桥限载 20 t",
            "Specimen Bridge, 20 t",
            0.0,
            {"load_t": 20},
        )
    )
    out.append(
        Drawn("slope", Point(-176, -440), "桥头坡 6 %", "Bridge ramp 6 %", 0.0, {"slope_pct": 6})
    )
    return out
