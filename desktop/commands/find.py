"""`preplan-desk find QUERY --binder B`: buildings by any clue, with the reason for each."""

from __future__ import annotations

from typing import Annotated

import typer

from desktop.commands.common import (
    DEFAULT_LANG,
    AsJson,
    BinderPath,
    Lang,
    aligned,
    open_binder,
    print_aside,
    print_json,
)
from desktop.commands.language import say


def find(
    query: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY",
            help=say(
                "名称、曾用名、地址、拼音、首字母或编号",
                "A name, old name, address, pinyin, initials or code",
            ),
        ),
    ],
    binder: BinderPath,
    limit: Annotated[
        int, typer.Option(min=1, max=1000, help=say("最多几条", "How many at most"))
    ] = 20,
    as_json: AsJson = False,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Find buildings; nothing found is an empty answer, not an error."""
    from desktop.support.wording import word
    from plans.reporting.plan_json import find_json

    text = " ".join(query).strip()
    if not text:
        raise typer.BadParameter(
            say(
                "请写要找什么：名称、地址、拼音或编号", "say what to find: a name, address or code"
            ),
            param_hint="QUERY",
        )
    with open_binder(binder) as opened:
        matches = opened.library.search(text, limit)
    if as_json:
        print_json(find_json(matches))
        return
    if not matches:
        print_aside(word("find.nothing", lang, what=text))
        return
    rows = []
    for match in matches:
        first = match.name_en or match.name if lang == "en" else match.name
        second = match.name if first != match.name else match.name_en
        reason = word(f"matched.{match.matched_by}", lang)
        if match.matched_text and match.matched_text not in (match.name, match.name_en):
            reason = f"{reason}: {match.matched_text}"
        rows.append((first, second if second != first else "", match.address, reason))
    print("\n".join(aligned(rows)))
