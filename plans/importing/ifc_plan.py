"""The floors of one building as features: what a cut above each floor meets, what lies on it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import shapely
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from plans.importing.ifc_cut import areal, cut, edge, footprint, hull, parts, slim_box, way_up
from plans.importing.ifc_facts import area_m2, fact, rating_facts
from plans.importing.ifc_model import Model, Product
from plans.importing.ifc_openings import (
    Opening,
    is_fire_exit,
    is_outer,
    middle,
    opening_facts,
    opening_of,
    swings_right,
    way_in,
)  # fmt: skip
from plans.importing.ifc_rules import IfcRules
from plans.importing.ifc_shapes import Body
from plans.importing.ifc_storeys import Level, Verdict
from plans.importing.parsed import FeatureRow
from plans.importing.rules import KindWords
from plans.model.fact import Fact

_CLOSE_M = 0.3
"""Gaps between walls narrower than twice this are closed when a floor's outline is made of them."""
_SLAB_M = 0.6
"""A slab whose top lies within this of the floor is the floor: finishes and screeds lie on it."""
_HOLE_M2 = 0.5
"""A hole in a slab that is smaller is a sleeve for a pipe."""
_STAIR_M = 0.6
"""A flight that ends within this of a floor leads to it."""
Inside = tuple[BaseGeometry, BaseGeometry]
"""What the rooms of a floor cover together, and its outline."""
_ROOMS = frozenset({"room", "corridor", "lobby", "refuge_area"})


