"""Tests of the plan of a floor: what the cut meets, what lies on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shapely
from shapely.geometry import box

from plans.importing.asked import Asked, Limits, Reader
from plans.importing.ifc import read
from plans.importing.parsed import FeatureRow, Parsed
from plans.importing.rules import Rules
from plans.model.catalog import Catalog
from plans.model.fact import value_of

Drawn = Callable[[Any], Parsed]


@pytest.fixture
def drawn(catalog: Catalog, rules: Rules, catalog_folder: Path, tmp_path: Path) -> Drawn:
    reader = Reader(catalog, rules, Limits(), catalog_folder)

    def made(house: Any) -> Parsed:
        path = tmp_path / "house.ifc"
        path.write_text(house.text(), encoding="ascii")
        return read(path, Asked(path=str(path)), reader)

    return made


def of(parsed: Parsed, kind: str, label: str = "") -> list[FeatureRow]:
    return [row for row in parsed.rows if isinstance(row, FeatureRow) and row.kind == kind
            and (not label or row.floors == (label,))]  # fmt: skip


def shape(row: FeatureRow) -> Any:
    return shapely.from_wkb(row.wkb)


def test_walls_are_middle_lines_that_close(small_house: Any, drawn: Drawn) -> None:
    parsed = drawn(small_house())
    walls = of(parsed, "wall", "Upper")
    assert all(shape(row).geom_type == "LineString" for row in walls)
    bands = [shape(row).buffer(0.1, cap_style="square") for row in walls]
    ring = box(0, 0, 6, 4).difference(box(0.2, 0.2, 5.8, 3.8))
    assert shapely.union_all(bands).symmetric_difference(ring).area == pytest.approx(0, abs=1e-6)
    assert {value_of(row.facts, "width_m") for row in walls} == {0.2}
    [outline] = of(parsed, "outline", "Upper")
    assert shape(outline).symmetric_difference(box(0, 0, 6, 4)).area == pytest.approx(0, abs=1e-6)


def test_a_wall_through_all_floors_is_cut_on_each(small_house: Any, drawn: Drawn) -> None:
    made = small_house()
    made.wall(made.storeys[0], 3, 0.2, 0, 3.2, 3.8, 6)
    parsed = drawn(made)
    assert [len(of(parsed, "wall", label)) for label in ("Ground", "Upper")] == [5, 5]


def test_a_hole_nothing_fills_stays_open(small_house: Any, drawn: Drawn) -> None:
    made = small_house()
    wall = made.wall(made.storeys[0], 3, 0.2, 0, 3.2, 3.8, 3)
    made.hole(wall, 2.9, 1, 0, 3.3, 2, 2.2)
    ground = drawn(made)
    lengths = sorted(round(shape(row).length, 2) for row in of(ground, "wall", "Ground"))
    assert lengths[:2] == [0.6, 1.6]
    high = small_house()
    wall = high.wall(high.storeys[0], 3, 0.2, 0, 3.2, 3.8, 3)
    high.hole(wall, 2.9, 1, 1.8, 3.3, 2, 2.2)
    assert len(of(drawn(high), "wall", "Ground")) == 5


def test_low_walls_are_railings_and_lintels_nothing(small_house: Any, drawn: Drawn) -> None:
    made = small_house()
    made.wall(made.storeys[0], 3, 0.2, 0, 3.1, 3.8, 0.9)
    made.wall(made.storeys[0], 4, 0.2, 2.2, 4.1, 3.8, 3)
    parsed = drawn(made)
    assert len(of(parsed, "wall", "Ground")) == 4
    assert len(of(parsed, "railing", "Ground")) == 1


def test_slabs_have_holes_and_columns_stand(small_house: Any, drawn: Drawn) -> None:
    made = small_house()
    slab = made.thing("IFCSLAB", made.storeys[1], (0, 0, 2.8, 6, 4, 3), "$,.FLOOR.")
    made.hole(slab, 1, 1, 2.7, 2, 2, 3.1)
    made.hole(slab, 4, 1, 2.7, 4.1, 1.1, 3.1)
    made.thing("IFCCOLUMN", made.storeys[0], (3, 2, 0, 3.4, 2.4, 3), "$,.COLUMN.")
    parsed = drawn(made)
    [hole] = of(parsed, "opening")
    assert hole.floors == ("Upper",)
    assert shape(hole).area == pytest.approx(1.0)
    [column] = of(parsed, "column")
    assert shape(column).area == pytest.approx(0.16)


def test_flights_lie_on_the_floors_they_join(small_house: Any, drawn: Drawn) -> None:
    made = small_house()
    rest = "$,$,$,$,$,.STRAIGHT."
    made.thing("IFCSTAIRFLIGHT", made.storeys[0], (1, 1, 0, 2, 3, 3), rest)
    parsed = drawn(made)
    assert [row.floors for row in of(parsed, "stair.flight")] == [("Ground",), ("Upper",)]
    assert "stair_kinds" in {question.about for question in parsed.questions}


def test_lifts_serve_the_floors_of_their_shaft(small_house: Any, drawn: Drawn) -> None:
    made = small_house()
    made.thing("IFCTRANSPORTELEMENT", made.storeys[0], (1, 1, 0, 3, 3, 6), "$,.ELEVATOR.",
               name="Firefighting lift")  # fmt: skip
    parsed = drawn(made)
    assert [row.floors for row in of(parsed, "lift.firefighting")] == [("Ground",), ("Upper",)]


def test_windows_keep_their_sill_and_head(small_house: Any, drawn: Drawn) -> None:
    made = small_house()
    wall = made.wall(made.storeys[1], 0, 8, 3, 6, 8.2, 6)
    window = made.thing(
        "IFCWINDOW", made.storeys[1], (1, 8, 4.3, 2, 8.2, 5.5), "$,1200.,1000.,$,$,$"
    )
    hole = made.hole(wall, 1, 8, 4.3, 2, 8.2, 5.5)
    made.root("IFCRELFILLSELEMENT", f"$,{hole},{window}", name="R")
    [row] = of(drawn(made), "window")
    assert row.floors == ("Upper",)
    assert (value_of(row.facts, "sill_height_m"), value_of(row.facts, "head_height_m")) == (
        1.3,
        2.5,
    )
    assert (value_of(row.facts, "opening_width_m"), value_of(row.facts, "opening_height_m")) == (
        1,
        1.2,
    )


def test_a_thing_on_another_floor_than_it_says_is_put_where_it_is(
    small_house: Any, drawn: Drawn
) -> None:
    made = small_house()
    rest = "$,$"
    made.thing("IFCFURNITURE", made.storeys[0], (1, 1, 3.6, 2, 2, 4.4), rest)
    parsed = drawn(made)
    [row] = of(parsed, "furniture")
    assert row.floors == ("Upper",)
    assert ("other_floor", "1", True) in {(u.reason, u.text, u.note) for u in parsed.unread}


def test_what_no_row_draws_is_counted(small_house: Any, drawn: Drawn) -> None:
    made = small_house()
    for n in range(3):
        made.thing("IFCBUILDINGELEMENTPROXY", made.storeys[0], (1, n, 0, 2, n + 1, 1), "$,$")
    made.thing("IFCBUILDINGELEMENTPROXY", made.storeys[0], (1, 1, 1, 1.2, 1.2, 1.5), "$,$",
               name="Fire extinguisher 6 kg")  # fmt: skip
    parsed = drawn(made)
    assert [(u.place, u.reason, u.text) for u in parsed.unread] == [
        ("IfcBuildingElementProxy", "not_drawn", "3")
    ]
    assert len(of(parsed, "extinguisher")) == 1


def test_glazing_is_one_curtain_wall(small_house: Any, drawn: Drawn) -> None:
    made = small_house()
    facade = made.root("IFCCURTAINWALL", f"$,$,{made.site_at},$,$,$", name="C")
    made.contained.setdefault(made.storeys[0], []).append(facade)
    panes = []
    for n in range(3):
        shape_at = made.body(n * 1.05, -1, 0, n * 1.05 + 1, -0.95, 3)
        panes.append(made.root("IFCPLATE", f"$,$,{shape_at},$,$", name="P"))
    made.root("IFCRELAGGREGATES", f"$,{facade},({','.join(panes)})", name="R")
    loose = made.thing("IFCPLATE", made.storeys[0], (4, 2, 0, 5, 2.01, 3), "$,$")
    assert loose
    [glass] = of(drawn(made), "curtain_wall")
    assert shape(glass).length == pytest.approx(3.1, abs=0.1)


def test_doors_that_share_a_hole_keep_a_line_each(small_house: Any, drawn: Drawn) -> None:
    made = small_house()
    wall = made.wall(made.storeys[0], 0, 8, 0, 6, 8.2, 3)
    hole = made.hole(wall, 1, 8, 0, 3, 8.2, 2.1)
    for x in (1, 2):
        rest = "$,2100.,1000.,.DOOR.,.SINGLE_SWING_LEFT.,$"
        door = made.thing("IFCDOOR", made.storeys[0], (x, 8, 0, x + 1, 8.2, 2.1), rest)
        made.root("IFCRELFILLSELEMENT", f"$,{hole},{door}", name="R")
    lines = [shape(row) for row in of(drawn(made), "door", "Ground")]
    assert sorted(round(line.bounds[0], 2) for line in lines) == [1.0, 2.0, 2.0]
