"""Tower A's particular floors: lobby, business floors, sky lobby, refuge, club and roof."""

from __future__ import annotations

from . import tower_a as t
from .furniture import block, circle, rows, sofa, table
from .plan import OUT, Plan
from .shapes import rect, rounded


def _beside_podium(p: Plan) -> None:
    """The podium lies against the south and east fronts of the lower floors."""
    p.ghost("podium", rect(-16, -40, 60, 16).difference(t.OUTLINE))


def lobby() -> Plan:
    """1F: a tall lobby to the north, banking hall to the west, plant and letters to the south."""
    p = t.started()
    t.core(p)
    t.ring(p)
    p.room("hall", rect(-11.6, 10.4, 11.6, 21), "办公大堂", "Office lobby", "corridor", hall="ring")
    p.room("cafe", rect(11.6, 6, 21, 21), "咖啡厅", "Café", front="curtain_wall")
    p.room("bank", rect(-21, -4, -11.6, 21), "银行营业厅", "Banking hall", front="curtain_wall")
    p.room("bank2", rect(-21, -12, -11.6, -4), "银行后台", "Bank back office")
    p.room("mail", rect(-21, -21, -9.2, -10.4), "收发室", "Mail room")
    p.room("guard", rect(-9.2, -21, -2, -10.4), "安保室", "Security")
    p.room("sub", rect(-2, -21, 9.2, -10.4), "变配电分室", "Sub-switchroom", wall="heavy")
    p.room("store", rect(9.2, -21, 21, -10.4), "库房", "Store")
    p.room("retail", rect(11.6, -10.4, 21, 6), "便利店", "Convenience store", front="curtain_wall")
    _beside_podium(p)
    block(p, 0, 14.2, 6.0, 1.0)
    for x in (-7.5, 7.5):
        sofa(p, x, 16.4, 270)
        sofa(p, x, 13.0, 90)
        circle(p, x, 14.7, 0.45)
    rows(p, p.shape("retail"), 90, 2.2, 0.8, 1.4)
    for x in (13.6, 16.6):
        for y in (9, 12, 15):
            block(p, x, y, 0.8, 0.8)
            circle(p, x - 0.8, y, 0.22)
            circle(p, x + 0.8, y, 0.22)
    block(p, -18.0, 6, 0.8, 14)
    t.core_doors(p, "ring")
    for key, at, w in (
        ("cafe", (11.6, 12), 1.8),
        ("bank2", (-11.6, -8), 1.0),
        ("mail", (-10.4, -10.4), 1.0),
        ("guard", (-5, -10.4), 1.0),
        ("store", (10.4, -10.4), 1.2),
        ("retail", (11.6, -2), 1.8),
    ):
        hall = "hall" if key == "cafe" and at[1] > 10.4 else "ring"
        p.door(hall, key, at, w, "door.double" if w > 1.3 else "door")
    p.door("ring", "bank", (-11.6, 4), 1.8, "door.double")
    p.door("bank", "bank2", width=0.9)
    p.door("ring", "sub", (4, -10.4), 1.5, "door.double", into="ring", fire_rating_min=90)
    p.door("hall", OUT, (-5, 21), 3.0, "door.sliding", into=OUT)
    p.door("hall", OUT, (5, 21), 3.0, "door.sliding", into=OUT)
    p.door("bank", OUT, (-21, 8), 1.8, "door.double", into=OUT)
    p.door("retail", "podium", (21, -4), 1.8, "door.double", fire_rating_min=90)
    p.door("store", "podium", (20.5, -14), 1.5, "door.double", fire_rating_min=90)
    p.symbol("entrance.main", (0, 19.4), "A座大堂入口", "Tower A entrance", 90)
    p.symbol("switch_room", (4, -15.5), "变配电分室", "Sub-switchroom", voltage_kv=10)
    p.symbol("repeater_panel", (-5.6, -14.4), "区域显示盘", "Repeater panel")
    p.symbol("aed", (9.9, 18.8), "AED", "AED", code="AED-A1")
    p.symbol(
        "micro.duty_point",
        (-5.2, -18.6),
        "微站执勤点",
        "Micro-station duty point",
        phone="0000-5550121",
    )
    t.core_equipment(p, "ring")
    p.line(
        "escape_route",
        [(7.4, -3.0), (7.4, -1.0), (10.6, -0.2), (10.6, 9.4), (5.0, 12), (5, 20.6)],
        "疏散路线",
        "Escape route",
    )
    p.line(
        "escape_route",
        [(-8.1, 8.0), (-6, 7.6), (-5.8, 9.4), (-5, 12), (-5, 20.6)],
        "疏散路线",
        "Escape route",
    )
    p.columns(t.GRID, t.GRID, 1.0, t.CORE)
    p.compartment(
        "防火分区 A-1", "Compartment A-1", ["hall", "ring", "cafe", "lift-lobby", "retail"]
    )
    p.compartment("防火分区 A-2", "Compartment A-2", ["bank", "bank2", "mail", "guard", "store"])
    return p


