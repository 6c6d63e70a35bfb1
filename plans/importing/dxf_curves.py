"""Curves as cubic Béziers: exact under any insert of a block, made chords when the unit is known.

An array of curves is (n, 8): start, two controls and end, each x, y. Arcs are cut at 45°, where a
cubic leaves its circle by 4 millionths of the radius.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
FARTHEST = 1e11
"""Coordinates beyond are damage: in millimetres that is past the earth."""
_PIECE_RAD = math.pi / 4
_MOST_CHORDS = 512


def arcs(
    centre: Points, u: Points, v: Points, start: Points, sweep: Points
) -> tuple[Points, NDArray[np.int64]]:
    """Elliptic arcs centre + u·cos t + v·sin t, t from `start` over `sweep` (radians), as curves,
    and the arc each curve is of.

    `centre`, `u`, `v` are (n, 2), the others (n,).
    """
    sweep = np.clip(np.nan_to_num(sweep), -2 * math.pi, 2 * math.pi)
    count = np.maximum(1, np.ceil(np.abs(sweep) / _PIECE_RAD - 1e-9)).astype(int)
    of = np.repeat(np.arange(len(count)), count)
    nth = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    step = (sweep / count)[of]
    t0 = start[of] + nth * step
    reach = (4 / 3 * np.tan(step / 4))[:, None]
    (p0, d0), (p3, d3) = (_at(centre[of], u[of], v[of], t) for t in (t0, t0 + step))
    return np.hstack([p0, p0 + reach * d0, p3 - reach * d3, p3]), of


def _at(centre: Points, u: Points, v: Points, t: Points) -> tuple[Points, Points]:
    cos, sin = np.cos(t)[:, None], np.sin(t)[:, None]
    return centre + u * cos + v * sin, v * cos - u * sin


def bulged(points: Points) -> tuple[Points, Points]:
    """The straight parts (n, 4) and the curves (m, 8) of a polyline (k, 3) of x, y, bulge.

    A bulge is the tangent of a quarter of the arc's angle (DXF reference, LWPOLYLINE).
    """
    p, q, bulge = points[:-1, :2], points[1:, :2], points[:-1, 2]
    bent = np.abs(bulge) > 1e-9
    straight = np.hstack([p, q])[~bent]
    p, q, bulge = p[bent], q[bent], bulge[bent]
    across = np.column_stack([p[:, 1] - q[:, 1], q[:, 0] - p[:, 0]])
    centre = (p + q) / 2 + across * ((1 - bulge**2) / (4 * bulge))[:, None]
    u = p - centre
    v = np.column_stack([-u[:, 1], u[:, 0]])
    return straight, arcs(centre, u, v, np.zeros(len(p)), 4 * np.arctan(bulge))[0]


def straight(points: Points) -> Points:
    """A polyline (k, 2) as curves (k - 1, 8) that are straight."""
    p, q = points[:-1], points[1:]
    third = (q - p) / 3
    return np.hstack([p, p + third, q - third, q])


def of_path(path: Any) -> Points:
    """An ezdxf path as curves; breaks in it are bridged only where the drawing does.

    Raises `ValueError` for coordinates no drawing has.
    """
    parts: list[Points] = []
    here = path.start
    for command in path.commands():
        end = command.end
        kind = command.type.name
        if kind == "CURVE4_TO":
            corners = (here, command.ctrl1, command.ctrl2, end)
            parts.append(np.array([[c for p in corners for c in (p.x, p.y)]]))
        elif kind == "CURVE3_TO":
            mid = command.ctrl
            corners = (here, here + (mid - here) * (2 / 3), end + (mid - end) * (2 / 3), end)
            parts.append(np.array([[c for p in corners for c in (p.x, p.y)]]))
        elif kind == "LINE_TO":
            parts.append(straight(np.array([[here.x, here.y], [end.x, end.y]])))
        here = end
    pieces = np.concatenate(parts) if parts else np.empty((0, 8))
    if not (np.abs(pieces) < FARTHEST).all():
        raise ValueError("coordinates beyond reason")
    return pieces


def moved(pieces: Points, matrix: Points) -> Points:
    """Curves through a 2×3 matrix."""
    points = pieces.reshape(-1, 2) @ matrix[:, :2].T + matrix[:, 2]
    return np.asarray(points.reshape(-1, 8))


def flattened(pieces: Points, off: float, most: int) -> tuple[Points, NDArray[np.int64]]:
    """Chords (n, 4) no farther than `off` from their curves, and how many each curve has.

    Coarser when there would be more than `most`.
    """
    corners = pieces.reshape(-1, 4, 2)
    bends = np.maximum(
        np.hypot(*(corners[:, 0] - 2 * corners[:, 1] + corners[:, 2]).T),
        np.hypot(*(corners[:, 1] - 2 * corners[:, 2] + corners[:, 3]).T),
    )  # a chord of the n-th part of a cubic is off by at most 3/4 · bend / n²
    while True:
        counts = np.ceil(np.sqrt(0.75 * bends / off) - 1e-6)
        counts = np.clip(np.nan_to_num(counts, nan=1.0), 1, _MOST_CHORDS).astype(np.int64)
        if counts.sum() <= max(most, len(pieces)):
            break
        off *= 2
    of = np.repeat(np.arange(len(counts)), counts)
    nth = np.arange(len(of)) - np.repeat(np.cumsum(counts) - counts, counts)
    ends = [_on(corners[of], (nth + more) / counts[of]) for more in (0, 1)]
    return np.hstack(ends), counts


def _on(corners: Points, t: Points) -> Points:
    t = t[:, None]
    s = 1 - t
    p0, p1, p2, p3 = (corners[:, i] for i in range(4))
    return np.asarray(s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3)
