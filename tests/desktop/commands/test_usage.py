"""What the command line itself says is whole in both languages."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.commands import COMMANDS
from desktop.commands.usage import help_in, wrong_use

ROOT = Path(__file__).resolve().parents[3]
WRONG = (
    ["frobnicate"],
    ["find"],
    ["find", "x"],
    ["find", "x", "--bogus"],
    ["find", "x", "--jsn"],
    ["find", "x", "-b", "y", "--limit", "0"],
    ["find", "x", "-b", "y", "--limit", "a"],
    ["find", "x", "-b"],
    ["find", "x", "-b", "y", "--json=1"],
    ["shot", "a", "b", "c", "-b", "x", "-o", "y.png"],
    ["sheet"],
)
ENGLISH = re.compile(
    r"such|missing|invalid|valid|got|requires|argument|possible|range|mean|does not|option",
    re.IGNORECASE,
)


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_use_in_both_languages(run: Callable, arguments: list[str]) -> None:
    chinese = run(*arguments, "--lang", "zh") if arguments[-1] != "-b" else run(
        arguments[0], "--lang", "zh", *arguments[1:])  # fmt: skip
    english = run(*arguments)
    assert (chinese.code, english.code) == (2, 2)
    assert not ENGLISH.search(chinese.err.splitlines()[0]), chinese.err
    assert re.search("[一-鿿]", chinese.err)
    assert not re.search("[一-鿿]", english.err)


@pytest.mark.parametrize("command", ["", *(command.name for command in COMMANDS)])
def test_help_is_in_one_language(command: str) -> None:
    arguments = [command, "--help"] if command else ["--help"]
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PREPLAN_LANG": "zh"},
        check=True,
    )
    assert done.stdout.startswith("用法：preplan-desk")
    left = re.findall(r"Usage|Options|Arguments|Show this|required|default:|env var", done.stdout)
    assert left == []


def test_english_is_left_alone() -> None:
    assert wrong_use("No such option: --x", "en") == "No such option: --x"
    assert help_in("Usage: x", "en") == "Usage: x"
