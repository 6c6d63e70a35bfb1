"""Writes the files: one GeoJSON a floor, the site's layers, and the tables as CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from .drawn import Drawn
from .frames import DISTRICT, Frame

INVENTED = "虚构示例 Invented sample: no real place, building, person or telephone number."
PLAIN = ("furniture", "column", "parking")
HOW = (
    " Authored in local metres and placed by east = x cos r - y sin r, north = x sin r + y cos r, "
    "transverse Mercator (WGS 84, k = 1) about the building's longitude and latitude, "
    "r = the building's rotation. rotation_deg is counter-clockwise from the {axis}."
)


def _rounded(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_rounded(v) for v in value]
    return round(value, 9) if isinstance(value, float) else value


def _geometry(shape: BaseGeometry) -> dict[str, Any]:
    oriented = shapely.orient_polygons(shape)
    data = shapely.geometry.mapping(oriented)
    return {"type": data["type"], "coordinates": _rounded(data["coordinates"])}


def feature(d: Drawn, frame: Frame) -> dict[str, Any]:
    properties: dict[str, Any] = {"kind": d.kind, "label": d.label, "label_en": d.label_en}
    properties["rotation_deg"] = round(d.rotation_deg, 1)
    if d.kind in PLAIN:
        properties = {"kind": d.kind}
    properties.update(d.facts)
    geometry = _geometry(frame.to_lonlat(d.shape))
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def write_collection(path: Path, head: dict[str, Any], rows: Iterable[dict[str, Any]]) -> int:
    """A FeatureCollection, one feature a line; returns how many."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(r, ensure_ascii=False, separators=(",", ":")) for r in rows]
    top = json.dumps({"type": "FeatureCollection", **head}, ensure_ascii=False, indent=0)
    body = top.rstrip("}\n") + ',\n"features": [\n' + ",\n".join(lines) + "\n]}\n"
    path.write_text(body, encoding="utf-8")
    return len(lines)


def write_floor(
    folder: Path, code: str, name: str, label: str, frame: Frame, drawn: Sequence[Drawn]
) -> str:
    file = f"floors/{code}-{label}.geojson"
    head = {
        "name": f"{name} {label}",
        "description": INVENTED + HOW.format(axis="building's local x axis"),
        "building": code,
        "floor": label,
    }
    write_collection(folder / file, head, (feature(d, frame) for d in drawn))
    return file


def write_site(folder: Path, file: str, name: str, drawn: Sequence[Drawn]) -> int:
    head = {
        "name": name,
        "description": INVENTED + " rotation_deg is counter-clockwise from east.",
    }
    return write_collection(folder / file, head, (feature(d, DISTRICT) for d in drawn))


def write_table(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """A CSV table in UTF-8 with a byte order mark, as a brigade's spreadsheet writes it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        table = csv.writer(out)
        table.writerow(headings)
        for row in rows:
            table.writerow(["" if v is None else v for v in row])
            count += 1
    return count
