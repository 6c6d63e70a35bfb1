"""Fixtures of the importers' tests: the catalog, a reader, files to write, a way into a binder."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from plans.binder import Binder
from plans.importing.asked import Limits, Reader
from plans.importing.batch import FileReport, Import, import_files
from plans.importing.rules import Rules, load_rules
from plans.model.catalog import Catalog, load_catalog

CATALOG = Path(__file__).resolve().parents[3] / "assets" / "catalog"


@pytest.fixture(scope="session")
def catalog_folder() -> Path:
    return CATALOG


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load_catalog(CATALOG)


@pytest.fixture(scope="session")
def rules() -> Rules:
    return load_rules(CATALOG)


@pytest.fixture(scope="session")
def reader(catalog: Catalog, rules: Rules) -> Reader:
    return Reader(catalog, rules, Limits())


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, object], Path]:
    """Write a file: text as UTF-8, bytes as they are, anything else as JSON."""

    def written(name: str, content: object) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif isinstance(content, str):
            path.write_text(content, encoding="utf-8", newline="")
        else:
            path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return path

    return written


Bring = Callable[..., list[FileReport]]


@pytest.fixture
def bring(binder: Binder, catalog: Catalog, catalog_folder: Path) -> Bring:
    """Import files into the test's binder."""

    def brought(*files: Path, **wish: object) -> list[FileReport]:
        return import_files(
            binder,
            _paths(files),
            catalog,
            catalog_folder,
            Import(**wish),  # type: ignore[arg-type]
        )

    return brought


def _paths(files: Sequence[Path]) -> list[Path]:
    return list(files)


@pytest.fixture
def feature() -> Callable[..., dict[str, object]]:
    """A GeoJSON feature from a geometry type, coordinates and properties."""

    def made(sort: str, coordinates: object, **properties: object) -> dict[str, object]:
        return {
            "type": "Feature",
            "properties": properties,
            "geometry": {"type": sort, "coordinates": coordinates},
        }

    return made


@pytest.fixture
def collection(feature: Callable[..., dict[str, object]]) -> Callable[..., dict[str, object]]:
    """A GeoJSON collection of features, with members of its own."""

    def made(*features: dict[str, object], **members: object) -> dict[str, object]:
        return {"type": "FeatureCollection", "features": list(features), **members}

    return made


