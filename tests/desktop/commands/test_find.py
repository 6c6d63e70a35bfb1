"""Tests of `preplan-desk find`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_json_is_one_list_with_the_reasons(run: Run, filled: Path) -> None:
    ran = run("find", "示例广场", "--binder", filled, "--json")
    assert (ran.code, ran.err) == (0, "")
    first = ran.json()[0]
    assert {"id", "name", "address", "matched_by", "score"} <= set(first)
    assert (first["name"], first["matched_by"]) == ("示例广场", "name")


@pytest.mark.parametrize("query", ["slgc", "shiliguangchang", "S-1", "sample plaza", "示例路1号"])
def test_any_clue(run: Run, filled: Path, query: str) -> None:
    ran = run("find", *query.split(), "--binder", filled, "--json")
    assert ran.json()[0]["name"] == "示例广场"


def test_text_is_in_the_language(run: Run, filled: Path) -> None:
    english = run("find", "sample plaza", "--binder", filled).out
    assert english.startswith("Sample Plaza")
    chinese = run("find", "sample plaza", "--binder", filled, "--lang", "zh").out
    assert chinese.startswith("示例广场")
    assert "英文名" in chinese


def test_nothing_found_is_no_error(run: Run, filled: Path) -> None:
    ran = run("find", "qqqqqqqq", "--binder", filled, "--json")
    assert (ran.code, ran.json()) == (0, [])
    ran = run("find", "qqqqqqqq", "--binder", filled, "--lang", "zh")
    assert (ran.code, ran.out) == (0, "")
    assert "没有找到“qqqqqqqq”" in ran.err


def test_limit(run: Run, filled: Path) -> None:
    assert len(run("find", "示例", "--binder", filled, "--limit", 1, "--json").json()) == 1
    assert len(run("find", "示例", "--binder", filled, "--json").json()) == 2


def test_the_binder_may_come_from_the_environment(
    run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREPLAN_BINDER", str(filled))
    assert run("find", "slgc", "--json").json()


def test_finding_writes_nothing(run: Run, filled: Path) -> None:
    before = filled.read_bytes()
    run("find", "示例", "--binder", filled)
    assert filled.read_bytes() == before


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("nothing", ["", "  "])
def test_nothing_asked_is_wrong_use(run: Run, filled: Path, nothing: str, lang: str) -> None:
    ran = run("find", nothing, "--binder", filled, "--lang", lang)
    assert (ran.code, ran.out) == (2, "")
    assert "QUERY" in ran.err


def test_a_binder_that_may_not_be_read(
    run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_arguments: object) -> None:
        raise PermissionError(13, "forbidden")

    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(Path, "open", forbidden)
    ran = run("find", "x", "--binder", filled)
    assert ran.code == 4
    assert "does not allow" in ran.err
