"""The podium of Sample Plaza: outline, cores and concourse that every storey shares."""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from shapely.geometry import LineString, Point, Polygon

from . import tower_a, tower_b
from .cores import lift, shaft, stair, toilets
from .plan import OUT, Plan
from .shapes import Xy, curve, largest, rect
from .walls import shared_runs, wall_runs

A_AT: Xy = (-54.6, 33.6)
B_AT: Xy = (37.8, 45.6)
STREET: list[Xy] = [
    (-75.6, -43.5),
    (-60, -47.4),
    (-33.6, -51.2),
    (-8.4, -53.0),
    (16.8, -52.4),
    (40, -48.8),
    (55, -42.8),
    (66, -33.6),
    (73, -21.6),
    (75.6, -8.4),
    (75.6, 54.6),
    (-75.6, 54.6),
]
TOWER_A = shapely.affinity.translate(tower_a.OUTLINE, *A_AT)
TOWER_B = rect(8.4, 36.6, 67.2, 54.6)
OUTLINE = largest(Polygon(STREET).difference(rect(-76, 33.6, -54.6, 55).difference(TOWER_A)))
GRID_X = [4.2 + 8.4 * k for k in range(-10, 9)]
GRID_Y = [8.4 * k for k in range(-6, 7)]
SPINE = curve(
    [(-78, -17), (-50, -15), (-26, -10), (-6, -8), (16, -11), (38, -20), (56, -33), (70, -47)], 9
)
HALLS = ("mall-c", "mall-w", "mall-e", "mall-n", "mall-x")
STAIRS: dict[str, tuple[tuple[float, float, float, float], float]] = {
    "st1": ((-75.6, 5.4, -68.2, 8.8), 0),
    "st2": ((-44.8, -50.4, -41.4, -42.6), 90),
    "st3": ((0.6, -53.0, 4.0, -45.2), 90),
    "st4": ((40.4, -49.0, 43.8, -41.0), 90),
    "st5": ((68.2, 6.2, 75.6, 9.6), 180),
    "st6": ((-7.4, 51.0, 0.2, 54.6), 0),
    "st7": ((-33.4, 51.0, -25.8, 54.6), 180),
}


def ellipse(cx: float, cy: float, rx: float, ry: float) -> Polygon:
    return shapely.affinity.scale(Point(cx, cy).buffer(1, quad_segs=7), rx, ry, origin=(cx, cy))


def concourse() -> Polygon:
    """The covered street: a faceted band, a hall round the atrium, a north and an east arm."""
    band = SPINE.buffer(6.2, cap_style="flat", join_style="mitre")
    north = LineString([(-12.6, -6), (-12.6, 56)]).buffer(5.2, cap_style="flat")
    east = LineString([(17, -8), (27, 13.6), (77, 13.6)]).buffer(
        4.0, cap_style="flat", join_style="mitre"
    )
    return largest(shapely.unary_union([band, ellipse(-8, -8, 20, 14), north, east]))


def voids() -> list[Polygon]:
    """The holes in the upper floors: three along the street and one in the north arm."""
    slot = shapely.ops.substring(SPINE, 34, 122).buffer(2.5, cap_style="flat", join_style="mitre")
    whole = slot.union(ellipse(-8, -8, 13.6, 8.4))
    bridges = [
        LineString([(-31, -30), (-27, 12)]).buffer(2.2, cap_style="flat"),
        LineString([(18, -30), (21, 12)]).buffer(2.2, cap_style="flat"),
    ]
    parts = list(whole.difference(shapely.unary_union(bridges)).geoms)
    parts.append(rect(-14.8, 14, -10.4, 33))
    return sorted((q for q in parts if q.area > 20), key=lambda q: q.centroid.x)


