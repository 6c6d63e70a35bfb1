"""`preplan-desk import FILE… --binder B`: files and folders into a binder, each reported."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    from plans.importing.batch import FileReport
    from plans.importing.draft import Draft, Unread

_EXAMPLES = 3
_INPUT, _USE = 3, 2
_TABLES = (
    "buildings", "facts", "floors", "stations", "persons", "shifts", "appliances", "kit",
    "photos", "features",
)  # fmt: skip
_DATUMS = ("wgs84", "gcj02", "bd09")


def _one_of(choices: tuple[str, ...], value: str) -> str:
    if value and value not in choices:
        raise typer.BadParameter(", ".join(choices))
    return value


def _table(value: str) -> str:
    return _one_of(_TABLES, value)


def _datum(value: str) -> str:
    return _one_of(_DATUMS, value.lower().replace("-", ""))


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE…", help=say("文件或文件夹", "Files or folders")),
    ],
    binder: BinderPath,
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
    as_json: AsJson = False,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Import files; a bad file is reported and the others go on."""
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
    )
    folder = assets.catalog()
    is_new = not binder.exists()
    with _opened(binder, is_new=is_new) as opened:
        progress = _Progress(lang, shown=sys.stderr.isatty() and not as_json)

        def heard(report: FileReport) -> None:
            if not as_json:
                progress.clear()
                _tell(report, lang)

        reports = import_files(
            opened, files, load_catalog(folder), folder, wish, progress=progress, heard=heard
        )
        progress.clear()
    if is_new and not any(report.draft and report.draft.records for report in reports):
        binder.unlink(missing_ok=True)  # nothing came in: leave no empty binder behind
    if as_json:
        print_json(_json(binder, reports, lang))
    elif not reports:
        print_aside(_word("import.no_files", lang))
    raise typer.Exit(_exit_code(reports))


def _opened(path: Path, *, is_new: bool) -> Binder:
    from plans.binder import Binder

    return Binder.create(path, who=who()) if is_new else Binder.open(path, who=who())


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


def _json(binder: Path, reports: list[FileReport], lang: str) -> dict[str, object]:
    return {
        "binder": str(binder),
        "files": [_report_json(report, lang) for report in reports],
        "read": sum(report.error is None for report in reports),
        "failed": sum(report.error is not None for report in reports),
    }


def _report_json(report: FileReport, lang: str) -> dict[str, object]:
    from desktop.support.wording import sentence

    draft, error = report.draft, report.error
    unread = draft.unread if draft else ()
    return {
        "path": report.path,
        "table": report.table,
        "counts": dict(draft.counts) if draft else {},
        "unread": [_unread_json(one) for one in unread if not one.note],
        "notes": [_unread_json(one) for one in unread if one.note],
        "questions": [
            {
                "about": question.about,
                "text": question.text,
                "message": _asked(question.about, question.text, lang),
            }
            for question in (draft.questions if draft else ())
        ],
        "error": error
        and {
            "reason": str(error.facts["reason"]),
            "place": str(error.facts["place"]),
            "message": sentence(error, lang),
        },
    }


def _unread_json(unread: Unread) -> dict[str, str]:
    return {"place": unread.place, "reason": unread.reason, "text": unread.text}
