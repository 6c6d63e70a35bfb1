"""What `preplan-desk import` says of each file, for people and for programs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, cast

from desktop.commands.common import aligned, print_aside
from plans.errors import InputError, Undecided

if TYPE_CHECKING:
    from plans.importing.batch import FileReport
    from plans.importing.draft import Draft, Unread

_EXAMPLES = 3
TABLES = (
    "buildings", "facts", "floors", "stations", "persons", "shifts", "appliances", "kit",
    "photos", "features",
)  # fmt: skip
"""What a table may hold, as `--as` names it."""


def worded(code: str, lang: str, **facts: object) -> str:
    """A text of the table of words."""
    from desktop.support.wording import word

    return word(code, lang, **facts)


# ---------------------------------------------------------------------- for people


def tell(report: FileReport, lang: str) -> None:
    """What came in, what did not, and what to do about it, on the terminal."""
    from desktop.support.wording import sentence

    name = Path(report.path).name
    if report.error is not None:
        hint = _hint(report.error, lang)
        print_aside(f"✗ {name}: {sentence(report.error, lang)}" + (f"\n    {hint}" if hint else ""))
        return
    draft = report.draft
    assert draft is not None
    lines = [f"✓ {name}: {_came_in(draft, lang)}"]
    lines += aligned(_troubles(draft, lang), "    ")
    lines += [f"    {_asked(question.about, question.text, lang)}" for question in draft.questions]
    print("\n".join(lines), flush=True)  # at once: what is told is in the binder


def _hint(error: InputError, lang: str) -> str:
    """Which option lets the import go on, "" when none does."""
    if not isinstance(error, Undecided):
        return ""
    return worded(
        f"import.hint.{error.facts['reason']}", lang, tables=", ".join(TABLES), **error.facts
    )


def _came_in(draft: Draft, lang: str) -> str:
    """`12 buildings, 3 already there`."""
    joiner = "，" if lang == "zh" else ", "
    parts = [
        worded(f"import.count.{name}", lang, n=count)
        for name, count in draft.counts.items()
        if ":" not in name and count
    ]
    return joiner.join(parts) or worded("import.nothing", lang)


def _troubles(draft: Draft, lang: str) -> list[tuple[str, str, str]]:
    """How many of each trouble, with the places of the first few."""
    counted = Counter((one.reason, one.note) for one in draft.unread)
    rows = []
    for (reason, note), count in counted.items():
        first = [one for one in draft.unread if (one.reason, one.note) == (reason, note)]
        examples = "; ".join(_example(one, lang) for one in first[:_EXAMPLES])
        label = worded("import.noted" if note else "import.unread", lang, n=count)
        rows.append((label, worded(f"reason.{reason}", lang), examples))
    return rows


def _example(unread: Unread, lang: str) -> str:
    from desktop.support.wording import place_in

    place = place_in(unread.place, lang)
    return f"{place} ({unread.text[:60]})" if unread.text else place


def _asked(about: str, text: str, lang: str) -> str:
    return worded(f"question.{about}", lang, text=text)


# ---------------------------------------------------------------------- for programs


def report_json(reports: list[FileReport], lang: str) -> dict[str, object]:
    """The whole import as values for JSON."""
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
        row["message"] = worded(f"reason.{row['reason']}", lang, text=row["text"])
    unread = report.draft.unread if report.draft else ()
    for name, is_note in (("unread", False), ("notes", True)):
        said[name] = [
            {"what": what, "count": count, "reason": reason,
             "why": worded(f"reason.{reason}", lang, text=what)}
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
            "hint": _hint(report.error, lang),
        }
    return said
