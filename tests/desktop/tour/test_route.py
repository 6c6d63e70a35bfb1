"""Where the tour goes: both languages, both themes, every picture a picture."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage


@pytest.fixture
def steps(demo_out: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((demo_out / "tour.json").read_text("utf-8"))["steps"]
    return found


def test_both_languages_by_day_and_by_night(steps: list[dict[str, Any]]) -> None:
    seen = {(step["language"], step["theme"]) for step in steps if step["picture"]}
    assert seen == {("zh", "day"), ("zh", "night"), ("en", "day"), ("en", "night")}
    assert {step["size"] for step in steps} >= {"1920x1080", "1280x720"}


def test_every_picture_is_there_and_not_blank(demo_out: Path, steps: list[dict[str, Any]]) -> None:
    pictures = [step["picture"] for step in steps if step["picture"]]
    assert len(pictures) == len(set(pictures)) >= 25
    for name in pictures:
        image = QImage(str(demo_out / name)).convertToFormat(QImage.Format.Format_RGB32)
        seen: set[int] = set()
        for y in range(0, image.height(), 3):
            seen.update(memoryview(image.constScanLine(y)).cast("B").cast("I"))
        assert len(seen) > 500 or name.split("-")[1] in (
            "keys_and_words",
            "settings",
            "commands",
        ), name
        assert len(seen) > 60, name


def test_every_step_is_timed(steps: list[dict[str, Any]]) -> None:
    names = [step["name"] for step in steps]
    assert names[0] == "open"
    assert {"find-and-open", "first-floor", "site", "people", "gaps", "legend"} <= set(names)
    assert all(0 <= step["seconds"] < 30 for step in steps)
