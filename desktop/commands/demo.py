"""`preplan-desk demo`: the sample binder, built by the real importers, opened in the window.

Without a display, or with `--out`, the guided tour instead: pictures, sheets, binder, `tour.json`.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Annotated, Any

import typer

from desktop.commands.common import DEFAULT_LANG, Lang, print_aside
from desktop.commands.language import say

TOUR_FOLDER = Path("demo-out")
SHEETS = (("SDQ-0102", "tower-a"), ("SDQ-0101", "podium"), ("SDQ-0103", "tower-b"))


def demo(
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="DIR",
            help=say("导览的图片和文件放到哪里", "Where the tour's files go"),
        ),
    ] = None,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Build the sample district and show it."""
    if out is None and has_display():
        raise typer.Exit(_window(lang))
    write_tour(out or TOUR_FOLDER)


def has_display() -> bool:
    """Whether a window could be seen: always on Windows and macOS."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _window(lang: str) -> int:
    import platformdirs

    from desktop.support.qtneeds import ensure_qt
    from desktop.support.sample import build_sample

    ensure_qt(lang)
    folder = Path(platformdirs.user_data_dir("preplan-desk", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "sample.binder"
    build_sample(path, _told)
    from desktop.application import run

    return run(path)


def write_tour(folder: Path) -> dict[str, Any]:
    """Write the tour; what `tour.json` says."""
    from desktop.commands.pictures import offscreen_app, offscreen_windows
    from desktop.support.sample import build_sample

    folder.mkdir(parents=True, exist_ok=True)
    binder = folder / "sample.binder"
    start = time.perf_counter()
    counts = build_sample(binder, _told)
    built_s = time.perf_counter() - start
    offscreen_app("")
    import msgspec

    from desktop.tour.route import tour

    with tempfile.TemporaryDirectory() as scratch, offscreen_windows():
        steps = tour(binder, folder, Path(scratch), print_aside)
    sheets = _sheets(binder, folder)
    said = {
        "binder": binder.name,
        "sample": counts,
        "build_s": round(built_s, 3),
        "steps": msgspec.to_builtins(steps),
        "sheets": sheets,
    }
    (folder / "tour.json").write_bytes(msgspec.json.format(msgspec.json.encode(said), indent=2))
    print_aside(
        say(
            f"导览写在 {folder}：{len(steps)} 步，{len(sheets)} 份图纸",
            f"The tour is in {folder}: {len(steps)} steps, {len(sheets)} sets of sheets",
        )
    )
    return said


def _sheets(binder: Path, folder: Path) -> list[dict[str, Any]]:
    """A building's sheets in each language."""
    from desktop.commands.common import building_named, open_binder
    from desktop.commands.pictures import plan_look
    from desktop.commands.sheet import write_sheets
    from desktop.support import assets
    from plans.model.catalog import load_catalog

    look = plan_look(load_catalog(assets.catalog()), "day")
    written = []
    with open_binder(binder) as opened:
        for code, name in SHEETS:
            for language in ("zh", "en"):
                start = time.perf_counter()
                file = folder / f"sheets-{name}-{language}.pdf"
                pages = write_sheets(opened, building_named(opened, code), file, look, language)
                written.append(
                    {
                        "file": file.name,
                        "building": code,
                        "language": language,
                        "pages": pages,
                        "seconds": round(time.perf_counter() - start, 3),
                    }
                )
    return written


def _told(done: int, total: int, step: str = "") -> None:
    """Progress as a line that is written over, when somebody watches."""
    if sys.stderr.isatty():
        end = "\n" if total and done >= total else "\r"
        print(
            say(f"读取示例 {done}/{total} {step}", f"Reading the sample {done}/{total} {step}"),
            end=end,
            file=sys.stderr,
        )
