"""Tests of the draft."""

from __future__ import annotations

from plans.importing.draft import Draft, Question, Unread


def test_an_empty_draft_proposes_nothing() -> None:
    draft = Draft(source="a.csv")
    assert (draft.records, draft.blobs, draft.origin) == ((), {}, None)


def test_troubles_and_questions_compare_by_value() -> None:
    assert Unread("row 1", "no_name") == Unread("row 1", "no_name", "", False)
    assert Question("encoding", "x") in [Question("encoding", "x")]