def low() -> Plan:
    """2F-5F: business offices, walled off from the podium."""
    names = {
        "n": [
            ("律师事务所", "Law office", "desks"),
            ("会议中心", "Conference", "meeting"),
            ("会计事务所", "Accountants", "desks"),
        ],
        "s": [
            ("库房", "Store", "rows"),
            ("档案室", "Archive", "rows"),
            ("打印室", "Print room", "rows"),
        ],
        "w": [("培训教室1", "Training 1", "rows"), ("培训教室2", "Training 2", "rows")],
        "e": [("会议室", "Meeting", "meeting"), ("共享办公", "Co-working", "desks")],
    }
    p = t.started()
    t.core(p)
    t.ring(p)
    _beside_podium(p)
    t.offices(p, {"n": [-9.2, 4.6], "s": [-9.2, 9.2], "w": [0.0], "e": [-3.2]}, names)
    t.core_doors(p, "ring")
    t.finish(p, "防火分区 1", "Compartment 1")
    return p


def sky() -> Plan:
    """6F: sky lobby, canteen with its kitchen, a terrace door to the podium roof."""
    p = t.started()
    t.core(p)
    t.ring(p)
    p.room("sky", rect(-21, 10.4, 21, 21), "空中大堂", "Sky lobby", "corridor", hall="ring")
    p.room("dining", rect(11.6, -21, 21, 10.4), "职工餐厅", "Staff canteen", front="curtain_wall")
    p.room("kitchen", rect(-4, -21, 11.6, -10.4), "厨房", "Kitchen", wall="heavy")
    p.room("cold", rect(-11.6, -21, -4, -10.4), "备餐、冷库", "Preparation, cold room")
    p.room("gym", rect(-21, -21, -11.6, -2), "健身房", "Gym", front="curtain_wall")
    p.room("lounge", rect(-21, -2, -11.6, 10.4), "休息厅", "Lounge", front="curtain_wall")
    rows(p, p.shape("kitchen"), 0, 2.4, 0.9, 1.2)
    for x in (14.2, 18.0):
        for k in range(9):
            y = -18.6 + 3.2 * k
            table(p, x, y, 1.8, 0.8)
    for x in (-15, -6, 6, 15):
        sofa(p, x, 18.6, 270, 2.4)
        sofa(p, x, 15.0, 90, 2.4)
        circle(p, x, 16.8, 0.5)
    for y in (-18, -15, -12, -9, -6):
        block(p, -16.4, y, 3.0, 0.9)
    t.core_doors(p, "ring")
    p.door("ring", "dining", (11.6, 0), 1.8, "door.double", into="ring")
    p.door("ring", "dining", (11.6, 8), 1.8, "door.double", into="ring")
    p.door("dining", "kitchen", (11.6, -15), 1.4, "door.double", fire_rating_min=60)
    p.door("ring", "kitchen", (2, -10.4), 1.2, into="ring", fire_rating_min=60)
    p.door("kitchen", "cold", width=1.2)
    p.door("ring", "gym", (-11.6, -6), 1.8, "door.double")
    p.door("ring", "lounge", (-11.6, 4), 1.8, "door.double")
    p.door("dining", OUT, (21, -6), 1.8, "door.double", into=OUT)
    p.symbol("kitchen", (4.0, -18.8), "厨房（天然气）", "Kitchen (gas)")
    p.symbol(
        "kitchen_suppression", (9.8, -12.4), "灶台灭火", "Hood suppression", agent="wet_chemical"
    )
    p.symbol("gas_shutoff", (-2.6, -12.2), "燃气阀", "Gas valve", isolates="6F 厨房")
    t.finish(p, "防火分区 1", "Compartment 1")
    return p


