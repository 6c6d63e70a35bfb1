"""What a building model says in words: buildings, storeys, products and where they belong.

ifcopenshell is imported by the child process alone, when it reads a model. Everything here bears
what models of strangers lack: names, elevations, containers, types.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any

import msgspec

from plans.importing.ifc_rules import IfcRules, ProductRow
from plans.importing.ifc_step import decoder_of

TOTALS = {
    "spaces": "IfcSpace", "doors": "IfcDoor", "windows": "IfcWindow", "walls": "IfcWall",
    "curtain_walls": "IfcCurtainWall", "stairs": "IfcStair", "slabs": "IfcSlab",
    "columns": "IfcColumn", "lifts": "IfcTransportElement",
}  # fmt: skip
"""What a report counts of a whole file."""
_MOST_CHAIN = 50


class Product(msgspec.Struct, frozen=True, kw_only=True):
    """A product that is drawn or counted. `id` is its number in the file, `storey` and `building`
    those of what it belongs to (0: nothing), `row` what becomes of it (None: no row fits), `sort`
    its predefined type, `host` the product it is a part of or cut from (0: none)."""

    id: int
    cls: str
    name: str
    long_name: str
    sort: str
    storey: int
    building: int
    host: int
    row: ProductRow | None


class StoreyWords(msgspec.Struct, frozen=True, kw_only=True):
    """A storey as written: `elevation_m` over the building's zero (None: not written), `z_m` the
    height of its placement in the model."""

    id: int
    building: int
    label: str
    elevation_m: float | None
    z_m: float


class Model:
    """One open model with its metres and readable names."""

    def __init__(self, file: Any, rules: IfcRules) -> None:
        import ifcopenshell
        import ifcopenshell.util.unit as unit

        self.file = file
        self._rules = rules
        self._schema = ifcopenshell.schema_by_name(file.schema_identifier)
        try:
            metres = float(unit.calculate_unit_scale(file))
        except Exception:  # noqa: BLE001 -- whatever the library raises on a stranger's units
            metres = math.nan
        self.unit_sane = 1e-6 < metres < 1e4
        self.unit_m = metres if self.unit_sane else 1.0
        self.unit_told = any(
            getattr(one, "UnitType", None) == "LENGTHUNIT"
            for project in file.by_type("IfcProject")
            for one in getattr(project.UnitsInContext, "Units", None) or ()
        )
        self.fills: dict[int, int] = {}
        """The opening a door or window fills."""
        self.edges: list[tuple[int, int]] = []
        """Each thing and what it belongs to, as often as it is said."""
        self.voids: dict[int, int] = {}
        """The body an opening is cut from."""
        self._parents = self._belongings()
        self._text = decoder_of(self._names())
        self._storeys = {one.id() for one in self._all("IfcBuildingStorey")}
        self._buildings = {one.id() for one in self._all("IfcBuilding")}

    def _all(self, cls: str) -> list[Any]:
        try:
            return list(self.file.by_type(cls))
        except RuntimeError:  # this schema has no such class
            return []

    def _names(self) -> Iterator[str]:
        for cls in ("IfcSpatialStructureElement", "IfcProject"):
            for one in self._all(cls):
                names = (one.Name, getattr(one, "LongName", None))
                yield from (said for said in names if isinstance(said, str))

    def text(self, value: object) -> str:
        """A name of the file, readable, in one line."""
        return " ".join(self._text(str(value)).split()) if value is not None else ""

    # ------------------------------------------------------------------ who belongs to whom

    def _belongings(self) -> dict[int, int]:
        """What each thing lies in, is a part of, is cut from or fills."""
        parents: dict[int, int] = {}
        for one, owner in self._related(
            "IfcRelContainedInSpatialStructure", "RelatingStructure", "RelatedElements"
        ):
            parents.setdefault(one, owner)
        for cls in ("IfcRelAggregates", "IfcRelNests"):
            for one, owner in self._related(cls, "RelatingObject", "RelatedObjects"):
                parents.setdefault(one, owner)
        for one, owner in self._related(
            "IfcRelVoidsElement", "RelatingBuildingElement", "RelatedOpeningElement"
        ):
            self.voids[one] = parents[one] = owner
        for one, opening in self._related(
            "IfcRelFillsElement", "RelatingOpeningElement", "RelatedBuildingElement"
        ):
            self.fills[one] = opening
            parents.setdefault(one, opening)
        return parents

    def _related(self, cls: str, owner: str, members: str) -> Iterator[tuple[int, int]]:
        for relation in self._all(cls):
            above = getattr(relation, owner, None)
            found = getattr(relation, members, None)
            if above is None or found is None:
                continue
            for one in found if isinstance(found, tuple) else (found,):
                if one is not None:
                    if not (one.is_a("IfcObjectDefinition") and above.is_a("IfcObjectDefinition")):
                        raise TypeError(f"{relation}")  # the engine follows it and falls
                    self.edges.append((one.id(), above.id()))
                    yield one.id(), above.id()

    def _up(self, number: int) -> Iterator[int]:
        """What it belongs to, and what that belongs to."""
        for _ in range(_MOST_CHAIN):
            if number not in self._parents:
                return
            number = self._parents[number]
            yield number

    def _first(self, number: int, among: Iterable[int]) -> int:
        return next((above for above in self._up(number) if above in among), 0)

    # ------------------------------------------------------------------ things

    def buildings(self) -> list[Any]:
        """The buildings, in the order of the file."""
        return self._all("IfcBuilding")

    def storeys(self) -> list[StoreyWords]:
        """All storeys, in the order of the file."""
        import ifcopenshell.util.placement as placement

        found = []
        for one in self._all("IfcBuildingStorey"):
            z_m = _finite(_height(placement, one), self.unit_m)
            elevation_m = _finite(one.Elevation, self.unit_m)
            if z_m is None and elevation_m is None:
                z_m = 0.0
            found.append(
                StoreyWords(
                    id=one.id(),
                    building=self._first(one.id(), self._buildings),
                    label=self.text(one.Name) or self.text(one.LongName) or f"#{one.id()}",
                    elevation_m=elevation_m,
                    z_m=z_m if z_m is not None else elevation_m or 0.0,
                )
            )
        return found

    def products(self) -> list[Product]:
        """All products but the places themselves."""
        cache: dict[tuple[str, str, str, str], ProductRow | None] = {}
        found = []
        for one in self._all("IfcProduct"):
            cls = one.is_a()
            if cls in ("IfcSite", "IfcBuilding", "IfcBuildingStorey"):
                continue
            kind = self._types.get(one.id())
            type_cls = kind.is_a() if kind is not None else ""
            sort = self._sort(one, kind)
            names = (one.Name, one.ObjectType, kind.Name if kind is not None else None)
            words = " ".join(str(name) for name in names if name)
            key = (cls, type_cls, sort, words)
            if key not in cache:
                classes = self._above(cls) | {
                    name.removesuffix("Type").removesuffix("Style")
                    for name in (self._above(type_cls) if type_cls else ())
                }
                cache[key] = self._rules.row(classes, sort, self.text(words))
            found.append(
                Product(
                    id=one.id(),
                    cls=cls,
                    name=self.text(one.Name),
                    long_name=self.text(one.LongName) if "LongName" in self._has(cls) else "",
                    sort=sort,
                    storey=self._first(one.id(), self._storeys),
                    building=self._first(one.id(), self._buildings),
                    host=self._parents.get(one.id(), 0),
                    row=cache[key],
                )
            )
        return found

    def totals(self) -> dict[str, int]:
        """How many of each the file holds, whatever becomes of them."""
        counts = {name: len(self._all(cls)) for name, cls in TOTALS.items()}
        return {name: count for name, count in counts.items() if count}

    def psets(self, number: int) -> Mapping[str, Mapping[str, Any]]:
        """The standard property and quantity sets of a thing and its type, by name: its own values
        go before its type's."""
        found: dict[str, dict[str, Any]] = {}
        for definition in (*self._type_sets(number), *self._sets.get(number, ())):
            name, values = self._values(definition)
            found.setdefault(name, {}).update(values)
        return found

    @cached_property
    def _sets(self) -> dict[int, list[int]]:
        """The standard sets of each thing. What programs add of their own is left: it is most of a
        file, in words no table knows."""
        sets: dict[int, list[int]] = defaultdict(list)
        for relation in self._all("IfcRelDefinesByProperties"):
            definition = relation.RelatingPropertyDefinition
            if _is_standard(definition):
                for one in relation.RelatedObjects or ():
                    sets[one.id()].append(definition.id())
        return sets

    def _type_sets(self, number: int) -> Iterator[int]:
        kind = self._types.get(number)
        for definition in (kind.HasPropertySets if kind is not None else None) or ():
            if _is_standard(definition):
                yield definition.id()

    @cached_property
    def _types(self) -> dict[int, Any]:
        """The type of each thing that has one."""
        return {
            one.id(): relation.RelatingType
            for relation in self._all("IfcRelDefinesByType")
            for one in relation.RelatedObjects or ()
        }

    @lru_cache(maxsize=100_000)  # noqa: B019 -- one model lives as long as its reading
    def _values(self, number: int) -> tuple[str, Mapping[str, Any]]:
        """A set's name and its values by name; a torn property costs itself."""
        definition = self.file.by_id(number)
        values: dict[str, Any] = {}
        for one in getattr(definition, "HasProperties", None) or ():
            value = getattr(one, "NominalValue", None)
            listed = getattr(one, "EnumerationValues", None)
            value = listed[0] if value is None and listed else value
            if value is not None:
                values[str(one.Name)] = getattr(value, "wrappedValue", None)
        for one in getattr(definition, "Quantities", None) or ():
            if len(one) > 3:  # name, description, unit, then the value under the name of its sort
                values[str(one.Name)] = one[3]
        return str(definition.Name), values

    def class_of(self, number: int) -> str:
        """The class of a thing, "" when there is none of that number."""
        try:
            return str(self.file.by_id(number).is_a())
        except RuntimeError:
            return ""

    def sizes(self, number: int) -> tuple[float, float]:
        """The overall width and height of a door or window, metres; NaN where it gives none."""
        one = self.file.by_id(number)
        width = _finite(getattr(one, "OverallWidth", None), self.unit_m)
        height = _finite(getattr(one, "OverallHeight", None), self.unit_m)
        return (math.nan if width is None else width, math.nan if height is None else height)

    def position(self, number: int) -> tuple[float, float, float] | None:
        """Where a thing is placed in the model, metres; None when nowhere."""
        matrix = self._placement(number)
        if matrix is None:
            return None
        x, y, z = (float(matrix[at][3]) * self.unit_m for at in range(3))
        return (x, y, z) if max(abs(x), abs(y), abs(z)) < 1e7 else None

    def axis(self, number: int) -> tuple[float, float] | None:
        """The direction of a thing's own x axis in the plan; None when it has none there."""
        matrix = self._placement(number)
        if matrix is None:
            return None
        x, y = float(matrix[0][0]), float(matrix[1][0])
        return (x, y) if math.hypot(x, y) > 1e-9 else None

    def _placement(self, number: int) -> Any:
        import ifcopenshell.util.placement as placement

        try:
            return placement.get_local_placement(self.file.by_id(number).ObjectPlacement)
        except Exception:  # noqa: BLE001 -- no placement, or a torn one
            return None

    @lru_cache(maxsize=1_000)  # noqa: B019 -- one model lives as long as its reading
    def _above(self, cls: str) -> frozenset[str]:
        """A class and all above it."""
        declared = self._schema.declaration_by_name(cls).as_entity()
        names = set()
        while declared is not None:
            names.add(str(declared.name()))
            declared = declared.supertype()
        return frozenset(names)

    @lru_cache(maxsize=1_000)  # noqa: B019 -- as above
    def _has(self, cls: str) -> frozenset[str]:
        """The attributes of a class; asking an instance for one it has not takes ten times as long
        as for one it has."""
        declared = self._schema.declaration_by_name(cls).as_entity()
        found = declared.all_attributes() if declared is not None else ()
        return frozenset(str(one.name()) for one in found)

    def _sort(self, one: Any, kind: Any) -> str:
        """`PredefinedType` or `OperationType`, of the thing or of its type."""
        for holder in (one, kind):
            has = self._has(holder.is_a()) if holder is not None else ()
            for name in ("OperationType", "PredefinedType"):
                said = getattr(holder, name, None) if name in has else None
                if said and said not in ("NOTDEFINED", "USERDEFINED"):
                    return str(said)
        return ""


def _is_standard(definition: Any) -> bool:
    """Whether a set is one of IFC's own (`Pset_`, `Qto_`, the older `BaseQuantities`)."""
    name = str(getattr(definition, "Name", None) or "")
    return name.startswith(("Pset_", "Qto_", "BaseQuantities"))


def _height(placement: Any, one: Any) -> object:
    try:
        return placement.get_local_placement(one.ObjectPlacement)[2][3]
    except Exception:  # noqa: BLE001 -- no placement, or a torn one: the elevation stands for it
        return None


def _finite(value: object, unit_m: float) -> float | None:
    try:
        metres = float(value) * unit_m  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
    return round(metres, 6) if abs(metres) < 1e5 else None
