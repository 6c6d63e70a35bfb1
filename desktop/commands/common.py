"""What commands share: their options, opening a binder, printing."""

from __future__ import annotations

import getpass
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from desktop.commands.language import LANGUAGES, START_LANGUAGE, say

if TYPE_CHECKING:
    from plans.binder.binder import Binder
    from plans.errors import Ambiguous, PlansError
    from plans.model.building import Building

_NUMBERED: Final = re.compile(r"(\D*)(\d+)(\D*)")
MOST_NEAR = 10
"""How many binders are named where the one asked for is missing."""

BinderPath = Annotated[
    Path,
    typer.Option(
        "--binder",
        "-b",
        readable=False,
        envvar="PREPLAN_BINDER",
        help=say("预案库文件", "The binder file"),
    ),
]
BuildingName = Annotated[
    str,
    typer.Argument(
        metavar="BUILDING", help=say("名称、编号或任何线索", "A name, a code or any clue")
    ),
]
AsJson = Annotated[
    bool,
    typer.Option("--json", help=say("结果为 JSON", "The result as JSON on standard output")),
]


def _known_language(value: str) -> str:
    if value not in LANGUAGES:
        raise typer.BadParameter(say("只能是 zh 或 en", "zh or en"))
    return value


Lang = Annotated[
    str,
    typer.Option(
        "--lang", callback=_known_language, metavar="zh|en", help=say("语言", "The language")
    ),
]
DEFAULT_LANG = START_LANGUAGE


def open_binder(path: Path, *, read_only: bool = True) -> Binder:
    """Open a binder for a command. Raises `BinderError`."""
    from plans.binder import Binder

    return Binder.open(path, read_only=read_only, who=who())


def building_named(binder: Binder, text: str) -> Building:
    """The one building a clue means. Raises `NotFound`, `Ambiguous`."""
    return binder.library.building(binder.library.resolve(text))


def called(building: Building, language: str) -> str:
    """A building's name with its code, so that a person sees which one was taken."""
    name = building.name_in(language)
    return f"{name} ({building.code})" if building.code else name


def writes(*endings: str) -> Callable[[Path], Path]:
    """A check of an output path: its ending must be one of those, and it may not be a folder."""

    def checked(path: Path) -> Path:
        if path.suffix.lower() not in endings:
            raise typer.BadParameter(
                say(
                    f"“{path.name}”的结尾应是 {'、'.join(endings)}",
                    f"“{path.name}” must end in {' or '.join(endings)}",
                )
            )
        if path.is_dir():
            raise typer.BadParameter(
                say(f"“{path}”是文件夹，请写到文件名", f"“{path}” is a folder; name a file in it")
            )
        return path

    return checked


def told(trouble: PlansError, language: str) -> str:
    """A trouble's sentence, and below it what could be meant: buildings, binders that lie there."""
    from desktop.support.wording import sentence
    from plans.errors import Ambiguous, BinderMissing

    lines = [sentence(trouble, language)]
    if isinstance(trouble, Ambiguous):
        lines += _candidates(trouble, language)
    elif isinstance(trouble, BinderMissing):
        lines += [f"  {path}" for path in _binders_near(Path(str(trouble.facts["path"])))]
    return "\n".join(lines)


def _candidates(trouble: Ambiguous, language: str) -> list[str]:
    rows = [
        (one.name_in(language), one.code, one.address_in(language)) for one in trouble.candidates
    ]
    return aligned(rows, "  ")


def _binders_near(missing: Path) -> list[Path]:
    """Binders in the folder where one was looked for, or in the folder that was named."""
    folder = missing if missing.is_dir() else missing.parent
    try:
        return sorted(folder.glob("*.binder"))[:MOST_NEAR]
    except OSError:
        return []


def who() -> str:
    """Whom the change log names: the system's user, "" when it has no name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def print_json(value: object) -> None:
    """One JSON value on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_aside(text: str) -> None:
    """A message on standard error."""
    print(text, file=sys.stderr)


def width(text: str) -> int:
    """Columns a text takes on a terminal: a Chinese character takes two."""
    return sum(
        0
        if unicodedata.combining(char)
        else 2
        if unicodedata.east_asian_width(char) in ("W", "F")
        else 1
        for char in text
    )


def aligned(rows: Iterable[Sequence[str]], indent: str = "") -> list[str]:
    """Rows of cells as lines with their columns under each other."""
    table = [[cell.replace("\n", " ") for cell in row] for row in rows]
    columns = max((len(row) for row in table), default=0)
    widths = [max((width(row[at]) for row in table if at < len(row)), default=0)
              for at in range(columns)]  # fmt: skip
    lines = []
    for row in table:
        cells = [cell + " " * (widths[at] - width(cell)) for at, cell in enumerate(row)]
        lines.append((indent + "  ".join(cells)).rstrip())
    return lines


def label_ranges(labels: Iterable[str]) -> list[str]:
    """Labels that count on, such as 7F, 8F, 9F, as first–last; every other label by itself."""
    runs: list[list[str]] = []
    for label in labels:
        if runs and _counts_on(runs[-1][-1], label):
            runs[-1].append(label)
        else:
            runs.append([label])
    return [run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]


def _counts_on(label: str, following: str) -> bool:
    one, two = _NUMBERED.fullmatch(label), _NUMBERED.fullmatch(following)
    if one is None or two is None or one.group(1, 3) != two.group(1, 3):
        return False
    return abs(int(two.group(2)) - int(one.group(2))) == 1
