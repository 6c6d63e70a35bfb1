"""What is drawn on a page of a PDF: strokes, fills and texts in points, y up, layer by layer."""

from __future__ import annotations

import ctypes
import importlib
import math
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

from plans.importing.pdf_texts import Piece, joined, readable
from plans.model.linework import Linework, LineworkLayer, LineworkText
from plans.progress import Progress, silent

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

_MOST_NESTING = 12
_MOST_OBJECTS = 2_000_000
_MOST_LAYERS = 60_000
_STEP = 2_000
_CURVE_PT = 3.0
"""Points of page between two corners of a flattened curve."""
_THICK_PT = 1.0
_WHITE = 245
_NEAR_PT = 0.05
"""Two ends nearer than this are one corner."""


class PageShapes:
    """The shapes of one page. Raises nothing of its own: torn objects are left out.

    A layer is an optional-content group where the page names one, else a pen (its colour and
    width). `crop` (left, top, right, bottom as shares of the page) keeps what touches it.
    """

    def __init__(
        self,
        page: Any,
        crop: tuple[float, float, float, float] | None = None,
        progress: Progress = silent,
    ) -> None:
        self._pdfium: Any = importlib.import_module("pypdfium2.raw")  # names made as it loads
        self._numbers: dict[str, int] = {}
        self._segments: list[tuple[float, float, float, float]] = []
        self._owners: list[int] = []
        self.fills: list[tuple[int, list[Point]]] = []
        self._pieces: list[Piece] = []
        self._counts: Counter[str] = Counter()
        self._texts_of = self._pdfium.FPDFText_LoadPage(page.raw)
        try:
            self._read(page, progress)
        finally:
            self._pdfium.FPDFText_ClosePage(self._texts_of)
        wide, high = page.get_size()
        self.size: tuple[float, float] = (wide, high)
        left, top, right, bottom = crop or (0.0, 0.0, 1.0, 1.0)
        self._box = (left * wide, (1 - bottom) * high, right * wide, (1 - top) * high)

    @property
    def lines(self) -> int:
        """How many strokes and rings there are."""
        return len(self._segments) + len(self.fills)

    @property
    def layers(self) -> list[str]:
        """The names of the layers, by their number."""
        return list(self._numbers)

    @property
    def texts(self) -> list[LineworkText]:
        """The texts within what is kept of the page."""
        return [
            LineworkText(text=piece.text, x=piece.x, y=piece.y, height=piece.height,
                         layer=piece.layer, angle_deg=piece.angle_deg)
            for piece in joined(self._pieces) if self._is_inside(piece.x, piece.y)
        ]  # fmt: skip

    def counts(self) -> dict[str, int]:
        """How many objects of each sort: `path`, `text`, `image`, `shading`, `form`."""
        return dict(self._counts)

    def segments(self) -> tuple[NDArray[np.float64], NDArray[np.uint16]]:
        """Strokes (n, 4) in points from the page's lower left, and their layers."""
        lines = np.array(self._segments, np.float64).reshape(-1, 4)
        owners = np.array(self._owners, np.uint16)
        sane = np.isfinite(lines).all(axis=1)
        lines, kept = _clipped(lines[sane], self._box)
        return lines, owners[sane][kept]

    def rings(self) -> list[tuple[int, NDArray[np.float64]]]:
        """Filled rings (n, 2) in points, cut to what is kept of the page, and their layers."""
        made = []
        for layer, ring in self.fills:
            points = np.array(ring, np.float64)
            if not np.isfinite(points).all():
                continue
            if not all(self._is_inside(x, y) for x, y in ring):
                cut = shapely.clip_by_rect(Polygon(ring), *self._box)
                parts = [part for part in shapely.get_parts(cut) if part.geom_type == "Polygon"]
                made += [(layer, shapely.get_coordinates(part.exterior)) for part in parts]
                continue
            made.append((layer, points))
        return made

    def _is_inside(self, x: float, y: float) -> bool:
        x0, y0, x1, y1 = self._box
        return bool(x0 <= x <= x1 and y0 <= y <= y1)

    def _read(self, page: Any, progress: Progress) -> None:
        base = _upright(page)
        pdfium = self._pdfium
        count = pdfium.FPDFPage_CountObjects(page.raw)
        for at in range(min(count, _MOST_OBJECTS)):
            if at % _STEP == 0:
                progress(at, count, "import.read")
            self._object(pdfium.FPDFPage_GetObject(page.raw, at), base, "", 0)

    def _object(self, raw: Any, base: Matrix, layer: str, depth: int) -> None:
        pdfium = self._pdfium
        sort = pdfium.FPDFPageObj_GetType(raw)
        layer = self._group(raw) or layer
        matrix = self._matrix(raw)
        if matrix is None or sum(self._counts.values()) > _MOST_OBJECTS:
            return
        whole = _times(matrix, base)
        self._counts[_SORTS.get(sort, "other")] += 1
        if sort == pdfium.FPDF_PAGEOBJ_FORM:
            if depth < _MOST_NESTING:
                for at in range(pdfium.FPDFFormObj_CountObjects(raw)):
                    inner = pdfium.FPDFFormObj_GetObject(raw, at)
                    self._object(inner, whole, layer, depth + 1)
        elif sort == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(raw, whole, layer)
        elif sort == pdfium.FPDF_PAGEOBJ_TEXT:
            self._text(raw, whole, layer)

    def _path(self, raw: Any, matrix: Matrix, layer: str) -> None:
        pdfium = self._pdfium
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if not pdfium.FPDFPath_GetDrawMode(raw, fill, stroke):
            return
        if not (fill.value or stroke.value):
            return  # a clip or an invisible path
        runs = list(self._runs(raw, matrix))
        if stroke.value:
            number = self._number(layer or self._pen(raw, matrix))
            for run in runs:
                self._segments += [(*p, *q) for p, q in pairwise(run)]
                self._owners += [number] * (len(run) - 1)
        elif fill.value:
            color = self._color(pdfium.FPDFPageObj_GetFillColor, raw)
            if color is None or min(color) >= _WHITE:
                return  # white paper over what is below is no line of the plan
            number = self._number(layer or f"#{bytes(color).hex()}")
            for run in runs:
                if len(run) > 2:
                    self.fills.append((number, run))

    def _runs(self, raw: Any, matrix: Matrix) -> Iterator[list[Point]]:
        """The sub-paths as corners, curves flattened, closed ones ending where they began."""
        pdfium = self._pdfium
        x, y = ctypes.c_float(), ctypes.c_float()
        run: list[Point] = []
        control: list[Point] = []
        for at in range(pdfium.FPDFPath_CountSegments(raw)):
            segment = pdfium.FPDFPath_GetPathSegment(raw, at)
            if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
                continue
            point = _moved(matrix, x.value, y.value)
            sort = pdfium.FPDFPathSegment_GetType(segment)
            if sort == pdfium.FPDF_SEGMENT_MOVETO:
                if len(run) > 1:
                    yield run
                run, control = [point], []
            elif sort == pdfium.FPDF_SEGMENT_BEZIERTO and run:
                control.append(point)
                if len(control) == 3:
                    run += _curve(run[-1], *control)
                    control = []
            else:
                run.append(point)
            is_open = bool(run) and math.dist(run[0], run[-1]) > _NEAR_PT
            if is_open and pdfium.FPDFPathSegment_GetClose(segment):
                run.append(run[0])
        if len(run) > 1:
            yield run

    def _text(self, raw: Any, matrix: Matrix, layer: str) -> None:
        pdfium = self._pdfium
        length = pdfium.FPDFTextObj_GetText(raw, self._texts_of, None, 0)
        size = ctypes.c_float()
        if length <= 2 or not pdfium.FPDFTextObj_GetFontSize(raw, size):
            return
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFTextObj_GetText(
            raw, self._texts_of, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length
        )
        text = readable(buffer.raw[: length - 2].decode("utf-16-le", "replace")).strip()
        a, b, c, d, e, f = matrix
        height = size.value * math.hypot(c, d) * _CAP_SHARE
        if not text or not (0 < height < 1e5) or not (math.isfinite(e) and math.isfinite(f)):
            return
        self._pieces.append(
            Piece(text=text, x=e, y=f, height=height, width=self._width(raw) * math.hypot(a, b),
                  layer=self._number(layer or "text"), angle_deg=math.degrees(math.atan2(b, a)))
        )  # fmt: skip

    def _width(self, raw: Any) -> float:
        """How wide a text is in its own space (where it runs along x from its matrix's origin)."""
        pdfium = self._pdfium
        own = pdfium.FS_MATRIX()
        quad = pdfium.FS_QUADPOINTSF()
        if not (
            pdfium.FPDFPageObj_GetMatrix(raw, own)
            and pdfium.FPDFPageObj_GetRotatedBounds(raw, quad)
        ):
            return 0.0
        scale = math.hypot(own.a, own.b) or 1.0
        turn = math.atan2(own.b, own.a)
        ends = ((quad.x1, quad.y1), (quad.x2, quad.y2), (quad.x3, quad.y3), (quad.x4, quad.y4))
        along = max((x - own.e) * math.cos(turn) + (y - own.f) * math.sin(turn) for x, y in ends)
        return float(max(0.0, along) / scale)

    def _matrix(self, raw: Any) -> Matrix | None:
        found = self._pdfium.FS_MATRIX()
        if not self._pdfium.FPDFPageObj_GetMatrix(raw, found):
            return None
        return (found.a, found.b, found.c, found.d, found.e, found.f)

    def _group(self, raw: Any) -> str:
        """The name of the optional-content group (a CAD program's layer) of an object."""
        pdfium = self._pdfium
        for at in range(max(0, pdfium.FPDFPageObj_CountMarks(raw))):
            mark = pdfium.FPDFPageObj_GetMark(raw, at)
            length = ctypes.c_ulong()
            buffer = ctypes.create_string_buffer(1_024)
            wide = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
            if not pdfium.FPDFPageObjMark_GetName(mark, wide, len(buffer), length):
                continue
            if buffer.raw[: max(0, length.value - 2)].decode("utf-16-le", "replace") != "OC":
                continue
            if pdfium.FPDFPageObjMark_GetParamStringValue(mark, b"Name", wide, 1_024, length):
                return buffer.raw[: max(0, length.value - 2)].decode("utf-16-le", "replace")
        return ""

    def _pen(self, raw: Any, matrix: Matrix) -> str:
        width = ctypes.c_float()
        self._pdfium.FPDFPageObj_GetStrokeWidth(raw, width)
        points = width.value * math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
        color = self._color(self._pdfium.FPDFPageObj_GetStrokeColor, raw) or (0, 0, 0)
        return f"#{bytes(color).hex()} {points:.2f} pt"

    def _color(self, ask: Any, raw: Any) -> tuple[int, int, int] | None:
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        if not ask(raw, red, green, blue, alpha):
            return None
        return red.value, green.value, blue.value

    def _number(self, layer: str) -> int:
        if layer not in self._numbers and len(self._numbers) >= _MOST_LAYERS:
            layer = next(iter(self._numbers))
        return self._numbers.setdefault(layer, len(self._numbers))