class House:
    """A building model written by hand: STEP text of boxes, in millimetres unless told."""

    def __init__(self, schema: str = "IFC4", unit: str = ".MILLI.", metres: float = 0.001) -> None:
        self.schema = schema
        self.lines: list[str] = []
        self.k = 1 / metres
        self._guids = 0
        self.zero = self.add("IFCCARTESIANPOINT((0.,0.,0.))")
        axes = self.add(f"IFCAXIS2PLACEMENT3D({self.zero},$,$)")
        self.context = self.add(f"IFCGEOMETRICREPRESENTATIONCONTEXT($,'Model',3,1.E-5,{axes},$)")
        self.up = self.add("IFCDIRECTION((0.,0.,1.))")
        length = self.add(f"IFCSIUNIT(*,.LENGTHUNIT.,{unit},.METRE.)")
        units = self.add(f"IFCUNITASSIGNMENT(({length}))")
        self.project = self.root("IFCPROJECT", f"$,$,'House',$,({self.context}),{units}", name="P")
        self.site_at = self.add(f"IFCLOCALPLACEMENT($,{axes})")
        self.storeys: list[str] = []
        self.contained: dict[str, list[str]] = {}

    def add(self, text: str) -> str:
        """An instance; its number as `#n`."""
        self.lines.append(f"#{len(self.lines) + 1}={text};")
        return f"#{len(self.lines)}"

    def root(self, cls: str, rest: str, name: str = "") -> str:
        """A rooted instance with an identity of its own and, where one is given, its name."""
        self._guids += 1
        told = f"'{name}'," if name else "$,"
        return self.add(f"{cls}('{self._guids:022d}',$,{told}{rest})")

    def places(self, site: str = "$,$,$", building: str = "Tower") -> None:
        """The site (latitude, longitude, elevation as written) and one building."""
        rest = f"$,$,{self.site_at},$,$,.ELEMENT.,{site},$,$"
        self.site = self.root("IFCSITE", rest, name="S")
        rest = f"$,$,{self.site_at},$,$,.ELEMENT.,$,$,$"
        self.building = self.root("IFCBUILDING", rest, name=building)
        self.root("IFCRELAGGREGATES", f"$,{self.project},({self.site})", name="R")
        self.root("IFCRELAGGREGATES", f"$,{self.site},({self.building})", name="R")

    def storey(self, name: str, z_m: float) -> str:
        """A storey at that height."""
        at = self.add(f"IFCCARTESIANPOINT((0.,0.,{z_m * self.k:.3f}))")
        axes = self.add(f"IFCAXIS2PLACEMENT3D({at},$,$)")
        placed = self.add(f"IFCLOCALPLACEMENT({self.site_at},{axes})")
        rest = f"$,$,{placed},$,$,.ELEMENT.,{z_m * self.k:.3f}"
        made = self.root("IFCBUILDINGSTOREY", rest, name=name)
        self.root("IFCRELAGGREGATES", f"$,{self.building},({made})", name="R")
        self.storeys.append(made)
        return made

    def body(self, x0: float, y0: float, z0: float, x1: float, y1: float, z1: float) -> str:
        """Placement and shape of an upright box (metres), as the two attributes of a product."""
        k = self.k
        at = self.add(f"IFCCARTESIANPOINT(({x0 * k:.3f},{y0 * k:.3f},{z0 * k:.3f}))")
        axes = self.add(f"IFCAXIS2PLACEMENT3D({at},$,$)")
        placed = self.add(f"IFCLOCALPLACEMENT({self.site_at},{axes})")
        w, d, h = (x1 - x0) * k, (y1 - y0) * k, (z1 - z0) * k
        middle = self.add(f"IFCCARTESIANPOINT(({w / 2:.3f},{d / 2:.3f}))")
        flat = self.add(f"IFCAXIS2PLACEMENT2D({middle},$)")
        profile = self.add(f"IFCRECTANGLEPROFILEDEF(.AREA.,$,{flat},{w:.3f},{d:.3f})")
        origin = self.add(f"IFCAXIS2PLACEMENT3D({self.zero},$,$)")
        solid = self.add(f"IFCEXTRUDEDAREASOLID({profile},{origin},{self.up},{h:.3f})")
        shape = self.add(f"IFCSHAPEREPRESENTATION({self.context},'Body','SweptSolid',({solid}))")
        made = self.add(f"IFCPRODUCTDEFINITIONSHAPE($,$,({shape}))")
        return f"{placed},{made}"

    def thing(self, cls: str, storey: str, box: Sequence[float], rest: str, name: str = "x") -> str:
        """A product in a storey; `rest` follows its shape."""
        made = self.root(cls, f"$,$,{self.body(*box)},{rest}", name=name)
        self.contained.setdefault(storey, []).append(made)
        return made

    def wall(self, storey: str, *box: float) -> str:
        """A wall."""
        rest = "$" if self.schema == "IFC2X3" else "$,$"
        return self.thing("IFCWALL", storey, box, rest)

    def door(self, storey: str, wall: str, *box: float, sort: str = "SINGLE_SWING_LEFT") -> str:
        """A door in a wall, with the opening it fills."""
        width, height = (box[3] - box[0]) * self.k, (box[5] - box[2]) * self.k
        rest = f"$,{height:.1f},{width:.1f}"
        if self.schema != "IFC2X3":
            rest += f",.DOOR.,.{sort}.,$"
        made = self.thing("IFCDOOR", storey, box, rest)
        hole = self.hole(wall, *box)
        self.root("IFCRELFILLSELEMENT", f"$,{hole},{made}", name="R")
        return made

    def hole(self, wall: str, *box: float) -> str:
        """An opening in a wall or slab."""
        rest = "$" if self.schema == "IFC2X3" else "$,.OPENING."
        made = self.root("IFCOPENINGELEMENT", f"$,$,{self.body(*box)},{rest}", name="H")
        self.root("IFCRELVOIDSELEMENT", f"$,{wall},{made}", name="R")
        return made

    def space(self, storey: str, name: str, long_name: str, *box: float) -> str:
        """A room."""
        rest = f"$,$,{self.body(*box)},'{long_name}',.ELEMENT.,.INTERNAL.,$"
        made = self.root("IFCSPACE", rest, name=name)
        self.root("IFCRELAGGREGATES", f"$,{storey},({made})", name="R")
        return made

    def pset(self, thing: str, name: str, **values: str) -> None:
        """A property set; values as STEP writes them (`IFCBOOLEAN(.T.)`)."""
        made = [self.add(f"IFCPROPERTYSINGLEVALUE('{key}',$,{value},$)")
                for key, value in values.items()]  # fmt: skip
        owned = self.root("IFCPROPERTYSET", f"$,({','.join(made)})", name=name)
        self.root("IFCRELDEFINESBYPROPERTIES", f"$,({thing}),{owned}", name="R")

    def text(self) -> str:
        """The whole file."""
        for storey, things in self.contained.items():
            self.root(
                "IFCRELCONTAINEDINSPATIALSTRUCTURE", f"$,({','.join(things)}),{storey}", name="R"
            )
        self.contained.clear()
        head = (
            "ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION((''),'2;1');\n"
            "FILE_NAME('','',(''),(''),'','','');\n"
            f"FILE_SCHEMA(('{self.schema}'));\nENDSEC;\nDATA;\n"
        )
        return head + "\n".join(self.lines) + "\nENDSEC;\nEND-ISO-10303-21;\n"


@pytest.fixture
def house() -> type[House]:
    """The maker of models."""
    return House


@pytest.fixture
def small_house(house: type[House]) -> Callable[..., House]:
    """Two storeys of 6 by 4 m, walls of 0.2 m, a door in the south wall, a room on each floor."""

    def made(**how: Any) -> House:
        one = house(**how)
        one.places()
        for name, z in (("Ground", 0.0), ("Upper", 3.0)):
            storey = one.storey(name, z)
            south = one.wall(storey, 0, 0, z, 6, 0.2, z + 3)
            one.wall(storey, 0, 3.8, z, 6, 4, z + 3)
            one.wall(storey, 0, 0.2, z, 0.2, 3.8, z + 3)
            one.wall(storey, 5.8, 0.2, z, 6, 3.8, z + 3)
            one.space(storey, f"{z:.0f}01", "Office", 0.2, 0.2, z, 5.8, 3.8, z + 2.7)
            if z == 0:
                one.door(storey, south, 2, 0, 0, 3, 0.2, 2.1)
        return one

    return made
