"""Tower B's particular floors: lobby, service floors, open storey and roof."""

from __future__ import annotations

from .furniture import block, circle, rows, sofa, table
from .plan import OUT, Plan
from .shapes import rect
from .tower_b import BAY, CORES, LEFT, OUTLINE, bay_x, core_doors, cores, start


def lobby() -> Plan:
    """1F: residents' lobby to the north, bicycle-free entrance, post room, duty room, shops."""
    p = start()
    p.room("cor", rect(-21, 0.4, 21, 2.2), "走道", "Corridor", "corridor", hall="l")
    p.room("hall", rect(-4.2, 2.2, 4.2, 9), "公寓大堂", "Residents' lobby", "corridor", hall="l")
    p.room("duty", rect(-21, 2.2, -12.6, 9), "物业值班", "Management desk")
    p.room("post", rect(12.6, 2.2, 21, 9), "快递柜", "Parcel lockers")
    p.room("bike", rect(-29.4, -9, -21, 9), "自行车库", "Bicycle store", wall="heavy")
    p.room("bin", rect(21, -9, 29.4, 9), "垃圾收集", "Refuse store", wall="heavy")
    p.room("gen", rect(-21, -9, -8, 0.4), "公寓配电室", "Switchroom", wall="heavy")
    p.room("meter", rect(8, -9, 21, 0.4), "水表、弱电", "Meters, telecoms", wall="heavy")
    p.room("mail", rect(-8, -4, -4.2, 0.4), "信报", "Mail")
    p.room("store", rect(4.2, -4, 8, 0.4), "库房", "Store")
    p.room("lounge", rect(-8, -9, 8, 0.4), "休息厅", "Lounge", "corridor", hall="l")
    p.ghost("podium", rect(-40, -30, 40, -7.4))
    core_doors(p)
    for a, b, w in (
        ("cor", "duty", 1.0),
        ("cor", "post", 1.2),
        ("cor", "bike", 1.2),
        ("cor", "bin", 1.2),
        ("cor", "mail", 0.9),
        ("cor", "store", 0.9),
    ):
        p.door(a, b, None, w, "door.double" if w > 1.3 else "door")
    p.door("cor", "gen", (-14, 0.4), 1.5, "door.double", into="cor", fire_rating_min=90)
    p.door("cor", "meter", (14, 0.4), 1.2, into="cor", fire_rating_min=60)
    p.door("hall", OUT, (0, 8.2), 2.4, "door.sliding", into=OUT)
    p.door("bike", OUT, (-29.4, 3), 1.8, "door.double", into=OUT)
    p.door("bin", OUT, (25, 9), 1.8, "door.double", into=OUT)
    for n in (1, 2):
        p.door(f"st{n}", OUT, (bay_x(CORES[n - 1])[0] + (1.4 if n == 1 else 7.0), 9), 1.2, into=OUT)
    sofa(p, -2.6, -8.6, 90, 2.4)
    sofa(p, 2.6, -8.6, 90, 2.4)
    circle(p, 0, -6.8, 0.5)
    block(p, -16.8, 6, 3.4, 0.8)
    rows(p, p.shape("post"), 90, 2.0, 0.5, 0.9)
    rows(p, p.shape("bike"), 0, 2.2, 0.6, 1.4)
    rows(p, p.shape("gen"), 0, 2.8, 0.9, 1.2)
    p.symbol("entrance.main", (0, 6.8), "B座大堂入口", "Tower B entrance", 90)
    p.symbol("switch_room", (-14.5, -7.8), "配电室", "Switchroom", voltage_kv=0.4)
    p.symbol("repeater_panel", (-14.6, 7.8), "区域显示盘", "Repeater panel")
    p.symbol("aed", (3.4, 3.6), "AED", "AED", code="AED-B1")
    p.symbol(
        "micro.duty_point",
        (-19, 7.8),
        "微站执勤点",
        "Micro-station duty point",
        phone="0000-5550122",
    )
    p.symbol("gas_meter", (18.6, -7.6), "燃气表间", "Gas meters")
    for x in (-10.9, 10.9):
        p.line("escape_route", [(x, 5.6), (x, 8.4)], "疏散路线", "Escape route")
    p.line("escape_route", [(-16, 1.3), (0, 1.3), (0, 7.6)], "疏散路线", "Escape route")
    p.compartment("防火分区 B-1", "Compartment B-1", ["hall", "cor", "lounge", "mail", "store"])
    return p


