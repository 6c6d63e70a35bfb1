"""Tests of which language a command speaks."""

from __future__ import annotations

import pytest

from desktop.commands.language import language_asked, language_of


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US", "PREPLAN_LANG": "zh"}, "zh"),
        ({"LANG": "zh_CN", "PREPLAN_LANG": "en"}, "en"),
        ({"LANG": "Chinese (Simplified)_China.936"}, "zh"),
    ],
)
def test_the_environments_language(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["find", "x", "--lang", "zh"], "zh"),
        (["find", "--lang=en", "x"], "en"),
        (["find", "x", "--lang"], ""),
        (["find", "--lang", "tlh"], ""),
        (["find", "--", "--lang", "zh"], ""),
        ([], ""),
    ],
)
def test_the_asked_language(arguments: list[str], language: str) -> None:
    assert language_asked(arguments) == language
