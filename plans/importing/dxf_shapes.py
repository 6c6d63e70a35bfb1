"""DXF entities as segments, fills and texts in drawing units; each block is converted once."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
OWN = -1
"""The layer of things on layer 0 of a block: they take the layer of the insert."""
ARC_STEP_RAD = math.radians(11.25)
MOST_DEPTH, MOST_COPIES, MOST_SEGMENTS = 24, 2_000, 6_000_000
FARTHEST = 1e11
"""Coordinates beyond are damage: in millimetres that is past the earth."""
SKIPPED = frozenset({"POINT", "VIEWPORT", "ATTDEF", "WIPEOUT", "LIGHT", "SUN", "OLE2FRAME"})
ENDLESS = frozenset({"XLINE", "RAY"})
OUTSIDE = frozenset({"IMAGE", "PDFUNDERLAY", "DWFUNDERLAY", "DGNUNDERLAY"})


@dataclass(frozen=True)
class Text:
    """A text: base point, height, angle, and whether it stands left (0), middle (1), right (2)."""

    text: str
    x: float
    y: float
    height: float
    angle_deg: float
    align: int
    layer: int


Swing = tuple[float, bool]
"""Radius of a quarter circle, and whether its block or layer is called a door."""


@dataclass
class Shapes:
    """What a layout or a block draws."""

    segments: list[Points] = field(default_factory=list)
    layers: list[NDArray[np.int32]] = field(default_factory=list)
    fills: list[tuple[int, Points]] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    swings: list[Swing] = field(default_factory=list)

    def line(self, points: Points, layer: int) -> None:
        """Add a polyline (n, 2)."""
        if len(points) > 1:
            self.segments.append(np.hstack([points[:-1], points[1:]]))
            self.layers.append(np.full(len(points) - 1, layer, np.int32))

    def moved(self, matrix: NDArray[np.float64], layer: int) -> Shapes:
        """A copy through a 2×3 matrix, with `OWN` things on that layer."""
        a, shift = matrix[:, :2].T, matrix[:, 2]
        made = Shapes()
        scale = math.sqrt(abs(float(np.linalg.det(matrix[:, :2]))))
        for segments, layers in zip(self.segments, self.layers, strict=True):
            moved = segments.reshape(-1, 2) @ a + shift
            made.segments.append(moved.reshape(-1, 4))
            made.layers.append(np.where(layers == OWN, layer, layers))
        made.swings = [(radius * scale, is_door) for radius, is_door in self.swings]
        for own, ring in self.fills:
            made.fills.append((layer if own == OWN else own, ring @ a + shift))
        turn = math.degrees(math.atan2(matrix[1, 0], matrix[0, 0]))
        for text in self.texts:
            x, y = (np.array([text.x, text.y]) @ a + shift).tolist()
            on = layer if text.layer == OWN else text.layer
            made.texts.append(Text(text.text, x, y, text.height * scale, text.angle_deg + turn,
                                   text.align, on))  # fmt: skip
        return made

    def add(self, other: Shapes) -> None:
        """Take over another's shapes."""
        self.segments += other.segments
        self.layers += other.layers
        self.fills += other.fills
        self.texts += other.texts
        self.swings += other.swings

    def merged(self) -> None:
        """Join many small arrays into one: a block is copied for each insert."""
        if len(self.segments) > 1:
            self.segments = [np.concatenate(self.segments)]
            self.layers = [np.concatenate(self.layers)]


