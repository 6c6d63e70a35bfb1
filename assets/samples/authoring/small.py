"""The eight smaller buildings of the district: rows, outlines, and what is drawn around them."""

from __future__ import annotations

import shapely
from shapely.geometry import Polygon

from . import flats, hospital, hotel, lanes, market, school, stores
from .frames import DISTRICT, Frame
from .records import BuildingRow, FloorRow, storeys
from .shapes import rect

AREA = "示例区（虚构）"
FRAMES: dict[str, Frame] = {
    "SDQ-0201": DISTRICT.at(-276.0, 262.0, 3.0),
    "SDQ-0202": DISTRICT.at(356.0, 292.0, -1.0),
    "SDQ-0203": DISTRICT.at(-682.0, -330.0, -4.0),
    "SDQ-0204": DISTRICT.at(-640.0, -246.0, 5.0),
    "SDQ-0205": DISTRICT.at(-292.0, -206.0, 5.0),
    "SDQ-0206": DISTRICT.at(-62.0, 268.0, 2.0),
    "SDQ-0207": DISTRICT.at(158.0, 62.0, 5.0),
    "SDQ-0208": DISTRICT.at(356.0, -140.0, 5.0),
}


def rows() -> list[BuildingRow]:
    def archive(height: float, up: int, down: int, area: int, foot: int, year: int, owner: str):  # type: ignore[no-untyped-def]
        return {
            "建筑高度": height,
            "地上层数": up,
            "地下层数": down,
            "总建筑面积": area,
            "占地面积": foot,
            "竣工年份": year,
            "行政区划": AREA,
            "产权或使用单位": owner,
        }

    f = FRAMES
    return [
        BuildingRow(
            "SDQ-0201",
            "示例实验小学教学楼",
            "Sample Primary School",
            "样张路小学",
            "示例小学",
            "示例区图例街66号",
            "66 Legend Street, Sample District",
            "school",
            f["SDQ-0201"],
            archive(16.5, 4, 0, 8050, 2010, 2009, "示例实验小学（虚构）"),
            [
                FloorRow(
                    "1F",
                    0,
                    0.0,
                    3.9,
                    "教室、食堂",
                    "Classrooms, dining",
                    draw=lambda: school.ground().build(),
                ),
                *storeys(
                    2, 4, 3.9, 3.9, "教室", "Classrooms", draw=lambda: school.typical().build()
                ),
            ],
        ),
        BuildingRow(
            "SDQ-0202",
            "示例医院住院楼",
            "Sample Hospital",
            "示例区人民医院（示例）",
            "示例医院",
            "示例区比例尺路118号",
            "118 Scale Road, Sample District",
            "hospital",
            f["SDQ-0202"],
            archive(39.6, 9, 1, 25400, 2530, 2013, "示例医院（虚构）"),
            [
                FloorRow(
                    "B1",
                    -1,
                    -5.4,
                    5.4,
                    "设备、厨房",
                    "Plant, kitchen",
                    draw=lambda: hospital.basement().build(),
                ),
                FloorRow(
                    "1F",
                    0,
                    0.0,
                    5.2,
                    "门急诊",
                    "Outpatients, emergency",
                    draw=lambda: hospital.ground().build(),
                ),
                *storeys(2, 9, 5.2, 4.3, "病房", "Wards", draw=lambda: hospital.ward().build()),
            ],
        ),
        BuildingRow(
            "SDQ-0203",
            "示例冷链冷库",
            "Sample Cold Store",
            "滨河冻品厂",
            "示例冷库",
            "示例区滨河路9号",
            "9 Riverside Road, Sample District",
            "cold_store",
            f["SDQ-0203"],
            archive(19.5, 3, 0, 7560, 2690, 1998, "示例冷链公司（虚构）"),
            [
                FloorRow(
                    "1F",
                    0,
                    0.0,
                    6.5,
                    "冷间、氨机房",
                    "Cold rooms, ammonia plant",
                    draw=lambda: stores.cold_ground().build(),
                ),
                *storeys(
                    2, 3, 6.5, 6.5, "冷间", "Cold rooms", draw=lambda: stores.cold_upper().build()
                ),
            ],
        ),
        BuildingRow(
            "SDQ-0204",
            "样品物流仓库",
            "Specimen Warehouse",
            "",
            "样品仓库",
            "示例区剖面路2号",
            "2 Section Road, Sample District",
            "warehouse",
            f["SDQ-0204"],
            archive(12.6, 2, 0, 4330, 3744, 2011, "样品物流公司（虚构）"),
            [
                FloorRow(
                    "1F",
                    0,
                    0.0,
                    4.8,
                    "高架库、分拣",
                    "High racks, sorting",
                    draw=lambda: stores.warehouse().build(),
                ),
                FloorRow(
                    "2F",
                    1,
                    4.8,
                    7.8,
                    "办公夹层",
                    "Office mezzanine",
                    draw=lambda: stores.mezzanine().build(),
                ),
            ],
        ),
        BuildingRow(
            "SDQ-0205",
            "图例里12—26号老房",
            "12–26 Legend Row",
            "图例里弄",
            "图例里",
            "示例区填充街图例里12—26号",
            "12–26 Legend Row, Hatch Street, Sample District",
            "lane_houses",
            f["SDQ-0205"],
            archive(8.4, 2, 0, 920, 504, 1934, "图例里居民（虚构）"),
            [
                FloorRow(
                    "1F",
                    0,
                    0.0,
                    3.3,
                    "住户、小作坊",
                    "Homes, workshops",
                    draw=lambda: lanes.ground().build(),
                ),
                FloorRow(
                    "2F",
                    1,
                    3.3,
                    5.1,
                    "住户、阁楼",
                    "Homes, lofts",
                    draw=lambda: lanes.upper().build(),
                ),
            ],
        ),
        BuildingRow(
            "SDQ-0206",
            "样张苑3号楼",
            "Specimen Court, Block 3",
            "",
            "样张苑",
            "示例区图例街31号3幢",
            "Block 3, 31 Legend Street, Sample District",
            "residential_highrise",
            f["SDQ-0206"],
            archive(97.5, 33, 1, 19200, 640, 2015, "样张苑业主（虚构）"),
            [
                FloorRow(
                    "B1",
                    -1,
                    -4.2,
                    4.2,
                    "自行车库、设备",
                    "Bicycles, plant",
                    draw=lambda: flats.basement().build(),
                ),
                FloorRow(
                    "1F",
                    0,
                    0.0,
                    4.5,
                    "门厅、社区",
                    "Entrance, community",
                    draw=lambda: flats.ground().build(),
                ),
                *storeys(2, 33, 4.5, 2.9, "住宅", "Flats", draw=lambda: flats.typical().build()),
            ],
        ),
        BuildingRow(
            "SDQ-0207",
            "示例酒店",
            "Sample Hotel",
            "示例招待所",
            "",
            "示例区示例大道19号",
            "19 Sample Avenue, Sample District",
            "hotel",
            f["SDQ-0207"],
            archive(55.8, 15, 0, 17300, 1205, 2006, "示例酒店公司（虚构）"),
            [
                FloorRow(
                    "1F",
                    0,
                    0.0,
                    5.4,
                    "大堂、餐饮",
                    "Lobby, dining",
                    draw=lambda: hotel.ground().build(),
                ),
                FloorRow(
                    "2F", 1, 5.4, 4.8, "会议", "Meetings", draw=lambda: hotel.meeting().build()
                ),
                *storeys(3, 15, 10.2, 3.5, "客房", "Rooms", draw=lambda: hotel.typical().build()),
            ],
        ),
        BuildingRow(
            "SDQ-0208",
            "比例尺农贸市场",
            "Scale Road Market",
            "南门菜场",
            "比例尺菜场",
            "示例区比例尺路7号",
            "7 Scale Road, Sample District",
            "market",
            f["SDQ-0208"],
            archive(11.4, 2, 0, 5080, 2590, 2001, "示例市场服务中心（虚构）"),
            [
                FloorRow(
                    "1F",
                    0,
                    0.0,
                    5.7,
                    "农贸交易",
                    "Produce stalls",
                    draw=lambda: market.ground().build(),
                ),
                FloorRow(
                    "2F",
                    1,
                    5.7,
                    5.1,
                    "餐饮、服装",
                    "Food, clothes",
                    draw=lambda: market.upper().build(),
                ),
            ],
        ),
    ]


