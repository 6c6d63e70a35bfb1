"""Which building the indoor things of a map are in: the one whose footprint they lie on.

A map of a district holds many buildings and the inside of a few. Only a footprint with rooms,
walls or corridors on it becomes a building with floors; a shop that merely says `level=0` in some
other house stays on the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from plans.importing.map_rows import FOOTPRINT
from plans.importing.parsed import BuildingRow, FeatureRow

_TOUCH_DEG = 1e-6
"""A tenth of a metre: footprints drawn wall to wall."""
_ACROSS, _ACROSS_DEG2 = 0.02, 5e-10
"""Something lies across a footprint with this part of it, and at least some 5 m² of it, inside."""
_NEAR_DEG = 0.0005
"""Indoor things up to some 50 m outside (terraces, passages) belong to the nearest building."""


class Known(msgspec.Struct, frozen=True):
    """A building the binder has: the word it is found by, and where it stands."""

    word: str
    lon: float
    lat: float


def housed(
    rows: Sequence[FeatureRow], stem: str, known: Iterable[Known]
) -> tuple[list[FeatureRow], list[BuildingRow]]:
    """The same rows, indoor ones with the building they are in, and the buildings to be made.

    A footprint goes by the known building on it, its label, its address, else by `stem` (the
    file's name), numbered when several have none. Rows that name a building, and files without
    footprints, are left as they are.
    """
    footprints = [row for row in rows if row.kind == FOOTPRINT and _is_area(row)]
    inner = [at for at, row in enumerate(rows) if _is_inside(row) and not row.building]
    if not footprints or not inner:
        return list(rows), []
    shapes = _shapes(footprints)
    houses = _houses(shapes, _points(_shapes([rows[at] for at in inner])))
    planned = {
        house for at, house in zip(inner, houses, strict=True) if house >= 0 and rows[at].indoor
    }
    if not planned:
        return [_outside(row) if row.levels and not row.indoor else row for row in rows], []
    known = list(known)
    made: dict[int, str] = {}
    buildings: list[BuildingRow] = []
    inside = [shapely.from_wkb(rows[at].wkb) for at in inner if rows[at].indoor]
    for group in _joined(sorted(planned), shapes, inside):
        word = next((one.word for one in known if any(_holds(shapes[h], one) for h in group)), "")
        if not word:
            largest = max(group, key=lambda house: shapes[house].area)
            word = _named([footprints[house] for house in group], stem, buildings)
            buildings.append(_building(footprints[largest], shapes[largest], word))
        made |= dict.fromkeys(group, word)
    placed = list(rows)
    near = _nearest(shapes, sorted(planned))
    for at, house in zip(inner, houses, strict=True):
        row = rows[at]
        if house not in planned:
            house = near(shapely.from_wkb(row.wkb)) if row.indoor else -1
        if house in made:
            placed[at] = msgspec.structs.replace(row, building=made[house])
        elif not row.indoor:
            placed[at] = _outside(row)
    return placed, buildings


def _is_inside(row: FeatureRow) -> bool:
    return row.indoor or bool(row.floors or row.levels)


def _is_area(row: FeatureRow) -> bool:
    return row.wkb[1] in (3, 6) if row.wkb[:1] == b"\x01" else row.wkb[4] in (3, 6)


def _outside(row: FeatureRow) -> FeatureRow:
    return msgspec.structs.replace(row, levels=(), floors=())


def _shapes(rows: Sequence[FeatureRow]) -> list[BaseGeometry]:
    return list(shapely.from_wkb(np.array([row.wkb for row in rows], dtype=object)))


def _points(shapes: list[BaseGeometry]) -> NDArray[np.object_]:
    points: NDArray[np.object_] = shapely.point_on_surface(np.array(shapes, dtype=object))
    return points


def _houses(shapes: list[BaseGeometry], points: NDArray[np.object_]) -> list[int]:
    """For each point the smallest shape that holds it; -1 for none."""
    areas = shapely.area(np.array(shapes, dtype=object))
    found = [-1] * len(points)
    for point, house in zip(*STRtree(shapes).query(points, predicate="intersects"), strict=True):
        if found[point] < 0 or areas[house] < areas[found[point]]:
            found[point] = int(house)
    return found


class _nearest:
    """The nearest of some shapes, within reach; -1 when none is."""

    def __init__(self, shapes: list[BaseGeometry], of: list[int]) -> None:
        self._of = of
        self._tree = STRtree([shapes[at] for at in of])

    def __call__(self, shape: BaseGeometry) -> int:
        found = self._tree.query_nearest(shape, max_distance=_NEAR_DEG, all_matches=False)
        return self._of[int(found[0])] if len(found) else -1


def _holds(shape: BaseGeometry, one: Known) -> bool:
    return bool(shapely.contains_xy(shape, one.lon, one.lat))


def _joined(
    planned: list[int], shapes: list[BaseGeometry], inside: list[BaseGeometry]
) -> list[list[int]]:
    """Footprints in groups: those that touch, or that one room or car park lies across, are one
    building to whoever is inside."""
    group_of = {house: {house} for house in planned}

    def join(houses: Iterable[int]) -> None:
        together = set().union(*(group_of[house] for house in houses))
        group_of.update(dict.fromkeys(together, together))

    footprints = [shapes[house] for house in planned]
    tree = STRtree(footprints)
    for one, other in zip(*tree.query(footprints, "dwithin", distance=_TOUCH_DEG), strict=True):
        join((planned[one], planned[other]))
    for shape in inside:
        across = [
            planned[at]
            for at in tree.query(shape, predicate="intersects")
            if shape.intersection(footprints[at]).area > max(_ACROSS * shape.area, _ACROSS_DEG2)
        ]
        join(across)
    groups = {id(group): sorted(group) for group in group_of.values()}
    return list(groups.values())


def _named(group: list[FeatureRow], stem: str, others: list[BuildingRow]) -> str:
    """By the only name among the footprints, else the address of a single one, else the stem."""
    names = {row.label for row in group if row.label and not row.label[0].isdigit()}
    address = group[0].address if len(group) == 1 else ""
    name = names.pop() if len(names) == 1 else address or stem
    taken = sum(building.name.rsplit(" #", 1)[0] == name for building in others)
    return f"{name} #{taken + 1}" if taken else name


def _building(footprint: FeatureRow, shape: BaseGeometry, name: str) -> BuildingRow:
    middle = shape.representative_point()
    return BuildingRow(
        name=name,
        address=footprint.address,
        lon=round(middle.x, 7),
        lat=round(middle.y, 7),
        facts=footprint.facts,
        place=footprint.place,
    )
