"""Drives a window by keys and mouse, waits until it rests, takes its picture, keeps the times."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.window.main import MainWindow
from plans.model.ids import FeatureId

PATIENCE_S = 30.0


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step: what was done, how long until the answer stood on screen, which picture."""

    name: str
    seconds: float
    picture: str = ""
    language: str = ""
    theme: str = ""
    size: str = ""


class Guide:
    """The hand of the tour on one window."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window = window
        self.folder = folder
        self.steps: list[Step] = []
        self._number = 0

    def do(
        self,
        name: str,
        act: Callable[[], object],
        *,
        shot: bool = True,
        widget: QWidget | None = None,
    ) -> None:
        """Do something as the user would, wait for the answer, take a picture of it."""
        start = time.perf_counter()
        act()
        self.rest()
        seconds = time.perf_counter() - start
        picture = self.shot(name, widget) if shot else ""
        look = self.window.look
        size = self.window.size()
        self.steps.append(
            Step(
                name=name,
                seconds=round(seconds, 3),
                picture=picture,
                language=look.language,
                theme=look.theme.name,
                size=f"{size.width()}x{size.height()}",
            )
        )

    def rest(self) -> None:
        """Let the window work until nothing is being read or painted."""
        end = time.perf_counter() + PATIENCE_S
        QApplication.processEvents()
        while not self.window.showing.is_settled and time.perf_counter() < end:
            QApplication.processEvents()
        self.window.stage.canvas.finish()
        self.window.showing.show_legend()
        QApplication.processEvents()

    def shot(self, name: str, widget: QWidget | None = None) -> str:
        """Save what the window shows; the file's name."""
        self._number += 1
        look = self.window.look
        file = f"{self._number:02d}-{name}-{look.language}-{look.theme.name}.png"
        (widget or self.window).grab().save(str(self.folder / file))
        return file

    def type(self, text: str) -> None:
        """Type into the search box."""
        search = self.window.top.search
        search.setFocus()
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(search, letter)
            else:
                search.insert(letter)
        if not text.isascii():
            search.asked.emit(search.text())

    def key(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key)

    def act(self, action_id: str) -> None:
        """Do an action as its menu entry or its key would."""
        self.window.actions_.do(action_id)

    def click_feature(self, kind: str) -> None:
        """Click the first symbol of a kind that is in view."""
        canvas = self.window.stage.canvas
        for note in canvas.picture.notes:
            feature = canvas.picture.features.get(FeatureId(note.mark.owner))
            if feature is None or feature.kind != kind or note.mark.paint != "symbol" or note.dot:
                continue
            at = canvas.camera.to_screen(note.x_m, note.y_m).toPoint()
            if canvas.rect().contains(at) and canvas.childAt(at) is None:
                self.click(canvas, at)
                return

    @staticmethod
    def click(widget: QWidget, at: QPoint) -> None:
        """Click a spot of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
