"""About says what it is and names the licences."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from desktop.dialogs.about import STANDS_ON, AboutDialog


def test_names_and_licences(window: QWidget) -> None:
    dialog = AboutDialog(window)
    dialog.show()
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "预案台" in said
    assert all(name in said and licence in said for name, licence in STANDS_ON)
