"""Tests of which building indoor things are in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import shapely
from shapely.geometry import Point, box

from plans.binder import Binder
from plans.importing.batch import FileReport
from plans.importing.housing import Known, housed
from plans.importing.parsed import FeatureRow

M = 1e-5
"""About a metre, in degrees."""


def house(x: float, label: str = "", address: str = "") -> FeatureRow:
    shape = box(x * M, 0, (x + 20) * M, 20 * M)
    return FeatureRow(kind="building.footprint", wkb=shapely.to_wkb(shape), label=label,
                      outdoor=True, address=address)  # fmt: skip


def room(x: float, width: float = 5, levels: tuple[int, ...] = (0,)) -> FeatureRow:
    shape = box(x * M, 2 * M, (x + width) * M, 8 * M)
    return FeatureRow(kind="room", wkb=shapely.to_wkb(shape), indoor=True, levels=levels)


def shop(x: float) -> FeatureRow:
    return FeatureRow(kind="text", wkb=shapely.to_wkb(Point(x * M, 5 * M)), levels=(0,))


def buildings(rows: list[FeatureRow]) -> list[str]:
    return [row.building for row in rows if row.kind != "building.footprint"]


def test_rooms_go_to_the_house_around_them() -> None:
    rows, made = housed([house(0, "甲楼"), house(100, "", "样例路 5"), room(2), room(102)], "m", ())
    assert buildings(rows) == ["甲楼", "样例路 5"]
    assert [(one.name, one.address) for one in made] == [("甲楼", ""), ("样例路 5", "样例路 5")]
    assert (made[0].lon, made[0].lat) == pytest.approx((10 * M, 10 * M))


def test_several_without_a_name_are_numbered() -> None:
    rows, _ = housed([house(0), house(100, "17"), room(2), room(102)], "m", ())
    assert buildings(rows) == ["m", "m #2"]


def test_only_houses_with_rooms_become_buildings() -> None:
    rows, made = housed([house(0, "甲楼"), house(100), room(2), shop(3), shop(105)], "m", ())
    assert buildings(rows) == ["甲楼", "甲楼", ""]
    assert rows[-1].levels == ()
    assert len(made) == 1
    rows, made = housed([house(0), shop(3)], "m", ())
    assert (rows[1].levels, made) == ((), [])


def test_a_terrace_belongs_to_the_nearest_and_the_far_to_none() -> None:
    rows, _ = housed([house(0, "甲楼"), room(2), room(25), room(900)], "m", ())
    assert buildings(rows) == ["甲楼", "甲楼", ""]


def test_houses_that_touch_or_share_a_basement_are_one() -> None:
    wall_to_wall = [house(0, "甲楼"), house(20), room(2), room(22)]
    assert buildings(housed(wall_to_wall, "m", ())[0]) == ["甲楼", "甲楼"]
    car_park = [house(0), house(60), room(2), room(62), room(0, 80, (-1,))]
    rows, made = housed(car_park, "m", ())
    assert (set(buildings(rows)), len(made)) == ({"m"}, 1)


def test_a_building_the_binder_has_is_met_where_it_stands() -> None:
    rows, made = housed([house(0, "甲楼"), room(2)], "m", [Known("b-1", 10 * M, 10 * M)])
    assert (buildings(rows), made) == (["b-1"], [])


def test_without_footprints_nothing_changes() -> None:
    assert housed([room(2), shop(3)], "m", ()) == ([room(2), shop(3)], [])


@pytest.mark.corpus
def test_caserne_is_one_building_over_its_car_park(
    binder: Binder, bring: Callable[..., list[FileReport]], corpus: Path
) -> None:
    bring(corpus / "indoor/caserne_grenoble.osm")
    [row] = binder.library.list()
    assert row.name == "caserne_grenoble"
    levels = {floor.level for floor in binder.library.floors(row.id)}
    assert levels == {-1, 0, 1, 2}
    again = bring(corpus / "indoor/caserne_grenoble.osm")[0].draft
    assert again is not None
    assert again.records == ()


@pytest.mark.corpus
def test_monaco_makes_no_buildings_of_lifts_in_the_street(
    binder: Binder, bring: Callable[..., list[FileReport]], corpus: Path
) -> None:
    bring(corpus / "site/monaco.osm.gz")
    assert binder.library.list() == []
