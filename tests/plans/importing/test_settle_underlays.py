"""Tests of laying pages and pictures beneath floors."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from plans.binder import Binder
from plans.geometry.aligning import moved
from plans.importing.batch import FileReport
from plans.model.attachment import LINEWORK, PICTURE, Underlay
from tests.plans.importing.pages import lines, pdf

Bring = Callable[..., list[FileReport]]
HEAD = "编号,名称,经度,纬度,坐标系\nB-1,测试楼,113.6,30.4,wgs84\n"
OUTLINE = (
    '{"type":"Feature","properties":{"kind":"outline","building":"B-1","floor":"1F"},'
    '"geometry":{"type":"Polygon","coordinates":[[[113.6,30.4],[113.6002,30.4],'
    "[113.6002,30.4001],[113.6,30.4001],[113.6,30.4]]]}}"
)


@pytest.fixture
def housed(binder: Binder, tmp_path: Path, bring: Bring) -> Binder:
    table, plan = tmp_path / "buildings.csv", tmp_path / "plan.geojson"
    table.write_text(HEAD, encoding="utf-8")
    plan.write_text(OUTLINE, encoding="utf-8")
    assert all(report.error is None for report in bring(table, plan))
    return binder


@pytest.fixture
def photo(tmp_path: Path) -> Callable[[int], Path]:
    def made(width: int) -> Path:
        out = io.BytesIO()
        Image.new("L", (width, 100)).save(out, "PNG")
        path = tmp_path / "wall.png"
        path.write_bytes(out.getvalue())
        return path

    return made


def underlays(binder: Binder, label: str = "1F") -> list[Underlay]:
    [row] = binder.library.list()
    floor = next(one for one in binder.library.floors(row.id) if one.label == label)
    return binder.attachments.underlays(floor.id)


def outline_middle(binder: Binder) -> tuple[float, float]:
    [row] = binder.library.list()
    floor = next(one for one in binder.library.floors(row.id) if one.label == "1F")
    [outline] = binder.drafting.features(floor.id).values()
    return outline.shape.centroid.coords[0]


def reason(reports: list[FileReport]) -> str:
    [report] = reports
    return str(report.error.facts["reason"]) if report.error else ""


def test_a_measured_picture_lies_in_the_middle_of_the_floor(
    housed: Binder, photo: Callable[[int], Path], bring: Bring
) -> None:
    bring(photo(200), building="B-1", floor="1F", measure=(0, 0, 100, 0, 5))
    [underlay] = underlays(housed)
    assert (underlay.media_type, underlay.name) == (PICTURE, "wall.png")
    middle = moved(underlay.matrix, (100, 50))
    assert middle == pytest.approx(outline_middle(housed), abs=0.01)
    left, right = moved(underlay.matrix, (0, 50)), moved(underlay.matrix, (200, 50))
    assert right[0] - left[0] == pytest.approx(10)


def test_a_cropped_picture_lies_where_it_was_on_the_page(
    housed: Binder, photo: Callable[[int], Path], bring: Bring
) -> None:
    matrix = (0.1, 0.0, 0.0, 0.1, 0.0, 0.0)
    bring(photo(200), building="B-1", floor="1F", matrix=matrix, crop=(0.5, 0.0, 1.0, 0.5))
    [underlay] = underlays(housed)
    assert moved(underlay.matrix, (0, 0)) == pytest.approx((10, 5))


def test_without_a_scale_it_is_asked_for(
    housed: Binder, photo: Callable[[int], Path], bring: Bring
) -> None:
    assert reason(bring(photo(200), building="B-1", floor="1F")) == "no_scale"
    assert reason(bring(photo(200), measure=(0, 0, 100, 0, 5))) == "which_floor"
    [report] = bring(photo(200), building="B-1", floor="1F", trial=True)
    assert report.draft is not None
    assert [question.about for question in report.draft.questions] == ["no_scale"]
    assert underlays(housed) == []


def test_again_it_keeps_its_place(
    housed: Binder, photo: Callable[[int], Path], bring: Bring
) -> None:
    bring(photo(200), building="B-1", floor="1F", matrix=(0.2, 0.0, 0.0, 0.2, 7.0, 8.0))
    [before] = underlays(housed)
    bring(photo(300), building="B-1", floor="1F")
    [after] = underlays(housed)
    assert (after.id, after.matrix) == (before.id, before.matrix)
    assert after.sha256 != before.sha256


def test_vectors_of_a_page_on_a_new_floor(housed: Binder, tmp_path: Path, bring: Bring) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf(lines(200)))
    [report] = bring(path, building="B-1", floor="2F", measure=(100, 0, 400, 0, 30))
    assert report.draft is not None
    assert "new_floor" in [question.about for question in report.draft.questions]
    [underlay] = underlays(housed, "2F")
    assert underlay.media_type == LINEWORK
    assert moved(underlay.matrix, (250, 199.5)) == pytest.approx((0, 0), abs=1e-6)
