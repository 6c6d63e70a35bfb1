"""Tests of keeping networks with the binder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from plans.binder import Binder
from plans.importing.batch import FileReport
from plans.model.attachment import NETWORK
from tests.plans.importing.test_network import SMALL

Bring = Callable[..., list[FileReport]]


def test_a_network_is_kept_once_and_drawn_once(
    binder: Binder, tmp_path: Path, bring: Bring
) -> None:
    path = tmp_path / "mains.inp"
    path.write_text(SMALL, encoding="utf-8")
    [report] = bring(path, crs="EPSG:4546")
    assert report.error is None
    [kept] = [one for one in binder.attachments.list() if one.media_type == NETWORK]
    assert binder.attachments.bytes(kept.id) == SMALL.encode()
    drawn = len(binder.site.all(frozenset({"water_main"})))
    assert drawn == 3
    path.write_text(SMALL.replace("P3  J2 T1  80 150", "P3  J2 T1  80 200"), encoding="utf-8")
    bring(path, crs="EPSG:4546")
    [again] = [one for one in binder.attachments.list() if one.media_type == NETWORK]
    assert again.id == kept.id
    assert b"80 200" in binder.attachments.bytes(again.id)
    assert len(binder.site.all(frozenset({"water_main"}))) == drawn
