"""Tests of the table of commands."""

from __future__ import annotations

import typer

from desktop.commands import COMMANDS, Command, build
from desktop.commands.language import START_LANGUAGE


def test_names_stand_once_and_have_both_texts() -> None:
    names = [command.name for command in COMMANDS]
    assert len(set(names)) == len(names)
    assert all(command.zh and command.en for command in COMMANDS)


def test_only_the_wanted_command_is_loaded() -> None:
    assert [one.name for one in build("find").registered_commands] == ["find"]
    every = {one.name for one in build().registered_commands}
    assert {"open", "import", "find", "show"} <= every


def test_a_row_is_a_command() -> None:
    row = Command("look", "find:find", "看", "Look")
    app = build(commands=(row, Command("gone", "no_such_module:x", "无", "None")))
    assert isinstance(app, typer.Typer)
    [one] = app.registered_commands
    assert (one.name, one.help) == ("look", row.zh if START_LANGUAGE == "zh" else row.en)
