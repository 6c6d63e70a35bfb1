"""The tables for reading drawings: roles of layers, units, widths of doors."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import msgspec

from plans.model.toml import read_toml

_WIDE = re.compile("[\u2e80-\uffff]")
_LETTERS = re.compile(r"[^\W\d_]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _any_of(globs: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(fnmatch.translate, globs)) or r"(?!)")


class RoleRow(msgspec.Struct, frozen=True, dict=True):
    """Words in a layer's or block's name that tell what it holds, and the kinds of entity that do;
    the heading of `drawings.toml` says how words are compared."""

    role: str
    words: tuple[str, ...]
    entities: tuple[str, ...] = ()

    @cached_property
    def _patterns(self) -> tuple[tuple[str, ...], re.Pattern[str], re.Pattern[str]]:
        """Words that count anywhere, and patterns of whole words and of whole names."""
        wide = tuple(word for word in self.words if _WIDE.search(word))
        signed = [word for word in self.words if re.search(r"[^\w*]", word)]
        plain = [word for word in self.words if word not in wide and word not in signed]
        ends = [*plain, *(f"{word}s" for word in plain if not word.endswith("*"))]
        return wide, _any_of(ends), _any_of(signed)

    def fits(self, name: str) -> bool:
        """Whether a name in lower case has one of the words."""
        wide, words, whole = self._patterns
        return (
            any(word in name for word in wide)
            or any(words.match(word) for word in _LETTERS.findall(name))
            or whole.match(name) is not None
        )


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


class Curves(msgspec.Struct, frozen=True):
    """How curves are drawn: the farthest a chord lies from its curve, metres, and how many chords
    a drawing may have before they become coarser."""

    chord_m: float
    most: int


class Titles(msgspec.Struct, frozen=True, kw_only=True):
    """Words in titles of plans; the comment in `drawings.toml` says which is which."""

    plan: tuple[str, ...]
    not_: tuple[str, ...] = msgspec.field(name="not")
    ground: tuple[str, ...]
    basement: tuple[str, ...]
    roof: tuple[str, ...]
    typical: tuple[str, ...]
    mezzanine: tuple[str, ...]
    ordinals: tuple[str, ...]


class Thing(msgspec.Struct, frozen=True):
    """Words by which blocks and texts propose a feature of a kind."""

    kind: str
    blocks: tuple[str, ...]
    texts: tuple[str, ...]


class DrawingRules(msgspec.Struct, frozen=True):
    """`assets/catalog/drawings.toml`."""

    role: tuple[RoleRow, ...]
    unit: tuple[Unit, ...]
    doors: Doors
    curves: Curves
    titles: Titles
    thing: tuple[Thing, ...]

    def role_of(self, name: str) -> str:
        """The role a layer's or block's name suggests; `other` when it suggests none."""
        own = name.rpartition("$0$")[2] or name
        plain = _HUMP.sub("_", own).casefold()
        return next((row.role for row in self.role if row.fits(plain)), "other")

    def role_made_of(self, entity: str) -> str:
        """The role of a layer that holds nothing but such entities; `other` when none."""
        return next((row.role for row in self.role if entity in row.entities), "other")

    def unit_coded(self, code: int) -> Unit | None:
        """The unit of an $INSUNITS code."""
        return next((unit for unit in self.unit if unit.code == code), None)

    def unit_named(self, name: str) -> Unit | None:
        """The unit of that id."""
        return next((unit for unit in self.unit if unit.id == name), None)


def load_drawing_rules(folder: Path) -> DrawingRules:
    """Read the table from the catalog's folder."""
    return read_toml(folder / "drawings.toml", DrawingRules)
