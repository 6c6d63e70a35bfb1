"""What was typed becomes the expression of either database."""

from __future__ import annotations

from plans.storage.search_query import all_of, any_of, contains, parse


def test_words_are_cut_at_spaces_and_runs_where_the_writing_changes() -> None:
    query = parse(" A座  示例guang ")
    assert query.plain == "a座示例guang"
    assert query.words == (("a", "座"), ("示", "例", "guang"))
    assert query.runs == (("a",), ("座",), ("示", "例"), ("guang",))


def test_only_signs_are_nothing() -> None:
    assert parse("\"*():^-+ '").plain == ""


def test_the_last_latin_word_may_go_on() -> None:
    assert contains(("示", "例", "guang"), is_sqlite=True) == '"示" + "例" + "guang" *'
    assert contains(("示", "例"), is_sqlite=True) == '"示" + "例"'
    assert contains(("示", "guang"), is_sqlite=False) == "('示' <-> 'guang':*)"


def test_latin_words_are_also_sought_joined() -> None:
    assert contains(("guang", "ch"), is_sqlite=True) == '("guangch" * OR "guang" + "ch" *)'
    assert contains(("guang", "ch"), is_sqlite=False) == "(('guangch':*) | ('guang' <-> 'ch':*))"


def test_all_and_any() -> None:
    assert all_of([("a",), ("示",)], is_sqlite=True) == '"a" * AND "示"'
    assert all_of([("a",), ("示",)], is_sqlite=False) == "('a':*) & ('示')"
    assert any_of(["ab", "bc"], is_sqlite=True) == '"ab" OR "bc"'
    assert any_of(["ab", "bc"], is_sqlite=False) == "'ab' | 'bc'"