class Converter:
    """Converts entities of one document; `notes` counts what was left out, by reason and text."""

    def __init__(self, doc: Any, layers: dict[str, int], role_of: Callable[[str], str]) -> None:
        self._doc = doc
        self._role_of = role_of
        self._layers = layers
        self._blocks: dict[str, Shapes] = {}
        self._open: list[str] = []
        self._count = 0
        self.notes: Counter[tuple[str, str]] = Counter()

    def layer(self, entity: Any) -> int:
        """The index of an entity's layer; a layer without a table entry gets one."""
        name = str(entity.dxf.get("layer", "0"))
        if self._open and name == "0":
            return OWN
        return self._layers.setdefault(name, len(self._layers))

    def convert(self, entities: Any) -> Shapes:
        """All shapes of an entity list."""
        made = Shapes()
        for entity in entities:
            kind = entity.dxftype()
            try:
                self._entity(entity, kind, made)
            except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
                self.notes["entity", f"{kind}: {type(error).__name__}"] += 1
        made.merged()
        self._count += sum(len(part) for part in made.segments)
        return made

    def _entity(self, entity: Any, kind: str, made: Shapes) -> None:
        if kind in SKIPPED:
            self.notes["skipped", kind] += 1
        elif kind in ENDLESS:
            self.notes["endless", kind] += 1
        elif kind in OUTSIDE:
            self.notes["outside", kind] += 1
        elif kind == "LINE":
            start, end = entity.dxf.start, entity.dxf.end
            made.line(np.array([[start.x, start.y], [end.x, end.y]]), self.layer(entity))
        elif kind in ("ARC", "CIRCLE"):
            made.line(_arc(entity, kind), self.layer(entity))
            if kind == "ARC" and 80 <= (entity.dxf.end_angle - entity.dxf.start_angle) % 360 <= 100:
                is_door = self._role_of(str(entity.dxf.get("layer", ""))) == "doors"
                made.swings.append((float(entity.dxf.radius), is_door))
        elif kind in ("SOLID", "TRACE", "3DFACE"):
            self._solid(entity, kind, made)
        elif kind == "INSERT":
            self._insert(entity, made)
        elif kind in ("TEXT", "ATTRIB"):
            _text(entity, self.layer(entity), made)
        elif kind == "MTEXT":
            _mtext(entity, self.layer(entity), made)
        elif kind in ("HATCH", "MPOLYGON"):
            self._hatch(entity, made)
        elif kind == "POLYLINE" and (entity.is_poly_face_mesh or entity.is_polygon_mesh):
            self._parts(entity, kind, made)
        elif kind in ("LWPOLYLINE", "POLYLINE", "ELLIPSE", "SPLINE", "HELIX"):
            made.line(_path(entity), self.layer(entity))
        else:
            self._parts(entity, kind, made)

    def _parts(self, entity: Any, kind: str, made: Shapes) -> None:
        """Dimensions, leaders, proxies and the like, by what they are made of."""
        if not hasattr(entity, "virtual_entities") or len(self._open) > MOST_DEPTH:
            self.notes["skipped", kind] += 1
            return
        parts = list(entity.virtual_entities())
        if not parts:
            self.notes["no_graphics", kind] += 1
            return
        for part in parts:
            if not part.dxf.hasattr("layer") or part.dxf.layer == "0":
                part.dxf.layer = entity.dxf.get("layer", "0")
            self._entity(part, part.dxftype(), made)

    def _solid(self, entity: Any, kind: str, made: Shapes) -> None:
        corners = [entity.dxf.vtx0, entity.dxf.vtx1, entity.dxf.vtx2, entity.dxf.vtx3]
        order = (0, 1, 2, 3) if kind == "3DFACE" else (0, 1, 3, 2)
        ring = np.array([[corners[i].x, corners[i].y] for i in order])
        if kind == "3DFACE":
            made.line(np.vstack([ring, ring[:1]]), self.layer(entity))
        else:
            made.fills.append((self.layer(entity), _upright(entity, ring)))

    def _hatch(self, entity: Any, made: Shapes) -> None:
        """Solid hatches as fills; of patterns only the boundary, their lines are decoration."""
        from ezdxf.path import from_hatch_boundary_path

        layer, ocs = self.layer(entity), entity.ocs()
        for boundary in entity.paths:
            if _is_torn(boundary):
                self.notes["torn_hatch", str(entity.dxf.get("layer", "0"))] += 1
                continue
            whole = from_hatch_boundary_path(boundary, ocs, entity.dxf.elevation.z)
            for part in whole.sub_paths():
                for ring in _loops(_flat(part)):
                    if getattr(entity.dxf, "solid_fill", 0):
                        made.fills.append((layer, ring))
                    else:
                        made.line(ring, layer)

    def _insert(self, entity: Any, made: Shapes) -> None:
        name = str(entity.dxf.name)
        layer = self.layer(entity)
        for attrib in entity.attribs:
            if not attrib.is_invisible:
                _text(attrib, self.layer(attrib), made)
        shapes = self._block(name)
        if shapes is None:
            return
        copies = max(entity.dxf.row_count, 1) * max(entity.dxf.column_count, 1)
        if copies > MOST_COPIES or self._count > MOST_SEGMENTS:
            self.notes["too_many", name] += 1
            return
        inserts = entity.multi_insert() if copies > 1 else (entity,)
        for insert in inserts:
            m = insert.matrix44()
            rows = np.array([[m[0, 0], m[1, 0], m[3, 0]], [m[0, 1], m[1, 1], m[3, 1]]])
            moved = shapes.moved(rows, layer)
            made.add(moved)
            self._count += sum(len(part) for part in moved.segments)

    def _block(self, name: str) -> Shapes | None:
        if name in self._blocks:
            return self._blocks[name]
        if name in self._open or len(self._open) >= MOST_DEPTH:
            self.notes["recursion", name] += 1
            return None
        block = self._doc.blocks.get(name)
        if block is None:
            self.notes["no_block", name] += 1
            return None
        if block.block is not None and block.block.is_xref:
            self.notes["xref", str(block.block.dxf.get("xref_path", name))] += 1
            return None
        self._open.append(name)
        try:
            shapes = self.convert(block)
        finally:
            self._open.pop()
        if self._role_of(name) == "doors":
            shapes.swings = [(radius, True) for radius, _ in shapes.swings]
        self._blocks[name] = shapes
        return self._blocks[name]


