"""Tests of recognising a drawing's unit."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.importing.drawing_rules import DrawingRules, load_drawing_rules
from plans.importing.dxf_units import judge

MM, INCH, METRE = 4, 1, 6
RULES = load_drawing_rules(Path(__file__).resolve().parents[3] / "assets" / "catalog")


@pytest.fixture(scope="module")
def drawings() -> DrawingRules:
    return RULES


def doors(*radii: float) -> list[tuple[float, bool]]:
    return [(radius, True) for radius in radii]


def test_a_declared_unit_that_fits_stands(drawings: DrawingRules) -> None:
    verdict = judge(drawings, MM, doors(800, 900, 900), 57_900.0)
    assert (verdict.unit.id, verdict.declared, verdict.certain) == ("mm", "mm", True)
    assert verdict.door_m == pytest.approx(0.9)


def test_inches_declared_as_millimetres_are_found(drawings: DrawingRules) -> None:
    verdict = judge(drawings, MM, doors(32, 36, 30), 960.0)
    assert (verdict.unit.id, verdict.declared, verdict.certain) == ("in", "mm", False)
    assert verdict.door_m == pytest.approx(32 * 0.0254)


def test_nothing_declared_is_never_certain(drawings: DrawingRules) -> None:
    verdict = judge(drawings, 0, doors(900), 26_000.0)
    assert (verdict.unit.id, verdict.declared, verdict.certain) == ("mm", "", False)


def test_the_users_word_decides(drawings: DrawingRules) -> None:
    verdict = judge(drawings, MM, doors(900), 57_900.0, "cm")
    assert (verdict.unit.id, verdict.declared, verdict.certain) == ("cm", "mm", True)


def test_without_doors_size_and_declaration_decide(drawings: DrawingRules) -> None:
    assert judge(drawings, METRE, [], 20.0).certain
    doubted = judge(drawings, MM, [], 20.0)
    assert not doubted.certain
    assert doubted.unit.id in ("m", "ft")


def test_arcs_that_are_called_doors_speak_first(drawings: DrawingRules) -> None:
    chairs = [(35.0, False)] * 40
    verdict = judge(drawings, MM, [*chairs, (900.0, True)], 30_000.0)
    assert verdict.certain
    assert verdict.door_m == pytest.approx(0.9)


@given(st.integers(-5, 30), st.lists(st.floats(0, 1e9), max_size=8), st.floats(0, 1e12))
def test_there_is_always_a_unit(insunits: int, radii: list[float], size: float) -> None:
    verdict = judge(RULES, insunits, [(radius, False) for radius in radii], size)
    assert verdict.unit in RULES.unit
    assert verdict.certain is False or verdict.declared == verdict.unit.id
