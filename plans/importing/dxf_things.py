"""What a drawing proposes for the plan: doors by their swing, equipment by blocks, rooms, stairs
and lifts by their names. A person checks them: a block is only called a hydrant."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict

import numpy as np
import shapely
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from plans.importing.drawing_rules import DrawingRules
from plans.importing.dxf_shapes import Points, Shapes, Swing, Text
from plans.importing.floor_titles import floors_titled
from plans.importing.parsed import ThingRow
from plans.importing.rules import plain
from plans.model.catalog import Catalog
from plans.model.fact import Fact

_NEAR = 0.2
"""Ends of a leaf and its swing meet within this share of the leaf's width."""
_SAME_M = 1.5
"""Two texts or blocks that name the same kind so close together name one thing."""
_MOST, _LONGEST, _SHORT = 4_000, 24, 4
_WIDE = re.compile("[\u2e80-\uffff]")
_SENTENCE = re.compile("[。，；;：:=%＝、?？*<>]|详|见|注|表|图")


class Things:
    """The words of the catalog and the drawing rules, ready for comparing."""

    def __init__(self, catalog: Catalog, rules: DrawingRules) -> None:
        self._rules = rules
        self._blocks: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        for row in rules.thing:
            kind = catalog.kinds[row.kind]
            own = (kind.zh, kind.en, *kind.words)
            names = () if row.texts and not row.blocks else (*row.blocks, *own)
            self._blocks |= {plain(word): row.kind for word in names}
            self._texts |= {plain(word): row.kind for word in row.texts}

    def block_kind(self, name: str) -> str:
        """The kind a block of that name or attribute stands for, or ""."""
        return _longest(name, self._blocks)

    def text_kind(self, text: str) -> str:
        """The kind a text names, or "" when it is no name of anything."""
        if (
            len(text) > _LONGEST
            or _SENTENCE.search(text)
            or floors_titled(text, self._rules.titles)
        ):
            return ""
        return _longest(text, self._texts)

    def found(self, shapes: Shapes, metres: float, source: str) -> tuple[ThingRow, ...]:
        """Everything proposed, in metres of the drawing; `source` is named in measured facts."""
        made = self._doors(shapes, metres, source)
        places = _Places()
        for one in shapes.inserts[:_MOST]:
            kinds = [kind for said in (one.name, *one.words) if (kind := self.block_kind(said))]
            if kinds and places.is_new(kinds[0], one.middle * metres, 0.05):
                label = next((word for word in one.words if not self.block_kind(word)), "")
                made.append(_row(kinds[0], Point(one.middle * metres), label=_clean(label)))
        for text in shapes.texts[:_MOST]:
            kind = self.text_kind(text.text)
            at = _middle(text) * metres
            if kind and places.is_new(kind, at, _SAME_M):
                made.append(_row(kind, Point(at), label=_clean(text.text)))
        return tuple(made[:_MOST])

    # ------------------------------------------------------------------ doors

    def _doors(self, shapes: Shapes, metres: float, source: str) -> list[ThingRow]:
        """Doors of swings that are called so; where none is, of swings with a leaf."""
        least, most = self._rules.doors.least_m, self._rules.doors.most_m
        fitting = [s for s in shapes.swings if least <= s.radius * metres <= most]
        called = [swing for swing in fitting if swing.is_door]
        leaves = _leaves(shapes.segments, called or fitting)
        doors = [(swing, leaf) for swing, leaf in zip(called or fitting, leaves, strict=True)
                 if called or leaf]  # fmt: skip
        made, paired = [], set()
        for n, (swing, leaf) in enumerate(doors):
            if n in paired:
                continue
            jamb = swing.points[2 if leaf == 1 else 1]
            other = _partner(doors, n, jamb)
            if other is not None:
                paired.add(other)
                hinge = doors[other][0].points[0]
                line, wide = (
                    np.array([swing.points[0], hinge]),
                    swing.radius + doors[other][0].radius,
                )
                made.append(_door("door.double", line, swing.points, wide * metres, metres, source))
            else:
                line = np.array([swing.points[0], jamb])
                made.append(
                    _door("door", line, swing.points, swing.radius * metres, metres, source)
                )
        return made


def _door(
    kind: str, line: Points, swing: Points, width_m: float, metres: float, source: str
) -> ThingRow:
    """A door from its hinge to the other jamb, the leaf to the left (`kinds.toml`)."""
    (ax, ay), (bx, by) = line
    sides = [(bx - ax) * (y - ay) - (by - ay) * (x - ax) for x, y in swing[1:]]
    if max(sides, key=abs) < 0:
        line = line[::-1]
    width = Fact(key="width_m", value=round(width_m, 2), unit="m", source=source)
    return _row(kind, LineString(line * metres), facts=(width,))


def _leaves(segments: Points, swings: list[Swing]) -> list[int]:
    """Which end of each swing (1, 2) a line from its hinge goes to; 0 when none does."""
    if not len(segments) or not swings:
        return [0] * len(swings)
    tree = shapely.STRtree(shapely.points(segments.reshape(-1, 2)))
    found = []
    for swing in swings:
        near = swing.radius * _NEAR
        reached = [
            set((tree.query(Point(point).buffer(near)) // 2).tolist()) for point in swing.points
        ]
        ends = [len(reached[0] & reached[end]) for end in (1, 2)]
        found.append(0 if ends[0] == ends[1] == 0 else 1 if ends[0] >= ends[1] else 2)
    return found


def _partner(doors: list[tuple[Swing, int]], n: int, jamb: Points) -> int | None:
    """The swing whose closed leaf meets this one's: the other half of a double door."""
    for other in range(n + 1, len(doors)):
        swing, leaf = doors[other]
        theirs = swing.points[2 if leaf == 1 else 1]
        near = swing.radius * _NEAR
        if (
            math.dist(theirs, jamb) < near
            and math.dist(swing.points[0], doors[n][0].points[0]) > near
        ):
            return other
    return None


# ---------------------------------------------------------------------- words and places


def _row(kind: str, shape: BaseGeometry, label: str = "", facts: tuple[Fact, ...] = ()) -> ThingRow:
    return ThingRow(kind=kind, wkb=shapely.to_wkb(shape), label=label, facts=facts)


def _clean(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c)[0] != "C").strip()


def _longest(name: str, words: dict[str, str]) -> str:
    """The kind of the longest word in a name; a short word of Latin letters must stand alone."""
    folded = plain(name)
    tokens = set(re.findall(r"[^\W\d_]+", name.casefold()))
    fitting = [
        word for word in words
        if word in folded and (len(word) > _SHORT or _WIDE.search(word) or word in tokens)
    ]  # fmt: skip
    return words[max(fitting, key=len)] if fitting else ""


def _middle(text: Text) -> Points:
    """About the middle of a text: a Chinese character is as wide as high, others half that."""
    wide = sum(1.0 if _WIDE.match(c) else 0.6 for c in text.text) * text.height
    along, up = (0.5 - text.align / 2) * wide, text.height / 2
    turn = math.radians(text.angle_deg)
    c, s = math.cos(turn), math.sin(turn)
    return np.array([text.x + along * c - up * s, text.y + along * s + up * c])


class _Places:
    """Where things of each kind are already."""

    def __init__(self) -> None:
        self._at: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)

    def is_new(self, kind: str, at: Points, near_m: float) -> bool:
        """Whether nothing of that kind stands so near; then it does from now on."""
        x, y = at.tolist()
        if any(math.dist((x, y), other) < near_m for other in self._at[kind]):
            return False
        self._at[kind].append((x, y))
        return True
