"""The words are complete, and one word stands for one thing."""

from __future__ import annotations

from pypinyin import lazy_pinyin

from desktop.support.glossary import WORDS


def test_one_word_for_one_thing() -> None:
    assert len({word.zh for word in WORDS}) == len({word.en for word in WORDS}) == len(WORDS)


def test_every_word_is_explained() -> None:
    for word in WORDS:
        assert word.means_zh.endswith(("。", "……"))
        assert word.means_en.endswith(".")


def test_readings_are_right() -> None:
    wrong = {
        word.zh: (word.pinyin, " ".join(lazy_pinyin(word.zh)))
        for word in WORDS
        if word.pinyin != " ".join(lazy_pinyin(word.zh))
    }
    assert not wrong
