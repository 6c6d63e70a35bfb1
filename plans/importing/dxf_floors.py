"""Several floors side by side in one drawing: found by their titles, cut apart, laid on each other.

A floor is what lies in the frame around its title; without frames, what lies together with it.
Floors are laid on each other by texts they share: axis numbers, stairs, rooms.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from plans.importing.drawing_rules import Titles
from plans.importing.dxf_shapes import Points, Shapes, Text
from plans.importing.floor_titles import Title, floors_titled

Owners = Callable[[Points], NDArray[np.int64]]
"""Points (n, 2) → the part each belongs to, -1 for none."""
_SMALL_TITLE = 0.5
"""A title lower than this share of the highest is an entry of a list."""
_FRAME_SHARE = 0.04
"""Sides of a frame are at least this share of the drawing's."""
_CELLS = 400
_TOGETHER_M, _MOST_OF_A_TEXT, _LEAST_VOTES = 0.25, 24, 3


@dataclass(frozen=True)
class Part:
    """One floor of a drawing: its title, its shapes laid over the first's, and whether they are
    `aligned` by what they share."""

    title: Title
    shapes: Shapes
    aligned: bool


def parts_of(shapes: Shapes, metres: float, words: Titles) -> list[Part]:
    """The floors of a drawing, the first above ground first; none when no title tells them."""
    titles = _titles(shapes.texts, words)
    if len(titles) == 1 and not titles[0][1].bare:
        return [Part(titles[0][1], shapes, True)]
    if len(titles) < 2:
        return []
    at = np.array([[text.x, text.y] for text, _ in titles])
    bare = any(title.bare for _, title in titles)
    owners = (None if bare else _framed(shapes, at)) or _clustered(shapes, at)
    if owners is None:
        return []
    parts = [Part(title, _cut(shapes, owners, n), True) for n, (_, title) in enumerate(titles)]
    parts.sort(key=lambda part: _rank(part.title))
    first = parts[0]
    return [first, *(_laid(part, first, metres) for part in parts[1:])]


def _rank(title: Title) -> tuple[bool, int]:
    level = title.levels[0]
    return level is None or level < 0, level if level is not None else 0


def _titles(texts: Sequence[Text], words: Titles) -> list[tuple[Text, Title]]:
    """The largest title of each floor."""
    found = [(text, title) for text in texts if (title := floors_titled(text.text, words))]
    whole = [pair for pair in found if not pair[1].bare]
    found = whole or found
    if any(0 in title.levels and not title.doubtful for _, title in found):
        found = [(text, _british(title)) for text, title in found]
    least = max((text.height for text, _ in found), default=0.0) * _SMALL_TITLE
    largest: dict[tuple[str, ...], tuple[Text, Title]] = {}
    for text, title in sorted(found, key=lambda pair: -pair[0].height):
        if text.height >= least:
            largest.setdefault(title.labels, (text, title))
    return list(largest.values())


def _british(title: Title) -> Title:
    """Where there is a ground floor, the first floor is the one above."""
    if not title.doubtful:
        return title
    levels = tuple(level + 1 for level in title.levels if level is not None)
    return Title(tuple(f"{level + 1}F" for level in levels), levels)


# ---------------------------------------------------------------------- what belongs to a title


def _framed(shapes: Shapes, at: Points) -> Owners | None:
    """By the largest rectangle that holds one title and no other; None when a title has none."""
    boxes = _rectangles(shapes.segments)
    if not len(boxes):
        return None
    holds = (
        (at[:, None, 0] >= boxes[:, 0]) & (at[:, None, 0] <= boxes[:, 2])
        & (at[:, None, 1] >= boxes[:, 1]) & (at[:, None, 1] <= boxes[:, 3])
    )  # fmt: skip
    alone = holds & (holds.sum(axis=0) == 1)
    if not alone.any(axis=1).all():
        return None
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    frames = boxes[np.where(alone, areas, -1.0).argmax(axis=1)]

    def owners(points: Points) -> NDArray[np.int64]:
        found = np.full(len(points), -1, np.int64)
        for n, (x0, y0, x1, y1) in enumerate(frames):
            inside = (points[:, 0] >= x0) & (points[:, 0] <= x1)
            found[inside & (points[:, 1] >= y0) & (points[:, 1] <= y1)] = n
        return found

    return owners


