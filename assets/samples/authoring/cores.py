"""Parts of a core: stairs with flights, lifts, shafts, lobbies, toilets; all heavy-walled."""

from __future__ import annotations

from typing import Any

from .furniture import basins, stalls
from .plan import Plan
from .shapes import rect

Box = tuple[float, float, float, float]


def stair(
    p: Plan,
    key: str,
    at: Box,
    up_deg: float,
    kind: str,
    code: str,
    en: str = "",
    landing: float = 1.5,
    flights: int = 2,
    **facts: Any,
) -> None:
    """A stair room with parallel flights; `up_deg` (0, 90, 180 or 270) is the way up of the first.

    The flights lie between a landing at each end. A scissor stair has a wall between its flights.
    """
    x0, y0, x1, y1 = at
    p.room(key, rect(*at), wall="heavy", core=True, front="")
    g = 0.12
    along_y = up_deg in (90, 270)
    span = (y1 - y0) if along_y else (x1 - x0)
    across = (x1 - x0) if along_y else (y1 - y0)
    land = min(landing, span * 0.28)
    width = (across - 0.2 - g * (flights - 1)) / flights
    for i in range(flights):
        turn = up_deg if i % 2 == 0 else (up_deg + 180) % 360
        o = 0.1 + i * (width + g)
        if along_y:
            shape = rect(x0 + o, y0 + land, x0 + o + width, y1 - land)
        else:
            shape = rect(x0 + land, y0 + o, x1 - land, y0 + o + width)
        p.area("stair.flight", shape, rotation_deg=turn)
    if kind == "stair.scissor":
        if along_y:
            m = (x0 + x1) / 2
            p.line("wall", [(m, y0 + 0.1), (m, y1 - 0.1)], width_m=0.15)
        else:
            m = (y0 + y1) / 2
            p.line("wall", [(x0 + 0.1, m), (x1 - 0.1, m)], width_m=0.15)
    width_m = round(min(width, 1.8), 2)
    spot = ((x0 + x1) / 2, (y0 + y1) / 2)
    p.symbol(kind, spot, code, en or code, clear_width_m=width_m, **facts)


def lift(p: Plan, key: str, at: Box, kind: str, code: str, en: str = "", **facts: Any) -> None:
    """A lift shaft: crossed car and a symbol."""
    x0, y0, x1, y1 = at
    p.room(key, rect(*at), wall="heavy", core=True)
    i = 0.25
    p.draw(
        "furniture",
        [(x0 + i, y0 + i), (x1 - i, y0 + i), (x1 - i, y1 - i), (x0 + i, y1 - i), (x0 + i, y0 + i)],
        [(x0 + i, y0 + i), (x1 - i, y1 - i)],
        [(x0 + i, y1 - i), (x1 - i, y0 + i)],
    )
    p.symbol(kind, ((x0 + x1) / 2, (y0 + y1) / 2), code, en or code, **facts)


def bank(
    p: Plan,
    key: str,
    x: float,
    y: float,
    n: int,
    w: float,
    d: float,
    prefix: str,
    kind: str = "lift.passenger",
    first: int = 1,
    along: str = "x",
) -> list[str]:
    """A row of n lifts, each w by d, from the corner (x, y); returns the room keys."""
    keys = []
    for i in range(n):
        k = f"{key}{i + 1}"
        o = i * w
        at = (x + o, y, x + o + w, y + d) if along == "x" else (x, y + o, x + d, y + o + w)
        lift(p, k, at, kind, f"{prefix}{first + i}")
        keys.append(k)
    return keys


def shaft(p: Plan, key: str, at: Box, kind: str = "", zh: str = "", en: str = "") -> None:
    """A shaft with a diagonal; with a kind, a symbol too."""
    x0, y0, x1, y1 = at
    p.room(key, rect(*at), "" if kind else zh, "" if kind else en, wall="heavy", core=True)
    p.draw("furniture", [(x0 + 0.1, y0 + 0.1), (x1 - 0.1, y1 - 0.1)])
    if kind:
        p.symbol(kind, ((x0 + x1) / 2, (y0 + y1) / 2), zh, en)


def toilets(p: Plan, key: str, at: Box, zh: str, en: str, back: str = "top", n: int = 3) -> None:
    """A toilet room with cubicles along its back wall and basins by the opposite one."""
    x0, y0, x1, y1 = at
    p.room(key, rect(*at), zh, en, wall="heavy")
    if back == "top":
        stalls(p, x1 - 0.1, y1 - 0.1, n, 180)
        basins(p, x0 + 0.2, y0 + 0.1, max(1, n - 1), 0)
    elif back == "bottom":
        stalls(p, x0 + 0.1, y0 + 0.1, n, 0)
        basins(p, x1 - 0.2, y1 - 0.1, max(1, n - 1), 180)
    elif back == "left":
        stalls(p, x0 + 0.1, y1 - 0.1, n, 270)
        basins(p, x1 - 0.1, y0 + 0.2, max(1, n - 1), 90)
    else:
        stalls(p, x1 - 0.1, y0 + 0.1, n, 90)
        basins(p, x0 + 0.1, y1 - 0.2, max(1, n - 1), 270)
