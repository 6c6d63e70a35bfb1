"""A residential tower of the estate: four flats round one core with a scissor stair."""

from __future__ import annotations

import shapely

from .bands import leftovers
from .cores import lift, shaft, stair
from .furniture import basin, bed, block, circle, counter, rows, sofa, table, toilet
from .plan import OUT, Plan
from .shapes import largest, rect

OUTLINE = largest(
    shapely.unary_union(
        [
            rect(-18, -10, 18, 5.4),
            rect(-16.2, -11.4, -9.6, -10),
            rect(9.6, -11.4, 16.2, -10),
            rect(-7.6, -11.4, -1.8, -10),
            rect(1.8, -11.4, 7.6, -10),
            rect(-18, 0, -6, 8.2),
            rect(6, 0, 18, 8.2),
            rect(-4.6, 5, 4.6, 9.4),
        ]
    )
)


def _start() -> Plan:
    p = Plan(OUTLINE, facade=("wall", 0.25), light=("partition", 0.1))
    stair(
        p,
        "st",
        (-4.6, 4.4, 0.4, 9.4),
        0,
        "stair.scissor",
        "ST-1/2 剪刀梯",
        "ST-1/2 scissor stair",
        landing=1.1,
        serves_floors="B1-33F",
    )
    lift(p, "fl", (0.4, 4.4, 2.5, 6.8), "lift.firefighting", "FL-1", capacity_kg=1000)
    lift(p, "l1", (2.5, 4.4, 4.6, 6.8), "lift.passenger", "L-1")
    shaft(p, "press", (0.4, 6.8, 2.5, 9.4), "shaft.ventilation", "加压", "Press.")
    shaft(p, "smoke", (2.5, 6.8, 4.6, 9.4), "shaft.ventilation", "排烟", "Smoke exhaust")
    p.room("lobby", rect(-4.6, 1.6, 4.6, 4.4), "合用前室", "Shared lobby", "lobby", wall="heavy")
    shaft(p, "wet", (-6, 1.6, -4.6, 4.4), "", "水", "Water")
    shaft(p, "elec", (4.6, 1.6, 6, 4.4), "", "电", "Electrical")
    p.room("cor", rect(-6, -0.2, 6, 1.6), "走道", "Corridor", "corridor", wall="heavy")
    return p


def _core(p: Plan) -> None:
    p.door("cor", "lobby", None, 1.2, fire_rating_min=60)
    p.door("lobby", "st", (-3.4, 4.4), 1.0, fire_rating_min=60)
    p.door("lobby", "st", (-0.6, 4.4), 1.0, fire_rating_min=60)
    p.door("lobby", "l1", None, 1.0, "door.sliding")
    p.door("lobby", "fl", None, 1.0, "door.sliding")
    p.door("cor", "wet", (-5.3, 1.6), 0.6, into="cor", fire_rating_min=30)
    p.door("cor", "elec", (5.3, 1.6), 0.6, into="cor", fire_rating_min=30)
    p.symbol("standpipe", (-4.0, 2.2), "XH", "SP")
    p.symbol("call_point", (2.0, 1.0))
    p.symbol("extinguisher", (-2.6, 0.3), agent="abc_powder", quantity=2)
    p.symbol("exit", (0.6, 2.4), "安全出口", "Exit")


