"""The podium's upper storeys: fashion, children, food and cinema, and the roof above."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from shapely.geometry import LineString, Polygon

from . import podium
from .cores import stair
from .furniture import block, circle
from .plan import Plan
from .podium_shops import Cut, Shop, close, doors, escalators, h, shops, start, stores, v
from .shapes import Xy, rect

ZONES: dict[str, Xy] = {
    "sw": (-58, -33),
    "s": (-17, -35),
    "se": (22, -38),
    "sec": (47, -39),
    "w": (-50, 0),
    "ne": (20, 25),
    "e": (56, -12),
    "dock": (71, 45),
}
Kinds = Sequence[Shop] | Callable[[Polygon, int], Shop]
AIR: tuple[list[Cut], Kinds] = ([], [("空调机房", "Air handling", "plant")])


def storey(zones: dict[str, tuple[list[Cut], Kinds]]) -> Plan:
    """A storey round the voids: each zone cut and named as told."""
    p = start(True)
    keys: list[str] = []
    for name, at in ZONES.items():
        cuts, kinds = zones.get(name, AIR)
        keys += shops(p, name, at, cuts, kinds)
    stores(p)
    into = doors(p, keys)
    escalators(p)
    close(p, into, False)
    for i, (x, y) in enumerate(
        ((-60, -48.6), (-20, -51.6), (8, -52), (30, -49.8), (74.6, 25), (74.4, -6)), 1
    ):
        p.symbol(
            "rescue_opening",
            (x, y),
            f"救援窗{i}",
            f"Rescue window {i}",
            270 if y < -20 else 0,
            clear_width_m=1.0,
            clear_height_m=1.2,
            sill_height_m=1.0,
        )
    return p


def named(*names: Shop) -> list[Shop]:
    return list(names)


def fashion() -> Plan:
    """2F: fashion."""
    return storey(
        {
            "sw": ([v(-60)], named(("运动城", "Sports", "racks"), ("户外", "Outdoor", "racks"))),
            "s": (
                [v(-31), v(-20.5), v(-9)],
                named(
                    ("女装A", "Womenswear A", "racks"),
                    ("女装B", "Womenswear B", "racks"),
                    ("快时尚", "Fast fashion", "racks"),
                    ("内衣", "Lingerie", "shelves"),
                ),
            ),
            "se": (
                [v(17), v(27.5)],
                named(
                    ("男装", "Menswear", "racks"),
                    ("鞋包", "Shoes and bags", "shelves"),
                    ("配饰", "Accessories", "counter"),
                ),
            ),
            "sec": ([], named(("钟表", "Watches", "counter"))),
            "w": (
                [
                    v(-55, -20, 13),
                    v(-43, -20, 13),
                    v(-34, -20, 20),
                    h(14.5, -34.5, -17),
                    h(25.5, -34.5, -17),
                    h(39, -34.5, -17),
                ],
                named(
                    ("美妆", "Beauty", "counter"),
                    ("家纺", "Linen", "shelves"),
                    ("集合店", "Concept store", "racks"),
                    ("美甲", "Nails", "tables"),
                    ("眼镜", "Optician", "counter"),
                    ("饰品", "Jewellery", "counter"),
                    ("咖啡", "Coffee", "tables"),
                ),
            ),
            "ne": (
                [v(9), v(23.5), v(39), v(55)],
                named(
                    ("百货A", "Department A", "racks"),
                    ("百货B", "Department B", "racks"),
                    ("百货C", "Department C", "racks"),
                    ("百货D", "Department D", "racks"),
                    ("库存", "Stock", "shelves"),
                ),
            ),
            "e": (
                [v(43), v(57), [(57, -11), (77, -9)]],
                named(
                    ("牛仔", "Denim", "racks"),
                    ("潮牌", "Streetwear", "racks"),
                    ("皮具", "Leather", "shelves"),
                    ("茶饮", "Tea bar", "tables"),
                ),
            ),
        }
    )


def children() -> Plan:
    """3F: children's play, early learning and tuition: the most children in the building."""
    p = storey(
        {
            "sw": (
                [v(-58)],
                named(
                    ("早教中心", "Early learning", "play"),
                    ("亲子餐厅", "Family restaurant", "tables"),
                ),
            ),
            "s": (
                [v(-26.5), v(-13), h(-37, -13, 4.1)],
                named(
                    ("儿童乐园", "Play centre", "play"),
                    ("绘本馆", "Picture books", "shelves"),
                    ("舞蹈教室", "Dance studio", ""),
                    ("美术教室", "Art class", "class"),
                ),
            ),
            "se": (
                [v(19), h(-36, 6, 19), h(-38, 19, 38.1)],
                named(
                    ("书法教室", "Calligraphy", "class"),
                    ("轮滑馆", "Skating", ""),
                    ("英语教室", "English class", "class"),
                    ("钢琴教室", "Piano", "class"),
                ),
            ),
            "sec": ([], named(("母婴室", "Baby care", "counter"))),
            "w": (
                [v(-52, -20, 13), v(-34, -20, 20), h(21, -34.5, -17), h(36, -34.5, -17)],
                named(
                    ("积木馆", "Bricks", "play"),
                    ("童装", "Childrenswear", "racks"),
                    ("科学教室", "Science class", "class"),
                    ("编程教室", "Coding class", "class"),
                    ("家长休息", "Parents' lounge", "tables"),
                ),
            ),
            "ne": (
                [v(10), v(27.5), v(44)],
                named(
                    ("玩具城", "Toy store", "shelves"),
                    ("儿童摄影", "Photo studio", ""),
                    ("游泳早教", "Baby swimming", "play"),
                    ("跆拳道", "Taekwondo", ""),
                ),
            ),
            "e": (
                [v(46), [(46, -8), (77, -6)]],
                named(
                    ("电玩", "Arcade", "shelves"),
                    ("手作", "Craft", "class"),
                    ("儿童口腔", "Children's dentist", "counter"),
                ),
            ),
        }
    )
    p.symbol("crowd", (-31, -30), "节假日人员密集", "Crowded at weekends", persons=600)
    return p


