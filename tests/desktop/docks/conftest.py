"""Fixtures of the panels: a fixed day, a building with its card filled, what a view draws."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Protocol

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from desktop.support.theme import Theme, load_theme
from plans.model.building import Building, Name, NameKind
from plans.model.catalog import Catalog, FactRow
from plans.model.fact import Fact, FactValue
from plans.model.ids import BuildingId

TODAY = dt.date(2026, 9, 2)
HOSTILE = (
    "<img src=x>",
    "<b>粗</b>",
    "很" * 10_000,
    "\u202eمخرج الطوارئ",
    "a\x00\x07\x1b[31m\u2028b\ufeff",
    "&lt;script&gt; %n {text} %1",
)


class Draws(Protocol):
    """A view that draws itself on any painter."""

    def draw(self, painter: QPainter) -> None: ...


@pytest.fixture
def today() -> dt.date:
    return TODAY


@pytest.fixture(params=HOSTILE, ids=["img", "bold", "long", "rtl", "control", "escaped"])
def hostile(request: pytest.FixtureRequest) -> str:
    """Text as somebody with bad intent, or none, might have typed it."""
    text: str = request.param
    return text


@pytest.fixture
def day(qapp: object) -> Theme:
    return load_theme("day")


def value_for(row: FactRow) -> FactValue:
    """Something plausible of the row's type."""
    plain: dict[str, FactValue] = {
        "text": "见附图说明",
        "number": 148.5,
        "integer": 1234,
        "boolean": True,
        "phone": "000-1234567",
        "date": "2020-01-01",
    }
    if row.choices:
        first = row.choices[0].id
        return (first,) if row.type == "choices" else first
    return plain[row.type]


@pytest.fixture
def building(catalog: Catalog) -> Building:
    """Every fact of the card recorded: verified, but one stale, one unverified, one missing."""
    rows = [row for row in catalog.facts_of("building") if row.weight]
    checked = dt.date(2026, 8, 1)
    facts = []
    for at, row in enumerate(rows):
        by, on = ("某甲", checked)
        if at == 1:
            on = dt.date(2001, 1, 1)
        if at == 2:
            by = ""
        if at != 3:
            facts.append(
                Fact(
                    key=row.key, value=value_for(row), source="勘查", verified_by=by, verified_on=on
                )
            )
    return Building(
        id=BuildingId("b"),
        name="示例楼",
        names=(Name("Sample House", NameKind.ENGLISH),),
        address="示例路1号",
        address_en="1 Sample Road",
        facts=tuple(facts),
    )


class _Listener(QPainter):
    """Notes every text it is asked to draw."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.texts: list[str] = []

    def drawText(self, *arguments: Any) -> Any:
        self.texts += [part for part in arguments if isinstance(part, str)]
        return super().drawText(*arguments)


@pytest.fixture
def texts_of() -> Callable[[Draws], list[str]]:
    """The texts a view draws at its size, in order."""

    def heard(view: Any) -> list[str]:
        image = QImage(max(view.width(), 1), max(view.height(), 1), QImage.Format.Format_ARGB32)
        painter = _Listener(image)
        view.draw(painter)
        painter.end()
        return painter.texts

    return heard


@pytest.fixture
def pixels_of() -> Callable[[QWidget], bytes]:
    """What a widget looks like, as bytes to compare."""

    def taken(widget: QWidget) -> bytes:
        image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        return bytes(image.constBits())

    return taken
