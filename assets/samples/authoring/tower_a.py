"""Tower A: an office tower of 42 by 42 m with rounded corners around one core."""

from __future__ import annotations

from typing import Any

from shapely.geometry import Polygon

from .cores import bank, lift, shaft, stair, toilets
from .furniture import block, circle, desks, rows, sofa, table
from .plan import OUT, Plan
from .shapes import Xy, arc, rect, rounded, slices_x, slices_y

HALF = 21.0
OUTLINE = rounded(rect(-HALF, -HALF, HALF, HALF), 5.0, 10)
CORE = rect(-9.6, -8.4, 9.6, 8.4)
RING = rect(-11.6, -10.4, 11.6, 10.4)
GRID = (-16.8, -8.4, 0.0, 8.4, 16.8)


def core(p: Plan, high_zone_only: bool = False) -> None:
    """Lifts in two banks, two smoke-proof stairs, two firefighting lifts, shafts, toilets."""
    p.room(
        "lift-lobby",
        rect(-9.6, -1.5, 9.6, 1.5),
        "电梯厅",
        "Lift lobby",
        "corridor",
        core=True,
        wall="heavy",
        hall="ring",
    )
    if high_zone_only:
        p.room("low-n", rect(-5, 1.5, 5, 4.1), "设备间", "Plant", wall="heavy")
        p.door("lift-lobby", "low-n", (-3, 1.5))
    else:
        bank(p, "ln", -5, 1.5, 4, 2.5, 2.6, "L")
    bank(p, "ls", -5, -4.1, 4, 2.5, 2.6, "H")
    stair(p, "st1", (-9.6, 1.5, -6.6, 8.4), 90, "stair.smokeproof", "A-ST1", serves_floors="B3-RF")
    stair(p, "st2", (6.6, -8.4, 9.6, -1.5), 270, "stair.smokeproof", "A-ST2", serves_floors="B3-RF")
    p.room("lob1", rect(-6.6, 4.0, -5, 8.4), "前室", "Lobby", "lobby", wall="heavy")
    p.room("lob2", rect(5, -8.4, 6.6, -4.0), "前室", "Lobby", "lobby", wall="heavy")
    shaft(p, "press1", (-6.6, 1.5, -5, 4.0), "shaft.ventilation", "加压", "Press.")
    shaft(p, "press2", (5, -4.0, 6.6, -1.5), "shaft.ventilation", "加压", "Press.")
    lift(p, "fl1", (7.0, 5.6, 9.6, 8.4), "lift.firefighting", "A-FL1", capacity_kg=1350)
    lift(p, "fl2", (-9.6, -8.4, -7.0, -5.6), "lift.firefighting", "A-FL2", capacity_kg=1350)
    p.room("flob1", rect(5, 3.3, 7.0, 8.4), "消防电梯前室", "FF lobby", "lobby", wall="heavy")
    p.room(
        "flob2",
        rect(-7.0, -8.4, -5, -3.3),
        "消防电梯前室",
        "FF lobby",
        "lobby",
        wall="heavy",
    )
    shaft(p, "smoke", (7.0, 3.3, 9.6, 5.6), "shaft.ventilation", "排烟", "Smoke exhaust")
    shaft(p, "wet", (5, 1.5, 9.6, 3.3), "shaft.service", "水管井", "Water riser")
    shaft(p, "fresh", (-9.6, -5.6, -7.0, -3.3), "shaft.ventilation", "新风", "Fresh air")
    shaft(p, "hvac", (-9.6, -3.3, -5, -1.5), "shaft.service", "空调水井", "CHW riser")
    toilets(p, "wc-m", (-5, 4.1, -1.2, 8.4), "男卫", "WC (men)")
    toilets(p, "wc-f", (-1.2, 4.1, 2.6, 8.4), "女卫", "WC (women)")
    p.room("pantry", rect(2.6, 4.1, 5, 8.4), "茶水间", "Pantry", wall="heavy")
    p.room("elec", rect(-5, -8.4, -2.7, -4.1), "强电间", "Elec.", wall="heavy")
    p.room("ict", rect(-2.7, -8.4, -0.6, -4.1), "弱电间", "ICT", wall="heavy")
    p.room("ahu", rect(-0.6, -8.4, 5, -4.1), "空调机房", "Air handling", wall="heavy")
    block(p, 2.2, -6.4, 3.2, 1.6)


