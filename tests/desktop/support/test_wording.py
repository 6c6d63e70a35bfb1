"""Every trouble has a sentence in both languages, with the same gaps."""

from __future__ import annotations

import string
import subprocess
import sys

import pytest

from desktop.support import wording
from desktop.support.reasons import REASONS
from desktop.support.wording import CHANGES, TROUBLES, WORDS, sentence, word
from plans import errors
from plans.errors import BinderDamaged, BinderError, InputError, NotFound, PlansError
from plans.model.fact import Trust

TABLES = (TROUBLES, REASONS, CHANGES, WORDS)
KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, PlansError)
]


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_trouble_has_words(kind: type[PlansError]) -> None:
    row = next((row for row in TROUBLES if row[0] == kind.code), None)
    assert row, f"a row for {kind.code} is missing"
    assert gaps(row[1]) == gaps(row[2])


def test_every_binder_trouble_names_the_file() -> None:
    codes = [kind.code for kind in KINDS if issubclass(kind, BinderError)]
    for code, zh, en in TROUBLES:
        if code in codes:
            assert "{path}" in zh
            assert "{path}" in en


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_sorted_unique_and_filled(table: wording.Rows) -> None:
    codes = [code for code, _, _ in table]
    assert codes == sorted(set(codes))
    for _, zh, en in table:
        assert zh
        assert en
        assert gaps(zh) == gaps(en)


def test_chinese_is_chinese_and_english_is_not() -> None:
    for table in TABLES:
        for code, zh, en in table:
            assert any("\u4e00" <= character <= "\u9fff" for character in zh), code
            assert not any("\u4e00" <= character <= "\u9fff" for character in en), code


def test_sentence_says_what_where_and_why() -> None:
    error = InputError("/x/表.csv", place="B7", reason="encoding")
    chinese, english = sentence(error, "zh"), sentence(error, "en")
    assert "/x/表.csv" in chinese
    assert "B7" in chinese
    assert "文字编码认不出来" in chinese
    assert "at B7" in english
    assert "encoding" in english


def test_unfilled_gaps_leave_nothing() -> None:
    for kind in KINDS:
        error = kind("/x/a.binder") if issubclass(kind, BinderError | InputError) else kind()
        for language in ("zh", "en"):
            said = sentence(error, language)
            assert "{" not in said
            assert said.endswith(("。", "."))


def test_what_was_looked_for_is_said() -> None:
    assert "示例" in sentence(NotFound(what="示例"), "zh")
    assert "示例" in sentence(NotFound(query="示例"), "en")


def test_a_new_trouble_speaks_with_its_base() -> None:
    class BinderOnFire(BinderDamaged):
        code = "binder.on_fire"

    assert "damaged" in sentence(BinderOnFire("/x/a.binder"), "en")


def test_trust_words() -> None:
    assert [word(f"trust.{trust}", "zh") for trust in Trust] == [
        "已核实",
        "待复核",
        "未核实",
        "缺失",
    ]


def test_unknown_code_is_shown_as_it_is() -> None:
    assert word("step.unheard_of", "en") == "step.unheard_of"


def test_needs_no_qt() -> None:
    names = "desktop.support.wording, desktop.support.assets"
    code = f"import sys, {names}; print('PySide6' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
