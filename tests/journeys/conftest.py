"""Fixtures of journeys: the real window on a copy of the sample district, driven by hand."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.application import Application
from desktop.window.main import MainWindow
from plans.model.feature import Feature
from plans.model.ids import FeatureId

PATIENCE_MS = 10_000


class Hand:
    """Does what a user does, then waits until the window rests."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.rest()

    @property
    def place(self) -> str:
        """The building's code and the floor's label; "site" for the site."""
        desk = self.window.desk
        code = desk.building.code if desk.building is not None else ""
        return f"{code} {desk.floor.label if desk.floor is not None else 'site'}".strip()

    def rest(self) -> None:
        """Until nothing is being read, written or painted."""
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.window.undoing.is_busy, timeout=PATIENCE_MS)
        self.qtbot.waitUntil(lambda: self.window.showing.is_settled, timeout=PATIENCE_MS)
        self.window.stage.canvas.finish()

    def do(self, action: str) -> None:
        """Do an action by its id, as menu, key and palette would."""
        assert self.window.actions_[action].isEnabled(), action
        self.window.actions_.do(action)
        self.rest()

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.rest()

    def find(self, words: str) -> None:
        """Type into the search box and press Enter."""
        self.do("go.find")
        self.qtbot.keyClicks(self.window.top.search, words)
        self.key(Qt.Key.Key_Return)

    def click(self, widget: QWidget, at: QPoint) -> None:
        """Click a spot of a widget."""
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)
        self.rest()

    def click_kind(self, kind: str) -> Feature:
        """Click the first symbol of a kind in view that nothing lies over; the feature."""
        canvas = self.window.stage.canvas
        for note in canvas.picture.notes:
            feature = canvas.picture.features.get(FeatureId(note.mark.owner))
            if feature is None or feature.kind != kind or note.mark.paint != "symbol" or note.dot:
                continue
            at = canvas.camera.to_screen(note.x_m, note.y_m)
            spot = at.toPoint()
            over = self.window.stage.childAt(canvas.mapTo(self.window.stage, spot))
            if canvas.rect().contains(spot) and over is canvas:
                found = canvas.picture.pick(at)
                if found and found[0] is feature:
                    self.click(canvas, spot)
                    return feature
        raise AssertionError(f"no {kind} in view")


@pytest.fixture
def sample(sample_binder: Path, tmp_path: Path) -> Path:
    """A copy of the sample district, to be changed as one likes."""
    return Path(shutil.copyfile(sample_binder, tmp_path / "sample.binder"))


@pytest.fixture
def hand_on(application: Application, qtbot: QtBot) -> Callable[[Path | None], Hand]:
    """`hand_on(path)`: a hand on a new window of 1280 × 800 on that binder."""

    def opened(path: Path | None) -> Hand:
        window = application.open_window(path)
        window.resize(1280, 800)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return Hand(window, qtbot)

    return opened


@pytest.fixture
def hand(hand_on: Callable[[Path], Hand], sample: Path) -> Hand:
    """A hand on the sample district."""
    return hand_on(sample)
