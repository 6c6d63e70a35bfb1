"""The one road to the user for what happened; a bar above the canvas shows it and it fades."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class Level(StrEnum):
    """How much it matters; also the notice's icon and colour."""

    INFO = "info"
    OK = "ok"
    WARN = "warn"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be done about it, as one button."""

    text: str
    does: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing said, how often it happened while it stood there, and what can be done.

    One that `stays` does not fade by itself.
    """

    level: Level
    text: str
    offer: Offer | None = None
    stays: bool = False
    count: int = 1


class Notices(QObject):
    """Says things once: the same text again while it stands only counts up."""

    shown = Signal(object)
    gone = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._standing: dict[str, Notice] = {}

    @property
    def standing(self) -> tuple[Notice, ...]:
        """What stands on the screen now, oldest first."""
        return tuple(self._standing.values())

    def show(
        self, level: Level, text: str, offer: Offer | None = None, *, stays: bool = False
    ) -> Notice:
        """Say something; `shown(Notice)` carries it to whoever draws it."""
        before = self._standing.get(text)
        notice = (
            replace(before, level=level, offer=offer, stays=stays, count=before.count + 1)
            if before
            else Notice(level=level, text=text, offer=offer, stays=stays)
        )
        self._standing[text] = notice
        self.shown.emit(notice)
        return notice

    def dismiss(self, text: str) -> None:
        """It has faded or was closed."""
        notice = self._standing.pop(text, None)
        if notice:
            self.gone.emit(notice)
