"""The three basements: supermarket and food street, metro link and parking, parking and plant."""

from __future__ import annotations

from shapely.geometry import Polygon

from . import podium
from .cores import lift, stair
from .drawn import Drawn
from .furniture import rows
from .plan import Plan
from .podium_shops import doors, escalators, h, shops, stores, v
from .shapes import rect

OUTLINE = Polygon(
    [
        (-80, -56),
        (-42, -68),
        (38, -68),
        (72, -54),
        (88, -22),
        (88, 8),
        (77, 30),
        (77, 54.6),
        (-75.6, 54.6),
        (-80, 20),
    ]
)
PARKS = ["park-w", "park-c", "park-e"]
AX, AY = podium.A_AT
BX, BY = podium.B_AT


def tower_cores(p: Plan) -> None:
    """The stairs and firefighting lifts of both towers, down to the lowest level."""
    stair(p, "a-st1", (AX - 9.6, AY + 1.5, AX - 6.6, AY + 8.4), 90, "stair.smokeproof", "A-ST1")
    stair(p, "a-st2", (AX + 6.6, AY - 8.4, AX + 9.6, AY - 1.5), 270, "stair.smokeproof", "A-ST2")
    p.room(
        "a-lob1", rect(AX - 6.6, AY + 4, AX - 5, AY + 8.4), "前室", "Lobby", "lobby", wall="heavy"
    )
    p.room(
        "a-lob2", rect(AX + 5, AY - 8.4, AX + 6.6, AY - 4), "前室", "Lobby", "lobby", wall="heavy"
    )
    lift(p, "a-fl1", (AX + 7, AY + 5.6, AX + 9.6, AY + 8.4), "lift.firefighting", "A-FL1")
    lift(p, "a-fl2", (AX - 9.6, AY - 8.4, AX - 7, AY - 5.6), "lift.firefighting", "A-FL2")
    p.room(
        "a-flob1", rect(AX + 5, AY + 3.3, AX + 7, AY + 8.4), "前室", "Lobby", "lobby", wall="heavy"
    )
    p.room(
        "a-flob2", rect(AX - 7, AY - 8.4, AX - 5, AY - 3.3), "前室", "Lobby", "lobby", wall="heavy"
    )
    p.room(
        "a-core",
        rect(AX - 9.6, AY - 8.4, AX + 9.6, AY + 8.4),
        "A座核心筒",
        "Tower A core",
        wall="heavy",
        core=True,
    )
    for n, dx in ((1, -12.6), (2, 4.2)):
        x0 = BX + dx
        stair(
            p,
            f"b-st{n}",
            (x0, BY + 4.2, x0 + 2.8, BY + 9),
            90,
            "stair.smokeproof",
            f"B-ST{n}",
            landing=1.2,
        )
        lift(
            p, f"b-fl{n}", (x0 + 2.8, BY + 4.4, x0 + 5.1, BY + 6.7), "lift.firefighting", f"B-FL{n}"
        )
        p.room(
            f"b-lob{n}",
            rect(x0, BY + 2.2, x0 + 5.1, BY + 4.4),
            "前室",
            "Lobby",
            "lobby",
            wall="heavy",
        )


def tower_doors(p: Plan, b_around: str = "") -> None:
    """Doors of the towers' cores from the car park, or for tower B from a corridor."""
    fire = {"fire_rating_min": 90}
    for key in ("a-lob1", "a-lob2", "a-flob1", "a-flob2", "b-lob1", "b-lob2"):
        p.way_in(key, [b_around] if b_around and key[0] == "b" else PARKS, 1.1, **fire)
    for a, b in (
        ("a-lob1", "a-st1"),
        ("a-lob2", "a-st2"),
        ("b-lob1", "b-st1"),
        ("b-lob2", "b-st2"),
    ):
        p.door(a, b, None, 1.1, **fire)
    for a, b in (
        ("a-flob1", "a-fl1"),
        ("a-flob2", "a-fl2"),
        ("b-lob1", "b-fl1"),
        ("b-lob2", "b-fl2"),
    ):
        p.door(a, b, None, 1.1, "door.sliding")


