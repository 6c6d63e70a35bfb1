"""A change turns back, joins with a later one, and forgets what it does not change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plans.model.change import Change, Record, added, change
from plans.model.ids import PersonId
from plans.model.station import Person

State = dict[str, Record | None]
VALUES = st.none() | st.sampled_from("xyz").map(lambda name: Person(id=PersonId("p"), name=name))
STATES = st.fixed_dictionaries(dict.fromkeys("abc", VALUES))


def between(before: State, after: State, label: str = "step") -> Change:
    return change(label, {key: (before[key], after[key]) for key in before})


def applied(state: State, made: Change) -> State:
    return {**state, **made.after}


@given(STATES, STATES)
def test_apply_then_invert_gives_the_same(before: State, after: State) -> None:
    made = between(before, after)
    assert applied(before, made) == after
    assert applied(after, made.inverted()) == before
    assert made.inverted().inverted() == made


@given(STATES, STATES, STATES)
def test_then_equals_doing_both(first: State, second: State, third: State) -> None:
    both = between(first, second).then(between(second, third, "later"))
    assert applied(first, both) == third
    assert both == between(first, third)
    assert both.ids == {key for key in first if first[key] != third[key]}
    assert both.is_empty == (first == third)


def test_added_has_nothing_before() -> None:
    one = Person(id=PersonId("p"), name="某甲")
    made = added("person.add", one)
    assert made.before == {"p": None}
    assert made.after == {"p": one}
    assert not made.is_empty