def core_doors(p: Plan, around: str) -> None:
    """The doors of the core to the room around it; fire doors carry their class."""
    p.door(around, "lob1", width=1.1, fire_rating_min=60)
    p.door("lob1", "st1", (-6.6, 7.4), width=1.1, fire_rating_min=60)
    p.door(around, "lob2", width=1.1, fire_rating_min=60)
    p.door("lob2", "st2", (6.6, -7.4), width=1.1, fire_rating_min=60)
    p.door(around, "flob1", width=1.2, fire_rating_min=60)
    p.door("flob1", "fl1", (7.0, 7.0), width=1.2, kind="door.sliding")
    p.door(around, "flob2", width=1.2, fire_rating_min=60)
    p.door("flob2", "fl2", (-7.0, -7.0), width=1.2, kind="door.sliding")
    for name in ("wc-m", "wc-f", "pantry"):
        p.door(around, name, width=0.9)
    for name in ("elec", "ict"):
        p.door(around, name, width=0.9, into=around, fire_rating_min=30)
    p.door(around, "ahu", (3.4, -8.4), width=1.2, into=around, fire_rating_min=90)
    p.door("flob1", "wet", (6.0, 3.3), width=0.8, into="flob1", fire_rating_min=30)
    p.door("lift-lobby", "hvac", (-7.3, -1.5), width=0.8, into="lift-lobby", fire_rating_min=30)
    for i in range(4):
        if "ln1" in p.rooms:
            p.door("lift-lobby", f"ln{i + 1}", (-3.75 + 2.5 * i, 1.5), 1.1, "door.sliding")
        p.door("lift-lobby", f"ls{i + 1}", (-3.75 + 2.5 * i, -1.5), 1.1, "door.sliding")


def core_equipment(p: Plan, around: str) -> None:
    """What the crew looks for around the core."""
    p.beside(
        "flob1",
        "wc-x" if "wc-x" in p.rooms else "pantry",
        "standpipe",
        (5, 5.2),
        zh="SN-1",
        en="SN-1",
    )
    p.beside("flob2", "elec", "standpipe", (-5, -5.2), zh="SN-2", en="SN-2")
    p.beside(around, "st1", "standpipe", (-9.6, 3.4), zh="SN-3", en="SN-3")
    p.beside(around, "st2", "standpipe", (9.6, -3.4), zh="SN-4", en="SN-4")
    p.beside(around, "st1", "extinguisher", (-9.6, 5.2))
    p.beside(around, "st2", "extinguisher", (9.6, -5.2))
    p.beside(around, "wc-f", "hose_reel", (0.5, 8.4))
    p.beside(around, "ict", "hose_reel", (-1.6, -8.4))
    for at, room in (((-6.9, 8.4), "st1"), ((6.9, -8.4), "st2")):
        p.beside(around, room, "call_point", at)
    p.beside("flob1", "smoke", "fire_telephone", (7.0, 4.2))
    p.beside("flob2", "fresh", "fire_telephone", (-7.0, -4.2))
    p.beside(around, "lob1", "exit", (-5.6, 8.4), 0.9, zh="安全出口", en="Exit")
    p.beside(around, "lob2", "exit", (5.6, -8.4), 0.9, zh="安全出口", en="Exit")
    p.beside(around, "smoke", "smoke_vent", (9.6, 4.4), zh="排烟口", en="Smoke vent")
    p.beside(around, "fresh", "makeup_air", (-9.6, -4.4), zh="补风口", en="Make-up air")


