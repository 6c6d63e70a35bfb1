"""The tables behind palette, form, card, legend and search: kinds, facts, uses, classes.

A row added to `assets/catalog/*.toml` appears everywhere; nothing else names a kind or a fact.
"""

from __future__ import annotations

import math
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from plans.model.fact import Facts, FactValue, value_of
from plans.model.toml import read_toml

FactType = Literal["text", "number", "integer", "boolean", "choice", "choices", "phone", "date"]
Form = Literal["point", "line", "area"]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row with an id and its text in both languages."""

    id: str
    zh: str
    en: str

    def text_in(self, language: str) -> str:
        """The text to show in that language."""
        return self.zh if language == "zh" else self.en


class Layer(Row, frozen=True, kw_only=True):
    """A layer of kinds; `floor_zh` and `floor_en` head it on floor plans ("" is its own name)."""

    floor_zh: str = ""
    floor_en: str = ""

    @property
    def on_floor(self) -> Layer:
        """The layer as a floor plan names it."""
        return msgspec.structs.replace(
            self, zh=self.floor_zh or self.zh, en=self.floor_en or self.en
        )


Steps = tuple[tuple[float, float], ...]
"""Pairs of a scale in screen pixels per metre and a value, rising by scale."""


class SymbolScale(msgspec.Struct, frozen=True, kw_only=True):
    """How symbols shrink with the scale (screen pixels per metre).

    Below `dot_below` a symbol is a dot `dot_px` across, above it `share` of its full side;
    `near_m` is how far from the open building a kind keeps its full rank.
    """

    dot_below: float
    dot_px: Steps
    share: Steps
    near_m: float

    def share_at(self, px_per_m: float) -> float:
        """The share of its full side a symbol has at that scale."""
        return _between(self.share, px_per_m)

    def dot_px_at(self, px_per_m: float) -> float:
        """How many pixels across a dot is at that scale."""
        return _between(self.dot_px, px_per_m)


def _between(steps: Steps, at: float) -> float:
    """The value at a scale, interpolated by its logarithm; beyond the pairs it stays."""
    if at <= steps[0][0]:
        return steps[0][1]
    for (low, first), (high, second) in pairwise(steps):
        if at < high:
            part = math.log(at / low) / math.log(high / low)
            return first + (second - first) * part
    return steps[-1][1]


class FactRow(msgspec.Struct, frozen=True, kw_only=True):
    """What can be recorded: its text, type, unit, group, weight on the card, review interval."""

    key: str
    zh: str
    en: str
    type: FactType
    group: str
    unit: str = ""
    weight: int = 0
    digits: int = 0
    review_months: int = 12
    required: bool = False
    of: tuple[str, ...] = ("building",)
    synonyms: tuple[str, ...] = ()
    choices: tuple[Row, ...] = ()
    source: str = ""
    note_zh: str = ""
    note_en: str = ""

    def text_in(self, language: str) -> str:
        """The fact's name in that language."""
        return self.zh if language == "zh" else self.en

    def note_in(self, language: str) -> str:
        """One line of help in that language."""
        return self.note_zh if language == "zh" else self.note_en

    def choice_in(self, value: str, language: str) -> str:
        """The text of a choice; what is not in the table is shown as it was written."""
        row = next((choice for choice in self.choices if choice.id == value), None)
        return row.text_in(language) if row else value


class Kind(Row, frozen=True, kw_only=True):
    """What a feature can be: its form, layer, symbol, style role, facts and search words.

    `zoom` is the range of screen pixels per metre in which it is drawn (0 is an open end);
    `rank` decides who gives way when symbols or labels collide (higher stays), `far_rank` that on
    the site far from the open building (0 is the same); below `dot_below` px/m it is a dot (0 is
    the catalog's); `width_m` is the physical width of a line that records none.
    """

    layer: str
    form: Form
    symbol: str
    role: str
    facts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    pinyin: str = ""
    zoom: tuple[float, float] = (0.0, 0.0)
    rank: int = 50
    far_rank: int = 0
    dot_below: float = 0.0
    width_m: float = 0.0
    gbt4327: str = ""
    nfpa170: str = ""
    note_zh: str = ""
    note_en: str = ""

    def note_in(self, language: str) -> str:
        """One sentence on what it is and why it matters."""
        return self.note_zh if language == "zh" else self.note_en

    def shown_at(self, px_per_m: float) -> bool:
        """Whether it is drawn at that scale."""
        low, high = self.zoom
        return px_per_m >= low and (high == 0 or px_per_m <= high)


class Styled(Row, frozen=True, kw_only=True):
    """A row that also names a style role, a short code, a unit, the kind that shows it on a
    map, or other words it is known by."""

    role: str = ""
    code: str = ""
    unit: str = ""
    kind: str = ""
    words: tuple[str, ...] = ()


class Views(msgspec.Struct, frozen=True, kw_only=True):
    """Where a view begins and how far it zooms; lengths in metres, scales in screen px per metre.

    `reach_m`: places farther from all others stray. `around_m`: ground shown about buildings.
    Zoomed out, all there is takes `farthest_share` of the view; zoomed in, `closest_px_per_m`.
    """

    reach_m: float
    around_m: float
    farthest_share: float
    closest_px_per_m: float


