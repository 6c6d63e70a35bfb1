"""The cold store and the high-rack warehouse of the river works."""

from __future__ import annotations

from . import rooms
from .bands import way_out
from .cores import lift, stair
from .furniture import block, circle, rows
from .plan import OUT, Plan
from .shapes import rect

COLD = rect(-32, -21, 32, 21)
WARE = rect(-39, -24, 39, 24)


def _cold() -> Plan:
    p = Plan(COLD, facade=("wall", 0.35), light=("wall", 0.2))
    stair(p, "st1", (-32, 13.6, -25.2, 17), 0, "stair.enclosed", "ST-1", serves_floors="1F-3F")
    stair(p, "st2", (25.2, 13.6, 32, 17), 180, "stair.enclosed", "ST-2", serves_floors="1F-3F")
    lift(p, "g1", (-8, 10.6, -4, 14), "lift.freight", "货梯1", "Goods 1", capacity_kg=3000)
    lift(p, "g2", (4, 10.6, 8, 14), "lift.freight", "货梯2", "Goods 2", capacity_kg=3000)
    p.room("pass", rect(-25.2, 14, 25.2, 21), "穿堂", "Loading hall", "corridor", hall="p")
    p.room("lift-hall", rect(-4, 8, 4, 14), "", "", "corridor", hall="p")
    names = (
        ("冻结间", "Blast freezer", "-35 °C"),
        ("冷藏间1", "Cold room 1", "-18 °C"),
        ("冷藏间2", "Cold room 2", "-18 °C"),
        ("冷藏间3", "Cold room 3", "-18 °C"),
        ("保鲜间", "Chill room", "0–4 °C"),
    )
    x = -32.0
    for i, ((zh, en, cold), w) in enumerate(
        zip(names, (11.0, 14.0, 14.0, 14.0, 11.0), strict=True)
    ):
        p.room(f"c{i}", rect(x, -21, x + w, 8), zh, en, wall="heavy", facade=("wall", 0.4))
        rows(p, p.shape(f"c{i}"), 90, 3.6, 1.3, 1.4)
        p.symbol(
            "cold_store",
            (x + w / 2, -1.4),
            cold,
            cold,
            material="sandwich",
            substance="聚氨酯夹芯板",
        )
        x += w
    return p


def _cold_finish(p: Plan) -> Plan:
    for key, cor in (("st1", "pass"), ("st2", "pass")):
        p.way_in(key, [cor], 1.2, fire_rating_min=60)
    for g in ("g1", "g2"):
        p.way_in(g, ["pass", "lift-hall"], 1.8, "door.sliding")
    ways = ["pass", "lift-hall", "air-w", "air-e"]
    for i in range(5):
        p.way_in(f"c{i}", ways, 2.2, "door.sliding")
    for x in (-20, -8, 8, 20):
        p.symbol("extinguisher", (x, 20.2), agent="abc_powder", quantity=2)
    p.symbol("standpipe", (-22, 14.8), "XH-1", "SP-1")
    p.symbol("standpipe", (22, 14.8), "XH-2", "SP-2")
    p.symbol("call_point", (-23.9, 19.4))
    p.symbol("call_point", (23.9, 19.4))
    for x, deg in ((-24, 180), (24, 0)):
        p.symbol("exit", (x, 16), "安全出口", "Exit", deg)
    for s in (-1, 1):
        p.line(
            "escape_route",
            [(s * 2, 12), (s * 2, 17.4), (s * 24, 17.4), (s * 26.4, 15.6)],
            "疏散路线",
            "Escape route",
        )
    p.line(
        "combustible_insulation",
        [(-31.4, -20.6), (31.4, -20.6)],
        "聚氨酯保温",
        "PU insulation",
        combustion_class="b2",
    )
    p.columns((-21, -7, 7, 21), (-14, -7, 0), 0.7)
    p.compartment("防火分区1", "Compartment 1", [f"c{i}" for i in range(5)] + ["pass", "lift-hall"])
    return p


