"""Menu texts without their marks."""

from __future__ import annotations

from desktop.dialogs.rows import bare


def test_bare_text() -> None:
    assert bare("文件(&F)") == "文件"
    assert bare("&Fire && water") == "Fire & water"
