"""Tests of which storeys are floors, which the ground floor, which the roof."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.importing.ifc_rules import IfcRules, load_ifc_rules
from plans.importing.ifc_storeys import Storey, Verdict, judged

USUAL = 4.0


@pytest.fixture(scope="module")
def rules(catalog_folder: Path) -> IfcRules:
    return load_ifc_rules(catalog_folder)


def storey(z_m: float, **has: Any) -> Storey:
    told = has or {"doors": 2, "spaces": 3, "products": 9, "crossed": 8}
    how: dict[str, Any] = {"id": int(z_m * 100) + 5_000, "building": 1, "label": f"z{z_m:g}",
                           "z_m": z_m, "elevation_m": z_m, **told}  # fmt: skip
    return Storey(**how)


def said(verdict: Verdict) -> list[tuple[str, int]]:
    return [(one.storey.label, one.level) for one in verdict.levels]


def test_numbers_follow_heights_not_names(rules: IfcRules) -> None:
    verdict = judged([storey(8), storey(-3), storey(0), storey(4)], rules, USUAL)
    assert said(verdict) == [("z-3", -1), ("z0", 0), ("z4", 1), ("z8", 2)]
    assert [one.height_m for one in verdict.levels] == [3, 4, 4, USUAL]
    assert verdict.lowered_m == 0


def test_a_foundation_line_belongs_to_the_floor_above(rules: IfcRules) -> None:
    line = storey(-1.25, products=14, crossed=20)
    verdict = judged([storey(0), line, storey(3)], rules, USUAL)
    assert said(verdict) == [("z0", 0), ("z3", 1)]
    assert verdict.levels[0].members == (5_000, line.id)
    assert verdict.lines == (line,)


def test_a_half_level_with_rooms_is_a_floor(rules: IfcRules) -> None:
    assert len(judged([storey(0), storey(1.5), storey(3)], rules, USUAL).levels) == 3


def test_an_empty_level_is_none_unless_walls_pass_through_it(rules: IfcRules) -> None:
    empty, passed = storey(3, products=0), storey(6, products=0, crossed=12)
    verdict = judged([storey(0), empty, passed], rules, USUAL)
    assert said(verdict) == [("z0", 0), ("z6", 1)]


def test_roofs_by_word_or_by_bareness(rules: IfcRules) -> None:
    bare = storey(6, products=2, top_m=6.4)
    verdict = judged([storey(0), storey(3), bare], rules, USUAL)
    assert [one.is_roof for one in verdict.levels] == [False, False, True]
    assert verdict.levels[-1].height_m == rules.roof_m
    called = storey(6, spaces=1, windows=2, products=5, crossed=4, says_roof=True, top_m=9.0)
    verdict = judged([storey(0), storey(3), called], rules, USUAL)
    assert (verdict.levels[-1].is_roof, verdict.levels[-1].height_m) == (True, 3.0)
    attic = storey(6, spaces=1, products=5, crossed=4)
    assert not judged([storey(0), attic], rules, USUAL).levels[-1].is_roof
    assert not judged([bare], rules, USUAL).levels[0].is_roof


def test_the_ground_floor_is_where_one_enters(rules: IfcRules) -> None:
    floors = [storey(-3), storey(0), storey(3, doors=1, outer_doors=1, products=3)]
    assert said(judged(floors, rules, USUAL))[0] == ("z-3", -2)
    both = [
        storey(-3, doors=1, outer_doors=1, products=3),
        storey(0, doors=1, outer_doors=2, products=3),
    ]
    assert said(judged(both, rules, USUAL)) == [("z-3", -1), ("z0", 0)]


def test_heights_over_the_sea_are_taken_down_to_the_ground_floor(rules: IfcRules) -> None:
    verdict = judged([storey(120), storey(124)], rules, USUAL)
    assert [(one.level, one.elevation_m) for one in verdict.levels] == [(0, 0.0), (1, 4.0)]
    assert verdict.lowered_m == 120


def test_wings_of_one_height_share_a_level(rules: IfcRules) -> None:
    twin = storey(0.01)
    verdict = judged([storey(0), twin, storey(3)], rules, USUAL)
    assert [one.level for one in verdict.levels] == [0, 0, 1]
    assert [one.height_m for one in verdict.levels][:2] == [3.0, 2.99]


def test_no_storeys_no_floors(rules: IfcRules) -> None:
    assert judged([], rules, USUAL).levels == ()
    only = storey(0, products=0)
    assert len(judged([only], rules, USUAL).levels) == 1


@given(
    st.lists(
        st.tuples(st.floats(-300, 300), st.integers(0, 2), st.integers(0, 2), st.booleans()),
        max_size=9,
    )
)
def test_every_storey_is_a_floor_or_a_line_and_levels_rise(
    rules: IfcRules, given: list[tuple[float, int, int, bool]]
) -> None:
    storeys = [
        Storey(id=at + 1, building=1, label=str(at), z_m=z, elevation_m=z, spaces=spaces,
               products=spaces + walls, crossed=walls, says_roof=roof)
        for at, (z, spaces, walls, roof) in enumerate(given)
    ]  # fmt: skip
    verdict = judged(storeys, rules, USUAL)
    members = [one for level in verdict.levels for one in level.members]
    assert sorted(members) == [one.id for one in storeys]
    levels = [one.level for one in verdict.levels]
    assert levels == sorted(levels)
    assert not levels or 0 in levels
    assert all(one.height_m > 0 for one in verdict.levels)