def cores(p: Plan, towers: bool = True) -> None:
    """Stairs, lifts, shafts and toilets, at the same place on every storey; then their lobbies."""
    if towers:
        p.room(
            "tower-a", TOWER_A, "A座（另见A座平面）", "Tower A (see its own plans)", wall="heavy"
        )
        p.room(
            "tower-b", TOWER_B, "B座（另见B座平面）", "Tower B (see its own plans)", wall="heavy"
        )
    for i, (key, (at, up)) in enumerate(STAIRS.items(), 1):
        stair(p, key, at, up, "stair.enclosed", f"P-ST{i}", serves_floors="B3-5F")
    # north core, between the north arm and tower B
    lift(p, "fl1", (-7.4, 47.6, -4.4, 51.0), "lift.firefighting", "P-FL1", capacity_kg=1600)
    p.room(
        "fl1-lobby", rect(-4.4, 47.6, 0.2, 51.0), "合用前室", "Shared lobby", "lobby", wall="heavy"
    )
    shaft(p, "n-smoke", (0.2, 51.0, 4.2, 54.6), "shaft.ventilation", "排烟", "Smoke exhaust")
    shaft(p, "n-wet", (4.2, 51.0, 8.4, 54.6), "shaft.service", "管井", "Risers")
    toilets(p, "n-wc-f", (2.6, 45.0, 8.4, 51.0), "女卫", "WC (women)", "right", 5)
    toilets(p, "n-wc-m", (2.6, 39.6, 8.4, 45.0), "男卫", "WC (men)", "right", 4)
    # west core
    lift(p, "fl2", (-75.6, 8.8, -72.4, 12.4), "lift.firefighting", "P-FL2", capacity_kg=1600)
    p.room(
        "fl2-lobby",
        rect(-72.4, 8.8, -68.2, 12.4),
        "合用前室",
        "Shared lobby",
        "lobby",
        wall="heavy",
    )
    toilets(p, "w-wc-f", (-75.6, -0.6, -69.4, 5.4), "女卫", "WC (women)", "left", 5)
    toilets(p, "w-wc-m", (-75.6, -6.2, -69.4, -0.6), "男卫", "WC (men)", "left", 4)
    # glass lifts by the atrium, goods lifts by the dock
    lift(p, "pl1", (-20.4, 6.8, -17.8, 9.4), "lift.passenger", "P-L1")
    lift(p, "pl2", (-20.4, 9.4, -17.8, 12.0), "lift.passenger", "P-L2")
    lift(p, "gl1", (60.4, 30.0, 63.8, 33.6), "lift.freight", "P-GL1", capacity_kg=3000)
    lift(p, "gl2", (63.8, 30.0, 67.2, 33.6), "lift.freight", "P-GL2", capacity_kg=3000)
    shaft(p, "e-vent", (56.4, 30.0, 60.4, 33.6), "shaft.ventilation", "厨房排油烟", "Kitchen flue")


def passages(p: Plan) -> None:
    """The corridors that lead from the concourse to stairs and to the street."""
    street = concourse()
    for key, shape, zh, en in (
        ("cor-w", rect(-68.2, -11, -65.6, 12.6), "疏散走道", "Escape corridor"),
        ("cor-w2", rect(-69.4, -6.2, -68.2, 5.4), "", ""),
        ("cor-sw", rect(-41.4, -51, -39.0, -14), "疏散走道", "Escape corridor"),
        ("cor-s", rect(4.0, -53, 6.4, -10), "疏散走道", "Escape corridor"),
        ("cor-se", rect(38.0, -51, 40.4, -20), "疏散走道", "Escape corridor"),
        ("cor-n", rect(-7.4, 45.2, 2.6, 47.6), "前室走道", "Core corridor"),
        ("cor-n2", rect(0.2, 39.6, 2.6, 45.2), "", ""),
        ("cor-nw", rect(-25.8, 51.0, -17.8, 54.6), "疏散走道", "Escape corridor"),
        ("cor-serv", rect(-7.4, 33.6, 75.6, 36.6), "后勤走道", "Service corridor"),
    ):
        hall = {"cor-w2": "w", "cor-w": "w", "cor-n": "n", "cor-n2": "n"}.get(key, "")
        p.room(key, shape.difference(street), zh, en, "corridor", hall=hall, wall="heavy")


