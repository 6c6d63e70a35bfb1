"""Fixtures of the desktop's tests: settings in the test's folder, a look, both languages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.__main__ import main
from desktop.canvas.look import PlanLook
from desktop.support import fonts, sample
from desktop.support.i18n import translations_of
from desktop.support.look import Look
from desktop.support.settings import Settings
from desktop.support.theme import load_theme
from desktop.support.window_state import WindowState
from plans.binder import Binder
from plans.model.catalog import Catalog


@pytest.fixture
def plan_look(qapp: QApplication, catalog: Catalog) -> PlanLook:
    """Plans by day, at their normal sizes."""
    return PlanLook(theme=load_theme("day"), catalog=catalog, family=fonts.family())


@pytest.fixture
def no_translator_left(qapp: QApplication) -> Iterator[None]:
    """Commands that draw let Qt speak a language; afterwards it is silent again."""
    before = QLocale()
    yield
    translations_of(qapp).remove()
    translations_of(qapp)._language = ""
    QLocale.setDefault(before)


@pytest.fixture(scope="session")
def demo_out(
    qapp: QApplication, sample_binder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """What `demo --out` writes, once; the binder in it is a copy of the sample built before."""

    def copied(path: Path, progress: object = None) -> dict[str, int]:
        shutil.copyfile(sample_binder, path)
        with Binder.open(path, read_only=True) as binder:
            return {"buildings": binder.library.count()}

    folder = tmp_path_factory.mktemp("demo")
    before = QLocale()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sample, "build_sample", copied)
        assert main(["demo", "--out", str(folder)]) == 0
    translations_of(qapp).remove()
    translations_of(qapp)._language = ""
    qapp.setStyleSheet("")
    QLocale.setDefault(before)
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of the test's own, in English and by day."""
    made = Settings(tmp_path / "settings.ini")
    made.set("language", "en")
    made.set("theme", "day")
    return made


@pytest.fixture
def window_state(tmp_path: Path) -> WindowState:
    """Window state of the test's own."""
    return WindowState(tmp_path / "window.ini")


@pytest.fixture
def look(qapp: QApplication, settings: Settings) -> Iterator[Look]:
    """The look of the settings, taken off again after the test."""
    before = QLocale()
    made = Look(qapp, settings)
    yield made
    made.remove()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QLocale.setDefault(before)


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> QWidget:
    """A window to lay things over, in the look of the settings."""
    assert look.theme.name == "day"
    made = QWidget()
    made.resize(1000, 600)
    qtbot.addWidget(made)
    made.show()
    return made
