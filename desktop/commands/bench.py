"""`preplan-desk bench [NAME…]`: the benchmarks as a table or as JSON rows."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.commands.common import DEFAULT_LANG, AsJson, Lang, print_aside, print_json
from desktop.commands.language import say

if TYPE_CHECKING:
    from desktop.bench.measuring import Row

GROUPS = ("start", "search", "site", "binder", "commit", "frame", "picture", "memory", "machine")
_BY_PROCESS = {"start", "memory"}
_BY_BINDER = {"search", "site", "binder", "commit"}
_BY_CANVAS = {"frame", "picture"}


def bench(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME…]", help=say("只测名称以此开头的项", "Only what begins with these")
        ),
    ] = None,
    runs: Annotated[int, typer.Option(min=1, max=100, help=say("重复次数", "Repetitions"))] = 5,
    as_json: AsJson = False,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Measure on the sample district and on an invented city of 10,000 buildings."""
    from desktop.commands.pictures import offscreen_app

    wanted = names or list(GROUPS)
    groups = {
        group
        for group in GROUPS
        if any(name.startswith(group) or group.startswith(name) for name in wanted)
    }
    if not groups:
        raise typer.BadParameter(
            say(
                f"没有这样的测项，可用：{', '.join(GROUPS)}",
                f"no such benchmark; there are {', '.join(GROUPS)}",
            )
        )
    offscreen_app(lang)
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            row
            for row in _measure(Path(folder), groups, runs)
            if any(row.name.startswith(name) for name in wanted)
        ]
    if as_json:
        import msgspec

        print_json([msgspec.to_builtins(row) for row in rows])
    else:
        from desktop.bench.measuring import table

        print(table(rows))


def _measure(folder: Path, groups: set[str], runs: int) -> list[Row]:
    from desktop.bench.city import build_city
    from desktop.bench.drawing import drawing
    from desktop.bench.machine import machine
    from desktop.bench.reading import reading
    from desktop.bench.starting import starting
    from desktop.support import assets
    from desktop.support.sample import build_sample
    from plans.model.catalog import load_catalog

    sample, city = folder / "sample.binder", folder / "city.binder"
    rows: list[Row] = []
    if groups & (_BY_PROCESS | _BY_CANVAS):
        print_aside(say("正在生成示例预案库…", "Building the sample binder…"))
        build_sample(sample)
    if groups & (_BY_PROCESS | _BY_BINDER):
        print_aside(say("正在生成虚构城市…", "Building the invented city…"))
        build_city(city, buildings=10_000, site_features=100_000)
    if groups & _BY_PROCESS:
        rows += starting(sample, city, runs)
    if groups & _BY_BINDER:
        rows += reading(city, folder / "scratch.binder", runs)
    if groups & _BY_CANVAS:
        rows += drawing(sample, load_catalog(assets.catalog()), runs)
    if "machine" in groups:
        rows += machine(runs)
    return rows
