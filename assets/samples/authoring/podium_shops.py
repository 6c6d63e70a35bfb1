"""The podium's ground floor, and how the free blocks of every storey become shops."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from shapely.geometry import Point, Polygon

from . import podium
from .furniture import block, circle, rows, table
from .plan import OUT, Plan
from .podium import HALLS, OUTLINE
from .shapes import Xy, arc, cut, merged, polygons

TOWERS = podium.TOWER_A.union(podium.TOWER_B)
Shop = tuple[str, str, str]
Cut = Sequence[Xy]
DOORS_TO = (*HALLS, "cor-serv", "cor-w", "cor-nw")


def v(x: float, y0: float = -60.0, y1: float = 60.0) -> Cut:
    return [(x, y0), (x, y1)]


def h(y: float, x0: float = -80.0, x1: float = 80.0) -> Cut:
    return [(x0, y), (x1, y)]


def shops(
    p: Plan,
    name: str,
    at: Xy,
    cuts: Sequence[Cut],
    kinds: Sequence[Shop] | Callable[[Polygon, int], Shop],
) -> list[str]:
    """Cut the free block around a place into shops; returns their keys."""
    block_ = next(g for g in polygons(p.free) if g.distance(Point(at)) < 0.01)
    parts = cut(block_, *cuts)
    keys = []
    for i, part in enumerate(parts):
        zh, en, fit = kinds(part, i) if callable(kinds) else kinds[i % len(kinds)]
        key = f"{name}{i + 1}"
        solid = fit in ("kitchen", "seats", "plant")
        p.room(
            key,
            part,
            zh,
            en,
            front="" if solid else "curtain_wall",
            wall="heavy" if solid else "light",
        )
        keys.append(key)
        fit_out(p, key, fit)
    return keys


def two_rows(y: float, front: Sequence[str], back: Sequence[str]) -> Callable[[Polygon, int], Shop]:
    """Names for a block cut along y: those to the mall and those to the street, in turn."""
    lists = {True: iter(front), False: iter(back)}

    def name(part: Polygon, _i: int) -> Shop:
        zh, en, fit = next(lists[part.centroid.y > y], "商铺/Shop/shelves").split("/")
        return (zh, en, fit)

    return name


def fit_out(p: Plan, key: str, fit: str) -> None:
    """Furnish a shop: shelves, racks, tables, seats."""
    room = p.shape(key)
    c = room.centroid
    if fit == "shelves":
        rows(p, room, 0, 2.6, 0.9, 1.6)
    elif fit == "racks":
        rows(p, room, 90, 3.0, 0.7, 1.8)
    elif fit == "tables":
        inner = room.buffer(-1.6)
        if inner.is_empty:
            return
        x0, y0, x1, y1 = inner.bounds
        nx, ny = max(1, round((x1 - x0) / 3.7)), max(1, round((y1 - y0) / 3.3))
        for i in range(nx):
            for j in range(ny):
                x, y = x0 + (x1 - x0) * (i + 0.5) / nx, y0 + (y1 - y0) * (j + 0.5) / ny
                if inner.contains(Point(x, y)):
                    block(p, x, y, 1.2, 0.8)
                    p.draw(
                        "furniture",
                        [(x - 0.9, y - 0.25), (x - 0.9, y + 0.25)],
                        [(x + 0.9, y - 0.25), (x + 0.9, y + 0.25)],
                    )
    elif fit == "seats":
        rows(p, room, 0 if c.y > -20 else 5, 1.15, 0.55, 2.4)
    elif fit == "kitchen":
        rows(p, room, 0, 2.6, 0.8, 1.3)
        p.symbol("kitchen", (c.x, c.y + 1.2), "厨房", "Kitchen", isolates="本店燃气")
        p.symbol("kitchen_suppression", (c.x + 1.6, c.y - 1.6), agent="wet_chemical")
    elif fit == "play":
        for k in range(5):
            circle(p, c.x + 3.4 * math.cos(1.26 * k), c.y + 3.4 * math.sin(1.26 * k), 0.9)
        p.symbol("children", (c.x, c.y - 2.0), zh="儿童", en="Children", persons=60)
    elif fit == "class":
        rows(p, room, 0, 1.7, 0.5, 1.6)
    elif fit == "counter":
        block(p, c.x, c.y, min(5.0, (room.bounds[2] - room.bounds[0]) * 0.5), 0.8)
    elif fit == "meeting":
        table(p, c.x, c.y, 3.2, 1.4)


def doors(p: Plan, keys: Sequence[str], street: bool = False) -> dict[str, str]:
    """A door for every shop: to a hall, else the street, else an escape corridor or a
    neighbour; returns the hall (or "")."""
    into = {}
    ways = [list(DOORS_TO), [OUT] if street else [], ["cor-s", "cor-sw", "cor-se"], list(keys)]
    for k in keys:
        for way in ways:
            try:
                hall = p.way_in(k, [d for d in way if d != k])
            except ValueError:
                continue
            into[k] = hall if hall in DOORS_TO else ""
            break
    homes = {k: v for k, v in into.items() if v}
    for k in into:
        if not into[k] and homes:
            spot = p.shape(k).centroid
            into[k] = homes[min(homes, key=lambda o: p.shape(o).centroid.distance(spot))]
    return into


def start(upper: bool) -> Plan:
    p = Plan(OUTLINE, facade=("curtain_wall", 0.2) if not upper else ("wall", 0.3))
    podium.cores(p)
    podium.passages(p)
    podium.concourse_rooms(p, upper)
    return p


def close(p: Plan, into: dict[str, str], ground: bool) -> None:
    """Doors of the cores, equipment, columns and compartments."""
    podium.core_doors(p, ground)
    podium.exits(p, ground)
    podium.equipment(p)
    podium.shutters(p)
    halls = [r.shape for r in p.rooms.values() if r.en.startswith("Screen")]
    p.columns(podium.GRID_X, podium.GRID_Y, 0.8, TOWERS.union(merged(halls)) if halls else TOWERS)
    podium.reference(p)
    names = {
        "mall-w": ("西区", "west"),
        "mall-c": ("中庭区", "atrium"),
        "mall-e": ("东区", "east"),
        "mall-n": ("北区", "north"),
        "mall-x": ("东北区", "north-east"),
    }
    spare = {"cor-w": "mall-w", "cor-nw": "mall-n", "cor-serv": "mall-n"}
    for i, (hall, (zh, en)) in enumerate(names.items(), 1):
        members = [hall, *[k for k, to in into.items() if spare.get(to, to) == hall]]
        p.compartment(f"防火分区{i}（{zh}）", f"Compartment {i} ({en})", members)


def planters(p: Plan) -> None:
    """Planters and benches along the covered street."""
    at = 12.0
    while at < podium.SPINE.length - 14:
        q = podium.SPINE.interpolate(at)
        if abs(q.x + 8) > 15:
            circle(p, q.x, q.y, 1.1)
            block(p, q.x + 3.2, q.y, 2.2, 0.5)
        at += 13.0
    block(p, -8, -13.4, 3.6, 1.2)


def escalators(p: Plan) -> None:
    """Two pairs of escalators in the atrium, drawn as treads."""
    for x, y, code in ((-17.0, -8.0, "1"), (1.4, -8.6, "2")):
        for dy in (-0.8, 0.8):
            p.draw(
                "furniture",
                [
                    (x - 5.4, y + dy - 0.55),
                    (x + 5.4, y + dy - 0.55),
                    (x + 5.4, y + dy + 0.55),
                    (x - 5.4, y + dy + 0.55),
                    (x - 5.4, y + dy - 0.55),
                ],
            )
            for k in range(13):
                a = x - 4.2 + 0.7 * k
                p.draw("furniture", [(a, y + dy - 0.55), (a, y + dy + 0.55)])
        p.symbol("escalator", (x, y), f"扶梯{code}", f"Escalator {code}")


def ground() -> Plan:
    """1F: shops round the covered street, entrances, control room, dock."""
    p = start(False)
    dock = p.room("dock", podium.rect(67.2, 36.6, 75.6, 54.6), "卸货区", "Loading dock")
    rows(p, dock, 0, 4.2, 0.1, 0.6)
    p.room(
        "control",
        podium.rect(68.2, 25.6, 75.6, 33.6),
        "消防控制室",
        "Fire control room",
        wall="heavy",
    )
    p.room("guard", podium.rect(68.2, 20.4, 75.6, 25.6), "安保值班", "Security", wall="heavy")
    p.room("waste", podium.rect(53.0, 30.0, 56.4, 33.6), "垃圾间", "Refuse", wall="heavy")
    into: dict[str, str] = {}
    keys = shops(
        p,
        "sw",
        (-60, -35),
        [h(-35, -80, -41), v(-60, -35, 0), v(-66, -60, -35), v(-54, -60, -35)],
        two_rows(
            -35,
            ["数码/Electronics/counter", "家居馆/Homeware/shelves"],
            ["银行网点/Bank branch/counter", "邮政/Post office/counter", "图文/Copy shop/shelves"],
        ),
    )
    keys += shops(
        p,
        "s",
        (-20, -35),
        [
            h(-36, -39.2, 4.2),
            v(-29, -36, 0),
            v(-17, -36, 0),
            v(-7.5, -36, 0),
            v(-25, -60, -36),
            v(-10.5, -60, -36),
        ],
        two_rows(
            -36,
            [
                "运动旗舰/Sports flagship/racks",
                "服饰/Fashion/racks",
                "茶饮/Tea bar/tables",
                "书店/Bookshop/shelves",
            ],
            ["汽车展厅/Car showroom/", "咖啡/Coffee/tables", "面包/Bakery/tables"],
        ),
    )
    keys += shops(
        p,
        "se",
        (25, -35),
        [h(-37, 6, 38.3), v(15, -37, 0), v(25, -37, 0), v(19, -60, -37), v(29, -60, -37)],
        two_rows(
            -37,
            ["眼镜/Optician/shelves", "化妆品/Cosmetics/counter", "珠宝/Jewellery/counter"],
            ["快餐/Fast food/tables", "茶饮/Tea/tables", "花店/Florist/counter"],
        ),
    )
    keys += shops(
        p,
        "sec",
        (49, -42),
        [v(51.2)],
        [("便利店", "Convenience", "shelves"), ("茶室", "Tea room", "tables")],
    )
    keys += shops(
        p,
        "w",
        (-50, 0),
        [
            v(-57.2, -20, 13),
            v(-46, -20, 13),
            v(-34, -20, 20),
            h(12.4, -34.5, -17),
            h(21.6, -34.5, -17),
            h(30.6, -34.5, -17),
            h(41, -34.5, -17),
        ],
        [
            ("药店", "Pharmacy", "shelves"),
            ("烘焙", "Bakery", "tables"),
            ("鞋履", "Shoes", "racks"),
            ("手机", "Phones", "counter"),
            ("文创", "Design shop", "shelves"),
            ("面馆", "Noodles", "tables"),
            ("花店", "Flowers", "counter"),
            ("果汁", "Juice bar", "tables"),
        ],
    )
    keys += shops(
        p,
        "ne",
        (20, 25),
        [v(3.0), v(13.4), v(27.6), v(40.6), v(53.0)],
        [
            ("母婴", "Baby goods", "shelves"),
            ("玩具", "Toys", "shelves"),
            ("超市入口", "Supermarket entrance", "counter"),
            ("家电", "Appliances", "shelves"),
            ("宠物", "Pet shop", "shelves"),
            ("快递站", "Parcel point", "shelves"),
        ],
    )
    keys += shops(
        p,
        "e",
        (60, -5),
        [v(38.6), v(49.6), v(61.4), [(61.4, -12), (77, -12)]],
        [
            ("童装", "Childrenswear", "racks"),
            ("箱包", "Bags", "shelves"),
            ("美发", "Hairdresser", "tables"),
            ("餐吧", "Bistro", "tables"),
            ("展厅", "Showroom", ""),
        ],
    )
    stores(p)
    into.update(doors(p, keys, True))
    entrances(p)
    planters(p)
    escalators(p)
    close(p, into, True)
    control_room(p)
    return p


def stores(p: Plan) -> None:
    """What is left between the cores becomes stores and plant rooms."""
    for k, part in enumerate(list(polygons(p.free, 2.0))):
        plant = part.area < 12
        p.room(
            f"left{k}",
            part,
            "设备间" if plant else "库房",
            "Plant" if plant else "Store",
            wall="heavy",
        )
    for key in [k for k in p.rooms if k.startswith("left")]:
        corridors = [k for k, r in p.rooms.items() if r.kind in ("corridor", "lobby")]
        try:
            p.way_in(key, corridors, 0.9, into="", fire_rating_min=60)
        except ValueError:
            continue


def entrances(p: Plan) -> None:
    """Main doors of the concourse, the dock and the control room."""
    p.door("mall-w", OUT, (-75.6, -17.0), 3.6, "door.sliding", into=OUT)
    p.door("mall-e", OUT, (65, -40), 3.6, "door.sliding", into=OUT)
    p.door("mall-n", OUT, (-12.6, 54.6), 3.6, "door.sliding", into=OUT)
    p.door("mall-x", OUT, (75.6, 13.6), 3.0, "door.sliding", into=OUT)
    p.symbol("entrance.main", (61.5, -37.5), "主入口（东南）", "Main entrance (SE)")
    p.symbol("entrance", (-73.4, -17.2), "西入口", "West entrance")
    p.symbol("entrance", (-12.6, 52.4), "北入口", "North entrance")
    p.symbol("entrance", (72.6, 14.6), "东入口", "East entrance")
    p.door("dock", OUT, (75.6, 45.6), 4.0, "door.sliding", into=OUT)
    p.door("cor-serv", "dock", width=1.8, kind="door.double", fire_rating_min=90)
    p.door("control", OUT, (75.6, 30), 1.2, into=OUT)
    p.door("cor-serv", "control", width=1.2, into="cor-serv", fire_rating_min=60)
    p.door("guard", OUT, (75.6, 23), 1.2, into=OUT)
    p.door("control", "guard", width=0.9)
    p.door("cor-serv", "waste", width=1.4, fire_rating_min=90)


def control_room(p: Plan) -> None:
    block(p, 72.0, 28.4, 4.6, 0.9)
    p.draw("furniture", arc(72.0, 26.4, 0.5, 0, 360, 10))
    p.symbol("control_room", (71.6, 31.6), "消防控制室", "Fire control room", phone="0000-5550119")
    p.symbol("alarm_panel", (69.4, 27.0), "报警主机", "Alarm panel")
    p.symbol("smoke_control_panel", (74.4, 27.0), "防排烟控制", "Smoke control")
    p.symbol("broadcast", (73.9, 32.4), "广播", "Voice alarm")
    p.symbol("fire_telephone", (69.2, 32.6), "电话主机", "Telephone exchange")
    p.symbol("micro.main", (71.8, 22.6), "微型消防站", "Micro fire station")
    p.symbol("gas_shutoff", (70.4, 50.8), "燃气总阀", "Gas main valve")
    p.symbol("kitchen", (-27.2, 18.6), "厨房", "Kitchen")
    p.symbol("key_box", (74.4, 24.6), "钥匙箱", "Key box")
