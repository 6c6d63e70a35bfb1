"""The words of imports are sorted and whole in both languages."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.support.importwords import IMPORTS
from desktop.support.wording import word

IMPORTING = Path(__file__).resolve().parents[3] / "plans" / "importing"


def test_rows_are_sorted_unique_and_filled() -> None:
    codes = [code for code, _, _ in IMPORTS]
    assert codes == sorted(set(codes))
    for code, zh, en in IMPORTS:
        assert zh
        assert en
        assert set(re.findall(r"{(\w+)}", zh)) == set(re.findall(r"{(\w+)}", en)), code


def test_the_table_of_words_has_them() -> None:
    assert word("import.hint.unlike_building", "en", text="x").endswith("--new-building x.")


def test_questions_and_notes_of_models_have_their_words() -> None:
    paths = [*IMPORTING.glob("ifc*.py"), IMPORTING / "settle_models.py"]
    text = "".join(path.read_text(encoding="utf-8") for path in paths)
    asked = re.findall(r'(?:ask\(|question=)"([a-z_]+)"', text)
    noted = re.findall(r'Unread\([^"]*"([a-z_]+)"', text)
    assert len(asked) > 10
    assert len(noted) > 3
    codes = [f"question.{one}" for one in asked] + [f"reason.{one}" for one in noted]
    assert [code for code in sorted(codes) if word(code, "zh") == code] == []
