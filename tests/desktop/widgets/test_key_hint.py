"""Shortcuts as caps."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from desktop.widgets.key_hint import KeyHint, caps_of


@pytest.mark.parametrize(
    ("keys", "caps"),
    [
        ("Ctrl+Shift+P", ["Ctrl", "Shift", "P"]),
        ("Ctrl++", ["Ctrl", "+"]),
        ("+", ["+"]),
        ("F1", ["F1"]),
        ("Ctrl+,", ["Ctrl", ","]),
    ],
)
def test_caps(keys: str, caps: list[str]) -> None:
    assert caps_of(keys) == caps


def test_more_caps_are_wider(window: QWidget) -> None:
    one, three = KeyHint("F", window), KeyHint("Ctrl+Shift+P", window)
    assert three.sizeHint().width() > one.sizeHint().width() >= one.sizeHint().height() - 1
    assert three.accessibleName() == "Ctrl+Shift+P"
    assert not three.grab().isNull()
