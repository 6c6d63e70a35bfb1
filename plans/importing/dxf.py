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
from plans.importing.dxf_convert import Converter
from plans.importing.dxf_layers import layers_of
from plans.importing.dxf_linework import linework_of
from plans.importing.dxf_text import mender_of
from plans.importing.dxf_units import Verdict, judge
from plans.importing.parsed import DrawingRow, Parsed, Seen
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
    try:
        return _parsed(path, asked, reader.drawings, doc, repaired, progress)
    except _TORN as error:
        raise InputError(path, reason="drawing", detail=_why(error)) from error


def _parsed(
    path: Path, asked: Asked, rules: DrawingRules, doc: Any, repaired: int, progress: Progress
) -> Parsed:
    mend = mender_of(doc)
    layers = {str(layer.dxf.name): number for number, layer in enumerate(doc.layers)}
    converter = Converter(doc, layers, rules.role_of, mend)
    space = doc.modelspace()
    shapes = converter.convert(space)
    if torn := shapes.without_torn():
        converter.notes["torn", str(torn)] += 1
    points = shapes.corners()
    if not len(points):
        raise InputError(path, reason="empty_drawing")
    stray = _is_stray(points)
    low, high = points[~stray].min(axis=0), points[~stray].max(axis=0)
    if stray.any():
        shapes.keep(low, high)
        converter.notes["far_away", str(int(stray.sum()))] += 1
    insunits = int(doc.header.get("$INSUNITS", 0))
    swings = [(swing.radius, swing.is_door) for swing in shapes.swings]
    verdict = judge(rules, insunits, swings, float((high - low).max()), asked.unit)
    metres = verdict.unit.metres
    drawn = layers_of(doc, space, layers, rules, mend)
    linework = linework_of(
        shapes, tuple(layer for layer, _ in drawn), layers.get("0", 0), metres, rules.curves
    )
    progress(2, 3, "import.read")
    row = DrawingRow(
        name=path.name,
        linework=linework.encoded(),
        unit=verdict.unit.id,
        declared=verdict.declared,
        certain=verdict.certain,
        door_m=verdict.door_m,
        version=mend(f"{doc.dxfversion} {doc.acad_release}"),
        code_page=mend(str(doc.header.get("$DWGCODEPAGE", ""))),
        entities=dict(Counter(entity.dxftype() for entity in space)),
        layers=len(drawn),
        blocks=len(doc.blocks),
        width_m=float(high[0] - low[0]) * metres,
        height_m=float(high[1] - low[1]) * metres,
    )
    unread = [Unread(text, reason, str(count), note=True)
              for (reason, text), count in sorted(converter.notes.items())]  # fmt: skip
    if repaired:
        unread.insert(0, Unread("", "drawing_repaired", str(repaired), note=True))
    questions = [] if verdict.certain else [Question("unit", _said(verdict))]
    if mend.other:
        questions.append(Question("encoding", mend.other.upper()))
    seen = Seen(
        unit_m=metres,
        layers=tuple((layer.name, layer.role, count) for layer, count in drawn),
        entities=len(space),
        texts=len(linework.texts),
        extents_m=linework.bounds(),
    )
    return Parsed(source=path.name, table="drawing", rows=(row,), unread=tuple(unread),
                  questions=tuple(questions), seen=seen)  # fmt: skip


def _why(error: Exception) -> str:
    said = f"{type(error).__name__}: {error}"
    return said.encode("utf-8", "replace").decode()


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
        raise InputError(path, reason="drawing", detail=_why(error)) from error
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
            raise InputError(
                path, reason="dwg_version", text=version, detail=_why(error)
            ) from error


def _is_stray(points: Array) -> NDArray[np.bool_]:
    """Points so far from the rest that they would blow the drawing up to nothing."""
    low, middle, high = np.percentile(points, [5, 50, 95], axis=0)
    reach = np.maximum(high - low, (high - low).max() * 0.05) * _FAR_SPREADS
    far = np.asarray((np.abs(points - middle) > reach).any(axis=1))
    return far if 0 < far.mean() <= _FAR_SHARE else np.zeros(len(points), bool)