def b1() -> list[Drawn]:
    """B1: supermarket to the north-east, food street along the covered street, stores."""
    p = Plan(podium.OUTLINE, facade=("wall", 0.4))
    tower_cores(p)
    podium.cores(p, towers=False)
    podium.passages(p)
    podium.concourse_rooms(p, False)
    p.room("market", rect(3, 17.0, 56.4, 33.6), "超市卖场", "Supermarket", front="curtain_wall")
    rows(p, p.shape("market"), 90, 2.8, 1.0, 1.8)
    p.room(
        "market-back",
        rect(8.4, 36.6, 75.6, 54.6),
        "超市后场、冷库",
        "Supermarket back of house",
        wall="heavy",
    )
    p.room(
        "dock",
        rect(56.4, 17.6, 75.6, 30).union(rect(67.2, 30, 75.6, 33.6)),
        "卸货区",
        "Goods in",
        wall="heavy",
    )
    rows(p, p.shape("dock"), 90, 4.2, 0.1, 1)
    p.room(
        "a-store",
        podium.TOWER_A,
        "A座机房、库房",
        "Tower A plant and stores",
        "corridor",
        wall="heavy",
    )
    keys = shops(
        p,
        "sw",
        (-58, -33),
        [v(-58)],
        [("小吃城", "Food hall", "tables"), ("厨房", "Kitchen", "kitchen")],
    )
    keys += shops(
        p,
        "s",
        (-17, -35),
        [v(-27), v(-15), v(-6), h(-40, -39.1, 4.1)],
        lambda g, i: (
            ("厨房", "Kitchen", "kitchen")
            if g.centroid.y < -41
            else (f"档口{i + 1}", f"Food stall {i + 1}", "tables")
        ),
    )
    keys += shops(
        p,
        "se",
        (22, -38),
        [v(15), v(26)],
        [
            ("电玩", "Arcade", "shelves"),
            ("影音", "Media", "shelves"),
            ("文具", "Stationery", "shelves"),
        ],
    )
    keys += shops(p, "sec", (47, -39), [], [("设备间", "Plant", "plant")])
    keys += shops(
        p,
        "w",
        (-50, 0),
        [v(-53, -20, 13), v(-34, -20, 20), h(20, -34.5, -17), h(36, -34.5, -17)],
        [
            ("烘焙工坊", "Bakery", "tables"),
            ("水果", "Fruit", "shelves"),
            ("药房", "Pharmacy", "shelves"),
            ("洗衣", "Laundry", "counter"),
            ("美食", "Food", "tables"),
        ],
    )
    keys += shops(
        p,
        "e",
        (56, -12),
        [v(44), v(58)],
        [
            ("家居", "Homeware", "shelves"),
            ("宠物", "Pets", "shelves"),
            ("空调机房", "Air handling", "plant"),
        ],
    )
    keys += shops(p, "ne", (8, 10), [], [("生鲜市集", "Fresh market", "shelves")])
    stores(p)
    doors(p, keys)
    podium.core_doors(p)
    _b1_doors(p)
    podium.exits(p, False)
    podium.equipment(p)
    podium.shutters(p)
    escalators(p)
    p.columns(podium.GRID_X, podium.GRID_Y, 0.8)
    p.symbol("cold_store", (58, 50), "超市冷库（氟利昂）", "Supermarket cold rooms", area_m2=180)
    p.symbol(
        "sprinkler_valve",
        (14, 35.0),
        "湿式报警阀",
        "Wet alarm valves",
        isolates="B1-2F",
        zone="low",
    )
    p.compartment("防火分区B1-1（超市）", "Compartment B1-1 (supermarket)", ["market"])
    p.compartment(
        "防火分区B1-2（美食街）", "Compartment B1-2 (food street)", ["mall-w", "mall-c", "mall-e"]
    )
    return p.build()


def _b1_doors(p: Plan) -> None:
    fire = {"fire_rating_min": 90}
    for a, b in (
        ("a-store", "a-lob1"),
        ("a-lob1", "a-st1"),
        ("a-store", "a-lob2"),
        ("a-lob2", "a-st2"),
        ("a-store", "a-flob1"),
        ("a-store", "a-flob2"),
        ("market-back", "b-lob1"),
        ("market-back", "b-lob2"),
        ("b-lob1", "b-st1"),
        ("b-lob2", "b-st2"),
    ):
        p.door(a, b, None, 1.1, **fire)
    p.door("mall-x", "market", None, 3.6, "door.sliding")
    p.door("cor-serv", "market", (30, 33.6), 1.8, "door.double", **fire)
    p.door("cor-serv", "market-back", (30, 36.6), 1.8, "door.double", **fire)
    p.door("cor-serv", "dock", None, 1.8, "door.double", **fire)
