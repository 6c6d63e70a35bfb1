"""Texts are compared without what does not matter, and cut into the words people search by."""

from __future__ import annotations

import pytest

from plans.storage.words import (
    grams,
    has_han,
    initials,
    pieces,
    plain_text,
    readings,
    sound_words,
    syllables,
    tails,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("示例广场", ["示", "例", "广", "场"]),
        ("NH-2031", ["nh", "2031"]),
        ("NH2031", ["nh", "2031"]),
        ("ＮＨ２０３１", ["nh", "2031"]),
        ("A座 12号楼", ["a", "座", "12", "号", "楼"]),
        ("Café Élan", ["cafe", "elan"]),
        ("Straße", ["strasse"]),
        ("東京タワー", ["東", "京", "タ", "ワ", "ー"]),
        ("서울", ["서", "울"]),
        ("Площадь Мира", ["площадь", "мира"]),
        ("_- ·，。", []),
        ("", []),
        ("𠮷野", ["𠮷", "野"]),
    ],
)
def test_pieces(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_plain_text_has_no_gaps() -> None:
    assert plain_text(" Sample  Plaza·A座 ") == "sampleplazaa座"


def test_syllables_know_phrases_and_keep_the_rest() -> None:
    assert syllables("重庆A座12楼") == ["chong", "qing", "a", "zuo", "12", "lou"]
    assert syllables("绿地") == ["lv", "di"]


def test_some_characters_are_read_in_two_ways() -> None:
    assert readings("厦门路") == [["xia", "men", "lu"], ["sha", "men", "lu"]]
    assert readings("Plaza") == [["plaza"]]
    assert len(readings("长长长长")) == 4


def test_initials_keep_numbers_whole() -> None:
    assert initials(["shi", "li", "12", "lou"]) == ["s", "l", "12", "l"]


def test_tails_begin_at_every_part() -> None:
    assert tails(["shi", "li", "guang"]) == ["shiliguang", "liguang", "guang"]
    assert all(len(tail) <= 40 for tail in tails(["abcdefgh"] * 100))


def test_latin_words_are_found_joined_too() -> None:
    assert words_of("Sample Plaza A座") == [
        *("sample", "plaza", "a", "座"),
        *("sampleplazaa", "plazaa", "a"),
    ]


def test_sound_words() -> None:
    assert sound_words("广场") == ["guangchang", "chang", "gc", "c"]


def test_grams_survive_one_wrong_character() -> None:
    assert set(grams("示侧广场")) & set(grams("示例广场")) == {"示广", "广场"}
    assert set(grams("smaple")) & set(grams("sample")) == {"ple"}
    assert grams("ab") == []


def test_has_han() -> None:
    assert has_han("A座")
    assert not has_han("Tower タワー")
