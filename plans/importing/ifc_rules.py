"""The table `ifc.toml`: how the products of a building model become a floor plan."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

import msgspec

from plans.model.toml import read_toml


class ProductRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row of products; the heading of `ifc.toml` says what its fields mean."""

    is_: tuple[str, ...] = msgspec.field(name="is")
    types: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    kind: str = ""
    drawn: str

    def fits(self, classes: Collection[str], sort: str, words: str) -> bool:
        """Whether it fits a product of those classes, predefined type and (lower case) words."""
        return (
            any(name in classes for name in self.is_)
            and (not self.types or sort in self.types)
            and (not self.named or any(word in words for word in self.named))
        )


class Template(msgspec.Struct, frozen=True):
    """A place a program writes into every new file."""

    name: str
    lat: float
    lon: float
    within_m: float


class IfcRules(msgspec.Struct, frozen=True, kw_only=True):
    """`assets/catalog/ifc.toml`; lengths in metres."""

    cut_m: float
    least_storey_m: float
    roof_m: float
    outer_m: float
    roof_words: tuple[str, ...]
    nobodys: tuple[str, ...]
    product: tuple[ProductRow, ...]
    template: tuple[Template, ...]

    def row(self, classes: Collection[str], sort: str, words: str) -> ProductRow | None:
        """The first row that fits, or None."""
        words = words.lower()
        return next((row for row in self.product if row.fits(classes, sort, words)), None)

    def is_roof(self, label: str) -> bool:
        """Whether a storey's name says roof, as a word of its own (屋 needs no blanks about it)."""
        words = re.split(r"[\W\d_]+", label.lower())
        return any(
            word in words or (not word.isascii() and word in label) for word in self.roof_words
        )

    def is_nobodys(self, name: str) -> bool:
        """Whether a name is none: empty, a number, or what a program puts where one is to be."""
        folded = name.strip().lower()
        return (
            not any(char.isalpha() for char in folded) or "//" in folded or folded in self.nobodys
        )


def load_ifc_rules(folder: Path) -> IfcRules:
    """Read the table from the catalog's folder."""
    return read_toml(folder / "ifc.toml", IfcRules)
