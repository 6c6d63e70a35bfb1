"""Tests of texts whose bytes are in another page than the drawing says."""

from __future__ import annotations

import pytest

from plans.importing.dxf_text import Mender

CHINESE = ["消防泵房", "房间", "一层平面图", "防火墙 200", "灭火器"]


def read(texts: list[str], written: str, page: str) -> list[str]:
    """Texts written in one page and read in another as ezdxf does."""
    return [text.encode(written).decode(page, "surrogateescape") for text in texts]


@pytest.mark.parametrize(
    ("written", "page", "declared"),
    [
        ("gbk", "utf-8", "cp1252"),
        ("gbk", "utf-8", "gbk"),
        ("gbk", "cp1252", "cp1252"),
        ("gbk", "cp1251", "cp1251"),
        ("utf-8", "cp1252", "cp1252"),
        ("utf-8", "gbk", "gbk"),
    ],
)
def test_chinese_read_in_the_wrong_page(written: str, page: str, declared: str) -> None:
    texts = read(CHINESE, written, page)
    mend = Mender(texts, page, declared)
    assert [mend(text) for text in texts] == CHINESE
    assert mend.other in ("gbk", "utf-8")
    assert mend("WALL 200") == "WALL 200"


def test_the_declared_page_of_another_country() -> None:
    texts = read(["창호도", "주방"], "cp949", "utf-8")
    mend = Mender(texts, "utf-8", "cp949")
    assert [mend(text) for text in texts] == ["창호도", "주방"]


def test_wrong_letters_kept_as_utf8() -> None:
    """Saved once by a program that read GBK as ANSI_1252."""
    texts = [text.encode("gbk").decode("cp1252") for text in ("房间", "楼梯间")]
    mend = Mender(texts, "utf-8", "cp1252")
    assert [mend(text) for text in texts] == ["房间", "楼梯间"]


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        ("cp1252", ["Größe", "Treppe ±0,00", "Fläche 12 m²", "Ø 200", "Türhöhe", "»Küche«"]),
        ("cp1252", ["Entrée", "créée à l'étage", "façade", "œuvre"]),
        ("cp1252", ["Dörr", "Fönster", "Våning 3", "Hög höjd", "Måttsättning åäö"]),
        ("cp1251", ["Стена", "Кухня", "Лестница", "Пожарный кран", "Дверь", "Окно", "Зал"]),
        ("utf-8", ["Größe", "房间", "Стена", "창호도", "é"]),
        ("gbk", CHINESE),
        ("gbk", ["联通"]),
        ("cp949", ["창호도", "주방", "거실"]),
        ("cp932", ["消火栓", "階段", "機械室"]),
    ],
)
def test_right_texts_are_left_alone(page: str, texts: list[str]) -> None:
    mend = Mender(texts, page, page)
    assert [mend(text) for text in texts] == texts
    assert mend.other == ""


def test_a_text_in_a_page_of_its_own_is_mended_alone() -> None:
    torn = "房间".encode("gbk").decode("utf-8", "surrogateescape")
    mend = Mender(["走廊", "大厅", torn], "utf-8", "cp1252")
    assert [mend(text) for text in ("走廊", torn)] == ["走廊", "房间"]


@pytest.mark.parametrize("text", ["\ud800", "a\udcff中", "\udc80\udc81\udcff", "\\U+D83D\\U+DE00"])
def test_whatever_comes_can_be_encoded(text: str) -> None:
    for page in ("utf-8", "cp1252", "gbk"):
        Mender([text], page, "cp1252")(text).encode()


def test_codes_of_letters() -> None:
    mend = Mender([], "utf-8", "cp1252")
    assert mend("Tsch\\U+00FCss") == "Tschüss"
    assert mend("\\U+D83D\\U+DD25") == "🔥"
