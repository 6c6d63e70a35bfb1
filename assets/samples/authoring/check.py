"""Inspects what was written: `python -m assets.samples.authoring.check`; silence is success."""

from __future__ import annotations

import csv
import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from .english import CHINESE
from .frames import DISTRICT, Frame

FOLDER = Path(__file__).resolve().parent.parent / "plaza"
CATALOG = Path(__file__).resolve().parents[2] / "catalog"
TILES = ("room", "corridor", "lobby", "refuge_area", "opening", "fire_pool")
CORE = ("stair.", "lift.", "shaft.", "ramp")
FORMS = {"Point": "point", "LineString": "line", "Polygon": "area", "MultiPolygon": "area"}


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _catalog(name: str, table: str, key: str) -> dict[str, dict[str, Any]]:
    data = tomllib.loads((CATALOG / name).read_text(encoding="utf-8"))
    return {row[key]: row for row in data[table]}


class Found:
    """A feature read back: its properties and its shape in local metres."""

    def __init__(self, raw: dict[str, Any], frame: Frame) -> None:
        self.properties: dict[str, Any] = raw["properties"]
        self.kind: str = self.properties["kind"]
        self.label: str = self.properties.get("label", "")
        self.degrees: BaseGeometry = shape(raw["geometry"])
        self.shape: BaseGeometry = frame.to_local(self.degrees)


def _read(path: Path, frame: Frame) -> list[Found]:
    data = json.loads(path.read_text(encoding="utf-8"))
    return [Found(f, frame) for f in data["features"]]


def check_any(found: list[Found], kinds: dict[str, Any]) -> Iterator[str]:
    """Kinds, forms, validity, place on earth, labels in both languages."""
    for f in found:
        form = FORMS.get(f.shape.geom_type, f.shape.geom_type)
        if f.kind not in kinds:
            yield f"unknown kind {f.kind}"
        elif form != kinds[f.kind]["form"]:
            yield f"{f.kind} drawn as {form}"
        if not f.degrees.is_valid or f.shape.is_empty:
            yield f"{f.kind} {f.label}: invalid shape"
        x, y = DISTRICT.to_local(f.degrees.centroid).coords[0]
        if abs(x) > 830 or abs(y) > 630:
            yield f"{f.kind} {f.label}: outside the district"
        if bool(f.label) != bool(f.properties.get("label_en", "")):
            yield f"{f.kind} {f.label!r}: label in one language only"


def check_floor(found: list[Found]) -> Iterator[str]:
    """Doors on walls, rooms that tile, no symbol upon another, names for rooms."""
    walls = shapely.union_all(
        [f.shape for f in found if f.kind in ("wall", "partition", "curtain_wall", "railing")]
    )
    for f in found:
        if f.kind.startswith("door") or f.kind == "window":
            far = max(shapely.Point(c).distance(walls) for c in f.shape.coords)
            if far > 0.05:
                yield f"{f.kind} {far:.2f} m off the walls at {f.shape.centroid.wkt}"
    tiles = [f for f in found if f.kind in TILES]
    tree = shapely.STRtree([t.shape for t in tiles])
    for i, t in enumerate(tiles):
        for j in tree.query(t.shape, predicate="intersects"):
            if j > i:
                both = t.shape.intersection(tiles[j].shape).area
                if both > 0.01 * min(t.shape.area, tiles[j].shape.area):
                    yield f"rooms {t.label!r} and {tiles[j].label!r} overlap by {both:.1f} m²"
    points = [f for f in found if f.shape.geom_type == "Point"]
    signs = [f for f in found if f.kind.startswith(CORE)]
    for t in tiles:
        named = t.label or any(p.kind.startswith(CORE) and t.shape.contains(p.shape) for p in signs)
        if t.kind == "room" and not named and t.shape.area > 9:
            yield f"room without name, {t.shape.area:.0f} m² at {t.shape.centroid.wkt}"
    near = shapely.STRtree([p.shape for p in points])
    for i, p in enumerate(points):
        for j in near.query(p.shape.buffer(0.8)):
            if j > i:
                d = p.shape.distance(points[j].shape)
                if d < 0.8:
                    yield f"{p.kind} and {points[j].kind} {d:.2f} m apart at {p.shape.wkt}"


