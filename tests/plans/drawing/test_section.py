"""The section: floors at their heights, widths known or assumed."""

from __future__ import annotations

import msgspec
import pytest

from plans.drawing.section import section
from plans.model.building import Building
from plans.model.floor import Floor
from plans.model.ids import BuildingId, FloorId

OWNER = Building(id=BuildingId("p"), name="示例裙房")


def floor(level: int, **more: object) -> Floor:
    label = f"{level + 1}F" if level >= 0 else f"B{-level}"
    return Floor(
        id=FloorId(label),
        building_id=BuildingId("b"),
        label=label,
        level=level,
        elevation_m=level * 4.0,
        height_m=4.0,
        **more,  # type: ignore[arg-type]
    )


def test_no_floors_no_section() -> None:
    assert section([], {}) is None


def test_floors_stand_lowest_first_within_their_bounds() -> None:
    found = section([floor(1), floor(-1), floor(0)], {FloorId("1F"): (-10, 30)})
    assert found is not None
    assert [box.floor.label for box in found.floors] == ["B1", "1F", "2F"]
    assert (found.z0_m, found.z1_m) == (-4, 8)
    assert (found.x0_m, found.x1_m) == (-10, 30)
    assert [(box.z0_m, box.z1_m) for box in found.floors] == [(-4, 0), (0, 4), (4, 8)]


def test_a_width_nobody_recorded_is_assumed_from_a_neighbour() -> None:
    spans = {FloorId("1F"): (0.0, 40.0), FloorId("3F"): (10.0, 30.0)}
    floors = [floor(-1), floor(0), floor(1), floor(2), floor(3, typical=FloorId("1F")), floor(4)]
    found = section(floors, spans)
    assert found is not None
    widths = {box.floor.label: (box.x0_m, box.x1_m) for box in found.floors}
    assert widths["B1"] == (0, 40)  # the widest
    assert widths["2F"] == (0, 40)  # the floor below
    assert widths["4F"] == (0, 40)  # its typical floor
    assert widths["5F"] == (0, 40)
    assert widths["3F"] == (10, 30)


def test_without_any_width_a_plain_one() -> None:
    found = section([floor(0)], {})
    assert found is not None
    assert found.x1_m > found.x0_m


def test_floor_at_a_height() -> None:
    found = section([floor(0), floor(1)], {})
    assert found is not None
    labels = [box.floor.label if box else "" for box in map(found.at_height, (-1, 0, 3.9, 4, 8))]
    assert labels == ["", "1F", "1F", "2F", ""]


def test_shared_basements_stand_below_as_wide_as_the_building() -> None:
    spans = {FloorId("1F"): (0.0, 40.0)}
    found = section([floor(0)], spans, shared=[floor(-1), floor(-2), floor(0)], shared_with=OWNER)
    assert found is not None
    assert [box.floor.label for box in found.shared] == ["B2", "B1"]
    assert {(box.x0_m, box.x1_m) for box in found.shared} == {(0.0, 40.0)}
    assert (found.z0_m, found.shared_with) == (-8, OWNER)
    below = found.at_height(-1)
    assert below is not None
    assert below.floor.label == "B1"


def test_own_basements_come_before_shared_ones() -> None:
    found = section([floor(-1), floor(0)], {}, shared=[floor(-1), floor(-2)], shared_with=OWNER)
    assert found is not None
    assert [box.floor.label for box in found.shared] == ["B2"]
    alone = section([floor(-2), floor(0)], {}, shared=[floor(-1)], shared_with=OWNER)
    assert alone is not None
    assert (alone.shared, alone.shared_with) == ((), None)


@pytest.mark.parametrize(
    ("height_m", "roof_m"), [(8.0, 8.0), (7.9, 8.0), (12.0, None), (None, None)]
)
def test_plant_on_the_roof_is_told_from_the_height(
    height_m: float | None, roof_m: float | None
) -> None:
    found = section([floor(0), floor(1), floor(2)], {}, height_m=height_m)
    assert found is not None
    assert found.roof_m == roof_m


def test_a_roof_floor_lower_than_a_room_carries_no_plant() -> None:
    low = msgspec.structs.replace(floor(2), height_m=1.2)
    bare = section([floor(0), floor(1), low], {}, height_m=8.0)
    assert bare is not None
    assert (bare.roof_m, bare.top_m, bare.z1_m) == (8.0, 8.0, 9.2)
    plant = section([floor(0), floor(1), floor(2)], {}, height_m=8.0)
    assert plant is not None
    assert plant.top_m == 12.0
    plain = section([floor(0)], {})
    assert plain is not None
    assert plain.top_m == 4.0
