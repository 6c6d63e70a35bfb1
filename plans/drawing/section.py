"""The building seen from the side: its floors as boxes at their heights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from plans.model.building import Building
from plans.model.floor import Floor
from plans.model.ids import FloorId

Span = tuple[float, float]
TOUCH_M = 0.5
"""Heights recorded by different people differ by this much and mean the same."""
PLANT_M = 1.8
"""Plant rooms are at least so high."""


class SectionFloor(msgspec.Struct, frozen=True, kw_only=True):
    """One floor's box: x in local metres, z in metres over ±0.000."""

    floor: Floor
    x0_m: float
    x1_m: float

    @property
    def z0_m(self) -> float:
        """Its floor level."""
        return self.floor.elevation_m

    @property
    def z1_m(self) -> float:
        """Its ceiling level."""
        return self.floor.top_m


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """All floors, lowest first, with the bounds of the whole.

    `shared` are basements below them that another building's plan holds, lowest first;
    `shared_with` that building. `roof_m` is the height of the main roof where plant stands on it:
    the building's height ends there, the section above.
    """

    floors: tuple[SectionFloor, ...]
    shared: tuple[SectionFloor, ...] = ()
    shared_with: Building | None = None
    roof_m: float | None = None
    x0_m: float
    x1_m: float
    z0_m: float
    z1_m: float

    @property
    def top_m(self) -> float:
        """The height of its top: of the plant on its roof, else of the roof itself. A box on the
        roof that is lower than a room is a parapet, or the roof floor without anything."""
        if self.roof_m is None or self.z1_m - self.roof_m >= PLANT_M:
            return self.z1_m
        return self.roof_m

    def at_height(self, z_m: float) -> SectionFloor | None:
        """The floor that height lies in, be it a shared one."""
        every = (*self.shared, *self.floors)
        return next((box for box in every if box.z0_m <= z_m < box.z1_m), None)


def section(
    floors: Sequence[Floor],
    spans: Mapping[FloorId, Span],
    *,
    height_m: float | None = None,
    shared: Sequence[Floor] = (),
    shared_with: Building | None = None,
) -> Section | None:
    """The section of a building; None when it has no floors.

    `spans` gives each floor's west–east span in local metres. A floor without one takes its
    typical floor's, else the span of the floor below, else that of the widest: its width is then
    an assumption, its height never is.

    `height_m` is the building's recorded height, up to its main roof. `shared` are floors of
    `shared_with`, of which those below the lowest of `floors` are shown, as wide as the widest.
    """
    if not floors:
        return None
    ordered = sorted(floors, key=lambda floor: (floor.elevation_m, floor.level))
    known = [spans[floor.id] for floor in ordered if floor.id in spans]
    widest = max(known, key=lambda span: span[1] - span[0], default=(0.0, 30.0))
    boxes: list[SectionFloor] = []
    for floor in ordered:
        span = spans.get(floor.id)
        if span is None and floor.typical is not None:
            span = spans.get(floor.typical)
        if span is None:
            span = (boxes[-1].x0_m, boxes[-1].x1_m) if boxes else widest
        boxes.append(SectionFloor(floor=floor, x0_m=span[0], x1_m=span[1]))
    x0_m, x1_m = min(box.x0_m for box in boxes), max(box.x1_m for box in boxes)
    below = [
        SectionFloor(floor=floor, x0_m=x0_m, x1_m=x1_m)
        for floor in sorted(shared, key=lambda floor: floor.elevation_m)
        if floor.level < min(box.floor.level for box in boxes)
        and floor.top_m <= boxes[0].z0_m + TOUCH_M
    ]
    top = boxes[-1]
    on_roof = height_m is not None and top.z0_m > 0 and top.z0_m >= height_m - TOUCH_M
    return Section(
        floors=tuple(boxes),
        shared=tuple(below),
        shared_with=shared_with if below else None,
        roof_m=top.z0_m if on_roof else None,
        x0_m=x0_m,
        x1_m=x1_m,
        z0_m=min(box.z0_m for box in (*below, *boxes)),
        z1_m=max(box.z1_m for box in boxes),
    )
