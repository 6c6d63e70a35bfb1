"""The legend on paper: every kind, its whole name, in the room there is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.canvas.lettering import font_of
from desktop.sheets.legend import TITLE_PX, arrange, wrapped
from desktop.sheets.paper import rect_of
from desktop.support import fonts
from plans.drawing.legend import legend
from plans.drawing.sheet import FLOOR_LEGEND, SITE_LEGEND, Frame
from plans.model.catalog import Catalog


@pytest.mark.parametrize("frame", [FLOOR_LEGEND, SITE_LEGEND])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_kind_of_the_whole_catalog_is_left_out(
    qapp: object, catalog: Catalog, frame: Frame, language: str
) -> None:
    groups = legend(dict.fromkeys(catalog.kinds, 3), catalog)
    rect = rect_of(frame)
    made = arrange(groups, rect.width(), rect.height() - TITLE_PX, language, fonts.family())
    entries = [entry for column in made.columns for entry in column]
    shown = {
        entry.line.kind.id: "".join(entry.names).replace(" ", "") for entry in entries if entry.line
    }
    assert shown == {
        line.kind.id: line.kind.text_in(language).replace(" ", "")
        for group in groups
        for line in group.lines
    }
    for column in made.columns:
        assert sum(entry.height for entry in column) * made.share <= rect.height() - TITLE_PX + 1
    right = len(made.columns) * made.width * made.share
    assert right <= rect.width()


def test_few_kinds_stand_at_their_full_size(qapp: object, catalog: Catalog) -> None:
    groups = legend({"aed": 2, "standpipe": 4, "fdc.hydrant_low": 1}, catalog)
    assert arrange(groups, 200, 400, "zh", fonts.family()).share == 1.0


def test_no_heading_stands_at_the_end_of_a_column(qapp: object, catalog: Catalog) -> None:
    groups = legend(dict.fromkeys(catalog.kinds, 3), catalog)
    made = arrange(groups, 700, 300, "en", fonts.family())
    assert all(column[-1].line is not None for column in made.columns)


def test_a_long_name_takes_more_rows_and_loses_nothing(qapp: object) -> None:
    font = font_of(fonts.family(), 10, False)
    text = "Standpipe FDC, high zone"
    rows = wrapped(text, font, 70)
    assert len(rows) > 1
    assert " ".join(rows) == text
    assert "".join(wrapped("很" * 300, font, 70)) == "很" * 300


def test_what_is_drawn(heard: Callable[..., list[str]], catalog: Catalog) -> None:
    from desktop.sheets.legend import draw_legend

    groups = legend({"aed": 2, "standpipe": 4}, catalog)
    texts = heard(draw_legend, groups, FLOOR_LEGEND, "en")
    assert {catalog.kinds["aed"].en, catalog.kinds["standpipe"].en, "2", "4"} <= set(texts)
