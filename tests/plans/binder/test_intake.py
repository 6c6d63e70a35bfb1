"""A draft becomes one change, and what is there already is left alone."""

from __future__ import annotations

import hashlib

import msgspec
import shapely

from plans.binder import Binder
from plans.geometry.placing import MapFrame
from plans.importing.draft import Draft
from plans.model.attachment import Attachment
from plans.model.ids import SITE, AttachmentId, new_id


def test_accepted_once_then_nothing_new(any_binder: Binder, make) -> None:
    building = make.building(placing=None)
    floor = make.floor(building)
    trees = tuple(make.feature(SITE, "tree", shapely.Point(i, 0)) for i in range(700))
    draft = Draft(source="a.geojson", records=(building, floor, *trees), origin=(10.0, 50.0))
    made = any_binder.intake.accept(draft)
    assert made is not None
    assert made.label == "import"
    assert len(made.after) == 702
    assert any_binder.frame == MapFrame(10.0, 50.0)
    assert any_binder.intake.accept(draft) is None
    assert len(any_binder.audit()) == 1
    any_binder.drafting.undo()
    assert any_binder.site.count() == any_binder.library.count() == 0


def test_a_known_id_replaces_the_stored_record(any_binder: Binder, make) -> None:
    building = make.building()
    any_binder.intake.accept(Draft(source="a", records=(building,)))
    renamed = msgspec.structs.replace(building, name="新名")
    made = any_binder.intake.accept(Draft(source="b", records=(renamed, make.building())))
    assert made is not None
    assert made.before[building.id] == building
    assert any_binder.library.building(building.id) == renamed
    any_binder.drafting.undo()
    assert any_binder.library.building(building.id) == building


def test_bytes_of_attachments_come_along(any_binder: Binder) -> None:
    sha256 = hashlib.sha256(b"photo").hexdigest()
    photo = Attachment(
        id=AttachmentId(new_id()), name="a.jpg", media_type="image/jpeg", sha256=sha256
    )
    any_binder.intake.accept(Draft(source="a", records=(photo,), blobs={sha256: b"photo"}))
    assert any_binder.attachments.bytes(photo.id) == b"photo"
