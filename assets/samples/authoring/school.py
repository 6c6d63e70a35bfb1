"""The primary school: two teaching wings round a court that opens to the east."""

from __future__ import annotations

import shapely

from . import rooms
from .bands import Item, band, way_out
from .cores import stair, toilets
from .plan import Plan
from .shapes import largest, rect

OUTLINE = largest(
    shapely.unary_union(
        [rect(-41, 14, 41, 24.4), rect(-41, -24.4, 41, -14), rect(-41, -14, -28, 14)]
    )
)


def _start() -> Plan:
    p = Plan(OUTLINE, facade=("wall", 0.25), light=("partition", 0.15))
    stair(p, "st1", (-41, 10, -34.4, 14), 0, "stair.enclosed", "ST-1", serves_floors="1F-4F")
    stair(p, "st2", (-41, -14, -34.4, -10), 0, "stair.enclosed", "ST-2", serves_floors="1F-4F")
    stair(p, "st3", (36.8, 16.9, 41, 24.4), 90, "stair.enclosed", "ST-3", serves_floors="1F-4F")
    stair(p, "st4", (36.8, -24.4, 41, -16.9), 270, "stair.enclosed", "ST-4", serves_floors="1F-4F")
    toilets(p, "wc-m", (-41, 3, -35.2, 10), "男卫", "WC (boys)", "left", 5)
    toilets(p, "wc-f", (-41, -10, -35.2, -3), "女卫", "WC (girls)", "left", 5)
    p.room("power", rect(-41, -3, -35.2, 3), "配电间", "Switchroom", wall="heavy")
    p.room(
        "cor-n",
        rect(-41, 14, 41, 16.9),
        "外廊",
        "Gallery",
        "corridor",
        hall="c",
        facade=("railing", 0.15),
    )
    p.room(
        "cor-s",
        rect(-41, -16.9, 41, -14),
        "外廊",
        "Gallery",
        "corridor",
        hall="c",
        facade=("railing", 0.15),
    )
    p.room(
        "cor-w",
        rect(-31, -14, -28, 14),
        "外廊",
        "Gallery",
        "corridor",
        hall="c",
        facade=("railing", 0.15),
    )
    p.room("cor-x", rect(-34.4, 10, -31, 14), kind="corridor", hall="c")
    p.room("cor-y", rect(-34.4, -14, -31, -10), kind="corridor", hall="c")
    p.room("cor-z", rect(-35.2, -10, -31, 10), kind="corridor", hall="c")
    return p


def _finish(p: Plan, ground: bool) -> Plan:
    p.door("cor-x", "st1", None, 1.5, "door.double", fire_rating_min=60)
    p.door("cor-y", "st2", None, 1.5, "door.double", fire_rating_min=60)
    p.door("cor-n", "st3", None, 1.5, "door.double", fire_rating_min=60)
    p.door("cor-s", "st4", None, 1.5, "door.double", fire_rating_min=60)
    p.door("cor-z", "wc-m", None, 0.9)
    p.door("cor-z", "wc-f", None, 0.9)
    p.door("cor-z", "power", None, 1.0, into="cor-z", fire_rating_min=60)
    for x in (-22, -2, 18):
        for y, side in ((15.0, 1), (-15.0, -1)):
            p.symbol(
                "standpipe",
                (x, y),
                f"XH-{int(x + 40) // 20}{'N' if side > 0 else 'S'}",
                f"SP-{int(x + 40) // 20}{'N' if side > 0 else 'S'}",
            )
            p.symbol("extinguisher", (x + 6, y), agent="abc_powder", quantity=2)
            p.symbol("call_point", (x + 10, y))
    for x, y in ((-33, 11.6), (-33, -11.6), (38.6, 15.4), (38.6, -15.4)):
        p.symbol("exit", (x, y), "安全出口", "Exit")
    for y in (15.5, -15.5):
        p.line("escape_route", [(2, y), (38.6, y), (38.9, y * 1.15)], "疏散路线", "Escape route")
        p.line(
            "escape_route",
            [(-2, y), (-29.5, y), (-29.5, y * 0.77), (-34.8, y * 0.77)],
            "疏散路线",
            "Escape route",
        )
    if ground:
        way_out(p, "cor-w", (-28, 0), 3.0)
        way_out(p, "cor-n", (10, 14), 3.0)
        way_out(p, "cor-s", (10, -14), 3.0)
    keys = [k for k in p.rooms if not k.startswith("st")]
    p.compartment("防火分区1", "Compartment 1", keys)
    return p


def _classes(prefix: int) -> list[Item]:
    out: list[Item] = [(6.6, "教具室", "Teaching aids", rooms.shelves)]
    for n in range(1, 8):
        zh, en = f"{prefix}年级{n}班教室", f"Class {prefix}.{n}"
        out.append((9.0, zh, en, rooms.classroom))
    return [*out, (8.2, "教师办公", "Staff room", rooms.office)]


def ground() -> Plan:
    p = _start()
    north: list[Item] = [
        (6.6, "保健室", "Health room", rooms.office),
        (9.0, "1年级1班教室", "Class 1.1", rooms.classroom),
        (9.0, "1年级2班教室", "Class 1.2", rooms.classroom),
        (9.0, "1年级3班教室", "Class 1.3", rooms.classroom),
        (9.0, "1年级4班教室", "Class 1.4", rooms.classroom),
        (9.0, "2年级1班教室", "Class 2.1", rooms.classroom),
        (9.0, "2年级2班教室", "Class 2.2", rooms.classroom),
        (17.2, "图书室", "Library", rooms.shelves),
    ]
    south: list[Item] = [
        (6.6, "门卫、消控", "Gatehouse, alarm panel", rooms.office),
        (18.0, "食堂", "Dining hall", rooms.stalls),
        (7.0, "厨房", "Kitchen", rooms.shelves),
        (12.0, "体育器材", "Sports store", rooms.shelves),
        (12.2, "多功能厅", "Hall", None),
        (11.0, "科学教室", "Science", rooms.classroom),
        (11.0, "美术教室", "Art", rooms.classroom),
    ]
    band(p, "n", -41, 16.9, 7.5, north, "cor-n", facing=90, door=1.0)
    band(p, "s", -41, -24.4, 7.5, south, "cor-s", facing=270, door=1.2)
    p = _finish(p, True)
    p.symbol("control_room", (-38.4, -22.6), "消控室", "Alarm room", phone="0000-5550201")
    p.symbol("kitchen", (-13, -22.4), "厨房", "Kitchen")
    p.symbol("gas_shutoff", (-10.8, -22.4), "燃气阀", "Gas valve")
    p.symbol("power_shutoff", (-39.8, 0), "总配电", "Main power")
    p.symbol("children", (0, 15.6), "在校 1180 人", "1,180 on site", persons=1180)
    p.symbol("micro.duty_point", (-36.4, -18.2), "微站执勤点", "Micro-station duty point")
    return p


def typical() -> Plan:
    p = _start()
    band(p, "n", -41, 16.9, 7.5, _classes(3), "cor-n", facing=90, door=1.0)
    band(p, "s", -41, -24.4, 7.5, _classes(4), "cor-s", facing=270, door=1.0)
    return _finish(p, False)
