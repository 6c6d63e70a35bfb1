"""The ground of the invented district: roads, river, park, railway. District metres."""

from __future__ import annotations

from dataclasses import dataclass

import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from .drawn import Drawn
from .frames import DISTRICT, Frame
from .shapes import Xy, curve, largest, polygons, rect

EXTENT = rect(-800, -600, 800, 600)
PLAZA: Frame = DISTRICT.at(-45.0, 46.0, 6.0)


@dataclass(frozen=True)
class Road:
    """A street: its middle, its width kerb to kerb (m), its names and the main under it (mm)."""

    key: str
    zh: str
    en: str
    width_m: float
    points: tuple[Xy, ...]
    main_mm: int = 0

    @property
    def line(self) -> LineString:
        return curve(self.points, 16)


ROADS = (
    Road(
        "avenue",
        "示例大道",
        "Sample Avenue",
        40,
        ((-830, -196), (-500, -168), (-250, -112), (0, -80), (250, -72), (520, -30), (830, 62)),
        600,
    ),
    Road(
        "specimen",
        "样张路",
        "Specimen Road",
        26,
        (
            (-208, 630),
            (-190, 300),
            (-172, 60),
            (-152, -110),
            (-172, -300),
            (-186, -420),
            (-170, -630),
        ),
        400,
    ),
    Road(
        "legend",
        "图例街",
        "Legend Street",
        18,
        ((-830, 196), (-500, 168), (-180, 143), (60, 152), (300, 168), (560, 232), (830, 300)),
        300,
    ),
    Road(
        "scale",
        "比例尺路",
        "Scale Road",
        22,
        ((306, 630), (288, 400), (276, 165), (268, -70), (292, -250), (330, -384)),
        300,
    ),
    Road(
        "section",
        "剖面路",
        "Section Road",
        16,
        ((-520, 630), (-532, 300), (-512, 0), (-502, -166), (-530, -330), (-542, -420)),
        300,
    ),
    Road(
        "grid",
        "坐标路",
        "Coordinate Road",
        18,
        ((600, 630), (592, 420), (566, 235), (546, -26), (582, -220), (612, -340)),
        300,
    ),
    Road(
        "contour",
        "轮廓街",
        "Contour Street",
        14,
        ((-830, 430), (-526, 400), (-194, 368), (100, 388), (289, 400), (591, 420), (830, 452)),
        200,
    ),
    Road(
        "river",
        "滨河路",
        "Riverside Road",
        16,
        (
            (-830, -400),
            (-540, -420),
            (-184, -406),
            (80, -372),
            (331, -386),
            (612, -340),
            (830, -296),
        ),
        300,
    ),
    Road(
        "hatch",
        "填充街",
        "Hatch Street",
        11,
        (
            (-516, -290),
            (-350, -268),
            (-168, -262),
            (60, -238),
            (288, -232),
            (590, -196),
            (830, -130),
        ),
        200,
    ),
    Road("north", "标注巷", "Label Lane", 8, ((-360, 388), (-352, 290), (-356, 155)), 150),
    Road("east", "引线巷", "Leader Lane", 8, ((430, 412), (424, 300), (428, 196)), 150),
    Road("west", "折线巷", "Polyline Lane", 8, ((-668, 417), (-660, 300), (-672, 182)), 150),
    Road("dash", "虚线巷", "Dash Lane", 7, ((60, 385), (52, 270), (58, 152)), 150),
    Road("south", "圆角巷", "Fillet Lane", 7, ((424, -46), (440, -130), (428, -214)), 150),
)
RIVER_LINE = curve(
    [(-830, -494), (-520, -520), (-170, -500), (120, -462), (420, -470), (640, -436), (830, -388)],
    16,
)
RIVER = shapely.intersection(RIVER_LINE.buffer(40, cap_style="flat"), EXTENT)
PARK = Polygon(
    [
        (-142, -250),
        (60, -227),
        (262, -222),
        (280, -262),
        (308, -372),
        (80, -356),
        (-160, -390),
        (-150, -300),
    ]
)
POND = curve(
    [(20, -290), (60, -268), (120, -272), (150, -300), (110, -330), (50, -322), (20, -290)], 10
)


def roadbed(extra_m: float = 0.0) -> BaseGeometry:
    """All carriageways, wider by `extra_m` on each side."""
    return shapely.unary_union(
        [r.line.buffer(r.width_m / 2 + extra_m, join_style="round") for r in ROADS]
    )


