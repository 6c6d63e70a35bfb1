"""Tests of pyramids of tiles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.model.pyramid import decoded, pyramid_of

TILES = pyramid_of(0.5, [(1_000, 600, [b"a", b"bb", b"", b"dddd"]), (500, 300, [b"small"])])


def test_tiles_are_found_by_level_column_and_row() -> None:
    again = decoded(TILES.encoded())
    assert (again.width, again.height, again.lightness) == (1_000, 600, 0.5)
    assert [again.tile(0, column, row) for row in (0, 1) for column in (0, 1)] == [
        b"a", b"bb", b"", b"dddd",
    ]  # fmt: skip
    assert again.tile(1, 0, 0) == b"small"
    assert (again.levels[0].columns, again.levels[0].rows) == (2, 2)


@given(st.integers(0, 200), st.integers(0, 255), st.integers(0, 200))
def test_damage_is_told_or_harmless(at: int, byte: int, length: int) -> None:
    data = bytearray(TILES.encoded())
    data[at % len(data)] = byte
    try:
        again = decoded(bytes(data[:length] if length % 2 else data))
    except ValueError:
        return
    for number, level in enumerate(again.levels):
        for row in range(min(level.rows, 3)):
            for column in range(min(level.columns, 3)):
                again.tile(number, column, row)


def test_something_else_is_told() -> None:
    with pytest.raises(ValueError, match="pyramid"):
        decoded(b"LNW1 something")