def refuge() -> Plan:
    """11F and 22F: refuge areas open to two fronts, plant in between."""
    p = t.started()
    t.core(p)
    p.room("ring", t.RING, "走道", "Corridor", "corridor", wall="heavy", hall="ring")
    p.room(
        "ref-n",
        rect(-21, 10.4, 21, 21),
        "避难区（北）",
        "Refuge area (north)",
        "refuge_area",
        wall="heavy",
        facade=("railing", 0.15),
        persons=520,
        fire_rating_min=120,
    )
    p.room(
        "ref-w",
        rect(-21, -6, -11.6, 10.4),
        "避难区（西）",
        "Refuge area (west)",
        "refuge_area",
        wall="heavy",
        facade=("railing", 0.15),
        persons=260,
        fire_rating_min=120,
    )
    p.room("ahu-e", rect(11.6, -10.4, 21, 10.4), "空调机房", "Air handling plant", wall="heavy")
    p.room(
        "pump",
        rect(-21, -21, -3, -10.4),
        "转输水泵房、水箱间",
        "Transfer pumps and tank",
        wall="heavy",
    )
    p.room("pump-l", rect(-21, -10.4, -11.6, -6), "库房", "Store", wall="heavy")
    p.room("fans", rect(-3, -21, 9.2, -10.4), "排烟机房", "Smoke fan room", wall="heavy")
    p.room("elec2", rect(9.2, -21, 21, -10.4), "变配电室", "Switchroom", wall="heavy")
    t.core_doors(p, "ring")
    for key, at in (("ref-n", (-4, 10.4)), ("ref-n", (8, 10.4)), ("ref-w", (-11.6, 2))):
        p.door("ring", key, at, 1.5, "door.double", fire_rating_min=90)
    for key, at in (
        ("ahu-e", (11.6, -2)),
        ("pump", (-8, -10.4)),
        ("fans", (2, -10.4)),
        ("elec2", (10.6, -10.4)),
        ("pump-l", (-11.6, -8.6)),
    ):
        p.door("ring", key, at, 1.5, "door.double", into="ring", fire_rating_min=90)
    for x, w in ((14.2, 2.4), (18.2, 2.4)):
        for y in (-7, -1, 5):
            block(p, x, y, w, 4.0)
    block(p, -16, -16, 7, 5.6)
    for x in (-9.4, -7.2, -5):
        block(p, x, -15.5, 1.2, 2.4)
    for x in (0, 5.6):
        circle(p, x, -15.6, 1.5)
    rows(p, p.shape("elec2"), 0, 3.2, 1.0, 1.6)
    p.symbol("refuge_floor", (-14, 15.8), "避难层", "Refuge floor", persons=780)
    p.symbol("pump_room", (-10.6, -18.6), "转输泵房", "Transfer pumps", flow_lps=40, volume_m3=60)
    p.symbol(
        "roof_tank",
        (-17.6, -18.8),
        "中间水箱 60 m³",
        "Break tank 60 m³",
        volume_m3=60,
        zone="middle",
    )
    p.symbol("exhaust_fan", (3, -18.8), "排烟风机", "Smoke fans", serves_floors="1F-21F")
    p.symbol("pressurisation_fan", (16, 8.8), "加压风机", "Pressurisation fans")
    p.symbol("switch_room", (15, -18.6), "变配电室", "Switchroom", voltage_kv=10)
    p.symbol("fire_telephone", (-8.6, 11.6), "消防电话", "Fire telephone")
    p.symbol("escape_masks", (3.4, 11.6), "逃生面罩", "Escape masks", quantity=120)
    p.symbol("broadcast", (12, 19.6), "应急广播", "Voice alarm")
    p.symbol("hose_reel", (-19.8, 9.2))
    t.core_equipment(p, "ring")
    t.rescue_openings(p)
    p.line(
        "escape_route",
        [(-7.6, 7.2), (-5.8, 6.6), (-5.8, 9.4), (-4.0, 9.8), (-4, 14)],
        "至避难区",
        "To refuge area",
    )
    p.line(
        "escape_route",
        [(7.6, -7.2), (5.8, -6.6), (5.8, -9.4), (10.6, -9.4), (10.6, 9.0), (8, 9.8), (8, 14)],
        "至避难区",
        "To refuge area",
    )
    p.columns(t.GRID, t.GRID, 1.0, t.CORE)
    p.compartment("避难区", "Refuge compartment", ["ref-n", "ref-w"], fire_rating_min=120)
    p.compartment("设备区", "Plant compartment", ["ahu-e", "pump", "pump-l", "fans", "elec2"])
    return p


