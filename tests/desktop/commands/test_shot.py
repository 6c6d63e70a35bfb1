"""`shot`: pictures of floor, site and section in both themes and languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desktop.__main__ import BINDER, DONE, INPUT, USE

pytestmark = pytest.mark.usefixtures("qapp", "no_translator_left")


def colours(path: Path) -> int:
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_Indexed8)
    return len(image.colorTable())


@pytest.mark.parametrize("what", [["--floor", "7F"], ["--floor", "7f", "--theme", "night"],
                                  ["--site", "--lang", "zh"], ["--section"], []])  # fmt: skip
def test_pictures(run: Callable, sample_binder: Path, tmp_path: Path, what: list[str]) -> None:
    path = tmp_path / "shot.png"
    ran = run("shot", "SDQ-0102", "-b", sample_binder, "-o", path, "--size", "640x400", *what)
    assert (ran.code, ran.out) == (DONE, "")
    assert str(path) in ran.err
    image = QImage(str(path))
    assert (image.width(), image.height()) == (640, 400)
    assert colours(path) > 12


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["示例广场A座", "--floor", "99F"], USE),
        (["zzzzqqqq"], USE),
        (["SDQ-0102", "--size", "640"], USE),
        (["SDQ-0102", "--size", "1x1"], USE),
        (["SDQ-0102", "--theme", "pink"], USE),
    ],
)
def test_wrong_use(
    run: Callable, sample_binder: Path, tmp_path: Path, arguments: list[str], code: int
) -> None:
    path = tmp_path / "shot.png"
    ran = run("shot", *arguments, "-b", sample_binder, "-o", path)
    assert ran.code == code
    assert ran.err.strip()
    assert "Traceback" not in ran.err
    assert not path.exists()


def test_no_binder_and_no_folder(run: Callable, sample_binder: Path, tmp_path: Path) -> None:
    path = tmp_path / "no folder" / "shot.png"
    assert run("shot", "SDQ-0102", "-b", tmp_path / "none", "-o", path).code == BINDER
    ran = run("shot", "SDQ-0102", "-b", sample_binder, "-o", path, "--size", "64x64", "--section")
    assert ran.code == INPUT
    assert "shot.png" in ran.err
