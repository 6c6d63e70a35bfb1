"""What can be undone and redone: changes in order and a mark between done and undone.

Bounded by memory alone: changes share their unchanged parts, and a session's are few.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from plans.model.change import Change


class History:
    """The changes of this window. It only remembers; committing an inverse is the binder's."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def record(self, change: Change) -> None:
        """Remember a change just made; what was undone before it can no longer be redone."""
        self._done.append(change)
        self._undone.clear()

    def join(self, made: Sequence[Change]) -> None:
        """Make several changes one step: what one wish of the user did is taken back whole.

        Only when they are the last ones, in that order; else nothing happens.
        """
        tail = self._done[len(self._done) - len(made) :]
        if len(made) > 1 and [id(one) for one in tail] == [id(one) for one in made]:
            del self._done[len(self._done) - len(made) :]
            self._done.append(reduce(Change.then, made))

    @property
    def next_undo(self) -> Change | None:
        """The change that undo would take back (as it was made, not inverted)."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Change | None:
        """The change that redo would make again."""
        return self._undone[-1] if self._undone else None

    @property
    def undo_label(self) -> str | None:
        """The label of what undo would take back; None when there is nothing."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """The label of what redo would make again; None when there is nothing."""
        return self._undone[-1].label if self._undone else None

    def undo(self) -> Change | None:
        """Move the mark back; returns the inverse to apply, or None."""
        if not self._done:
            return None
        change = self._done.pop()
        self._undone.append(change)
        return change.inverted()

    def redo(self) -> Change | None:
        """Move the mark forward; returns the change to apply again, or None."""
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(change)
        return change
