"""Tower B: a slab of flats, 58.8 by 18 m, staggered to the south, two cores to the north."""

from __future__ import annotations

import shapely

from .cores import lift, shaft, stair
from .furniture import basin, bed, counter, sofa, table, toilet
from .plan import Plan
from .shapes import largest, rect

BAY = 8.4
LEFT = -29.4
DEEP = (0, 2, 4, 6)
CORES = (2, 4)


def bay_x(i: int) -> tuple[float, float]:
    return round(LEFT + BAY * i, 2), round(LEFT + BAY * (i + 1), 2)


def _outline() -> shapely.Polygon:
    parts = [rect(-29.4, -7.6, 29.4, 8.2)]
    for i in range(7):
        x0, x1 = bay_x(i)
        parts.append(rect(x0, -9, x1, 0) if i in DEEP else rect(x0 + 1.4, -9, x1 - 1.4, 0))
        if i in (*CORES, 0, 6):
            parts.append(rect(x0, 0, x1, 9))
    return largest(shapely.unary_union(parts))


OUTLINE = _outline()
CORRIDOR = rect(-21, 0.4, 21, 2.2)


def cores(p: Plan) -> None:
    """Two cores: a smoke-proof stair with its lobby, a firefighting lift, a lift and shafts."""
    for n, i in enumerate(CORES, 1):
        x0, x1 = bay_x(i)
        flip = n == 2

        def x(d: float, x0: float = x0, x1: float = x1, flip: bool = flip) -> float:
            return round(x1 - d if flip else x0 + d, 2)

        def box(a: float, y0: float, b: float, y1: float, x=x) -> tuple[float, ...]:  # type: ignore[no-untyped-def]
            return (min(x(a), x(b)), y0, max(x(a), x(b)), y1)

        stair(
            p,
            f"st{n}",
            box(0, 4.2, 2.8, 9),
            90,
            "stair.smokeproof",
            f"B-ST{n}",
            landing=1.2,
            serves_floors="B3-RF",
        )
        p.room(f"slob{n}", rect(*box(0, 2.2, 2.8, 4.2)), "前室", "Lobby", "lobby", wall="heavy")
        p.room(
            f"flob{n}",
            rect(*box(2.8, 2.2, 7.3, 4.4)),
            "合用前室",
            "Shared lobby",
            "lobby",
            wall="heavy",
        )
        lift(
            p, f"fl{n}", box(2.8, 4.4, 5.05, 6.7), "lift.firefighting", f"B-FL{n}", capacity_kg=1000
        )
        lift(p, f"pl{n}", box(5.05, 4.4, 7.3, 6.7), "lift.passenger", f"B-L{n}")
        shaft(p, f"wet{n}", box(7.3, 2.2, 8.4, 4.4), "", "水", "Water")
        shaft(p, f"elec{n}", box(7.3, 4.4, 8.4, 6.7), "", "电", "Electrical")
        shaft(p, f"press{n}", box(2.8, 6.7, 5.05, 9), "shaft.ventilation", "加压", "Press.")
        shaft(p, f"gas{n}", box(5.05, 6.7, 8.4, 9), "shaft.service", "管井", "Risers")


def core_doors(p: Plan, around: str = "cor") -> None:
    for n, i in enumerate(CORES, 1):
        x0, x1 = bay_x(i)
        flip = n == 2

        def x(d: float, x0: float = x0, x1: float = x1, flip: bool = flip) -> float:
            return round(x1 - d if flip else x0 + d, 2)

        p.door(around, f"slob{n}", (x(1.9), 2.2), 1.1, fire_rating_min=60)
        p.door(f"slob{n}", f"st{n}", (x(1.0), 4.2), 1.1, fire_rating_min=60)
        p.door(around, f"flob{n}", (x(4.6), 2.2), 1.2, fire_rating_min=60)
        p.door(f"flob{n}", f"fl{n}", width=1.1, kind="door.sliding")
        p.door(f"flob{n}", f"pl{n}", width=1.1, kind="door.sliding")
        p.door(around, f"wet{n}", width=0.7, into=around, fire_rating_min=30)
        p.symbol("standpipe", (x(6.8), 2.7), f"SN-{n}", f"SN-{n}", zone="high")
        p.symbol("standpipe", (x(0.5), 1.3), f"SN-{n + 2}", f"SN-{n + 2}", zone="high")
        p.symbol("call_point", (x(3.0), 1.7))
        p.symbol("extinguisher", (x(-2.0), 1.8), agent="abc_powder", quantity=2)
        p.symbol("exit", (x(2.4), 1.5), "安全出口", "Exit")
        p.symbol("fire_telephone", (x(3.3), 2.9))


