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
