"""What the reading of a file was asked to do, and what every reader needs to know."""

from __future__ import annotations

import math
from functools import cached_property
from pathlib import Path
from typing import Literal

import msgspec

from plans.errors import InputError
from plans.geometry.aligning import Matrix
from plans.importing.drawing_rules import DrawingRules, load_drawing_rules
from plans.importing.ifc_rules import IfcRules, load_ifc_rules
from plans.importing.rules import FactWords, KindWords, Rules
from plans.model.building import Datum
from plans.model.catalog import Catalog


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One file and the user's word on it: `table` is the kind of table (`--as`), `datum` the datum
    of its coordinates when it does not say so itself, `unit` the unit of a drawing, `floor` the
    label of the floor it shows, `crs` the coordinate system of a file that names none
    (`EPSG:4546`; `none` for a sketch).

    Of a PDF or a picture: the `page` (from 1), the `crop` to keep (left, top, right, bottom as
    shares of the page), and a `measure` on it (x, y, x, y in pixels or points from the upper left
    of the whole page, and the length between them in metres).
    """

    path: str
    table: str = ""
    datum: Datum | None = None
    unit: str = ""
    floor: str = ""
    crs: str = ""
    page: int = 1
    crop: tuple[float, float, float, float] | None = None
    measure: tuple[float, float, float, float, float] | None = None

    @property
    def metres(self) -> float:
        """The length of one pixel or point by the measure; 0 without one."""
        if self.measure is None:
            return 0.0
        x0, y0, x1, y1, length = self.measure
        apart = math.hypot(x1 - x0, y1 - y0)
        return length / apart if apart > 0 else 0.0


class Import(msgspec.Struct, frozen=True, kw_only=True):
    """What the user says about the files of one import.

    `building` must be one of the binder's, by id, code or name; `new_building` is made when there
    is none of that name. `place` is `here` (into `building` wherever the file lies) or `site` (all
    onto the site); "" asks when the file lies elsewhere. `far` is `take` or `leave` for what lies
    far from every building of the binder; "" asks. `matrix` lays a page or picture on its floor
    (see `settle_pages`); `by_hand` asks for it even where the page has a scale written on it, and
    whether a model is of the open building. On `trial` nothing need be complete: what a file still
    wants to know is a question of its draft. The rest is as in `Asked`.
    """

    table: str = ""
    datum: Datum | None = None
    building: str = ""
    new_building: str = ""
    floor: str = ""
    unit: str = ""
    crs: str = ""
    place: Literal["", "here", "site"] = ""
    far: Literal["", "take", "leave"] = ""
    trial: bool = False
    page: int = 1
    crop: tuple[float, float, float, float] | None = None
    measure: tuple[float, float, float, float, float] | None = None
    matrix: Matrix | None = None
    by_hand: bool = False


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much one file may cost: bytes, bytes unpacked, columns, rows, address space in bytes, CPU
    and wall seconds, pixels of a picture."""

    file_bytes: int = 256 * 1024 * 1024
    unpacked_bytes: int = 1024 * 1024 * 1024
    columns: int = 2_000
    rows: int = 2_000_000
    memory_bytes: int = 6 * 1024**3
    cpu_s: int = 300
    wall_s: float = 600.0
    pixels: int = 300_000_000


class Reader:
    """The tables of the catalog, made ready for comparing words."""

    def __init__(
        self, catalog: Catalog, rules: Rules, limits: Limits, folder: Path | None = None
    ) -> None:
        self._folder = folder
        self.catalog = catalog
        self.rules = rules
        self.limits = limits

    @cached_property
    def drawings(self) -> DrawingRules:
        """The tables for CAD drawings."""
        if self._folder is None:
            raise ValueError("a reader without the catalog's folder reads no drawings")
        return load_drawing_rules(self._folder)

    @cached_property
    def models(self) -> IfcRules:
        """The table for building models."""
        if self._folder is None:
            raise ValueError("a reader without the catalog's folder reads no models")
        return load_ifc_rules(self._folder)

    @cached_property
    def kind_words(self) -> KindWords:
        """Written words → kinds."""
        return KindWords(self.catalog)

    @cached_property
    def feature_facts(self) -> FactWords:
        """Written words → facts of features."""
        return FactWords(self.catalog, self.rules, "feature")

    @cached_property
    def building_facts(self) -> FactWords:
        """Written words → facts of buildings."""
        return FactWords(self.catalog, self.rules, "building")

    @cached_property
    def appliance_facts(self) -> FactWords:
        """Written words → facts of appliances."""
        return FactWords(self.catalog, self.rules, "appliance")

    def bytes_of(self, path: Path) -> bytes:
        """The file's bytes; raises `InputError` when it cannot be read or is too large."""
        try:
            if path.is_dir():
                raise InputError(path, reason="folder")
            if not path.is_file():
                raise InputError(path, reason="missing" if not path.exists() else "not_a_file")
            size = path.stat().st_size
            if size > self.limits.file_bytes:
                raise InputError(path, reason="too_big", size=size, most=self.limits.file_bytes)
            if size == 0:
                raise InputError(path, reason="empty")
            return path.read_bytes()
        except OSError as error:
            raise InputError(path, reason="forbidden", detail=str(error)) from error
