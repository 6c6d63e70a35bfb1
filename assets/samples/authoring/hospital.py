"""The hospital: two bars joined by a core, wards above, outpatients and emergency below."""

from __future__ import annotations

import shapely

from . import rooms
from .bands import Item, band, leftovers, way_out
from .cores import bank, lift, shaft, stair, toilets
from .furniture import block, rows
from .plan import Plan
from .shapes import largest, rect

OUTLINE = largest(
    shapely.unary_union([rect(-34, 10, 34, 27), rect(-34, -27, 34, -10), rect(-11, -10, 11, 10)])
)


def _start() -> Plan:
    p = Plan(OUTLINE, facade=("wall", 0.3), light=("partition", 0.12))
    stair(p, "st1", (-11, -3.6, -3.8, -0.2), 0, "stair.smokeproof", "ST-1", serves_floors="B1-9F")
    stair(p, "st2", (3.8, 0.2, 11, 3.6), 180, "stair.smokeproof", "ST-2", serves_floors="B1-9F")
    stair(p, "st3", (-34, 17, -30.6, 24.2), 90, "stair.enclosed", "ST-3", serves_floors="1F-9F")
    stair(p, "st4", (30.6, -24.2, 34, -17), 90, "stair.enclosed", "ST-4", serves_floors="1F-9F")
    p.room("lob1", rect(-11, -0.2, -3.8, 1.8), "前室", "Lobby", "lobby", wall="heavy")
    p.room("lob2", rect(3.8, -1.8, 11, 0.2), "前室", "Lobby", "lobby", wall="heavy")
    lift(p, "fl1", (-11, 1.8, -8.2, 4.8), "lift.firefighting", "FL-1", capacity_kg=1600)
    bank(p, "bed", -8.2, 1.8, 2, 2.2, 3.0, "病梯", "lift.evacuation")
    bank(p, "vis", 3.8, -4.8, 3, 2.4, 3.0, "L")
    shaft(p, "wet", (-11, 4.8, -7.6, 7.2), "shaft.service", "管井", "Risers")
    shaft(p, "smoke", (-7.6, 4.8, -3.8, 7.2), "shaft.ventilation", "排烟", "Smoke exhaust")
    shaft(p, "elec", (3.8, 3.6, 7.4, 7.2), "shaft.service", "电井", "Electrical")
    toilets(p, "wc-m", (-11, -8.6, -3.8, -3.6), "男卫", "WC (men)", "left", 4)
    toilets(p, "wc-f", (3.8, -8.6, 11, -4.8), "女卫", "WC (women)", "right", 3)
    p.room("clean", rect(7.4, 3.6, 11, 7.2), "污洗", "Sluice", wall="heavy")
    p.room("hall", rect(-3.8, -10, 3.8, 10), "电梯厅", "Lift hall", "corridor", hall="h")
    p.room("hall-n", rect(-11, 7.2, -3.8, 10), kind="corridor", hall="h")
    p.room("hall-n2", rect(3.8, 7.2, 11, 10), kind="corridor", hall="h")
    p.room("hall-s", rect(-11, -10, -3.8, -8.6), kind="corridor", hall="h")
    p.room("hall-s2", rect(3.8, -10, 11, -8.6), kind="corridor", hall="h")
    p.room("cor-n", rect(-30.6, 17, 34, 19.8), "护理走道", "Ward corridor", "corridor", hall="h")
    p.room("cor-s", rect(-34, -19.8, 30.6, -17), "护理走道", "Ward corridor", "corridor", hall="h")
    p.room("x-n", rect(-3.8, 10, 3.8, 17), kind="corridor", hall="h")
    p.room("x-s", rect(-3.8, -17, 3.8, -10), kind="corridor", hall="h")
    return p


