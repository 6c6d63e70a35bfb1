"""A floor's ceiling and its use in a language."""

from __future__ import annotations

from plans.model.floor import Floor
from plans.model.ids import BuildingId, FloorId


def test_floor() -> None:
    floor = Floor(
        id=FloorId("f"),
        building_id=BuildingId("b"),
        label="7F",
        level=6,
        elevation_m=27.0,
        height_m=4.5,
        use="办公",
    )
    assert floor.top_m == 31.5
    assert floor.use_in("zh") == floor.use_in("en") == "办公"
