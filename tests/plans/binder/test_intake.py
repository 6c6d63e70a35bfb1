"""A draft becomes one change, and what is there already is left alone."""

from __future__ import annotations

import hashlib

import msgspec
import pytest
import shapely

from plans.binder import Binder
from plans.errors import Cancelled
from plans.events import BuildingsChanged
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


def test_stopped_while_writing_nothing_has_happened(binder: Binder, make) -> None:
    def stop(done: int, total: int, step: str = "") -> None:
        raise Cancelled

    draft = Draft(source="t", records=(make.building("楼"),), origin=(1.0, 2.0))
    with pytest.raises(Cancelled):
        binder.intake.write(draft, progress=stop)
    assert binder.library.count() == 0
    assert binder.frame is None
    assert binder.drafting.history.next_undo is None
    assert list(binder.audit()) == []


def test_written_first_told_after(binder: Binder, make) -> None:
    told: list[object] = []
    binder.events.subscribe(BuildingsChanged, told.append)
    draft = Draft(source="t", records=(make.building("楼", placing=None),))
    written = binder.intake.write(draft)
    assert written is not None
    assert (binder.library.count(), told) == (1, [])
    assert not binder.poll()  # it is our own
    binder.intake.tell(written)
    assert len(told) == 1
    assert binder.drafting.history.next_undo is written.change


def test_several_drafts_are_one_step(binder: Binder, make) -> None:
    drafts = [Draft(source="t", records=(make.building(name),)) for name in "甲乙丙"]
    made = [change for draft in drafts if (change := binder.intake.accept(draft)) is not None]
    binder.intake.join(made)
    assert binder.drafting.undo()
    assert binder.library.count() == 0
    assert binder.drafting.redo()
    assert binder.library.count() == 3
