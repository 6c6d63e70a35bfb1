"""Tests of laying drawings beneath floors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import ezdxf
import pytest

from plans.binder import Binder
from plans.errors import Undecided
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
    assert {question.about for question in report.draft.questions} == {"new_floor", "proposed"}
    assert report.draft.counts["feature:door"] == 1
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
    for where, reason in (
        ({}, "which_floor"),
        ({"building": "B-1"}, "which_floor"),
        ({"building": "gone", "floor": "1F"}, "unknown_building"),
    ):
        [report] = bring(drawing(20_000), **where)
        assert isinstance(report.error, Undecided)
        assert report.error.facts["reason"] == reason
    assert list(housed.library.floors(building(housed).id)) == []


def test_the_building_by_its_id(
    housed: Binder, drawing: Callable[[float], Path], bring: Bring
) -> None:
    [report] = bring(drawing(20_000), building=building(housed).id, floor="1F")
    assert report.error is None
    assert len(widths(housed, "1F")) == 1


@pytest.fixture
def floors_in_a_row(tmp_path: Path) -> Callable[..., Path]:
    """Write plans side by side under those titles, in metres, from an x on."""

    def made(*titles: str, x: float = 0.0) -> Path:
        doc = ezdxf.new("R2013", units=6)
        space = doc.modelspace()
        doc.blocks.new("灭火器").add_circle((0, 0), 0.2)
        for n, title in enumerate(titles):
            left = x + n * 60
            space.add_lwpolyline(
                [(left, 0), (left + 30, 0), (left + 30, 20), (left, 20)], close=True
            )
            for k in range(4):
                space.add_text(f"{k + 1}", height=0.5).set_placement((left + k * 8, -2))
            space.add_text(title, height=1).set_placement((left + 10, -4))
            space.add_text("办公室", height=0.4).set_placement((left + 10, 10))
            space.add_blockref("灭火器", (left + 5, 5))
        path = tmp_path / "floors.dxf"
        doc.saveas(path)
        return path

    return made


def labels(binder: Binder) -> dict[str, str]:
    """Floor labels and what they are like."""
    floors = {floor.id: floor for floor in binder.library.floors(building(binder).id)}
    return {
        floor.label: floors[floor.typical].label if floor.typical else ""
        for floor in floors.values()
    }


def test_titles_say_which_floors(
    housed: Binder, floors_in_a_row: Callable[..., Path], bring: Bring
) -> None:
    [report] = bring(floors_in_a_row("一层平面图", "2-4层平面图", "地下一层平面图"), building="B-1")
    assert report.error is None
    assert labels(housed) == {"1F": "", "2F": "", "3F": "2F", "4F": "2F", "B1": ""}
    assert report.draft is not None
    asked = {question.about for question in report.draft.questions}
    assert {"floors_found", "proposed", "new_floor"} <= asked
    assert "floors_unaligned" not in asked
    for label in ("1F", "2F", "B1"):
        assert widths(housed, label) == [pytest.approx(30, abs=1)]
    assert report.draft.counts["feature:extinguisher"] == 3
    assert report.draft.counts["feature:room"] == 3
    assert housed.drafting.undo()
    assert labels(housed) == {}


def test_the_same_drawing_again_keeps_what_is_there(
    housed: Binder, floors_in_a_row: Callable[..., Path], bring: Bring
) -> None:
    path = floors_in_a_row("一层平面图", "二层平面图")
    bring(path, building="B-1")
    [report] = bring(path, building="B-1")
    assert report.draft is not None
    assert not report.draft.records
    assert report.draft.counts == {"same": 6}


def test_a_named_floor_takes_its_own_plan(
    housed: Binder, floors_in_a_row: Callable[..., Path], bring: Bring
) -> None:
    path = floors_in_a_row("一层平面图", "二层平面图")
    bring(path, building="B-1", floor="2F")
    assert widths(housed, "2F") == [pytest.approx(30, abs=1)]
    [report] = bring(path, building="B-1", floor="9F")
    assert report.draft is not None
    assert "several_floors" in {question.about for question in report.draft.questions}
    assert widths(housed, "9F") == [pytest.approx(90, abs=1)]


def test_survey_coordinates_are_brought_near(
    housed: Binder, floors_in_a_row: Callable[..., Path], bring: Bring
) -> None:
    [report] = bring(floors_in_a_row("一层平面图", x=400_000.0), building="B-1")
    assert report.draft is not None
    assert "moved_near" in {question.about for question in report.draft.questions}
    bring(floors_in_a_row("二层平面图", x=400_000.0), building="B-1")
    floors = housed.library.floors(building(housed).id)
    shifts = {one.matrix for floor in floors for one in housed.attachments.underlays(floor.id)}
    [shift] = shifts
    assert shift[4] == pytest.approx(-400_015, abs=30)
    for floor in floors:
        for feature in housed.drafting.features(floor.id).values():
            assert abs(feature.shape.centroid.x) < 100
