"""`preplan-desk import FILE… --binder B`: files and folders into a binder, each reported."""

from __future__ import annotations

import math
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from desktop.commands.common import (
    DEFAULT_LANG,
    AsJson,
    BinderPath,
    Lang,
    print_aside,
    print_json,
    who,
)
from desktop.commands.importreport import TABLES, report_json, tell, worded
from desktop.commands.language import say
from plans.errors import Undecided

if TYPE_CHECKING:
    from plans.binder import Binder
    from plans.importing.asked import Limits
    from plans.importing.batch import FileReport

_INPUT, _USE = 3, 2
NO_BINDER = Path()
"""No binder named: enough for `--dry-run`."""
_DATUMS = ("wgs84", "gcj02", "bd09")


def _one_of(choices: tuple[str, ...], value: str) -> str:
    if value and value not in choices:
        named = ", ".join(choices)
        raise typer.BadParameter(say(f"只能是其中之一：{named}", f"one of {named}"))
    return value


def _table(value: str) -> str:
    return _one_of(TABLES, value)


def _datum(value: str) -> str:
    return _one_of(_DATUMS, value.lower().replace("-", ""))


def _numbers(value: str) -> tuple[float, ...]:
    return tuple(float(part) for part in value.replace("，", ",").split(","))


def _crop(value: str) -> str:
    try:
        left, top, right, bottom = _numbers(value) if value else (0.0, 0.0, 1.0, 1.0)
    except ValueError as error:
        raise typer.BadParameter(say("要四个数", "four numbers are wanted")) from error
    if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
        raise typer.BadParameter(say("0 ≤ 左 < 右 ≤ 1", "0 ≤ left < right ≤ 1, top < bottom"))
    return value


