"""The two lower basements: metro link and parking at B2, parking and fire pumps at B3."""

from __future__ import annotations

import itertools

import shapely
from shapely.geometry import LineString, Polygon

from . import podium
from .drawn import Drawn
from .furniture import block, circle, rows
from .plan import Plan
from .podium_basement import OUTLINE, PARKS, tower_cores, tower_doors
from .podium_shops import stores
from .shapes import rect
from .walls import shared_runs


def bays(
    p: Plan, room: str, lanes: tuple[tuple[float, float], ...], ev: Polygon | None = None
) -> int:
    """Parking bays, three between columns, along east-west aisles; returns how many."""
    free = p.shape(room).buffer(-0.3)
    blocked = shapely.unary_union([rect(a, -99, b, 99) for a, b in lanes])
    doors_ = shapely.unary_union([o.shape.buffer(2.2) for o in p.openings])
    n = 0
    for m in range(-5, 4):
        aisle = 4.2 + 16.8 * m
        for y0, y1 in ((aisle - 8.4, aisle - 3.1), (aisle + 3.1, aisle + 8.4)):
            for j in range(-11, 11):
                x0 = 4.2 + 8.4 * j + 0.4
                for k in range(3):
                    a, b = round(x0 + 2.53 * k, 2), round(x0 + 2.53 * (k + 1), 2)
                    bay = rect(a, y0, b, y1)
                    if (
                        free.contains(bay)
                        and not bay.intersects(blocked)
                        and not bay.intersects(doors_)
                    ):
                        n += 1
                        p.area("parking", bay, quantity=1)
                        if ev is not None and ev.contains(bay) and k == 1:
                            p.symbol(
                                "ev_charging",
                                ((a + b) / 2, (y0 + y1) / 2),
                                charging_points=3,
                                power_kw=60,
                            )
    return n


def parking_level() -> Plan:
    p = Plan(OUTLINE, facade=("wall", 0.4))
    tower_cores(p)
    podium.cores(p, towers=False)
    return p


def ramp(
    p: Plan, key: str, at: tuple[float, float, float, float], zh: str, en: str, up: float
) -> None:
    """A ramp: a heavy-walled bay with the ramp surface and its arrow line."""
    shape = rect(*at)
    p.room(key, shape, wall="heavy", core=True)
    p.area(
        "ramp", shape.buffer(-0.2, join_style="mitre"), zh, en, up, slope_pct=13, clear_width_m=6.0
    )
    x0, y0, x1, y1 = at
    y = (y0 + y1) / 2
    a, b = (x0 + 4, x1 - 4) if up == 0 else (x1 - 4, x0 + 4)
    s = 1.2 if up == 0 else -1.2
    p.draw("furniture", [(a, y), (b, y)], [(b - s, y - 0.6), (b, y), (b - s, y + 0.6)])


def lobbies(p: Plan) -> None:
    """Corridors in front of the podium's west and north cores."""
    p.room(
        "w-cor",
        rect(-68.2, -6.2, -65.6, 12.4),
        "前室走道",
        "Core corridor",
        "corridor",
        wall="heavy",
    )
    p.room(
        "n-cor", rect(-7.4, 45.2, 2.6, 47.6), "前室走道", "Core corridor", "corridor", wall="heavy"
    )


def lobby_doors(p: Plan) -> None:
    """Doors from the car park to the podium's stairs, lifts and toilets."""
    fire = {"fire_rating_min": 90}
    for way, key in (
        ("w-cor", "st1"),
        ("w-cor", "fl2-lobby"),
        ("fl1-lobby", "st6"),
        ("n-cor", "fl1-lobby"),
    ):
        p.way_in(key, [way], 1.2, **fire)
    for key in ("w-cor", "n-cor", "st2", "st3", "st4", "st5", "st7"):
        p.way_in(key, [*PARKS, "metro", "passage"], 1.2, **fire)
    p.way_in("fl1", ["fl1-lobby"], 1.1, "door.sliding")
    p.way_in("fl2", ["fl2-lobby"], 1.1, "door.sliding")
    for key in ("n-wc-f", "n-wc-m", "w-wc-f", "w-wc-m"):
        p.way_in(key, ["n-cor", "w-cor", *PARKS], 0.9)
    for key in ("pl1", "pl2", "gl1", "gl2"):
        p.way_in(key, PARKS, 1.1, "door.sliding")


def parks(p: Plan) -> None:
    """The car park in three parts, with fire shutters where they meet."""
    zones = (rect(-99, -99, -30.6, 99), rect(-30.6, -99, 16.0, 99), rect(16.0, -99, 99, 99))
    for key, zone, (zh, en) in zip(
        PARKS,
        zones,
        (("西车库", "Car park west"), ("中车库", "Car park centre"), ("东车库", "Car park east")),
        strict=True,
    ):
        p.room(key, shapely.intersection(p.free, zone), zh, en, hall="park")


