"""Settings: a table, typed, only differences kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.support.settings import GROUPS, SETTINGS, Settings

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "own.ini"


def test_rows_are_sound() -> None:
    keys = [row.key for row in SETTINGS]
    assert len(keys) == len(set(keys))
    groups = [group for group, _ in GROUPS]
    for row in SETTINGS:
        assert row.group in groups
        assert row.text
        assert not row.choices or row.default in [choice.value for choice in row.choices]


def test_defaults_leave_no_trace(file: Path) -> None:
    settings = Settings(file)
    settings.set("theme", "night")
    settings.set("theme", "system")
    settings.set("who", "")
    assert not file.exists() or "theme" not in file.read_text(encoding="utf-8")


def test_values_come_back_typed(file: Path) -> None:
    first = Settings(file)
    first.set("text_scale", 130)
    first.set("ghost_floor", True)
    first.set("who", "三班 A, 组长")
    again = Settings(file)
    assert (again.number("text_scale"), again.flag("ghost_floor")) == (130, True)
    assert again.text("who") == "三班 A, 组长"


def test_change_is_told_once(file: Path) -> None:
    settings = Settings(file)
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.set("theme", "night")
    settings.set("theme", "night")
    assert told == ["theme"]
    settings.reset()
    assert told == ["theme", "theme"]


def test_nonsense_in_the_file_counts_as_default(file: Path) -> None:
    file.write_text("[General]\ntheme=pink\ntext_scale=huge\nghost_floor=perhaps\n", "utf-8")
    settings = Settings(file)
    assert settings.value("theme") == "system"
    assert settings.value("text_scale") == 100
    assert settings.value("ghost_floor") is False


@pytest.mark.parametrize(("key", "value"), [("theme", "pink"), ("text_scale", True), ("who", 3)])
def test_wrong_value_is_refused(file: Path, key: str, value: object) -> None:
    with pytest.raises(ValueError, match=key):
        Settings(file).set(key, value)  # type: ignore[arg-type]
