"""Tests that a binder is what an import needs."""

from __future__ import annotations

from plans.binder import Binder
from plans.importing.batch import IntoBinder
from plans.importing.shelf import Shelf


def _as_shelf(binder: IntoBinder) -> Shelf:
    return binder  # mypy proves the rest


def test_a_binder_is_a_shelf(binder: Binder) -> None:
    shelf = _as_shelf(binder)
    assert shelf.frame is None
    assert list(shelf.library.list()) == []
    assert list(shelf.rosters.stations()) == []
    assert list(shelf.site.in_box(-1, -1, 1, 1)) == []
