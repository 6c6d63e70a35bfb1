"""The one family is there and has Chinese."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics, QRawFont

from desktop.support import fonts

pytestmark = pytest.mark.usefixtures("qapp")


def test_family_holds_chinese() -> None:
    raw = QRawFont.fromFont(fonts.font(13))
    assert raw.familyName() == fonts.family() == "Noto Sans SC"
    assert all(raw.supportsCharacter(ord(character)) for character in "预案台消防鹤窨")


def test_quotes_are_narrow_in_english() -> None:
    chinese = QFontMetrics(fonts.font(20)).horizontalAdvance("“”")
    english = QFontMetrics(fonts.font(20, language="en")).horizontalAdvance("“”")
    assert english < chinese
