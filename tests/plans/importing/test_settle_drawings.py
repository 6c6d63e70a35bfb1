"""Tests of laying drawings beneath floors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import ezdxf
import pytest

from plans.binder import Binder
from plans.importing.batch import FileReport
from plans.model.attachment import LINEWORK
from plans.model.building import Building
from plans.model.linework import decoded

Bring = Callable[..., list[FileReport]]
HEAD = "编号,名称,经度,纬度,坐标系\nB-1,测试楼,113.6,30.4,wgs84\n"


@pytest.fixture
def drawing(tmp_path: Path) -> Callable[[float], Path]:
    """Write a floor plan of that width in millimetres."""

    def made(width: float) -> Path:
        doc = ezdxf.new("R2013")
        doc.header["$INSUNITS"] = 4
        doc.modelspace().add_lwpolyline(
            [(0, 0), (width, 0), (width, 9_000), (0, 9_000)], close=True
        )
        doc.blocks.new("door").add_arc((0, 0), 900, 0, 90)
        doc.modelspace().add_blockref("door", (2_000, 0))
        path = tmp_path / "level.dxf"
        doc.saveas(path)
        return path

    return made


@pytest.fixture
def housed(binder: Binder, tmp_path: Path, bring: Bring) -> Binder:
    path = tmp_path / "buildings.csv"
    path.write_text(HEAD, encoding="utf-8")
    [report] = bring(path)
    assert report.error is None
    return binder


def building(binder: Binder) -> Building:
    [row] = binder.library.list()
    return binder.library.building(row.id)


def widths(binder: Binder, label: str) -> list[float]:
    floors = binder.library.floors(building(binder).id)
    floor = next(floor for floor in floors if floor.label == label)
    found = []
    for underlay in binder.attachments.underlays(floor.id):
        assert underlay.media_type == LINEWORK
        bounds = decoded(binder.attachments.blob(underlay.sha256)).bounds()
        assert bounds is not None
        found.append(bounds[2] - bounds[0])
    return found


def test_a_drawing_makes_its_floor_and_its_underlay(
    housed: Binder, drawing: Callable[[float], Path], bring: Bring
) -> None:
    [report] = bring(drawing(20_000), building="B-1", floor="3F")
    assert report.error is None
    assert report.draft is not None
    assert {question.about for question in report.draft.questions} == {"new_floor"}
    assert widths(housed, "3F") == [pytest.approx(20.0, abs=0.01)]
    floor = next(iter(housed.library.floors(building(housed).id)))
    assert floor.level == 2


def test_the_same_name_again_replaces_it(
    housed: Binder, drawing: Callable[[float], Path], bring: Bring
) -> None:
    bring(drawing(20_000), building="B-1", floor="1F")
    bring(drawing(30_000), building="B-1", floor="1f")
    assert widths(housed, "1F") == [pytest.approx(30.0, abs=0.01)]
    assert housed.drafting.undo()
    assert widths(housed, "1F") == [pytest.approx(20.0, abs=0.01)]


def test_the_users_unit(housed: Binder, drawing: Callable[[float], Path], bring: Bring) -> None:
    bring(drawing(20_000), building="B-1", floor="1F", unit="cm")
    assert widths(housed, "1F") == [pytest.approx(200.0, abs=0.1)]


def test_without_a_floor_the_import_asks(
    housed: Binder, drawing: Callable[[float], Path], bring: Bring
) -> None:
    for where in ({}, {"building": "B-1"}, {"building": "gone", "floor": "1F"}):
        [report] = bring(drawing(20_000), **where)
        assert report.error is not None
        assert report.error.facts["reason"] == "which_floor"
    assert list(housed.library.floors(building(housed).id)) == []


def test_the_building_by_its_id(
    housed: Binder, drawing: Callable[[float], Path], bring: Bring
) -> None:
    [report] = bring(drawing(20_000), building=building(housed).id, floor="1F")
    assert report.error is None
    assert len(widths(housed, "1F")) == 1