def _upright(entity: Any, points: Points) -> Points:
    """Object coordinates as world coordinates for the usual case of a flipped normal."""
    normal = entity.dxf.get("extrusion", None)
    if normal is not None and normal[2] < 0:
        return np.asarray(points * np.array([-1.0, 1.0]))
    return points


def _is_torn(boundary: Any) -> bool:
    """Whether a boundary of edges has a gap: closing it would draw a bar across the plan."""
    edges = [edge for edge in getattr(boundary, "edges", ()) if hasattr(edge, "start_point")]
    ends = [(edge.start_point, edge.end_point) for edge in edges]
    if len(ends) < 3 or len(ends) != len(boundary.edges):
        return False
    size = max(abs(p.x - q.x) + abs(p.y - q.y) for p, q in ends)
    for (a, b), (c, d) in itertools.pairwise(ends):
        gap = min(p.distance(q) for p in (a, b) for q in (c, d))
        if gap > size:
            return True
    return False


def _loops(points: Points) -> list[Points]:
    """A path that comes back to its start before its end is several rings in a row."""
    rings = []
    while len(points) > 2:
        back = np.flatnonzero(np.abs(points[1:] - points[0]).max(axis=1) < 1e-6)
        end = int(back[0]) + 2 if len(back) else len(points)
        if end > 3:
            rings.append(points[:end])
        points = points[end:] if end < len(points) else points[:0]
    return rings


def _arc(entity: Any, kind: str) -> Points:
    centre, radius = entity.dxf.center, float(entity.dxf.radius)
    start, sweep = 0.0, 2 * math.pi
    if kind == "ARC":
        start = math.radians(entity.dxf.start_angle)
        sweep = math.radians((entity.dxf.end_angle - entity.dxf.start_angle) % 360.0 or 360.0)
    steps = max(2, math.ceil(sweep / ARC_STEP_RAD) + 1)
    angles = start + np.linspace(0.0, sweep, steps)
    points = np.column_stack(
        [centre.x + radius * np.cos(angles), centre.y + radius * np.sin(angles)]
    )
    return _upright(entity, points)


def _path(entity: Any) -> Points:
    if entity.dxftype() == "LWPOLYLINE" and not entity.has_arc:
        points = np.array(entity.get_points("xy"), dtype=float).reshape(-1, 2)
        if entity.closed and len(points) > 2:
            points = np.vstack([points, points[:1]])
        return _upright(entity, points)
    from ezdxf.path import make_path

    return _flat(make_path(entity))


def _flat(path: Any) -> Points:
    """A path as chords, none farther from its curve than a five-hundredth of the curve's size.

    Raises `ValueError` for coordinates no drawing has: ezdxf would divide them for ever.
    """
    corners = np.array([[p.x, p.y, p.z] for p in (path.start, path.end, *path.control_vertices())])
    if not (np.abs(corners) < FARTHEST).all():
        raise ValueError("coordinates beyond reason")
    size = float(np.ptp(corners[:, :2], axis=0).max())
    chords = path.flattening(max(size, 1e-6) / 500, 4)
    return np.array([[p.x, p.y] for p in chords]).reshape(-1, 2)


def _plain(entity: Any) -> str:
    """The text without codes; `\\M+5D6D0` is one character of an old code page (5 is GBK)."""
    from ezdxf.lldxf.encoding import decode_mif_to_unicode

    return decode_mif_to_unicode(str(entity.plain_text())).strip()


def _text(entity: Any, layer: int, made: Shapes) -> None:
    text = _plain(entity)
    if not text:
        return
    align = {1: 1, 4: 1, 2: 2}.get(entity.dxf.get("halign", 0), 0)
    point = entity.dxf.get("align_point") if align else None
    point = point or entity.dxf.insert
    at = _upright(entity, np.array([[point.x, point.y]]))[0]
    height = float(entity.dxf.get("height", 1.0))
    made.texts.append(Text(text, float(at[0]), float(at[1]), height,
                           float(entity.dxf.get("rotation", 0.0)), align, layer))  # fmt: skip


def _mtext(entity: Any, layer: int, made: Shapes) -> None:
    lines = [line.strip() for line in _plain(entity).split("\n")]
    height = float(entity.dxf.get("char_height", 1.0))
    point, turn = entity.dxf.insert, entity.get_rotation()
    attach = int(entity.dxf.get("attachment_point", 1))
    top = {0: -1.0, 1: -0.5 - (len(lines) - 1) * -0.83, 2: (len(lines) - 1) * 1.66}
    first = top[(attach - 1) // 3] * height
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    for number, line in enumerate(lines):
        if line:
            down = first - number * 1.66 * height
            made.texts.append(Text(line, point.x - s * down, point.y + c * down, height, turn,
                                   (attach - 1) % 3, layer))  # fmt: skip