def _restaurants(names: Sequence[tuple[str, str]], kitchen: Callable[[Polygon], bool]) -> Kinds:
    def name(part: Polygon, i: int) -> Shop:
        if kitchen(part):
            return ("厨房", "Kitchen", "kitchen")
        zh, en = names[i % len(names)]
        return (zh, en, "tables")

    return name


def _west_kitchen(part: Polygon) -> bool:
    c = part.centroid
    return (c.y > 5 and c.x < -34) or 22 < c.y < 30


def food() -> Plan:
    """4F: restaurants, each with its kitchen to the outer wall or the service corridor."""
    eat = (
        ("川菜", "Sichuan"),
        ("火锅", "Hotpot"),
        ("烤肉", "Barbecue"),
        ("粤菜", "Cantonese"),
        ("日料", "Japanese"),
        ("湘菜", "Hunan"),
        ("面点", "Noodles"),
    )
    south = _restaurants(eat, lambda g: g.centroid.y < -39.5)
    p = storey(
        {
            "sw": ([h(-37, -80, -41), v(-58)], south),
            "s": ([v(-27), v(-13), h(-41, -39.1, 4.1)], south),
            "se": ([v(21), h(-41, 6, 38.2)], south),
            "sec": ([], named(("甜品", "Desserts", "tables"))),
            "w": (
                [
                    v(-50, -20, 13),
                    v(-34, -20, 20),
                    h(22, -34.5, -17),
                    h(30.5, -34.5, -17),
                    h(41, -34.5, -17),
                    h(5.5, -66, -33.9),
                ],
                _restaurants(eat, _west_kitchen),
            ),
            "ne": (
                [h(25.5, -8, 80), v(12), v(31), v(48)],
                _restaurants(eat, lambda g: g.centroid.y > 26 and g.centroid.x < 46),
            ),
            "e": (
                [v(47), [(47, -7), (77, -5)]],
                named(
                    ("自助餐", "Buffet", "tables"),
                    ("茶餐厅", "Café", "tables"),
                    ("酒楼包间", "Private rooms", "meeting"),
                ),
            ),
        }
    )
    p.symbol("gas_shutoff", (63.0, 35.1), "4F燃气阀", "4F gas valve", isolates="4F")
    return p