def _measure(value: str) -> str:
    try:
        *points, metres = _numbers(value) if value else (0.0, 0.0, 1.0, 0.0, 1.0)
        x0, y0, x1, y1 = points
    except ValueError as error:
        raise typer.BadParameter(say("要五个数", "five numbers are wanted")) from error
    if not (metres > 0 and math.isfinite(metres) and math.hypot(x1 - x0, y1 - y0) > 0):
        raise typer.BadParameter(
            say("两点要分开，长度要大于 0", "two points apart and a length above 0")
        )
    return value


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE…", help=say("文件或文件夹", "Files or folders")),
    ],
    binder: BinderPath = NO_BINDER,
    building: Annotated[
        str,
        typer.Option(
            help=say("楼层标注归入的建筑（库中已有）", "The building of the binder they belong to")
        ),
    ] = "",
    new_building: Annotated[
        str,
        typer.Option(
            metavar="NAME", help=say("归入新建的建筑", "Into a new building of that name")
        ),
    ] = "",
    to_site: Annotated[
        bool, typer.Option("--site", help=say("全部归入总平面", "All of it onto the site"))
    ] = False,
    floor: Annotated[
        str, typer.Option(help=say("归入的楼层", "The floor they belong to, by its label"))
    ] = "",
    as_kind: Annotated[
        str,
        typer.Option(
            "--as",
            callback=_table,
            metavar="KIND",
            help=say("当作何种表：", "What the file holds: ") + ", ".join(TABLES),
        ),
    ] = "",
    datum: Annotated[
        str,
        typer.Option(
            callback=_datum,
            metavar="|".join(_DATUMS),
            help=say("坐标系", "The datum of the coordinates"),
        ),
    ] = "",
    unit: Annotated[
        str,
        typer.Option(
            metavar="mm|cm|m|in|ft",
            help=say("图纸单位（不写则自动判断）", "A drawing's unit, instead of the one found"),
        ),
    ] = "",
    crs: Annotated[
        str,
        typer.Option(
            metavar="EPSG:N|none",
            help=say(
                "文件没写的坐标系；none 为示意图，不上图",
                "The coordinate system of a file that names none; none for a sketch",
            ),
        ),
    ] = "",
    page: Annotated[
        int, typer.Option(min=1, help=say("PDF 或图片的页码", "The page of a PDF or picture"))
    ] = 1,
    crop: Annotated[
        str,
        typer.Option(
            callback=_crop,
            metavar=say("左,上,右,下", "L,T,R,B"),
            help=say("只取页面的一部分（0–1）", "Keep a part of the page, shares from 0 to 1"),
        ),
    ] = "",
    measure: Annotated[
        str,
        typer.Option(
            callback=_measure,
            metavar=say("X,Y,X,Y,米", "X,Y,X,Y,M"),
            help=say(
                "图上两点（像素或磅，从左上角算）及其实长（米）",
                "Two points on the page (pixels or points, from its upper left) and the length "
                "between them, metres",
            ),
        ),
    ] = "",
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run",
            help=say("只看会导入什么，不写入预案库", "Show what would come in; write nothing"),
        ),
    ] = False,
    limit_mb: Annotated[
        int | None,
        typer.Option(min=64, help=say("每个文件的内存上限（MB）", "Memory a file may take, MB")),
    ] = None,
    limit_s: Annotated[
        int | None,
        typer.Option(min=1, help=say("每个文件的时间上限（秒）", "Time a file may take, seconds")),
    ] = None,
    anyway: Annotated[
        bool,
        typer.Option(
            help=say("不在建筑上或太远的也要", "Take what lies off the building or far away too")
        ),
    ] = False,
    leave_far: Annotated[
        bool, typer.Option(help=say("太远的不要", "Leave out what lies far away"))
    ] = False,
    new: Annotated[
        bool,
        typer.Option("--new", help=say("没有预案库就新建", "Make the binder if there is none")),
    ] = False,
    as_json: AsJson = False,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Import files; a bad file is reported and the others go on."""
    if binder == NO_BINDER and not dry_run:
        raise typer.BadParameter(say("请注明预案库", "name the binder"), param_hint="--binder")
    from desktop.support import assets
    from plans.importing.asked import Import
    from plans.importing.batch import import_files
    from plans.model.building import Datum
    from plans.model.catalog import load_catalog

    wish = Import(
        table=as_kind,
        datum=Datum(datum) if datum else None,
        building=building,
        new_building=new_building,
        floor=floor,
        unit=unit,
        trial=dry_run,
        crs=crs,
        page=page,
        crop=cast("tuple[float, float, float, float]", _numbers(crop)) if crop else None,
        measure=cast("tuple[float, float, float, float, float]", _numbers(measure))
        if measure
        else None,
        place="site" if to_site else "here" if anyway else "",
        # files tried without a binder need not be of one place
        far="take" if anyway or binder == NO_BINDER else "leave" if leave_far else "",
    )
    folder = assets.catalog()
    is_new = new and not binder.exists()
    if not new and not dry_run and not binder.exists():
        print_aside(worded("import.new_binder", lang))
    with _copied(binder) if dry_run else _opened(binder, is_new=is_new) as opened:
        progress = _Progress(lang, shown=sys.stderr.isatty() and not as_json)

        def heard(report: FileReport) -> None:
            if not as_json:
                progress.clear()
                tell(report, lang)

        reports = import_files(
            opened,
            files,
            load_catalog(folder),
            folder,
            wish,
            _limits(limit_mb, limit_s),
            progress=progress,
            heard=heard,
        )
        progress.clear()
    if (
        is_new
        and not dry_run
        and not any(report.draft and report.draft.records for report in reports)
    ):
        binder.unlink(missing_ok=True)  # nothing came in: leave no empty binder behind
    if as_json:
        print_json(report_json(reports, lang) | ({} if dry_run else {"binder": str(binder)}))
    elif not reports:
        print_aside(worded("import.no_files", lang))
    raise typer.Exit(_exit_code(reports))


def _opened(path: Path, *, is_new: bool) -> Binder:
    from plans.binder import Binder

    return Binder.create(path, who=who()) if is_new else Binder.open(path, who=who())


@contextmanager
def _copied(path: Path) -> Iterator[Binder]:
    """A binder to try things in: a copy of that one, or a new one; it is gone afterwards."""
    from plans.binder import Binder

    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / "trial.binder"
        if path != NO_BINDER and path.exists():
            with Binder.open(path, read_only=True, who=who()) as opened:
                opened.backup(Path(folder)).rename(trial)
        with Binder.open(trial) if trial.exists() else Binder.create(trial) as opened:
            yield opened


def _limits(megabytes: int | None, seconds: int | None) -> Limits:
    """The usual limits with the user's word on memory and time."""
    from plans.importing.asked import Limits

    usual = Limits()
    return Limits(
        memory_bytes=megabytes * 1024 * 1024 if megabytes else usual.memory_bytes,
        cpu_s=seconds or usual.cpu_s,
        wall_s=float(seconds) if seconds else usual.wall_s,
    )


def _exit_code(reports: list[FileReport]) -> int:
    """0 when all came in; 2 when the only trouble is an option not given; else 3."""
    reasons = {str(report.error.facts["reason"]) for report in reports if report.error}
    if not reports:
        return _INPUT
    if not reasons:
        return 0
    undecided = all(isinstance(report.error, Undecided) for report in reports if report.error)
    return _USE if undecided or reasons == {"missing_columns"} else _INPUT


class _Progress:
    """One line on the terminal, written over."""

    def __init__(self, lang: str, *, shown: bool) -> None:
        self._lang = lang
        self._shown = shown
        self._text = ""

    def __call__(self, done: int, total: int, step: str = "") -> None:
        self._write(f"{done}/{total} {worded(f'step.{step}', self._lang)}" if done < total else "")

    def clear(self) -> None:
        """Make room for other lines."""
        self._write("")

    def _write(self, text: str) -> None:
        if self._shown and text != self._text:
            print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)
            self._text = text
