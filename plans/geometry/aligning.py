"""Laying a drawing on a floor: scaled by a known length, or by two points known in both."""

from __future__ import annotations

import math

Matrix = tuple[float, float, float, float, float, float]
"""(a, b, c, d, e, f): x' = a·x + c·y + e, y' = b·x + d·y + f."""
Point = tuple[float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def similarity(from_a: Point, from_b: Point, to_a: Point, to_b: Point) -> Matrix:
    """The turn, scale and shift that take two points to two others; angles and shapes stay.

    Raises `ValueError` when two points of a pair are the same.
    """
    dx, dy = from_b[0] - from_a[0], from_b[1] - from_a[1]
    ex, ey = to_b[0] - to_a[0], to_b[1] - to_a[1]
    square = dx * dx + dy * dy
    if square == 0 or (ex == 0 and ey == 0):
        raise ValueError("two points in one place")
    cos, sin = (dx * ex + dy * ey) / square, (dx * ey - dy * ex) / square
    return (
        cos, sin, -sin, cos,
        to_a[0] - cos * from_a[0] + sin * from_a[1],
        to_a[1] - sin * from_a[0] - cos * from_a[1],
    )  # fmt: skip


def scaled(factor: float, at: Point, to: Point, turn_deg: float = 0.0) -> Matrix:
    """A scale and a turn (counter-clockwise) that take the point `at` to `to`."""
    cos = factor * math.cos(math.radians(turn_deg))
    sin = factor * math.sin(math.radians(turn_deg))
    return (
        cos, sin, -sin, cos,
        to[0] - cos * at[0] + sin * at[1],
        to[1] - sin * at[0] - cos * at[1],
    )  # fmt: skip


def times(first: Matrix, then: Matrix) -> Matrix:
    """One matrix that does `first`, then `then`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r, a * q + b * s,
        c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def moved(matrix: Matrix, point: Point) -> Point:
    """Where a point goes."""
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def inverse(matrix: Matrix) -> Matrix:
    """The way back. Raises `ValueError` when everything falls on one line."""
    a, b, c, d, e, f = matrix
    det = a * d - b * c
    if det == 0 or not math.isfinite(det):
        raise ValueError("a matrix without a way back")
    return (
        d / det, -b / det, -c / det, a / det,
        (c * f - d * e) / det, (b * e - a * f) / det,
    )  # fmt: skip


def scale_of(matrix: Matrix) -> float:
    """By what lengths grow."""
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def laid(
    on_page: list[Point],
    on_floor: list[Point],
    length_m: float,
    written: float,
    turn_deg: float,
    middles: tuple[Point, Point],
) -> Matrix | None:
    """Where a page lies by what is known of it; None while too little is.

    Two points on the page and the same two on the floor settle it. Else the length between two
    points of the page (metres, 0 unknown), else the scale `written` on it (metres a unit, 0 for
    none) tells the size; then it is turned and its middle lies on the floor's (`middles`).
    """
    if len(on_page) == len(on_floor) == 2:
        try:
            return similarity(on_page[0], on_page[1], on_floor[0], on_floor[1])
        except ValueError:
            return None
    apart = math.dist(*on_page) if len(on_page) == 2 else 0.0
    factor = length_m / apart if apart and length_m else written
    return scaled(factor, middles[0], middles[1], turn_deg) if factor > 0 else None