def start() -> Plan:
    p = Plan(OUTLINE, facade=("wall", 0.25), light=("partition", 0.12))
    cores(p)
    return p


def _south(p: Plan, i: int, number: str) -> None:
    """A one-bedroom flat of one bay on the south side; neighbours are mirrored."""
    x0, x1 = bay_x(i)
    flip = i % 2 == 1

    def x(d: float) -> float:
        return round(x1 - d if flip else x0 + d, 2)

    back = -9 if i in DEEP else -7.6
    key = f"s{i}"
    p.room(f"{key}-bath", rect(x(0), -2.2, x(2.2), 0.4), "卫", "Bath", wall="light")
    p.room(f"{key}-kit", rect(x(6.2), -2.6, x(8.4), 0.4), "厨", "Kitchen")
    p.room(f"{key}-bed", rect(x(0), back, x(3.6), -2.2), "卧室", "Bedroom")
    if i not in DEEP:
        p.room(
            f"{key}-bal",
            rect(x0 + 1.4, -9, x1 - 1.4, -7.6),
            "阳台",
            "Balcony",
            facade=("railing", 0.08),
        )
    p.room(f"{key}-liv", rect(x0, back, x1, 0.4), f"{number}户", f"Flat {number}")
    p.door("cor", f"{key}-liv", (x(4.4), 0.4), 1.0, fire_rating_min=60)
    p.door(f"{key}-liv", f"{key}-bath", (x(2.2), -1.2), 0.8)
    p.door(f"{key}-liv", f"{key}-kit", (x(6.2), -1.2), 1.2, "door.sliding")
    p.door(f"{key}-liv", f"{key}-bed", (x(3.6), -3.2), 0.9)
    if i not in DEEP:
        p.door(f"{key}-liv", f"{key}-bal", (x(5.4), -7.6), 2.4, "door.sliding")
    toilet(p, x(0.1), -1.7, 180 if flip else 0)
    basin(p, x(0.1), -0.7, 180 if flip else 0)
    bed(p, x(0.2), -5.4, 180 if flip else 0, 1.8)
    sofa(p, x(8.2), -5.4, 0 if flip else 180, 2.2)
    table(p, x(5.0), -3.4, 1.2, 0.8)
    counter(p, [(x(8.4), -2.5), (x(8.4), 0.3)] if not flip else [(x(8.4), 0.3), (x(8.4), -2.5)])
    p.windows(f"{key}-bed", 1.5, 9, 270)
    if i in DEEP:
        p.windows(f"{key}-liv", 2.4, 9, 270)


def _north(p: Plan, i: int, number: str) -> None:
    """A studio of one bay on the north side."""
    x0, x1 = bay_x(i)
    key = f"n{i}"
    p.room(f"{key}-bath", rect(x0, 2.2, x0 + 2.2, 4.6), "卫", "Bath")
    p.room(f"{key}-liv", rect(x0, 2.2, x1, 9), f"{number}户", f"Flat {number}")
    p.door("cor", f"{key}-liv", (x0 + 3.2, 2.2), 1.0, fire_rating_min=60)
    p.door(f"{key}-liv", f"{key}-bath", (x0 + 2.2, 3.4), 0.8)
    toilet(p, x0 + 0.1, 2.9, 0)
    basin(p, x0 + 0.1, 3.9, 0)
    bed(p, x0 + 0.2, 6.7, 0, 1.8)
    sofa(p, x1 - 0.2, 6.4, 180)
    counter(p, [(x1 - 3.2, 2.25), (x1 - 0.1, 2.25)])
    p.windows(f"{key}-liv", 1.8, 4.0, 90)