def _flat(p: Plan, n: int, mirror: bool) -> None:
    """A large end flat: living room and two bedrooms to the south, one to the north."""

    def x(v: float) -> float:
        return round(-v if mirror else v, 2)

    def box(a: float, y0: float, b: float, y1: float) -> shapely.Polygon:
        return rect(x(a), y0, x(b), y1)

    k = f"a{n}"
    p.room(f"{k}-bal", box(-16.2, -11.4, -9.6, -10), "阳台", "Balcony", facade=("railing", 0.1))
    p.room(f"{k}-bed", box(-18, -10, -14.2, -4.8), "主卧", "Bedroom 1")
    p.room(f"{k}-bath", box(-18, -4.8, -15.6, -2.4), "卫", "Bath")
    p.room(f"{k}-bath2", box(-18, -2.4, -15.6, 0.2), "卫", "Bath 2")
    p.room(f"{k}-bed2", box(-18, 4.0, -13.6, 8.2), "次卧", "Bedroom 2")
    p.room(f"{k}-kit", box(-9.6, 3.4, -6, 8.2), "厨", "Kitchen")
    p.room(f"{k}-bed3", box(-13.6, 3.4, -9.6, 8.2), "次卧", "Bedroom 3")
    p.room(
        f"{k}-liv",
        box(-18, -10, -6, 5.4).difference(box(-9.0, -10, -5, -0.2)),
        f"{n:02d}户",
        f"Flat {n:02d}",
    )
    side = 180 if mirror else 0
    p.door("cor", f"{k}-liv", (x(-6), 0.6), 1.0, fire_rating_min=60)
    p.door(f"{k}-liv", f"{k}-bal", None, 2.4, "door.sliding")
    p.door(f"{k}-liv", f"{k}-bed", (x(-14.2), -5.6), 0.9)
    p.door(f"{k}-liv", f"{k}-bath", (x(-15.6), -3.6), 0.8)
    p.door(f"{k}-liv", f"{k}-bath2", (x(-15.6), -1.0), 0.8)
    p.door(f"{k}-liv", f"{k}-bed2", (x(-14.6), 4.0), 0.8)
    p.door(f"{k}-liv", f"{k}-bed3", (x(-12.6), 3.4), 0.9)
    p.door(f"{k}-liv", f"{k}-kit", (x(-7.6), 3.4), 1.4, "door.sliding")
    bed(p, x(-17.8), -7.4, side, 1.8)
    bed(p, x(-17.8), 6.4, side)
    bed(p, x(-11.6), 8.0, 270)
    toilet(p, x(-17.9), -4.2, side)
    basin(p, x(-17.9), -3.0, side)
    toilet(p, x(-17.9), -1.8, side)
    sofa(p, x(-9.2), -6.8, 180 - side, 2.6)
    table(p, x(-11.2), 0.6, 1.6, 0.9)
    counter(p, [(x(-9.4), 8.1), (x(-6.2), 8.1)] if mirror else [(x(-6.2), 8.1), (x(-9.4), 8.1)])
    for room, way in (("bed", 270), ("bed2", 90), ("bed3", 90), ("kit", 90)):
        p.windows(f"{k}-{room}", 1.5, 9, way)
    p.windows(f"{k}-bath", 0.6, 9, side or 180)


def _small(p: Plan, n: int, mirror: bool) -> None:
    def x(v: float) -> float:
        return round(-v if mirror else v, 2)

    def box(a: float, y0: float, b: float, y1: float) -> shapely.Polygon:
        return rect(x(a), y0, x(b), y1)

    k = f"b{n}"
    p.room(f"{k}-bal", box(-7.6, -11.4, -1.8, -10), "阳台", "Balcony", facade=("railing", 0.1))
    p.room(f"{k}-bed", box(-9.0, -10, -5.4, -4.4), "卧室", "Bedroom")
    p.room(f"{k}-bath", box(-9.0, -4.4, -6.6, -2.2), "卫", "Bath")
    p.room(f"{k}-kit", box(-2.4, -3.0, 0, -0.2), "厨", "Kitchen")
    p.room(f"{k}-liv", box(-9.0, -10, 0, -0.2), f"{n:02d}户", f"Flat {n:02d}")
    side = 180 if mirror else 0
    p.door("cor", f"{k}-liv", (x(-4.0), -0.2), 1.0, fire_rating_min=60)
    p.door(f"{k}-liv", f"{k}-bal", (x(-3.6), -10), 1.8, "door.sliding")
    p.door(f"{k}-liv", f"{k}-bed", (x(-5.4), -5.2), 0.9)
    p.door(f"{k}-liv", f"{k}-bath", (x(-6.6), -3.4), 0.8)
    p.door(f"{k}-liv", f"{k}-kit", (x(-2.4), -1.4), 1.2, "door.sliding")
    bed(p, x(-8.8), -7.4, side, 1.8)
    toilet(p, x(-8.9), -3.8, side)
    basin(p, x(-8.9), -2.8, side)
    sofa(p, x(-0.2), -7.0, 180 - side, 2.2)
    table(p, x(-4.2), -3.0, 1.2, 0.8)
    p.windows(f"{k}-bed", 1.5, 9, 270)


def typical() -> Plan:
    """2F-33F: four flats."""
    p = _start()
    _flat(p, 1, False)
    _flat(p, 4, True)
    _small(p, 2, False)
    _small(p, 3, True)
    _core(p)
    p.line(
        "escape_route", [(-5.4, 0.7), (-1, 0.7), (-1, 3.2), (-2.6, 5.2)], "疏散路线", "Escape route"
    )
    p.line(
        "escape_route",
        [(5.4, 0.7), (-0.4, 0.7), (-0.4, 3.2), (-0.6, 5.2)],
        "疏散路线",
        "Escape route",
    )
    for x in (-16, 16):
        p.symbol(
            "rescue_opening",
            (x, 7.6),
            "避难间外窗",
            "Refuge room window",
            90,
            clear_width_m=1.0,
            clear_height_m=1.2,
            sill_height_m=0.9,
        )
    p.compartment("防火分区1", "Compartment 1", [k for k in p.rooms if "-" in k] + ["cor"])
    return p


