"""Tables from TOML into typed rows."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import tomli

from plans.model.toml import read_toml


class Row(msgspec.Struct):
    name: str
    count: int = 0


def test_rows_are_typed(tmp_path: Path) -> None:
    path = tmp_path / "t.toml"
    path.write_text('name = "示例"\ncount = 3\n', encoding="utf-8")
    assert read_toml(path, Row) == Row("示例", 3)
    path.write_text("name = 3\n", encoding="utf-8")
    with pytest.raises(msgspec.ValidationError, match="name"):
        read_toml(path, Row)
    path.write_text("name = \n", encoding="utf-8")
    with pytest.raises(tomli.TOMLDecodeError):
        read_toml(path, Row)
    with pytest.raises(OSError, match=r"none\.toml"):
        read_toml(tmp_path / "none.toml", Row)
