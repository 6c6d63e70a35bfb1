"""What is said of a file that came in, and of one that needs a word first."""

from __future__ import annotations

import pytest

from desktop.commands.importreport import TABLES, report_json, tell
from desktop.support import assets
from plans.errors import InputError, Undecided
from plans.importing.batch import FileReport
from plans.importing.draft import Draft, Unread
from plans.importing.rules import load_rules


def test_what_came_in_and_what_did_not(capsys: pytest.CaptureFixture[str]) -> None:
    draft = Draft(source="a", counts={"building": 2}, unread=(Unread("row 3", "no_kind", "x"),))
    tell(FileReport(path="/x/a.csv", draft=draft), "en")
    out = capsys.readouterr().out
    assert out.startswith("✓ a.csv: buildings: 2")
    assert "row 3 (x)" in out


def test_the_option_that_helps_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    for reason in (
        "datum", "elsewhere", "elsewhere_suits", "no_scale", "too_far", "unknown_building",
        "unknown_table", "unlike_building", "which_floor",
    ):  # fmt: skip
        error = Undecided("a.csv", reason=reason, text="t", suits="s")
        tell(FileReport(path="a.csv", error=error), "en")
        assert " --" in capsys.readouterr().err, reason
    [said] = report_json([FileReport(path="a", error=InputError("a", reason="json"))], "en")[
        "files"
    ]  # type: ignore[misc]
    assert said["error"]["hint"] == ""


def test_every_kind_of_table_can_be_said() -> None:
    assert sorted(TABLES) == sorted(table.id for table in load_rules(assets.catalog()).table)
