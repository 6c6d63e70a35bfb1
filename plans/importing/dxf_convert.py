"""DXF entities as shapes in drawing units; each block is converted once."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

import numpy as np

from plans.importing import dxf_curves as curves
from plans.importing.dxf_hatches import fills_of
from plans.importing.dxf_shapes import OWN, Fill, Insert, Points, Shapes, Swing, Text

MOST_DEPTH, MOST_COPIES, MOST_SEGMENTS = 24, 2_000, 6_000_000
QUARTER_DEG = (80, 100)
SKIPPED = frozenset({"POINT", "VIEWPORT", "ATTDEF", "WIPEOUT", "LIGHT", "SUN", "OLE2FRAME"})
ENDLESS = frozenset({"XLINE", "RAY"})
OUTSIDE = frozenset({"IMAGE", "PDFUNDERLAY", "DWFUNDERLAY", "DGNUNDERLAY"})
_PATHS = frozenset({"LWPOLYLINE", "POLYLINE", "SPLINE", "HELIX"})


class Converter:
    """Converts entities of one document; `notes` counts what was left out, by reason and text.

    `role_of` tells what a layer or block holds by its name, `mend` sets a text right, `is_thing`
    whether a block of that name is worth remembering.
    """

    def __init__(
        self,
        doc: Any,
        layers: dict[str, int],
        role_of: Callable[[str], str],
        mend: Callable[[str], str] = str,
        is_thing: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._doc, self._layers = doc, layers
        self._role_of, self._mend, self._is_thing = role_of, mend, is_thing
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
        inserts: defaultdict[str, list[tuple[Points, int]]] = defaultdict(list)
        for entity in entities:
            kind = entity.dxftype()
            try:
                if kind == "INSERT":
                    self._insert(entity, made, inserts)
                else:
                    self._entity(entity, kind, made)
            except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
                self._note("entity", f"{kind}: {type(error).__name__}")
        for name, places in inserts.items():
            self._copy(name, places, made)
        made.merged()
        return made

    def _note(self, reason: str, text: str) -> None:
        self.notes[reason, self._mend(text)] += 1

    def _entity(self, entity: Any, kind: str, made: Shapes) -> None:
        if kind == "LINE":
            start, end = entity.dxf.start, entity.dxf.end
            made.rows.append((start.x, start.y, end.x, end.y))
            made.row_layers.append(self.layer(entity))
        elif kind in ("ARC", "CIRCLE"):
            self._arc(entity, kind, made)
        elif kind == "ELLIPSE":
            self._ellipse(entity, made)
        elif kind in ("SOLID", "TRACE", "3DFACE"):
            self._solid(entity, kind, made)
        elif kind in ("TEXT", "ATTRIB"):
            self._text(entity, made)
        elif kind == "MTEXT":
            self._mtext(entity, made)
        elif kind in ("HATCH", "MPOLYGON"):
            self._hatch(entity, made)
        elif kind == "INSERT":
            inserts: defaultdict[str, list[tuple[Points, int]]] = defaultdict(list)
            self._insert(entity, made, inserts)
            for name, places in inserts.items():
                self._copy(name, places, made)
        elif kind in _PATHS and not _is_mesh(entity, kind):
            self._path(entity, kind, made)
        elif kind in SKIPPED:
            self._note("skipped", kind)
        elif kind in ENDLESS:
            self._note("endless", kind)
        elif kind in OUTSIDE:
            self._note("outside", kind)
        else:
            self._parts(entity, kind, made)

    def _parts(self, entity: Any, kind: str, made: Shapes) -> None:
        """Dimensions, leaders, proxies and the like, by what they are made of."""
        if not hasattr(entity, "virtual_entities") or len(self._open) > MOST_DEPTH:
            self._note("skipped", kind)
            return
        parts = list(entity.virtual_entities())
        if not parts:
            self._note("no_graphics", kind)
            return
        for part in parts:
            if not part.dxf.hasattr("layer") or part.dxf.layer == "0":
                part.dxf.layer = entity.dxf.get("layer", "0")
            self._entity(part, part.dxftype(), made)

    # ------------------------------------------------------------------ curves

    def _arc(self, entity: Any, kind: str, made: Shapes) -> None:
        centre, radius = entity.dxf.center, float(entity.dxf.radius)
        side = -1.0 if _is_flipped(entity) else 1.0
        start, sweep = 0.0, 2 * math.pi
        if kind == "ARC":
            start = math.radians(entity.dxf.start_angle)
            sweep = math.radians((entity.dxf.end_angle - entity.dxf.start_angle) % 360.0 or 360.0)
        layer = self.layer(entity)
        at, u, v = (centre.x * side, centre.y), (radius * side, 0.0), (0.0, radius)
        made.arc(at, u, v, start, sweep, layer)
        if QUARTER_DEG[0] <= math.degrees(sweep) <= QUARTER_DEG[1]:
            is_door = self._role_of(str(entity.dxf.get("layer", ""))) == "doors"
            ends = [(at[0] + u[0] * math.cos(t), at[1] + radius * math.sin(t))
                    for t in (start, start + sweep)]  # fmt: skip
            made.swings.append(Swing(radius, is_door, np.array([at, *ends]), layer))

    def _ellipse(self, entity: Any, made: Shapes) -> None:
        centre, u, v = entity.dxf.center, entity.dxf.major_axis, entity.minor_axis
        start, end = float(entity.dxf.start_param), float(entity.dxf.end_param)
        sweep = (end - start) % (2 * math.pi) or 2 * math.pi
        made.arc((centre.x, centre.y), (u.x, u.y), (v.x, v.y), start, sweep, self.layer(entity))

    def _path(self, entity: Any, kind: str, made: Shapes) -> None:
        layer = self.layer(entity)
        points, widths = _vertices(entity, kind)
        if points is not None and len(points) > 1:
            if not (np.abs(points[:, :2]) < curves.FARTHEST).all():
                raise ValueError("coordinates beyond reason")
            if _is_flipped(entity):
                points = points * np.array([-1.0, 1.0, -1.0])
            if widths is not None and not points[:, 2].any():
                _wide(points[:, :2], widths, layer, made)
                return
            straight, bent = curves.bulged(points)
            made.take(straight, layer)
            made.take(bent, layer)
        elif points is None:
            from ezdxf.path import make_path

            if kind == "SPLINE" and not _is_sane(entity):
                raise ValueError("coordinates beyond reason")
            made.take(curves.of_path(make_path(entity)), layer)

    def _solid(self, entity: Any, kind: str, made: Shapes) -> None:
        corners = [entity.dxf.vtx0, entity.dxf.vtx1, entity.dxf.vtx2, entity.dxf.vtx3]
        order = (0, 1, 2, 3, 0) if kind == "3DFACE" else (0, 1, 3, 2, 0)
        ring = np.array([[corners[i].x, corners[i].y] for i in order])
        if kind == "3DFACE":
            made.line(ring, self.layer(entity))
        else:
            if _is_flipped(entity):
                ring = ring * np.array([-1.0, 1.0])
            made.fills.append(Fill(self.layer(entity), curves.straight(ring), (0,)))

    def _hatch(self, entity: Any, made: Shapes) -> None:
        """Hatches as fills; a pattern is shown as a tint, its lines are decoration."""
        fills, torn = fills_of(entity, self.layer(entity))
        made.fills += fills
        if torn:
            self._note("torn_hatch", str(entity.dxf.get("layer", "0")))
        if fills and not entity.dxf.get("solid_fill", 0):
            self._note("pattern", str(entity.dxf.get("pattern_name", "")))

    # ------------------------------------------------------------------ texts

    def _plain(self, entity: Any, kind: str) -> str:
        """The text without codes; `\\M+5D6D0` is one character of an old code page (5 is GBK)."""
        from ezdxf.lldxf.encoding import decode_mif_to_unicode

        if kind == "MTEXT":
            entity.text = self._mend(entity.text)
        else:
            entity.dxf.text = self._mend(str(entity.dxf.get("text", "")))
        return self._mend(decode_mif_to_unicode(str(entity.plain_text()))).strip()

    def _text(self, entity: Any, made: Shapes) -> str:
        text = self._plain(entity, "TEXT")
        if text:
            align = {1: 1, 4: 1, 2: 2}.get(entity.dxf.get("halign", 0), 0)
            point = entity.dxf.get("align_point") if align else None
            point = point or entity.dxf.insert
            x = -point.x if _is_flipped(entity) else point.x
            made.texts.append(
                Text(text, float(x), float(point.y), float(entity.dxf.get("height", 1.0)),
                     float(entity.dxf.get("rotation", 0.0)), align, self.layer(entity))
            )  # fmt: skip
        return text

    def _mtext(self, entity: Any, made: Shapes) -> None:
        lines = [line.strip() for line in self._plain(entity, "MTEXT").split("\n")]
        height = float(entity.dxf.get("char_height", 1.0))
        point, turn = entity.dxf.insert, entity.get_rotation()
        attach = int(entity.dxf.get("attachment_point", 1))
        top = {0: -1.0, 1: -0.5 - (len(lines) - 1) * -0.83, 2: (len(lines) - 1) * 1.66}
        first = top[(attach - 1) // 3] * height
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        layer = self.layer(entity)
        for number, line in enumerate(lines):
            if line:
                down = first - number * 1.66 * height
                made.texts.append(Text(line, point.x - s * down, point.y + c * down, height, turn,
                                       (attach - 1) % 3, layer))  # fmt: skip

    # ------------------------------------------------------------------ blocks

    def _insert(
        self, entity: Any, made: Shapes, inserts: defaultdict[str, list[tuple[Points, int]]]
    ) -> None:
        """Note an insert for `_copy`; its attributes are texts."""
        name = str(entity.dxf.name)
        layer = self.layer(entity)
        words = tuple(self._text(one, made) for one in entity.attribs if not one.is_invisible)
        copies = max(entity.dxf.row_count, 1) * max(entity.dxf.column_count, 1)
        if copies > MOST_COPIES:
            self._note("too_many", name)
            return
        for insert in entity.multi_insert() if copies > 1 else (entity,):
            m = insert.matrix44()
            matrix = np.array([[m[0, 0], m[1, 0], m[3, 0]], [m[0, 1], m[1, 1], m[3, 1]]])
            if not (np.abs(matrix) < curves.FARTHEST).all():
                raise ValueError("coordinates beyond reason")
            inserts[name].append((matrix, layer))
        said = self._mend(name)
        if self._is_thing(said) or any(map(self._is_thing, words)):
            for matrix, own in inserts[name][-copies:]:
                self._thing(name, said, words, matrix, own, made)

    def _thing(
        self, name: str, said: str, words: tuple[str, ...], matrix: Points, layer: int, made: Shapes
    ) -> None:
        shapes = self._block(name)
        corners = shapes.corners() if shapes is not None else np.empty((0, 2))
        middle = (corners.min(axis=0) + corners.max(axis=0)) / 2 if len(corners) else np.zeros(2)
        turn = math.degrees(math.atan2(matrix[1, 0], matrix[0, 0]))
        made.inserts.append(Insert(said, words, matrix[:, 2], matrix[:, :2] @ middle + matrix[:, 2],
                                   turn, layer))  # fmt: skip

    def _copy(self, name: str, places: list[tuple[Points, int]], made: Shapes) -> None:
        shapes = self._block(name)
        if shapes is None:
            return
        each = len(shapes.segments) + len(shapes.curves) + len(shapes.texts)
        each += sum(len(fill.pieces) for fill in shapes.fills)
        room = (MOST_SEGMENTS - self._count) // max(each, 1)
        if room < len(places):
            self.notes["too_many", self._mend(name)] += len(places) - max(room, 0)
        kept = places[: max(room, 0)]
        self._count += each * len(kept)
        made.add(shapes.copies([matrix for matrix, _ in kept], [layer for _, layer in kept]))

    def _block(self, name: str) -> Shapes | None:
        if name in self._blocks:
            return self._blocks[name]
        if name in self._open or len(self._open) >= MOST_DEPTH:
            self._note("recursion", name)
            return None
        block = self._doc.blocks.get(name)
        if block is None:
            self._note("no_block", name)
            return None
        if block.block is not None and block.block.is_xref:
            self._note("xref", str(block.block.dxf.get("xref_path", name)))
            return None
        self._open.append(name)
        try:
            shapes = self.convert(block)
        finally:
            self._open.pop()
        shapes.without_torn()
        if self._role_of(self._mend(name)) == "doors":
            shapes.swings = [swing._replace(is_door=True) for swing in shapes.swings]
        self._blocks[name] = shapes
        return shapes


def _is_mesh(entity: Any, kind: str) -> bool:
    return kind == "POLYLINE" and bool(entity.is_poly_face_mesh or entity.is_polygon_mesh)


def _is_flipped(entity: Any) -> bool:
    """Whether object coordinates look from below: the usual case of another normal."""
    normal = entity.dxf.get("extrusion", None)
    return normal is not None and normal[2] < 0


def _is_sane(spline: Any) -> bool:
    points = [*spline.control_points, *spline.fit_points]
    return bool((np.abs(np.array([list(p)[:2] for p in points])) < curves.FARTHEST).all())


def _vertices(entity: Any, kind: str) -> tuple[Points | None, Points | None]:
    """The corners (n, 3: x, y, bulge) of a plane polyline and its widths (n, 2: start, end of each
    part; None without any); None for other paths."""
    if kind == "LWPOLYLINE":
        rows = np.array(entity.get_points("xybse"), float).reshape(-1, 5)
        width = float(entity.dxf.get("const_width", 0.0))
        closed = bool(entity.closed)
    elif kind == "POLYLINE" and entity.is_2d_polyline and not entity.dxf.flags & 6:
        usual = (float(entity.dxf.get("default_start_width", 0.0)),
                 float(entity.dxf.get("default_end_width", 0.0)))  # fmt: skip
        rows = np.array([
            (v.dxf.location.x, v.dxf.location.y, v.dxf.get("bulge", 0.0),
             v.dxf.get("start_width", usual[0]), v.dxf.get("end_width", usual[1]))
            for v in entity.vertices
        ], float).reshape(-1, 5)  # fmt: skip
        width, closed = 0.0, bool(entity.is_closed)
    else:
        return None, None
    if closed and len(rows) > 2:
        rows = np.vstack([rows, rows[:1]])
    widths = np.where(rows[:, 3:] > 0, rows[:, 3:], width)
    return rows[:, :3], widths if (widths > 0).any() else None


def _wide(points: Points, widths: Points, layer: int, made: Shapes) -> None:
    """A polyline with a width, as structural walls are drawn: filled, its long sides as lines."""
    p, q = points[:-1], points[1:]
    along = q - p
    length = np.hypot(along[:, 0], along[:, 1])
    p, q, along, widths = (rows[length > 0] for rows in (p, q, along, widths[:-1]))
    across = np.column_stack([-along[:, 1], along[:, 0]]) / length[length > 0][:, None] / 2
    start, end = across * widths[:, :1], across * widths[:, 1:]
    made.take(np.hstack([p + start, q + end]), layer)
    made.take(np.hstack([p - start, q - end]), layer)
    rings = np.stack([p + start, q + end, q - end, p - start, p + start], axis=1)
    made.fills += [Fill(layer, curves.straight(ring), (0,)) for ring in rings]