def roads() -> list[Drawn]:
    return [
        Drawn("road", shapely.intersection(r.line, EXTENT), r.zh, r.en, 0.0, {"width_m": r.width_m})
        for r in ROADS
    ]


PATHS: list[list[Xy]] = [
    [(-135, -258), (-80, -300), (-20, -300), (8, -292)],
    [(-150, -375), (-60, -345), (0, -338), (50, -336), (120, -346), (200, -352), (300, -365)],
    [(60, -232), (40, -258), (12, -285), (16, -320), (50, -336)],
    [(160, -226), (165, -262), (172, -300), (150, -330), (120, -346)],
    [(255, -228), (215, -280), (172, -300)],
]


def park() -> list[Drawn]:
    """The riverside park: lawns, pond, paths, rows of trees."""
    pond = Polygon(POND.coords)
    green = PARK.difference(roadbed(2)).difference(pond)
    out = [Drawn("green", largest(green), "样张公园", "Specimen Park")]
    out.append(Drawn("water_body", pond, "样张湖", "Specimen Pond"))
    for i, path in enumerate(PATHS):
        line = curve(path, 9).difference(roadbed(1))
        if isinstance(line, LineString):
            out.append(Drawn("path", line, "", "", 0.0, {"width_m": 3.0 if i < 3 else 2.2}))
    for path in PATHS[:4]:
        trees = curve(path, 9).parallel_offset(4.5, "left")
        trees = trees.difference(pond.buffer(3)).difference(roadbed(2))
        for g in getattr(trees, "geoms", [trees]):
            if g.length > 25:
                out.append(Drawn("tree_belt", g))
    return out


def water() -> list[Drawn]:
    """The river and the greens of its banks."""
    out = [Drawn("water_body", g, "示例河", "Sample River") for g in polygons(RIVER)]
    far = RIVER_LINE.parallel_offset(60, "right").buffer(16, cap_style="flat")
    far = far.intersection(EXTENT).difference(roadbed(3)).difference(RIVER.buffer(1))
    out += [Drawn("green", g, "", "") for g in polygons(far, 400)]
    near = RIVER_LINE.buffer(62, cap_style="flat", single_sided=True)
    near = near.difference(RIVER.buffer(4)).difference(roadbed(3)).intersection(EXTENT)
    out += [Drawn("green", g, "", "") for g in polygons(near, 500)]
    return out


def trees() -> list[Drawn]:
    """Tree belts along the avenue and the quieter streets, open at crossings and gates."""
    out = []
    for key, off in (("avenue", 23.5), ("specimen", 15.5), ("river", 11.0), ("grid", 11.5)):
        road = next(r for r in ROADS if r.key == key)
        others = shapely.unary_union(
            [r.line.buffer(r.width_m / 2 + 7) for r in ROADS if r.key != key]
        )
        gates = shapely.unary_union(
            [shapely.Point(p).buffer(14) for p in ((-95, -72), (70, -54), (-152, 38), (-22, -66))]
        )
        for side in (off, -off):
            line = road.line.offset_curve(side).difference(others).difference(gates)
            line = line.difference(RIVER.buffer(4))
            for g in getattr(line.intersection(EXTENT), "geoms", [line.intersection(EXTENT)]):
                if g.length > 30:
                    out.append(Drawn("tree_belt", g, "", ""))
    return out


def railway() -> list[Drawn]:
    """The metro under the avenue, its station box and entrances."""
    avenue = ROADS[0].line
    line = shapely.intersection(avenue, EXTENT)
    out = [Drawn("rail", line, "示例轨道1号线（地下）", "Sample Metro Line 1 (underground)")]
    at = avenue.project(shapely.Point(-40, -85))
    box = shapely.ops.substring(avenue, at - 90, at + 90).buffer(10.5, cap_style="flat")
    out.append(
        Drawn(
            "void_below",
            box,
            "示例广场站（地下二层）",
            "Sample Plaza station (B2)",
            0.0,
            {"note": "轨道站台层，地面承重按道路"},
        )
    )
    for (x, y), zh in (
        ((-128, -70), "A"),
        ((52, -52), "B"),
        ((-118, -130), "C"),
        ((60, -104), "D"),
    ):
        out.append(Drawn("entrance", shapely.Point(x, y), f"地铁{zh}口", f"Metro exit {zh}"))
    return out
