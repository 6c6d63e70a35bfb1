"""A mark is a thing to draw: where, in which style role, in which pass; no colours, no pixels."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Literal

import msgspec
from shapely.geometry.base import BaseGeometry

Paint = Literal["fill", "line", "band", "symbol", "text"]


class Pass(IntEnum):
    """Who is painted over whom, bottom first."""

    GROUND = 0
    FIELD = 5
    WATER = 8
    CASING = 12
    ROAD = 13
    SLAB = 20
    ROOM = 22
    ZONE = 24
    TREAD = 28
    FURNITURE = 30
    BUILDING = 32
    WALL = 40
    LEAF = 44
    COLUMN = 46
    AREA = 50
    LINE = 60
    SYMBOL = 70
    TEXT = 80


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to draw, in metres, y up.

    `paint` says how: a filled area with its edge, a line of a role's pixel width, a band
    `width_m` wide on the ground, a symbol that keeps its size on screen, or text. `owner` is the
    feature it comes from ("" when it comes from several). `zoom` is the range of screen pixels
    per metre in which it shows (0 is an open end). `rank` decides who gives way when symbols or
    texts collide. A symbol is a dot at fewer screen pixels per metre than `dot_below`. `extent_m`
    bounds a text: (width, height) of the room it names, 0 is free.
    """

    owner: str
    order: int
    paint: Paint
    role: str
    shape: BaseGeometry
    width_m: float = 0.0
    symbol: str = ""
    text: str = ""
    rotation_deg: float = 0.0
    zoom: tuple[float, float] = (0.0, 0.0)
    rank: int = 50
    dot_below: float = 0.0
    extent_m: tuple[float, float] = (0.0, 0.0)
    layer: str = ""

    def shown_at(self, px_per_m: float) -> bool:
        """Whether it shows at that scale."""
        low, high = self.zoom
        return px_per_m >= low and (high == 0 or px_per_m <= high)


def as_text(marks: Iterable[Mark]) -> str:
    """The marks as lines of text, for tests that compare drawings without pixels."""
    lines = []
    for mark in marks:
        x0, y0, x1, y1 = mark.shape.bounds
        what = mark.symbol or mark.text.replace("\n", "|") or mark.shape.geom_type
        lines.append(
            f"{mark.order:>3} {mark.paint:<6} {mark.role:<14} {what:<24} "
            f"{x0:.2f} {y0:.2f} {x1:.2f} {y1:.2f}"
        )
    return "\n".join(lines)
