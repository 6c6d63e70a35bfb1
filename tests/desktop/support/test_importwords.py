"""The words of imports are sorted and whole in both languages."""

from __future__ import annotations

import re

from desktop.support.importwords import IMPORTS
from desktop.support.wording import word


def test_rows_are_sorted_unique_and_filled() -> None:
    codes = [code for code, _, _ in IMPORTS]
    assert codes == sorted(set(codes))
    for code, zh, en in IMPORTS:
        assert zh
        assert en
        assert set(re.findall(r"{(\w+)}", zh)) == set(re.findall(r"{(\w+)}", en)), code


def test_the_table_of_words_has_them() -> None:
    assert word("import.hint.unlike_building", "en", text="x").endswith("--new-building x.")
