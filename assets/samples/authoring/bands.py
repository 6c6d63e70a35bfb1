"""Bands of rooms along a corridor: the plan of schools, wards, hotels and offices."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .plan import OUT, Plan
from .shapes import rect

Fit = Callable[[Plan, str], None]
Item = tuple[float, str, str, Fit | None]


def band(
    p: Plan,
    key: str,
    x0: float,
    y0: float,
    depth: float,
    items: Sequence[Item],
    corridor: str,
    upright: bool = False,
    window: float = 1.8,
    facing: float | None = None,
    door: float = 1.0,
    wall: str = "light",
) -> list[str]:
    """Rooms side by side from (x0, y0): each (width, zh, en, furnish), along x or upright along y.

    Every room gets a door to the corridor and windows to the outside.
    """
    keys = []
    at = x0 if not upright else y0
    for i, (w, zh, en, fit) in enumerate(items):
        k = f"{key}{i + 1}"
        shape = rect(x0, at, x0 + depth, at + w) if upright else rect(at, y0, at + w, y0 + depth)
        p.room(k, shape, zh, en, wall=wall)
        at += w
        keys.append(k)
        if fit:
            fit(p, k)
    for k, (w, zh, *_rest) in zip(keys, items, strict=True):
        c = p.shape(k).centroid
        off = w / 2 - 1.0
        near = (c.x, c.y + off) if upright else (c.x + off, c.y)
        p.door(corridor, k, near, min(door, w - 0.4), "door.double" if door > 1.3 else "door")
        if w > 7.5 and "教室" in zh:
            far = (c.x, c.y - off) if upright else (c.x - off, c.y)
            p.door(corridor, k, far, door)
    if window:
        for k in keys:
            p.windows(k, window, window * 2, facing)
    return keys


def way_out(p: Plan, room: str, near: tuple[float, float], width: float = 1.8) -> None:
    """An outer door with its exit sign inside."""
    at = p.door(room, OUT, near, width, "door.double" if width > 1.2 else "door", into=OUT)
    c = p.shape(room).centroid
    d = max(1e-6, ((c.x - at.x) ** 2 + (c.y - at.y) ** 2) ** 0.5)
    p.symbol(
        "exit",
        (at.x + (c.x - at.x) / d * 1.2, at.y + (c.y - at.y) / d * 1.2),
        "安全出口",
        "Exit",
        clear_width_m=width,
    )


def leftovers(p: Plan, zh: str, en: str, wall: str = "light") -> None:
    """Rooms of what is left, each with a door to a corridor or else to a neighbour."""
    for key in p.rest("left", zh, en, "room", wall=wall):
        halls = [k for k, r in p.rooms.items() if r.kind in ("corridor", "lobby")]
        others = [k for k, r in p.rooms.items() if r.zh and r.kind == "room" and k != key]
        for ways in (halls, others):
            try:
                p.way_in(key, ways, 0.9)
            except ValueError:
                continue
            break
