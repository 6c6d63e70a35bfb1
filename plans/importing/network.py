"""Water networks of EPANET (.inp): checked by the engine, drawn on the site, kept whole.

Format and error codes: EPANET 2.2 User Manual (EPA/600/R-20/133), chapters 3.3, C and D.
"""

from __future__ import annotations

import importlib
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from plans.errors import InputError, Undecided
from plans.importing.asked import Asked, Reader
from plans.importing.crs import UnknownCrs, to_degrees
from plans.importing.draft import Unread
from plans.importing.map_rows import span
from plans.importing.parsed import FeatureRow, NetworkRow, Parsed, Seen
from plans.importing.text import NotText, decoded
from plans.model.building import Datum
from plans.model.fact import Fact, Facts
from plans.progress import Progress, silent

NOT_DRAWN = "none"
"""The word for a network whose coordinates are a sketch: it is kept and not drawn."""
_US_UNITS = frozenset({"CFS", "GPM", "MGD", "IMGD", "AFD"})
_INCH_MM, _FOOT_M = 25.4, 0.3048
_STEP = 500
_SECTION = re.compile(r"^\s*\[(JUNCTIONS|RESERVOIRS|TANKS|PIPES|COORDINATES)", re.I | re.M)
_ERROR = re.compile(r"^\s*Error (\d{3}):\s*(.*)$")
_HARMLESS = ("200",)
"""The engine's sum of the errors before it."""

_Value = Callable[[int, int], float]


