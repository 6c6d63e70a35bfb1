"""What the brigade draws on the district map: mains, hydrants, lanes, aerial sites, hazards."""

from __future__ import annotations

import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from .city import EXTENT, PLAZA, RIVER_LINE, ROADS
from .drawn import Drawn
from .frames import into_district
from .shapes import Xy, rect


def mains() -> list[Drawn]:
    """A water main under the north or west side of every street that has one."""
    out = []
    for r in ROADS:
        line = shapely.intersection(r.line.offset_curve(r.width_m / 2 - 2.5), EXTENT)
        if isinstance(line, LineString):
            out.append(
                Drawn(
                    "water_main",
                    line,
                    f"DN{r.main_mm}",
                    f"DN{r.main_mm}",
                    0.0,
                    {"main_diameter_mm": r.main_mm},
                )
            )
    return out


def hydrants() -> list[Drawn]:
    """Hydrants at most 110 m apart, 1 m behind the kerb; on both sides of wide streets."""
    out: list[Drawn] = []
    n = 0
    states = {7: "impaired", 19: "out_of_service", 33: "unknown"}
    for r in ROADS:
        others = shapely.unary_union(
            [o.line.buffer(o.width_m / 2 + 4) for o in ROADS if o is not r]
        )
        wide = r.width_m >= 26
        for side in (1, -1) if wide else (1,):
            kerb = r.line.offset_curve(side * (r.width_m / 2 + 1.0))
            at = 30.0 if side == 1 else 82.0
            while at < kerb.length:
                tries = (kerb.interpolate(at - 6 * k) for k in range(8))
                spot = next((q for q in tries if _free_kerb(q, others)), None)
                if spot is None:
                    at += 12
                    continue
                n += 1
                out.append(_hydrant(n, spot, r.main_mm, states.get(n, "in_service")))
                at = kerb.project(spot) + 110
    return out


def _free_kerb(at: Point, crossings: BaseGeometry) -> bool:
    """Whether a hydrant may stand there: in the district, off the crossings and the river."""
    return EXTENT.contains(at) and not crossings.contains(at) and RIVER_LINE.distance(at) >= 45


def _hydrant(n: int, at: Point, main_mm: int, status: str) -> Drawn:
    flow = {600: 38, 400: 30, 300: 22, 200: 15, 150: 11}.get(main_mm, 15) + (n * 7) % 5
    static = 0.20 + ((n * 13) % 9) * 0.01 + (0.04 if main_mm >= 400 else 0.0)
    kind = "hydrant.municipal"
    if main_mm == 600 and n % 7 == 3:
        kind, flow = "hydrant.high_flow", 62
    elif main_mm <= 200 and n % 3 == 0:
        kind = "hydrant.underground"
    facts = {
        "code": f"XH-{n:03d}",
        "main_diameter_mm": main_mm,
        "flow_lps": flow,
        "static_pressure_mpa": round(static, 2),
        "residual_pressure_mpa": round(static * 0.62, 2),
        "outlets": "1×100 + 1×65" if kind.endswith("underground") else "1×150 + 2×65",
        "status": status,
        "checked_on": f"2026-{1 + n % 9:02d}-{3 + n % 24:02d}",
    }
    return Drawn(kind, at, f"XH-{n:03d}", f"H-{n:03d}", 0.0, facts)


def valves() -> list[Drawn]:
    """Sluice valves where mains meet."""
    out = []
    for i, a in enumerate(ROADS):
        for b in ROADS[i + 1 :]:
            for p in getattr(a.line.intersection(b.line), "geoms", [a.line.intersection(b.line)]):
                if isinstance(p, Point) and not p.is_empty and EXTENT.contains(p):
                    d = a.width_m / 2 - 2.5
                    n = len(out) + 1
                    at = Point(p.x + b.width_m / 2 + 3, p.y + d)
                    out.append(
                        Drawn(
                            "water_valve",
                            at,
                            f"F{n}",
                            f"V{n}",
                            0.0,
                            {"main_diameter_mm": min(a.main_mm, b.main_mm)},
                        )
                    )
    return out


# Sample Plaza, in the plaza's own frame ----------------------------------------------------

