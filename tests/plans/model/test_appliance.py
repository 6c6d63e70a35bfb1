"""A vehicle is a value; its figures are facts."""

from __future__ import annotations

import msgspec

from plans.model.appliance import Appliance
from plans.model.fact import Fact, number_of
from plans.model.ids import ApplianceId


def test_appliance() -> None:
    ladder = Appliance(
        id=ApplianceId("a"),
        name="登高车",
        cls="aerial_ladder",
        facts=(Fact(key="reach", value=53),),
    )
    assert number_of(ladder.facts, "reach") == 53
    assert msgspec.structs.replace(ladder, name="登高车") == ladder
