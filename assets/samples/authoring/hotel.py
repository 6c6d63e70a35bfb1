"""The hotel: a bowed slab of rooms over a lobby floor with restaurant and kitchen."""

from __future__ import annotations

import shapely

from . import rooms
from .bands import Item, band, leftovers
from .cores import bank, lift, shaft, stair, toilets
from .furniture import block, circle, sofa
from .plan import OUT, Plan
from .shapes import largest, rect, rounded

OUTLINE = largest(
    shapely.unary_union([rect(-33.6, -8.4, 33.6, 8.4), rounded(rect(-8.4, -13, 8.4, 8), 3.0)])
)


def _start() -> Plan:
    p = Plan(OUTLINE, facade=("wall", 0.3), light=("partition", 0.15))
    stair(p, "st1", (-33.6, -1, -27.2, 2.4), 0, "stair.smokeproof", "ST-1", serves_floors="B1-15F")
    stair(p, "st2", (27.2, -1, 33.6, 2.4), 180, "stair.smokeproof", "ST-2", serves_floors="B1-15F")
    p.room("lob1", rect(-27.2, -1, -24.6, 1.2), "前室", "Lobby", "lobby", wall="heavy")
    p.room("lob2", rect(24.6, -1, 27.2, 1.2), "前室", "Lobby", "lobby", wall="heavy")
    bank(p, "l", -8.4, 1.2, 3, 2.6, 2.8, "L")
    lift(p, "fl", (-0.6, 1.2, 2.2, 4.0), "lift.firefighting", "FL-1", capacity_kg=1000)
    p.room("flob", rect(2.2, 1.2, 4.6, 4.0), "前室", "Lobby", "lobby", wall="heavy")
    shaft(p, "wet", (4.6, 1.2, 8.4, 4.0), "shaft.service", "管井", "Risers")
    shaft(p, "smoke", (-8.4, 4.0, -4.6, 8.4), "shaft.ventilation", "排烟", "Smoke exhaust")
    p.room("linen", rect(-4.6, 4.0, 1.6, 8.4), "布草间", "Linen", wall="heavy")
    p.room("service", rect(1.6, 4.0, 8.4, 8.4), "服务间", "Service", wall="heavy")
    p.room(
        "cor", rect(-24.6, -1, 24.6, 1.2), "走道", "Corridor", "corridor", wall="heavy", hall="c"
    )
    return p


def _core(p: Plan) -> None:
    for n in (1, 2):
        p.door("cor", f"lob{n}", None, 1.2, fire_rating_min=60)
        p.door(f"lob{n}", f"st{n}", None, 1.2, fire_rating_min=60)
        p.symbol("exit", (-23.4 if n == 1 else 23.4, 0.1), "安全出口", "Exit")
        p.symbol("standpipe", (-25.9 if n == 1 else 25.9, -0.3), f"XH-{n}", f"SP-{n}")
    p.door("cor", "flob", None, 1.2, fire_rating_min=60)
    p.door("flob", "fl", None, 1.1, "door.sliding")
    for i in (1, 2, 3):
        p.door("cor", f"l{i}", None, 1.1, "door.sliding")
    p.door("flob", "service", None, 0.9, fire_rating_min=60)
    p.way_in("linen", ["service"], 0.9)
    p.symbol("standpipe", (3.4, 1.9), "XH-3", "SP-3")
    for x in (-15, 15):
        p.symbol("call_point", (x, -0.5))
        p.symbol("extinguisher", (x + 3, -0.5), agent="abc_powder", quantity=2)
        p.symbol("smoke_vent", (x - 3, 0.6))
        p.symbol("escape_masks", (x + 6, 0.6), quantity=20)
    p.line("escape_route", [(-1, 0.1), (-26, 0.1), (-28, 0.6)], "疏散路线", "Escape route")
    p.line("escape_route", [(1, 0.1), (26, 0.1), (28, 0.6)], "疏散路线", "Escape route")