def _finish(p: Plan) -> Plan:
    for cor, st in (
        ("cor-n", "st3"),
        ("cor-s", "st4"),
        ("lob1", "st1"),
        ("lob2", "st2"),
        ("hall", "lob1"),
        ("hall", "lob2"),
    ):
        p.door(cor, st, None, 1.3, "door.double" if "cor" in cor else "door", fire_rating_min=60)
    p.door("lob1", "fl1", None, 1.2, "door.sliding")
    for i in (1, 2):
        p.way_in(f"bed{i}", ["lob1", "hall"], 1.4, "door.sliding")
    for i in (1, 2, 3):
        p.way_in(f"vis{i}", ["lob2"], 1.1, "door.sliding")
    p.way_in("wc-m", ["hall", "hall-s", "hall-s2"], 0.9)
    p.way_in("wc-f", ["hall", "hall-s", "hall-s2"], 0.9)
    p.way_in("clean", ["hall-n2"], 0.9)
    p.way_in("elec", ["hall"], 0.9, into="", fire_rating_min=30)
    p.symbol("standpipe", (-4.6, 0.8), "XH-1", "SP-1")
    p.symbol("standpipe", (4.6, -0.8), "XH-2", "SP-2")
    for x in (-22, 14):
        p.symbol("standpipe", (x, 17.6), "", "")
        p.symbol("standpipe", (x, -17.6), "", "")
        p.symbol("call_point", (x + 3, 19.3))
        p.symbol("extinguisher", (x + 5, 17.6), agent="abc_powder", quantity=2)
        p.symbol("call_point", (x + 3, -19.3))
        p.symbol("smoke_vent", (x + 8, 18.4))
        p.symbol("smoke_vent", (x + 8, -18.4))
    for x, y in ((-29.6, 18.4), (29.6, -18.4), (-3.0, 1.6), (3.0, -1.6)):
        p.symbol("exit", (x, y), "安全出口", "Exit")
    p.symbol("fire_telephone", (-9.6, 0.8))
    p.line("escape_route", [(-6, 18.4), (-31.6, 18.4), (-32.6, 20)], "疏散路线", "Escape route")
    p.line(
        "escape_route",
        [(6, 18.4), (0, 18.4), (0, 1.0), (-5, 0.8), (-6, -1.4)],
        "水平疏散",
        "Horizontal escape",
    )
    p.line("escape_route", [(6, -18.4), (31.6, -18.4), (32.4, -20)], "疏散路线", "Escape route")
    north = [k for k in p.rooms if k.startswith(("n", "m", "cor-n", "x-n"))]
    south = [
        k
        for k in p.rooms
        if k.startswith(("s", "t", "cor-s", "x-s")) and not k.startswith("st") and k != "smoke"
    ]
    p.compartment("防火分区1（北）", "Compartment 1 (north)", north)
    p.compartment("防火分区2（南）", "Compartment 2 (south)", south)
    return p


def _repeat(n: int, w: float, zh: str, en: str, start: int) -> list[Item]:
    return [(w, f"{zh}{start + i}", f"{en} {start + i}", rooms.ward) for i in range(n)]


def ground() -> Plan:
    """1F: outpatients to the south, emergency and imaging to the north."""
    p = _start()
    north: list[Item] = [
        (12.6, "抢救大厅", "Resuscitation", rooms.ward),
        (10, "急诊留观", "Observation", rooms.ward),
        (8, "CT室", "CT", None),
        (8, "DR室", "X-ray", None),
        (10, "输液", "Infusion", rooms.stalls),
        (16, "急诊药房", "Pharmacy", rooms.shelves),
    ]
    band(p, "n", -30.6, 19.8, 7.2, north, "cor-n", facing=90, door=1.5)
    band(
        p,
        "m",
        -34,
        10,
        7,
        [(14, "挂号收费", "Registration", rooms.stalls), (16.2, "候诊", "Waiting", rooms.stalls)],
        "cor-n",
        facing=None,
        door=1.5,
    )
    band(
        p,
        "mm",
        3.8,
        10,
        7,
        [
            (10, "消防控制室", "Fire control room", rooms.office),
            (10, "液氧汇流排间", "Oxygen manifold", rooms.shelves),
            (10.2, "变配电室", "Switchroom", rooms.shelves),
        ],
        "cor-n",
        door=1.2,
    )
    band(
        p,
        "s",
        -34,
        -27,
        7.2,
        [
            (8, "内科", "Medicine", rooms.office),
            (8, "外科", "Surgery", rooms.office),
            (8, "儿科", "Paediatrics", rooms.office),
            (8, "妇科", "Gynaecology", rooms.office),
            (8, "眼科", "Eyes", rooms.office),
            (8, "检验", "Laboratory", rooms.stalls),
            (8, "采血", "Blood", rooms.stalls),
            (8.6, "门诊药房", "Dispensary", rooms.shelves),
        ],
        "cor-s",
        facing=270,
    )
    band(
        p,
        "t",
        -34,
        -17,
        7,
        [(14, "体检", "Check-ups", rooms.office), (16.2, "门诊候诊", "Outpatients", rooms.stalls)],
        "cor-s",
        facing=None,
    )
    band(
        p,
        "tt",
        3.8,
        -17,
        7,
        [(13, "便民服务", "Help desk", rooms.office), (13.8, "换药治疗", "Treatment", rooms.ward)],
        "cor-s",
        facing=None,
    )
    leftovers(p, "库房", "Store")
    p = _finish(p)
    way_out(p, "cor-s", (-34, -18.4), 2.4)
    way_out(p, "cor-n", (34, 18.4), 2.4)
    way_out(p, "hall-n", (-11, 8.6), 1.8)
    way_out(p, "hall-s2", (11, -9.3), 1.0)
    p.symbol("control_room", (6, 15.6), "消防控制室", "Fire control room", phone="0000-5550301")
    p.symbol("oxygen", (16, 15.6), "医用氧", "Medical oxygen", substance="液氧", isolates="1F-9F")
    p.symbol("switch_room", (28, 15.6), "变配电室", "Switchroom", voltage_kv=10)
    p.symbol("key_part", (-5, 25.6), "CT、DR 影像", "Imaging")
    p.symbol("crowd", (-24, -12), "门诊高峰", "Outpatient peak", persons=1400)
    return p


