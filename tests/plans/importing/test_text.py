"""Tests of reading bytes of unknown encoding."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.importing.text import NotText, decoded

CHINESE = "单位名称,地址\n示例百货大楼,示例区示例大道1号\n示例医院,示例路二号\n"
JAPANESE = "名前,住所\nサンプル病院,見本町１丁目\n１階の事務所はこちらです\n"
RUSSIAN = "Название,Адрес\nПожарная часть,улица Примерная\nБольница,проспект Образцов\n"
FRENCH = "nom,adresse\nHôpital général,12 allée des Érables\nThéâtre,cité fictive\n"


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8-sig"),
        (CHINESE, "utf-16", "utf-16"),
        (CHINESE, "gb18030", "gb18030"),
        (JAPANESE, "cp932", "cp932"),
        (RUSSIAN, "cp1251", "cp1251"),
        (FRENCH, "latin-1", "cp1252"),
        ("name,address\nPlain,1 Sample Street\n", "ascii", "utf-8"),
    ],
)
def test_the_usual_encodings_are_told_apart(text: str, encoding: str, named: str) -> None:
    assert decoded(text.encode(encoding)) == (text, named)


def test_a_few_chinese_characters_are_enough() -> None:
    assert decoded("名称\n示例广场\n".encode("gb18030"))[0] == "名称\n示例广场\n"


@pytest.mark.parametrize("data", [b"", b"  \n", codecs.BOM_UTF8])
def test_nothing_is_empty_or_no_rows(data: bytes) -> None:
    if data == codecs.BOM_UTF8:
        assert decoded(data)[0] == ""
        return
    with pytest.raises(NotText, match="empty"):
        decoded(data)


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", bytes(range(256)), codecs.BOM_UTF16_LE + b"\x00"],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(NotText, match="binary"):
        decoded(data)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, encoding = decoded(data)
    except NotText as refused:
        assert refused.args[0] in ("empty", "binary")
    else:
        assert isinstance(text, str)
        assert encoding


@given(st.text(alphabet="示例广场消防站楼层医院学校，。1234 ABC\n", min_size=2).filter(str.strip))
def test_utf8_round_trips(text: str) -> None:
    assert decoded(text.encode())[0] == text
