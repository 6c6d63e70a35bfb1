"""The style sheet is filled from the theme and understood by Qt."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.support.stylesheet import stylesheet
from desktop.support.theme import load_theme

pytestmark = pytest.mark.usefixtures("qapp")


def test_every_image_exists() -> None:
    from pathlib import Path

    for name in ("day", "night"):
        images = re.findall(r'url\("([^"]+)"\)', stylesheet(load_theme(name)))
        assert images
        assert all(Path(image).is_file() for image in images)


def test_no_gap_is_left() -> None:
    assert "$" not in stylesheet(load_theme("night"))


def test_qt_understands_it(qtbot: QtBot) -> None:
    label = QLabel("预案台")
    qtbot.addWidget(label)
    label.setProperty("type", "title")
    label.setStyleSheet(stylesheet(load_theme("day", 150)))  # a fault is a Qt warning: it fails
    label.ensurePolished()
    assert label.font().pixelSize() == 30
