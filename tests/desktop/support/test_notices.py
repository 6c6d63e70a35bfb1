"""Notices: the same thing said twice is one notice."""

from __future__ import annotations

import pytest

from desktop.support.notices import Level, Notice, Notices

pytestmark = pytest.mark.usefixtures("qapp")


def test_repeated_text_is_one_notice() -> None:
    notices = Notices()
    told: list[Notice] = []
    notices.shown.connect(told.append)
    notices.show(Level.WARN, "full")
    notices.show(Level.INFO, "other")
    notices.show(Level.WARN, "full")
    assert [(notice.text, notice.count) for notice in notices.standing] == [
        ("full", 2),
        ("other", 1),
    ]
    assert len(told) == 3


def test_gone_once() -> None:
    notices = Notices()
    notices.show(Level.INFO, "a")
    gone: list[Notice] = []
    notices.gone.connect(gone.append)
    notices.dismiss("a")
    notices.dismiss("a")
    assert len(gone) == 1
    assert notices.show(Level.INFO, "a").count == 1
