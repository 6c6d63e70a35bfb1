"""The desk: what lies open, how it follows the binder, and what it tells."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import shapely
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from plans.binder import Binder
from plans.errors import BinderMissing, NotABinder, NotFound
from plans.model.building import Building
from plans.model.catalog import Catalog
from plans.model.change import added, change
from plans.model.floor import Floor
from plans.model.ids import SITE, BuildingId, FloorId

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def house(binder_path: Path, make: object) -> Building:
    """A building of B1 to 3F in the test's binder."""
    one: Building = make.building("示例楼")  # type: ignore[attr-defined]
    floors = [make.floor(one, level) for level in (-1, 0, 1, 2)]  # type: ignore[attr-defined]
    wall = make.feature(floors[1].id)  # type: ignore[attr-defined]
    with Binder.open(binder_path) as binder:
        binder.drafting.commit(added("import", one, *floors, wall))
    return one


@pytest.fixture
def desk(binder_path: Path, house: Building, catalog: Catalog) -> Iterator[Desk]:
    assert house.name == "示例楼"
    made = Desk(catalog)
    made.open_binder(binder_path, who="tester")
    yield made
    made.close_binder()


def told(desk: Desk, *names: str) -> list[str]:
    heard: list[str] = []
    for name in names:
        getattr(desk, name).connect(lambda *_, name=name: heard.append(name))
    return heard


def labels(desk: Desk) -> list[str]:
    return [floor.label for floor in desk.floors]


def test_a_building_opens_on_its_site(desk: Desk, house: Building) -> None:
    heard = told(desk, "building_opened", "place_opened")
    desk.open_building(house.id)
    assert desk.building == house
    assert labels(desk) == ["B1", "1F", "2F", "3F"]
    assert desk.floor is None
    assert heard == ["building_opened", "place_opened"]


def test_floors_up_and_down(desk: Desk, house: Building) -> None:
    desk.step_floor(1)
    desk.open_building(house.id)
    seen = []
    for steps in (1, 1, 1, 1, -1, -1, -1, -1):
        desk.step_floor(steps)
        assert desk.floor is not None
        below = desk.floor_below()
        seen.append((desk.floor.label, below.label if below else ""))
    assert [label for label, _ in seen] == ["1F", "2F", "3F", "3F", "2F", "1F", "B1", "B1"]
    assert seen[0][1] == "B1"
    assert seen[-1][1] == ""


def test_the_same_place_again_tells_nothing(desk: Desk, house: Building) -> None:
    desk.open_building(house.id)
    heard = told(desk, "place_opened")
    desk.open_site()
    desk.open_floor(desk.floors[1].id)
    desk.open_floor(desk.floors[1].id)
    desk.open_floor(FloorId("nowhere"))
    desk.open_site()
    assert heard == ["place_opened"] * 2
    assert desk.floor_below() is None


def test_another_place_deselects(desk: Desk, house: Building, make: object) -> None:
    desk.open_building(house.id)
    heard = told(desk, "selection_changed")
    for move in (
        lambda: desk.step_floor(1),
        desk.open_site,
        lambda: desk.open_building(house.id),
        desk.close_building,
    ):
        feature = make.feature(SITE)  # type: ignore[attr-defined]
        desk.select(feature)
        desk.select(feature)
        assert desk.selected is feature
        heard.clear()
        move()
        assert desk.selected is None
        assert heard == ["selection_changed"]


def test_a_refusal_leaves_what_lay_there(desk: Desk, house: Building, tmp_path: Path) -> None:
    desk.open_building(house.id)
    heard = told(desk, "binder_opened")
    spoiled = tmp_path / "spoiled.binder"
    spoiled.write_bytes(b"no binder at all")
    for path, error in ((tmp_path / "none.binder", BinderMissing), (spoiled, NotABinder)):
        with pytest.raises(error):
            desk.open_binder(path)
    assert heard == []
    assert desk.building == house
    assert desk.open.library.count() == 1


def test_another_binder_clears_the_desk(
    desk: Desk, house: Building, binder_template: Path, tmp_path: Path
) -> None:
    desk.open_building(house.id)
    other = Path(shutil.copyfile(binder_template, tmp_path / "other.binder"))
    desk.open_binder(other)
    assert desk.open.path == other
    assert (desk.building, desk.floors, desk.floor) == (None, [], None)
    with pytest.raises(NotFound):
        desk.open_building(house.id)


