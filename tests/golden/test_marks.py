"""Drawings as text: what is drawn where, in which role, without pixels."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plans.drawing.floorplan import floor_marks
from plans.drawing.marks import as_text
from plans.drawing.section import section
from plans.drawing.siteplan import site_marks
from plans.model.catalog import Catalog
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.ids import SITE, BuildingId, FloorId

Drawn = Callable[..., list[Feature]]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_floor(
    hand_drawn: Drawn, catalog: Catalog, same_text: Callable[[str, str], None], language: str
) -> None:
    same_text(f"floor-{language}", as_text(floor_marks(hand_drawn("floor"), catalog, language)))


def test_site(hand_drawn: Drawn, catalog: Catalog, same_text: Callable[[str, str], None]) -> None:
    features = hand_drawn("site", SITE)
    planned = {one.id: one.label for one in features if one.label == "示例楼"}
    same_text("site", as_text(site_marks(features, catalog, "zh", planned)))


def test_section(same_text: Callable[[str, str], None]) -> None:
    rows = [
        ("B2", -2, -9.0, 4.5, None),
        ("B1", -1, -4.5, 4.5, None),
        ("1F", 0, 0.0, 6.0, None),
        ("2F", 1, 6.0, 4.0, None),
        ("3F", 2, 10.0, 4.0, "2F"),
        ("RF", 3, 14.0, 3.0, None),
    ]
    floors = [
        Floor(
            id=FloorId(label),
            building_id=BuildingId("b"),
            label=label,
            level=level,
            elevation_m=elevation,
            height_m=height,
            typical=FloorId(typical) if typical else None,
        )
        for label, level, elevation, height, typical in rows
    ]
    spans = {"B2": (-10, 50), "1F": (0, 40), "2F": (5, 35), "RF": (15, 25)}
    found = section(floors, {FloorId(label): span for label, span in spans.items()})
    assert found is not None
    lines = [
        f"{box.floor.label:<3} x {box.x0_m:.1f} {box.x1_m:.1f}  z {box.z0_m:.1f} {box.z1_m:.1f}"
        for box in found.floors
    ]
    bounds = f"all x {found.x0_m:.1f} {found.x1_m:.1f}  z {found.z0_m:.1f} {found.z1_m:.1f}"
    same_text("section", "\n".join([*lines, bounds]))
