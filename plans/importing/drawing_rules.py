"""The tables for reading drawings: roles of layers, units, widths of doors."""

from __future__ import annotations

from pathlib import Path

import msgspec

from plans.model.toml import read_toml


class RoleRow(msgspec.Struct, frozen=True):
    """Words in a layer's or block's name that tell what it holds."""

    role: str
    words: tuple[str, ...]


class Unit(msgspec.Struct, frozen=True):
    """A drawing unit: its name, its $INSUNITS code, metres in one."""

    id: str
    code: int
    metres: float


class Doors(msgspec.Struct, frozen=True):
    """Widths of single door leaves, metres."""

    least_m: float
    most_m: float
    source: str = ""


class DrawingRules(msgspec.Struct, frozen=True):
    """`assets/catalog/drawings.toml`."""

    role: tuple[RoleRow, ...]
    unit: tuple[Unit, ...]
    doors: Doors

    def role_of(self, name: str) -> str:
        """The role a layer's or block's name suggests; `other` when it suggests none."""
        plain = name.rpartition("$0$")[2].casefold() or name.casefold()
        for row in self.role:
            if any(word in plain for word in row.words):
                return row.role
        return "other"

    def unit_coded(self, code: int) -> Unit | None:
        """The unit of an $INSUNITS code."""
        return next((unit for unit in self.unit if unit.code == code), None)

    def unit_named(self, name: str) -> Unit | None:
        """The unit of that id."""
        return next((unit for unit in self.unit if unit.id == name), None)


def load_drawing_rules(folder: Path) -> DrawingRules:
    """Read the table from the catalog's folder."""
    return read_toml(folder / "drawings.toml", DrawingRules)