def park_finish(
    p: Plan, level: str, lanes: tuple[tuple[float, float], ...], ev: Polygon | None = None
) -> None:
    """Shutters, bays, compartments and equipment of a parking level."""
    for a, b in itertools.pairwise(PARKS):
        for line in shared_runs(p.edges, a, b):
            if line.length > 1.5:
                p.line(
                    "fire_shutter",
                    list(line.coords),
                    "防火卷帘",
                    "Fire shutter",
                    fire_rating_min=180,
                )
    for n, key in enumerate(PARKS, 1):
        count = bays(p, key, lanes, ev)
        p.compartment(
            f"防火分区{level}-{n}（车库 {count} 位）",
            f"Compartment {level}-{n} (parking, {count})",
            [key],
        )
        p.along(key, "standpipe", 40, 9 + 3 * n, zh=f"XH{n}-" + "{n}", en=f"SP{n}-" + "{n}")
        p.along(key, "call_point", 55, 22)
        p.along(key, "extinguisher", 46, 30, agent="abc_powder", quantity=2)
    parking_equipment(p)


def parking_equipment(p: Plan) -> None:
    p.beside("fl1-lobby", "fl1", "standpipe", (-4.4, 48.6), zh="XH-N", en="SP-N")
    p.beside("fl2-lobby", "fl2", "standpipe", (-72.4, 11.6), zh="XH-W", en="SP-W")
    for i, (x, y) in enumerate(
        ((-64.4, 3), (-5, 43.8), (-39.8, -44), (5.4, -48), (45, -45), (66.6, 8), (-24.4, 49.6)), 1
    ):
        p.symbol("exit", (x, y), f"安全出口{i}", f"Exit {i}")


def link(p: Plan) -> None:
    """The metro link at B2: unpaid concourse, two shutters, shops and the passage to the mall."""
    p.room(
        "metro",
        Polygon([(-76, -57.2), (-42, -68), (-28, -68), (-36, -52), (-70, -44)]),
        "地铁站厅（非付费区）",
        "Metro concourse (unpaid area)",
        "corridor",
        wall="heavy",
        hall="link",
    )
    passage = LineString([(-50, -50), (-46, -34), (-28, -20), (-14, -14)]).buffer(
        5, cap_style="flat", join_style="mitre"
    )
    p.room(
        "passage",
        passage,
        "地铁连通道",
        "Metro link passage",
        "corridor",
        wall="heavy",
        hall="link",
    )
    hall = podium.ellipse(-8, -8, 17, 13)
    p.room("hall", hall, "下沉中庭", "Sunken hall", "corridor", wall="heavy", hall="link")
    for i, shape in enumerate(
        (
            Polygon([(-60, -44), (-51, -44), (-47.5, -30), (-60, -30)]),
            Polygon([(-41, -47), (-24, -47), (-24, -16), (-41, -30)]),
            rect(-24, -47, -8, -21.4),
        )
    ):
        zh, en = (("便利店", "Convenience"), ("面包房", "Bakery"), ("快餐", "Fast food"))[i]
        p.room(f"shop{i}", shape, zh, en, front="curtain_wall")
        rows(p, p.shape(f"shop{i}"), 0, 2.8, 0.9, 1.5)


def b2() -> list[Drawn]:
    """B2: the metro link in the south-west, parking elsewhere."""
    p = parking_level()
    link(p)
    ramp(p, "ramp1", (2, -67.4, 36, -60.4), "坡道（至B1）", "Ramp to B1", 0)
    ramp(p, "ramp2", (30, -36, 64, -29), "坡道（至B3）", "Ramp to B3", 180)
    lobbies(p)
    p.room("elec", rect(60, 36.6, 77, 54.6), "变配电室", "Substation", wall="heavy")
    p.room("fan-e", rect(67.2, 20, 90, 32), "排烟机房", "Smoke fans", wall="heavy")
    p.room("fan-w", rect(-80, -30, -69.4, -18), "送风机房", "Supply fans", wall="heavy")
    rows(p, p.shape("elec"), 0, 3.4, 1.1, 1.6)
    parks(p)
    stores(p)
    lobby_doors(p)
    tower_doors(p)
    for key in ("elec", "fan-e", "fan-w"):
        p.way_in(key, PARKS, 1.5, into="", fire_rating_min=90)
    for i in range(3):
        p.way_in(f"shop{i}", ["passage", "hall", "metro"], 2.0)
    p.door("park-c", "hall", (-8, 5), 1.8, "door.double", fire_rating_min=90)
    p.columns(podium.GRID_X, podium.GRID_Y, 0.8)
    park_finish(p, "B2", ((-34, -27), (12.6, 19.4)), rect(20, -20, 70, 12))
    a, b = (-52.4, -46.6), (-44.4, -49.4)
    p.line(
        "fire_shutter",
        [a, b],
        "特级防火卷帘（地铁侧）",
        "Fire shutter, metro side",
        fire_rating_min=180,
        control_from="消防控制室、地铁车控室",
    )
    p.line(
        "fire_shutter",
        [(-25.6, -13.2), (-19.6, -22.2)],
        "特级防火卷帘（商场侧）",
        "Fire shutter, mall side",
        fire_rating_min=180,
        control_from="消防控制室",
    )
    p.symbol(
        "metro_link",
        (-48, -54),
        "地铁连通口",
        "Metro link",
        clear_width_m=8.0,
        opens_by="remote",
        phone="0000-5550130",
    )
    p.symbol("crowd", (-60, -52), "早晚高峰客流", "Rush-hour crowd", persons=1200)
    p.symbol("transformer", (68, 52), "变压器 2×1600 kVA", "Transformers 2×1600 kVA", voltage_kv=10)
    p.symbol("switch_room", (68, 38.6), "变配电室", "Substation", voltage_kv=10)
    p.symbol("gas_system", (62, 45), "气体灭火", "Gas suppression", agent="ig541")
    p.symbol("exhaust_fan", (72, 24), "排烟风机", "Smoke fans")
    p.symbol("makeup_air", (-75, -22), "送风机", "Supply fans")
    p.symbol("fire_telephone", (-56, -46.4), "与车控室直通电话", "Line to the metro control room")
    p.line(
        "escape_route",
        [(-54, -52), (-47, -40), (-30, -21), (-8, -8)],
        "连通道疏散",
        "Link escape route",
    )
    p.symbol("key_part", (-33, -57), "地铁接口", "Metro interface")
    p.compartment("防火分区B2-4（连通道）", "Compartment B2-4 (link)", ["metro", "passage", "hall"])
    return p.build()


