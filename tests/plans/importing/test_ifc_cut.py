"""Tests of cuts and footprints of meshes: boxes, hollows, overlaps, open shells."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPolygon, Polygon, box

from plans.importing.ifc_cut import (
    Mesh,
    areal,
    box_along,
    cut,
    edge,
    footprint,
    hull,
    parts,
    pieces,
    slim_box,
    way_up,
)  # fmt: skip

_FACES = np.array(
    [[0, 2, 1], [0, 3, 2], [4, 5, 6], [4, 6, 7], [0, 1, 5], [0, 5, 4],
     [1, 2, 6], [1, 6, 5], [2, 3, 7], [2, 7, 6], [3, 0, 4], [3, 4, 7]], np.int32,
)  # fmt: skip


def block(x0: float, y0: float, z0: float, x1: float, y1: float, z1: float) -> Mesh:
    corners = [[x, y, z] for z in (z0, z1) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
    return Mesh(np.array(corners, float), _FACES)


def turned_inside_out(mesh: Mesh) -> Mesh:
    return Mesh(mesh.corners, mesh.faces[:, ::-1])


def joined(*meshes: Mesh) -> Mesh:
    starts = np.cumsum([0, *(len(mesh.corners) for mesh in meshes)])
    faces = [mesh.faces + start for mesh, start in zip(meshes, starts, strict=False)]
    return Mesh(np.vstack([mesh.corners for mesh in meshes]), np.vstack(faces).astype(np.int32))


WALL = block(0, 0, 0, 4, 0.2, 3)


def test_a_wall_is_cut_to_its_rectangle() -> None:
    shape = cut(WALL, 1.1)
    assert isinstance(shape, Polygon)
    assert shape.equals(box(0, 0, 4, 0.2))
    assert len(shape.exterior.coords) == 5


def test_the_plane_on_the_foot_meets_nothing_and_on_the_top_all() -> None:
    assert cut(WALL, 0.0).is_empty
    assert cut(WALL, 3.0).area == pytest.approx(0.8)
    assert cut(WALL, 3.01).is_empty


def test_bodies_that_overlap_or_touch_become_one_and_hollows_stay() -> None:
    assert cut(joined(WALL, block(2, 0, 0, 6, 0.2, 3)), 1).area == pytest.approx(1.2)
    assert cut(joined(WALL, block(0, 0.2, 0, 4, 0.4, 3)), 1).area == pytest.approx(1.6)
    shaft = joined(block(0, 0, 0, 4, 4, 3), turned_inside_out(block(1, 1, -1, 3, 3, 4)))
    assert cut(shaft, 1).area == pytest.approx(12)
    assert cut(turned_inside_out(WALL), 1).area == pytest.approx(0.8)
    apart = cut(joined(WALL, block(9, 9, 0, 10, 10, 3)), 1)
    assert isinstance(apart, MultiPolygon)
    assert len(parts(apart)) == 2


def test_an_open_shell_gives_what_its_rings_close_else_nothing() -> None:
    tube = Mesh(WALL.corners, WALL.faces[4:])
    assert cut(tube, 1).area == pytest.approx(0.8)
    sheet = Mesh(WALL.corners, WALL.faces[4:6])
    assert cut(sheet, 1).is_empty
    assert len(pieces(sheet, 1)) == 2


@given(
    st.tuples(*(st.floats(-50, 50) for _ in range(3))),
    st.tuples(*(st.floats(0.05, 20) for _ in range(3))),
    st.floats(0.01, 0.99),
    st.floats(0, 6.28),
)
def test_a_turned_box_is_cut_to_its_area(
    at: tuple[float, float, float], size: tuple[float, float, float], share: float, turn: float
) -> None:
    mesh = block(0, 0, 0, *size)
    c, s = np.cos(turn), np.sin(turn)
    corners = mesh.corners @ np.array([[c, s, 0], [-s, c, 0], [0, 0, 1]]) + np.array(at)
    shape = cut(Mesh(corners, mesh.faces), at[2] + size[2] * share)
    around = 2 * (size[0] + size[1])
    assert shape.is_valid
    assert shape.area == pytest.approx(size[0] * size[1], abs=around * 0.0003)


@given(st.lists(st.tuples(*(st.floats(-1e4, 1e4) for _ in range(3))), min_size=3, max_size=12),
       st.data())  # fmt: skip
def test_any_heap_of_triangles_gives_a_valid_area(
    corners: list[tuple[float, float, float]], data: st.DataObject
) -> None:
    corner = st.integers(0, len(corners) - 1)
    faces = data.draw(st.lists(st.tuples(corner, corner, corner), min_size=1, max_size=20))
    mesh = Mesh(np.array(corners), np.array(faces, np.int32))
    z_m = data.draw(st.floats(-1e4, 1e4))
    for shape in (cut(mesh, z_m), footprint(mesh), hull(mesh)):
        assert shape.is_valid
        assert shape.geom_type in ("Polygon", "MultiPolygon")


def test_footprints_and_hulls() -> None:
    angle = joined(block(0, 0, 0, 4, 1, 3), block(0, 0, 0, 1, 4, 3))
    assert footprint(angle).area == pytest.approx(7)
    assert hull(angle).area == pytest.approx(11.5)
    assert footprint(Mesh(WALL.corners, WALL.faces[4:])).is_empty
    many = joined(*(block(n, 0, 0, n + 0.5, 1, 1) for n in range(300)))
    assert footprint(many).area == pytest.approx(299.5)


def test_slivers_are_no_areas() -> None:
    assert areal(box(0, 0, 0.01, 0.01)).is_empty
    assert areal(Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])).is_valid


def test_slim_rectangles_have_a_middle_line_that_covers_them_again() -> None:
    slim = slim_box(box(0, 0, 4, 0.2))
    assert slim is not None
    assert slim.width_m == pytest.approx(0.2)
    band = slim.line.buffer(slim.width_m / 2, cap_style="square")
    assert band.equals_exact(box(0, 0, 4, 0.2), 1e-9) or band.symmetric_difference(
        box(0, 0, 4, 0.2)
    ).area == pytest.approx(0, abs=1e-9)
    assert slim_box(box(0, 0, 1, 1)) is None
    assert slim_box(box(0, 0, 4, 0.2).union(box(0, 0, 0.2, 4))) is None
    assert slim_box(Polygon()) is None


def test_a_box_along_a_direction_keeps_that_direction() -> None:
    found = box_along(np.array([[0.0, 0], [2, 0], [2, 1], [0, 1]]), np.array([-1.0, 0]))
    assert list(found.line.coords) == [(2, 0.5), (0, 0.5)]
    assert found.width_m == 1


def test_edges_are_lines() -> None:
    assert isinstance(edge(box(0, 0, 4, 0.1)), LineString)
    assert edge(box(0, 0, 1, 1)).length == pytest.approx(4)
    two = edge(MultiPolygon([box(0, 0, 1, 1), box(5, 5, 6, 6)]))
    assert two.geom_type == "MultiLineString"


def test_a_flight_rises_along_its_slope() -> None:
    steps = joined(*(block(0, n, 0, 1, n + 1, n + 1) for n in range(5)))
    assert way_up(steps) == pytest.approx(90, abs=1)
    assert way_up(block(0, 0, 0, 1, 1, 0.01)) == 0
