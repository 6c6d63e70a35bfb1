"""Title block and legend on paper: what they say, and what they leave out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QImage, QPainter

from desktop.canvas.look import PlanLook
from desktop.sheets.furniture import TitleBlock, draw_legend, draw_title
from desktop.sheets.paper import Paper
from desktop.support.look import Look
from plans.drawing.legend import legend
from plans.drawing.sheet import FLOOR_LEGEND, SITE_LEGEND, Frame
from plans.model.catalog import Catalog

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


class Listener(QPainter):
    """Notes every text it is asked to draw."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.texts: list[str] = []

    def drawText(self, *arguments: Any) -> Any:
        self.texts += [part for part in arguments if isinstance(part, str)]
        return super().drawText(*arguments)


@pytest.fixture
def heard(plan_look: PlanLook, look: Look) -> Callable[..., list[str]]:
    """The texts something draws on an A3 page."""
    assert look.language == "en"

    def listen(draw: Callable[..., None], *arguments: Any) -> list[str]:
        image = QImage(1588, 1123, QImage.Format.Format_RGB32)
        painter = Listener(image)
        draw(painter, Paper(plan_look), *arguments)
        painter.end()
        return painter.texts

    return listen


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


@pytest.mark.parametrize(("frame", "columns"), [(FLOOR_LEGEND, 1), (SITE_LEGEND, 3)])
def test_what_has_no_room_is_counted(
    heard: Callable[..., list[str]], catalog: Catalog, frame: Frame, columns: int
) -> None:
    groups = legend(dict.fromkeys(catalog.kinds, 3), catalog)
    texts = heard(draw_legend, groups, frame, "en", columns)
    shown = texts.count("3")
    every = sum(len(group.lines) for group in groups)
    assert 0 < shown < every
    assert any(text.split()[0] == str(every - shown) for text in texts if "more" in text)


def test_a_short_legend_is_whole(heard: Callable[..., list[str]], catalog: Catalog) -> None:
    groups = legend({"aed": 2, "standpipe": 4}, catalog)
    texts = heard(draw_legend, groups, FLOOR_LEGEND, "en")
    assert {catalog.kinds["aed"].en, catalog.kinds["standpipe"].en, "2", "4"} <= set(texts)
    assert not any("more" in text for text in texts)