def b3() -> list[Drawn]:
    """B3: parking, with the fire pumps, the pool, generator and plant along the north-east."""
    p = parking_level()
    ramp(p, "ramp2", (30, -36, 64, -29), "坡道（至B2）", "Ramp to B2", 0)
    lobbies(p)
    p.room(
        "pool1",
        rect(8.4, 36.6, 25, 44),
        "消防水池 1",
        "Fire pool 1",
        "fire_pool",
        wall="heavy",
        volume_m3=270,
    )
    p.room(
        "pool2",
        rect(25, 36.6, 39, 44),
        "消防水池 2",
        "Fire pool 2",
        "fire_pool",
        wall="heavy",
        volume_m3=270,
    )
    p.room("pumps", rect(42, 36.6, 60, 44), "消防泵房", "Fire pump room", wall="heavy")
    p.room(
        "b-cor",
        rect(8.4, 44, 60, 47.8).union(rect(39, 36.6, 42, 44)),
        "设备走道",
        "Plant corridor",
        "corridor",
        wall="heavy",
    )
    p.room("gen", rect(60, 36.6, 77, 54.6), "柴油发电机房", "Generator room", wall="heavy")
    p.room("fuel", rect(67.2, 28, 90, 36.6), "储油间", "Fuel store", wall="heavy")
    p.room("chill", rect(-42.4, 16.8, -18, 42), "制冷机房", "Chiller plant", wall="heavy")
    p.room("water", rect(-80, -44, -58.8, -28), "生活水泵房", "Domestic water", wall="heavy")
    p.room("fan-e", rect(67.2, 12, 90, 28), "排烟机房", "Smoke fans", wall="heavy")
    parks(p)
    lobby_doors(p)
    stores(p)
    tower_doors(p, "b-cor")
    p.way_in("b-cor", PARKS, 2.4, **{"fire_rating_min": 90})
    p.way_in("pumps", ["b-cor", *PARKS], 1.5, into="", fire_rating_min=90)
    for key in ("chill", "water", "fan-e", "gen"):
        p.way_in(key, PARKS, 1.5, into="", fire_rating_min=90)
    p.way_in("fuel", ["gen"], 1.0, fire_rating_min=90)
    for k in range(4):
        block(p, 46 + 3.4 * k, 40.4, 1.6, 3.0)
        circle(p, 46 + 3.4 * k, 43.4, 0.6)
    for x in (64.5, 71.5):
        block(p, x, 45, 3.0, 6.4)
    for y in (22, 28, 34):
        block(p, -30, y, 9, 3)
    for x in (-76, -71, -66):
        block(p, x, -36, 3, 4)
    p.symbol(
        "pump_room", (44.4, 42.6), "消防泵房", "Fire pump room", flow_lps=40, phone="0000-5550131"
    )
    p.symbol("sprinkler_valve", (57.8, 42.6), "湿式报警阀组", "Wet alarm valves", isolates="B3-B2")
    p.symbol(
        "generator", (68, 39.0), "柴油发电机 1600 kW", "Diesel generator 1600 kW", power_kw=1600
    )
    p.symbol("fuel_tank", (74, 31), "日用油箱 1 m³", "Day tank 1 m³", substance="柴油", volume_m3=1)
    p.symbol("gas_system", (75, 52.6), "气体灭火", "Gas suppression", agent="ig541")
    p.symbol("exhaust_fan", (76, 18), "排烟风机", "Smoke fans")
    p.symbol("water_shutoff", (-62, -31), "给水总阀", "Main water valve")
    p.symbol("fire_telephone", (51, 43.2), "消防电话", "Fire telephone")
    p.columns(podium.GRID_X, podium.GRID_Y, 0.8)
    park_finish(p, "B3", ((-34, -27), (12.6, 19.4)))
    p.compartment("防火分区B3-4（设备）", "Compartment B3-4 (plant)", ["pumps", "gen", "fuel"])
    return p.build()