class Plan:
    """The features of one building. `shift` (2) is taken from every corner."""

    def __init__(
        self,
        model: Model,
        products: Sequence[Product],
        bodies: dict[int, Body],
        verdict: Verdict,
        rules: IfcRules,
        words: KindWords,
        source: str,
    ) -> None:
        self._model = model
        self._bodies = bodies
        self._verdict = verdict
        self._rules = rules
        self._words = words
        self._source = source
        self._home = {one: level for level in verdict.levels for one in level.members}
        self._by_drawn: dict[str, list[Product]] = defaultdict(list)
        for product in products:
            if product.row is not None:
                self._by_drawn[product.row.drawn].append(product)
        self._z = {number: _span(body) for number, body in bodies.items()}
        self._fillers = Counter(model.fills.values())
        self._voids: dict[int, list[int]] = defaultdict(list)
        for one in self._by_drawn["void"]:
            if one.id in bodies:
                self._voids[one.host].append(one.id)
        self.moved = 0
        """How many things lie on another floor than the file says."""
        self.bodiless: Counter[str] = Counter()
        """Things of a plan whose body could not be made, by class."""
        self.outlines: dict[int, BaseGeometry] = {}
        """The outline of each floor, by its storey's number."""

    def rows(self) -> Iterator[FeatureRow]:
        """All features, floor by floor."""
        self._walls = {level.storey.id: self._cut(level) for level in self._verdict.levels}
        self._wall_shapes = {
            storey: {one.id: shape for one, shape in found} for storey, found in self._walls.items()
        }
        placed = self._placed()
        for level in self._verdict.levels:
            here = placed[level.storey.id]
            rooms = [(one, self._room_shape(one, level)) for one in here if _is(one, "space")]
            shapes = [shape for _, shape in rooms]
            outline, holes = self._outline(level, shapes)
            self.outlines[level.storey.id] = outline
            inside = (areal(shapely.union_all(np.array(shapes, dtype=object))), outline)
            yield from self._floor(level, outline, holes)
            yield from self._rooms(level, rooms)
            yield from self._standing(level)
            for one in here:
                yield from self._thing(level, one, inside)
        for one in (one for many in self._by_drawn.values() for one in many):
            if _wants_body(one) and self._seen(one) not in self._bodies:
                self.bodiless[one.cls] += 1

    # ------------------------------------------------------------------ what lies where

    def _placed(self) -> dict[int, list[Product]]:
        """Everything that lies on one floor, by its storey's number."""
        placed: dict[int, list[Product]] = defaultdict(list)
        for drawn in ("space", "opening", "hull", "line", "symbol", "footprint"):
            for one in self._by_drawn[drawn]:
                for level in self._levels_of(one):
                    placed[level.storey.id].append(one)
        return placed

    def _levels_of(self, one: Product) -> list[Level]:
        levels = self._verdict.levels
        home = self._home.get(one.storey)
        if self._seen(one) not in self._z:
            return [home] if home else []
        low, high = self._z[self._seen(one)]
        assert one.row is not None
        if one.row.kind in ("stair.flight", "ramp", "escalator") or one.row.kind.startswith("lift"):
            served = [
                level for level in levels
                if low - _STAIR_M <= level.storey.z_m <= high + (_STAIR_M if high - low > 1 else 0)
            ]  # fmt: skip
            if served:
                return served if not (home and high - low < 1) else [home]
        by_height = self._at(low)
        if home is None:
            return [by_height]
        off = high < home.storey.z_m - 0.5 or low > home.storey.z_m + home.height_m + 0.5
        if off and one.row.drawn != "space" and by_height is not home:
            self.moved += 1
            return [by_height]
        return [home]

    def _seen(self, one: Product) -> int:
        """The body that shows where a thing is: its own, else that of the hole it fills."""
        return one.id if one.id in self._bodies else self._model.fills.get(one.id, one.id)

    def _at(self, z_m: float) -> Level:
        """The floor a thing that begins at that height stands on."""
        below = [level for level in self._verdict.levels if level.storey.z_m <= z_m + 0.3]
        return below[-1] if below else self._verdict.levels[0]

    def _plane(self, level: Level) -> float:
        return level.storey.z_m + min(self._rules.cut_m, 0.45 * level.height_m)

    # ------------------------------------------------------------------ walls and columns

    def _cut(self, level: Level) -> list[tuple[Product, BaseGeometry]]:
        """What the plane above a floor cuts, holes nothing fills taken out; low walls of the floor
        too, which the plane passes over."""
        z_m = self._plane(level)
        holes = self._holes(z_m)
        found = []
        for one in self._by_drawn["cut"]:
            body = self._bodies.get(one.id)
            if body is None or (one.cls == "IfcPlate" and not self._is_glazing(one)):
                continue
            low, high = self._z[one.id]
            if low <= z_m <= high:
                shape = cut(body.mesh, z_m)
                if shape.is_empty:
                    shape = footprint(body.mesh)
            elif high < z_m and self._home.get(one.storey) is level and high > level.storey.z_m:
                shape = cut(body.mesh, (max(low, level.storey.z_m) + high) / 2)
            else:
                continue
            if one.id in holes:
                shape = areal(shapely.difference(shape, shapely.union_all(holes[one.id])))
            if not shape.is_empty:
                found.append((one, shape))
        return found

    def _holes(self, z_m: float) -> dict[int, list[BaseGeometry]]:
        """Openings in bodies at that height that no door or window fills, by the body's number."""
        filled = frozenset(self._model.fills.values())
        holes: dict[int, list[BaseGeometry]] = defaultdict(list)
        for host, voids in self._voids.items():
            for number in voids:
                low, high = self._z[number]
                if number not in filled and low <= z_m <= high:
                    holes[host].append(cut(self._bodies[number].mesh, z_m))
        return holes

    def _is_glazing(self, one: Product) -> bool:
        host = self._model.class_of(one.host)
        return host.startswith("IfcCurtainWall")

    def _standing(self, level: Level) -> Iterator[FeatureRow]:
        """Walls, columns and glazing of a floor."""
        z_m = self._plane(level)
        glazing: dict[int, list[BaseGeometry]] = defaultdict(list)
        for one, shape in self._walls[level.storey.id]:
            assert one.row is not None
            if one.row.kind == "curtain_wall":
                glazing[one.host if one.cls == "IfcPlate" else one.id].append(shape)
            elif self._z[one.id][1] < z_m and one.row.kind != "column":
                yield self._row(level, "railing", edge(shape))
            elif one.row.kind == "column":
                facts = rating_facts(self._model.psets(one.id), self._source)
                for part in parts(shape):
                    yield self._row(level, "column", part, facts=facts)
            else:
                facts = rating_facts(self._model.psets(one.id), self._source)
                for part in parts(shape):
                    yield self._wall(level, one.row.kind, part, facts)
        for shapes in glazing.values():
            joined = shapely.union_all(np.array(shapes, dtype=object))
            closed = shapely.buffer(joined, _CLOSE_M / 2, join_style="mitre")
            for part in parts(areal(shapely.buffer(closed, -_CLOSE_M / 2, join_style="mitre"))):
                yield self._wall(level, "curtain_wall", part, ())

    def _wall(self, level: Level, kind: str, part: Polygon, facts: tuple[Fact, ...]) -> FeatureRow:
        """A wall: its middle line and width where it is straight, else what it covers."""
        slim = slim_box(part)
        if slim is None:
            return self._row(level, kind, part, facts=facts)
        width = fact("width_m", round(slim.width_m, 3), self._source, "m")
        return self._row(level, kind, slim.line, facts=(width, *facts))

    # ------------------------------------------------------------------ the floor itself

    def _outline(
        self, level: Level, rooms: Iterable[BaseGeometry]
    ) -> tuple[BaseGeometry, list[Polygon]]:
        """What a floor covers, and the holes in its slab."""
        z_m = level.storey.z_m
        slabs, voids = [], []
        for one in self._by_drawn["slab"]:
            body = self._bodies.get(one.id)
            if body is None:
                continue
            low, high = self._z[one.id]
            is_roof = level.is_roof and self._home.get(one.storey) is level
            if (abs(high - z_m) <= _SLAB_M and high - low <= 2 * _SLAB_M) or is_roof:
                slabs.append(footprint(body.mesh))
                voids += [footprint(self._bodies[hole].mesh) for hole in self._voids[one.id]]
        standing = [shape for _, shape in self._walls[level.storey.id]]
        around = shapely.union_all(np.array([*standing, *rooms, *slabs], dtype=object))
        closed = shapely.buffer(around, _CLOSE_M, join_style="mitre")
        closed = areal(shapely.buffer(closed, -_CLOSE_M, join_style="mitre"))
        slab = areal(shapely.union_all(np.array(slabs, dtype=object)))
        holes = [Polygon(ring) for part in parts(slab) for ring in part.interiors]
        if slabs:
            holes += [part for void in voids for part in parts(void)]
        outline = areal(shapely.union_all([Polygon(part.exterior) for part in parts(closed)]))
        return outline, [hole for hole in holes if hole.area >= _HOLE_M2]

    def _floor(
        self, level: Level, outline: BaseGeometry, holes: list[Polygon]
    ) -> Iterator[FeatureRow]:
        if not outline.is_empty:
            area = fact("area_m2", round(outline.area, 1), self._source, "m²")
            yield self._row(level, "outline", outline, facts=(area,))
        for hole in holes:
            yield self._row(level, "opening", hole)

    def _room_shape(self, one: Product, level: Level) -> BaseGeometry:
        body = self._bodies.get(one.id)
        if body is None:
            return Polygon()
        low, high = self._z[one.id]
        z_m = self._plane(level)
        shape = cut(body.mesh, z_m if low < z_m < high else (low + high) / 2)
        return footprint(body.mesh) if shape.is_empty else shape

    def _rooms(
        self, level: Level, rooms: Iterable[tuple[Product, BaseGeometry]]
    ) -> Iterator[FeatureRow]:
        for one, shape in rooms:
            label = _room_label(one)
            if shape.is_empty:
                continue
            kind = self._words.kind(one.long_name or one.name)
            sets = self._model.psets(one.id)
            yield self._row(
                level,
                kind if kind in _ROOMS else "room",
                shape,
                label=label,
                facts=(fact("area_m2", area_m2(sets, shape.area), self._source, "m²"),),
            )

    # ------------------------------------------------------------------ things on it

    def _thing(self, level: Level, one: Product, inside: Inside) -> Iterator[FeatureRow]:
        assert one.row is not None
        body = self._bodies.get(one.id)
        kind, drawn = one.row.kind, one.row.drawn
        if drawn == "opening":
            yield from self._opening(level, one, inside)
        elif drawn == "symbol":
            at = self._point(one, body)
            if at is not None:
                yield self._row(level, kind, at)
        elif body is None:
            return
        elif drawn == "hull":
            yield self._row(level, kind, hull(body.mesh))
        elif drawn == "line":
            yield self._row(level, kind, edge(footprint(body.mesh)))
        elif drawn == "footprint":
            for part in parts(footprint(body.mesh)):
                yield self._row(level, kind, part, rotation_deg=way_up(body.mesh))

    def _point(self, one: Product, body: Body | None) -> Point | None:
        if body is not None:
            x, y, _ = (body.mesh.low + body.mesh.high) / 2
            return Point(x, y)
        at = self._model.position(one.id)
        return None if at is None else Point(at[:2])

    def _opening(self, level: Level, one: Product, inside: Inside) -> Iterator[FeatureRow]:
        assert one.row is not None
        hole_id = self._model.fills.get(one.id, 0)
        wall = self._wall_shapes[level.storey.id].get(self._model.voids.get(hole_id, 0))
        opening = opening_of(
            self._bodies.get(one.id),
            self._bodies.get(hole_id) if self._fillers[hole_id] == 1 else None,
            wall,
            level.storey.z_m,
            self._model.axis(one.id),
        )
        if opening is None:
            return
        sets = self._model.psets(one.id)
        outer = is_outer(sets, opening.line, inside[1], self._rules.outer_m)
        facts = opening_facts(opening, sets, self._source, self._model.sizes(one.id))
        if outer is not None:
            facts = (*facts, fact("outer", outer, self._source))
        is_door = one.row.kind != "window"
        if is_door:
            yield from self._door(level, one, opening, facts, inside if outer else None)
            if is_fire_exit(sets):
                yield self._row(level, "exit", middle(opening.line))
        else:
            width = fact("width_m", opening.thickness_m, self._source, "m")
            yield self._row(level, "window", opening.line, facts=(width, *facts))

    def _door(
        self, level: Level, one: Product, opening: Opening, facts: tuple[Fact, ...],
        inside: Inside | None,
    ) -> Iterator[FeatureRow]:  # fmt: skip
        assert one.row is not None
        kind = one.row.kind
        rated = any(one.key == "fire_rating_min" for one in facts)
        if rated and kind in ("door", "door.double"):
            kind = "fire_door"
        if swings_right(one.sort) and kind in ("door", "fire_door"):
            facts = (*facts, fact("hinges", "right", self._source))
        yield self._row(level, kind, opening.line, facts=facts)
        if inside is not None and level.level == 0:
            turn = way_in(opening.line, inside, self._rules.outer_m)
            yield self._row(level, "entrance", middle(opening.line), rotation_deg=turn)

    def _row(
        self, level: Level, kind: str, shape: BaseGeometry, *, label: str = "",
        facts: tuple[Fact, ...] = (), rotation_deg: float = 0.0,
    ) -> FeatureRow:  # fmt: skip
        return FeatureRow(
            kind=kind,
            wkb=shapely.to_wkb(shape),
            label=label,
            rotation_deg=rotation_deg,
            facts=facts,
            floors=(level.storey.label,),
            local=True,
            place=level.storey.label,
        )


def _span(body: Body) -> tuple[float, float]:
    """The heights a body begins and ends at."""
    heights = body.mesh.corners[:, 2]
    return float(heights.min()), float(heights.max())


def _is(one: Product, drawn: str) -> bool:
    return one.row is not None and one.row.drawn == drawn


def _wants_body(one: Product) -> bool:
    """Whether a thing without a body is a loss: a stair of flights has none of its own."""
    drawn = one.row.drawn if one.row else ""
    return drawn in ("cut", "space", "opening", "hull", "footprint") and one.cls not in (
        "IfcStair", "IfcRamp", "IfcCurtainWall", "IfcPlate",
    )  # fmt: skip


def _room_label(one: Product) -> str:
    """`Office 101` of the long name and the number."""
    if not one.long_name or one.long_name == one.name:
        return one.name
    return f"{one.long_name} {one.name}".strip()
