"""Sample Plaza: its three buildings, their floors and where they stand."""

from __future__ import annotations

from . import (
    podium,
    podium_basement,
    podium_parking,
    podium_shops,
    podium_upper,
    tower_a,
    tower_a_floors,
    tower_b,
    tower_b_floors,
)
from .city import PLAZA
from .records import BuildingRow, FloorRow, storeys

P_CODE, A_CODE, B_CODE = "SDQ-0101", "SDQ-0102", "SDQ-0103"
ADDRESS = "示例区示例大道1号"
ADDRESS_EN = "1 Sample Avenue, Sample District"
AREA = "示例区（虚构）"


def rows() -> list[BuildingRow]:
    return [_podium(), _tower_a(), _tower_b()]


def _podium() -> BuildingRow:
    up = podium_upper
    floors = [
        FloorRow("B3", -3, -13.2, 3.9, "车库、设备用房", "Parking, plant", draw=podium_parking.b3),
        FloorRow(
            "B2", -2, -9.3, 4.2, "车库、地铁连通", "Parking, metro link", draw=podium_parking.b2
        ),
        FloorRow(
            "B1", -1, -5.1, 5.1, "超市、美食街", "Supermarket, food street", draw=podium_basement.b1
        ),
        FloorRow(
            "1F",
            0,
            0.0,
            5.1,
            "商铺、消防控制室",
            "Shops, control room",
            draw=lambda: podium_shops.ground().build(),
        ),
        FloorRow("2F", 1, 5.1, 4.5, "服装零售", "Fashion", draw=lambda: up.fashion().build()),
        FloorRow(
            "3F", 2, 9.6, 4.5, "儿童、教培", "Children, tuition", draw=lambda: up.children().build()
        ),
        FloorRow("4F", 3, 14.1, 4.5, "餐饮", "Restaurants", draw=lambda: up.food().build()),
        FloorRow(
            "5F",
            4,
            18.6,
            4.5,
            "影院、餐饮",
            "Cinema, restaurants",
            draw=lambda: up.cinema().build(),
        ),
        FloorRow("RF", 5, 23.1, 4.0, "屋面、设备", "Roof, plant", draw=lambda: up.roof().build()),
    ]
    return BuildingRow(
        P_CODE,
        "示例广场裙房（含地下室）",
        "Sample Plaza Podium and Basements",
        "示例百货大楼",
        "示例广场",
        ADDRESS,
        ADDRESS_EN,
        "commercial_complex",
        PLAZA,
        {
            "建筑高度": 23.1,
            "地上层数": 5,
            "地下层数": 3,
            "总建筑面积": 108600,
            "占地面积": 13820,
            "竣工年份": 2017,
            "行政区划": AREA,
            "产权或使用单位": "示例商业管理公司（虚构）",
            "物业服务单位": "示例物业服务公司（虚构）",
        },
        floors,
        "3",
        "2026-09-02",
    )


def _tower_a() -> BuildingRow:
    t, f = tower_a, tower_a_floors
    office = ("办公", "Offices")
    floors = [
        FloorRow("1F", 0, 0.0, 5.1, "办公大堂", "Office lobby", draw=lambda: f.lobby().build()),
        *storeys(2, 5, 5.1, 4.5, "商务办公", "Business offices", draw=lambda: f.low().build()),
        FloorRow(
            "6F",
            5,
            23.1,
            5.7,
            "空中大堂、职工餐厅",
            "Sky lobby, canteen",
            draw=lambda: f.sky().build(),
        ),
        *storeys(7, 10, 28.8, 4.5, *office, draw=lambda: t.typical(t.LOW, t.LOW_NAMES).build()),
        FloorRow(
            "11F",
            10,
            46.8,
            4.9,
            "避难层、设备",
            "Refuge, plant",
            refuge=True,
            draw=lambda: f.refuge().build(),
        ),
        *storeys(12, 21, 51.7, 4.5, *office, draw=lambda: t.typical(t.MID, t.MID_NAMES).build()),
        FloorRow("22F", 21, 96.7, 4.9, "避难层、设备", "Refuge, plant", "11F", True),
        *storeys(
            23, 31, 101.6, 4.5, *office, draw=lambda: t.typical(t.HIGH, t.HIGH_NAMES, True).build()
        ),
        FloorRow(
            "32F",
            31,
            142.1,
            5.9,
            "会所、董事层",
            "Club, executive floor",
            draw=lambda: f.club().build(),
        ),
        FloorRow("RF", 32, 148.0, 4.2, "屋面、机房", "Roof, plant", draw=lambda: f.roof().build()),
    ]
    return BuildingRow(
        A_CODE,
        "示例广场A座",
        "Sample Plaza Tower A",
        "示例国际大厦",
        "示例广场办公楼",
        ADDRESS + "A座",
        "Tower A, " + ADDRESS_EN,
        "office",
        PLAZA.at(*podium.A_AT),
        {
            "建筑高度": 148.0,
            "地上层数": 32,
            "地下层数": 3,
            "总建筑面积": 56100,
            "占地面积": 1740,
            "标准层面积": 1740,
            "竣工年份": 2018,
            "行政区划": AREA,
            "产权或使用单位": "示例商业管理公司（虚构）",
            "物业服务单位": "示例物业服务公司（虚构）",
        },
        floors,
        "4",
        "2026-09-02",
    )


def _tower_b() -> BuildingRow:
    t, f = tower_b, tower_b_floors
    floors = [
        FloorRow("1F", 0, 0.0, 5.1, "公寓大堂", "Residents' lobby", draw=lambda: f.lobby().build()),
        *storeys(
            2, 5, 5.1, 4.5, "物业、储藏", "Management, storage", draw=lambda: f.service().build()
        ),
        FloorRow(
            "6F",
            5,
            23.1,
            3.7,
            "架空层、住户会所",
            "Open storey, residents' club",
            draw=lambda: f.open_storey().build(),
        ),
        *storeys(7, 24, 26.8, 2.9, "公寓", "Flats", draw=lambda: t.flats().build()),
        FloorRow("RF", 24, 79.0, 3.6, "屋面、机房", "Roof, plant", draw=lambda: f.roof().build()),
    ]
    return BuildingRow(
        B_CODE,
        "示例广场B座",
        "Sample Plaza Tower B",
        "",
        "示例公寓",
        ADDRESS + "B座",
        "Tower B, " + ADDRESS_EN,
        "residential_highrise",
        PLAZA.at(*podium.B_AT),
        {
            "建筑高度": 79.0,
            "地上层数": 24,
            "地下层数": 3,
            "总建筑面积": 25900,
            "占地面积": 1058,
            "标准层面积": 1040,
            "竣工年份": 2018,
            "行政区划": AREA,
            "物业服务单位": "示例物业服务公司（虚构）",
        },
        floors,
        "2",
        "2026-06-20",
    )
