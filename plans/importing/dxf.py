"""DXF drawings, and DWG by way of DXF, as underlays: read, checked for their unit, made compact."""

from __future__ import annotations

import logging
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.draft import Question, Unread
from plans.importing.drawing_rules import DrawingRules
from plans.importing.dxf_shapes import FARTHEST, Converter, Shapes, Text
from plans.importing.dxf_units import Verdict, judge
from plans.importing.parsed import DrawingRow, Parsed, Seen
from plans.model.linework import Linework, LineworkLayer, LineworkText
from plans.progress import Progress, silent

Array = NDArray[np.float64]

_FAR_SHARE, _FAR_SPREADS = 0.04, 10.0
"""Strays: at most this share of the points, farther out than so many times the middle 90 %."""

_TORN = (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError,
         RecursionError)  # fmt: skip
"""What a reader meets in a torn file, besides the errors it knows."""


@np.errstate(over="ignore", invalid="ignore")  # torn numbers are left out afterwards
def read(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read a DXF or DWG file. Raises `InputError`."""
    data = reader.bytes_of(path)
    progress(0, 3, "import.read")
    doc, repaired = _load(path, data)
    progress(1, 3, "import.read")
    layers = {str(layer.dxf.name): number for number, layer in enumerate(doc.layers)}
    converter = Converter(doc, layers, reader.drawings.role_of)
    space = doc.modelspace()
    shapes = converter.convert(space)
    points = _points(shapes)
    if not len(points):
        raise InputError(path, reason="empty_drawing")
    stray = _is_stray(points)
    low, high = points[~stray].min(axis=0), points[~stray].max(axis=0)
    if stray.any():
        _drop(shapes, low, high)
        converter.notes["far_away", str(int(stray.sum()))] += 1
    insunits = int(doc.header.get("$INSUNITS", 0))
    verdict = judge(reader.drawings, insunits, shapes.swings, float((high - low).max()), asked.unit)
    linework = _linework(doc, shapes, layers, reader.drawings, verdict.unit.metres)
    progress(2, 3, "import.read")
    metres = verdict.unit.metres
    row = DrawingRow(
        name=path.name,
        linework=linework.encoded(),
        unit=verdict.unit.id,
        declared=verdict.declared,
        certain=verdict.certain,
        door_m=verdict.door_m,
        version=f"{doc.dxfversion} {doc.acad_release}",
        code_page=str(doc.header.get("$DWGCODEPAGE", "")),
        entities=dict(Counter(entity.dxftype() for entity in space)),
        layers=len(doc.layers),
        blocks=len(doc.blocks),
        width_m=float(high[0] - low[0]) * metres,
        height_m=float(high[1] - low[1]) * metres,
    )
    unread = [Unread(text, reason, str(count), note=True)
              for (reason, text), count in sorted(converter.notes.items())]  # fmt: skip
    if repaired:
        unread.insert(0, Unread("", "drawing_repaired", str(repaired), note=True))
    questions = () if verdict.certain else (Question("unit", _said(verdict)),)
    return Parsed(source=path.name, table="drawing", rows=(row,), unread=tuple(unread),
                  questions=questions, seen=_seen(space, linework, metres))  # fmt: skip


def _seen(space: Any, linework: Linework, metres: float) -> Seen:
    counted = Counter(str(entity.dxf.get("layer", "0")) for entity in space)
    return Seen(
        unit_m=metres,
        layers=tuple(
            (layer.name, layer.role, counted.get(layer.name, 0)) for layer in linework.layers
        ),
        entities=len(space),
        texts=len(linework.texts),
        extents_m=linework.bounds(),
    )


def _said(verdict: Verdict) -> str:
    door = "" if verdict.door_m is None else f" ({verdict.door_m:.2f} m)"
    return f"{verdict.declared or '?'} → {verdict.unit.id}{door}"


def _load(path: Path, data: bytes) -> tuple[Any, int]:
    """The document and how many things were repaired in it."""
    if data[:4] == b"AC10" or path.suffix.lower() == ".dwg":
        return _load_dwg(path, data)
    logging.getLogger("ezdxf").setLevel(logging.ERROR)  # what was repaired is told in the draft
    from ezdxf import recover  # 0.4 s, only for drawings
    from ezdxf.filemanagement import readfile
    from ezdxf.lldxf.const import DXFError

    try:
        return readfile(path), 0
    except (DXFError, *_TORN):
        pass
    try:
        doc, auditor = recover.readfile(path)
    except (DXFError, *_TORN) as error:
        raise InputError(
            path, reason="drawing", detail=f"{type(error).__name__}: {error}"
        ) from error
    return doc, len(auditor.fixes) + len(auditor.errors)


def _load_dwg(path: Path, data: bytes) -> tuple[Any, int]:
    """DWG R2000–2018 through ezdwg; an older one is refused with the version to save as."""
    version = data[:6].decode("ascii", "replace")
    if not version.startswith("AC10"):
        raise InputError(path, reason="drawing", detail="no DWG magic")
    import ezdwg
    from ezdxf.filemanagement import readfile

    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "drawing.dxf"
        try:
            ezdwg.to_dxf(str(path), str(out))
            doc = readfile(out)
            doc.header["$INSUNITS"] = int(ezdwg.read(str(path)).insunits or 0)
            return doc, 0
        except Exception as error:  # a converter of strangers' files may raise anything
            detail = f"{type(error).__name__}: {error}"
            raise InputError(path, reason="dwg_version", text=version, detail=detail) from error


def _points(shapes: Shapes) -> Array:
    """Every sane corner, and where texts stand."""
    parts = [part.reshape(-1, 2) for part in shapes.segments]
    parts += [ring for _, ring in shapes.fills]
    parts += [np.array([[text.x, text.y]]) for text in shapes.texts]
    points = np.concatenate(parts) if parts else np.empty((0, 2))
    return np.asarray(points[_is_sane(points)])


def _is_sane(rows: Array) -> NDArray[np.bool_]:
    """Rows of numbers a drawing can have."""
    return np.asarray((np.abs(rows) < FARTHEST).all(axis=1))


def _is_sane_text(text: Text) -> bool:
    row = np.array([[text.x, text.y, text.height, text.angle_deg]])
    return text.height > 0 and bool(_is_sane(row)[0])


def _is_stray(points: Array) -> NDArray[np.bool_]:
    """Points so far from the rest that they would blow the drawing up to nothing."""
    low, middle, high = np.percentile(points, [5, 50, 95], axis=0)
    reach = np.maximum(high - low, (high - low).max() * 0.05) * _FAR_SPREADS
    far = np.asarray((np.abs(points - middle) > reach).any(axis=1))
    return far if 0 < far.mean() <= _FAR_SHARE else np.zeros(len(points), bool)


def _drop(shapes: Shapes, low: Array, high: Array) -> None:
    """Leave out segments, fills and texts with a corner outside."""
    for number, part in enumerate(shapes.segments):
        corners = part.reshape(-1, 2)
        inside = ((corners >= low) & (corners <= high)).all(axis=1).reshape(-1, 2).all(axis=1)
        shapes.segments[number] = part[inside]
        shapes.layers[number] = shapes.layers[number][inside]
    shapes.fills = [
        (layer, ring) for layer, ring in shapes.fills if ((ring >= low) & (ring <= high)).all()
    ]
    shapes.texts = [
        text for text in shapes.texts
        if low[0] <= text.x <= high[0] and low[1] <= text.y <= high[1]
    ]  # fmt: skip


def _linework(
    doc: Any, shapes: Shapes, layers: dict[str, int], rules: DrawingRules, metres: float
) -> Linework:
    """The shapes in metres, from an origin near their middle."""
    segments = np.concatenate(shapes.segments) if shapes.segments else np.empty((0, 4))
    owners = np.concatenate(shapes.layers) if shapes.layers else np.empty(0, np.int32)
    sane = _is_sane(segments)
    segments, owners = segments[sane] * metres, owners[sane]
    rings = [(layer, ring * metres) for layer, ring in shapes.fills if _is_sane(ring).all()]
    corners = _points(shapes) * metres
    origin = np.round(np.median(corners, axis=0), 3)
    lengths = [len(ring) for _, ring in rings]
    points = np.concatenate([ring for _, ring in rings]) if rings else np.empty((0, 2))
    zero = layers.get("0", 0)
    return Linework(
        origin=(float(origin[0]), float(origin[1])),
        layers=tuple(_layer(doc, name, rules) for name in layers),
        segments=(segments - np.tile(origin, 2)).astype(np.float32),
        segment_layers=np.where(owners < 0, zero, owners).astype(np.uint16),
        fill_points=(points - origin).astype(np.float32),
        fill_starts=np.cumsum([0, *lengths]).astype(np.uint32),
        fill_layers=np.array([zero if n < 0 else n for n, _ in rings], np.uint16),
        texts=tuple(
            LineworkText(text=text.text, x=text.x * metres - float(origin[0]),
                         y=text.y * metres - float(origin[1]), height=text.height * metres,
                         layer=zero if text.layer < 0 else text.layer,
                         angle_deg=text.angle_deg, align=text.align)
            for text in shapes.texts if _is_sane_text(text)
        ),
    )  # fmt: skip


def _layer(doc: Any, name: str, rules: DrawingRules) -> LineworkLayer:
    entry = doc.layers.get(name) if name in doc.layers else None
    shown = entry is None or not (entry.is_off() or entry.is_frozen())
    return LineworkLayer(name=name, role=rules.role_of(name), shown=shown)