def typical() -> Plan:
    """3F-15F: rooms along a corridor, a suite in the bow."""
    p = _start()
    west: list[Item] = [(4.2, f"{n:02d}", f"Room {n:02d}", rooms.room_high) for n in range(1, 7)]
    p.room("suite", rect(-8.4, -13, 8.4, -1), "套房", "Suite")
    band(
        p,
        "sw",
        -24.6,
        -8.4,
        7.4,
        [*west[:3], (3.6, "04", "Room 04", rooms.room_high)],
        "cor",
        facing=270,
    )
    band(
        p,
        "se",
        8.4,
        -8.4,
        7.4,
        [(4.2, f"{n:02d}", f"Room {n:02d}", rooms.room_high) for n in (5, 6, 7)]
        + [(3.6, "08", "Room 08", rooms.room_high)],
        "cor",
        facing=270,
    )
    band(
        p,
        "nw",
        -24.6,
        1.2,
        7.2,
        [(4.05, f"{n}", f"Room {n}", rooms.room_low) for n in (11, 12, 13, 14)],
        "cor",
        facing=90,
    )
    band(
        p,
        "ne",
        8.4,
        1.2,
        7.2,
        [(4.05, f"{n}", f"Room {n}", rooms.room_low) for n in (15, 16, 17, 18)],
        "cor",
        facing=90,
    )
    p.room("end-w", rect(-33.6, -8.4, -24.6, -1), "角部套房", "Corner suite")
    p.room("end-e", rect(24.6, -8.4, 33.6, -1), "角部套房", "Corner suite")
    p.room("end-nw", rect(-33.6, 1.2, -24.6, 8.4), "套房", "Suite")
    p.room("end-ne", rect(24.6, 1.2, 33.6, 8.4), "套房", "Suite")
    p.door("cor", "suite", None, 1.2)
    for key in ("end-w", "end-e", "end-nw", "end-ne"):
        rooms.lounge(p, key)
        p.way_in(key, ["cor", "lob1", "lob2", "sw1", "se4", "nw1", "ne4"], 0.9)
        p.windows(key, 1.8, 4)
    p.windows("suite", 1.8, 3.6)
    sofa(p, -3, -10.8, 0, 2.6)
    circle(p, 0, -10.4, 0.6)
    block(p, 4.4, -9, 2.0, 1.8)
    _core(p)
    for x, y, deg in ((-12, 7.8, 90), (12, 7.8, 90), (-29, 7.8, 90), (29, 7.8, 90)):
        p.symbol(
            "rescue_opening",
            (x, y),
            "救援口",
            "Rescue opening",
            deg,
            clear_width_m=1.0,
            clear_height_m=1.2,
            sill_height_m=0.9,
        )
    skip = ("st", "lob", "fl", "l1", "l2", "l3", "smoke", "wet")
    p.compartment("防火分区1", "Compartment 1", [k for k in p.rooms if not k.startswith(skip)])
    return p


def meeting() -> Plan:
    """2F: meeting rooms round the void over the lobby."""
    p = _start()
    p.room("void", rect(-6.4, -11.4, 6.4, -3.4), "大堂上空", "Lobby void", "opening")
    p.room(
        "ring",
        rect(-8.4, -13, 8.4, -1),
        "回廊",
        "Gallery",
        "corridor",
        hall="c",
        facade=("curtain_wall", 0.2),
    )
    toilets(p, "wc-m", (-14, 1.2, -8.4, 8.4), "男卫", "WC (men)", "top", 4)
    toilets(p, "wc-f", (-19.6, 1.2, -14, 8.4), "女卫", "WC (women)", "top", 4)
    west: list[Item] = [
        (10.2, "多功能厅", "Function room", rooms.classroom),
        (6.0, "会议室1", "Meeting 1", rooms.meeting),
    ]
    east: list[Item] = [
        (6.0, "会议室2", "Meeting 2", rooms.meeting),
        (10.2, "会议室3", "Meeting 3", rooms.classroom),
    ]
    band(p, "w", -24.6, -8.4, 7.4, west, "cor", facing=270, door=1.5)
    band(p, "e", 8.4, -8.4, 7.4, east, "cor", facing=270, door=1.5)
    band(
        p,
        "n",
        8.4,
        1.2,
        7.2,
        [
            (6, "会议室4", "Meeting 4", rooms.meeting),
            (10.2, "行政办公", "Administration", rooms.office),
        ],
        "cor",
        facing=90,
    )
    leftovers(p, "设备、库房", "Plant and store")
    for key in ("wc-m", "wc-f"):
        p.way_in(key, ["cor"], 0.9)
    _core(p)
    p.compartment("防火分区1", "Compartment 1", ["cor", "ring", "w1", "w2", "e1", "e2", "n1", "n2"])
    return p


