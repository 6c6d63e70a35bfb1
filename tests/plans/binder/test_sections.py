"""A section from a binder: shared basements by the code of the building that has them."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from plans.binder import Binder
from plans.binder.sections import section_of
from plans.importing.draft import Draft
from plans.model.fact import Fact


def stocked(binder: Binder, make: Any, names: str) -> Any:
    podium = make.building("示例裙房", code="S-1")
    tower = make.building("示例塔楼", code="S-2")
    facts = (Fact(key="basements_in", value=names), Fact(key="height_m", value=4.0))
    tower = msgspec.structs.replace(tower, facts=facts)
    floors = [make.floor(podium, -1), make.floor(podium, 0), make.floor(tower, 0)]
    binder.intake.accept(Draft(source="t", records=(podium, tower, *floors)))
    return podium, tower


@pytest.mark.parametrize("name", ["S-1", "示例裙房"])
def test_basements_of_the_building_named(binder: Binder, make: Any, name: str) -> None:
    podium, tower = stocked(binder, make, name)
    found = section_of(binder, tower)
    assert found is not None
    assert [box.floor.label for box in found.shared] == ["B1"]
    assert found.shared_with == podium


@pytest.mark.parametrize("name", ["S-2", "", "zzzz 9999"])
def test_itself_and_nobody_share_nothing(binder: Binder, make: Any, name: str) -> None:
    _, tower = stocked(binder, make, name)
    found = section_of(binder, tower)
    assert found is not None
    assert found.shared == ()


def test_a_building_without_floors(binder: Binder, make: Any) -> None:
    bare = make.building("无层楼")
    binder.intake.accept(Draft(source="t", records=(bare,)))
    assert section_of(binder, bare) is None
