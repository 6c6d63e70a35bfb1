"""How long work tells how far it is, and learns that it should stop."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called with work done, work in all (0 = unknown) and a wording key for the step.

    Raises `plans.errors.Cancelled` when the user stopped the work.
    """

    def __call__(self, done: int, total: int, step: str = "") -> None: ...


def silent(done: int, total: int, step: str = "") -> None:
    """The progress nobody watches."""