def _end(p: Plan, i: int, number: str) -> None:
    """A three-bedroom flat across the whole depth at an end."""
    x0, x1 = bay_x(i)
    flip = i == 6

    def x(d: float) -> float:
        return round(x1 - d if flip else x0 + d, 2)

    key = f"e{i}"
    p.room(f"{key}-bed1", rect(x(0), -9, x(4.2), -4.4), "主卧", "Bedroom 1")
    p.room(f"{key}-bed2", rect(x(0), 4.6, x(4.2), 9), "次卧", "Bedroom 2")
    p.room(f"{key}-bed3", rect(x(4.2), 4.6, x(8.4), 9), "次卧", "Bedroom 3")
    p.room(f"{key}-bath", rect(x(0), -4.4, x(2.2), -1.4), "卫", "Bath")
    p.room(f"{key}-bath2", rect(x(0), -1.4, x(2.2), 1.4), "卫", "Bath 2")
    p.room(f"{key}-kit", rect(x(0), 1.4, x(3.0), 4.6), "厨", "Kitchen")
    p.room(f"{key}-liv", rect(x0, -9, x1, 9), f"{number}户", f"Flat {number}")
    p.door("cor", f"{key}-liv", (x(8.4), 1.3), 1.1, fire_rating_min=60)
    p.door(f"{key}-liv", f"{key}-bed1", (x(3.4), -4.4), 0.9)
    p.door(f"{key}-liv", f"{key}-bed2", (x(3.6), 4.6), 0.9)
    p.door(f"{key}-liv", f"{key}-bed3", (x(6.8), 4.6), 0.9)
    p.door(f"{key}-liv", f"{key}-bath", (x(2.2), -2.6), 0.8)
    p.door(f"{key}-liv", f"{key}-bath2", (x(2.2), 0.2), 0.8)
    p.door(f"{key}-liv", f"{key}-kit", (x(3.0), 2.6), 1.2, "door.sliding")
    side = 180 if flip else 0
    bed(p, x(0.2), -6.6, side, 1.8)
    bed(p, x(0.2), 7.0, side)
    bed(p, x(8.2), 7.0, 0 if flip else 180)
    toilet(p, x(0.1), -3.7, side)
    basin(p, x(0.1), -2.4, side)
    toilet(p, x(0.1), -0.7, side)
    sofa(p, x(8.2), -5.8, 0 if flip else 180, 2.4)
    table(p, x(5.6), -0.6, 1.8, 0.9)
    for room in ("bed1", "bed2", "bed3", "liv"):
        p.windows(f"{key}-{room}", 1.8, 4.2, 270 if room in ("bed1", "liv") else 90)
    p.windows(f"{key}-kit", 1.2, 9, 0 if flip else 180)
    p.windows(f"{key}-bath", 0.6, 9, 0 if flip else 180)


def flats() -> Plan:
    """7F-24F: ten flats on a corridor."""
    p = start()
    p.room("cor", CORRIDOR, "走道", "Corridor", "corridor", wall="heavy")
    _end(p, 0, "01")
    for n, i in enumerate(range(1, 6), 2):
        _south(p, i, f"{n:02d}")
    _end(p, 6, "07")
    for n, i in enumerate((5, 3, 1), 8):
        _north(p, i, f"{n:02d}")
    core_doors(p)
    p.line(
        "escape_route",
        [(0, 1.3), (-10.7, 1.3), (-10.7, 3.2), (-11.4, 4.8)],
        "疏散路线",
        "Escape route",
    )
    p.line(
        "escape_route",
        [(0, 1.3), (10.7, 1.3), (10.7, 3.2), (11.4, 4.8)],
        "疏散路线",
        "Escape route",
    )
    for i in (1, 3, 5):
        x0, x1 = bay_x(i)
        p.symbol(
            "rescue_opening",
            ((x0 + x1) / 2 + 1.2, 7.6),
            "救援窗",
            "Rescue window",
            90,
            clear_width_m=1.0,
            clear_height_m=1.2,
            sill_height_m=0.9,
        )
    for x in (-18, 18):
        p.symbol("smoke_vent", (x, 1.3), "排烟口", "Smoke vent")
    p.symbol("hose_reel", (0, 1.8))
    keys = [k for k in p.rooms if k[0] in "sne" and k.partition("-")[2]]
    p.compartment("防火分区 1", "Compartment 1", ["cor", *keys])
    return p
