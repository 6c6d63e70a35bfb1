"""Floors for properties: walls with doors in them, points, rooms."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import strategies as st

from plans.model.feature import Feature
from plans.model.ids import FeatureId, FloorId, new_id

Floor = dict[FeatureId, Feature]
_FLOOR = FloorId(new_id())
_metres = st.integers(-200, 200).map(lambda number: number / 4)


def _feature(number: int, kind: str, shape: shapely.Geometry, rotation_deg: float) -> Feature:
    return Feature(
        id=FeatureId(f"{number:04}"),
        place=_FLOOR,
        kind=kind,
        shape=shape,
        rotation_deg=rotation_deg,
    )


@st.composite
def _floors(draw: st.DrawFn) -> Floor:
    made: list[tuple[str, shapely.Geometry]] = []
    for _ in range(draw(st.integers(0, 4))):
        x, y, length = draw(_metres), draw(_metres), draw(st.integers(2, 30))
        wall = shapely.LineString([(x, y), (x + length, y)])
        made.append((draw(st.sampled_from(["wall", "partition"])), wall))
        if draw(st.booleans()):
            kind = draw(st.sampled_from(["door", "window", "door.double"]))
            made.append((kind, shapely.LineString([(x + 0.5, y), (x + 1.4, y)])))
        made.append(("extinguisher", shapely.Point(x + 1, y + 1)))
        made.append(("room", shapely.box(x, y, x + length, y + 3)))
    angles = st.sampled_from([0.0, 90.0, 123.5])
    features = [_feature(at, kind, shape, draw(angles)) for at, (kind, shape) in enumerate(made)]
    return {feature.id: feature for feature in features}


@st.composite
def _floors_and_ids(draw: st.DrawFn) -> tuple[Floor, set[FeatureId]]:
    floor = draw(_floors())
    known = [*floor, FeatureId("none")]
    return floor, draw(st.sets(st.sampled_from(known), max_size=5))


@pytest.fixture(scope="session")
def floors_and_ids() -> st.SearchStrategy[tuple[Floor, set[FeatureId]]]:
    """A floor and some ids, most of them on it."""
    return _floors_and_ids()