def routes(p: Plan) -> None:
    """Escape routes: both ways round the ring to the two stairs; the attack route runs from the
    firefighting lift through its lobby and ends at the lobby's door, short of the escape route."""
    p.line(
        "escape_route",
        [(10.6, 0.6), (10.6, 9.7), (-5.8, 9.7), (-5.8, 6.6), (-7.4, 7.2)],
        "疏散路线",
        "Escape route",
    )
    p.line(
        "escape_route",
        [(-10.6, -0.6), (-10.6, -9.4), (5.8, -9.4), (5.8, -6.6), (7.4, -7.2)],
        "疏散路线",
        "Escape route",
    )
    p.line("attack_route", [(6.9, 6.9), (5.9, 6.9), (5.9, 9.0)], "进攻路线", "Attack route")


def rescue_openings(p: Plan, names: bool = True) -> None:
    """Windows the crew may break, on the north and west fronts, at most 20 m apart."""
    spots: list[tuple[Xy, float]] = [
        ((-10.5, 20.5), 90),
        ((6.0, 20.5), 90),
        ((14.0, 20.5), 90),
        ((-20.5, 12.5), 180),
        ((-20.5, -1.2), 180),
        ((-20.5, -15.5), 180),
    ]
    for i, (at, deg) in enumerate(spots):
        label = f"救援口{i + 1}" if names else ""
        p.symbol(
            "rescue_opening",
            at,
            label,
            f"Rescue {i + 1}" if names else "",
            deg,
            clear_width_m=1.0,
            clear_height_m=1.4,
            sill_height_m=0.9,
        )


def started(**more: Any) -> Plan:
    return Plan(OUTLINE, facade=("curtain_wall", 0.18), **more)


def ring(p: Plan) -> None:
    p.room("ring", RING, "走道", "Corridor", "corridor", wall="light", hall="ring")


def offices(
    p: Plan, xs: dict[str, list[float]], names: dict[str, list[tuple[str, str, str]]]
) -> None:
    """Offices around the ring: `xs` cuts each side, `names` gives (zh, en, furnishing)."""
    zones: dict[str, Polygon] = {
        "n": rect(-HALF, 10.4, HALF, HALF),
        "s": rect(-HALF, -HALF, HALF, -10.4),
        "w": rect(-HALF, -10.4, -11.6, 10.4),
        "e": rect(11.6, -10.4, HALF, 10.4),
    }
    for side, zone in zones.items():
        parts = slices_x(zone, xs[side]) if side in "ns" else slices_y(zone, xs[side])
        for i, (part, (zh, en, fit)) in enumerate(zip(parts, names[side], strict=True)):
            key = f"{side}{i}"
            got = p.room(key, part, zh, en, front="curtain_wall")
            furnish(p, got, fit)
            # a door near the end of its corridor front, wide for the large rooms
            c = got.centroid
            near = {"n": (c.x, 10.4), "s": (c.x, -10.4), "w": (-11.6, c.y), "e": (11.6, c.y)}[side]
            wide = got.area > 75
            p.door("ring", key, near, 1.5 if wide else 1.0, "door.double" if wide else "door")
            if got.area > 150:
                far = {"n": (-8, 10.4), "s": (8, -10.4), "w": (-11.6, -9), "e": (11.6, 9)}[side]
                p.door("ring", key, far, 1.5, "door.double")


def furnish(p: Plan, room: Polygon, fit: str) -> None:
    x0, y0, x1, y1 = room.bounds
    c = room.centroid
    tall = (y1 - y0) > (x1 - x0)
    if fit == "desks":
        desks(p, room)
    elif fit == "meeting":
        size = max(x1 - x0, y1 - y0) - 3.6
        table(p, c.x, c.y, max(size, 2.4), 1.4, 90 if tall else 0)
    elif fit == "chief":
        block(p, c.x, c.y - 0.6, 2.0, 0.9)
        circle(p, c.x, c.y + 0.6, 0.35)
        sofa(p, x0 + 0.6, c.y + 1.0, 0)
    elif fit == "rows":
        rows(p, room, 90, 1.8, 0.5)
    elif fit == "lounge":
        for dx in (-2.6, 2.6):
            sofa(p, c.x + dx, c.y - 1.4, 90)
            circle(p, c.x + dx, c.y + 0.4, 0.5)


