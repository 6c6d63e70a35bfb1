"""A splitter remembers where it was put."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.support.window_state import WindowState
from desktop.widgets.splitter import Splitter


def made(window: QWidget, state: WindowState) -> Splitter:
    splitter = Splitter("main", state, window)
    for _ in range(2):
        splitter.addWidget(QWidget(splitter))
    splitter.resize(601, 100)
    splitter.show()
    return splitter


def test_sizes_come_back(window: QWidget, window_state: WindowState) -> None:
    first = made(window, window_state)
    first.restore([200, 400])
    assert first.sizes() == [200, 400]
    first.moveSplitter(300, 1)
    second = made(window, window_state)
    second.restore([200, 400])
    assert second.sizes() == [300, 300]


def test_sizes_of_another_shape_are_ignored(window: QWidget, window_state: WindowState) -> None:
    window_state.keep_sizes("main", [1, 2, 3])
    splitter = made(window, window_state)
    splitter.restore([200, 400])
    assert splitter.sizes() == [200, 400]