_SORTS = {1: "text", 2: "path", 3: "image", 4: "shading", 5: "form"}
_CAP_SHARE = 0.72
"""Height of a capital letter as a share of the font's size."""


def linework_of(shapes: PageShapes, role_of: Callable[[str], str]) -> Linework:
    """The shapes as a linework whose metres are points of the page; a matrix makes them metres.

    `role_of` tells a layer's role from its name (`DrawingRules.role_of`).
    """
    segments, owners = shapes.segments()
    rings = shapes.rings()
    lengths = [len(ring) for _, ring in rings]
    points = np.concatenate([ring for _, ring in rings]) if rings else np.empty((0, 2))
    return Linework(
        layers=tuple(LineworkLayer(name=name, role=_role(name, role_of)) for name in shapes.layers),
        segments=segments.astype(np.float32),
        segment_layers=owners,
        fill_points=points.astype(np.float32),
        fill_starts=np.cumsum([0, *lengths]).astype(np.uint32),
        fill_layers=np.array([layer for layer, _ in rings], np.uint16),
        texts=tuple(shapes.texts),
    )


def _role(name: str, role_of: Callable[[str], str]) -> str:
    """A group by its name; a pen by its width: thick ones draw what is cut, walls and columns."""
    if name == "text":
        return "text"
    if name.startswith("#"):
        width = name.partition(" ")[2].partition(" ")[0]
        return "outline" if not width or float(width) >= _THICK_PT else "other"
    return role_of(name)


