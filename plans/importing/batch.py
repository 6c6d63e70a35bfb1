"""Several files into a binder, in the order they need each other, going on after a bad one."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from plans.errors import InputError, Undecided
from plans.importing.asked import Asked, Import, Limits
from plans.importing.draft import Draft, Question
from plans.importing.endings import is_sought
from plans.importing.floor_set import listed
from plans.importing.parsed import Parsed, Seen
from plans.importing.rules import load_rules
from plans.importing.running import read_files
from plans.importing.settle import settle
from plans.importing.shelf import Shelf
from plans.model.catalog import Catalog
from plans.model.change import Change
from plans.progress import Progress, silent

_RANKS = (
    "buildings", "facts", "floors", "stations", "persons", "shifts", "appliances", "kit",
    "features", "geojson", "photos",
)  # fmt: skip
"""Kinds of table in the order in which one may speak of the other."""
_TABLES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm"})


ASKED_FOR = ("which_floor", "no_scale", "crs")
"""Troubles that an answer of the user's ends."""


class Intake(Protocol):
    """Where drafts go."""

    def accept(self, draft: Draft, /) -> Change | None: ...


class IntoBinder(Shelf, Protocol):
    """The binder as a place to bring things to."""

    @property
    def intake(self) -> Intake: ...


class FileReport(msgspec.Struct, frozen=True, kw_only=True):
    """How one file fared: its draft as accepted, or why it could not be read; how long it took;
    under which wishes, the user's answers among them."""

    path: str
    table: str = ""
    seen: Seen = Seen()
    seconds: float = 0.0
    draft: Draft | None = None
    error: InputError | None = None
    wish: Import = Import()


def import_files(
    binder: IntoBinder,
    files: Sequence[Path],
    catalog: Catalog,
    catalog_folder: Path,
    wish: Import | None = None,
    limits: Limits | None = None,
    progress: Progress = silent,
    heard: Callable[[FileReport], None] = lambda _: None,
    ask: Callable[[Undecided, Import], Import | None] = lambda _error, _wish: None,
) -> list[FileReport]:
    """Read files and folders in a child process and bring them into the binder.

    Each file is one change of its own. A file that cannot be read becomes a report with its
    `InputError` and the rest goes on; troubles of the binder are raised. `progress` counts files;
    it may raise `Cancelled`: what was accepted by then stays. `heard` gets each report at once.
    `ask` is given what a file needs to know first and the wishes so far; it answers with the
    wishes for this file, or None to leave the file out.
    """
    wish = wish or Import()
    rules = load_rules(catalog_folder)
    asked = [_asked(path, wish) for path in map(str, in_order(files))]
    reports: list[FileReport] = []

    def counted(done: int, total: int, step: str = "") -> None:  # noqa: ARG001
        progress(len(reports), len(asked), step)

    def decided(pairs: Iterator[Result]) -> Iterator[Result]:
        """What was read, again with the user's word where a file could not be read without."""
        for one, result in pairs:
            said = wish
            while isinstance(result, Undecided):
                answer = ask(result, said)
                if answer is None:
                    break
                said = answer
                [(_, result)] = read_files(
                    [_asked(one.path, said)], catalog_folder, limits, counted
                )
            yield one, result

    def settled(one: Asked, parsed: Parsed) -> FileReport:
        path, said = one.path, wish
        report = FileReport(path=path, table=parsed.table, seen=parsed.seen)
        while True:
            try:
                draft = settle(
                    parsed, Path(path), binder, catalog, rules.assumed.storey_height_m, said,
                    rules.near,
                )  # fmt: skip
            except InputError as error:
                answer = ask(error, said) if isinstance(error, Undecided) else None
                if answer is None:
                    wanted = _wanted(parsed, error) if wish.trial else None
                    failed = None if wanted else error
                    return msgspec.structs.replace(report, draft=wanted, error=failed)
                again = _asked(path, answer)
                if again != _asked(path, said):  # another page, a part of it
                    [(_, result)] = read_files([again], catalog_folder, limits, counted)
                    if isinstance(result, InputError):
                        return msgspec.structs.replace(report, error=result)
                    parsed = result
                said = answer
                continue
            if draft.records:
                binder.intake.accept(draft)
            return msgspec.structs.replace(report, draft=draft, wish=said)

    started = time.perf_counter()
    for one, result in _sorted(decided(read_files(asked, catalog_folder, limits, counted))):
        progress(len(reports), len(asked), "import.settle")
        report = (
            FileReport(path=one.path, error=result)
            if isinstance(result, InputError)
            else settled(one, result)
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


def _asked(path: str, wish: Import) -> Asked:
    return Asked(
        path=path, table=wish.table, datum=wish.datum, unit=wish.unit, crs=wish.crs,
        floor=wish.floor, page=wish.page, crop=wish.crop, measure=wish.measure,
    )  # fmt: skip


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
    before numbered ones, numbers in their natural order. A file named
    twice, or listed by a manifest beside it, is read once."""
    found: list[Path] = []
    for path in files:
        if path.is_dir():
            inside = [p for p in path.rglob("*") if is_sought(p) and p.is_file()]
            twice = {file for manifest in inside for file in listed(manifest)}
            found += [p for p in inside if p not in twice]
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