OUTLINES: dict[str, tuple[str, str, Polygon, float]] = {
    "SDQ-0201": ("示例实验小学", "Sample Primary School", school.OUTLINE, 16.5),
    "SDQ-0202": ("示例医院", "Sample Hospital", hospital.OUTLINE, 39.6),
    "SDQ-0203": ("示例冷库", "Sample Cold Store", stores.COLD, 19.5),
    "SDQ-0204": ("样品仓库", "Specimen Warehouse", stores.WARE, 12.6),
    "SDQ-0205": ("图例里12—26号", "12–26 Legend Row", lanes.OUTLINE, 8.4),
    "SDQ-0206": ("样张苑3号楼", "Specimen Court 3", flats.OUTLINE, 97.5),
    "SDQ-0207": ("示例酒店", "Sample Hotel", hotel.OUTLINE, 55.8),
    "SDQ-0208": ("比例尺农贸市场", "Scale Road Market", market.OUTLINE, 11.4),
}
STATIONS: dict[str, tuple[str, str, Frame]] = {
    "FS-01": ("剖面路特勤站", "Section Road Special Service Station", DISTRICT.at(-440, -92, 10)),
    "FS-02": ("图例街消防救援站", "Legend Street Fire Station", DISTRICT.at(208, 196, 3)),
}
STATION_SHAPE = shapely.unary_union([rect(-23, -9, 23, 6), rect(-23, 6, -9, 17)])


def footprints() -> list[tuple[str, str, Frame, Polygon, float]]:
    """Outlines of the smaller buildings and the two fire stations, in their own metres."""
    out = [(zh, en, FRAMES[code], shape, h) for code, (zh, en, shape, h) in OUTLINES.items()]
    out += [(zh, en, frame, STATION_SHAPE, 13.2) for zh, en, frame in STATIONS.values()]
    return out
