"""Small drawn illustrations in place of photographs, each marked as an illustration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pylopdf_fonts_zh_cn import sans_path
from PySide6.QtGui import QFontDatabase, QGuiApplication

from .sheet import GLASS, GREEN, GROUND, INK, ORANGE, RED, STEEL, WALL, H, Sheet, W
from .writing import write_table


def tower_a(s: Sheet) -> None:
    s.sky()
    s.box(0, 556, W, 84, GROUND)
    base, scale, left, width = 556.0, 3.5, 300.0, 250.0
    s.box(40, base - 23.1 * scale, left - 40, 23.1 * scale, WALL)
    s.box(left, base - 148 * scale, width, 148 * scale, "#dfe6ea", 6)
    levels = [
        0.0,
        *(5.1 + 4.5 * k for k in range(4)),
        23.1,
        *(28.8 + 4.5 * k for k in range(4)),
        46.8,
        *(51.7 + 4.5 * k for k in range(10)),
        96.7,
        *(101.6 + 4.5 * k for k in range(9)),
        142.1,
    ]
    for n, z in enumerate(levels, 1):
        y = base - z * scale
        refuge = n in (11, 22)
        s.pen("#aeb9c0", 1)
        if refuge:
            s.box(left, y - 4.9 * scale, width, 4.9 * scale, "#bfe3cc")
        s.line(left, y, left + width, y)
        if refuge:
            s.text(left + width + 12, y - 3, f"{n}F 避难层 Refuge", 15, GREEN)
        for x in (62, 150, 208):
            s.triangle(left + x, y - 7, 4.4)
    s.pen("#c4ced4", 1)
    for k in range(1, 10):
        s.line(left + width * k / 10, base - 148 * scale, left + width * k / 10, base)
    s.pen(ORANGE, 3, True)
    top = base - 54 * scale
    s.line(left - 20, top, 900, top)
    s.text(680, top - 8, "54 m 登高作业高度（未核实）", 15, ORANGE)
    s.pen(ORANGE, 4)
    s.line(700, base - 16, left + width - 42, top)
    s.pen(INK, 1.5)
    s.box(662, base - 26, 130, 20, RED, 3)
    s.disc(688, base - 5, 7, INK)
    s.disc(766, base - 5, 7, INK)
    s.text(60, 92, "148 m  32F", 22)
    s.triangle(70, 118)
    s.text(90, 124, "消防救援口 Rescue openings", 15)
    s.title("A座北立面", "Tower A, north front")


def tower_b(s: Sheet) -> None:
    s.sky()
    s.box(0, 540, W, 100, GROUND)
    base, scale, left = 540.0, 5.4, 250.0
    for i in range(7):
        x = left + 62 * i
        deep = i in (0, 2, 4, 6)
        s.box(x, base - 79 * scale, 62, 79 * scale, "#e6dfd2" if deep else "#d8d0c2")
        for n in range(18):
            y = base - (26.8 + 2.9 * n) * scale
            if i in (2, 4):
                s.box(x + 8, y - 11, 10, 8, GLASS)
                s.box(x + 40, y - 11, 14, 8, GLASS)
            else:
                s.box(x + 12, y - 12, 16, 9, GLASS)
                s.box(x + 36, y - 12, 16, 9, GLASS)
            if i in (1, 3, 5):
                s.triangle(x + 31, y - 8, 4)
    s.box(left - 120, base - 23.1 * scale, 640, 23.1 * scale, "#e9e5dc")
    s.box(left - 120, base - 26.8 * scale, 640, 3.7 * scale, "#cdd6d2")
    s.pen(ORANGE, 3, True)
    s.line(20, base - 54 * scale, 760, base - 54 * scale)
    s.text(20, base - 54 * scale - 8, "54 m 登高作业高度（未核实）", 15, ORANGE)
    s.text(742, 130, "79 m  24F", 22)
    s.text(784, 414, "6F 架空层", 15)
    s.title("B座北立面", "Tower B, north front")


def control_room(s: Sheet) -> None:
    s.sky("#f4f2ec", "#e9e6de")
    s.shape([(0, 470), (W, 470), (W, H), (0, H)], "#c8c4ba")
    for k, (zh, en) in enumerate(
        (
            ("报警主机", "Alarm"),
            ("联动控制", "Control"),
            ("消防广播", "Voice"),
            ("防排烟", "Smoke"),
            ("图形显示", "Display"),
        )
    ):
        x = 70 + 166 * k
        s.box(x, 120, 148, 330, "#b9c2c8", 4)
        s.box(x + 16, 140, 116, 74, "#22313a", 3)
        for j in range(12):
            colour = (RED, "#e4b63c", GREEN)[(j * 5 + k) % 3]
            s.disc(x + 30 + 18 * (j % 6), 240 + 24 * (j // 6), 5, colour)
        s.box(x + 16, 300, 116, 60, "#d7dde0", 3)
        s.text(x + 22, 104, zh, 18)
        s.text(x + 22, 392, en, 15, "#4b5359")
    s.shape([(140, 470), (820, 470), (880, 560), (80, 560)], "#8b6f52")
    s.box(420, 432, 90, 46, "#22313a", 3)
    s.box(250, 452, 46, 22, RED, 3)
    s.title("裙房 1F 消防控制室", "Podium 1F fire control room")


def pump_room(s: Sheet) -> None:
    s.sky("#eceff0", "#dfe2e2")
    s.box(0, 470, W, 170, "#b7b8b4")
    s.pen("#9c1f26", 20)
    s.line(60, 170, 900, 170)
    s.pen(INK, 1.5)
    for k in range(4):
        x = 130 + 200 * k
        s.pen("#9c1f26", 14)
        s.line(x + 40, 170, x + 40, 360)
        s.pen(INK, 1.5)
        s.disc(x + 40, 232, 17, "#e9e9e4")
        s.line(x + 40, 232, x + 50, 222)
        s.disc(x + 40, 300, 13, STEEL)
        s.box(x - 8, 360, 96, 56, RED, 8)
        s.box(x + 88, 368, 46, 40, "#2d6a8f", 6)
        s.box(x - 20, 416, 170, 22, "#6f7679")
        s.text(x - 6, 396, ("消火栓泵1", "消火栓泵2", "喷淋泵1", "喷淋泵2")[k], 14, "#ffffff")
    s.box(24, 300, 70, 170, "#8fa6b2", 4)
    s.text(28, 286, "控制柜", 16)
    s.title("B3 消防泵房", "B3 fire pump room")


def fdc_group(s: Sheet) -> None:
    s.sky("#e9e4da", "#ded8cc")
    s.pen("#cfc7b8", 1)
    for y in range(40, 470, 40):
        s.line(0, y, W, y)
    s.pen(INK, 1.5)
    s.box(0, 480, W, 160, "#a9a79f")
    names = (
        ("消火栓 低区", "Hydrant low"),
        ("消火栓 高区", "Hydrant high"),
        ("喷淋 低区", "Sprinkler low"),
        ("喷淋 高区", "Sprinkler high"),
    )
    for k, (zh, en) in enumerate(names):
        x = 90 + 220 * k
        colour = RED if k < 2 else "#c77f1f"
        s.box(x, 120, 150, 66, "#ffffff", 4)
        s.text(x + 14, 148, zh, 19)
        s.text(x + 14, 174, en, 15, "#596066")
        for j in (0, 1):
            px = x + 30 + 80 * j
            s.pen(colour, 16)
            s.line(px, 480, px, 320)
            s.pen(INK, 1.5)
            s.disc(px - 14, 306, 19, colour)
            s.disc(px + 16, 306, 19, colour)
            s.disc(px - 14, 306, 10, "#2b2f33")
            s.disc(px + 16, 306, 10, "#2b2f33")
    s.title("北外墙水泵接合器", "Fire department connections, north wall")


def aerial_site(s: Sheet) -> None:
    s.sky("#cfdfe9", "#f6f4ee")
    s.shape([(0, 640), (960, 640), (700, 430), (250, 430)], "#bcb9b0")
    s.shape([(160, 640), (800, 640), (640, 446), (316, 446)], "#f3c98f")
    s.shape([(0, 640), (0, 0), (300, 0), (250, 430)], "#dfe6ea")
    s.pen("#9fb2be", 1.5)
    for k in range(1, 13):
        t = k / 13
        s.line(0, 640 * (1 - t) ** 1.2 * 0.98, 250 + 50 * t, 430 * (1 - t))
    for k in range(1, 5):
        s.line(62 * k, 640 - 52 * k, 75 * k, 0)
    for x, y in ((120, 96), (186, 226), (128, 250), (214, 330)):
        s.triangle(x, y, 10)
    s.pen(INK, 1.5)
    s.box(430, 470, 140, 84, RED, 8)
    s.box(442, 480, 116, 30, GLASS, 4)
    for x in (392, 590):
        s.box(x, 540, 18, 12, INK)
        s.line(x + 9, 540, 500, 520)
    s.pen(ORANGE, 10)
    s.line(500, 470, 300, 120)
    s.pen(INK, 1.5)
    s.box(272, 92, 46, 34, ORANGE, 4)
    s.text(640, 402, "场地边至外墙 6 m", 18)
    s.text(640, 426, "6 m from the wall", 16, "#596066")
    s.title("A座北登高场地（仰视）", "Aerial site, tower A north, looking up")


def metro_link(s: Sheet) -> None:
    s.sky("#efefec", "#dcdcd7")
    s.shape([(0, 0), (W, 0), (650, 190), (310, 190)], "#f7f7f4")
    s.shape([(0, 640), (W, 640), (650, 430), (310, 430)], "#b9b6ad")
    s.box(310, 190, 340, 240, "#e6e2d8")
    for k, inset in enumerate((70, 230)):
        s.pen(RED, 5)
        s.line(inset, 40 + inset * 0.49, W - inset, 40 + inset * 0.49)
        s.pen(INK, 1.5)
        s.box(W / 2 - 90 + 8 * k, 20 + inset * 0.47, 180 - 16 * k, 26, RED, 3)
        s.text(W / 2 - 76 + 8 * k, 40 + inset * 0.47, f"特级防火卷帘 {k + 1}", 17 - k, "#ffffff")
    s.box(400, 260, 160, 170, "#6d7f8c")
    s.text(428, 250, "地铁站厅 Metro", 16)
    s.box(90, 330, 70, 42, GREEN, 4)
    s.text(99, 358, "出口 EXIT", 13, "#ffffff")
    s.box(810, 330, 44, 84, RED, 4)
    s.text(806, 322, "直通电话", 14)
    s.title("B2 地铁连通道", "B2 metro link")


def lane_arch(s: Sheet) -> None:
    s.sky("#dfe7ea", "#f5f1e8")
    s.shape([(0, 640), (W, 640), (590, 400), (370, 400)], "#b5aea1")
    s.shape([(0, 640), (0, 150), (370, 260), (370, 400)], "#b98b6f")
    s.shape([(W, 640), (W, 150), (590, 260), (590, 400)], "#a87a60")
    for k in range(4):
        s.box(30 + 86 * k, 270 + 18 * k, 44 - 5 * k, 92 - 12 * k, "#5c4634", 2)
        s.box(W - 74 - 86 * k, 270 + 18 * k, 44 - 5 * k, 92 - 12 * k, "#5c4634", 2)
    for x in (240, 690):
        s.box(x, 150, 30, 420, "#8f8a7e")
    s.box(220, 128, 520, 60, "#77706a", 4)
    s.text(420, 168, "图例里", 30, "#f3e7c8")
    s.pen(RED, 2.5)
    s.line(480, 192, 480, 560)
    s.shape([(472, 208), (488, 208), (480, 192)], RED)
    s.shape([(472, 546), (488, 546), (480, 562)], RED)
    s.text(496, 380, "3.2 m", 30, RED)
    s.title("图例里牌坊限高", "Archway of Legend Row")


Draw = Callable[[Sheet], None]
ROWS: list[tuple[str, Draw, str, str, str, str, str, str]] = [
    (
        "tower-a-north.png",
        tower_a,
        "SDQ-0102",
        "",
        "",
        "",
        "A座北立面：救援口、避难层与登高高度",
        "Tower A north: rescue openings, refuge floors, aerial height",
    ),
    (
        "tower-b-north.png",
        tower_b,
        "SDQ-0103",
        "",
        "",
        "",
        "B座北立面：救援窗与登高高度",
        "Tower B north: rescue windows, aerial height",
    ),
    (
        "control-room.png",
        control_room,
        "SDQ-0101",
        "1F",
        "消防控制室",
        "control_room",
        "裙房 1F 消防控制室",
        "Podium 1F fire control room",
    ),
    (
        "pump-room.png",
        pump_room,
        "SDQ-0101",
        "B3",
        "消防泵房",
        "pump_room",
        "B3 消防泵房",
        "B3 fire pump room",
    ),
    (
        "fdc-north.png",
        fdc_group,
        "",
        "",
        "消火栓低区接合器×4",
        "fdc.hydrant_low",
        "北外墙水泵接合器四组",
        "Four groups of connections, north wall",
    ),
    (
        "aerial-site.png",
        aerial_site,
        "",
        "",
        "A座北登高场地",
        "aerial_site",
        "A座北登高场地仰视",
        "Aerial site, tower A north, looking up",
    ),
    (
        "metro-link.png",
        metro_link,
        "SDQ-0101",
        "B2",
        "地铁连通口",
        "metro_link",
        "B2 地铁连通道两道卷帘",
        "Two shutters of the B2 metro link",
    ),
    (
        "lane-arch.png",
        lane_arch,
        "",
        "",
        "牌坊限高 3.2 m",
        "low_clearance",
        "图例里牌坊",
        "Archway of Legend Row",
    ),
]


def write(folder: Path) -> None:
    """The pictures and photos.csv."""
    app = QGuiApplication.instance() or QGuiApplication([])
    number = QFontDatabase.addApplicationFont(str(sans_path()))
    family = QFontDatabase.applicationFontFamilies(number)[0]
    (folder / "photos").mkdir(parents=True, exist_ok=True)
    for file, draw, *_rest in ROWS:
        sheet = Sheet(family)
        draw(sheet)
        sheet.p.end()
        sheet.image.save(str(folder / "photos" / file), "PNG", 10)
    write_table(
        folder / "photos.csv",
        (
            "file",
            "building_code",
            "floor",
            "label",
            "kind",
            "caption",
            "caption_en",
            "taken_on",
            "taken_by",
        ),
        (
            (
                f"photos/{file}",
                code,
                floor,
                label,
                kind,
                f"{zh}（示意图）",
                f"{en} (illustration)",
                "2026-09-02",
                "示例绘图（非照片）",
            )
            for file, _draw, code, floor, label, kind, zh, en in ROWS
        ),
    )
    del app