def club() -> Plan:
    """32F: club and boardroom under the roof."""
    names = {
        "n": [
            ("会所餐厅", "Club dining", "meeting"),
            ("董事会议厅", "Boardroom", "meeting"),
            ("观景厅", "View hall", "lounge"),
        ],
        "s": [
            ("董事长室", "Chairman", "chief"),
            ("多功能厅", "Function hall", "rows"),
            ("贵宾室", "VIP room", "lounge"),
        ],
        "w": [("茶室", "Tea room", "lounge"), ("书房", "Library", "rows")],
        "e": [("备餐间", "Pantry kitchen", "rows"), ("秘书处", "Secretariat", "desks")],
    }
    p = t.started()
    t.core(p, True)
    t.ring(p)
    t.offices(p, {"n": [-9.2, 9.2], "s": [-9.2, 9.2], "w": [-2.0], "e": [-4.0]}, names)
    t.core_doors(p, "ring")
    t.finish(p, "防火分区 1", "Compartment 1")
    return p


def roof() -> Plan:
    """RF: the roof with stair heads, lift machines, the tank, fans and panels."""
    p = Plan(rounded(rect(-21, -21, 21, 21), 5.0), facade=("wall", 0.3))
    p.room("st1", rect(-9.6, 1.5, -5, 8.4), "楼梯间出屋面", "Stair head", wall="heavy", core=True)
    p.room("st2", rect(5, -8.4, 9.6, -1.5), "楼梯间出屋面", "Stair head", wall="heavy", core=True)
    p.room("lift", rect(-5, -4.1, 5, 4.1), "电梯机房", "Lift machine room", wall="heavy", core=True)
    p.room("fans", rect(5, 1.5, 9.6, 8.4), "风机房", "Fan room", wall="heavy", core=True)
    p.room(
        "tank", rect(-9.6, -8.4, -5, -1.5), "消防水箱间", "Fire tank room", wall="heavy", core=True
    )
    p.rest("deck", "屋面", "Roof deck")
    for key in ("st1", "st2", "lift", "fans", "tank"):
        p.way_in(key, ["deck"], 1.1, into="", fire_rating_min=60)
    for x in (-2.4, 2.4):
        block(p, x, 0, 2.6, 4.2)
    block(p, -7.3, -5, 3.4, 5.2)
    for y in (12.6, 16.2):
        for k in range(6):
            block(p, -12.5 + 5 * k, y, 4.4, 2.4)
    for k in range(4):
        circle(p, -12 + 8 * k, -14.6, 2.2)
    p.area("solar", rect(-15, 11, 15, 18), "光伏板", "Solar panels", power_kw=90)
    p.symbol(
        "roof_tank", (-6.2, -2.6), "高位水箱 50 m³", "Roof tank 50 m³", volume_m3=50, zone="high"
    )
    p.symbol("exhaust_fan", (7.4, 6.6), "排烟风机", "Smoke fans", serves_floors="23F-32F")
    p.symbol("pressurisation_fan", (7.4, 3.0), "加压风机", "Pressurisation fans")
    p.symbol("lift_machine_room", (0, 2.9), "电梯机房", "Lift machine room")
    p.symbol("roof_access", (-8.4, 9.6), "上屋面口", "Roof access", clear_width_m=1.1)
    p.symbol("roof_access", (8.4, -9.6), "上屋面口", "Roof access", clear_width_m=1.1)
    p.symbol("standpipe", (-3.4, 5.2), "试验消火栓", "Test hydrant", static_pressure_mpa=0.15)
    p.symbol("fresh_air_intake", (16, 0), "新风口", "Fresh-air intake")
    p.area("stair.flight", rect(-9.2, 3, -7.4, 6.8), rotation_deg=90)
    p.area("stair.flight", rect(7.4, -6.8, 9.2, -3), rotation_deg=270)
    return p
