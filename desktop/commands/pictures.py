"""What the commands that draw share: a Qt without a window and a look."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.canvas.look import PlanLook
    from plans.model.catalog import Catalog

UNHEARD: Final = "This plugin does not support propagateSizeHints()"
"""Qt's offscreen platform says so of every window with a smallest size; it changes nothing."""


def offscreen_app(language: str) -> QApplication:
    """A Qt application that needs no display, speaking that language.

    A window brings its own voice: `""` leaves the application silent for it.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop.support.qtneeds import ensure_qt

    ensure_qt(language or "en")
    from desktop.application import make_app

    app = make_app()
    if language:
        speak(language)
    return app


def speak(language: str) -> None:
    """Let Qt's texts be in that language from now on; one translator serves the process."""
    from PySide6.QtCore import QCoreApplication

    from desktop.support.i18n import translations_of

    app = QCoreApplication.instance()
    assert app is not None
    translations_of(app).install(language)


@contextmanager
def offscreen_windows() -> Iterator[None]:
    """Windows are shown offscreen meanwhile: Qt does not mention their size hints."""
    from PySide6.QtCore import qInstallMessageHandler

    def hear(_kind: object, _context: object, message: str | None) -> None:
        if message != UNHEARD:
            print(message, file=sys.stderr)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def plan_look(catalog: Catalog, theme: str) -> PlanLook:
    """Plans in a theme, at their normal sizes."""
    from desktop.canvas.look import PlanLook
    from desktop.support import fonts
    from desktop.support.theme import load_theme

    return PlanLook(theme=load_theme(theme), catalog=catalog, family=fonts.family())
