"""Undo and redo say what they would act on, and can be done only then."""

from __future__ import annotations

from desktop.actions.action import Now
from desktop.actions.edit import EDIT


def test_they_need_something_to_act_on() -> None:
    for row, name in zip(EDIT, ("undo", "redo"), strict=True):
        assert row.about is not None
        assert not row.enabled(Now())
        now = Now(**{name: "import"})
        assert row.enabled(now)
        assert row.about(now) == "import"
