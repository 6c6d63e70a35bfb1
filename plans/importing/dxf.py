"""DXF drawings, and DWG by way of DXF, as underlays: read, checked for their unit, made compact."""

from __future__ import annotations

import logging
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.draft import Question, Unread
from plans.importing.dxf_convert import Converter
from plans.importing.dxf_floors import parts_of
from plans.importing.dxf_layers import layers_of
from plans.importing.dxf_linework import linework_of
from plans.importing.dxf_shapes import Shapes
from plans.importing.dxf_text import mender_of
from plans.importing.dxf_things import Things
from plans.importing.dxf_units import Verdict, judge
from plans.importing.floor_titles import Title
from plans.importing.levels import level_of
from plans.importing.parsed import DrawingRow, Parsed, Seen
from plans.importing.rules import plain
from plans.model.linework import LineworkLayer
from plans.progress import Progress, silent

Array = NDArray[np.float64]
Floors = tuple[tuple[str, int | None], ...]
"""Labels and levels of the floors a plan shows."""

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
        return _Reading(path, asked, reader, doc).parsed(repaired, progress)
    except _TORN as error:
        raise InputError(path, reason="drawing", detail=_why(error)) from error


class _Reading:
    """One document on its way to a row for each floor it shows."""

    def __init__(self, path: Path, asked: Asked, reader: Reader, doc: Any) -> None:
        self._path, self._asked, self._rules, self._doc = path, asked, reader.drawings, doc
        self._mend = mender_of(doc)
        self._layers = {str(layer.dxf.name): n for n, layer in enumerate(doc.layers)}
        self._things = Things(reader.catalog, reader.drawings)
        self._questions: list[Question] = []

    def parsed(self, repaired: int, progress: Progress) -> Parsed:
        """All of it. Raises `InputError` when nothing is drawn."""
        converter = Converter(
            self._doc, self._layers, self._rules.role_of, self._mend,
            lambda name: bool(self._things.block_kind(name)),
        )  # fmt: skip
        space = self._doc.modelspace()
        shapes = converter.convert(space)
        if torn := shapes.without_torn():
            converter.notes["torn", str(torn)] += 1
        low, high, strays = _extents(self._path, shapes)
        if strays:
            shapes.keep(low, high)
            converter.notes["far_away", str(strays)] += 1
        verdict = self._unit(shapes, float((high - low).max()))
        metres = verdict.unit.metres
        drawn = layers_of(self._doc, space, self._layers, self._rules, self._mend)
        progress(2, 3, "import.read")
        rows = [
            self._row(part, floors, [layer for layer, _ in drawn], verdict)
            for part, floors in self._floors(shapes, metres)
        ]
        counts = Counter(entity.dxftype() for entity in space)
        unread = [Unread(text, reason, str(count), note=True)
                  for (reason, text), count in sorted(converter.notes.items())]  # fmt: skip
        if repaired:
            unread.insert(0, Unread("", "drawing_repaired", str(repaired), note=True))
        if self._mend.other:
            self._questions.append(Question("encoding", self._mend.other.upper()))
        x0, y0, x1, y1 = (float(value) * metres for value in (*low, *high))
        return Parsed(
            source=self._path.name,
            table="drawing",
            rows=tuple(msgspec.structs.replace(row, entities=dict(counts)) for row in rows),
            unread=tuple(unread),
            questions=tuple(self._questions),
            seen=Seen(
                unit_m=metres,
                layers=tuple((layer.name, layer.role, count) for layer, count in drawn),
                entities=len(space),
                texts=len(shapes.texts),
                extents_m=(x0, y0, x1, y1),
            ),
        )

    def _unit(self, shapes: Shapes, size: float) -> Verdict:
        insunits = int(self._doc.header.get("$INSUNITS", 0))
        swings = [(swing.radius, swing.is_door) for swing in shapes.swings]
        verdict = judge(self._rules, insunits, swings, size, self._asked.unit)
        if not verdict.certain:
            self._questions.append(Question("unit", _said(verdict)))
        return verdict

    def _floors(self, shapes: Shapes, metres: float) -> list[tuple[Shapes, Floors]]:
        """The floors to lay the drawing beneath, or all of it as one that has no name."""
        parts = parts_of(shapes, metres, self._rules.titles)
        names = ", ".join(_span(part.title.labels) for part in parts)
        wanted = self._asked.floor
        if wanted:
            mine = [part for part in parts if _is_named(wanted, part.title)]
            if len(parts) > 1 and not mine:
                self._questions.append(Question("several_floors", names))
            return [(mine[0].shapes if mine else shapes, ())]
        if len(parts) > 1:
            self._questions.append(Question("floors_found", names))
        loose = [_span(part.title.labels) for part in parts if not part.aligned]
        if loose:
            self._questions.append(Question("floors_unaligned", ", ".join(loose)))
        if any(part.title.doubtful for part in parts):
            self._questions.append(Question("floors_doubtful", names))
        named = [
            (part.shapes, tuple(zip(part.title.labels, part.title.levels, strict=True)))
            for part in parts
        ]
        return named or [(shapes, ())]

    def _row(
        self, shapes: Shapes, floors: Floors, layers: list[LineworkLayer], verdict: Verdict
    ) -> DrawingRow:
        metres, name = verdict.unit.metres, self._path.name
        zero = self._layers.get("0", 0)
        linework = linework_of(shapes, tuple(layers), zero, metres, self._rules.curves)
        x0, y0, x1, y1 = linework.bounds() or (0.0, 0.0, 0.0, 0.0)
        return DrawingRow(
            name=name,
            linework=linework.encoded(),
            unit=verdict.unit.id,
            declared=verdict.declared,
            certain=verdict.certain,
            door_m=verdict.door_m,
            version=self._mend(f"{self._doc.dxfversion} {self._doc.acad_release}"),
            code_page=self._mend(str(self._doc.header.get("$DWGCODEPAGE", ""))),
            layers=len(layers),
            blocks=len(self._doc.blocks),
            width_m=x1 - x0,
            height_m=y1 - y0,
            floors=floors,
            things=self._things.found(shapes, metres, name),
        )


def _span(labels: tuple[str, ...]) -> str:
    return labels[0] if len(labels) == 1 else f"{labels[0]}–{labels[-1]}"


def _is_named(label: str, title: Title) -> bool:
    """Whether a title names the floor of that label."""
    level = level_of(label)
    known = {plain(one) for one in title.labels}
    return plain(label) in known or (level is not None and level in title.levels)


def _extents(path: Path, shapes: Shapes) -> tuple[Array, Array, int]:
    """The corners of what is drawn, strays left out, and how many those are."""
    points = shapes.corners()
    if not len(points):
        raise InputError(path, reason="empty_drawing")
    stray = _is_stray(points)
    return points[~stray].min(axis=0), points[~stray].max(axis=0), int(stray.sum())


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