SITES: list[tuple[str, str, Polygon, dict[str, object]]] = [
    (
        "A座北登高场地",
        "Aerial site, tower A north",
        rect(-74, 60.6, -36, 71.6),
        {
            "length_m": 38,
            "width_m": 11,
            "edge_distance_m": 6,
            "load_t": 55,
            "slope_pct": 1.0,
            "faces_side": "north",
            "obstructed": False,
        },
    ),
    (
        "A座西登高场地",
        "Aerial site, tower A west",
        rect(-92.6, 15, -81.6, 53),
        {
            "length_m": 38,
            "width_m": 11,
            "edge_distance_m": 6,
            "load_t": 55,
            "slope_pct": 1.5,
            "faces_side": "west",
            "obstructed": True,
            "note": "夜间有货车临停",
        },
    ),
    (
        "B座北登高场地",
        "Aerial site, tower B north",
        rect(8.4, 60.6, 67.2, 71.6),
        {
            "length_m": 58.8,
            "width_m": 11,
            "edge_distance_m": 6,
            "load_t": 55,
            "slope_pct": 0.8,
            "faces_side": "north",
            "obstructed": False,
        },
    ),
    (
        "裙房东登高场地",
        "Aerial site, podium east",
        rect(81.6, 14, 91.6, 44),
        {
            "length_m": 30,
            "width_m": 10,
            "edge_distance_m": 6,
            "load_t": 40,
            "slope_pct": 1.2,
            "faces_side": "east",
            "obstructed": False,
        },
    ),
]
LANE: list[Xy] = [
    (-97, 75.6),
    (95.6, 75.6),
    (95.6, -12),
    (88, -32),
    (74, -48),
    (58, -57),
    (38, -62.5),
    (8, -65.8),
    (-36, -64.6),
    (-97, -56),
]


def _on_map(d: Drawn) -> Drawn:
    turn = d.rotation_deg + PLAZA.rotation_deg if isinstance(d.shape, Point) else d.rotation_deg
    return Drawn(d.kind, into_district(PLAZA, d.shape), d.label, d.label_en, turn, d.facts)


def plaza() -> list[Drawn]:
    """Access to Sample Plaza: lanes, aerial sites and positions, water, hazards."""
    ring = Polygon(LANE).buffer(-12).buffer(12, quad_segs=6)
    out = [
        Drawn(
            "fire_lane",
            LineString(ring.exterior.coords),
            "环形消防车道",
            "Ring fire lane",
            0.0,
            {"width_m": 6.0, "clear_height_m": 4.5, "load_t": 40, "turning_radius_m": 12},
        ),
        Drawn(
            "fire_lane",
            LineString([(-97, 20), (-124, 20)]),
            "西出入口",
            "West access",
            0.0,
            {"width_m": 7.0},
        ),
        Drawn(
            "fire_lane",
            LineString([(-20, 75.6), (-20, 96)]),
            "北出入口",
            "North access",
            0.0,
            {"width_m": 7.0},
        ),
        Drawn(
            "fire_lane",
            LineString([(-58, -61.6), (-58, -98)]),
            "南出入口",
            "South access",
            0.0,
            {"width_m": 7.0},
        ),
        Drawn(
            "fire_lane",
            LineString([(95.6, -6), (112, -34), (112, -100)]),
            "东南出入口",
            "South-east access",
            0.0,
            {"width_m": 6.0},
        ),
    ]
    out += [Drawn("aerial_site", s, zh, en, 0.0, dict(f)) for zh, en, s, f in SITES]
    slab = Polygon(
        [(-84, -60), (-40, -76), (40, -76), (78, -58), (98, -20), (98, 8), (78, 56.5), (-78, 56.5)]
    )
    out.append(
        Drawn(
            "void_below",
            slab,
            "地下室范围（三层）",
            "Basement below (3 levels)",
            0.0,
            {"load_t": 20, "note": "南广场顶板限载 20 t，登高车勿停"},
        )
    )
    out.append(
        Drawn(
            "turnaround",
            rect(100, 58, 118, 76),
            "回车场 18×18",
            "Turning area 18×18",
            0.0,
            {"length_m": 18, "width_m": 18, "load_t": 40},
        )
    )
    out.append(Drawn("staging_area", rect(-20, -98, 44, -86), "车辆集结区", "Staging area"))
    place = {"jack_width_m": 6.2, "jack_length_m": 6.6}
    for x, y, zh, en, deg, top in (
        (-64, 66, "A座北1号作业点", "Position A-N1", 0.0, "6F–14F"),
        (-46, 66, "A座北2号作业点", "Position A-N2", 0.0, "6F–14F"),
        (-87, 34, "A座西1号作业点", "Position A-W1", 90.0, "6F–14F"),
        (22, 66, "B座北1号作业点", "Position B-N1", 0.0, "2F–15F"),
        (52, 66, "B座北2号作业点", "Position B-N2", 0.0, "2F–15F"),
        (86.6, 29, "裙房东作业点", "Position P-E", 90.0, "2F–5F"),
    ):
        facts = {**place, "reach_floors": top, "appliance_model": "示例 DG54（参数未核实）"}
        out.append(Drawn("aerial.position", Point(x, y), zh, en, deg, facts))
    out += [_point(*row) for row in POINTS]
    for i, (x, y) in enumerate(
        (
            (-58, 82),
            (24, 82),
            (84, 79),
            (-101.5, 44),
            (-101.5, -20),
            (-30, -70.5),
            (48, -66),
            (101, 20),
        ),
        1,
    ):
        out.append(
            Drawn(
                "hydrant.private",
                Point(x, y),
                f"SS-{i}",
                f"PH-{i}",
                0.0,
                {
                    "code": f"SS-{i}",
                    "flow_lps": 15,
                    "static_pressure_mpa": 0.28,
                    "residual_pressure_mpa": 0.16,
                    "main_diameter_mm": 200,
                    "status": "in_service",
                    "checked_on": "2026-08-11",
                },
            )
        )
    loop = ring.buffer(4.6, join_style="mitre").exterior
    out.append(
        Drawn(
            "water_main",
            LineString(loop.coords),
            "DN200 环网",
            "DN200 ring main",
            0.0,
            {"main_diameter_mm": 200},
        )
    )
    out += [
        Drawn("tree", Point(x, -83.0 + 2.4 * (k % 2))) for k, x in enumerate(range(-44, 100, 9))
    ]
    belt = LineString([(-70, 92), (-28, 92)])
    out += [
        Drawn("tree_belt", belt, "乔木", "Trees", 0.0, {"clear_height_m": 4.5}),
        Drawn("tree_belt", LineString([(-10, 92), (84, 92)]), "", ""),
    ]
    return [_on_map(d) for d in out]


