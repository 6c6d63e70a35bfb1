"""Both catalogues are complete and in step with the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.support import assets
from desktop.support.i18n import read_catalogue
from desktop.support.translations import catalogue, main, troubles, update

CODE = """
class Card:
    def show(self):
        self.tr("Open")
        self.tr("%n floor(s)", "", len(self.floors))
"""


@pytest.fixture
def code(tmp_path: Path) -> Path:
    folder = tmp_path / "code"
    folder.mkdir()
    (folder / "card.py").write_text(CODE, encoding="utf-8")
    return folder


def test_catalogues_are_complete() -> None:
    assert troubles(assets.translations()) == []


def test_new_texts_are_unfinished(code: Path, tmp_path: Path) -> None:
    update(tmp_path, code)
    assert troubles(tmp_path, code) == [
        "preplan_zh.ts lacks Card: Open",
        "preplan_zh.ts lacks Card: %n floor(s)",
        "preplan_en.ts lacks Card: %n floor(s)",
    ]


def test_what_is_translated_stays(code: Path, tmp_path: Path) -> None:
    update(tmp_path, code)
    path = catalogue(tmp_path, "zh")
    text = path.read_text(encoding="utf-8")
    text = text.replace('<translation type="unfinished" />', "<translation>打开</translation>")
    path.write_text(text, encoding="utf-8")
    (code / "other.py").write_text(CODE.replace("Card", "Another"), encoding="utf-8")
    assert "preplan_zh.ts is stale" in "\n".join(troubles(tmp_path, code))
    update(tmp_path, code)
    assert read_catalogue(path) == {("Card", "Open", ""): ("打开",)}
    (code / "card.py").unlink()
    update(tmp_path, code)
    assert read_catalogue(path) == {}


def test_check_answers_by_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    assert capsys.readouterr().out == "translations: complete\n"
