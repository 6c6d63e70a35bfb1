"""Tests of the coordinate systems that may be chosen."""

from __future__ import annotations

from plans.importing.systems import systems


def test_those_of_a_place_are_told_apart() -> None:
    """Wuhan, 114.3 E 30.6 N: CGCS2000 zone 114 E covers it, British National Grid does not."""
    found = {code: (name, here) for code, name, here in systems(114.3, 30.6)}
    assert found["EPSG:4547"] == ("CGCS2000 / 3-degree Gauss-Kruger CM 114E", True)
    assert found["EPSG:27700"][1] is False
    assert found["EPSG:4490"][1] is True


def test_without_a_place_none_is_preferred() -> None:
    found = systems()
    assert len(found) > 3_000
    assert not any(here for *_, here in found)