def _point(kind: str, x: float, y: float, zh: str, en: str, **facts: object) -> Drawn:
    return Drawn(kind, Point(x, y), zh, en, 0.0, dict(facts))


POINTS = [
    ("fdc.hydrant_low", -28.5, 58.2, "消火栓低区接合器×4", "Hydrant FDC, low zone ×4"),
    ("fdc.hydrant_high", -24.5, 58.2, "消火栓高区接合器×3", "Hydrant FDC, high zone ×3"),
    ("fdc.sprinkler_low", -20.5, 58.2, "喷淋低区接合器×4", "Sprinkler FDC, low zone ×4"),
    ("fdc.sprinkler_high", -4.6, 58.2, "喷淋高区接合器×3", "Sprinkler FDC, high zone ×3"),
    ("fdc.hydrant_low", 73, 58.2, "B座消火栓接合器×2", "Tower B hydrant FDC ×2"),
    ("key_box", 79.0, 27.5, "钥匙箱", "Key box"),
    ("information_box", 79.0, 32.5, "消防信息箱", "Information box"),
    ("entrance.main", 66.5, -43.5, "东南主入口", "Main entrance, south-east"),
    ("entrance", -79.5, -17, "西入口", "West entrance"),
    ("entrance", -12.6, 58.4, "北入口", "North entrance"),
    ("entrance", 79.0, 13.6, "东入口", "East entrance"),
    ("entrance.main", -52.0, 57.6, "A座大堂入口", "Tower A entrance"),
    ("entrance.main", 37.8, 57.6, "B座大堂入口", "Tower B entrance"),
    ("gate", -106, 20, "西门（升降杆）", "West gate (barrier)"),
    ("gate", -20, 90, "北门", "North gate"),
    ("low_clearance", 101, -14, "连廊限高 3.8 m", "Footbridge, 3.8 m clear"),
    ("weight_limit", 6, -71, "顶板限载 20 t", "Slab limit 20 t"),
    ("draft_point", -101.5, 62, "消防水池取水口", "Fire pool draft point"),
    ("fresh_air_intake", -78.6, -34, "新风口", "Fresh-air intake"),
    ("gas_shutoff", 79.4, 50, "燃气总阀", "Gas main valve"),
    ("power_shutoff", 79.4, 40, "总配电", "Main power"),
    ("assembly_point", -84, -84, "疏散集合点（西南）", "Assembly point (SW)"),
    ("assembly_point", 106, 88, "疏散集合点（东北）", "Assembly point (NE)"),
    ("command_post", -104, 4, "现场指挥部", "Command post"),
    ("ebike_charging", 104, 44, "电动自行车充电处", "E-bike charging"),
    ("metro_link", -60, -57.4, "地铁连通口（B2）", "Metro link (B2)"),
]
