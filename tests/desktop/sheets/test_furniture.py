"""The title block on paper: what it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop.sheets.furniture import TitleBlock, draw_title

BLOCK = TitleBlock(
    building="示例楼",
    address="示例路1号 · S-1",
    sheet="2F–4F 办公",
    detail="+4.0 m",
    scale="1:100",
    revision="A",
    revised_on="2026-05-01",
    printed_on=dt.date(2026, 9, 2),
    page="2 / 3",
    note="Invented sample, not a real place.",
)


def test_the_title_block_says_everything(heard: Callable[..., list[str]]) -> None:
    text = "\n".join(heard(draw_title, BLOCK))
    for part in (
        "示例楼",
        "示例路1号",
        "2F–4F",
        "+4.0 m",
        "1:100",
        "A",
        "2026-05-01",
        "2026-09-02",
    ):
        assert part in text
    assert "2 / 3" in text
    assert "Invented sample" in text


@pytest.mark.parametrize("name", ["很" * 10_000, "<b>x</b>", ""])
def test_strange_names_stay_in_their_cell(heard: Callable[..., list[str]], name: str) -> None:
    import dataclasses

    texts = heard(draw_title, dataclasses.replace(BLOCK, building=name, address=name, note=""))
    assert max(len(text) for text in texts) < 200
    if name == "<b>x</b>":
        assert name in texts