def concourse_rooms(p: Plan, upper: bool) -> None:
    """The concourse, cut where the fire shutters come down; upper floors have the voids."""
    if upper:
        for i, hole in enumerate(voids()):
            p.room(
                f"void{i}",
                hole,
                "中庭上空" if i == 1 else "上空",
                "Atrium void" if i == 1 else "Void",
                "opening",
            )
    street = concourse()
    for key, zone, zh, en in (
        ("mall-n", rect(-20, 12, -6, 56), "北连廊", "North arm"),
        (
            "mall-x",
            Polygon([(22.2, 3.2), (77, 3.2), (77, 18.6), (19, 18.6), (15, 10)]),
            "东连廊",
            "East arm",
        ),
        ("mall-w", rect(-80, -40, -35, 6), "西商街", "West mall"),
        (
            "mall-e",
            Polygon([(27, -60), (90, -60), (90, 3), (23.4, 3), (23, -4)]),
            "东商街",
            "East mall",
        ),
        ("mall-c", rect(-50, -40, 50, 20), "中庭", "Atrium hall"),
    ):
        shape = street.intersection(zone)
        p.room(key, shape, zh, en, "corridor", hall="mall")


def shutters(p: Plan) -> None:
    """Fire shutters where the halls meet."""
    for a, b in (
        ("mall-c", "mall-w"),
        ("mall-c", "mall-e"),
        ("mall-c", "mall-n"),
        ("mall-c", "mall-x"),
        ("mall-e", "mall-x"),
    ):
        for line in shared_runs(p.edges, a, b):
            if line.length > 1.5:
                p.line(
                    "fire_shutter",
                    list(line.coords),
                    "防火卷帘",
                    "Fire shutter",
                    fire_rating_min=180,
                )


def core_doors(p: Plan, ground: bool = False) -> None:
    """Doors of the cores and corridors; on the ground floor also the ways out."""
    fire = {"fire_rating_min": 60}
    p.door("cor-w", "st1", width=1.4, **fire)
    p.door("cor-w", "fl2-lobby", width=1.2, **fire)
    p.door("fl2-lobby", "fl2", width=1.2, kind="door.sliding")
    p.door("cor-sw", "st2", (-41.4, -43), width=1.4, **fire)
    p.door("cor-s", "st3", (4.0, -46), width=1.4, **fire)
    p.door("cor-se", "st4", (40.4, -42), width=1.4, **fire)
    p.door("mall-x", "st5", (72.5, 9.6), width=1.4, **fire)
    p.door("fl1-lobby", "st6", (-1.2, 51), width=1.2, **fire)
    p.door("cor-n", "fl1-lobby", (-2.4, 47.6), width=1.2, **fire)
    p.door("fl1-lobby", "fl1", width=1.2, kind="door.sliding")
    p.door("cor-nw", "st7", (-25.8, 53), width=1.4, **fire)
    for hall, cor in (
        ("mall-w", "cor-w"),
        ("mall-w", "cor-sw"),
        ("mall-c", "cor-s"),
        ("mall-e", "cor-se"),
        ("mall-n", "cor-n"),
        ("mall-n", "cor-nw"),
        ("mall-n", "cor-serv"),
    ):
        p.way_in(cor, [hall], 1.8, **fire)
    p.door("cor-n", "n-wc-f", width=0.9)
    p.door("cor-n2", "n-wc-m", width=0.9)
    p.door("cor-w2", "w-wc-f", width=0.9)
    p.door("cor-w2", "w-wc-m", width=0.9)
    p.door("mall-c", "pl1", width=1.1, kind="door.sliding")
    p.door("mall-c", "pl2", width=1.1, kind="door.sliding")
    p.door("cor-serv", "gl1", width=1.6, kind="door.sliding")
    p.door("cor-serv", "gl2", width=1.6, kind="door.sliding")
    p.door("cor-serv", "e-vent", width=0.8, into="cor-serv", fire_rating_min=30)
    if ground:
        for room, near in (
            ("st1", (-75.6, 7.1)),
            ("cor-sw", (-40.2, -50)),
            ("cor-s", (5.2, -53)),
            ("cor-se", (39.2, -49)),
            ("st5", (75.6, 7.9)),
            ("st6", (-4, 54.6)),
            ("cor-nw", (-21.8, 54.6)),
            ("cor-serv", (75.6, 35)),
        ):
            p.door(room, OUT, near, 1.8 if "cor" in room else 1.4, "door.double", into=OUT)


