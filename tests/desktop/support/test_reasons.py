"""Tests of why files are not read."""

from __future__ import annotations

from desktop.support.reasons import REASONS
from desktop.support.wording import word


def test_rows_are_sorted_and_speak_both_languages() -> None:
    codes = [code for code, _, _ in REASONS]
    assert codes == sorted(set(codes))
    for code, zh, en in REASONS:
        assert zh.strip(), code
        assert en.strip(), code
        assert any("\u4e00" <= letter <= "\u9fff" for letter in zh) or zh == en, code


def test_they_are_found_by_their_code() -> None:
    code, _, en = next(row for row in REASONS if "{" not in row[2])
    assert word(code, "en") == en