def ward() -> Plan:
    """2F-9F: two nursing units, patients who cannot walk."""
    p = _start()
    band(
        p,
        "n",
        -30.6,
        19.8,
        7.2,
        [*_repeat(8, 7.2, "病室", "Ward", 1), (7.0, "重症监护", "ICU", rooms.ward)],
        "cor-n",
        facing=90,
        door=1.3,
    )
    band(
        p,
        "m",
        -34,
        10,
        7,
        [
            (7, "护士站", "Nurses' station", rooms.office),
            (7.4, "医生办公", "Doctors", rooms.office),
            (8, "治疗室", "Treatment", rooms.shelves),
            (7.8, "配餐", "Pantry", rooms.shelves),
        ],
        "cor-n",
        door=1.1,
    )
    band(
        p,
        "mm",
        3.8,
        10,
        7,
        [
            (10, "避难间", "Refuge room", rooms.ward),
            (10, "示教室", "Teaching", rooms.meeting),
            (10.2, "库房", "Store", rooms.shelves),
        ],
        "cor-n",
        door=1.2,
    )
    band(p, "s", -34, -27, 7.2, _repeat(9, 7.1, "病室", "Ward", 11), "cor-s", facing=270, door=1.3)
    band(
        p,
        "t",
        -34,
        -17,
        7,
        [
            (10, "护士站", "Nurses' station", rooms.office),
            (10, "医生办公", "Doctors", rooms.office),
            (10.2, "治疗室", "Treatment", rooms.shelves),
        ],
        "cor-s",
        door=1.1,
    )
    band(
        p,
        "tt",
        3.8,
        -17,
        7,
        [(13, "避难间", "Refuge room", rooms.ward), (13.8, "值班室", "Duty room", rooms.lounge)],
        "cor-s",
        door=1.2,
    )
    leftovers(p, "库房", "Store")
    p = _finish(p)
    p.symbol("mobility_impaired", (0, 20.8), "卧床病人 38 人", "38 bed patients", persons=38)
    p.symbol("mobility_impaired", (0, -21), "卧床病人 34 人", "34 bed patients", persons=34)
    p.symbol("oxygen", (-3.0, 12), "本层氧气阀", "Floor oxygen valve", isolates="本层")
    p.symbol("escape_masks", (8.8, 11.4), "避难间", "Refuge room", quantity=40)
    for x, y, deg in (
        (-20, 26.4, 90),
        (0, 26.4, 90),
        (18, 26.4, 90),
        (-20, -26.4, 270),
        (0, -26.4, 270),
    ):
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
    return p


def basement() -> Plan:
    """B1: plant, stores and the kitchen."""
    p = _start()
    band(
        p,
        "n",
        -30.6,
        19.8,
        7.2,
        [
            (20, "中心供应", "Sterile supply", rooms.shelves),
            (22, "洗衣房", "Laundry", rooms.stalls),
            (22.6, "库房", "Store", rooms.shelves),
        ],
        "cor-n",
        window=0,
        door=1.5,
    )
    band(
        p,
        "s",
        -34,
        -27,
        7.2,
        [
            (20, "营养食堂厨房", "Kitchen", rooms.stalls),
            (14, "冷库", "Cold room", rooms.shelves),
            (14, "消防泵房", "Fire pump room", None),
            (16.6, "消防水池", "Fire pool", None),
        ],
        "cor-s",
        window=0,
        door=1.5,
    )
    leftovers(p, "设备用房", "Plant", "heavy")
    p = _finish(p)
    for x in (4, 8):
        block(p, x, -23.4, 1.4, 3)
    rows(p, p.shape("left"), 0, 3.4, 1.2, 1.4)
    p.symbol("pump_room", (10.6, -20.8), "消防泵房", "Fire pump room", flow_lps=30, volume_m3=430)
    p.symbol("kitchen", (-24, -21), "厨房", "Kitchen")
    return p