def cinema() -> Plan:
    """5F: a cinema of seven halls, and restaurants."""
    halls = [(f"{n}号厅", f"Screen {n}", "seats") for n in range(1, 9)]
    eat = (("烤鱼", "Grilled fish"), ("茶馆", "Tea house"), ("西餐", "Bistro"), ("烘焙", "Bakery"))
    p = storey(
        {
            "sw": ([v(-57)], halls[:2]),
            "s": ([v(-25.5), v(-11.5)], halls[2:5]),
            "se": ([v(22)], halls[5:7]),
            "sec": ([], named(("影院办公", "Cinema office", "meeting"))),
            "w": (
                [v(-53, -20, 13), v(-34, -20, 20), h(20, -34.5, -17), h(37, -34.5, -17)],
                named(
                    ("影院大厅", "Cinema foyer", "tables"),
                    ("电竞馆", "Esports", "shelves"),
                    ("桌游", "Board games", "tables"),
                    ("健身", "Gym", ""),
                    ("瑜伽", "Yoga", ""),
                ),
            ),
            "ne": (
                [h(25.5, -8, 80), v(14), v(35)],
                _restaurants(eat, lambda g: g.centroid.y > 26 and g.centroid.x < 46),
            ),
            "e": (
                [v(50), [(50, -6), (77, -4)]],
                named(
                    ("量贩歌厅", "Karaoke", "tables"),
                    ("宴会厅", "Banquet hall", "tables"),
                    ("露台餐吧", "Terrace bar", "tables"),
                ),
            ),
        }
    )
    p.symbol("crowd", (-45, -30.4), "影院观众", "Cinema audience", persons=900)
    p.symbol("key_part", (-16, -46), "放映设备夹层", "Projection level")
    return p


def roof() -> Plan:
    """RF: roof garden round the atrium glass, cooling towers, kitchen fans, smoke vents."""
    p = Plan(podium.OUTLINE, facade=("wall", 0.3))
    p.room("tower-a", podium.TOWER_A, "A座", "Tower A", wall="heavy")
    p.room("tower-b", podium.TOWER_B, "B座", "Tower B", wall="heavy")
    for key in ("st1", "st3", "st5", "st6", "st7"):
        at, up = podium.STAIRS[key]
        stair(p, key, at, up, "stair.enclosed", f"P-{key.upper()}", serves_floors="1F-RF")
    for i, hole in enumerate(podium.voids()):
        p.room(
            f"glass{i}",
            hole.buffer(0.6, join_style="mitre"),
            "中庭采光顶" if i == 1 else "采光顶",
            "Atrium rooflight" if i == 1 else "Rooflight",
            "opening",
        )
    p.room("cool", rect(30, 12, 66, 30), "冷却塔区", "Cooling towers")
    p.room("fans", rect(-60, -40, -36, -30), "排油烟机房", "Kitchen fans", wall="heavy")
    p.room("machine", rect(-22, 5, -17, 12), "电梯机房", "Lift machines", wall="heavy")
    p.rest("deck", "屋顶花园", "Roof garden")
    p.door("deck", "cool", (40, 12), 2.4, "door.double")
    for key in ("fans", "machine", "st1", "st3", "st5", "st6", "st7"):
        p.way_in(key, ["deck"], 1.1, into="", fire_rating_min=60)
    for k in range(4):
        block(p, 35 + 9 * k, 21, 6, 10)
        circle(p, 35 + 9 * k, 21, 2.4)
    for k in range(5):
        block(p, -57 + 4.6 * k, -35, 3, 4)
    for line in ([(-40, -24), (-24, -36), (10, -38), (30, -32)], [(28, -6), (44, -10), (60, -8)]):
        bed = LineString(line).buffer(2.2)
        p.draw(
            "furniture", [(round(x, 2), round(y, 2)) for x, y in bed.exterior.simplify(0.2).coords]
        )
    for n, hole in enumerate(podium.voids()):
        c = hole.centroid
        p.symbol(
            "smoke_vent",
            (c.x, c.y + 0.1),
            f"排烟窗{n + 1}",
            f"Smoke vent {n + 1}",
            control_from="消防控制室",
            area_m2=24,
        )
    p.symbol("exhaust_fan", (-48, -32), "排油烟风机", "Kitchen fans")
    p.symbol("exhaust_fan", (2, 40), "排烟风机", "Smoke fans", serves_floors="B3-5F")
    p.symbol("fresh_air_intake", (20, 32), "新风口", "Fresh-air intake")
    p.symbol("roof_access", (-66.6, 7), "上屋面口1", "Roof access 1")
    p.symbol("roof_access", (2, -43), "上屋面口2", "Roof access 2")
    p.symbol("roof_access", (67, 8), "上屋面口3", "Roof access 3")
    p.symbol("assembly_point", (-28, 30), "屋顶临时避难", "Roof waiting area", persons=300)
    return p