def read(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read a network. Raises `InputError`: no network, a fault with its line, no CRS named."""
    data = reader.bytes_of(path)
    try:
        text, _ = decoded(data)
    except NotText as error:
        raise InputError(path, reason=str(error.args[0])) from error
    if _SECTION.search(text) is None:
        raise InputError(path, reason="network")
    with tempfile.TemporaryDirectory() as folder:
        found = _Network(path, text, Path(folder), progress)
    if not found.nodes:
        raise InputError(path, reason="network_empty")
    drawable = [shape for _, shape, _ in (*found.nodes, *found.links) if shape is not None]
    if drawable and not asked.crs:  # never guessed
        raise Undecided(path, reason="crs", text=span(drawable))
    rows = _rows(path, found, asked.crs) if asked.crs != NOT_DRAWN else []
    network = NetworkRow(name=path.name, data=text.encode(), counts=found.counts)
    metres = sum(length for *_, (_, length) in found.links)
    seen = Seen(
        crs=asked.crs or None,
        entities=sum(found.counts.values()),
        network={**found.counts, "pipe_length_m": round(metres), "units": found.units},
    )
    return Parsed(source=path.name, table="network", rows=(network, *rows),
                  unread=tuple(found.unread), seen=seen)  # fmt: skip


class _Network:
    """What the engine made of a file: `nodes` and `links` as (kind and code, shape in the file's
    coordinates or None, (diameter in mm, length in m))."""

    def __init__(self, path: Path, text: str, folder: Path, progress: Progress) -> None:
        toolkit: Any = importlib.import_module("epanet.toolkit")  # only for networks
        self._kit = toolkit
        self.path = path
        self.unread: list[Unread] = []
        self.nodes: list[tuple[tuple[str, str], BaseGeometry | None, tuple[float, float]]] = []
        self.links: list[tuple[tuple[str, str], BaseGeometry | None, tuple[float, float]]] = []
        self.counts: dict[str, int] = {}
        self.units = ""
        inp, report = folder / "network.inp", folder / "report.txt"
        inp.write_text(text, encoding="utf-8", newline="\n")
        project = toolkit.createproject()
        try:
            try:
                toolkit.open(project, str(inp), str(report), "")
            except Exception as error:  # the engine's own exception type is plain Exception
                toolkit.close(project)
                raise _fault(path, text, report, str(error)) from error
            self._read(project, progress)
        finally:
            toolkit.deleteproject(project)

    def _read(self, project: Any, progress: Progress) -> None:
        kit = self._kit
        units = {getattr(kit, name): name for name in
                 ("CFS", "GPM", "MGD", "IMGD", "AFD", "LPS", "LPM", "MLD", "CMH", "CMD", "CMS")
                 if hasattr(kit, name)}  # fmt: skip
        self.units = units.get(kit.getflowunits(project), "")
        mm, metre = (_INCH_MM, _FOOT_M) if self.units in _US_UNITS else (1.0, 1.0)
        node_sorts = {kit.JUNCTION: "junctions", kit.RESERVOIR: "reservoirs", kit.TANK: "tanks"}
        places: list[tuple[float, float] | None] = [None]
        total = kit.getcount(project, kit.NODECOUNT)
        for index in range(1, total + 1):
            if index % _STEP == 0:
                progress(index, total, "import.read")
            at = self._coordinates(project, index)
            places.append(at)
            sort = node_sorts[kit.getnodetype(project, index)]
            self.counts[sort] = self.counts.get(sort, 0) + 1
            name = kit.getnodeid(project, index)
            self.nodes.append(((sort, name), Point(at) if at else None, (0.0, 0.0)))
            if at is None:
                self.unread.append(Unread(f"node {name}", "no_place", note=True))
        for index in range(1, kit.getcount(project, kit.LINKCOUNT) + 1):
            kind = kit.getlinktype(project, index)
            sort = ("pipes" if kind in (kit.CVPIPE, kit.PIPE) else
                    "pumps" if kind == kit.PUMP else "valves")  # fmt: skip
            self.counts[sort] = self.counts.get(sort, 0) + 1
            first, last = kit.getlinknodes(project, index)
            ends = [places[first], *self._bends(project, index), places[last]]
            known = [point for point in ends if point is not None]
            shape = LineString(known) if len(known) == len(ends) and len(set(known)) > 1 else None
            size = (0.0, 0.0)
            if sort != "pumps":
                size = (float(kit.getlinkvalue(project, index, kit.DIAMETER)) * mm, 0.0)
            if sort == "pipes":
                size = (size[0], float(kit.getlinkvalue(project, index, kit.LENGTH)) * metre)
            self.links.append(((sort, kit.getlinkid(project, index)), shape, size))

    def _coordinates(self, project: Any, index: int) -> tuple[float, float] | None:
        try:
            x, y = self._kit.getcoord(project, index)
        except Exception:  # noqa: BLE001  # error 254: the file gives none
            return None
        return (float(x), float(y)) if abs(x) < 1e12 and abs(y) < 1e12 else None

    def _bends(self, project: Any, index: int) -> Iterator[tuple[float, float]]:
        for at in range(1, self._kit.getvertexcount(project, index) + 1):
            x, y = self._kit.getvertex(project, index, at)
            if abs(x) < 1e12 and abs(y) < 1e12:
                yield float(x), float(y)


_KINDS = {
    "junctions": "water_junction",
    "reservoirs": "water_source",
    "tanks": "water_tower",
    "pipes": "water_main",
    "pumps": "booster_station",
    "valves": "water_valve",
}


def _rows(path: Path, found: _Network, crs: str) -> list[FeatureRow]:
    """Mains, nodes, valves and pumps in degrees; those without a place are left out."""
    placed = [one for one in (*found.links, *found.nodes) if one[1] is not None]
    shapes = [
        shape if sort in ("pipes", "junctions", "reservoirs", "tanks") or shape is None
        else shape.interpolate(0.5, normalized=True)
        for (sort, _), shape, _ in placed
    ]  # fmt: skip
    try:
        degrees, inside = to_degrees([s for s in shapes if s is not None], crs, Datum.WGS84)
    except UnknownCrs as error:
        raise InputError(path, reason="crs_unknown", text=crs) from error
    if not all(inside):
        bad = shapes[inside.index(False)]
        raise InputError(path, reason="not_degrees", crs=crs, text=span([bad] if bad else []))
    rows = []
    for ((sort, name), _, (mm, _)), shape in zip(placed, degrees, strict=True):
        facts: Facts = ()
        if mm > 0 and sort != "pumps":
            facts = (Fact(key="main_diameter_mm", value=round(mm, 1), unit="mm", source=path.name),)
        rows.append(
            FeatureRow(kind=_KINDS[sort], wkb=shapely.to_wkb(shape), label=name, facts=facts,
                       outdoor=True, place=f"{sort} {name}")
        )  # fmt: skip
    return rows


def _fault(path: Path, text: str, report: Path, said: str) -> InputError:
    """The engine's first error with its line: its report names the error and repeats the line."""
    lines = report.read_text("utf-8", "replace").splitlines() if report.is_file() else []
    for at, line in enumerate(lines):
        match = _ERROR.match(line)
        if match is None or match[1] in _HARMLESS:
            continue
        torn = lines[at + 1].strip() if at + 1 < len(lines) else ""
        number = _line_of(torn, text)
        place = f"line {number}" if number else ""
        reason = f"{match[2].rstrip(':. ')} ({match[1]})"
        return InputError(path, place=place, reason="network_fault",
                          text=f"{reason}: {torn}" if torn else reason)  # fmt: skip
    return InputError(path, reason="network_fault", text=said)


def _line_of(torn: str, text: str) -> int:
    """The number of the line that reads so, blanks aside; 0 when none does."""
    wanted = torn.split()
    if not wanted:
        return 0
    for number, line in enumerate(text.splitlines(), start=1):
        if line.split()[: len(wanted)] == wanted:
            return number
    return 0
