"""Tests of `preplan-desk show`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_json_has_everything(run: Run, filled: Path) -> None:
    ran = run("show", "S-1", "--binder", filled, "--at", "2026-09-03T12:00", "--json")
    assert (ran.code, ran.err) == (0, "")
    plan = ran.json()
    assert (plan["name"], plan["address"]) == ("示例广场", "示例路1号")
    assert plan["names"] == [{"text": "Sample Plaza", "kind": "english"}]
    assert plan["facts"][0]["state"] == "verified"
    assert [floor["label"] for floor in plan["floors"]] == ["1F", "2F", "3F"]
    assert plan["floors"][2]["typical"] == "2F"
    [station] = plan["stations"]
    assert station["distance_kind"] == "straight_line"
    assert [duty["name"] for duty in station["on_duty"]] == ["张三"]


def test_the_moment_decides_who_is_on_duty(run: Run, filled: Path) -> None:
    for at, names in (
        ("2026-09-03T12:00", ["张三"]),
        ("2026-09-04T12:00", []),
        ("2026-09-04", ["张三"]),
    ):
        plan = run("show", "S-1", "--binder", filled, "--at", at, "--json").json()
        assert [duty["name"] for duty in plan["stations"][0]["on_duty"]] == names


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("zh", ["示例广场", "建筑高度", "已核实", "办公楼", "直线距离", "班长 张三", "大堂", "缺"]),
        ("en", ["Sample Plaza", "Height", "verified", "straight line", "张三", "Lobby", "Missing"]),
    ],
)
def test_text(run: Run, filled: Path, lang: str, parts: list[str]) -> None:
    ran = run("show", "slgc", "--binder", filled, "--at", "2026-09-03 12:00", "--lang", lang)
    assert ran.code == 0
    for part in parts:
        assert part.lower() in ran.out.lower(), part


def test_nobody_answers(run: Run, filled: Path) -> None:
    ran = run("show", "qqqqqqqq", "--binder", filled, "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "qqqqqqqq" in ran.err


def test_a_moment_that_is_none(run: Run, filled: Path) -> None:
    ran = run("show", "S-1", "--binder", filled, "--at", "teatime")
    assert (ran.code, ran.out) == (2, "")
    assert "2026-01-31T14:30" in ran.err


@pytest.mark.parametrize(
    ("lang", "shown", "hidden"),
    [("zh", "南侧大堂", "South lobby"), ("en", "South lobby", "南侧大堂")],
)
def test_a_text_is_shown_in_the_reader_s_language(
    run: Run, filled: Path, tmp_path: Path, lang: str, shown: str, hidden: str
) -> None:
    facts = tmp_path / "facts.csv"
    facts.write_text(
        "building_code,key,value,value_en\nS-1,attack_entrance,南侧大堂,South lobby\n",
        encoding="utf-8",
    )
    assert run("import", facts, "--binder", filled).code == 0
    out = run("show", "S-1", "--binder", filled, "--lang", lang).out
    assert shown in out
    assert hidden not in out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_clue_that_fits_several_takes_none(run: Run, filled: Path, lang: str) -> None:
    ran = run("show", "示例", "--binder", filled, "--lang", lang)
    assert (ran.code, ran.out) == (2, "")
    for part in ("S-1", "S-2", "示例路1号", "示例路2号", "2"):
        assert part in ran.err
    assert ("Sample Plaza" in ran.err) is (lang == "en")