def ground() -> Plan:
    """1F: lobby in the bow, restaurant and kitchen east, banquet hall west."""
    p = _start()
    p.room(
        "hall",
        rect(-8.4, -13, 8.4, -1),
        "酒店大堂",
        "Hotel lobby",
        "corridor",
        hall="c",
        facade=("curtain_wall", 0.2),
    )
    p.room("ban", rect(-33.6, -8.4, -8.4, -1), "宴会厅", "Banquet hall")
    p.room("dine", rect(8.4, -8.4, 33.6, -1), "全日餐厅", "Restaurant")
    toilets(p, "wc-m", (-14, 1.2, -8.4, 8.4), "男卫", "WC (men)", "top", 4)
    toilets(p, "wc-f", (-19.6, 1.2, -14, 8.4), "女卫", "WC (women)", "top", 4)
    p.room("kit", rect(14, 1.2, 27.2, 8.4), "厨房", "Kitchen", wall="heavy")
    p.room("control", rect(8.4, 1.2, 14, 8.4), "消防控制室", "Fire control room", wall="heavy")
    p.room("bag", rect(-25, 1.2, -19.6, 8.4), "行李、库房", "Luggage")
    leftovers(p, "库房", "Store")
    for key in ("ban", "dine"):
        p.door("cor", key, (-12 if key == "ban" else 12, -1), 1.8, "door.double", into="cor")
        p.door("cor", key, (-22 if key == "ban" else 22, -1), 1.8, "door.double", into="cor")
        p.windows(key, 2.4, 4.2, 270)
    for key in ("wc-m", "wc-f", "bag", "control"):
        p.way_in(key, ["cor"], 0.9)
    p.door("cor", "kit", (18, 1.2), 1.5, "door.double", fire_rating_min=60)
    p.door("kit", OUT, (22, 8.4), 1.5, "door.double", into=OUT)
    p.door("control", OUT, (11, 8.4), 1.0, into=OUT)
    p.door("hall", OUT, (0, -13), 3.0, "door.sliding", into=OUT)
    p.door("st1", OUT, (-33.6, 0.7), 1.2, into=OUT)
    p.door("st2", OUT, (33.6, 0.7), 1.2, into=OUT)
    for x in (-28, -21, -14):
        for y in (-6.4, -3.2):
            circle(p, x, y, 0.9)
    for x in (13, 17, 21, 25, 29):
        for y in (-6.6, -3.2):
            block(p, x, y, 1.6, 0.9)
    block(p, -5.6, -6, 0.8, 4.4)
    sofa(p, 3, -10.6, 90, 2.6)
    circle(p, 3, -8.4, 0.5)
    _core(p)
    p.symbol("control_room", (9.8, 6.9), "消防控制室", "Fire control room", phone="0000-5550701")
    p.symbol("kitchen", (24.6, 6.6), "厨房", "Kitchen")
    p.symbol("gas_shutoff", (15.6, 7.2), "燃气阀", "Gas valve")
    p.symbol("power_shutoff", (6, 6.6), "配电", "Power")
    p.symbol("entrance.main", (0, -11.2), "主入口", "Main entrance")
    p.symbol("micro.main", (12.6, 6.9), "微型消防站", "Micro fire station")
    p.compartment("防火分区1", "Compartment 1", ["hall", "cor", "ban"])
    p.compartment("防火分区2", "Compartment 2", ["dine", "kit", "control"])
    return p
