"""Underlays of a floor: read once, switched by layer, a damaged one is said."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest

from desktop.window.underlays import Underlays
from plans.binder import Binder
from plans.importing.draft import Draft
from plans.model.attachment import LINEWORK, Underlay
from plans.model.floor import Floor
from plans.model.ids import UnderlayId, new_id
from plans.model.linework import Linework, LineworkLayer
from tests.conftest import Make


def put(binder: Binder, make: Make, data: bytes) -> tuple[Floor, Floor]:
    """A floor with that blob beneath it, and one that follows it."""
    building = make.building()
    floor = make.floor(building, 0)
    upper = make.floor(building, 1, typical=floor.id)
    digest = hashlib.sha256(data).hexdigest()
    underlay = Underlay(id=UnderlayId(new_id()), place=floor.id, name="a.dxf",
                        media_type=LINEWORK, sha256=digest)  # fmt: skip
    records = (building, floor, upper, underlay)
    binder.intake.accept(Draft(source="t", records=records, blobs={digest: data}))
    return floor, upper


DRAWING = Linework(
    layers=(LineworkLayer(name="WALL", role="walls"), LineworkLayer(name="X", shown=False)),
    segments=np.array([[0, 0, 1, 1]], np.float32),
    segment_layers=np.zeros(1, np.uint16),
)


def test_a_typical_floors_drawing_lies_under_the_floors_that_follow_it(
    binder: Binder, make: Make
) -> None:
    floor, upper = put(binder, make, DRAWING.encoded())
    underlays = Underlays()
    [(record, found)] = underlays.of(binder, floor)
    assert found.layers == DRAWING.layers
    [(again, same)] = underlays.of(binder, upper)
    assert again == record
    assert same is found


def test_layers_are_switched(binder: Binder, make: Make) -> None:
    floor, _ = put(binder, make, DRAWING.encoded())
    underlays = Underlays()
    [(record, found)] = underlays.of(binder, floor)
    assert underlays.hidden(record, found) == {1}
    underlays.toggle(record, found, 0)
    underlays.toggle(record, found, 1)
    assert underlays.hidden(record, found) == {0}


def test_a_damaged_drawing_is_told(binder: Binder, make: Make) -> None:
    floor, _ = put(binder, make, b"LNW1 and then nothing of use")
    with pytest.raises(ValueError, match="linework"):
        Underlays().of(binder, floor)
