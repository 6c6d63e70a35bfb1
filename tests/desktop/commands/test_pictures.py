"""What the commands that draw share."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, qWarning

from desktop.commands.pictures import UNHEARD, offscreen_app, offscreen_windows, plan_look, speak
from plans.model.catalog import Catalog

pytestmark = pytest.mark.usefixtures("qapp", "no_translator_left")


def test_one_application_speaks_the_language_asked() -> None:
    app = offscreen_app("zh")
    assert app is QCoreApplication.instance()
    assert QCoreApplication.translate("Sheets", "Legend") == "图例"
    speak("en")
    assert QCoreApplication.translate("Sheets", "Legend") == "Legend"


def test_plans_in_a_theme(catalog: Catalog) -> None:
    assert plan_look(catalog, "night").theme.dark
    assert plan_look(catalog, "day").catalog is catalog


def test_only_what_offscreen_says_of_size_hints_is_unheard(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with offscreen_windows():
        qWarning(UNHEARD)
        qWarning("a fault")
    assert capsys.readouterr().err == "a fault\n"
