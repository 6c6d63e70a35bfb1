"""From desk to views: site and floors are read and drawn, and follow the binder."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
import shapely

from desktop.window.main import MainWindow
from plans.model.building import Building
from plans.model.change import added, change
from plans.model.feature import Feature
from plans.model.ids import SITE, FeatureId

Settle = Callable[[MainWindow], None]


def kinds(main: MainWindow) -> set[str]:
    return {feature.kind for feature in main.stage.canvas.picture.features.values()}


def test_the_site_is_fitted_at_first(main: MainWindow) -> None:
    picture = main.stage.canvas.picture
    assert picture.on_site
    assert "road" in kinds(main)
    x0, y0, x1, y1 = picture.camera.box()
    assert x0 < -60 < 60 < x1
    assert y0 < -50 < 50 < y1
    assert x1 - x0 < 2000


def test_a_floor_and_its_typical_floor(main: MainWindow, house: Building, settle: Settle) -> None:
    main.open_building(house.id)
    settle(main)
    main.desk.open_floor(main.desk.floors[3].id)
    assert "stair.flight" in kinds(main)
    assert "typical for 2F–3F" in main.stage._note.text()
    assert main.stage.canvas.picture.north_deg == pytest.approx(-20)


def test_between_floors_the_camera_stays(main: MainWindow, house: Building) -> None:
    main.open_building(house.id)
    main.desk.step_floor(1)
    main.stage.canvas.zoom(3)
    camera = main.stage.canvas.camera
    main.desk.step_floor(1)
    assert main.stage.canvas.camera == camera


def test_an_empty_floor_says_what_to_do(main: MainWindow, house: Building) -> None:
    main.open_building(house.id)
    main.desk.open_floor(main.desk.floors[0].id)
    assert main.stage._hint.isVisible()
    assert "Import" in main.stage._hint.text()
    main.desk.step_floor(1)
    assert not main.stage._hint.isVisible()


def test_a_commit_on_the_open_floor_is_drawn(main: MainWindow, house: Building) -> None:
    main.open_building(house.id)
    main.desk.step_floor(1)
    assert main.desk.floor is not None
    camera = main.stage.canvas.camera
    new = Feature(
        id=FeatureId("new"), place=main.desk.floor.id, kind="aed", shape=shapely.Point(3, 3)
    )
    main.desk.open.drafting.commit(added("feature.draw", new))
    assert new.id in main.stage.canvas.picture.features
    assert main.stage.canvas.camera == camera
    main.desk.select(new)
    main.desk.open.drafting.undo()
    assert new.id not in main.stage.canvas.picture.features
    assert main.stage.canvas.picture.chosen is None
    assert not main.stage.panel.isVisible()


def test_a_commit_on_the_site_is_drawn(main: MainWindow, settle: Settle) -> None:
    new = Feature(
        id=FeatureId("new"), place=SITE, kind="hydrant.municipal", shape=shapely.Point(3, 3)
    )
    main.desk.open.drafting.commit(added("feature.draw", new))
    settle(main)
    assert new.id in main.stage.canvas.picture.features


def test_a_footprint_opens_its_building(main: MainWindow, house: Building) -> None:
    features = main.stage.canvas.picture.features.values()
    own = next(one for one in features if main.showing.building_of(one) == house.id)
    main.stage.canvas.choose(own)
    assert main.desk.building == house
    assert main.showing.building_of(own) == ""
    assert main.showing.building_of(None) == ""


def test_another_building_hides_what_was_chosen(
    main: MainWindow, house: Building, settle: Settle
) -> None:
    hydrant = next(
        one
        for one in main.stage.canvas.picture.features.values()
        if one.kind == "hydrant.municipal"
    )
    main.stage.canvas.choose(hydrant)
    assert main.stage.panel.isVisible()
    main.open_building(house.id)
    settle(main)
    assert not main.stage.panel.isVisible()


def test_the_section_follows_a_floor_that_changes(main: MainWindow, house: Building) -> None:
    main.open_building(house.id)
    top = main.desk.floors[-1]
    higher = msgspec.structs.replace(top, height_m=9.0)
    before = main.left.section.floor_rect(top.id).height()
    main.desk.open.drafting.commit(change("floor.describe", {top.id: (top, higher)}))
    main.left.section.grab()
    assert main.left.section.floor_rect(top.id).height() > before