def _rectangles(segments: Points) -> Points:
    """Upright rectangles (n, 4: x0, y0, x1, y1) of long lines."""
    if not len(segments):
        return np.empty((0, 4))
    points = segments.reshape(-1, 2)
    size = float(np.ptp(points, axis=0).max())
    near = size * 1e-4
    low, high = (
        np.minimum(segments[:, :2], segments[:, 2:]),
        np.maximum(segments[:, :2], segments[:, 2:]),
    )
    wide = high - low
    across = np.flatnonzero((wide[:, 0] > size * _FRAME_SHARE) & (wide[:, 1] < near))
    upright = np.flatnonzero((wide[:, 1] > size * _FRAME_SHARE) & (wide[:, 0] < near))

    def key(*values: float) -> tuple[int, ...]:
        return tuple(round(value / near / 4) for value in values)

    sides = {key(low[i, 0], low[i, 1], high[i, 1]) for i in upright.tolist()}
    rows: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for i in across.tolist():
        rows[key(low[i, 0], high[i, 0])].append(i)
    found = set()
    for same in rows.values():
        order = sorted(same, key=lambda i: float(low[i, 1]))[:200]
        for n, i in enumerate(order):
            for j in order[n + 1 :]:
                x0, x1, y0, y1 = low[i, 0], high[i, 0], low[i, 1], low[j, 1]
                if key(x0, y0, y1) in sides and key(x1, y0, y1) in sides:
                    found.add((float(x0), float(y0), float(x1), float(y1)))
    return np.array(sorted(found)).reshape(-1, 4)


def _clustered(shapes: Shapes, at: Points) -> Owners | None:
    """By what lies together, with gaps between floors; None when titles share a heap."""
    points = _sampled(shapes)
    low, high = points.min(axis=0), points.max(axis=0)
    cell = float((high - low).max()) / _CELLS or 1.0

    def cells(where: Points) -> NDArray[np.int64]:
        return np.asarray(np.clip((where - low) / cell, 0, _CELLS).astype(np.int64) + 1)

    for reach in (4, 2, 1):
        grid = np.zeros((_CELLS + 3, _CELLS + 3), bool)
        grid[tuple(cells(points).T)] = True
        heaps = _heaps(_grown(grid, reach))
        heap_of = _large_near(heaps, cells(at))
        if len(set(heap_of)) == len(heap_of):
            return _by_heap(heaps, heap_of, cells)
    return None


def _by_heap(
    heaps: NDArray[np.int32], heap_of: list[int], cells: Callable[[Points], NDArray[np.int64]]
) -> Owners:
    """Large heaps by their title; what lies apart goes to the nearest title's."""
    middles = np.array([np.argwhere(heaps == heap).mean(axis=0) for heap in heap_of])

    def owners(points: Points) -> NDArray[np.int64]:
        where = cells(points)
        mine = heaps[where[:, 0], where[:, 1]]
        found = np.full(len(points), -1, np.int64)
        for n, heap in enumerate(heap_of):
            found[mine == heap] = n
        lost = np.flatnonzero(found < 0)
        if len(lost):
            gaps = np.abs(where[lost][:, None, :] - middles[None]).sum(axis=2)
            found[lost] = gaps.argmin(axis=1)
        return found

    return owners


def _sampled(shapes: Shapes) -> Points:
    """Points along everything drawn, close enough to fill a grid."""
    parts = [fill.pieces[:, :2] for fill in shapes.fills]
    for pieces, last in ((shapes.segments, slice(2, 4)), (shapes.curves, slice(6, 8))):
        if len(pieces):
            starts, ends = pieces[:, :2], pieces[:, last]
            size = (
                float(np.ptp(shapes.segments.reshape(-1, 2), axis=0).max())
                if len(shapes.segments)
                else 1.0
            )
            long = np.hypot(*(ends - starts).T) > size / _CELLS
            parts += [starts, ends]
            for t in np.linspace(0, 1, _CELLS)[1:-1]:
                parts.append(starts[long] + (ends[long] - starts[long]) * t)
    parts.append(np.array([[text.x, text.y] for text in shapes.texts]).reshape(-1, 2))
    return np.concatenate(parts)


def _grown(grid: NDArray[np.bool_], reach: int) -> NDArray[np.bool_]:
    for _ in range(reach):
        wider = grid.copy()
        wider[1:] |= grid[:-1]
        wider[:-1] |= grid[1:]
        wider[:, 1:] |= wider[:, :-1].copy()
        wider[:, :-1] |= wider[:, 1:].copy()
        grid = wider
    return grid


