"""The bodies of a model's products as meshes in metres, from ifcopenshell's geometry engine.

Openings are not taken out of walls there, which costs most of the time and fails most often: the
plan takes them out of what it cuts, flat.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import msgspec
import numpy as np

from plans.importing.ifc_cut import Floats, Mesh
from plans.progress import Progress, silent

_ENGINES: tuple[Any, ...] = ("hybrid-cgal-simple-opencascade", "opencascade")
"""CGAL's simple kernel is five times faster than Open CASCADE, which does what it cannot."""
_THREADS = 1
"""A second thread of the engine costs twice the time of one: each makes what is used often."""
FARTHEST_M = 1e7
"""No corner of a model lies farther from its zero: no country's map coordinates do."""
_STEP = 25


class Body(msgspec.Struct, frozen=True):
    """A product's mesh in the model's metres, and its own axes: the direction (2) it lies along."""

    mesh: Mesh
    along: Floats


def bodies(
    file: Any, wanted: Collection[int], progress: Progress = silent
) -> tuple[dict[int, Body], list[int]]:
    """The bodies of the products with those numbers, and the numbers of those that have none.

    A product the engine stumbles over costs itself alone.
    """
    import ifcopenshell.geom as geom

    settings: Any = geom.settings()
    settings.set("disable-opening-subtractions", True)
    settings.set("use-world-coords", False)
    settings.set("no-normals", True)
    found: dict[int, Body] = {}
    for engine in _ENGINES:
        left = [file.by_id(number) for number in wanted if number not in found]
        left = [one for one in left if _is_sound(one)]
        if not left:
            break
        iterator = geom.iterator(settings, file, _THREADS, include=left, geometry_library=engine)
        _run(iterator, found, len(left), progress)
    return found, [number for number in wanted if number not in found]


def _is_sound(one: Any) -> bool:
    """Whether it has a shape, and the identity without which the engine falls."""
    try:
        return isinstance(one.GlobalId, str) and one.Representation is not None
    except (AttributeError, RuntimeError):
        return False


def _run(iterator: Any, found: dict[int, Body], count: int, progress: Progress) -> None:
    try:
        if not iterator.initialize():
            return
        for at in range(count):
            _take(iterator, found)
            if at % _STEP == 0:
                progress(at, count, "import.read")
            if not iterator.next():
                return
    except RuntimeError:  # the engine gives up on the rest of a file: what came stays
        return


def _take(iterator: Any, found: dict[int, Body]) -> None:
    try:
        shape = iterator.get()
        body = _body(shape)
    except RuntimeError:  # one product with words where numbers should be
        return
    if body is not None:
        found[int(shape.id)] = body


def _body(shape: Any) -> Body | None:
    corners = np.frombuffer(shape.geometry.verts_buffer, np.float64).reshape(-1, 3)
    faces = np.frombuffer(shape.geometry.faces_buffer, np.int32).reshape(-1, 3)
    matrix = np.array(shape.transformation.matrix, dtype=float).reshape(4, 4, order="F")
    if not len(faces) or not np.isfinite(matrix).all():
        return None
    corners = corners @ matrix[:3, :3].T + matrix[:3, 3]
    if not np.isfinite(corners).all() or np.abs(corners).max() > FARTHEST_M:
        return None
    along = matrix[:2, 0]
    if not np.linalg.norm(along) > 1e-9:
        along = np.array([1.0, 0.0])
    return Body(Mesh(corners, faces), along)
