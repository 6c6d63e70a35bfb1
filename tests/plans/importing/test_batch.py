"""Tests of importing several files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plans.binder import Binder
from plans.errors import Cancelled
from plans.importing.batch import FileReport, import_files, in_order
from plans.model.catalog import Catalog

Write = Callable[[str, object], Path]
Bring = Callable[..., list[FileReport]]


def test_folders_are_opened_and_files_put_in_order(write: Write, tmp_path: Path) -> None:
    for name in (
        "in/floors/a-10F.geojson", "in/floors/a-2F.geojson", "in/floors/a-gf.geojson",
        "in/z.csv", "in/readme.txt", "in/notes.docx", "in/site/roads.geojson",
    ):  # fmt: skip
        write(name, "x")
    inside = [str(path.relative_to(tmp_path / "in")) for path in in_order([tmp_path / "in"])]
    assert inside == [
        "z.csv", "floors/a-gf.geojson", "floors/a-2F.geojson", "floors/a-10F.geojson",
        "site/roads.geojson",
    ]  # fmt: skip
    named = tmp_path / "in/readme.txt"
    assert tmp_path / "missing.csv" in in_order([named, tmp_path / "missing.csv"])
    assert len(in_order([named, named])) == 1


def test_a_bad_file_is_reported_and_the_rest_goes_on(
    binder: Binder, write: Write, bring: Bring
) -> None:
    bad = write("a.csv", b"\x00\x01")
    good = write("b.csv", "名称,地址\n示例楼,一路\n")
    reports = bring(bad, good)
    assert [(Path(one.path).name, one.error is None) for one in reports] == [
        ("b.csv", True), ("a.csv", False),
    ]  # fmt: skip
    assert binder.library.count() == 1


def test_each_file_is_one_change_that_can_be_undone(
    binder: Binder, write: Write, bring: Bring
) -> None:
    bring(write("a.csv", "名称,地址\n甲楼,一路\n乙楼,二路\n"))
    assert binder.library.count() == 2
    assert binder.drafting.undo()
    assert binder.library.count() == 0
    assert binder.drafting.redo()
    assert binder.library.count() == 2


def test_progress_counts_files_and_can_stop(
    binder: Binder, catalog: Catalog, catalog_folder: Path, write: Write
) -> None:
    files = [write(f"{name}.csv", f"名称,地址\n{name}楼,一路\n") for name in "甲乙丙"]
    told: list[tuple[int, int, str]] = []
    heard: list[FileReport] = []

    def progress(done: int, total: int, step: str = "") -> None:
        told.append((done, total, step))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_files(binder, files, catalog, catalog_folder, progress=progress, heard=heard.append)
    assert len(heard) == 2
    assert binder.library.count() == 2  # what was accepted stays
    assert told[-1][:2] == (2, 3)


def test_no_files_are_no_reports(bring: Bring, tmp_path: Path) -> None:
    assert bring(tmp_path) == []
