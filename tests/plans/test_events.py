"""Who hears what, and what happens when a listener fails."""

from __future__ import annotations

import pytest

from plans.events import BinderChangedElsewhere, Event, Events, HistoryChanged


def test_only_subscribers_of_the_kind_hear() -> None:
    events, heard = Events(), list[Event]()
    events.subscribe(HistoryChanged, heard.append)
    events.tell(HistoryChanged("feature.move", None), BinderChangedElsewhere(2))
    assert heard == [HistoryChanged("feature.move", None)]


def test_unsubscribing_ends_it_and_may_be_repeated() -> None:
    events, heard = Events(), list[Event]()
    stop = events.subscribe(BinderChangedElsewhere, heard.append)
    stop()
    stop()
    events.tell(BinderChangedElsewhere(1))
    assert heard == []


def test_a_listener_may_end_itself_while_it_is_told() -> None:
    events, heard = Events(), list[Event]()

    def once(event: BinderChangedElsewhere) -> None:
        heard.append(event)
        stop()

    stop = events.subscribe(BinderChangedElsewhere, once)
    events.subscribe(BinderChangedElsewhere, heard.append)
    events.tell(BinderChangedElsewhere(1), BinderChangedElsewhere(2))
    assert [event.count for event in heard if isinstance(event, BinderChangedElsewhere)] == [
        1,
        1,
        2,
    ]


def test_all_hear_before_a_failure_is_raised(expect_log) -> None:
    events, heard = Events(), list[Event]()

    def fail(event: Event) -> None:
        raise ZeroDivisionError

    events.subscribe(HistoryChanged, fail)
    events.subscribe(HistoryChanged, heard.append)
    events.subscribe(BinderChangedElsewhere, heard.append)
    expect_log("ERROR plans.events: a subscriber to HistoryChanged failed")
    with pytest.raises(ZeroDivisionError):
        events.tell(HistoryChanged(None, None), BinderChangedElsewhere(1))
    assert len(heard) == 2
