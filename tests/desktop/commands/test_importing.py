"""Tests of `preplan-desk import`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plans.binder import Binder

ROOT = Path(__file__).resolve().parents[3]

POINTS = "kind,name,lon,lat\ntree,古树,113.6,30.4\n"

Run = Callable[..., Any]


def test_a_folder_comes_in_and_the_binder_is_made(run: Run, tables: Path, tmp_path: Path) -> None:
    path = tmp_path / "new.binder"
    ran = run("import", tables, "--binder", path, "--json")
    assert (ran.code, ran.err) == (0, "")
    report = ran.json()
    assert (report["read"], report["failed"]) == (5, 0)
    assert {file["table"] for file in report["files"]} == {
        "buildings", "floors", "stations", "persons", "shifts",
    }  # fmt: skip
    assert report["files"][0]["counts"] == {"building": 2}
    with Binder.open(path) as binder:
        assert binder.library.count() == 2


def test_again_changes_nothing(run: Run, tables: Path, filled: Path) -> None:
    report = run("import", tables, "--binder", filled, "--json").json()
    assert all(set(file["counts"]) == {"same"} for file in report["files"])


def test_a_bad_file_is_told_and_the_others_come_in(run: Run, tables: Path, tmp_path: Path) -> None:
    (tables / "broken.geojson").write_text('{"type":\n', encoding="utf-8")
    path = tmp_path / "new.binder"
    ran = run("import", tables, "--binder", path, "--lang", "zh")
    assert ran.code == 3
    assert "✓ buildings.csv: 2 栋建筑" in ran.out
    assert "broken.geojson" in ran.err
    assert "第 2 行" in ran.err
    assert "不是有效的 JSON" in ran.err
    report = run("import", tables, "--binder", path, "--json").json()
    bad = next(file for file in report["files"] if file["error"])
    assert (bad["error"]["reason"], bad["error"]["place"]) == ("json", "line 2, column 1")


def test_coordinates_without_a_datum_are_asked_for(run: Run, tmp_path: Path) -> None:
    points, path = tmp_path / "points.csv", tmp_path / "new.binder"
    points.write_text(POINTS, encoding="utf-8")
    ran = run("import", points, "--binder", path)
    assert (ran.code, ran.out) == (2, "")
    assert "--datum" in ran.err
    assert not path.exists()  # nothing came in: nothing is left behind
    ran = run("import", points, "--binder", path, "--datum", "GCJ-02", "--json")
    assert ran.code == 0
    [file] = ran.json()["files"]
    assert [question["about"] for question in file["questions"]] == ["datum_converted"]


def test_what_was_left_out_and_not_read_is_told(run: Run, tmp_path: Path) -> None:
    points = tmp_path / "points.csv"
    points.write_text(
        "kind,lon,lat,天气\ntree,1,2,晴\n雪人,1,2,\n雪人,1,3,\ntree,500,1,\n", encoding="utf-8"
    )
    arguments = ("import", points, "--binder", tmp_path / "a.binder", "--datum", "wgs84")
    ran = run(*arguments, "--lang", "en")
    assert ran.code == 0
    assert "2 not read" in ran.out
    assert "row 3 (雪人); row 4 (雪人)" in ran.out
    assert "Left out: 天气" in ran.out
    [file] = run(*arguments, "--json").json()["files"]
    assert [one["place"] for one in file["unread"]] == ["row 3", "row 4", "row 5"]


def test_the_building_and_floor_said(run: Run, filled: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.geojson"
    plan.write_text(
        '{"type":"Feature","properties":{"kind":"alarm_panel"},"geometry":{"type":"Point",'
        '"coordinates":[113.6,30.4]}}', encoding="utf-8",
    )  # fmt: skip
    ran = run(
        "import", plan, "--binder", filled, "--building", "示例广场", "--floor", "2F", "--json"
    )
    assert ran.json()["files"][0]["counts"] == {"feature": 1, "feature:alarm_panel": 1}
    plan_json = run("show", "S-1", "--binder", filled, "--json").json()
    assert [floor["features"] for floor in plan_json["floors"]] == [
        {}, {"alarm_panel": 1}, {"alarm_panel": 1},  # the third shows the second's
    ]  # fmt: skip


def test_wrong_use(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.binder"
    for wrong in (["--as", "dragons"], ["--datum", "mars"], ["--lang", "tlh"]):
        ran = run("import", tmp_path / "x.csv", "--binder", path, *wrong)
        assert (ran.code, ran.out) == (2, ""), wrong
    assert run("import", "--binder", path).code == 2
    assert run("import", "x.csv").code == 2
    assert not path.exists()


def test_files_that_are_not_there(run: Run, tmp_path: Path) -> None:
    ran = run("import", tmp_path / "no.csv", "--binder", tmp_path / "a.binder")
    assert ran.code == 3
    assert "no such file" in ran.err
    ran = run("import", tmp_path, "--binder", tmp_path / "a.binder", "--lang", "zh")
    assert ran.code == 3
    assert "没有可导入的文件" in ran.err


def test_something_else_in_the_binders_place(run: Run, tables: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.binder"
    other.write_bytes(b"something else" * 100)
    ran = run("import", tables, "--binder", other)
    assert (ran.code, ran.out) == (4, "")
    assert other.read_bytes() == b"something else" * 100


@pytest.mark.fault
@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
@pytest.mark.parametrize("told", [1, 2, 3])
def test_killed_in_the_middle_what_was_told_is_there(
    told: int, run: Run, tables: Path, tmp_path: Path
) -> None:
    path = tmp_path / "new.binder"
    program = subprocess.Popen(
        [sys.executable, "-m", "desktop", "import", str(tables), "--binder", str(path)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8", cwd=ROOT,
    )  # fmt: skip
    with program:
        assert program.stdout is not None
        lines = [program.stdout.readline() for _ in range(told)]
        program.kill()
    assert all(line.startswith("✓") for line in lines)
    with Binder.open(path) as binder:
        assert binder.library.count() == 2
    names = {line.split()[1].removesuffix(":") for line in lines}
    report = run("import", tables, "--binder", path, "--json").json()
    for file in report["files"]:
        if Path(file["path"]).name in names:
            assert set(file["counts"]) == {"same"}, file