LOW = {"n": [-9.2, -3.0, 3.6, 9.4], "s": [-9.4, 0.0, 5.2, 9.2], "w": [-3.0, 4.2], "e": [-5.2, 2.4]}
LOW_NAMES = {
    "n": [
        ("办公701", "Office 701", "desks"),
        ("会议室", "Meeting", "meeting"),
        ("办公702", "Office 702", "desks"),
        ("经理室", "Manager", "chief"),
        ("办公703", "Office 703", "desks"),
    ],
    "s": [
        ("办公707", "Office 707", "desks"),
        ("办公706", "Office 706", "desks"),
        ("洽谈室", "Client room", "meeting"),
        ("档案室", "Files", "rows"),
        ("办公705", "Office 705", "desks"),
    ],
    "w": [
        ("办公708", "Office 708", "desks"),
        ("培训室", "Training", "rows"),
        ("办公709", "Office 709", "desks"),
    ],
    "e": [
        ("办公704A", "Office 704A", "desks"),
        ("会议室", "Meeting", "meeting"),
        ("办公704B", "Office 704B", "desks"),
    ],
}
MID = {"n": [-9.4, 9.4], "s": [-9.2, -3.2, 9.4], "w": [-4.2], "e": [-2.0, 5.0]}
MID_NAMES = {
    "n": [
        ("独立办公", "Private office", "desks"),
        ("开敞办公", "Open office", "desks"),
        ("独立办公", "Private office", "desks"),
    ],
    "s": [
        ("开敞办公", "Open office", "desks"),
        ("会议室", "Meeting", "meeting"),
        ("开敞办公", "Open office", "desks"),
        ("经理室", "Manager", "chief"),
    ],
    "w": [("会议室", "Meeting", "meeting"), ("开敞办公", "Open office", "desks")],
    "e": [
        ("开敞办公", "Open office", "desks"),
        ("机房", "Server room", "rows"),
        ("休息区", "Break-out", "lounge"),
    ],
}
HIGH = {"n": [-9.2, 0.0, 9.2], "s": [-9.3, 9.3], "w": [-5.4, 0.6, 5.4], "e": [0.0]}
HIGH_NAMES = {
    "n": [
        ("办公A", "Office A", "desks"),
        ("办公B", "Office B", "desks"),
        ("接待室", "Reception", "lounge"),
        ("董事办公室", "Director", "chief"),
    ],
    "s": [
        ("办公E", "Office E", "desks"),
        ("办公D", "Office D", "desks"),
        ("办公C", "Office C", "desks"),
    ],
    "w": [
        ("会议室1", "Meeting 1", "meeting"),
        ("文印室", "Print room", "rows"),
        ("会议室2", "Meeting 2", "meeting"),
        ("会议室3", "Meeting 3", "meeting"),
    ],
    "e": [("开敞办公", "Open office", "desks"), ("开敞办公", "Open office", "desks")],
}


def typical(
    cuts: dict[str, list[float]],
    names: dict[str, list[tuple[str, str, str]]],
    high: bool = False,
) -> Plan:
    """An office floor: one compartment around the core."""
    p = started()
    core(p, high)
    ring(p)
    offices(p, cuts, names)
    core_doors(p, "ring")
    finish(p, "防火分区 1", "Compartment 1")
    return p


def finish(p: Plan, zh: str, en: str, around: str = "ring") -> None:
    core_equipment(p, around)
    rescue_openings(p)
    routes(p)
    p.columns(GRID, GRID, 1.0, CORE)
    skip = {"st1", "st2", "lob1", "lob2", "flob1", "flob2", "fl1", "fl2", "podium"}
    p.compartment(zh, en, [k for k in p.rooms if k not in skip])


def entrance_curve() -> list[Xy]:
    """A revolving door drawn as two arcs, for the ground floor."""
    return arc(0, 0, 1.6, 20, 160, 8)


__all__ = ["HIGH", "HIGH_NAMES", "LOW", "LOW_NAMES", "MID", "MID_NAMES", "OUT", "typical"]
