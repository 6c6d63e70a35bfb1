"""Whether what a file shows lies where it is to go: on a building, near the binder's buildings.

The figures are rows of `[near]` in `guesses.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import GeometryCollection, Point
from shapely.geometry.base import BaseGeometry

from plans.analysis.footprints import match_footprints
from plans.errors import Undecided
from plans.geometry.placing import MapFrame, map_to_local, straight_line_m
from plans.importing.ledger import Ledger
from plans.model.building import Building
from plans.model.ids import BuildingId

Position = tuple[float | None, float | None]
_EARTH_KM = 6371.0088
_CELL_DEG = 0.01
"""Positions are compared to about a kilometre: 100,000 hydrants are then some thousand places."""
_MOST_CANDIDATES = 8
_ENOUGH = 0.5
"""The share of a file's shapes that must lie on a building for the file to belong to it."""


@lru_cache(maxsize=64)
def frame_at(lon: float, lat: float) -> MapFrame:
    """A frame is 25 ms to make and a building has many floor files."""
    return MapFrame(lon, lat)


def middles(degrees: Sequence[BaseGeometry]) -> list[tuple[float, float]]:
    """The middle of each shape's bounding box."""
    boxes = shapely.bounds(np.array(degrees, dtype=object)).reshape(-1, 4)
    return [(x, y) for x, y in ((boxes[:, :2] + boxes[:, 2:]) / 2).tolist()]


# ---------------------------------------------------------------------- near the binder


def far_ones(ledger: Ledger, places: Sequence[Position]) -> list[int | None]:
    """For each place (lon, lat in degrees; None is nowhere) how far it lies in km when it is
    farther from every building of the binder than `near.binder_m`, else None.

    Raises `Undecided` (reason `too_far`) when some do and the user has not said what then. A
    binder without a map takes what comes.
    """
    nobody: list[int | None] = [None] * len(places)
    if ledger.near is None or ledger.wish.far == "take":
        return nobody
    at = [n for n, place in enumerate(places) if place[0] is not None and place[1] is not None]
    known, names = _known_places(ledger)
    if not at or not len(known):
        return nobody
    away_km, nearest = _distances_km(np.array([places[n] for n in at], dtype=float), known)
    is_far = away_km * 1000 > ledger.near.binder_m
    if not is_far.any():
        return nobody
    if not ledger.wish.far:
        first = int(np.argmin(np.where(is_far, away_km, np.inf)))
        raise Undecided(
            ledger.source,
            reason="too_far",
            n=int(is_far.sum()),
            total=len(places),
            km=f"{away_km[first]:,.0f}",
            limit_km=f"{ledger.near.binder_m / 1000:,.0f}",
            building=names[int(nearest[first])],
        )
    far = nobody
    for n, is_one, distance in zip(at, is_far.tolist(), away_km.tolist(), strict=True):
        far[n] = round(distance) if is_one else None
    return far


def _known_places(ledger: Ledger) -> tuple[NDArray[np.float64], list[str]]:
    """Where the binder's buildings stand, and their names; else the origin of its map."""
    rows = [row for row in ledger.shelf.library.list() if row.lon is not None]
    if rows:
        return np.array([(row.lon, row.lat) for row in rows], dtype=float), [r.name for r in rows]
    frame = ledger.shelf.frame
    if frame is None:
        return np.empty((0, 2)), []
    return np.array([(frame.lon, frame.lat)]), [""]


