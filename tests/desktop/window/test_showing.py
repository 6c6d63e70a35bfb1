"""From desk to views: site and floors are read and drawn, and follow the binder."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
import shapely

from desktop.window.main import MainWindow
from plans.importing.draft import Draft
from plans.model.building import Building, Placing
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


def test_a_stray_building_does_not_widen_the_first_view(
    main: MainWindow, make: Any, settle: Settle
) -> None:
    """Buildings 400 m apart fill the view; the one 2,000 km off is told and can be shown."""
    far = make.building("远楼", code="S-9", placing=Placing(lon=113.6, lat=48.4))
    main.desk.open.intake.accept(Draft(source="t", records=(far,)))
    main.showing.redraw(fresh=True)
    settle(main)
    x0, _, x1, _ = main.stage.canvas.camera.box()
    assert 400 < x1 - x0 < 2500
    assert main.stage._outside.isVisible()
    assert main.stage._outside.text().startswith("1 more 1,9")
    main.actions_["view.fit_all"].trigger()
    settle(main)
    _, y0, _, y1 = main.stage.canvas.camera.box()
    assert y1 - y0 > 1_900_000
    for _ in range(40):
        main.stage.canvas.zoom(0.5)
    _, y0, _, y1 = main.stage.canvas.camera.box()
    assert y1 - y0 < 20_000_000
    main.actions_["view.fit"].trigger()
    settle(main)
    assert "road" in kinds(main)
    assert "tree" in kinds(main), "near again, all there is is read again"


def test_a_floor_of_another_extent_is_fitted_anew(
    main: MainWindow, house: Building, settle: Settle
) -> None:
    main.open_building(house.id)
    main.desk.step_floor(1)
    main.desk.step_floor(1)
    floor = main.desk.floor
    assert floor is not None
    below = main.desk.floors[0]
    wide = Feature(
        id=FeatureId("wide"), place=below.id, kind="outline", shape=shapely.box(-80, -40, 80, 40)
    )
    main.desk.open.drafting.commit(added("feature.draw", wide))
    main.stage.canvas.zoom(4)
    main.desk.open_floor(below.id)
    x0, y0, x1, y1 = main.stage.canvas.camera.box()
    assert x0 < -80 < 80 < x1
    assert y0 < -40 < 40 < y1


def test_language_and_theme_keep_the_view(main: MainWindow, settle: Settle) -> None:
    main.stage.canvas.zoom(3)
    settle(main)
    camera = main.stage.canvas.camera
    main.look.switch_language()
    settle(main)
    assert main.stage.canvas.camera == camera
    main.look.switch_theme()
    settle(main)
    assert main.stage.canvas.camera == camera
