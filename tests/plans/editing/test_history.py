"""The mark between done and undone, whatever is done, undone and redone in any order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plans.editing.history import History
from plans.model.change import Change, Record

State = dict[str, Record | None]


def _change(number: int, make) -> Change:
    station = make.station(str(number))
    return Change(label=str(number), before={station.id: None}, after={station.id: station})


def _applied(state: State, change: Change | None) -> State:
    if change is None:
        return state
    assert all(state.get(key) == value for key, value in change.before.items())
    return {**state, **change.after}


def test_nothing_at_first() -> None:
    history = History()
    assert history.undo() is None
    assert history.redo() is None
    assert (history.undo_label, history.redo_label) == (None, None)
    assert (history.next_undo, history.next_redo) == (None, None)


def test_a_new_change_ends_what_could_be_redone(make) -> None:
    history, first, second = History(), _change(1, make), _change(2, make)
    history.record(first)
    assert history.undo() == first.inverted()
    assert (history.undo_label, history.redo_label) == (None, "1")
    history.record(second)
    assert history.redo() is None
    assert (history.undo_label, history.redo_label) == ("2", None)


@given(steps=st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=40))
def test_undo_and_redo_retrace_the_same_states(make, steps: list[str]) -> None:
    history, state = History(), State()
    states, at = [state], 0
    for number, step in enumerate(steps):
        if step == "do":
            change = _change(number, make)
            history.record(change)
            state = _applied(state, change)
            states, at = [*states[: at + 1], state], at + 1
        elif step == "undo":
            state, at = _applied(state, history.undo()), max(0, at - 1)
        else:
            state, at = _applied(state, history.redo()), min(len(states) - 1, at + 1)
        assert {k: v for k, v in state.items() if v} == {k: v for k, v in states[at].items() if v}
    while history.next_undo:
        state = _applied(state, history.undo())
    assert not any(state.values())
    while history.next_redo:
        state = _applied(state, history.redo())
    assert {k: v for k, v in state.items() if v} == {k: v for k, v in states[-1].items() if v}


def test_the_last_changes_become_one_step(make) -> None:
    history, first, second, third = History(), *(_change(number, make) for number in (1, 2, 3))
    for one in (first, second, third):
        history.record(one)
    history.join([first, second])  # not the last ones
    assert history.next_undo is third
    history.join([second, third])
    undone = history.undo()
    assert undone is not None
    assert undone.ids == second.ids | third.ids
    assert history.next_undo is first
