"""Walls: rooms that tile a floor become wall centre lines, one run per kind of wall."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import shapely
from shapely.geometry import LineString, Point, Polygon

Node = tuple[float, float]
Class = tuple[str, float]


@dataclass(frozen=True)
class Edge:
    """A straight piece of boundary; `left` and `right` are room keys, "" is outside."""

    a: Node
    b: Node
    left: str
    right: str

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.left, self.right))

    @property
    def length(self) -> float:
        return math.dist(self.a, self.b)


def edges_of(rooms: dict[str, Polygon]) -> list[Edge]:
    """Every piece of boundary between two rooms, or a room and outside."""
    keys = list(rooms)
    shapes = [rooms[k] for k in keys]
    net = shapely.unary_union([s.boundary for s in shapes], grid_size=0.001)
    tree = shapely.STRtree(shapes)

    def room_at(x: float, y: float) -> str:
        hits = tree.query(Point(x, y), predicate="within")
        return keys[int(hits[0])] if len(hits) else ""

    out = []
    for line in shapely.get_parts(net):
        points = list(line.coords)
        for a, b in itertools.pairwise(points):
            length = math.dist(a, b)
            if length < 0.004:
                continue
            nx, ny = -(b[1] - a[1]) / length * 0.02, (b[0] - a[0]) / length * 0.02
            mx, my = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
            left, right = room_at(mx + nx, my + ny), room_at(mx - nx, my - ny)
            if left != right:
                out.append(Edge((a[0], a[1]), (b[0], b[1]), left, right))
    return out


def _heading(frm: Node, to: Node) -> float:
    return math.atan2(to[1] - frm[1], to[0] - frm[0])


def _straightness(at: Node, p: Node, q: Node) -> float:
    """0 when p-at-q is straight, pi when it folds back."""
    turn = abs(_heading(p, at) - _heading(at, q)) % (2 * math.pi)
    return min(turn, 2 * math.pi - turn)


def runs(segments: list[tuple[Node, Node]], corners: bool = True) -> list[LineString]:
    """Segments joined into long polylines: straight on through junctions, then round corners."""
    at_node: dict[Node, list[int]] = defaultdict(list)
    for i, (a, b) in enumerate(segments):
        at_node[a].append(i)
        at_node[b].append(i)

    def other(i: int, n: Node) -> Node:
        a, b = segments[i]
        return b if a == n else a

    link: dict[tuple[int, Node], int] = {}
    for n, touching in at_node.items():
        pairs = sorted(
            (_straightness(n, other(i, n), other(j, n)), i, j)
            for k, i in enumerate(touching)
            for j in touching[k + 1 :]
        )
        used: set[int] = set()
        for turn, i, j in pairs:
            if i in used or j in used:
                continue
            if turn > 0.45 and not (corners and len(touching) == 2):
                continue
            used |= {i, j}
            link[(i, n)], link[(j, n)] = j, i
    seen: set[int] = set()
    out = []
    for start in range(len(segments)):
        if start in seen:
            continue
        seen.add(start)
        chain = list(segments[start])
        for end in (1, 0):
            at, now = chain[-1] if end else chain[0], start
            while (now, at) in link and link[(now, at)] not in seen:
                now = link[(now, at)]
                seen.add(now)
                at = other(now, at)
                if end:
                    chain.append(at)
                else:
                    chain.insert(0, at)
        out.append(LineString(chain).simplify(0.003))
    return out


def wall_runs(
    edges: list[Edge], classify: Callable[[str, str], Class | None]
) -> list[tuple[Class, LineString]]:
    """The walls between rooms as (kind and width in metres, centre line)."""
    groups: dict[Class, list[tuple[Node, Node]]] = defaultdict(list)
    for e in edges:
        found = classify(e.left, e.right)
        if found:
            groups[found].append((e.a, e.b))
    return [(c, line) for c in sorted(groups) for line in runs(groups[c])]


def shared_runs(edges: list[Edge], one: str, two: str) -> list[LineString]:
    """The straight stretches of boundary two rooms share, longest first."""
    wanted = frozenset((one, two))
    segments = [(e.a, e.b) for e in edges if e.pair == wanted]
    out: list[LineString] = []
    for line in runs(segments, corners=False):
        points = list(line.coords)
        out += [LineString(pq) for pq in itertools.pairwise(points)]
    return sorted(out, key=lambda s: -s.length)
