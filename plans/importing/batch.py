"""Several files into a binder, in the order they need each other, going on after a bad one."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from plans.errors import InputError
from plans.geometry.aligning import Matrix
from plans.importing.asked import Asked, Limits
from plans.importing.draft import Draft, Question
from plans.importing.endings import is_sought
from plans.importing.parsed import Parsed, Seen
from plans.importing.rules import load_rules
from plans.importing.running import read_files
from plans.importing.settle import settle
from plans.importing.shelf import Shelf
from plans.model.building import Datum
from plans.model.catalog import Catalog
from plans.model.change import Change
from plans.progress import Progress, silent

_RANKS = (
    "buildings", "facts", "floors", "stations", "persons", "shifts", "appliances", "kit",
    "features", "geojson", "photos",
)  # fmt: skip
"""Kinds of table in the order in which one may speak of the other."""
_TABLES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm"})


ASKED_FOR = ("which_floor", "no_scale")
"""Troubles that an answer of the user's ends."""


class Intake(Protocol):
    """Where drafts go."""

    def accept(self, draft: Draft, /) -> Change | None: ...


class IntoBinder(Shelf, Protocol):
    """The binder as a place to bring things to."""

    @property
    def intake(self) -> Intake: ...

    def set_origin(self, lon: float, lat: float, /) -> object: ...


class FileReport(msgspec.Struct, frozen=True, kw_only=True):
    """How one file fared: its draft as accepted, or why it could not be read; how long it took."""

    path: str
    table: str = ""
    seen: Seen = Seen()
    seconds: float = 0.0
    draft: Draft | None = None
    error: InputError | None = None


class Import(msgspec.Struct, frozen=True, kw_only=True):
    """What the user says about all files of one import. On `trial` nothing need be complete: what
    a file still wants to know is a question of its draft."""

    table: str = ""
    datum: Datum | None = None
    building: str = ""
    floor: str = ""
    unit: str = ""
    trial: bool = False
    page: int = 1
    crop: tuple[float, float, float, float] | None = None
    measure: tuple[float, float, float, float, float] | None = None
    matrix: Matrix | None = None


def import_files(
    binder: IntoBinder,
    files: Sequence[Path],
    catalog: Catalog,
    catalog_folder: Path,
    wish: Import | None = None,
    limits: Limits | None = None,
    progress: Progress = silent,
    heard: Callable[[FileReport], None] = lambda _: None,
) -> list[FileReport]:
    """Read files and folders in a child process and bring them into the binder.

    Each file is one change of its own. A file that cannot be read becomes a report with its
    `InputError` and the rest goes on; troubles of the binder are raised. `progress` counts files;
    it may raise `Cancelled`: what was accepted by then stays. `heard` gets each report at once.
    """
    wish = wish or Import()
    rules = load_rules(catalog_folder)
    asked = [
        Asked(
            path=str(path), table=wish.table, datum=wish.datum, unit=wish.unit,
            floor=wish.floor, page=wish.page, crop=wish.crop, measure=wish.measure,
        )
        for path in in_order(files)
    ]  # fmt: skip
    reports: list[FileReport] = []

    def counted(done: int, total: int, step: str = "") -> None:  # noqa: ARG001
        progress(len(reports), len(asked), step)

    started = time.perf_counter()
    for one, result in _sorted(read_files(asked, catalog_folder, limits, counted)):
        progress(len(reports), len(asked), "import.settle")
        if isinstance(result, InputError):
            report = FileReport(path=one.path, error=result)
        else:
            try:
                draft = settle(
                    result, Path(one.path), binder, catalog, rules.assumed.storey_height_m,
                    wish.building, wish.floor, wish.matrix,
                )  # fmt: skip
            except InputError as error:
                report = FileReport(path=one.path, table=result.table, seen=result.seen)
                wanted = _wanted(result, error) if wish.trial else None
                report = msgspec.structs.replace(
                    report, draft=wanted, error=None if wanted else error
                )
            else:
                accept(binder, draft)
                report = FileReport(
                    path=one.path, table=result.table, draft=draft, seen=result.seen
                )
        seconds, started = time.perf_counter() - started, time.perf_counter()
        report = msgspec.structs.replace(report, seconds=round(seconds, 3))
        reports.append(report)
        heard(report)
    progress(len(reports), len(asked), "import.done")
    return reports


def _wanted(parsed: Parsed, error: InputError) -> Draft | None:
    """A draft without records that asks for what was missing; None when it was something else."""
    reason = str(error.facts["reason"])
    if reason not in ASKED_FOR:
        return None
    asked = Question(reason, str(error.facts.get("text", "")))
    return Draft(source=parsed.source, unread=parsed.unread, questions=(*parsed.questions, asked))


def accept(binder: IntoBinder, draft: Draft) -> Change | None:
    """Bring a draft in; a binder without a map frame gets the draft's."""
    if draft.origin is not None and binder.frame is None:
        binder.set_origin(*draft.origin)
    return binder.intake.accept(draft) if draft.records else None


Result = tuple[Asked, Parsed | InputError]


def _sorted(results: Iterator[Result]) -> Iterator[Result]:
    """Tables by rank (they are small and come first), other files as they come, photos last."""
    tables: list[Result] = []
    photos: list[Result] = []
    for pair in results:
        if _table(pair) == "photos":
            photos.append(pair)
        elif Path(pair[0].path).suffix.lower() in _TABLES:
            tables.append(pair)
        else:
            yield from sorted(tables, key=_rank)
            tables.clear()
            yield pair
    yield from sorted(tables, key=_rank)
    yield from photos


def _table(pair: Result) -> str:
    return pair[1].table if isinstance(pair[1], Parsed) else ""


def _rank(pair: Result) -> int:
    table = _table(pair)
    return _RANKS.index(table) if table in _RANKS else len(_RANKS)


def in_order(files: Sequence[Path]) -> list[Path]:
    """Folders opened (files of known endings, sub-folders too), tables before maps, ground floors
    before numbered ones, numbers in their natural order. A file named twice is read once."""
    found: list[Path] = []
    for path in files:
        if path.is_dir():
            inside = (p for p in path.rglob("*") if is_sought(p) and p.is_file())
            found += inside
        else:
            found.append(path)
    return sorted(dict.fromkeys(found), key=_natural)


def _natural(path: Path) -> tuple[bool, str, bool, list[tuple[int, str]]]:
    parts = [
        (int(part), "") if part.isdigit() else (-1, part)
        for part in re.split(r"(\d+)", path.stem.lower())
        if part
    ]
    is_ground = re.search(r"(?:^|[-_ ])(?:g|gf|eg|rdc|ground)$", path.stem.lower()) is not None
    return path.suffix.lower() not in _TABLES, str(path.parent), not is_ground, parts
