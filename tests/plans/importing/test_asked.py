"""Tests of reading a file's bytes within limits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from plans.errors import InputError
from plans.importing.asked import Limits, Reader


def _reason(reader: Reader, path: Path) -> object:
    with pytest.raises(InputError) as caught:
        reader.bytes_of(path)
    return caught.value.facts["reason"]


def test_bytes_come_whole(reader: Reader, write: Callable[[str, object], Path]) -> None:
    assert reader.bytes_of(write("a.csv", b"abc")) == b"abc"


def test_what_cannot_be_read_is_told(
    reader: Reader, write: Callable[[str, object], Path], tmp_path: Path
) -> None:
    assert _reason(reader, tmp_path) == "folder"
    assert _reason(reader, tmp_path / "no.csv") == "missing"
    assert _reason(reader, write("empty.csv", b"")) == "empty"
    assert _reason(reader, Path("/dev/null")) in ("not_a_file", "missing")


def test_size_is_looked_at_before_reading(reader: Reader, tmp_path: Path) -> None:
    sparse = tmp_path / "sparse.geojson"
    with sparse.open("wb") as file:
        file.truncate(1024**3)
    assert _reason(reader, sparse) == "too_big"
    small = Reader(reader.catalog, reader.rules, msgspec.structs.replace(Limits(), file_bytes=2))
    with pytest.raises(InputError):
        small.bytes_of(Path(__file__))
