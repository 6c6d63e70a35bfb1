"""Strangers' text in places that read HTML never becomes markup."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.widgets.rich import bold, colored, plain_label, safe, tip

EVIL = '<img src="x" onerror=1>&amp;'


@pytest.mark.parametrize("wrap", [safe, bold, tip, lambda text: colored(text, "#123456")])
def test_markup_is_made_plain(wrap: object) -> None:
    assert "<img" not in wrap(EVIL)  # type: ignore[operator]
    assert "&amp;amp;" in wrap(EVIL)  # type: ignore[operator]


@pytest.mark.usefixtures("qapp")
def test_a_plain_label_reads_none() -> None:
    label = plain_label()
    label.setText(EVIL)
    assert label.textFormat() == Qt.TextFormat.PlainText
    label.deleteLater()
