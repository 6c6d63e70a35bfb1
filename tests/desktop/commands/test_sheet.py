"""`sheet`: a building's sheets as PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.__main__ import BINDER, DONE, INPUT, USE

pytestmark = pytest.mark.usefixtures("qapp", "no_translator_left")


def test_sheets_and_json(run: Callable, sample_binder: Path, tmp_path: Path) -> None:
    path = tmp_path / "sheets.pdf"
    ran = run("sheet", "SDQ-0103", "-b", sample_binder, "-o", path, "--json")
    assert ran.code == DONE
    said = ran.json()
    assert said["file"] == str(path)
    assert said["pages"] >= 4
    assert said["building"]["code"] == "SDQ-0103"
    assert path.read_bytes().startswith(b"%PDF-")
    assert ran.err == ""


def test_refusals(run: Callable, sample_binder: Path, tmp_path: Path) -> None:
    path = tmp_path / "sheets.pdf"
    assert run("sheet", "zzzzqqqq", "-b", sample_binder, "-o", path).code == USE
    assert run("sheet", "SDQ-0103", "-b", tmp_path / "none", "-o", path).code == BINDER
    nowhere = tmp_path / "no folder" / "sheets.pdf"
    ran = run("sheet", "SDQ-0208", "-b", sample_binder, "-o", nowhere)
    assert ran.code == INPUT
    assert "sheets.pdf" in ran.err
    assert "Traceback" not in ran.err
    assert not path.exists()


@pytest.mark.parametrize("name", ["x.txt", "x", "folder.pdf"])
def test_only_a_pdf_is_written(
    run: Callable, sample_binder: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder.pdf").mkdir()
    ran = run("sheet", "SDQ-0103", "-b", sample_binder, "-o", tmp_path / name)
    assert ran.code == USE
    assert name in ran.err
    assert name == "folder.pdf" or ".pdf" in ran.err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_building_taken_is_named(
    run: Callable, sample_binder: Path, tmp_path: Path, lang: str
) -> None:
    path = tmp_path / "sheets.pdf"
    ran = run("sheet", "SDQ-0208", "-b", sample_binder, "-o", path, "--lang", lang)
    assert ran.code == DONE
    assert "SDQ-0208" in ran.err
    ran = run("sheet", "示例", "-b", sample_binder, "-o", tmp_path / "none.pdf", "--lang", lang)
    assert ran.code == USE
    assert "SDQ-0101" in ran.err
    assert not (tmp_path / "none.pdf").exists()
