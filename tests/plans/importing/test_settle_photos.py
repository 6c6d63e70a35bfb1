"""Tests of hanging photos on what they show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plans.binder import Binder
from plans.importing.batch import FileReport
from plans.importing.draft import Draft

Write = Callable[[str, object], Path]
Bring = Callable[..., list[FileReport]]
Made = Callable[..., dict[str, object]]
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
JPEG = b"\xff\xd8\xff\xe0" + b"\x00" * 40


@pytest.fixture
def photos(write: Write, feature: Made, collection: Made) -> list[Path]:
    write("photos/a.png", PNG)
    write("photos/b.jpg", JPEG)
    write("photos/fake.jpg", b"not a picture")
    write("secret.png", PNG)
    hydrant = feature("Point", [113.6, 30.4], kind="hydrant.municipal", label="1号")
    panel = feature("Point", [113.6, 30.4], kind="alarm_panel", label="主机")
    return [
        write("b.csv", "编号,名称,地址,经度,纬度,坐标系\nS-1,示例楼,一路,113.6,30.4,wgs84\n"),
        write("site.geojson", collection(hydrant)),
        write("f.geojson", collection(panel, building="S-1", floor="1F")),
        write(
            "photos.csv",
            "building_code,floor,kind,label,file,caption\nS-1,,,,photos/a.png,东侧\n"
            ",,hydrant.municipal,1号,photos/b.jpg,消火栓\nS-1,1F,,主机,photos/a.png,主机\n"
            "S-1,,,,photos/none.png,\nS-1,,,,photos/fake.jpg,\nS-1,,,,../../etc/passwd,\n"
            "S-9,,,,photos/a.png,\nS-1,7F,,主机,photos/a.png,\n",
        ),
    ]


def last(reports: list[FileReport]) -> Draft:
    assert reports[-1].table == "photos"
    assert reports[-1].draft is not None
    return reports[-1].draft


def test_photos_hang_on_building_and_features(
    binder: Binder, bring: Bring, photos: list[Path]
) -> None:
    draft = last(bring(*photos))
    assert draft.counts["photo"] == 3
    assert [(one.place, one.reason) for one in draft.unread] == [
        ("row 5", "missing"), ("row 6", "not_a_picture"), ("row 7", "outside_folder"),
        ("row 8", "no_such_owner"), ("row 9", "no_such_owner"),
    ]  # fmt: skip
    [row] = binder.library.list()
    building = binder.library.building(row.id)
    [photo] = [binder.attachments.get(one) for one in building.photos]
    assert (photo.media_type, photo.caption, photo.name) == ("image/png", "东侧", "a.png")
    assert binder.attachments.bytes(photo.id) == PNG
    [hydrant] = binder.site.all()
    [hung] = [binder.attachments.get(one) for one in hydrant.photos]
    assert hung.media_type == "image/jpeg"
    [floor] = binder.library.floors(building.id)
    [panel] = binder.drafting.features(floor.id).values()
    assert len(panel.photos) == 1


def test_again_adds_none(binder: Binder, bring: Bring, photos: list[Path]) -> None:
    bring(*photos)
    draft = last(bring(*photos))
    assert draft.records == ()
    assert draft.counts["same"] == 3