def service() -> Plan:
    """2F-5F: property offices and residents' storage beside the podium."""
    p = start()
    p.room("cor", rect(-25, 0.4, 25, 2.2), "走道", "Corridor", "corridor", wall="heavy")
    names = (
        ("住户储藏", "Residents' storage"),
        ("物业办公", "Property office"),
        ("住户储藏", "Residents' storage"),
        ("会议室", "Meeting"),
        ("工程部", "Maintenance"),
        ("住户储藏", "Residents' storage"),
        ("洗衣房", "Laundry"),
    )
    p.ghost("podium", rect(-40, -30, 40, -7.4))
    for i, (zh, en) in enumerate(names):
        x0, x1 = bay_x(i)
        p.room(f"s{i}", rect(x0, -9, x1, 0.4), zh, en)
        if zh == "住户储藏":
            rows(p, p.shape(f"s{i}"), 0, 2.0, 0.7, 0.9)
        elif zh == "会议室":
            table(p, (x0 + x1) / 2, -4, 4.5, 1.4)
        else:
            for dx in (2.4, 6.0):
                for y in (-6, -2.6):
                    block(p, x0 + dx, y, 1.6, 0.8)
    for i in (0, 1, 3, 5, 6):
        x0, x1 = bay_x(i)
        zh, en = ("布草间", "Linen") if i == 3 else ("办公", "Office")
        p.room(f"n{i}", rect(x0, 2.2, x1, 9), zh, en)
        for dx in (2.4, 6.0):
            block(p, x0 + dx, 5.8, 1.6, 0.8)
    p.rest("end", "空调机房", "Air handling", "room", wall="heavy")
    core_doors(p)
    for key in [k for k in p.rooms if k[0] in "sn" and k[1:].isdigit()]:
        p.door("cor", key, None, 1.0)
        if key[0] == "n":
            p.windows(key, 1.8, 3.6, 90)
    for key in [k for k in p.rooms if k.startswith("end")]:
        p.way_in(key, ["cor"], 0.9, into="", fire_rating_min=90)
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
        p.symbol(
            "rescue_opening",
            (sum(bay_x(i)) / 2, 7.7),
            "救援窗",
            "Rescue window",
            90,
            clear_width_m=1.0,
            clear_height_m=1.2,
            sill_height_m=0.9,
        )
    p.compartment(
        "防火分区 1",
        "Compartment 1",
        [
            k
            for k in p.rooms
            if k[0] in "csn" and k != "podium" and not k.startswith("st") and "lob" not in k
        ],
    )
    return p


def open_storey() -> Plan:
    """6F: an open storey with a residents' club, level with the podium's roof garden."""
    p = Plan(OUTLINE, facade=("railing", 0.1))
    cores(p)
    walls = ("curtain_wall", 0.2)
    p.room(
        "club",
        rect(-29.4, -9, -14, 0.4),
        "住户会所",
        "Residents' club",
        facade=walls,
        front="curtain_wall",
    )
    p.room("gym", rect(14, -9, 29.4, 0.4), "健身房", "Gym", facade=walls, front="curtain_wall")
    p.room(
        "children",
        rect(14, 2.2, 29.4, 9),
        "儿童活动",
        "Children's room",
        facade=walls,
        front="curtain_wall",
    )
    p.room(
        "plant",
        rect(-29.4, 2.2, -14, 9),
        "转换层设备",
        "Transfer plant",
        wall="heavy",
        facade=("wall", 0.25),
    )
    p.rest("cor", "架空层（开敞）", "Open storey")
    core_doors(p)
    for key, w in (("club", 1.8), ("gym", 1.8), ("children", 1.5), ("plant", 1.2)):
        p.way_in(key, ["cor"], w)
    for x in (-26, -21, -17):
        sofa(p, x, -7.6, 90)
        circle(p, x, -5.2, 0.45)
    for x in (17, 20, 23, 26):
        for y in (-6.6, -3):
            block(p, x, y, 1.0, 2.2)
    for x in (-6, 0, 6):
        block(p, x, -5, 3.2, 1.4)
    p.symbol("children", (26.4, 7.4), "儿童活动", "Children", persons=20)
    p.symbol("assembly_point", (0, 6.0), "临时集结", "Temporary gathering")
    p.columns([LEFT + BAY * i for i in range(1, 7)], (-6.4, 1.3, 7.2), 0.9)
    return p


def roof() -> Plan:
    """RF: stair heads, lift machine room, tank and fans."""
    p = Plan(OUTLINE, facade=("wall", 0.25))
    for n, i in enumerate(CORES, 1):
        x0, x1 = bay_x(i)
        p.room(f"head{n}", rect(x0, 4.2, x0 + 4.2, 9), "楼梯间出屋面", "Stair head", wall="heavy")
        p.room(f"lift{n}", rect(x0 + 4.2, 4.2, x1, 9), "电梯机房", "Lift machines", wall="heavy")
    p.room("tank", rect(-4.2, 2, 4.2, 7), "消防水箱间", "Fire tank room", wall="heavy")
    p.room("fan", rect(15, -2, 21, 4), "风机房", "Fan room", wall="heavy")
    p.rest("deck", "屋面", "Roof deck")
    for key in ("head1", "head2", "lift1", "lift2", "tank", "fan"):
        p.way_in(key, ["deck"], 1.0, into="", fire_rating_min=60)
    block(p, 0, 4.5, 6, 3)
    for k in range(8):
        block(p, -25 + 4.4 * k, -5.4, 3.8, 2.2)
    p.area("solar", rect(-27.4, -6.8, 8.2, -4), "光伏板", "Solar panels", power_kw=45)
    p.symbol("roof_tank", (-2.6, 2.9), "高位水箱 18 m³", "Roof tank 18 m³", volume_m3=18)
    p.symbol("pressurisation_fan", (18, -0.8), "加压风机", "Pressurisation fans")
    p.symbol("exhaust_fan", (18, 3), "排烟风机", "Smoke fans")
    for n, i in enumerate(CORES, 1):
        p.symbol("roof_access", (bay_x(i)[0] + 2.1, 3.2), f"上屋面口{n}", f"Roof access {n}")
    return p