def _heaps(grid: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Connected cells by number from 1; 0 where nothing is."""
    heaps = np.zeros(grid.shape, np.int32)
    number = 0
    for start in map(tuple, np.argwhere(grid).tolist()):
        if heaps[start]:
            continue
        number += 1
        stack = [start]
        heaps[start] = number
        while stack:
            x, y = stack.pop()
            for near in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                inside = 0 <= near[0] < grid.shape[0] and 0 <= near[1] < grid.shape[1]
                if inside and grid[near] and not heaps[near]:
                    heaps[near] = number
                    stack.append(near)
    return heaps


def _large_near(heaps: NDArray[np.int32], at: NDArray[np.int64]) -> list[int]:
    """The large heap nearest to each title: plans are large, titles stand in or beneath them."""
    sizes = np.bincount(heaps.ravel())
    sizes[0] = 0
    large = np.flatnonzero(sizes >= max(sizes.max() * 0.15, 1))
    cells = [np.argwhere(heaps == heap) for heap in large]
    found = []
    for place in at:
        gaps = [float(np.abs(own - place).sum(axis=1).min()) for own in cells]
        found.append(int(large[int(np.argmin(gaps))]))
    return found


def _cut(shapes: Shapes, owners: Owners, part: int) -> Shapes:
    """What of the shapes belongs to a part."""
    made = Shapes()
    ends = shapes.segments.reshape(-1, 2, 2)
    kept = owners(ends.mean(axis=1)) == part if len(ends) else np.zeros(0, bool)
    made.segments, made.layers = shapes.segments[kept], shapes.layers[kept]
    ends = shapes.curves.reshape(-1, 4, 2)[:, ::3]
    kept = owners(ends.mean(axis=1)) == part if len(ends) else np.zeros(0, bool)
    made.curves, made.curve_layers = shapes.curves[kept], shapes.curve_layers[kept]

    def mine(points: list[Points]) -> list[int]:
        there = np.array(points, float).reshape(-1, 2)
        return np.flatnonzero(owners(there) == part).tolist() if len(there) else []

    made.fills = [shapes.fills[i] for i in mine([f.pieces[0, :2] for f in shapes.fills])]
    made.texts = [shapes.texts[i] for i in mine([np.array([t.x, t.y]) for t in shapes.texts])]
    made.swings = [shapes.swings[i] for i in mine([s.points[0] for s in shapes.swings])]
    made.inserts = [shapes.inserts[i] for i in mine([s.middle for s in shapes.inserts])]
    return made


# ---------------------------------------------------------------------- laying on each other


def _laid(part: Part, first: Part, metres: float) -> Part:
    shift, aligned = _shift(part.shapes.texts, first.shapes.texts, _TOGETHER_M / metres)
    if not aligned:
        corners, others = (one.shapes.corners() for one in (part, first))
        if len(corners) and len(others):
            shift = others.min(axis=0) - corners.min(axis=0)
    matrix = np.array([[1, 0, shift[0]], [0, 1, shift[1]]])
    moved = part.shapes.copies([matrix], [0])
    return replace(part, shapes=moved, aligned=aligned)


def _shift(mine: Sequence[Text], theirs: Sequence[Text], near: float) -> tuple[Points, bool]:
    """The shift most pairs of like texts agree on, and whether enough do."""
    places: defaultdict[str, tuple[list[Points], list[Points]]] = defaultdict(lambda: ([], []))
    for side, texts in enumerate((mine, theirs)):
        for text in texts:
            places[text.text][side].append(np.array([text.x, text.y]))
    shifts, names = [], []
    for name, (ours, others) in places.items():
        if len(ours) * len(others) <= _MOST_OF_A_TEXT**2:
            shifts += [b - a for a in ours for b in others]
            names += [name] * (len(ours) * len(others))
    if not shifts:
        return np.zeros(2), False
    all_shifts = np.array(shifts)
    votes: Counter[tuple[int, int]] = Counter(
        map(tuple, np.round(all_shifts / near).astype(np.int64).tolist())
    )
    best = np.array(votes.most_common(1)[0][0]) * near
    agreeing = np.flatnonzero(np.abs(all_shifts - best).max(axis=1) <= near)
    shift = np.median(all_shifts[agreeing], axis=0)
    different = len({names[i] for i in agreeing.tolist()})
    runner = max(
        (
            count
            for cell, count in votes.items()
            if np.abs(np.array(cell) * near - best).max() > 2 * near
        ),
        default=0,
    )
    return shift, different >= _LEAST_VOTES and len(agreeing) > runner
