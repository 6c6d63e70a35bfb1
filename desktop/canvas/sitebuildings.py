"""Buildings of the binder on the map: their footprint, or a pin where none is recorded."""

from __future__ import annotations

from shapely.geometry import Point

from desktop.canvas.camera import Box
from plans.analysis.footprints import match_footprints
from plans.binder import Binder, BuildingRow
from plans.model.feature import Feature
from plans.model.ids import SITE, FeatureId

Buildings = dict[FeatureId, BuildingRow]


def site_buildings(
    binder: Binder, found: list[Feature], box: Box
) -> tuple[list[Feature], Buildings]:
    """Pins to add to the features of a box (map metres), and which footprint or pin is whose."""
    frame = binder.frame
    placed = [
        (row, (row.lon, row.lat))
        for row in binder.library.list()
        if row.lon is not None and row.lat is not None
    ]
    if frame is None or not placed:
        return [], {}
    at = frame.all_to_map([degrees for _, degrees in placed]).tolist()
    inside = [
        (row, (x, y))
        for (row, _), (x, y) in zip(placed, at, strict=True)
        if box[0] <= x <= box[2] and box[1] <= y <= box[3]
    ]
    rows = {row.id: row for row, _ in inside}
    footprints = [feature for feature in found if feature.kind == "building.footprint"]
    matched = match_footprints({row.id: place for row, place in inside}, footprints)
    buildings: Buildings = {feature: rows[building] for feature, building in matched.items()}
    known = set(matched.values())
    pins = []
    for row, place in inside:
        if row.id not in known:
            pin = FeatureId(f"building:{row.id}")
            buildings[pin] = row
            pins.append(
                Feature(
                    id=pin,
                    place=SITE,
                    kind="building.footprint",
                    shape=Point(place),
                    label=row.name,
                    label_en=row.name_en,
                )
            )
    return pins, buildings
