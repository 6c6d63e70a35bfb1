"""A floor being drawn: rooms that tile it, doors in its walls, symbols that keep apart."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from .drawn import Drawn
from .settling import clear_of_columns, free_place
from .shapes import Xy, inside_point, largest, merged, polygons, tidy
from .walls import Class, Edge, edges_of, shared_runs, wall_runs

OUT = ""


@dataclass
class Room:
    """A room of a plan. `wall` is light, heavy or none; `front` the kind of its wall to corridors;
    rooms of one `hall` stand open to each other."""

    key: str
    shape: Polygon
    zh: str
    en: str
    kind: str
    wall: str
    hall: str
    front: str
    facade: Class | None
    facts: dict[str, Any]


class Plan:
    """One floor of a building, in local metres."""

    def __init__(
        self,
        outline: Polygon,
        facade: Class = ("wall", 0.3),
        heavy: float = 0.2,
        light: Class = ("partition", 0.12),
    ) -> None:
        self.outline = tidy(outline)
        self.free: BaseGeometry = self.outline
        self.facade = facade
        self.heavy = heavy
        self.light = light
        self.rooms: dict[str, Room] = {}
        self.extra: list[Drawn] = []
        self.openings: list[Drawn] = []
        self.symbols: list[Drawn] = []
        self._edges: list[Edge] | None = None

    # rooms ------------------------------------------------------------------------------

    def room(
        self,
        key: str,
        shape: BaseGeometry,
        zh: str = "",
        en: str = "",
        kind: str = "room",
        wall: str = "light",
        hall: str = "",
        front: str = "",
        facade: Class | None = None,
        **facts: Any,
    ) -> Polygon:
        """Take a room out of the floor still free; returns what it got."""
        if key in self.rooms:
            raise ValueError(f"room {key} twice")
        got = largest(tidy(tidy(shape).intersection(self.free)))
        got = Polygon(got.exterior, [r for r in got.interiors if Polygon(r).area > 0.05])
        self.free = tidy(self.free.difference(got))
        self.rooms[key] = Room(key, got, zh, en, kind, wall, hall, front, facade, facts)
        self._edges = None
        return got

    def rest(self, key: str, zh: str, en: str, kind: str = "corridor", **more: Any) -> list[str]:
        """Make rooms of all that is left; returns their keys (key, key-2, ...)."""
        keys = []
        for i, part in enumerate(sorted(polygons(self.free, 0.6), key=lambda g: -g.area)):
            name = key if i == 0 else f"{key}-{i + 1}"
            told = i == 0 or (part.area > 9 and kind == "room")
            self.room(name, part, zh if told else "", en if told else "", kind, **more)
            keys.append(name)
        return keys

    def ghost(self, key: str, shape: BaseGeometry) -> None:
        """What lies beyond the outline: it gives walls and doors a far side, but is not drawn."""
        got = largest(tidy(tidy(shape).difference(self.outline)))
        self.rooms[key] = Room(key, got, "", "", "ghost", "light", "", "", None, {})
        self._edges = None

    def shape(self, key: str) -> Polygon:
        return self.rooms[key].shape

    # walls ------------------------------------------------------------------------------

    @property
    def edges(self) -> list[Edge]:
        if self._edges is None:
            self._edges = edges_of({k: r.shape for k, r in self.rooms.items()})
        return self._edges

    def classify(self, left: str, right: str) -> Class | None:
        """The kind and width of wall between two rooms ("" is outside)."""
        a, b = self.rooms.get(left), self.rooms.get(right)
        ghosts = [r is not None and r.kind == "ghost" for r in (a, b)]
        if any(ghosts):
            return None if all(ghosts) or a is None or b is None else ("wall", 0.3)
        if a is None or b is None:
            only = a or b
            assert only is not None
            return only.facade or self.facade
        if a.hall and a.hall == b.hall:
            return None
        if "heavy" in (a.wall, b.wall):
            return ("wall", self.heavy)
        if "opening" in (a.kind, b.kind):
            return ("railing", 0.06)
        for one, two in ((a, b), (b, a)):
            if one.front and two.kind == "corridor":
                return (one.front, 0.1)
        return self.light

    # openings in walls --------------------------------------------------------------------

    def door(
        self,
        a: str,
        b: str,
        near: Xy | None = None,
        width: float = 0.9,
        kind: str = "door",
        into: str | None = None,
        zh: str = "",
        en: str = "",
        **facts: Any,
    ) -> Point:
        """A door in the wall between rooms a and b, opening into b unless told otherwise.

        It stands at the place nearest to `near`, or in the middle of the longest stretch.
        Returns a point on the door.
        """
        stretches = [s for s in shared_runs(self.edges, a, b) if s.length >= width + 0.1]
        if not stretches:
            raise ValueError(f"no wall of {width} m between {a!r} and {b!r}")
        if near is None:
            line = stretches[0]
            at = line.length / 2
        else:
            target = Point(near)
            line = min(stretches, key=lambda s: s.distance(target))
            at = line.project(target)
        margin = min(0.12, (line.length - width) / 2)
        at = min(max(at, width / 2 + margin), line.length - width / 2 - margin)
        p, q = line.interpolate(at - width / 2), line.interpolate(at + width / 2)
        middle = line.interpolate(at)
        target_room = b if into is None else into
        dx, dy = q.x - p.x, q.y - p.y
        probe = Point(middle.x - dy / width * 0.1, middle.y + dx / width * 0.1)
        in_room = target_room in self.rooms and self.shape(target_room).contains(probe)
        if target_room == OUT:
            in_room = not any(r.shape.contains(probe) for r in self.rooms.values())
        ends = [p, q] if in_room else [q, p]
        key = "clear_width_m" if kind == "door.sliding" else "width_m"
        self.openings.append(Drawn(kind, LineString(ends), zh, en, 0.0, {key: width, **facts}))
        return middle

    def windows(
        self, key: str, width: float = 1.8, every: float = 3.6, facing: float | None = None
    ) -> None:
        """Windows evenly along the outer walls of a room; `facing` keeps one side (degrees)."""
        for line in shared_runs(self.edges, key, OUT):
            if line.length < width + 0.5:
                continue
            (x0, y0), (x1, y1) = line.coords
            out = math.degrees(math.atan2(-(x1 - x0), y1 - y0))
            middle = line.interpolate(0.5, normalized=True)
            step = Point(
                middle.x + math.cos(math.radians(out)) * 0.1,
                middle.y + math.sin(math.radians(out)) * 0.1,
            )
            if self.shape(key).contains(step):
                out += 180
            if facing is not None and abs((out - facing + 180) % 360 - 180) > 40:
                continue
            n = max(1, int((line.length - 0.4) // every))
            for i in range(n):
                at = line.length * (i + 0.5) / n
                p, q = line.interpolate(at - width / 2), line.interpolate(at + width / 2)
                piece = LineString([p, q])
                if any(o.shape.distance(piece) < 0.3 for o in self.openings):
                    continue
                self.openings.append(Drawn("window", piece, "", "", 0.0, {"clear_width_m": width}))

    def way_in(
        self, key: str, halls: Sequence[str], width: float = 0.0, kind: str = "", **more: Any
    ) -> str:
        """A door from the hall a room shares its longest wall with; returns that hall."""
        best = None
        longest = 1.0
        for hall in halls:
            known = hall in self.rooms or hall == OUT
            lines = shared_runs(self.edges, hall, key) if known else []
            if lines and lines[0].length > longest:
                best, longest = hall, lines[0].length
        if best is None:
            raise ValueError(f"{key!r} touches none of {halls}")
        area = self.shape(key).area
        wide = width or (2.4 if area > 150 else 1.8 if area > 60 else 1.0)
        wide = min(wide, longest - 0.2)
        if more.get("into") == "":
            more["into"] = best
        kind = kind or ("door.double" if wide > 1.3 else "door")
        self.door(best, key, None, wide, kind, **more)
        return best

    def along(
        self, key: str, kind: str, every: float, start: float = 3.0, off: float = 0.6, **more: Any
    ) -> None:
        """Symbols along the walls of a room, `every` metres, clear of its doors and open sides."""
        inset = self.shape(key).buffer(-off, join_style="mitre")
        walls = [
            LineString([e.a, e.b])
            for e in self.edges
            if key in e.pair and self.classify(e.left, e.right) not in (None, ("railing", 0.06))
        ]
        solid = shapely.union_all(walls)
        doors = shapely.union_all([o.shape for o in self.openings])
        n = 0
        for part in polygons(inset, 1.0):
            ring = part.exterior
            at = start
            while at < ring.length:
                q = ring.interpolate(at)
                if q.distance(solid) < off + 0.1 and q.distance(doors) > 1.0:
                    n += 1
                    label = {k: v.format(n=n) for k, v in more.items() if k in ("zh", "en")}
                    rest = {k: v for k, v in more.items() if k not in ("zh", "en")}
                    self.symbol(kind, q, **label, **rest)
                    at += every
                else:
                    at += 0.7

    # the rest -----------------------------------------------------------------------------

    def line(
        self, kind: str, points: Sequence[Xy], zh: str = "", en: str = "", **facts: Any
    ) -> None:
        self.extra.append(Drawn(kind, LineString(points), zh, en, 0.0, facts))

    def draw(self, kind: str, *lines: Sequence[Xy]) -> None:
        """Plain lines, as furniture."""
        self.extra += [Drawn(kind, LineString(p)) for p in lines]

    def area(
        self,
        kind: str,
        shape: BaseGeometry,
        zh: str = "",
        en: str = "",
        rotation_deg: float = 0.0,
        **facts: Any,
    ) -> None:
        self.extra.append(Drawn(kind, tidy(shape), zh, en, rotation_deg, facts))

    def compartment(self, zh: str, en: str, keys: Iterable[str], **facts: Any) -> None:
        """A fire compartment made of rooms, with its area."""
        shape = merged([self.shape(k) for k in keys], 0.05)
        for i, part in enumerate(sorted(polygons(shape, 4.0), key=lambda g: -g.area)):
            name, name_en = (zh, en) if i == 0 else (f"{zh}({i + 1})", f"{en} ({i + 1})")
            self.area("compartment", part, name, name_en, area_m2=round(part.area), **facts)

    def symbol(
        self,
        kind: str,
        at: Xy | Point,
        zh: str = "",
        en: str = "",
        rotation_deg: float = 0.0,
        **facts: Any,
    ) -> None:
        """A point symbol; `build` moves it a little if it would stand on another."""
        point = at if isinstance(at, Point) else Point(at)
        self.symbols.append(Drawn(kind, point, zh, en, rotation_deg, facts))

    def beside(self, a: str, b: str, kind: str, near: Xy, off: float = 0.5, **more: Any) -> None:
        """A symbol in room a, `off` metres from its wall to b, near a place."""
        lines = shared_runs(self.edges, a, b)
        if not lines:
            raise ValueError(f"{a!r} and {b!r} do not touch")
        target = Point(near)
        line = min(lines, key=lambda s: s.distance(target))
        p = line.interpolate(line.project(target))
        (x0, y0), (x1, y1) = line.coords
        nx, ny = -(y1 - y0) / line.length * off, (x1 - x0) / line.length * off
        q = Point(p.x + nx, p.y + ny)
        if not self.shape(a).contains(q):
            q = Point(p.x - nx, p.y - ny)
        self.symbol(kind, q, **more)

    def columns(
        self,
        xs: Iterable[float],
        ys: Iterable[float],
        size: float = 0.8,
        avoid: BaseGeometry | None = None,
    ) -> None:
        """Columns on a grid, left out where doors, stairs and lifts stand."""
        ys = list(ys)
        inner = self.outline.buffer(-size / 2 + 0.05)
        doors = shapely.unary_union([o.shape.buffer(0.35) for o in self.openings])
        blocked = [r.shape for r in self.rooms.values() if r.facts.get("core")]
        core = shapely.unary_union([*blocked, avoid or Polygon()]).buffer(0.1)
        for x in xs:
            for y in ys:
                c = shapely.box(x - size / 2, y - size / 2, x + size / 2, y + size / 2)
                if inner.contains(Point(x, y)) and not (c.intersects(doors) or c.intersects(core)):
                    self.extra.append(Drawn("column", c))

    def build(self) -> list[Drawn]:
        """All features of the floor, areas first, symbols last."""
        order = {"compartment": 0, "smoke_zone": 0, "opening": 2, "column": 3}
        areas = []
        for r in self.rooms.values():
            if r.kind == "ghost":
                continue
            facts = {k: v for k, v in r.facts.items() if k != "core"}
            areas.append(Drawn(r.kind, r.shape, r.zh, r.en, 0.0, facts))
        walls = [
            Drawn(kind, line, "", "", 0.0, {"width_m": width})
            for (kind, width), line in wall_runs(self.edges, self.classify)
        ]
        extra = sorted(clear_of_columns(self.extra), key=lambda d: order.get(d.kind, 4))
        below = [d for d in extra if order.get(d.kind, 4) < 2]
        above = [d for d in extra if order.get(d.kind, 4) >= 2]
        return [*below, *areas, *walls, *self.openings, *above, *self._settled()]

    def _settled(self) -> list[Drawn]:
        """The symbols, each moved to the nearest free place of its own room."""
        labels = [
            (inside_point(r.shape), 0.42 * max(len(r.zh) * 2, 2))
            for r in self.rooms.values()
            if r.zh and r.shape.area > 12
        ]
        placed: list[Point] = []
        out = []
        shapes = list(self.rooms.values())
        for s in self.symbols:
            home = next((r.shape for r in shapes if r.shape.contains(s.shape)), None)
            out.append(
                Drawn(
                    s.kind,
                    free_place(s.shape, home, placed, labels),
                    s.label,
                    s.label_en,
                    s.rotation_deg,
                    s.facts,
                )
            )
            placed.append(out[-1].shape)  # type: ignore[arg-type]
        return out
