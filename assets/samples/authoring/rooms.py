"""How common rooms are furnished: classroom, ward, hotel room, office, shop."""

from __future__ import annotations

from .furniture import basin, bed, block, circle, rows, sofa, table, toilet
from .plan import Plan
from .shapes import rect


def _frame(p: Plan, key: str) -> tuple[float, float, float, float, float, float]:
    x0, y0, x1, y1 = p.shape(key).bounds
    return x0, y0, x1, y1, (x0 + x1) / 2, (y0 + y1) / 2


def classroom(p: Plan, key: str) -> None:
    x0, y0, x1, y1, _cx, cy = _frame(p, key)
    nx, ny = int((x1 - x0 - 3.2) // 1.5), int((y1 - y0 - 1.6) // 1.5)
    for i in range(nx):
        for j in range(ny):
            block(p, x0 + 2.8 + 1.5 * i, y0 + 1.2 + (y1 - y0 - 2.4) * j / max(ny - 1, 1), 0.5, 1.1)
    block(p, x0 + 1.3, cy, 0.6, 1.4)
    p.draw("furniture", [(x0 + 0.15, cy - 2), (x0 + 0.15, cy + 2)])


def ward(p: Plan, key: str) -> None:
    x0, y0, x1, y1, _cx, _cy = _frame(p, key)
    n = max(1, int((y1 - y0 - 2.4) // 1.9))
    for j in range(n):
        bed(p, x0 + 0.2, y0 + 1.2 + 1.9 * j, 0, 0.95)
        if x1 - x0 > 6.5:
            bed(p, x1 - 0.2, y0 + 1.2 + 1.9 * j, 180, 0.95)


def hotel_room(p: Plan, key: str, door_low: bool) -> None:
    """A bathroom by the door, a bed and a desk."""
    x0, y0, x1, y1, _cx, _cy = _frame(p, key)
    yb, yc = (y0, y0 + 2.4) if door_low else (y1 - 2.4, y1)
    p.draw(
        "partition",
        [(x0, yc if door_low else yb), (x0 + 1.9, yc if door_low else yb)],
        [(x0 + 1.9, yb), (x0 + 1.9, yc)],
    )
    toilet(p, x0 + 0.1, yb + 0.6, 0)
    basin(p, x0 + 0.1, yb + 1.8, 0)
    far = y1 - 1.9 if door_low else y0 + 1.9
    bed(p, x0 + 0.2, far - (0.9 if door_low else -0.9), 0, 1.8)
    block(p, x1 - 0.4, far, 0.5, 1.6)


def room_low(p: Plan, key: str) -> None:
    hotel_room(p, key, True)


def room_high(p: Plan, key: str) -> None:
    hotel_room(p, key, False)


def office(p: Plan, key: str) -> None:
    x0, _y0, x1, _y1, _cx, cy = _frame(p, key)
    n = max(1, int((x1 - x0 - 1.2) // 2.4))
    for i in range(n):
        x = x0 + (x1 - x0) * (i + 0.5) / n
        block(p, x, cy, 1.4, 0.7)
        circle(p, x, cy - 0.7, 0.25)


def meeting(p: Plan, key: str) -> None:
    x0, y0, x1, y1, cx, cy = _frame(p, key)
    w, d = x1 - x0, y1 - y0
    table(p, cx, cy, max(1.8, max(w, d) - 3.0), 1.3, 90 if d > w else 0)


def shelves(p: Plan, key: str) -> None:
    x0, y0, x1, y1, *_ = _frame(p, key)
    rows(p, p.shape(key), 90 if y1 - y0 > x1 - x0 else 0, 2.2, 0.7, 0.8)


def racks(p: Plan, key: str) -> None:
    rows(p, p.shape(key), 90, 4.0, 1.3, 1.6)


def stalls(p: Plan, key: str) -> None:
    x0, y0, x1, y1, _cx, _cy = _frame(p, key)
    inner = rect(x0 + 0.4, y0 + 0.4, x1 - 0.4, y1 - 0.4)
    rows(p, inner, 0 if x1 - x0 > y1 - y0 else 90, 1.6, 0.8, 0.2)


def lounge(p: Plan, key: str) -> None:
    x0, y0, _x1, y1, cx, cy = _frame(p, key)
    sofa(p, x0 + 0.3, cy, 0, min(2.4, y1 - y0 - 0.8))
    circle(p, cx, cy, 0.45)


def wc(p: Plan, key: str) -> None:
    x0, y0, x1, y1, *_ = _frame(p, key)
    n = max(1, int((x1 - x0 - 0.3) // 1.0))
    for i in range(n):
        toilet(p, x0 + 0.6 + 1.0 * i, y1 - 0.1, 270)
    basin(p, x0 + 0.1, y0 + 0.8, 0)
