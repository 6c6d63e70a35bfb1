"""Tests of `preplan-desk [open]`: the window is stood in for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """The binders the window was opened on."""
    binders: list[Path | None] = []
    application = ModuleType("desktop.application")

    def run(path: Path | None, language: str) -> int:
        assert language in ("", "zh", "en")
        binders.append(path)
        return 0

    application.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "desktop.application", application)
    return binders


def test_no_command_is_the_window(run: Run, opened: list[Path | None]) -> None:
    assert run().code == 0
    assert run("--lang", "zh").code == 0
    assert run("open").code == 0
    assert opened == [None] * 3


def test_a_binder_may_be_given(run: Run, opened: list[Path | None], filled: Path) -> None:
    assert run("open", filled).code == 0
    assert run(filled).code == 0
    assert opened == [filled] * 2
