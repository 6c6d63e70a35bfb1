"""Plans as scenes: a floor, a ghost, the site with its buildings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.window.plansource import GHOST_KINDS, WIDE_M, floor_plan, ghost_scene, site_plan
from plans.binder import Binder
from plans.model.building import Building
from plans.model.catalog import Catalog
from plans.progress import silent


@pytest.fixture
def opened(stocked: Path) -> Iterator[Binder]:
    with Binder.open(stocked, read_only=True) as binder:
        yield binder


def test_a_floor_shows_its_typical_floor(opened: Binder, house: Building, catalog: Catalog) -> None:
    floors = opened.library.floors(house.id)
    plans = [floor_plan(opened, floor, catalog, "zh") for floor in floors]
    assert [len(plan.features) for plan in plans] == [0, 33, 33, 33]
    assert plans[2].counts == plans[3].counts
    assert plans[0].scene.is_empty


def test_a_ghost_is_the_fabric_alone(opened: Binder, house: Building, catalog: Catalog) -> None:
    floor = opened.library.floors(house.id)[1]
    scene = ghost_scene(opened, floor, catalog, "zh")
    assert scene.ground
    assert scene.notes == []
    assert catalog.kinds.keys() >= GHOST_KINDS


def test_the_site_knows_its_buildings(opened: Binder, house: Building, catalog: Catalog) -> None:
    box = (-600.0, -600.0, 600.0, 600.0)
    plan = site_plan(silent, opened, box, catalog, "en", house.id)
    assert len(plan.buildings) == 2
    assert plan.box == box
    roles = {mark.role for mark in plan.scene.ground}
    assert "road" in roles
    texts = {mark.text.split("\n")[0] for mark in plan.scene.notes}
    assert "Sample House" in texts


def test_from_far_only_what_can_be_seen(opened: Binder, catalog: Catalog) -> None:
    far = WIDE_M * 2
    plan = site_plan(silent, opened, (-far, -far, far, far), catalog, "en")
    kinds = {feature.kind for feature in plan.features.values()}
    assert "road" in kinds
    assert "tree" not in kinds
