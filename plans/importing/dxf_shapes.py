"""What a layout or block of a drawing draws, in drawing units, and the same moved by an insert."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from plans.importing import dxf_curves as curves

Points = NDArray[np.float64]
Layers = NDArray[np.int32]
OWN = -1
"""The layer of things on layer 0 of a block: they take the layer of the insert."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text: base point, height, angle, and whether it stands left (0), middle (1), right (2)."""

    text: str
    x: float
    y: float
    height: float
    angle_deg: float
    align: int
    layer: int


class Fill(NamedTuple):
    """A filled surface: closed rings of curves one after the other, the first of each at `starts`;
    where rings lie in each other every other one is a hole."""

    layer: int
    pieces: Points
    starts: tuple[int, ...]


class Swing(NamedTuple):
    """A quarter circle, perhaps the path of a door leaf: its middle and ends (3, 2), the layer it
    is on, and whether its block or layer is called a door."""

    radius: float
    is_door: bool
    points: Points
    layer: int


class Insert(NamedTuple):
    """A block that may stand for a thing: its name, its attributes' texts, where it stands and its
    turn, and the middle of what it draws."""

    name: str
    words: tuple[str, ...]
    at: Points
    middle: Points
    angle_deg: float
    layer: int


@dataclass
class Shapes:
    """Straight lines (n, 4), curves (n, 8) with their layers, fills, texts, and what may be a door
    or another thing. `rows` and `arcs` wait for `merged`."""

    segments: Points = field(default_factory=lambda: np.empty((0, 4)))
    layers: Layers = field(default_factory=lambda: np.empty(0, np.int32))
    curves: Points = field(default_factory=lambda: np.empty((0, 8)))
    curve_layers: Layers = field(default_factory=lambda: np.empty(0, np.int32))
    fills: list[Fill] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    swings: list[Swing] = field(default_factory=list)
    inserts: list[Insert] = field(default_factory=list)
    rows: list[tuple[float, float, float, float]] = field(default_factory=list)
    row_layers: list[int] = field(default_factory=list)
    arcs: list[tuple[float, ...]] = field(default_factory=list)
    arc_layers: list[int] = field(default_factory=list)
    parts: list[tuple[Points, Layers]] = field(default_factory=list)

    def line(self, points: Points, layer: int) -> None:
        """Add a polyline (n, 2)."""
        if len(points) > 1:
            self.take(np.hstack([points[:-1], points[1:]]), layer)

    def take(self, pieces: Points, layer: int) -> None:
        """Add straight lines (n, 4) or curves (n, 8)."""
        if len(pieces):
            self.parts.append((pieces, np.full(len(pieces), layer, np.int32)))

    def arc(
        self, at: tuple[float, ...], u: tuple[float, ...], v: tuple[float, ...],
        start: float, sweep: float, layer: int,
    ) -> None:  # fmt: skip
        """Add an elliptic arc: see `curves.arcs`."""
        self.arcs.append((*at[:2], *u[:2], *v[:2], start, sweep))
        self.arc_layers.append(layer)

    def copies(self, matrices: list[Points], layers: list[int]) -> Shapes:
        """Copies through 2×3 matrices, each with `OWN` things on its layer. `self` is merged."""
        made = Shapes()
        if not matrices:
            return made
        many, on = np.array(matrices), np.array(layers, np.int32)
        made.segments, made.layers = _spread(self.segments, self.layers, many, on)
        made.curves, made.curve_layers = _spread(self.curves, self.curve_layers, many, on)
        if self.fills or self.texts or self.swings or self.inserts:
            for matrix, layer in zip(matrices, layers, strict=True):
                self._place(made, matrix, layer)
        return made

    def _place(self, made: Shapes, matrix: Points, layer: int) -> None:
        a, shift = matrix[:, :2].T, matrix[:, 2]
        scale = math.sqrt(abs(float(np.linalg.det(a))))
        turn = math.degrees(math.atan2(matrix[1, 0], matrix[0, 0]))
        for fill in self.fills:
            own = layer if fill.layer == OWN else fill.layer
            made.fills.append(Fill(own, curves.moved(fill.pieces, matrix), fill.starts))
        for text in self.texts:
            x, y = (np.array([text.x, text.y]) @ a + shift).tolist()
            made.texts.append(
                replace(text, x=x, y=y, height=text.height * scale,
                        angle_deg=text.angle_deg + turn,
                        layer=layer if text.layer == OWN else text.layer)
            )  # fmt: skip
        for swing in self.swings:
            own = layer if swing.layer == OWN else swing.layer
            points = swing.points @ a + shift
            made.swings.append(Swing(swing.radius * scale, swing.is_door, points, own))
        for one in self.inserts:
            own = layer if one.layer == OWN else one.layer
            at, middle = one.at @ a + shift, one.middle @ a + shift
            made.inserts.append(
                one._replace(at=at, middle=middle, angle_deg=one.angle_deg + turn, layer=own)
            )

    def add(self, other: Shapes) -> None:
        """Take over another's shapes."""
        self.parts.append((other.segments, other.layers))
        self.parts.append((other.curves, other.curve_layers))
        self.fills += other.fills
        self.texts += other.texts
        self.swings += other.swings
        self.inserts += other.inserts

    def merged(self) -> None:
        """Make arrays of all that waits."""
        if self.rows:
            self.parts.append((np.array(self.rows, float), np.array(self.row_layers, np.int32)))
        if self.arcs:
            a = np.array(self.arcs, float)
            sane = (np.abs(a) < curves.FARTHEST).all(axis=1)
            a, on = a[sane], np.array(self.arc_layers, np.int32)[sane]
            pieces, of = curves.arcs(a[:, :2], a[:, 2:4], a[:, 4:6], a[:, 6], a[:, 7])
            self.parts.append((pieces, on[of]))
        straight = [part for part in self.parts if part[0].shape[1] == 4]
        bent = [part for part in self.parts if part[0].shape[1] == 8]
        self.segments, self.layers = _joined(straight, self.segments, self.layers)
        self.curves, self.curve_layers = _joined(bent, self.curves, self.curve_layers)
        self.rows, self.row_layers, self.arcs, self.arc_layers, self.parts = [], [], [], [], []

    def corners(self) -> Points:
        """Every corner and control of lines, curves and fills, and where texts stand (n, 2)."""
        parts = [self.segments.reshape(-1, 2), self.curves.reshape(-1, 2)]
        parts += [fill.pieces.reshape(-1, 2) for fill in self.fills]
        parts.append(np.array([[t.x, t.y] for t in self.texts]).reshape(-1, 2))
        return np.concatenate(parts)

    def without_torn(self) -> int:
        """Leave out what has coordinates no drawing has; returns how many things that were."""
        before = len(self.segments) + len(self.curves) + len(self.fills) + len(self.texts)
        self.keep(np.full(2, -curves.FARTHEST), np.full(2, curves.FARTHEST))
        self.texts = [t for t in self.texts if 0 < t.height < curves.FARTHEST
                      and math.isfinite(t.angle_deg)]  # fmt: skip
        after = len(self.segments) + len(self.curves) + len(self.fills) + len(self.texts)
        return before - after

    def keep(self, low: Points, high: Points) -> None:
        """Leave out what has a corner outside a box."""

        def inside(points: Points) -> NDArray[np.bool_]:
            return np.asarray(((points >= low) & (points <= high)).all(axis=-1))

        kept = inside(self.segments.reshape(-1, 2, 2)).all(axis=1)
        self.segments, self.layers = self.segments[kept], self.layers[kept]
        kept = inside(self.curves.reshape(-1, 4, 2)).all(axis=1)
        self.curves, self.curve_layers = self.curves[kept], self.curve_layers[kept]
        self.fills = [f for f in self.fills if inside(f.pieces.reshape(-1, 2)).all()]
        self.texts = [t for t in self.texts if inside(np.array([t.x, t.y])).all()]
        self.swings = [s for s in self.swings if inside(s.points).all()]
        self.inserts = [i for i in self.inserts if inside(i.middle).all()]


def _spread(pieces: Points, layers: Layers, matrices: Points, on: Layers) -> tuple[Points, Layers]:
    """Pieces through each of the matrices (k, 2, 3)."""
    width = pieces.shape[1]
    points = np.matmul(pieces.reshape(-1, 2), matrices[:, :, :2].transpose(0, 2, 1))
    points += matrices[:, None, :, 2]
    own = np.where(layers == OWN, on[:, None], layers)
    return points.reshape(-1, width), own.reshape(-1).astype(np.int32)


def _joined(
    parts: list[tuple[Points, Layers]], pieces: Points, layers: Layers
) -> tuple[Points, Layers]:
    if not parts:
        return pieces, layers
    return (np.concatenate([pieces, *(part for part, _ in parts)]),
            np.concatenate([layers, *(own for _, own in parts)]))  # fmt: skip
