"""`preplan-desk import FILE… --binder B`: files and folders into a binder, each reported."""

from __future__ import annotations

import math
import sys
import tempfile
from collections import Counter
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
    aligned,
    print_aside,
    print_json,
    who,
)
from desktop.commands.language import say

if TYPE_CHECKING:
    from plans.binder import Binder
    from plans.importing.asked import Limits
    from plans.importing.batch import FileReport
    from plans.importing.draft import Draft, Unread

_EXAMPLES = 3
_INPUT, _USE = 3, 2
_TABLES = (
    "buildings", "facts", "floors", "stations", "persons", "shifts", "appliances", "kit",
    "photos", "features",
)  # fmt: skip
NO_BINDER = Path()
"""No binder named: enough for `--dry-run`."""
_DATUMS = ("wgs84", "gcj02", "bd09")


def _one_of(choices: tuple[str, ...], value: str) -> str:
    if value and value not in choices:
        raise typer.BadParameter(", ".join(choices))
    return value


def _table(value: str) -> str:
    return _one_of(_TABLES, value)


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
        typer.Option(help=say("楼层标注归入的建筑", "The building floor features belong to")),
    ] = "",
    floor: Annotated[
        str, typer.Option(help=say("归入的楼层", "The floor they belong to, by its label"))
    ] = "",
    as_kind: Annotated[
        str,
        typer.Option(
            "--as",
            callback=_table,
            metavar="KIND",
            help=say("当作何种表：", "What the file holds: ") + ", ".join(_TABLES),
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
    as_json: AsJson = False,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Import files; a bad file is reported and the others go on."""
    if binder == NO_BINDER and not dry_run:
        raise typer.BadParameter(say("请注明预案库", "name the binder"), param_hint="--binder")
    from desktop.support import assets
    from plans.importing.batch import Import, import_files
    from plans.model.building import Datum
    from plans.model.catalog import load_catalog

    wish = Import(
        table=as_kind,
        datum=Datum(datum) if datum else None,
        building=building,
        floor=floor,
        unit=unit,
        trial=dry_run,
        page=page,
        crop=cast("tuple[float, float, float, float]", _numbers(crop)) if crop else None,
        measure=cast("tuple[float, float, float, float, float]", _numbers(measure))
        if measure
        else None,
    )
    folder = assets.catalog()
    is_new = not binder.exists()
    with _copied(binder) if dry_run else _opened(binder, is_new=is_new) as opened:
        progress = _Progress(lang, shown=sys.stderr.isatty() and not as_json)

        def heard(report: FileReport) -> None:
            if not as_json:
                progress.clear()
                _tell(report, lang)

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
        print_json(_json(reports, lang) | ({} if dry_run else {"binder": str(binder)}))
    elif not reports:
        print_aside(_word("import.no_files", lang))
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
    return _USE if reasons <= {"datum", "missing_columns", "which_floor"} else _INPUT


class _Progress:
    """One line on the terminal, written over."""

    def __init__(self, lang: str, *, shown: bool) -> None:
        self._lang = lang
        self._shown = shown
        self._text = ""

    def __call__(self, done: int, total: int, step: str = "") -> None:
        self._write(f"{done}/{total} {_word(f'step.{step}', self._lang)}" if done < total else "")

    def clear(self) -> None:
        """Make room for other lines."""
        self._write("")

    def _write(self, text: str) -> None:
        if self._shown and text != self._text:
            print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)
            self._text = text


def _word(code: str, lang: str, **facts: object) -> str:
    from desktop.support.wording import word

    return word(code, lang, **facts)


# ---------------------------------------------------------------------- for people


def _tell(report: FileReport, lang: str) -> None:
    from desktop.support.wording import sentence

    name = Path(report.path).name
    if report.error is not None:
        print_aside(f"✗ {name}: {sentence(report.error, lang)}")
        return
    draft = report.draft
    assert draft is not None
    lines = [f"✓ {name}: {_came_in(draft, lang)}"]
    lines += aligned(_troubles(draft, lang), "    ")
    lines += [f"    {_asked(question.about, question.text, lang)}" for question in draft.questions]
    print("\n".join(lines), flush=True)  # at once: what is told is in the binder


def _came_in(draft: Draft, lang: str) -> str:
    """`12 buildings, 3 already there`."""
    joiner = "，" if lang == "zh" else ", "
    parts = [
        _word(f"import.count.{name}", lang, n=count)
        for name, count in draft.counts.items()
        if ":" not in name and count
    ]
    return joiner.join(parts) or _word("import.nothing", lang)


def _troubles(draft: Draft, lang: str) -> list[tuple[str, str, str]]:
    """How many of each trouble, with the places of the first few."""
    counted = Counter((one.reason, one.note) for one in draft.unread)
    rows = []
    for (reason, note), count in counted.items():
        first = [one for one in draft.unread if (one.reason, one.note) == (reason, note)]
        examples = "; ".join(_example(one, lang) for one in first[:_EXAMPLES])
        label = _word("import.noted" if note else "import.unread", lang, n=count)
        rows.append((label, _word(f"reason.{reason}", lang), examples))
    return rows


def _example(unread: Unread, lang: str) -> str:
    from desktop.support.wording import place_in

    place = place_in(unread.place, lang)
    return f"{place} ({unread.text[:60]})" if unread.text else place


def _asked(about: str, text: str, lang: str) -> str:
    return _word(f"question.{about}", lang, text=text)


# ---------------------------------------------------------------------- for programs


def _json(reports: list[FileReport], lang: str) -> dict[str, object]:
    return {
        "files": [_report_json(report, lang) for report in reports],
        "read": sum(report.error is None for report in reports),
        "failed": sum(report.error is not None for report in reports),
    }


def _report_json(report: FileReport, lang: str) -> dict[str, object]:
    from desktop.support.wording import sentence
    from plans.importing.summary import grouped, summary

    said = summary(report)
    for row in cast("list[dict[str, object]]", said.get("rows_rejected", [])):
        row["message"] = _word(f"reason.{row['reason']}", lang, text=row["text"])
    unread = report.draft.unread if report.draft else ()
    for name, is_note in (("unread", False), ("notes", True)):
        said[name] = [
            {"what": what, "count": count, "reason": reason,
             "why": _word(f"reason.{reason}", lang, text=what)}
            for reason, what, count in grouped([one for one in unread if one.note == is_note])
        ]  # fmt: skip
    said["questions"] = [
        {
            "about": question.about,
            "text": question.text,
            "message": _asked(question.about, question.text, lang),
        }
        for question in (report.draft.questions if report.draft else ())
    ]
    if report.error is not None:
        said["error"] = {
            "reason": str(report.error.facts["reason"]),
            "place": str(report.error.facts["place"]),
            "message": sentence(report.error, lang),
        }
    return said
