"""`preplan-desk show BUILDING --binder B`: a building's plan as text or JSON."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.commands.common import (
    DEFAULT_LANG,
    AsJson,
    BinderPath,
    Lang,
    aligned,
    building_named,
    open_binder,
    print_json,
)
from desktop.commands.language import say

if TYPE_CHECKING:
    from plans.analysis.completeness import Completeness
    from plans.analysis.nearby import Near
    from plans.model.building import Building
    from plans.model.catalog import Catalog
    from plans.model.floor import Floor
    from plans.reporting.plan_json import Counts


def _moment(value: str) -> dt.datetime:
    """A local date and time in ISO 8601; one with an offset is turned into local time."""
    try:
        moment = dt.datetime.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(
            say("请写成 2026-01-31T14:30 的形式", "write it like 2026-01-31T14:30")
        ) from error
    return moment.astimezone().replace(tzinfo=None) if moment.tzinfo else moment


def show(
    building: Annotated[
        list[str],
        typer.Argument(
            metavar="BUILDING", help=say("名称、编号或任何线索", "A name, a code or any clue")
        ),
    ],
    binder: BinderPath,
    at: Annotated[
        dt.datetime | None,
        typer.Option(
            "--at",
            parser=_moment,
            metavar="TIME",
            help=say("按此时刻看值班", "Who is on duty then"),
        ),
    ] = None,
    as_json: AsJson = False,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Show a building's plan."""
    from desktop.support import assets
    from plans.analysis.completeness import completeness
    from plans.analysis.nearby import stations_near
    from plans.model.catalog import load_catalog
    from plans.reporting.plan_json import plan_json

    now = at or dt.datetime.now()  # local time, as rosters are
    catalog = load_catalog(assets.catalog())
    with open_binder(binder) as opened:
        found = building_named(opened, " ".join(building))
        floors = opened.library.floors(found.id)
        counts = opened.drafting.counts(found.id)
        rosters = opened.rosters
        near = stations_near(found, rosters.stations(), rosters.persons(), rosters.shifts(), now)
        appliances = rosters.appliances()
    complete = completeness(found, catalog, now.date())
    if as_json:
        print_json(
            plan_json(found, floors, counts, near, appliances, complete, catalog, now.date())
        )
        return
    lines = _head(found, complete, catalog, lang)
    lines += _facts(found, catalog, now.date(), lang)
    lines += _floors(floors, counts, lang)
    lines += _stations(near, catalog, lang)
    print("\n".join(lines))


def _head(found: Building, complete: Completeness, catalog: Catalog, lang: str) -> list[str]:
    from desktop.support.wording import word

    use = catalog.uses.get(found.use)
    placing = found.placing
    shown = found.name_in(lang)
    others = [name for name in (found.name, *(name.text for name in found.names)) if name != shown]
    rows = [
        (word("show.names", lang), ("、" if lang == "zh" else ", ").join(others)),
        (word("show.address", lang), found.address_in(lang)),
        (word("show.code", lang), found.code),
        (word("show.use", lang), use.text_in(lang) if use else found.use),
        (
            word("show.position", lang),
            f"{placing.lon:.6f}, {placing.lat:.6f} (WGS-84)" if placing else "",
        ),
        (word("show.completeness", lang), f"{complete.score:.0%}"),
        (
            word("show.missing", lang),
            ("、" if lang == "zh" else ", ").join(row.text_in(lang) for row in complete.missing),
        ),
    ]
    return [shown, *aligned([row for row in rows if row[1]], "  ")]


def _facts(found: Building, catalog: Catalog, today: dt.date, lang: str) -> list[str]:
    from desktop.support.wording import unit_in, word
    from plans.model.catalog import text_of_value
    from plans.model.fact import trust_of

    order = list(catalog.facts)
    known = {key: at for at, key in enumerate(order)}
    rows = []
    for fact in sorted(found.facts, key=lambda fact: known.get(fact.key, len(order))):
        row = catalog.facts.get(fact.key)
        trust = trust_of(fact, row.review_months if row else 0, today)
        english = fact.value_en if lang == "en" else ""
        value = english or text_of_value(row, fact.value, lang)
        checked = " ".join(
            part
            for part in (fact.verified_by, fact.verified_on and fact.verified_on.isoformat())
            if part
        )
        rows.append(
            (
                row.text_in(lang) if row else fact.key,
                f"{value} {unit_in(fact.unit, lang)}".rstrip(),
                word(f"trust.{trust.value}", lang),
                checked,
            )
        )
    return ["", word("show.facts", lang), *aligned(rows, "  ")] if rows else []


def _floors(floors: list[Floor], counts: Counts, lang: str) -> list[str]:
    from desktop.support.wording import word
    from plans.reporting.plan_json import shown_counts

    rows = [
        (
            floor.label,
            f"{floor.elevation_m:+.2f} m",
            f"{floor.height_m:.2f} m",
            str(sum(shown_counts(floor, counts).values())),
            floor.use_in(lang),
        )
        for floor in reversed(floors)
    ]
    heading = tuple(
        word(f"show.floor.{part}", lang)
        for part in ("label", "elevation", "height", "count", "use")
    )
    return ["", word("show.floors", lang), *aligned([heading, *rows], "  ")] if rows else []


def _stations(near: list[Near], catalog: Catalog, lang: str) -> list[str]:
    from desktop.support.wording import word

    rows = []
    for one in near:
        kind = catalog.stations.get(one.station.kind)
        on_duty = []
        for duty in one.on_duty:
            post = catalog.posts.get(duty.post)
            title = post.text_in(lang) if post else duty.post
            on_duty.append(
                " ".join(part for part in (title, duty.person.name, duty.person.telephone) if part)
            )
        rows.append(
            (
                one.station.name_in(lang),
                kind.text_in(lang) if kind else one.station.kind,
                f"{word('distance.straight_line', lang)} {_distance(one.straight_line_m)}",
                one.station.telephone,
                ("；" if lang == "zh" else "; ").join(on_duty),
            )
        )
    return ["", word("show.stations", lang), *aligned(rows, "  ")] if rows else []


def _distance(metres: float) -> str:
    return f"{metres / 1000:.1f} km" if metres >= 1000 else f"{metres:.0f} m"