def _distances_km(
    places: NDArray[np.float64], known: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """From each place the distance to the nearest known one, and which that is."""
    cells, back = np.unique(np.round(places / _CELL_DEG) * _CELL_DEG, axis=0, return_inverse=True)
    seen, which = np.unique(np.round(known / _CELL_DEG) * _CELL_DEG, axis=0, return_index=True)
    a, b = _on_sphere(cells), _on_sphere(seen)
    chords, nearest = np.empty(len(a)), np.empty(len(a), dtype=np.int64)
    for start in range(0, len(a), 512):
        part = a[start : start + 512] @ b.T
        best = part.argmax(axis=1)
        nearest[start : start + 512] = best
        chords[start : start + 512] = part[np.arange(len(best)), best]
    away_km = np.arccos(np.clip(chords, -1, 1)) * _EARTH_KM
    back = back.reshape(-1)
    return away_km[back], which[nearest[back]]


def _on_sphere(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    lon, lat = np.radians(degrees[:, 0]), np.radians(degrees[:, 1])
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


# ---------------------------------------------------------------------- on a building


def check_on_building(ledger: Ledger, building: Building, degrees: Sequence[BaseGeometry]) -> None:
    """Refuse shapes (degrees) that do not lie on the building the user named.

    Raises `Undecided` (reason `elsewhere`) with the distance, and with the building they do lie on
    as `suits` and `suits_id`.
    """
    placing = building.placing
    if ledger.near is None or placing is None:
        return
    places = np.array(middles(degrees))
    if _share_on(ledger, building, places) >= _ENOUGH:
        return
    lon, lat = np.median(places, axis=0).tolist()
    away_m = straight_line_m(lon, lat, placing.lon, placing.lat)
    suits = _suited(ledger, building.id, places, (lon, lat))
    raise Undecided(
        ledger.source,
        reason="elsewhere_suits" if suits else "elsewhere",
        building=building.name,
        building_id=building.id,
        away_m=away_m,
        away=f"{away_m / 1000:,.0f} km" if away_m >= 10_000 else f"{away_m:,.0f} m",
        is_far=away_m > ledger.near.binder_m,
        suits=suits.name if suits else "",
        suits_id=suits.id if suits else "",
    )


def _suited(
    ledger: Ledger, but: BuildingId, places: NDArray[np.float64], middle: tuple[float, float]
) -> Building | None:
    """The binder's building on which most of the places lie, if any."""
    assert ledger.near is not None
    near = [
        (straight_line_m(*middle, row.lon, row.lat), row.id)
        for row in ledger.shelf.library.list()
        if row.lon is not None and row.lat is not None and row.id != but
    ]
    reach_m = 10 * ledger.near.alone_m
    candidates = [id_ for away_m, id_ in sorted(near)[:_MOST_CANDIDATES] if away_m < reach_m]
    shares = [
        (_share_on(ledger, building, places), -at, building)
        for at, building in enumerate(map(ledger.building, candidates))
    ]
    best = max(shares, key=lambda one: one[:2], default=None)
    return best[2] if best is not None and best[0] >= _ENOUGH else None


def _share_on(ledger: Ledger, building: Building, places: NDArray[np.float64]) -> float:
    """How many of the places (degrees) lie on the building, 0 to 1."""
    assert ledger.near is not None
    placing = building.placing
    assert placing is not None
    local = map_to_local(
        frame_at(placing.lon, placing.lat).all_to_map(places), (0.0, 0.0), placing.rotation_deg
    )
    reach = _reach(ledger, building)
    grown = (
        Point(0, 0).buffer(ledger.near.alone_m)
        if reach is None
        else reach.buffer(ledger.near.building_m)
    )
    # the other side of the earth has no metres here
    x, y = np.nan_to_num(local, nan=np.inf, posinf=np.inf, neginf=-np.inf).T
    return float(np.mean(shapely.contains_xy(grown, x, y)))


def _reach(ledger: Ledger, building: Building) -> BaseGeometry | None:
    """What the building covers in its own metres, by outlines and footprint; None: unknown."""
    outlines = [
        feature.shape
        for floor in ledger.shelf.library.floors(building.id)
        for feature in ledger.shelf.drafting.features(floor.id).values()
        if feature.kind == "outline"
    ]
    footprint = _footprint(ledger, building)
    parts = [*outlines, *([footprint] if footprint is not None else [])]
    hull: BaseGeometry = shapely.convex_hull(GeometryCollection(parts))
    return hull if parts else None


def _footprint(ledger: Ledger, building: Building) -> BaseGeometry | None:
    frame, placing = ledger.shelf.frame, building.placing
    if frame is None or placing is None:
        return None
    x, y = frame.to_map(placing.lon, placing.lat)
    there = ledger.shelf.site.in_box(x - 1, y - 1, x + 1, y + 1)
    footprints = [one for one in there if one.kind == "building.footprint"]
    matched = match_footprints({building.id: (x, y)}, footprints)
    shape = next((one.shape for one in footprints if one.id in matched), None)
    if shape is None:
        return None
    local: BaseGeometry = shapely.transform(
        shape, lambda points: map_to_local(points, (x, y), placing.rotation_deg)
    )
    return local
