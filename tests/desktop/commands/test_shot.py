"""`shot`: pictures of floor, site and section in both themes and languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import ezdxf
import pytest
from PySide6.QtGui import QImage

from desktop.__main__ import BINDER, DONE, INPUT, USE
from desktop.commands import caption

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
        (["SDQ-0102", "--site", "--section"], USE),
        (["示例"], USE),
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


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_floor_that_is_not_there_lists_those_that_are(
    run: Callable, sample_binder: Path, tmp_path: Path, lang: str
) -> None:
    path = tmp_path / "shot.png"
    ran = run("shot", "SDQ-0102", "--floor", "99F", "-b", sample_binder, "-o", path, "--lang", lang)
    assert ran.code == USE
    for label in ("99F", "1F–"):
        assert label in ran.err
    assert ("示例广场A座" in ran.err) is (lang == "zh")


@pytest.mark.parametrize("name", ["x.bmpp", "x", "x.pdf"])
def test_only_pictures_are_written(
    run: Callable, sample_binder: Path, tmp_path: Path, name: str
) -> None:
    ran = run("shot", "SDQ-0102", "-b", sample_binder, "-o", tmp_path / name)
    assert ran.code == USE
    for ending in (name, ".png", ".jpg", ".webp"):
        assert ending in ran.err
    folder = tmp_path / "folder.png"
    folder.mkdir()
    ran = run("shot", "SDQ-0102", "-b", sample_binder, "-o", folder)
    assert ran.code == USE
    assert "folder" in ran.err


def test_the_picture_says_what_it_shows(
    run: Callable, sample_binder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(caption, "draw_caption", lambda _p, _b, *texts: said.append(texts[:2]))
    path = tmp_path / "shot.jpg"
    for what in (["--floor", "7F"], ["--site"], ["--section"]):
        ran = run("shot", "sdq-0102", "-b", sample_binder, "-o", path, *what, "--size", "640x400")
        assert ran.code == DONE
        assert "SDQ-0102" in ran.err
    today = dt.date.today().isoformat()
    assert [title.rpartition(" · ")[2] for title, _ in said] == ["7F", "Site", "Section"]
    assert all(today in facts and "invented" in facts for _, facts in said)
    assert ["1:" in facts for _, facts in said] == [True, True, False]
    run("shot", "SDQ-0102", "-b", sample_binder, "-o", path, "--size", "64x64")
    assert len(said) == 3


def test_a_drawing_beneath_the_floor_is_in_the_picture(
    run: Callable, filled: Path, tmp_path: Path
) -> None:
    drawing = tmp_path / "plan.dxf"
    document = ezdxf.new(units=6)
    document.modelspace().add_lwpolyline([(0, 0), (40, 0), (40, 30), (0, 30)], close=True)
    document.saveas(drawing)
    asked = ("--building", "S-1", "--floor", "1F")
    assert run("import", drawing, "--binder", filled, *asked).code == DONE
    pictures = []
    for floor in ("1F", "2F"):
        path = tmp_path / f"{floor}.png"
        ran = run("shot", "S-1", "-b", filled, "-o", path, "--floor", floor, "--size", "200x200")
        assert ran.code == DONE
        pictures.append(colours(path))
    assert pictures[0] > pictures[1]


def test_no_binder_and_no_folder(run: Callable, sample_binder: Path, tmp_path: Path) -> None:
    path = tmp_path / "no folder" / "shot.png"
    assert run("shot", "SDQ-0102", "-b", tmp_path / "none", "-o", path).code == BINDER
    ran = run("shot", "SDQ-0102", "-b", sample_binder, "-o", path, "--size", "64x64", "--section")
    assert ran.code == INPUT
    assert "shot.png" in ran.err