def _upright(page: Any) -> Matrix:
    """From the page's own space to points from the lower left of the page as it is read."""
    left, bottom, right, top = page.get_cropbox()
    wide, high = right - left, top - bottom
    turn = page.get_rotation()
    if turn == 90:
        return (0.0, -1.0, 1.0, 0.0, -bottom, right)
    if turn == 180:
        return (-1.0, 0.0, 0.0, -1.0, left + wide, bottom + high)
    if turn == 270:
        return (0.0, 1.0, -1.0, 0.0, top, -left)
    return (1.0, 0.0, 0.0, 1.0, -left, -bottom)


def _times(first: Matrix, then: Matrix) -> Matrix:
    """One matrix that does the first, then the other (PDF order: row vectors)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r, a * q + b * s,
        c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def _moved(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _curve(p: Point, q: Point, r: Point, s: Point) -> list[Point]:
    """A cubic curve after its first point, as corners `_CURVE_PT` apart."""
    length = math.dist(p, q) + math.dist(q, r) + math.dist(r, s)
    steps = min(64, max(2, int(length / _CURVE_PT) + 1)) if math.isfinite(length) else 2
    made = []
    for at in range(1, steps + 1):
        t = at / steps
        u = 1 - t
        k = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        made.append((
            k[0] * p[0] + k[1] * q[0] + k[2] * r[0] + k[3] * s[0],
            k[0] * p[1] + k[1] * q[1] + k[2] * r[1] + k[3] * s[1],
        ))  # fmt: skip
    return made


def _clipped(
    lines: NDArray[np.float64], box: tuple[float, float, float, float]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Segments (n, 4) cut to a box (Liang and Barsky 1984), and which of them are left."""
    x0, y0, x1, y1 = box
    start, step = lines[:, :2], lines[:, 2:] - lines[:, :2]
    enter, leave = np.zeros(len(lines)), np.ones(len(lines))
    kept = np.ones(len(lines), bool)
    for axis, low, high in ((0, x0, x1), (1, y0, y1)):
        moves = np.abs(step[:, axis]) > 1e-12
        kept &= moves | ((start[:, axis] >= low) & (start[:, axis] <= high))
        safe = np.where(moves, step[:, axis], 1.0)
        a, b = (low - start[:, axis]) / safe, (high - start[:, axis]) / safe
        enter = np.where(moves, np.maximum(enter, np.minimum(a, b)), enter)
        leave = np.where(moves, np.minimum(leave, np.maximum(a, b)), leave)
    kept &= enter <= leave
    near = start + step * enter[:, None]
    far = start + step * leave[:, None]
    return np.hstack([near, far])[kept], kept
