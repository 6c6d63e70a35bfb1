"""`demo --out`: the guided tour's files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.commands.demo import SHEETS, has_display
from plans.binder import Binder


def test_the_tour_tells_what_it_did(demo_out: Path) -> None:
    said = json.loads((demo_out / "tour.json").read_text(encoding="utf-8"))
    assert said.keys() == {"binder", "sample", "build_s", "steps", "sheets"}
    assert said["sample"]["buildings"] >= 11
    with Binder.open(demo_out / said["binder"], read_only=True) as binder:
        assert binder.library.count() == said["sample"]["buildings"]


def test_the_sheets_are_there_in_both_languages(demo_out: Path) -> None:
    said = json.loads((demo_out / "tour.json").read_text(encoding="utf-8"))["sheets"]
    assert [(one["building"], one["language"]) for one in said] == [
        (code, language) for code, _ in SHEETS for language in ("zh", "en")
    ]
    for one in said:
        assert one["pages"] > 3
        assert (demo_out / one["file"]).read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("variable", "seen"), [("DISPLAY", True), ("WAYLAND_DISPLAY", True), ("", False)]
)
def test_a_display(monkeypatch: pytest.MonkeyPatch, variable: str, seen: bool) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    if variable:
        monkeypatch.setenv(variable, ":0")
    assert has_display() is seen
    monkeypatch.setattr("sys.platform", "win32")
    assert has_display()
