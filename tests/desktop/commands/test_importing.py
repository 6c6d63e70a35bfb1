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
    ran = run("import", tables, "--binder", path, "--json", "--new")
    assert (ran.code, ran.err) == (0, "")
    report = ran.json()
    assert (report["read"], report["failed"]) == (5, 0)
    assert {file["kind"] for file in report["files"]} == {
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
    ran = run("import", tables, "--binder", path, "--lang", "zh", "--new")
    assert ran.code == 3
    assert "✓ buildings.csv: 2 栋建筑" in ran.out
    assert "broken.geojson" in ran.err
    assert "第 2 行" in ran.err
    assert "不是有效的 JSON" in ran.err
    report = run("import", tables, "--binder", path, "--json").json()
    bad = next(file for file in report["files"] if not file["ok"])
    assert (bad["error"]["reason"], bad["error"]["place"]) == ("json", "line 2, column 1")


def test_coordinates_without_a_datum_are_asked_for(run: Run, tmp_path: Path) -> None:
    points, path = tmp_path / "points.csv", tmp_path / "new.binder"
    points.write_text(POINTS, encoding="utf-8")
    ran = run("import", points, "--binder", path, "--new")
    assert (ran.code, ran.out) == (2, "")
    assert "--datum" in ran.err
    assert not path.exists()  # nothing came in: nothing is left behind
    ran = run("import", points, "--binder", path, "--datum", "GCJ-02", "--json", "--new")
    assert ran.code == 0
    [file] = ran.json()["files"]
    assert [question["about"] for question in file["questions"]] == ["datum_converted"]


def test_what_was_left_out_and_not_read_is_told(run: Run, tmp_path: Path) -> None:
    points = tmp_path / "points.csv"
    points.write_text(
        "kind,lon,lat,天气\ntree,1,2,晴\n雪人,1,2,\n雪人,1,3,\ntree,500,1,\n", encoding="utf-8"
    )
    arguments = ("import", points, "--binder", tmp_path / "a.binder", "--datum", "wgs84", "--new")
    ran = run(*arguments, "--lang", "en")
    assert ran.code == 0
    assert "2 not read" in ran.out
    assert "row 3 (雪人); row 4 (雪人)" in ran.out
    assert "Left out: 天气" in ran.out
    [file] = run(*arguments, "--json").json()["files"]
    assert [(one["row"], one["reason"]) for one in file["rows_rejected"]] == [
        (3, "unknown_kind"), (4, "unknown_kind"), (5, "out_of_range"),
    ]  # fmt: skip
    assert [(one["reason"], one["count"]) for one in file["unread"]] == [
        ("unknown_kind", 2), ("out_of_range", 1),
    ]  # fmt: skip
    assert (file["rows_read"], file["ok"]) == (4, True)


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
    ran = run("import", tmp_path / "no.csv", "--binder", tmp_path / "a.binder", "--new")
    assert ran.code == 3
    assert "no such file" in ran.err
    ran = run("import", tmp_path, "--binder", tmp_path / "a.binder", "--new", "--lang", "zh")
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
        [sys.executable, "-m", "desktop", "import", str(tables), "--binder", str(path), "--new"],
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
        if Path(file["file"]).name in names:
            assert set(file["counts"]) == {"same"}, file


def test_a_dry_run_tells_and_writes_nothing(run: Run, tables: Path, filled: Path) -> None:
    before = filled.read_bytes()
    (tables / "more.csv").write_text(
        "编号,名称,用途,建筑高度,经度,纬度\nS-9,示例二号楼,办公楼,20,113.6,30.4\n", encoding="utf-8"
    )
    ran = run("import", tables, "--binder", filled, "--datum", "wgs84", "--dry-run", "--json")
    assert ran.code == 0
    report = ran.json()
    assert "binder" not in report
    [new] = [file for file in report["files"] if file.get("buildings")]
    assert (Path(new["file"]).name, new["buildings"]) == ("more.csv", 1)
    assert filled.read_bytes() == before


def test_a_dry_run_needs_no_binder(run: Run, tables: Path, tmp_path: Path) -> None:
    ran = run("import", tables, "--dry-run", "--json")
    assert ran.code == 0
    floors = next(file["floors"] for file in ran.json()["files"] if file["kind"] == "floors")
    assert [floor["label"] for floor in floors][:1]
    assert list(tmp_path.rglob("*.binder")) == []


@pytest.mark.corpus
def test_a_dry_run_of_a_drawing_asks_for_its_floor(run: Run, corpus: Path) -> None:
    ran = run("import", corpus / "dxf/wrld_office_cad.dxf", "--dry-run", "--json")
    [file] = ran.json()["files"]
    assert (file["ok"], file["unit_m"], file["entities"]) == (True, 0.001, 5_583)
    assert "which_floor" in [question["about"] for question in file["questions"]]
    assert {"name": "wall", "entities": 138, "what": "walls"} in file["layers"]


def test_limits_are_the_users_word(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "many.csv"
    table.write_text("kind,lon,lat\n" + "tree,113.6,30.4\n" * 400_000, encoding="utf-8")
    arguments = ("import", table, "--datum", "wgs84", "--dry-run", "--json")
    [file] = run(*arguments, "--limit-mb", "64").json()["files"]
    assert (file["ok"], file["error"]["reason"]) == (False, "too_much_memory")


def test_a_mistyped_binder_is_not_made(run: Run, tables: Path, tmp_path: Path) -> None:
    path = tmp_path / "typo.binder"
    ran = run("import", tables, "--binder", path)
    assert (ran.code, ran.out) == (4, "")
    assert "--new" in ran.err
    assert not path.exists()


def test_a_mistyped_building_is_not_made(run: Run, filled: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.geojson"
    plan.write_text(
        '{"type":"Feature","properties":{"kind":"room","level":"0"},"geometry":{"type":"Point",'
        '"coordinates":[113.6,30.4]}}', encoding="utf-8",
    )  # fmt: skip
    ran = run("import", plan, "--binder", filled, "--building", "示例广厂")
    assert ran.code == 2
    assert "示例广场" in ran.err
    assert "--new-building 示例广厂" in ran.err
    with Binder.open(filled) as binder:
        assert binder.library.count() == 2
    ran = run("import", plan, "--binder", filled, "--new-building", "新楼")
    assert ran.code == 0
    with Binder.open(filled) as binder:
        assert [row.name for row in binder.library.list()][2:] == ["新楼"]


def test_what_lies_far_away_needs_a_word(run: Run, filled: Path, tmp_path: Path) -> None:
    points = tmp_path / "points.csv"
    points.write_text(
        "kind,name,lon,lat,datum\ntree,近,113.6,30.4,wgs84\ntree,远,-73.6,40.7,wgs84\n", "utf-8"
    )
    ran = run("import", points, "--binder", filled)
    assert ran.code == 2
    assert "--anyway" in ran.err
    assert "1 of 2" in ran.err
    with Binder.open(filled) as binder:
        assert binder.site.count() == 0
    assert run("import", points, "--binder", filled, "--leave-far").code == 0
    with Binder.open(filled) as binder:
        assert [one.label for one in binder.site.all()] == ["近"]
    assert run("import", points, "--binder", filled, "--anyway").code == 0
    with Binder.open(filled) as binder:
        assert binder.site.count() == 2


def test_the_kinds_of_table_are_listed(run: Run, tables: Path, filled: Path) -> None:
    ran = run("import", tables, "--binder", filled, "--as", "nokind")
    assert ran.code == 2
    assert "buildings, facts, floors" in ran.err


def test_files_tried_without_a_binder_may_lie_anywhere(run: Run, tmp_path: Path) -> None:
    for name, lon in (("a.csv", 113.6), ("b.csv", -78.6)):
        text = f"kind,name,lon,lat\nhydrant.municipal,H,{lon},30.4\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    ran = run("import", tmp_path / "a.csv", tmp_path / "b.csv", "--datum", "wgs84", "--dry-run",
              "--json")  # fmt: skip
    assert [file["ok"] for file in ran.json()["files"]] == [True, True]
