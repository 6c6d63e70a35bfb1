"""The produce market: stalls in rows under one roof, shops round the edge, eating above."""

from __future__ import annotations

from . import rooms
from .bands import Item, band, leftovers
from .cores import lift, stair, toilets
from .furniture import block, circle
from .plan import OUT, Plan
from .shapes import chamfered, rect

OUTLINE = chamfered(-30, -22, 30, 22, 5.0)


def _start() -> Plan:
    p = Plan(OUTLINE, facade=("wall", 0.25), light=("partition", 0.12))
    stair(p, "st1", (-30, -3.5, -22.8, -0.1), 0, "stair.enclosed", "ST-1", serves_floors="1F-2F")
    stair(p, "st2", (22.8, 0.1, 30, 3.5), 180, "stair.enclosed", "ST-2", serves_floors="1F-2F")
    lift(p, "g1", (22.8, -3.2, 26, 0.1), "lift.freight", "货梯", "Goods lift", capacity_kg=2000)
    toilets(p, "wc", (-30, -0.1, -22.8, 5.4), "公共卫生间", "WC", "left", 4)
    return p


def _finish(p: Plan, hall: str) -> Plan:
    for key in ("st1", "st2"):
        p.way_in(key, [hall], 1.5, fire_rating_min=60)
    p.way_in("wc", [hall], 0.9)
    p.way_in("g1", [hall], 1.6, "door.sliding")
    for n, (x, y) in enumerate(((-21.8, -8), (21.8, 9), (0, 13.2), (0, -13.2)), 1):
        p.symbol("standpipe", (x, y), f"XH-{n}", f"SP-{n}")
        p.symbol("extinguisher", (x * 0.9 + 2, y), agent="abc_powder", quantity=2)
        p.symbol("call_point", (x * 0.9 - 3, y * 0.95))
    p.symbol("exit", (-21.6, -1.8), "安全出口", "Exit")
    p.symbol("exit", (21.6, 1.8), "安全出口", "Exit")
    p.columns((-14, 0, 14), (-12.6, -4.2, 4.2, 12.6), 0.6, None)
    return p


def _edge(p: Plan, hall: str, south: list[str], north: list[str]) -> None:
    def items(names: list[str]) -> list[Item]:
        return [(50 / len(names), n.split("/")[0], n.split("/")[1], rooms.stalls) for n in names]

    band(p, "s", -25, -22, 7.6, items(south), hall, window=0, door=1.8)
    band(p, "n", -25, 14.4, 7.6, items(north), hall, window=0, door=1.8)


def ground() -> Plan:
    p = _start()
    p.room("hall", rect(-22.8, -14.4, 22.8, 14.4), "交易大厅", "Market hall", "corridor", hall="m")
    p.room("gate-w", rect(-30, -11, -22.8, -5), "西门厅", "West entrance", "corridor", hall="m")
    p.room("gate-e", rect(22.8, 5, 30, 11), "东门厅", "East entrance", "corridor", hall="m")
    _edge(
        p,
        "hall",
        [
            "粮油/Grain and oil",
            "副食/Groceries",
            "熟食/Cooked food",
            "豆制品/Bean curd",
            "调料/Spices",
            "杂货/Sundries",
        ],
        ["冻品/Frozen food", "水产/Fish", "活禽/Poultry", "冷库/Cold room", "配电/Switchroom"],
    )
    leftovers(p, "仓储间", "Store")
    for key, at in (
        ("gate-w", (-30, -8)),
        ("gate-e", (30, 8)),
        ("st1", (-30, -1.8)),
        ("st2", (30, 1.8)),
    ):
        p.door(key, OUT, at, 2.4 if "gate" in key else 1.5, "door.double", into=OUT)
    p.symbol("entrance.main", (-27, -8), "西门", "West entrance")
    p.symbol("entrance.main", (27, 8), "东门", "East entrance")
    for x in range(-19, 20, 4):
        for y in (-9.5, -3.2, 3.2, 9.5):
            block(p, x, y, 3.0, 1.0)
            block(p, x, y + 1.6 if y > 0 else y - 1.6, 3.0, 1.0)
    p = _finish(p, "hall")
    p.symbol("ebike_charging", (-27.6, 12), "门口充电桩", "Charging post", charging_points=12)
    p.symbol("cold_store", (10, 20.4), "冷库（氟利昂）", "Cold room", material="sandwich")
    p.symbol("power_shutoff", (22, 20.4), "总配电", "Main power")
    for y in (-1.8, 1.8):
        p.line(
            "escape_route",
            [(0, y), (-21.4, -1.8)] if y < 0 else [(0, y), (21.4, 1.8)],
            "疏散路线",
            "Escape route",
        )
    return p


def upper() -> Plan:
    p = _start()
    p.room(
        "hall",
        rect(-22.8, -14.4, 22.8, 14.4).difference(rect(-10, -6, 10, 6)),
        "美食广场",
        "Food court",
        "corridor",
    )
    p.room("void", rect(-10, -6, 10, 6), "大厅上空", "Void", "opening")
    _edge(
        p,
        "hall",
        ["小吃1/Snacks 1", "小吃2/Snacks 2", "小吃3/Snacks 3", "小吃4/Snacks 4", "饮品/Drinks"],
        ["服装1/Clothes 1", "服装2/Clothes 2", "鞋帽/Shoes", "布匹/Cloth", "管理办公/Office"],
    )
    leftovers(p, "库房", "Store")
    for x in (-19, -14, 14, 19):
        for y in (-10, -5, 6, 11):
            block(p, x, y, 1.2, 1.2)
            circle(p, x, y + 1.0, 0.2)
    p = _finish(p, "hall")
    for i in (1, 2, 3, 4):
        c = p.shape(f"s{i}").centroid
        p.symbol("kitchen", (c.x, c.y - 1.6), "液化气灶", "LPG stove")
    p.symbol("crowd", (-16, 0.6), "集市日人流", "Market-day crowd", persons=900)
    return p
