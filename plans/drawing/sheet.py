"""The printed sheets of a building: which pages, at which scale, where things stand on A3.

Modelled on the single-page building plan and floor plans of England's Fire Safety Regulations
2022, regulation 6 (identical floors once, with their range), and DIN 14095 (one scale, a grid for
fast distances, north arrow, legend, A3 landscape); DOMAIN.md 3.4.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import msgspec

from plans.model.floor import Floor

PAGE_MM = (420.0, 297.0)
"""A3 landscape, ISO 216."""
SCALES = (
    50,
    100,
    150,
    200,
    250,
    300,
    400,
    500,
    600,
    750,
    1000,
    1250,
    1500,
    2000,
    2500,
    5000,
    10000,
)


class Frame(msgspec.Struct, frozen=True):
    """A rectangle on the page in millimetres from its upper left corner."""

    x: float
    y: float
    width: float
    height: float


TITLE = Frame(10, 265, 400, 22)
SITE_MAP = Frame(10, 10, 208, 249)
SITE_SECTION = Frame(222, 10, 66, 166)
SITE_CARD = Frame(294, 10, 116, 166)
SITE_LEGEND = Frame(222, 182, 188, 77)
FLOOR_PLAN = Frame(10, 10, 338, 249)
FLOOR_LEGEND = Frame(352, 10, 58, 249)


class FloorPage(msgspec.Struct, frozen=True, kw_only=True):
    """A floor that is drawn once and the floors it stands for, lowest first."""

    floor: Floor
    floors: tuple[Floor, ...]

    @property
    def label(self) -> str:
        """`7F`, or the ranges it serves such as `7F–10F, 12F–21F`."""
        return ", ".join(_runs(self.floors))


def floor_pages(floors: Sequence[Floor]) -> list[FloorPage]:
    """A page for each distinct floor, lowest first; floors that follow a typical one join its."""
    by_drawn: dict[str, list[Floor]] = {}
    own = {floor.id: floor for floor in floors}
    for floor in sorted(floors, key=lambda floor: floor.level):
        drawn = floor.typical if floor.typical in own else floor.id
        by_drawn.setdefault(str(drawn), []).append(floor)
    return [
        FloorPage(floor=next(f for f in floors if f.id == drawn), floors=tuple(group))
        for drawn, group in by_drawn.items()
    ]


def _runs(floors: Iterable[Floor]) -> list[str]:
    """Labels of floors that follow each other as first–last."""
    runs: list[list[Floor]] = []
    for floor in floors:
        if runs and floor.level == runs[-1][-1].level + 1:
            runs[-1].append(floor)
        else:
            runs.append([floor])
    return [run[0].label if len(run) == 1 else f"{run[0].label}–{run[-1].label}" for run in runs]


def fitting_scale(width_m: float, height_m: float, frame: Frame, margin_mm: float = 6.0) -> int:
    """The largest scale (as 1:n) at which that many metres fit the frame.

    Beyond the table the next whole thousand is taken, so that everything always fits.
    """
    room_x = max(frame.width - 2 * margin_mm, 1.0)
    room_y = max(frame.height - 2 * margin_mm, 1.0)
    least = max(width_m * 1000 / room_x, height_m * 1000 / room_y)
    fitting = next((scale for scale in SCALES if scale >= least), None)
    return fitting or math.ceil(least / 1000) * 1000


def grid_step_m(scale: int) -> int:
    """The grid for fast distances: 10 m, wider where that would be under 10 mm on paper."""
    return next(step for step in (10, 20, 50, 100, 200, 500, 1000) if step * 1000 / scale >= 10)
