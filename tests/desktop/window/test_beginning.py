"""New binders and the sample district."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.support import sample
from desktop.window.beginning import sample_file
from desktop.window.main import MainWindow
from plans.errors import BinderError, InputError


def test_a_new_binder_is_opened(main: MainWindow, tmp_path: Path) -> None:
    main.settings.set("who", "某甲")
    assert main.beginning.make(tmp_path / "新库")
    assert main.desk.open.path == tmp_path / "新库.binder"
    assert main.desk.open.library.count() == 0


def test_what_stands_there_is_left_alone(main: MainWindow, stocked: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.binder"
    other.write_bytes(b"something else")
    with pytest.raises(BinderError) as caught:
        main.beginning.make(other)
    assert caught.value.facts["reason"] == "exists"
    assert other.read_bytes() == b"something else"
    assert main.desk.open.path == stocked


def test_giving_up_makes_nothing(
    main: MainWindow, stocked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    main.actions_.do("file.new")
    assert main.desk.open.path == stocked


def test_the_sample_is_built_once(
    main: MainWindow, sample_binder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[Path] = []

    def build(path: Path, _progress: object) -> None:
        built.append(path)
        shutil.copyfile(sample_binder, path)

    monkeypatch.setattr(sample, "build_sample", build)
    main.actions_.do("file.sample")
    main.actions_.do("file.sample")
    qtbot.waitUntil(lambda: main.desk.open.path == sample_file())
    main.close_binder()
    main.actions_.do("file.sample")
    assert main.desk.open.path == sample_file()
    assert built == [sample_file()]


def test_a_sample_that_cannot_be_built_is_told(
    main: MainWindow, stocked: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, _progress: object) -> None:
        raise InputError(path, reason="json")

    monkeypatch.setattr(sample, "build_sample", fail)
    main.actions_.do("file.sample")
    qtbot.waitUntil(lambda: bool(main.notices.standing))
    assert "sample.binder" in main.notices.standing[0].text
    assert main.desk.open.path == stocked