class _Kinds(msgspec.Struct):
    symbols: SymbolScale
    layer: list[Layer]
    kind: list[Kind]


class _Facts(msgspec.Struct):
    group: list[Row]
    fact: list[FactRow]


class _Uses(msgspec.Struct):
    use: list[Styled]


class _ClassTables(msgspec.Struct, rename={"classes": "class", "stations": "station"}):
    classes: list[Styled]
    stations: list[Styled]
    post: list[Styled]
    kit: list[Styled]
    kit_unit: list[Row]


class Catalog(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All tables, each in file order."""

    symbols: SymbolScale
    views: Views
    layers: tuple[Layer, ...]
    kinds: dict[str, Kind]
    groups: tuple[Row, ...]
    facts: dict[str, FactRow]
    uses: dict[str, Styled]
    classes: dict[str, Styled]
    stations: dict[str, Styled]
    posts: dict[str, Styled]
    kit: dict[str, Styled]
    kit_units: dict[str, Row]

    def facts_of(self, owner: str) -> list[FactRow]:
        """The fact rows for `building`, `feature` or `appliance`, in group order."""
        order = {group.id: at for at, group in enumerate(self.groups)}
        rows = [row for row in self.facts.values() if owner in row.of]
        return sorted(rows, key=lambda row: order.get(row.group, len(order)))

    def width_m(self, kind_id: str, facts: Facts) -> float:
        """A line's physical width in metres: as recorded, else the kind's."""
        recorded = value_of(facts, "width_m")
        if isinstance(recorded, (int, float)) and recorded > 0:
            return float(recorded)
        kind = self.kinds.get(kind_id)
        return kind.width_m if kind else 0.0

    @cached_property
    def layer_order(self) -> dict[str, int]:
        """Layer id → its place from the bottom."""
        return {layer.id: at for at, layer in enumerate(self.layers)}

    def find_kinds(self, query: str) -> list[Kind]:
        """Kinds whose text, pinyin, initials or other words contain the query, best first."""
        wanted = query.strip().lower().replace(" ", "")
        ranked = [(rank, kind) for kind in self.kinds.values() if (rank := _rank(kind, wanted))]
        return [kind for rank, kind in sorted(ranked, key=lambda pair: (-pair[0], -pair[1].rank))]


def _rank(kind: Kind, wanted: str) -> int:
    """3 begins with, 2 initials, 1 contains, 0 no match."""
    if not wanted:
        return 1
    pinyin = kind.pinyin.lower()
    names = [kind.zh, kind.en.lower(), pinyin.replace(" ", ""), *map(str.lower, kind.words)]
    names = [name.replace(" ", "") for name in names]
    if any(name.startswith(wanted) for name in names):
        return 3
    initials = "".join(syllable[:1] for syllable in pinyin.split())
    if initials.startswith(wanted):
        return 2
    return 1 if any(wanted in name for name in names) else 0


def text_of_value(row: FactRow | None, value: FactValue, language: str) -> str:
    """A fact's value as text without its unit; choices by their text, numbers by their digits."""
    yes, no = ("是", "否") if language == "zh" else ("Yes", "No")
    if isinstance(value, bool):
        return yes if value else no
    if isinstance(value, (int, float)):
        digits = row.digits if row else 2
        grouped = "," if abs(value) >= 10_000 else ""  # a year is not 2,016
        return f"{value:{grouped}.{digits}f}"
    joiner = "、" if language == "zh" else ", "
    parts = value if isinstance(value, tuple) else (value,)
    return joiner.join(row.choice_in(part, language) if row else part for part in parts)


def load_catalog(folder: Path) -> Catalog:
    """Read the catalog's tables (kinds, facts, uses, classes, views) from a folder.

    Raises `msgspec.ValidationError` naming the row's field when a row is wrong, `ValueError`
    when an id stands twice.
    """

    def read(name: str, shape: type[_T]) -> _T:
        return read_toml(folder / name, shape)

    kinds, facts = read("kinds.toml", _Kinds), read("facts.toml", _Facts)
    uses, classes = read("uses.toml", _Uses), read("classes.toml", _ClassTables)
    return Catalog(
        symbols=kinds.symbols,
        views=read("views.toml", Views),
        layers=tuple(kinds.layer),
        kinds=_by_id(kinds.kind),
        groups=tuple(facts.group),
        facts=_unique({row.key: row for row in facts.fact}, len(facts.fact)),
        uses=_by_id(uses.use),
        classes=_by_id(classes.classes),
        stations=_by_id(classes.stations),
        posts=_by_id(classes.post),
        kit=_by_id(classes.kit),
        kit_units=_by_id(classes.kit_unit),
    )


_T = TypeVar("_T")
_R = TypeVar("_R", bound=Row)


def _by_id(rows: list[_R]) -> dict[str, _R]:
    return _unique({row.id: row for row in rows}, len(rows))


def _unique(table: dict[str, _T], count: int) -> dict[str, _T]:
    if len(table) != count:
        raise ValueError("an id stands twice in the catalog")
    return table


def text_of_unit(unit: str, language: str) -> str:
    """A unit as it is printed; only counted things have words, SI stays as it is."""
    words = {"person": ("人", "people")}
    zh, en = words.get(unit, (unit, unit))
    return zh if language == "zh" else en
