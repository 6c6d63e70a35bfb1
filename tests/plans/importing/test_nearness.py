"""What lies elsewhere is asked about, never taken in silence; the figures are rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from plans.binder import Binder
from plans.errors import Undecided
from plans.importing.asked import Import
from plans.importing.batch import FileReport, import_files
from plans.importing.nearness import _distances_km
from plans.model.catalog import Catalog

Bring = Callable[..., list[FileReport]]
Make = Callable[..., Any]
LON, LAT = 113.6, 30.4
HEAD = "编号,名称,经度,纬度,坐标系\n"


@pytest.fixture
def two(binder: Binder, bring: Bring, write: Callable[[str, object], Path]) -> Binder:
    """Two buildings half a kilometre apart."""
    rows = f"A,甲楼,{LON},{LAT},wgs84\nB,乙楼,{LON + 0.005},{LAT},wgs84\n"
    [report] = bring(write("buildings.csv", HEAD + rows))
    assert report.error is None
    return binder


def rooms(feature: Make, collection: Make, lon: float, lat: float) -> object:
    """Four rooms on the first floor around a place."""
    steps = (0.0, 0.0001, 0.0002, 0.0003)
    return collection(
        *(feature("Point", [lon + step, lat], kind="room", level="0", name=str(step))
          for step in steps)
    )  # fmt: skip


def test_a_file_on_the_building_comes_in(
    two: Binder, bring: Bring, write: Any, feature: Make, collection: Make
) -> None:
    [report] = bring(write("x.geojson", rooms(feature, collection, LON, LAT)), building="A")
    assert report.error is None
    assert two.library.count() == 2


def test_one_that_lies_elsewhere_is_asked_about(
    two: Binder, bring: Bring, write: Any, feature: Make, collection: Make
) -> None:
    path = write("x.geojson", rooms(feature, collection, LON + 0.005, LAT))
    [report] = bring(path, building="A")
    assert isinstance(report.error, Undecided)
    facts = report.error.facts
    assert (facts["reason"], facts["building"], facts["suits"]) == (
        "elsewhere_suits", "甲楼", "乙楼",
    )  # fmt: skip
    assert facts["is_far"] is False
    path = write("y.geojson", rooms(feature, collection, 2.36, 48.87))
    [report] = bring(path, building="A")
    assert report.error is not None
    assert report.error.facts["reason"] == "elsewhere"
    assert report.error.facts["is_far"] is True


def test_the_answers(
    two: Binder, bring: Bring, write: Any, feature: Make, collection: Make
) -> None:
    path = write("x.geojson", rooms(feature, collection, LON + 0.05, LAT))
    for wish, count in (
        ({"building": "A", "place": "here"}, (2, 0)),
        ({"building": "A", "place": "site"}, (2, 4)),
        ({"new_building": "丙楼"}, (3, 4)),
    ):
        [report] = bring(path, **wish)
        assert report.error is None
        assert (two.library.count(), two.site.count()) == count
    made = next(row for row in two.library.list() if row.name == "丙楼")
    assert made.lon == pytest.approx(LON + 0.05, abs=0.001)


def test_the_question_goes_to_who_asked(
    two: Binder, catalog: Catalog, catalog_folder: Path, write: Any, feature: Make, collection: Make
) -> None:
    path = write("x.geojson", rooms(feature, collection, LON + 0.005, LAT))
    asked: list[str] = []

    def ask(error: Undecided, wish: Import) -> Import | None:
        asked.append(str(error.facts["reason"]))
        return Import(building=str(error.facts["suits_id"])) if len(asked) == 1 else None

    [report] = import_files(two, [path], catalog, catalog_folder, Import(building="A"), ask=ask)
    assert asked == ["elsewhere_suits"]
    assert report.error is None
    other = next(row for row in two.library.list() if row.code == "B")
    assert len(two.library.floors(other.id)) == 1


@pytest.mark.parametrize("far", ["", "leave", "take"])
def test_far_buildings(two: Binder, bring: Bring, write: Any, far: str) -> None:
    rows = f"C,丙楼,{LON + 0.1},{LAT},wgs84\nD,丁楼,2.36,48.87,wgs84\n"
    [report] = bring(write("more_buildings.csv", HEAD + rows), far=far)
    if not far:
        assert isinstance(report.error, Undecided)
        assert (report.error.facts["n"], report.error.facts["total"]) == (1, 2)
        assert report.error.facts["building"] in ("甲楼", "乙楼")
    assert two.library.count() == {"": 2, "leave": 3, "take": 4}[far]
    if far == "leave":
        assert report.draft is not None
        assert [one.reason for one in report.draft.unread if not one.note] == ["too_far"]


def test_an_empty_binder_takes_its_origin_from_the_file(
    binder: Binder, bring: Bring, write: Any, feature: Make, collection: Make
) -> None:
    tree = feature("Point", [2.36, 48.87], kind="tree")
    [report] = bring(write("x.geojson", collection(tree)))
    assert report.error is None
    assert binder.frame is not None
    [report] = bring(write("y.geojson", collection(feature("Point", [LON, LAT], kind="tree"))))
    assert report.error is not None
    assert report.error.facts["reason"] == "too_far"


def test_distances() -> None:
    places = np.array([[113.6, 30.4], [-73.6, 40.7], [113.6, 31.4]])
    km, nearest = _distances_km(places, np.array([[0.0, 0.0], [113.6, 30.4]]))
    assert km[0] == pytest.approx(0.0, abs=1.5)
    assert km[2] == pytest.approx(111.2, abs=1.5)
    assert nearest.tolist() == [1, 0, 1]
