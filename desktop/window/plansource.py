"""Plans as scenes: a floor's or the site's features read and turned into marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.canvas.camera import Box
from desktop.canvas.scene import Scene
from desktop.canvas.sitebuildings import site_buildings
from plans.binder import Binder
from plans.drawing.floorplan import floor_marks
from plans.drawing.legend import count_kinds
from plans.drawing.marks import Mark
from plans.drawing.siteplan import site_marks
from plans.model.catalog import Catalog
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.ids import BuildingId, FeatureId
from plans.progress import Progress

GHOST_KINDS = frozenset(
    {
        "wall",
        "partition",
        "curtain_wall",
        "column",
        "stair.flight",
        "opening",
        "door",
        "door.double",
        "fire_door",
        "window",
    }
)
FAR_KINDS = frozenset(
    {"road", "rail", "water_body", "green", "plot", "fire_station", "hydrant.high_flow"}
)
"""What is read of a site wider than `WIDE_M`: the rest would be under a pixel."""
PIECE = 1_000
"""Features drawn between two looks at whether the work is still wanted."""
WIDE_M = 4_500.0


@dataclass(frozen=True, slots=True)
class Plan:
    """Features with the scene made of them; `box` is the part of the site that was read."""

    features: Mapping[FeatureId, Feature]
    scene: Scene
    counts: Mapping[str, int]
    box: Box | None = None
    buildings: Mapping[FeatureId, BuildingId] = field(default_factory=dict)


def is_wide(box: Box) -> bool:
    """Whether only what can be seen from far is read of that part of the site."""
    return max(box[2] - box[0], box[3] - box[1]) > WIDE_M


def floor_plan(binder: Binder, floor: Floor, catalog: Catalog, language: str) -> Plan:
    """A floor's plan, its typical floor's features included."""
    features = binder.drafting.shown_features(floor)
    marks = floor_marks(features.values(), catalog, language)
    return Plan(features, Scene(marks), count_kinds(features.values()))


def ghost_scene(binder: Binder, floor: Floor, catalog: Catalog, language: str) -> Scene:
    """The fabric of a floor alone, to lie faintly over another."""
    features = binder.drafting.shown_features(floor)
    fabric = [feature for feature in features.values() if feature.kind in GHOST_KINDS]
    return Scene(floor_marks(fabric, catalog, language))


def site_plan(
    progress: Progress,
    binder: Binder,
    box: Box,
    catalog: Catalog,
    language: str,
    current: BuildingId | None = None,
) -> Plan:
    """The part of the site in a box of map metres; runs on a worker.

    Of a box wider than `WIDE_M` only what can be seen from so far is read. Buildings with a plan
    stand on their footprint, or as a pin where none is recorded; `current` is the open one.
    """
    found = binder.site.all(FAR_KINDS) if is_wide(box) else binder.site.in_box(*box)
    progress(0, len(found), "step.draw")
    pins, buildings = site_buildings(binder, found, box)
    found = found + pins
    planned = {feature: row.name_in(language) for feature, row in buildings.items()}
    features = {feature.id: feature for feature in found}
    own = next((feature for feature, row in buildings.items() if row.id == current), None)
    around = features[own].shape if own is not None else None
    marks: list[Mark] = []
    for start in range(0, len(found), PIECE):
        piece = found[start : start + PIECE]
        marks += site_marks(piece, catalog, language, planned, own, around)
        progress(start, len(found), "step.draw")
    scene = Scene(marks)
    ids = {feature: row.id for feature, row in buildings.items()}
    return Plan(features, scene, count_kinds(found), box, ids)
