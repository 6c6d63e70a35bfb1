"""Every reason an importer gives has its sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.support.reasons import REASONS
from desktop.support.sentences import TROUBLES
from desktop.support.wording import sentence
from plans.errors import InputError

IMPORTING = Path(__file__).resolve().parents[3] / "plans" / "importing"
CODES = {code for code, _, _ in (*TROUBLES, *REASONS)}


def reasons() -> set[str]:
    found: set[str] = set()
    for path in IMPORTING.glob("*.py"):
        found |= set(re.findall(r'reason="([a-z_]+)"', path.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("reason", sorted(reasons()))
def test_reasons_of_importers(reason: str) -> None:
    assert f"reason.{reason}" in CODES


def test_notes_of_drawings() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in IMPORTING.glob("dxf*.py"))
    notes = set(re.findall(r'note(?:s\[|\()"([a-z_]+)"', text))
    assert len(notes) > 8
    assert [note for note in sorted(notes) if f"reason.{note}" not in CODES] == []


def test_an_old_dwg_says_what_to_do() -> None:
    error = InputError("老图.dwg", reason="dwg_version", text="AC1009")
    for language in ("zh", "en"):
        said = sentence(error, language)
        assert "老图.dwg" in said
        assert "DXF" in said