def test_without_a_binder(catalog: Catalog) -> None:
    with pytest.raises(RuntimeError):
        _ = Desk(catalog).open


def test_a_commit_is_followed(desk: Desk, house: Building) -> None:
    desk.open_building(house.id)
    desk.open_floor(desk.floors[1].id)
    heard = told(desk, "building_changed", "features_changed")
    renamed = msgspec.structs.replace(house, name="改名楼")
    desk.open.drafting.commit(change("building.describe", {house.id: (house, renamed)}))
    assert desk.building == renamed
    assert heard == ["building_changed"]
    assert desk.floor is not None
    wall = next(iter(desk.open.drafting.features(desk.floor.id).values()))
    moved = msgspec.structs.replace(wall, shape=shapely.LineString([(0, 0), (0, 9)]))
    desk.open.drafting.commit(change("feature.move", {wall.id: (wall, moved)}))
    assert heard == ["building_changed", "features_changed"]


def test_what_is_chosen_follows_its_feature(desk: Desk, house: Building) -> None:
    desk.open_building(house.id)
    desk.open_floor(desk.floors[1].id)
    assert desk.floor is not None
    wall = next(iter(desk.open.drafting.features(desk.floor.id).values()))
    desk.select(wall)
    labelled = msgspec.structs.replace(wall, label="承重墙")
    desk.open.drafting.commit(change("feature.describe", {wall.id: (wall, labelled)}))
    assert desk.selected == labelled
    desk.open.drafting.commit(change("feature.erase", {wall.id: (labelled, None)}))
    assert desk.selected is None
    desk.open.drafting.undo()
    assert desk.selected is None


def test_the_open_floor_goes(desk: Desk, house: Building) -> None:
    desk.open_building(house.id)
    top = desk.floors[-1]
    desk.open_floor(top.id)
    lower = msgspec.structs.replace(top, height_m=3.0)
    desk.open.drafting.commit(change("floor.describe", {top.id: (top, lower)}))
    assert desk.floor == lower
    desk.open.drafting.commit(change("floor.erase", {top.id: (lower, None)}))
    assert desk.floor is None
    assert labels(desk) == ["B1", "1F", "2F"]


def test_the_open_building_goes(desk: Desk, make: object) -> None:
    brought: Building = make.building("刚导入的楼")  # type: ignore[attr-defined]
    floor: Floor = make.floor(brought)  # type: ignore[attr-defined]
    desk.open.drafting.commit(added("import", brought, floor))
    desk.open_building(brought.id)
    desk.step_floor(1)
    heard = told(desk, "building_opened", "place_opened")
    assert desk.open.drafting.undo()
    assert (desk.building, desk.floor, desk.floors) == (None, None, [])
    assert heard == ["building_opened", "place_opened"]
    desk.open.drafting.redo()
    assert desk.building is None


def test_two_desks_on_one_binder(
    desk: Desk, house: Building, catalog: Catalog, binder_path: Path, qtbot: QtBot
) -> None:
    other = Desk(catalog)
    other.open_binder(binder_path)
    other.open_building(house.id)
    renamed = msgspec.structs.replace(house, name="改名楼")
    with qtbot.waitSignal(other.changed_elsewhere, timeout=1000) as elsewhere:
        desk.open.drafting.commit(change("building.describe", {house.id: (house, renamed)}))
    assert elsewhere.args == [1]
    assert other.building == renamed
    other.close_binder()


def test_a_closed_desk_hears_nothing(
    desk: Desk, house: Building, qtbot: QtBot, binder_path: Path
) -> None:
    desk.open_building(house.id)
    kept = desk.open
    heard = told(desk, "building_changed", "features_changed", "changed_elsewhere")
    desk.close_binder()
    with Binder.open(binder_path) as again:
        again.drafting.commit(
            change(
                "building.describe",
                {house.id: (house, msgspec.structs.replace(house, name="改"))},
            )
        )
    qtbot.wait(20)
    assert heard == []
    assert desk.binder is None
    assert kept is not None
    desk.close_binder()


def test_unknown_building(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.open_building(BuildingId("nothing"))
    assert desk.building is None
