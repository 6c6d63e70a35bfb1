"""The action rows are sound: ids, keys, icons, words."""

from __future__ import annotations

import pytest
from pypinyin import lazy_pinyin

from desktop.actions.action import MENUS, Action, Doer, Now
from desktop.actions.build import plain
from desktop.actions.table import ACTIONS
from desktop.support import assets
from desktop.support.i18n import text_in

ROW = pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)


def test_ids_and_keys_are_unique() -> None:
    ids = [row.id for row in ACTIONS]
    keys = [key for row in ACTIONS for key in row.keys]
    assert len(ids) == len(set(ids))
    assert len(keys) == len(set(keys))


def test_texts_are_unique_in_both_languages() -> None:
    for language in ("zh", "en"):
        texts = [text_in(language, "actions", row.text) for row in ACTIONS]
        assert len(texts) == len(set(texts))


@ROW
def test_menu_and_icon_exist(row: Action) -> None:
    assert row.menu in dict(MENUS)
    assert not row.icon or (assets.icons() / f"{row.icon}.svg").is_file()


@ROW
def test_reading_is_that_of_the_chinese_text(row: Action) -> None:
    chinese = plain(text_in("zh", "actions", row.text))
    characters = [character for character in chinese if "\u4e00" <= character <= "\u9fff"]
    assert row.pinyin == " ".join(lazy_pinyin("".join(characters)))


@ROW
def test_readings_of_other_words(row: Action) -> None:
    for also in row.also:
        word, _, reading = also.partition("|")
        assert word == word.strip().lower()
        characters = "".join(one for one in word if "\u4e00" <= one <= "\u9fff")
        assert reading == " ".join(lazy_pinyin(characters))


@ROW
def test_it_calls_a_method_a_window_has(row: Action) -> None:
    called: list[str] = []

    class Window:
        def __getattr__(self, name: str) -> object:
            called.append(name)
            return lambda *_arguments: None

    row.does(Window())  # type: ignore[arg-type]
    assert len(called) == 1
    assert hasattr(Doer, called[0])


@ROW
def test_enabled_answers_for_an_empty_window(row: Action) -> None:
    assert row.enabled(Now()) in (True, False)


def test_parts_stand_together() -> None:
    for menu, _ in MENUS:
        parts = [row.part for row in ACTIONS if row.menu == menu]
        assert parts == sorted(parts)
