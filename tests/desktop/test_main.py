"""Tests of the entry: exit codes, languages, one JSON value, no traceback for what users do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.__main__ import main
from plans.binder import Binder
from plans.errors import Cancelled, Conflict

ROOT = Path(__file__).resolve().parents[2]


def ran(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as a person starts it."""
    return subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": "error", **environment},
        check=False,
    )


def test_find_in_a_process_of_its_own(binder_path: Path) -> None:
    done = ran("find", "示例", "--binder", binder_path, "--json", LANG="C", LC_ALL="C")
    assert (done.returncode, json.loads(done.stdout), done.stderr) == (0, [], "")


def test_help_speaks_both_languages() -> None:
    assert "查找建筑" in ran("--help", PREPLAN_LANG="zh").stdout
    assert "Find a building" in ran("--help", "--lang", "en", PREPLAN_LANG="zh").stdout
    assert "曾用名" in ran("find", "--help", PREPLAN_LANG="zh").stdout


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_wrong_use_is_2(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["frobnicate"], ["find"], ["find", "x"], ["show", "x", "--at", "y"]):
        assert main([*arguments, "--lang", lang]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert "Traceback" not in err
        assert "--help" in err


@pytest.mark.parametrize("content", [b"", b"\x00" * 999, b"SQLite format 3\x00" + b"\x01" * 999])
def test_a_binder_that_refuses_is_4(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.binder"
    path.write_bytes(content)
    for lang in ("zh", "en"):
        assert main(["find", "x", "--binder", str(path), "--json", "--lang", lang]) == 4
        out, err = capsys.readouterr()
        assert out == ""
        assert str(path) in err


def test_no_binder_there_is_4(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "x", "--binder", str(tmp_path / "no.binder")]) == 4
    assert main(["show", "x", "--binder", str(tmp_path)]) == 4
    assert "Traceback" not in capsys.readouterr().err
    assert list(tmp_path.glob("*.binder")) == []


def test_a_mistyped_binder_names_those_that_lie_there(
    tmp_path: Path, binder_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang, words in (("zh", "是文件夹"), ("en", "is a folder")):
        for mistyped in (binder_path.with_name("mistyped.binder"), binder_path.parent):
            assert main(["find", "x", "-b", str(mistyped), "--lang", lang]) == 4
            told = capsys.readouterr().err
            assert str(binder_path) in told
            assert (words in told) is (mistyped == binder_path.parent)
            assert list(binder_path.parent.glob("*.binder")) == [binder_path]


def _raising(error: BaseException) -> Callable[..., Binder]:
    def open_(*_arguments: object, **_more: object) -> Binder:
        raise error

    return open_


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Conflict(name="x"), 4),
        (Cancelled(), 130),
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(), 0),
        (ZeroDivisionError("bug"), 1),
    ],
)
def test_exit_codes(
    error: BaseException, code: int, monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(Binder, "open", _raising(error))
    monkeypatch.setattr("desktop.__main__.os.dup2", lambda *_: None)
    assert main(["find", "x", "--binder", "x.binder"]) == code
    assert ("Traceback" in capfd.readouterr().err) is (code == 1)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("preplan-desk")
