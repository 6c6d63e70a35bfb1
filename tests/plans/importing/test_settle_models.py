"""Tests of models brought to the building they are meant for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plans.binder import Binder
from plans.importing.batch import FileReport
from plans.model.building import Placing

Bring = Callable[..., list[FileReport]]
Write = Callable[[str, object], Path]


@pytest.fixture
def model(small_house: Any, write: Write) -> Path:
    return write("house.ifc", small_house().text())


def asked(report: FileReport) -> dict[str, str]:
    assert report.draft is not None, report.error
    return {question.about: question.text for question in report.draft.questions}


def test_a_new_building_is_made_unplaced_and_comes_again_unchanged(
    binder: Binder, bring: Bring, model: Path
) -> None:
    [report] = bring(model)
    assert report.error is None
    [short] = binder.library.list()
    assert short.name == "Tower"
    building = binder.library.building(short.id)
    assert building.placing is None
    ground, upper = binder.library.floors(short.id)
    assert (ground.label, ground.level, upper.elevation_m) == ("Ground", 0, 3.0)
    kinds = {one.kind for one in binder.drafting.features(ground.id).values()}
    assert {"wall", "door", "room", "outline", "entrance"} <= kinds
    [again] = bring(model)
    assert again.draft is not None
    assert again.draft.records == ()


def test_the_users_word_on_the_building_goes_before_the_files(
    binder: Binder, bring: Bring, model: Path
) -> None:
    bring(model, building="Hotel West")
    assert [short.name for short in binder.library.list()] == ["Hotel West"]


def test_floors_there_take_what_lies_at_their_level_and_the_place_stays(
    binder: Binder, bring: Bring, model: Path, write: Write
) -> None:
    bring(
        write("buildings.csv", "name,code,lon,lat,datum\nTower B,TB-1,121.47,31.23,wgs84\n"),
        write(
            "floors.csv",
            "building,label,level,elevation_m,height_m\nTB-1,1F,0,0,3\nTB-1,2F,1,3,3\n",
        ),
    )
    [report] = bring(model, building="TB-1")
    assert asked(report)["floors_matched"] == "Ground → 1F, Upper → 2F"
    [short] = binder.library.list()
    building = binder.library.building(short.id)
    assert building.name == "Tower B"
    assert building.placing == Placing(lon=121.47, lat=31.23)
    floors = binder.library.floors(short.id)
    assert [floor.label for floor in floors] == ["1F", "2F"]
    assert all(binder.drafting.features(floor.id) for floor in floors)


def test_a_place_of_the_model_is_taken_for_a_new_building_nearby_alone(
    binder: Binder, bring: Bring, small_house: Any, house: Any, write: Write
) -> None:
    def at(name: str, site: str) -> Path:
        made = house()
        made.places(site, name)
        made.wall(made.storey("G", 0), 0, 0, 0, 6, 0.2, 3)
        return write(f"{name}.ifc", made.text())

    near, far = "(31,13,30,500000),(121,28,20,250000),$", "(49,6,1,566000),(8,26,11,540400),$"
    [first] = bring(at("Near", near))
    assert "place_from_file" in asked(first)
    [second] = bring(at("Far", far))
    assert "place_far" in asked(second)
    placed = {
        short.name: binder.library.building(short.id).placing for short in binder.library.list()
    }
    assert placed["Near"] is not None
    assert placed["Far"] is None
    [again] = bring(at("Near", near))
    assert "kept_place" in asked(again)


def test_at_the_window_a_model_is_not_taken_for_the_open_building(
    binder: Binder, bring: Bring, model: Path, write: Write
) -> None:
    bring(write("buildings.csv", "name,code,lon,lat,datum\nTower B,TB-1,121.47,31.23,wgs84\n"))
    [short] = binder.library.list()
    [asking] = bring(model, building=short.id, by_hand=True)
    assert asking.error is not None
    facts = asking.error.facts
    assert (facts["reason"], facts["building"], facts["text"]) == (
        "model_building", "Tower B", "Tower",
    )  # fmt: skip
    [taken] = bring(model, building=short.id, by_hand=True, place="here")
    assert taken.error is None
    assert len(binder.library.floors(short.id)) == 2