def cold_ground() -> Plan:
    """1F: five cold rooms, the loading hall with dock doors, the ammonia plant."""
    p = _cold()
    p.room(
        "air-w", rect(-25.2, 8, -4, 14), "回笼间", "Air lock", "corridor", hall="p", wall="heavy"
    )
    p.room("air-e", rect(4, 8, 25.2, 14), "回笼间", "Air lock", "corridor", hall="p", wall="heavy")
    p.room("comp", rect(-32, 8, -25.2, 13.6), "氨制冷机房", "Ammonia plant", wall="heavy")
    p.room("tank", rect(-32, 17, -25.2, 21), "储液器间", "Receiver room", wall="heavy")
    p.room("office", rect(25.2, 8, 32, 13.6), "值班室", "Duty room", wall="heavy")
    p.room("power", rect(25.2, 17, 32, 21), "配电间", "Switchroom", wall="heavy")
    p = _cold_finish(p)
    p.door("tank", OUT, (-32, 19), 1.2, into=OUT)
    p.way_in("power", ["pass"], 1.0, into="", fire_rating_min=60)
    rooms.office(p, "office")
    for x in (-17, -6, 6, 17):
        p.door("pass", OUT, (x, 21), 3.2, "door.sliding", into=OUT)
    way_out(p, "st1", (-32, 15.3), 1.2)
    way_out(p, "st2", (32, 15.3), 1.2)
    p.door("comp", OUT, (-32, 10.6), 1.5, "door.double", into=OUT)
    p.door("office", OUT, (32, 10.6), 1.0, into=OUT)
    block(p, -28.6, 9.6, 2.6, 1.2)
    circle(p, -29, 19.4, 0.9)
    p.symbol(
        "ammonia",
        (-28.6, 11.8),
        "氨机房，充注 4.2 t",
        "Ammonia plant, 4.2 t",
        amount="4.2 t",
        isolates="屋面紧急泄氨器",
        phone="0000-5550401",
    )
    p.symbol("air_shutoff", (-30.6, 18.4), "事故风机开关", "Emergency fan switch")
    p.symbol("power_shutoff", (30.4, 19.6), "总配电", "Main power")
    p.symbol("micro.duty_point", (27.2, 19.6), "微站执勤点", "Micro-station duty point")
    return p


def cold_upper() -> Plan:
    """2F-3F: cold rooms and the hall, reached by goods lifts."""
    p = _cold()
    p.room("air-w", rect(-25.2, 8, -4, 14), "包装间", "Packing", "corridor", hall="p", wall="heavy")
    p.room("air-e", rect(4, 8, 25.2, 14), "分拣间", "Sorting", "corridor", hall="p", wall="heavy")
    p.room("left", rect(-32, 8, -25.2, 13.6), "设备平台", "Plant platform", wall="heavy")
    p.room("left-2", rect(25.2, 8, 32, 13.6), "更衣、休息", "Changing, rest", wall="heavy")
    p.room("box", rect(-32, 17, -25.2, 21), "包材库", "Packaging store", wall="heavy")
    p.room("tools", rect(25.2, 17, 32, 21), "工具间", "Tool store", wall="heavy")
    for key in ("box", "tools"):
        p.way_in(key, ["pass"], 1.0)
    return _cold_finish(p)