def check_tables() -> Iterator[str]:
    """References between the tables, fact keys and choices."""
    codes = {r["单位编码"] for r in _rows("buildings.csv")}
    labels = {(r["building_code"], r["label"]) for r in _rows("floors.csv")}
    drawn = {(r["building_code"], r["label"]) for r in _rows("floors.csv") if r["file"]}
    for r in _rows("floors.csv"):
        own = (r["building_code"], r["label"]) in drawn
        if own == bool(r["typical"]):
            yield f"floor {r['building_code']} {r['label']}: drawn and typical do not agree"
        if r["typical"] and (r["building_code"], r["typical"]) not in drawn:
            yield f"floor {r['building_code']} {r['label']}: {r['typical']} is not drawn"
    facts = _catalog("facts.toml", "fact", "key")
    for r in _rows("facts.csv"):
        row = facts.get(r["key"])
        if r["building_code"] not in codes or row is None:
            yield f"fact {r['building_code']} {r['key']}: unknown"
        elif row["type"] in ("choice", "choices"):
            known = {c["id"] for c in row["choices"]}
            strange = set(r["value"].split(";")) - known
            if strange:
                yield f"fact {r['building_code']} {r['key']}: no choice {sorted(strange)}"
        if CHINESE.search(r["value"]) and not r["value_en"]:
            yield f"fact {r['building_code']} {r['key']}: no English for {r['value']}"
        elif CHINESE.search(r["value_en"]):
            yield f"fact {r['building_code']} {r['key']}: Chinese in {r['value_en']}"
    uses = _catalog("uses.toml", "use", "id")
    yield from (f"use {r['用途']}" for r in _rows("buildings.csv") if r["用途"] not in uses)
    stations = {r["code"] for r in _rows("stations.csv")}
    names = {r["name"] for r in _rows("persons.csv")}
    posts = _catalog("classes.toml", "post", "id")
    kit = _catalog("classes.toml", "kit", "id")
    classes = _catalog("classes.toml", "class", "id")
    for r in _rows("shifts.csv"):
        if r["station"] not in stations or r["person"] not in names or r["post"] not in posts:
            yield f"shift {r}"
    yield from (f"kit {r}" for r in _rows("kit.csv") if r["item"] not in kit)
    yield from (f"class {r['class']}" for r in _rows("appliances.csv") if r["class"] not in classes)
    for r in _rows("photos.csv"):
        if not (FOLDER / r["file"]).exists():
            yield f"photo {r['file']} is missing"
        if r["floor"] and (r["building_code"], r["floor"]) not in labels:
            yield f"photo {r['file']}: no floor {r['floor']}"


def main() -> int:
    kinds = _catalog("kinds.toml", "kind", "id")
    complaints = [f"tables: {c}" for c in check_tables()]
    frames = {
        r["单位编码"]: Frame(float(r["经度"]), float(r["纬度"]), float(r["旋转角"]))
        for r in _rows("buildings.csv")
    }
    for path in sorted((FOLDER / "floors").glob("*.geojson")):
        found = _read(path, frames[path.stem.rpartition("-")[0]])
        complaints += [f"{path.name}: {c}" for c in [*check_any(found, kinds), *check_floor(found)]]
    for path in sorted((FOLDER / "site").glob("*.geojson")):
        complaints += [f"{path.name}: {c}" for c in check_any(_read(path, DISTRICT), kinds)]
    size = sum(f.stat().st_size for f in FOLDER.rglob("*") if f.is_file())
    if size > 6_000_000:
        complaints.append(f"{size / 1e6:.2f} MB is more than 6 MB")
    print("\n".join(complaints), file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    raise SystemExit(main())
