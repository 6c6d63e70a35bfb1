"""Texts come from the .ts files, switch without restart and count in both languages."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.support import assets
from desktop.support.i18n import (
    Retranslating,
    chosen_language,
    plural_form,
    read_catalogue,
    text_in,
    translations_of,
)
from desktop.support.look import Look
from desktop.support.settings import Settings

pytestmark = pytest.mark.usefixtures("qapp")


class Greeting(Retranslating, QWidget):
    """A widget that speaks."""

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel(self)
        self.retranslate()

    def retranslate(self) -> None:
        self.label.setText(QCoreApplication.translate("settings", "Night"))


def test_switch_reaches_open_widgets(look: Look, qtbot: QtBot) -> None:
    greeting = Greeting()
    qtbot.addWidget(greeting)
    assert greeting.label.text() == "Night"
    look.switch_language()
    qtbot.waitUntil(lambda: greeting.label.text() == "夜间")
    assert QLocale().language() == QLocale.Language.Chinese
    look.switch_language()
    qtbot.waitUntil(lambda: greeting.label.text() == "Night")


def test_qt_speaks_too(look: Look) -> None:
    look.switch_language()
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_a_file_dialog_of_qt_is_all_chinese(look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    look.switch_language()
    dialog = QFileDialog(None, "打开", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    shown = [part.text() for part in dialog.findChildren(QLabel)]
    shown += [part.text() or part.toolTip() for part in dialog.findChildren(QAbstractButton)]
    shown = [text for text in shown if text]
    assert len(shown) > 8
    assert [text for text in shown if re.search("[a-z]", text)] == []


def test_counting() -> None:
    assert [plural_form("en", n) for n in (0, 1, 2)] == [1, 0, 1]
    assert {plural_form("zh", n) for n in (0, 1, 2)} == {0}


def test_numerus_forms(look: Look) -> None:
    def said(count: int) -> str:
        return QCoreApplication.translate("SidePanel", "%n fact(s) to see to", "", count)

    assert said(1) == "1 fact to see to"
    assert said(3) == "3 facts to see to"
    look.switch_language()
    assert said(3) == "3 项要素待处理"


def test_catalogues_load_quickly_and_fully() -> None:
    start_s = time.perf_counter()
    messages = read_catalogue(assets.translations() / "preplan_zh.ts")
    took_s = time.perf_counter() - start_s
    assert len(messages) > 100
    assert took_s < 1  # a bound against accidents; `bench` measures


def test_text_in_the_other_language() -> None:
    assert text_in("zh", "settings", "Night") == "夜间"
    assert text_in("en", "settings", "Night") == "Night"


def test_environment_chooses_for_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREPLAN_LANG", "zh")
    assert chosen_language("system") == "zh"
    assert chosen_language("en") == "en"


def test_one_voice(settings: Settings, qapp: QApplication) -> None:
    translations_of(qapp).install("zh")  # as drawing a sheet in Chinese does
    look = Look(qapp, settings)
    assert QCoreApplication.translate("settings", "Night") == "Night"
    look.remove()
