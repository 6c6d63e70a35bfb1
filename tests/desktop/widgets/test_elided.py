"""One line with dots, and the whole text as the tip."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.widgets.elided import ElidedLabel


def test_dots_only_where_there_is_no_room(window: QWidget) -> None:
    label = ElidedLabel("示例广场塔楼 A 座 32 层", window)
    label.show()
    label.resize(400, 20)
    assert label.shown == label.text()
    assert label.toolTip() == ""
    label.resize(60, 20)
    assert label.shown.endswith("…")
    assert label.toolTip() == label.text()
    assert not label.grab().isNull()


def test_it_gives_way(window: QWidget) -> None:
    assert ElidedLabel("x" * 400, window).minimumSizeHint().width() < 40
