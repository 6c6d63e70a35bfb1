"""Buildings on the map: on their footprint, or a pin where none is recorded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.canvas.sitebuildings import site_buildings
from plans.binder import Binder
from plans.importing.draft import Draft
from plans.model.building import Placing
from plans.model.feature import Feature
from plans.model.ids import SITE

BOX = (-600.0, -600.0, 600.0, 600.0)


def test_footprints_and_pins(
    binder: Binder, make: Any, hand_drawn: Callable[..., list[Feature]]
) -> None:
    on = make.building("示例楼", placing=Placing(lon=113.6, lat=30.4))
    off = make.building("远楼", placing=Placing(lon=113.604, lat=30.4))
    far = make.building("城外", placing=Placing(lon=114.6, lat=30.4))
    nowhere = make.building("无址", placing=None)
    binder.set_origin(113.6, 30.4)
    binder.intake.accept(
        Draft(source="t", records=(on, off, far, nowhere, *hand_drawn("site", SITE)))
    )
    pins, buildings = site_buildings(binder, binder.site.in_box(*BOX), BOX)
    assert [pin.label for pin in pins] == ["远楼"]
    assert sorted(row.name for row in buildings.values()) == ["示例楼", "远楼"]
    assert pins[0].id in buildings


def test_a_binder_without_a_map(binder: Binder) -> None:
    assert site_buildings(binder, [], BOX) == ([], {})