def warehouse() -> Plan:
    """1F: one high-rack hall, a battery charging corner, an office strip with the only toilets."""
    p = Plan(WARE, facade=("wall", 0.25), light=("wall", 0.15))
    stair(p, "st1", (32.2, -24, 39, -20.6), 180, "stair.enclosed", "ST-1", serves_floors="1F-2F")
    p.room("charge", rect(27, 14, 39, 24), "叉车充电间", "Forklift charging", wall="heavy")
    p.room("haz", rect(27, 4, 39, 14), "化学品库", "Chemicals store", wall="heavy")
    p.room("office", rect(27, -10, 39, 4), "办公", "Office", wall="heavy")
    p.room("wc", rect(32.2, -15, 39, -10), "卫生间", "WC", wall="heavy")
    p.room("duty", rect(32.2, -20.6, 39, -15), "值班、消控", "Duty, alarm panel", wall="heavy")
    p.room("lobby", rect(27, -24, 32.2, -10), "门厅", "Entrance", "corridor", wall="heavy")
    p.room("sort", rect(-39, -24, 27, -13), "分拣、装卸区", "Sorting and loading", hall="w")
    p.room("hall", rect(-39, -13, 27, 24), "高架库区", "High-rack hall", hall="w")
    for k in range(11):
        x = -36 + 5.6 * k
        p.draw(
            "furniture",
            [(x, -10), (x + 1.2, -10), (x + 1.2, 21), (x, 21), (x, -10)],
            [(x + 1.4, -10), (x + 2.6, -10), (x + 2.6, 21), (x + 1.4, 21), (x + 1.4, -10)],
        )
        for y in (-4, 2, 8, 14):
            p.draw("furniture", [(x, y), (x + 1.2, y)], [(x + 1.4, y), (x + 2.6, y)])
    rooms.office(p, "office")
    rooms.wc(p, "wc")
    for x in (29, 32, 35):
        block(p, x, 21.6, 1.4, 2.6)
    p.way_in("charge", ["hall"], 2.4, "door.sliding", fire_rating_min=90)
    p.way_in("haz", ["hall"], 1.5, fire_rating_min=90)
    p.way_in("office", ["hall"], 1.0)
    p.way_in("lobby", ["sort"], 1.5, fire_rating_min=60)
    p.way_in("duty", ["lobby"], 1.0)
    p.way_in("wc", ["lobby"], 0.9)
    p.way_in("st1", ["lobby"], 1.2, fire_rating_min=60)
    for x in (-33, -21, -9, 3, 15):
        p.door("sort", OUT, (x, -24), 3.6, "door.sliding", into=OUT)
        block(p, x + 5, -18, 3.0, 1.2)
    for x, y in ((-39, 6), (-39, 19), (0, 24)):
        way_out(p, "hall", (x, y), 1.5)
    way_out(p, "lobby", (29.5, -24), 1.5)
    p.door("haz", OUT, (39, 9), 1.2, into=OUT)
    p.door("charge", OUT, (39, 20), 1.2, into=OUT)
    p.symbol(
        "high_rack",
        (-6.6, 6.8),
        "货架高 9.6 m",
        "Racks 9.6 m high",
        storage_height_m=9.6,
        substance="日用百货、家电",
    )
    p.symbol(
        "battery_store",
        (36.4, 16.4),
        "铅酸、锂电混充",
        "Lead-acid and lithium charging",
        energy_kwh=120,
    )
    p.symbol("hazmat", (36, 6.2), "酒精、清洗剂", "Alcohol, solvents", amount="0.8 t", agent="foam")
    p.symbol("alarm_panel", (37.6, -16.4), "报警主机", "Alarm panel")
    p.symbol("power_shutoff", (28, -23), "总配电", "Main power")
    p.symbol("collapse_risk", (-18, 6.8), "轻钢屋面", "Light steel roof", material="steel")
    for n, (x, y) in enumerate(
        ((-38.2, -2), (-38.2, 13), (-12, 23.2), (14, 23.2), (26.2, -4), (-14, -23.2)), 1
    ):
        p.symbol("standpipe", (x, y), f"XH-{n}", f"SP-{n}")
    for x in (-30, -6, 22):
        p.symbol("call_point", (x, -12.4))
        p.symbol("extinguisher.wheeled", (x + 3, -12.4), agent="abc_powder", quantity=1)
        p.symbol("smoke_vent", (x, 22))
    for x, y in ((-28.2, 22.4), (-11.4, 22.4), (5.4, 22.4)):
        p.line(
            "escape_route",
            [(x, -11.6), (x, y), (0 if x > -20 else -38, 22.8 if x > -20 else 19.2)],
            "疏散路线",
            "Escape route",
        )
    p.columns((-26, -13, 0, 13), (-12.4,), 0.6)
    p.compartment("防火分区1", "Compartment 1", ["hall", "sort"])
    return p


def mezzanine() -> Plan:
    """2F: offices over the entrance, looking into the hall."""
    p = Plan(WARE, facade=("wall", 0.25), light=("partition", 0.12))
    stair(p, "st1", (32.2, -24, 39, -20.6), 180, "stair.enclosed", "ST-1", serves_floors="1F-2F")
    p.room("cor", rect(27, -24, 29.4, 24), "走道", "Corridor", "corridor", wall="heavy")
    p.room("cor2", rect(29.4, -24, 32.2, -20.6), "", "", "corridor", wall="heavy")
    y = -20.6
    for n, (d, zh, en, fit) in enumerate(
        (
            (9.6, "会议室", "Meeting", rooms.meeting),
            (11, "调度室", "Dispatch", rooms.office),
            (12, "财务室", "Accounts", rooms.office),
            (12, "员工休息", "Staff room", rooms.lounge),
        )
    ):
        p.room(f"o{n}", rect(29.4, y, 39, y + d), zh, en)
        fit(p, f"o{n}")
        y += d
    p.room("void", rect(-39, -24, 27, 24), "库区上空", "Hall void", "opening", wall="light")
    p.way_in("st1", ["cor2"], 1.2, fire_rating_min=60)
    p.way_in("cor2", ["cor"], 1.4)
    for n in range(4):
        p.way_in(f"o{n}", ["cor"], 1.0)
        p.windows(f"o{n}", 1.8, 4, 0)
    p.symbol("exit", (30.8, -21.6), "安全出口", "Exit")
    p.symbol("standpipe", (28.2, -10), "XH-7", "SP-7")
    p.line("escape_route", [(28.2, 20), (28.2, -22.3), (33.4, -22.3)], "疏散路线", "Escape route")
    return p