def basement() -> Plan:
    """B1: bicycles turned into e-bike parking, pumps and the switchroom."""
    p = _start()
    p.room("lane", rect(-6, -6, 6, -0.2), "通道", "Passage", "corridor", hall="h")
    p.rooms["cor"].hall = "h"
    p.room("bike", rect(-18, -11.4, -6, 0), "非机动车库", "Bicycle store", wall="heavy")
    p.room("store", rect(-18, 0, -6, 8.2), "住户储藏", "Residents' storage", wall="heavy")
    p.room(
        "pump", rect(6, -11.4, 18, -3), "消防、生活泵房", "Fire and domestic pumps", wall="heavy"
    )
    p.room("power", rect(6, -3, 18, 3), "配电室", "Switchroom", wall="heavy")
    p.room("fan", rect(6, 3, 18, 8.2), "排烟机房", "Smoke fans", wall="heavy")
    p.room(
        "pool",
        rect(-6, -11.4, 6, -6),
        "消防水池",
        "Fire pool",
        "fire_pool",
        wall="heavy",
        volume_m3=108,
    )
    leftovers(p, "储藏", "Store", "heavy")
    _core(p)
    for key in ("bike", "pump"):
        p.way_in(key, ["lane"], 1.5, fire_rating_min=60)
    p.way_in("power", ["lane"], 1.2, into="", fire_rating_min=60)
    p.way_in("store", ["bike"], 1.2)
    p.way_in("fan", ["power"], 1.0, fire_rating_min=60)
    rows(p, p.shape("bike"), 90, 2.2, 0.6, 0.9)
    rows(p, p.shape("store"), 90, 1.8, 0.7, 0.8)
    for x in (9, 12, 15):
        block(p, x, -8.4, 1.2, 2.4)
    rows(p, p.shape("power"), 0, 2.6, 0.9, 0.9)
    p.symbol(
        "ebike_charging", (-12, -10.4), "违规充电处", "Charging not allowed here", charging_points=6
    )
    p.symbol("pump_room", (16.4, -4.4), "消防泵房", "Fire pump room", flow_lps=20)
    p.symbol("switch_room", (16.4, 1.8), "配电室", "Switchroom", voltage_kv=0.4)
    p.line("escape_route", [(0, -5), (0, 3.2), (-2.6, 5.2)], "疏散路线", "Escape route")
    p.compartment("防火分区B1", "Compartment B1", ["lane", "cor", "bike", "store"])
    return p


def ground() -> Plan:
    """1F: entrance hall, duty room, e-bike charging turned out of the hall, bicycle store."""
    p = _start()
    p.room(
        "hall",
        rect(-6, -11.4, 6, -0.2).difference(rect(-7.6, -11.4, -1.8, -10)),
        "门厅",
        "Entrance hall",
        "corridor",
        hall="h",
    )
    p.room("duty", rect(6, -10, 12, 2), "物业值班、消控", "Duty room, alarm panel")
    p.room("shop", rect(12, -11.4, 18, 8.2), "社区服务", "Community room")
    p.room("meter", rect(6, 2, 12, 8.2), "电表间", "Meter room", wall="heavy")
    p.room("bike", rect(-18, -10, -6, 0.4), "自行车库", "Bicycle store", wall="heavy")
    p.room("gym", rect(-18, 0.4, -6, 8.2), "老年活动室", "Seniors' room")
    p.rest("left", "储藏", "Store", "room")
    p.rooms["cor"].hall = "h"
    _core(p)
    p.door("hall", OUT, (3, -10), 2.4, "door.double", into=OUT)
    p.way_in("duty", ["hall"], 1.0)
    p.way_in("meter", ["duty", "shop"], 1.0, fire_rating_min=60)
    p.way_in("bike", [""], 1.8, into="")
    p.door("shop", OUT, (18, -4), 1.5, "door.double", into=OUT)
    p.door("gym", OUT, (-18, 4), 1.5, "door.double", into=OUT)
    p.door("st", OUT, (-3, 9.4), 1.2, into=OUT)
    rows(p, p.shape("bike"), 90, 2.2, 0.6, 0.9)
    for y in (2.6, 6):
        table(p, -12, y, 2.0, 0.9)
    for y in (-7, -2, 4):
        circle(p, 15, y, 0.7)
    block(p, 9, -7.4, 3, 0.8)
    sofa(p, -5.6, -5, 0, 2.4)
    p.symbol("entrance.main", (3.0, -8.2), "单元门", "Entrance")
    p.symbol("alarm_panel", (10.8, -8.8), "报警主机", "Alarm panel")
    p.symbol("power_shutoff", (10.8, 6.8), "总电源", "Main power")
    p.symbol("water_shutoff", (-4.6, -2.0), "给水总阀", "Water valve")
    p.symbol("mobility_impaired", (-16.6, 7.0), "老年人活动", "Older residents", persons=30)
    p.line("escape_route", [(-2.2, 6.0), (-3, 8.8)], "疏散路线", "Escape route")
    p.line("escape_route", [(0, 3), (0.2, -0.8), (3, -9.2)], "疏散路线", "Escape route")
    p.compartment("防火分区1", "Compartment 1", ["hall", "cor", "duty", "shop", "gym"])
    return p
