"""The building seen from the side: its floors as boxes at their heights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from plans.model.floor import Floor
from plans.model.ids import FloorId

Span = tuple[float, float]


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
    """All floors, lowest first, with the bounds of the whole."""

    floors: tuple[SectionFloor, ...]
    x0_m: float
    x1_m: float
    z0_m: float
    z1_m: float

    def at_height(self, z_m: float) -> SectionFloor | None:
        """The floor that height lies in."""
        return next((box for box in self.floors if box.z0_m <= z_m < box.z1_m), None)


def section(floors: Sequence[Floor], spans: Mapping[FloorId, Span]) -> Section | None:
    """The section of a building; None when it has no floors.

    `spans` gives each floor's west–east span in local metres. A floor without one takes its
    typical floor's, else the span of the floor below, else that of the widest: its width is then
    an assumption, its height never is.
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
    return Section(
        floors=tuple(boxes),
        x0_m=min(box.x0_m for box in boxes),
        x1_m=max(box.x1_m for box in boxes),
        z0_m=min(box.z0_m for box in boxes),
        z1_m=max(box.z1_m for box in boxes),
    )
