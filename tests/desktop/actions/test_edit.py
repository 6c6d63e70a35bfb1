"""Undo and redo say what they would act on, and can be done only then."""

from __future__ import annotations

from desktop.actions.action import Now
from desktop.actions.edit import EDIT


def test_they_need_something_to_act_on() -> None:
    for row, name in zip(EDIT[:2], ("undo", "redo"), strict=True):
        assert row.about is not None
        assert not row.enabled(Now())
        now = Now(**{name: "import"})
        assert row.enabled(now)
        assert row.about(now) == "import"


def test_a_drawing_is_aligned_where_there_is_one() -> None:
    row = next(row for row in EDIT if row.id == "edit.align")
    assert not row.enabled(Now(on_floor=True))
    assert row.enabled(Now(on_floor=True, has_underlay=True))
