"""IFC building models (IFC2x3, IFC4, IFC4x3; `.ifc` and `.ifczip`) as parsed rows.

The text is looked over first (`ifc_step`), then ifcopenshell opens it and makes the bodies; storeys
become floors (`ifc_storeys`), bodies a plan of each (`ifc_plan`), property sets facts.
"""

from __future__ import annotations

import traceback
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from shapely.lib import ShapelyError

from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.draft import Question, Unread
from plans.importing.ifc_facts import address, building_facts, is_said
from plans.importing.ifc_model import Model, Product, StoreyWords
from plans.importing.ifc_place import Place, in_wgs84, place_of, shifted
from plans.importing.ifc_plan import Plan
from plans.importing.ifc_rules import IfcRules
from plans.importing.ifc_shapes import Body, bodies
from plans.importing.ifc_step import Step, no_circle, read_step
from plans.importing.ifc_storeys import Storey, Verdict, judged
from plans.importing.parsed import BuildingRow, FeatureRow, FloorRow, Parsed, ParsedRow, Seen
from plans.model.fact import Facts, FactValue
from plans.progress import Progress, silent

_FAR_M = 1_000.0
"""A model farther than this from its zero stands in map coordinates; it is moved to its middle."""
_TELLS = 12


def read(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read one model. Raises `InputError`."""
    data = reader.bytes_of(path)
    progress(0, 100, "import.read")
    step = read_step(path, data, reader.limits.file_bytes)
    rules = reader.models
    file = _opened(path, step)
    try:
        model = Model(file, rules)
        if not model.unit_sane:
            raise InputError(path, reason="ifc_unit")
        _no_circle_of_parts(path, model)
        return _Reading(path, step, model, asked, reader, progress).parsed()
    except _ODD as error:
        detail = "".join(traceback.format_exception(error)[-3:])
        raise InputError(path, reason="ifc_odd", detail=detail) from error


_ODD = (
    ShapelyError,
    TypeError,
    ValueError,
    AttributeError,
    RuntimeError,
    LookupError,
    ArithmeticError,
)
"""What becomes of a text where a number should be, or a door for an axis: the library does not look
whether instances are what their schema says."""


def _no_circle_of_parts(path: Path, model: Model) -> None:
    """Raise `InputError` when things are parts of each other: the engine would look for ever."""
    if model.edges:
        edges = np.array(model.edges)
        known = np.unique(edges)
        no_circle(path, known, *np.searchsorted(known, edges.T))


def _opened(path: Path, step: Step) -> Any:
    """The model; torn where the library's parser stops before the end."""
    import ifcopenshell  # 0.2 s, and only in the child process

    try:
        file = ifcopenshell.file.from_string(step.text)
        known = set(file.entity_names())
        ifcopenshell.schema_by_name(file.schema_identifier)
    except Exception as error:  # a library's view of strangers' text: whatever it raises
        detail = f"{type(error).__name__}: {error}"
        raise InputError(path, reason="ifc", detail=detail) from error
    if len(known) < step.instances:
        place = f"#{step.first_missing(known)}"
        raise InputError(path, place=place, reason="ifc_torn", text=str(len(known)))
    return file


class _Reading:
    """One model being read."""

    def __init__(
        self, path: Path, step: Step, model: Model, asked: Asked, reader: Reader, progress: Progress
    ) -> None:
        self.path = path
        self.asked = asked
        self.step = step
        self.model = model
        self.reader = reader
        self.rules: IfcRules = reader.models
        self.progress = progress
        self.unread: list[Unread] = []
        self.questions: list[Question] = []
        self.crs = ""

    def parsed(self) -> Parsed:
        """All rows of the file."""
        model = self.model
        products = model.products()
        storeys = model.storeys()
        if not model.unit_told:
            self._ask("no_unit")
        if not products and not storeys:
            raise InputError(self.path, reason="ifc_empty")
        made = self._bodies(products)
        if not storeys:
            self._ask("no_storeys")
            storeys = [_one_storey(made)]
        middle = _middle(made)
        made = {number: _moved(body, middle) for number, body in made.items()}
        rows: list[ParsedRow] = []
        names: list[str] = []
        for number in dict.fromkeys(one.building for one in storeys):
            own = [one for one in storeys if one.building == number]
            name = self._name(number, names)
            names.append(name)
            rows += self._building(number, name, own, products, made, middle)
        self._tell_left_out(products)
        return Parsed(
            source=self.path.name,
            table="ifc",
            rows=tuple(rows),
            unread=tuple(self.unread),
            questions=tuple(dict.fromkeys(self.questions)),
            building=names[0],
            seen=Seen(
                unit_m=model.unit_m,
                crs=self.crs or None,
                entities=self.step.instances,
                extents_m=_extents(made),
                products=model.totals(),
            ),
        )

    def _bodies(self, products: list[Product]) -> dict[int, Body]:
        """The bodies of all that is drawn. A door or window that fills a hole of its own needs
        none: the hole says where it is, and leaves, frames and handles are most triangles of a
        model."""
        drawn = [one.id for one in products if one.row and one.row.drawn != "silent"]
        fills = self.model.fills
        shared = Counter(fills.values())
        spared = [one for one in drawn if shared.get(fills.get(one, 0)) == 1]
        unspared = set(drawn).difference(spared)
        made, _ = bodies(self.model.file, [one for one in drawn if one in unspared], self.progress)
        holeless = [one for one in spared if fills[one] not in made]
        more, _ = bodies(self.model.file, holeless, self.progress) if holeless else ({}, [])
        return made | more

    # ------------------------------------------------------------------ one building

    def _building(
        self, number: int, name: str, storeys: list[StoreyWords], products: list[Product],
        made: dict[int, Body], middle: tuple[float, float],
    ) -> list[ParsedRow]:  # fmt: skip
        ids = {one.id for one in storeys}
        only = len(self.model.buildings()) <= 1
        own = [one for one in products if one.storey in ids or one.building == number or only]
        verdict = judged(
            self._storeys(storeys, own, made), self.rules, self.reader.rules.assumed.storey_height_m
        )
        for line in verdict.lines:
            self.unread.append(Unread(line.label, "no_floor", f"{line.elevation_m:g} m", note=True))
        if verdict.lowered_m:
            self._ask("lowered", f"{verdict.lowered_m:g}")
        plan = Plan(
            self.model, own, made, verdict, self.rules, self.reader.kind_words, self.path.name
        )
        features = [msgspec.structs.replace(row, building=name) for row in plan.rows()]
        for cls, count in plan.bodiless.most_common(_TELLS):
            self.unread.append(Unread(cls, "no_body", str(count)))
        if plan.moved:
            self.unread.append(Unread(name, "other_floor", str(plan.moved), note=True))
        floors = [
            FloorRow(
                building=name,
                label=level.storey.label,
                level=level.level,
                elevation_m=level.elevation_m,
                height_m=level.height_m,
                use="屋面" if level.is_roof else "",
                use_en="Roof" if level.is_roof else "",
                place=level.storey.label,
            )
            for level in verdict.levels
        ]
        facts = self._facts(number, verdict, plan, features, own)
        place = self._place(middle)
        row = BuildingRow(
            name=name,
            address=self._address(number),
            lon=place.lon,
            lat=place.lat,
            rotation_deg=place.rotation_deg,
            facts=facts,
            place=name,
        )
        return [row, *floors, *features]

    def _storeys(
        self, storeys: list[StoreyWords], products: list[Product], made: dict[int, Body]
    ) -> list[Storey]:
        counts: dict[int, Counter[str]] = {one.id: Counter() for one in storeys}
        tops: dict[int, float] = {}
        for thing in products:
            if thing.storey not in counts or thing.row is None:
                continue
            counts[thing.storey][thing.row.drawn] += thing.row.drawn != "silent"
            counts[thing.storey][thing.row.kind] += 1
            if thing.cls == "IfcDoor" and is_said(self.model.psets(thing.id), "IsExternal"):
                counts[thing.storey]["outer"] += 1
            body = made.get(thing.id)
            if body is not None and thing.row.drawn in ("cut", "space", "slab"):
                top = float(body.mesh.high[2])
                tops[thing.storey] = max(tops.get(thing.storey, top), top)
        standing = np.array(
            [
                (made[thing.id].mesh.low[2], made[thing.id].mesh.high[2])
                for thing in products
                if thing.row and thing.row.drawn == "cut" and thing.id in made
            ]
        ).reshape(-1, 2)
        labels = _unique([one.label for one in storeys])
        found = []
        for one, label in zip(storeys, labels, strict=True):
            has = counts[one.id]
            z_m = one.z_m + self.rules.cut_m
            found.append(
                Storey(
                    id=one.id,
                    building=one.building,
                    label=label,
                    z_m=one.z_m,
                    elevation_m=one.z_m if one.elevation_m is None else one.elevation_m,
                    spaces=has["space"],
                    doors=sum(has[kind] for kind in has if kind.startswith(("door", "fire_"))),
                    windows=has["window"],
                    stairs=has["stair.flight"],
                    outer_doors=has["outer"],
                    products=sum(has[drawn] for drawn in _DRAWN),
                    crossed=int(((standing[:, 0] <= z_m) & (standing[:, 1] >= z_m)).sum()),
                    top_m=tops.get(one.id),
                    says_roof=self.rules.is_roof(one.label),
                )
            )
        return found

    def _facts(
        self, number: int, verdict: Verdict, plan: Plan, features: list[FeatureRow],
        products: list[Product],
    ) -> Facts:  # fmt: skip
        levels = verdict.levels
        floors = [level for level in levels if not level.is_roof]
        ground = next((level for level in levels if level.level == 0), levels[0])
        roof = next((level for level in levels if level.is_roof), None)
        top_m = roof.elevation_m if roof else levels[-1].elevation_m + levels[-1].height_m
        areas = [plan.outlines[level.storey.id].area for level in floors]
        measured: dict[str, tuple[FactValue, str]] = {
            "height_m": (round(top_m - ground.elevation_m, 2), "m"),
            "floors_above": (len({level.level for level in floors if level.level >= 0}), ""),
            "floors_below": (len({level.level for level in floors if level.level < 0}), ""),
            "floor_area_m2": (round(sum(areas)), "m²"),
            "footprint_m2": (round(plan.outlines[ground.storey.id].area), "m²"),
            "stair_count": (sum(one.cls == "IfcStair" for one in products), ""),
            "lift_count": (
                sum(one.row.kind.startswith("lift") for one in products if one.row),
                "",
            ),
        }
        heads = sum(one.sort.startswith("SPRINKLER") for one in products)
        if heads:
            self._ask("sprinklers", str(heads))
        if any(row.kind == "stair.flight" for row in features):
            self._ask("stair_kinds")
        sets = self.model.psets(number) if number else {}
        return building_facts(sets, measured, self.path.name)

    # ------------------------------------------------------------------ words and places

    def _name(self, number: int, taken: list[str]) -> str:
        """The building's name, else the project's, else the file's, but for what nobody wrote."""
        entities = [self.model.file.by_id(number)] if number else []
        if len(self.model.buildings()) <= 1:
            entities += self.model.file.by_type("IfcProject")
        for one in entities:
            for said in (one.LongName, one.Name):
                name = self.model.text(said)
                if not self.rules.is_nobodys(name) and name not in taken:
                    return name
        name, at = self.path.stem, 2
        while name in taken:
            name, at = f"{self.path.stem} {at}", at + 1
        return name

    def _address(self, number: int) -> str:
        entity = getattr(self.model.file.by_id(number), "BuildingAddress", None) if number else None
        return self.model.text(address(entity, self.rules.nobodys)) if entity else ""

    def _place(self, middle: tuple[float, float]) -> Place:
        site = next(iter(self.model.file.by_type("IfcSite")), None)
        at = self.model.position(site.id()) if site is not None else None
        place = place_of(self.model.file, site, at[:2] if at else (0.0, 0.0), self.rules)
        place = in_wgs84(place, self.asked.datum)
        self.crs = place.crs
        if place.question:
            self._ask(place.question, place.text)
        return shifted(place, middle)

    def _ask(self, about: str, text: str = "") -> None:
        self.questions.append(Question(about, text))

    def _tell_left_out(self, products: list[Product]) -> None:
        """What no row of the table draws."""
        counts = Counter(one.cls for one in products if one.row is None)
        for cls, count in counts.most_common(_TELLS):
            self.unread.append(Unread(cls, "not_drawn", str(count)))


_DRAWN = ("space", "opening", "cut", "slab", "footprint", "hull", "line", "symbol")


def _one_storey(made: dict[int, Body]) -> StoreyWords:
    """The storey of a model that has none: everything stands on its lowest corner."""
    low = min((float(body.mesh.low[2]) for body in made.values()), default=0.0)
    return StoreyWords(id=0, building=0, label="1F", elevation_m=0.0, z_m=low)


def _middle(made: dict[int, Body]) -> tuple[float, float]:
    """Where the model's own zero is moved to: nowhere, unless it lies far from the bodies."""
    if not made:
        return 0.0, 0.0
    centres = np.array([(body.mesh.low + body.mesh.high)[:2] / 2 for body in made.values()])
    x, y = np.round(np.median(centres, axis=0))
    return (float(x), float(y)) if max(abs(x), abs(y)) > _FAR_M else (0.0, 0.0)


def _moved(body: Body, middle: tuple[float, float]) -> Body:
    if middle == (0.0, 0.0):
        return body
    corners = body.mesh.corners - np.array([*middle, 0.0])
    return msgspec.structs.replace(body, mesh=msgspec.structs.replace(body.mesh, corners=corners))


def _extents(made: dict[int, Body]) -> tuple[float, float, float, float] | None:
    if not made:
        return None
    low = np.min([body.mesh.low for body in made.values()], axis=0)
    high = np.max([body.mesh.high for body in made.values()], axis=0)
    x0, y0, x1, y1 = (round(float(value), 3) for value in (low[0], low[1], high[0], high[1]))
    return x0, y0, x1, y1


def _unique(labels: list[str]) -> list[str]:
    """Labels that differ: the second `Level 1` is `Level 1 (2)`."""
    seen: Counter[str] = Counter()
    found = []
    for label in labels:
        seen[label] += 1
        found.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return found
