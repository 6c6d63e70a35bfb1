"""Sheets: which pages there are, at which scale; the frames do not lie over each other."""

from __future__ import annotations

from itertools import combinations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from plans.drawing.sheet import (
    FLOOR_LEGEND,
    FLOOR_PLAN,
    PAGE_MM,
    SCALES,
    SITE_CARD,
    SITE_LEGEND,
    SITE_MAP,
    SITE_SECTION,
    TITLE,
    Frame,
    fitting_scale,
    floor_pages,
    grid_step_m,
)
from plans.model.floor import Floor
from plans.model.ids import BuildingId, FloorId


def floors(levels: int, **typical: int) -> list[Floor]:
    """1F to nF; `_7=3` says that 7F shows 3F."""
    given = {int(name[1:]): of for name, of in typical.items()}
    return [
        Floor(
            id=FloorId(f"{number}F"),
            building_id=BuildingId("b"),
            label=f"{number}F",
            level=number - 1,
            elevation_m=number * 3.0,
            height_m=3.0,
            typical=FloorId(f"{given[number]}F") if number in given else None,
        )
        for number in range(1, levels + 1)
    ]


def test_typical_floors_once_with_their_range() -> None:
    shared = {f"_{n}": 7 for n in (8, 9, 10, 12, 14, 15)}
    pages = floor_pages(floors(15, **shared))
    labels = [page.label for page in pages]
    assert labels[6:] == ["7F–10F, 12F, 14F–15F", "11F", "13F"]
    assert len(pages) == 15 - len(shared)
    assert pages[6].floor.label == "7F"


def test_a_floor_may_stand_below_the_one_it_shows() -> None:
    (page,) = floor_pages(floors(2, _1=2))
    assert page.floor.label == "2F"
    assert page.label == "1F–2F"


def test_a_typical_floor_that_is_gone_is_not_asked_for() -> None:
    (page,) = floor_pages(floors(1, _1=99))
    assert page.floor.label == page.label == "1F"


@given(st.integers(1, 30), st.data())
def test_every_floor_is_on_exactly_one_page(count: int, data: st.DataObject) -> None:
    shared = {
        f"_{n}": data.draw(st.integers(1, count)) for n in data.draw(st.sets(st.integers(1, count)))
    }
    drawn = set(shared.values())
    shared = {name: of for name, of in shared.items() if int(name[1:]) not in drawn}
    made = floors(count, **shared)
    pages = floor_pages(made)
    told = [floor.id for page in pages for floor in page.floors]
    assert sorted(told) == sorted(floor.id for floor in made)
    assert len(pages) == count - len(shared)


sizes = st.floats(0, 1e6)


@given(sizes, sizes, st.floats(15, 400), st.floats(15, 400))
def test_the_scale_always_fits(width: float, height: float, across: float, down: float) -> None:
    frame = Frame(0, 0, across, down)
    scale = fitting_scale(width, height, frame)
    assert scale in SCALES or scale % 1000 == 0
    assert width * 1000 / scale <= across - 12 + 1e-6
    assert height * 1000 / scale <= down - 12 + 1e-6


@given(st.floats(1, 300), st.floats(1, 300))
def test_the_next_larger_scale_would_not_fit(width: float, height: float) -> None:
    scale = fitting_scale(width, height, FLOOR_PLAN)
    larger = [one for one in SCALES if one < scale]
    if larger:
        room = FLOOR_PLAN.width - 12, FLOOR_PLAN.height - 12
        assert width * 1000 / larger[-1] > room[0] or height * 1000 / larger[-1] > room[1]


@pytest.mark.parametrize("scale", SCALES)
def test_grid_lines_stand_a_centimetre_or_more_apart(scale: int) -> None:
    assert grid_step_m(scale) * 1000 / scale >= 10


@pytest.mark.parametrize(
    "frames",
    [(TITLE, SITE_MAP, SITE_SECTION, SITE_CARD, SITE_LEGEND), (TITLE, FLOOR_PLAN, FLOOR_LEGEND)],
)
def test_frames_lie_apart_on_the_page(frames: tuple[Frame, ...]) -> None:
    boxes = [shapely.box(f.x, f.y, f.x + f.width, f.y + f.height) for f in frames]
    assert all(a.disjoint(b) for a, b in combinations(boxes, 2))
    assert all(shapely.box(5, 5, PAGE_MM[0] - 5, PAGE_MM[1] - 5).covers(box) for box in boxes)
