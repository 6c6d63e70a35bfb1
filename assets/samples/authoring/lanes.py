"""A row of old lane houses, brick and timber: eight narrow houses, yards to the north."""

from __future__ import annotations

from .furniture import bed, block, circle, toilet
from .plan import OUT, Plan
from .shapes import rect

W = 4.2
N = 8
OUTLINE = rect(-16.8, -7.5, 16.8, 7.5)
NUMBERS = [12, 14, 16, 18, 20, 22, 24, 26]


def _x(i: int) -> tuple[float, float]:
    return round(-16.8 + W * i, 2), round(-16.8 + W * (i + 1), 2)


def ground() -> Plan:
    """1F: front room, stair, kitchen, yard in each house; two have become workshops."""
    p = Plan(OUTLINE, facade=("wall", 0.3), light=("partition", 0.1))
    for i, no in enumerate(NUMBERS):
        x0, x1 = _x(i)
        shop = i in (2, 5)
        p.room(
            f"f{i}",
            rect(x0, -7.5, x1, -1.4),
            f"{no}号堂屋" if not shop else f"{no}号小作坊",
            f"No. {no} front room" if not shop else f"No. {no} workshop",
            wall="heavy",
        )
        p.room(f"s{i}", rect(x0, -1.4, x1, 1.4), "梯间", "Stair", wall="heavy")
        p.room(f"k{i}", rect(x0, 1.4, x1, 5.0), "灶间", "Kitchen", wall="heavy")
        p.room(f"y{i}", rect(x0, 5.0, x1, 7.5), "天井", "Yard", wall="heavy", facade=("wall", 0.2))
    for i in range(N):
        x0, x1 = _x(i)
        p.door(f"f{i}", OUT, ((x0 + x1) / 2 - 0.6, -7.5), 1.2, "door.double", into=f"f{i}")
        p.door(f"f{i}", f"s{i}", (x1 - 1.0, -1.4), 0.8)
        p.door(f"s{i}", f"k{i}", (x1 - 1.0, 1.4), 0.8)
        p.door(f"k{i}", f"y{i}", (x0 + 1.0, 5.0), 0.8)
        p.door(f"y{i}", OUT, (x1 - 1.0, 7.5), 0.8, into=f"y{i}")
        p.windows(f"f{i}", 0.9, 5, 270)
        p.area("stair.flight", rect(x0 + 0.2, -1.2, x0 + 2.8, -0.3), rotation_deg=180)
        block(p, x0 + 1.2, -4.0, 1.2, 1.2)
        circle(p, x0 + 3.0, -5.2, 0.35)
        block(p, x0 + 0.5, 3.4, 0.6, 2.0)
        toilet(p, x0 + 0.1, 6.8, 0)
        p.symbol("stair.open", (x0 + 1.5, 0.6), "木梯", "Timber stair", clear_width_m=0.8)
    for i in (0, 3, 6):
        p.symbol("kitchen", (_x(i)[0] + 2.4, 3.0), "液化气瓶", "LPG cylinder")
    p.symbol("timber", (-10.5, -6.4), "砖木结构、木楼板", "Brick and timber, timber floors")
    p.symbol(
        "ebike_charging", (_x(2)[0] + 2.4, -2.6), "室内充电", "Charging indoors", charging_points=2
    )
    p.symbol("hazmat", (_x(5)[0] + 2.6, -2.6), "油漆、稀料", "Paint and thinners", amount="60 kg")
    p.symbol("extinguisher", (_x(4)[0] + 3.4, -6.6), agent="abc_powder", quantity=2)
    p.symbol("power_shutoff", (16.0, -2.4), "总电表箱", "Meter box")
    p.compartment("连片砖木（无防火分隔）", "Timber row, no fire separation", list(p.rooms))
    return p


def upper() -> Plan:
    """2F: front and back rooms, let by the room; a loft over all of them."""
    p = Plan(rect(-16.8, -7.5, 16.8, 5.0), facade=("wall", 0.3), light=("partition", 0.08))
    for i, no in enumerate(NUMBERS):
        x0, x1 = _x(i)
        p.room(f"f{i}", rect(x0, -7.5, x1, -1.4), f"{no}号前楼", f"No. {no} front", wall="heavy")
        p.room(f"s{i}", rect(x0, -1.4, x1, 1.4), "梯间", "Stair", wall="heavy")
        p.room(f"b{i}", rect(x0, 1.4, x1, 5.0), "亭子间", "Back room", wall="heavy")
    for i in range(N):
        x0, x1 = _x(i)
        p.door(f"s{i}", f"f{i}", (x1 - 0.9, -1.4), 0.8)
        p.door(f"s{i}", f"b{i}", (x1 - 0.9, 1.4), 0.8)
        p.windows(f"f{i}", 1.0, 1.9, 270)
        p.windows(f"b{i}", 0.9, 5, 90)
        p.area("stair.flight", rect(x0 + 0.2, -1.2, x0 + 2.8, -0.3), rotation_deg=180)
        bed(p, x0 + 0.2, -3.4, 0)
        bed(p, x0 + 0.2, 3.4, 0, 1.2)
        block(p, x1 - 0.4, -5, 0.5, 1.2)
        p.symbol("stair.open", (x0 + 1.5, 0.6), "木梯", "Timber stair")
    p.symbol(
        "mobility_impaired", (_x(1)[0] + 2.8, -5.4), "独居老人", "Elderly, living alone", persons=1
    )
    p.symbol(
        "mobility_impaired", (_x(6)[0] + 2.8, -5.4), "行动不便 2 人", "2 cannot walk", persons=2
    )
    p.symbol("timber", (0.6, -3.2), "木屋架贯通", "Roof void runs through")
    return p
