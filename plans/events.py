"""What the binder tells after a commit: small frozen events and the list of who listens."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from plans.model.ids import (
    AttachmentId,
    BuildingId,
    FeatureId,
    FloorId,
    UnderlayId,
)

_log = logging.getLogger(__name__)


class Event(msgspec.Struct, frozen=True):
    """Base of every event; the class is its kind."""


class BuildingsChanged(Event, frozen=True):
    """Buildings came, went or were described anew."""

    ids: frozenset[BuildingId]


class FloorsChanged(Event, frozen=True):
    """Floors of one building came, went or changed."""

    building_id: BuildingId
    ids: frozenset[FloorId]


class FeaturesChanged(Event, frozen=True):
    """Features on one floor, or on the site (`SITE`), came, went or changed."""

    place: FloorId
    ids: frozenset[FeatureId]


class UnderlaysChanged(Event, frozen=True):
    """Drawings beneath one floor came, went or were moved."""

    place: FloorId
    ids: frozenset[UnderlayId]


class RostersChanged(Event, frozen=True):
    """Stations, persons, shifts or appliances changed; the ids are of any of them."""

    ids: frozenset[str]


class AttachmentsChanged(Event, frozen=True):
    """Photos or papers changed."""

    ids: frozenset[AttachmentId]


class HistoryChanged(Event, frozen=True):
    """The labels of what undo and redo would do now; None when there is nothing."""

    undo: str | None
    redo: str | None


class FrameChanged(Event, frozen=True):
    """The origin of the binder's map was set."""

    lon: float
    lat: float


class BinderChangedElsewhere(Event, frozen=True):
    """Another window committed `count` changes; their own events were told just before."""

    count: int


E = TypeVar("E", bound=Event)


class Events:
    """Who listens to what. Events are told on the thread that committed, in order."""

    def __init__(self) -> None:
        self._callbacks: dict[type[Event], list[Callable[[Any], None]]] = {}

    def subscribe(self, kind: type[E], callback: Callable[[E], None]) -> Callable[[], None]:
        """Call `callback` for each event of that kind; returns the function that ends it."""
        callbacks = self._callbacks.setdefault(kind, [])
        callbacks.append(callback)

        def unsubscribe() -> None:
            if callback in callbacks:
                callbacks.remove(callback)

        return unsubscribe

    def tell(self, *events: Event) -> None:
        """Tell everyone who subscribed to each event's kind, one event after the other.

        A subscriber that fails is a bug: it is logged with its traceback, the others still
        hear, then the first failure is raised.
        """
        failure: Exception | None = None
        for event in events:
            for callback in tuple(self._callbacks.get(type(event), ())):
                try:
                    callback(event)
                except Exception as error:  # noqa: BLE001  # raised below, after all heard
                    _log.exception("a subscriber to %s failed", type(event).__name__)
                    failure = failure or error
        if failure is not None:
            raise failure
