"""Describing changes one thing and nothing else; saying the same again changes nothing."""

from __future__ import annotations

import msgspec

from plans.editing import describe
from plans.model.appliance import Appliance
from plans.model.change import Change
from plans.model.fact import Fact
from plans.model.ids import SITE, ApplianceId, AttachmentId


def _after(change: Change):
    (record,) = change.after.values()
    return record


def test_labels(make) -> None:
    wall = make.feature(SITE, label="墙", label_en="wall")
    replace = msgspec.structs.replace
    assert _after(describe.relabel(wall, "东墙")) == replace(wall, label="东墙")
    assert _after(describe.relabel(wall, "", "")) == replace(wall, label="", label_en="")
    assert describe.relabel(wall, "墙").is_empty
    assert describe.relabel(wall, "东墙").label == "feature.describe"


def test_kind_and_rotation(make) -> None:
    wall = make.feature(SITE)
    assert _after(describe.retype(wall, "partition")).kind == "partition"
    assert _after(describe.turn_symbol(wall, -90.0)).rotation_deg == 270.0


def test_facts_of_features_buildings_and_vehicles(make) -> None:
    fact = Fact(key="height_m", value=20.0, unit="m")
    appliance = Appliance(id=ApplianceId("a"), name="1")
    expected = ["feature.describe", "building.describe", "roster.edit"]
    for record, label in zip(
        (make.feature(SITE), make.building(), appliance), expected, strict=True
    ):
        change = describe.set_fact(record, fact)
        assert change.label == label
        described = _after(change)
        assert described.facts == (fact,)
        assert describe.set_fact(described, fact).is_empty
        assert _after(describe.clear_fact(described, "height_m")) == record
        assert describe.clear_fact(record, "height_m").is_empty


def test_photos(make) -> None:
    photo = AttachmentId("p")
    building = make.building()
    shown = _after(describe.attach_photo(building, photo))
    assert shown.photos == (photo,)
    assert describe.attach_photo(shown, photo).is_empty
    assert _after(describe.detach_photo(shown, photo)) == building
    assert describe.detach_photo(building, photo).is_empty
