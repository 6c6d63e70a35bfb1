"""Gaps: how complete the plan is, and which facts are missing, old or unchecked."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.docks.gaps import Gaps
from desktop.docks.trust import trust_text
from desktop.support.theme import Theme, load_theme
from plans.analysis.completeness import completeness
from plans.model.building import Building
from plans.model.catalog import Catalog
from plans.model.fact import Trust


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_gap_is_named(
    qtbot: QtBot, catalog: Catalog, day: Theme, building: Building, today: dt.date, language: str
) -> None:
    gaps = Gaps(catalog, day)
    qtbot.addWidget(gaps)
    found = completeness(building, catalog, today)
    gaps.show_completeness(found, language)
    text = "\n".join(label.text() for label in gaps.findChildren(QLabel))
    assert f">{found.score * 100:.0f}<" in text
    for rows, trust in (
        (found.missing, Trust.MISSING),
        (found.stale, Trust.STALE),
        (found.unverified, Trust.UNVERIFIED),
    ):
        assert f"{trust_text(trust, language)} · {len(rows)}" in text
        assert all(row.text_in(language) in text for row in rows)
    gaps.set_theme(load_theme("night"))
    gaps.show_completeness(None, language)
    gaps.grab()