def exits(p: Plan, ground: bool) -> None:
    spots: Sequence[tuple[float, float]] = (
        (-66.9, 7.1),
        (-40.2, -44.0),
        (5.2, -46.8),
        (39.2, -43.4),
        (72.5, 10.9),
        (-2.4, 46.4),
        (-24.4, 52.7),
    )
    for i, at in enumerate(spots, 1):
        p.symbol("exit", at, f"安全出口{i}", f"Exit {i}", clear_width_m=1.4)
    if ground:
        p.symbol("exit", (74.2, 35.1), "安全出口8", "Exit 8", clear_width_m=1.8)


ROUTES: list[list[Xy]] = [
    [(-48, -15), (-66.9, -15), (-66.9, 7.1), (-69.6, 7.1)],
    [(-34, -13), (-40.2, -15.6), (-40.2, -43.6), (-42.4, -43.6)],
    [(-2, -20.4), (5.2, -20.4), (5.2, -46.2), (3.0, -46.2)],
    [(34, -19.6), (39.2, -24.0), (39.2, -41.8), (41.6, -41.8)],
    [(30, 13.6), (72.5, 13.6), (72.5, 8.6)],
    [(-12.6, 36), (-12.6, 46.4), (-1.6, 46.4), (-1.6, 50.0), (-1.2, 52)],
    [(-16.4, 40), (-16.4, 52.8), (-26.8, 52.8)],
]


def equipment(p: Plan, halls: Sequence[str] = HALLS) -> None:
    """Standpipes, hose reels, call points and the rest along the halls and in the lobbies."""
    for hall in halls:
        if hall not in p.rooms:
            continue
        n = HALLS.index(hall) if hall in HALLS else 0
        p.along(hall, "standpipe", 24, 5 + n, zh=f"XH{n + 1}-" + "{n}", en=f"SP{n + 1}-" + "{n}")
        p.along(hall, "call_point", 30, 11 + n)
        p.along(hall, "extinguisher", 26, 16 + n, agent="abc_powder", quantity=2)
        p.along(hall, "smoke_vent", 42, 21 + n)
    for room in ("cor-serv", "cor-sw", "cor-s"):
        if room in p.rooms:
            p.along(room, "hose_reel", 34, 8)
    p.beside("fl1-lobby", "st6", "standpipe", (-3.6, 51), zh="XH-N", en="SP-N")
    p.beside("fl2-lobby", "st1", "standpipe", (-69.4, 8.8), zh="XH-W", en="SP-W")
    p.beside("fl1-lobby", "fl1", "fire_telephone", (-4.4, 50.2))
    p.beside("fl2-lobby", "cor-w", "fire_telephone", (-68.2, 12))
    for path in ROUTES:
        p.line("escape_route", path, "疏散路线", "Escape route")


def reference(p: Plan) -> None:
    """The towers' cores as faint lines where their own plans take over."""
    a, b = Plan(tower_a.CORE), Plan(tower_b.OUTLINE)
    tower_a.core(a)
    tower_b.cores(b)
    for plan, at in ((a, A_AT), (b, B_AT)):
        for _, line in wall_runs(plan.edges, lambda *_: ("wall", 0.2)):
            moved = shapely.affinity.translate(line, *at)
            p.draw("furniture", [(round(x, 3), round(y, 3)) for x, y in moved.coords])
