"""Shapes of a drawing as a linework in metres: curves become chords, holes are cut into fills."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import NDArray

from plans.importing import dxf_curves as curves
from plans.importing.drawing_rules import Curves
from plans.importing.dxf_shapes import OWN, Fill, Points, Shapes
from plans.model.linework import Linework, LineworkLayer, LineworkText

_MOST_LAYERS = 65_535


def linework_of(
    shapes: Shapes, layers: tuple[LineworkLayer, ...], zero: int, metres: float, rules: Curves
) -> Linework:
    """The linework of shapes whose unit is so many metres, from an origin near their middle.

    `zero` is the layer of things that name none.
    """
    off = rules.chord_m / metres
    chords, counts = curves.flattened(shapes.curves, off, rules.most)
    segments = np.concatenate([shapes.segments, chords]) * metres
    owners = np.concatenate([shapes.layers, np.repeat(shapes.curve_layers, counts)])
    rings = _rings(shapes.fills, off, rules.most, metres)
    origin = _origin(segments, rings, shapes, metres)
    points = np.concatenate(rings) if rings else np.empty((0, 2))
    return Linework(
        origin=origin,
        layers=layers[:_MOST_LAYERS],
        segments=(segments - np.tile(origin, 2)).astype(np.float32),
        segment_layers=_owners(owners, zero),
        fill_points=(points - origin).astype(np.float32),
        fill_starts=np.cumsum([0, *map(len, rings)]).astype(np.uint32),
        fill_layers=_owners(np.array([fill.layer for fill in shapes.fills], np.int64), zero),
        texts=tuple(
            LineworkText(text=text.text, x=text.x * metres - origin[0],
                         y=text.y * metres - origin[1], height=text.height * metres,
                         layer=int(_owners(np.array([text.layer]), zero)[0]),
                         angle_deg=text.angle_deg, align=text.align)
            for text in shapes.texts
        ),
    )  # fmt: skip


def _owners(layers: NDArray[np.int32] | NDArray[np.int64], zero: int) -> NDArray[np.uint16]:
    return np.where((layers == OWN) | (layers >= _MOST_LAYERS), zero, layers).astype(np.uint16)


def _origin(
    segments: Points, rings: list[Points], shapes: Shapes, metres: float
) -> tuple[float, float]:
    parts = [segments.reshape(-1, 2), *rings]
    parts.append(np.array([[t.x, t.y] for t in shapes.texts]).reshape(-1, 2) * metres)
    x, y = np.round(np.median(np.concatenate(parts), axis=0), 3).tolist()
    return x, y


def _rings(fills: list[Fill], off: float, most: int, metres: float) -> list[Points]:
    """One closed ring for each fill: it goes to each hole and back along the same line, so that
    the even-odd rule leaves the holes open."""
    if not fills:
        return []
    pieces = np.concatenate([fill.pieces for fill in fills])
    chords, counts = curves.flattened(pieces, off, most)
    ends = np.concatenate([[0], np.cumsum(counts)])
    made, at = [], 0
    for fill in fills:
        bounds = [ends[at + start] for start in (*fill.starts, len(fill.pieces))]
        at += len(fill.pieces)
        parts = []
        for low, high in itertools.pairwise(bounds):
            ring = chords[low:high, :2]
            parts.append(np.vstack([ring, ring[:1]]))
        home = parts[0][:1]
        cut = [parts[0], *(part for hole in parts[1:] for part in (hole, home))]
        made.append(np.concatenate(cut) * metres)
    return made
