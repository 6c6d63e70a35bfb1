"""Trust differs in shape, not only in colour."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop.support.look import Look
from desktop.widgets.trust import TrustMark, trust_pixmap
from plans.model.fact import Trust


def test_four_shapes(look: Look) -> None:
    alphas = {
        bytes(trust_pixmap(trust, look.theme, 16).toImage().convertToFormat(
            QImage.Format.Format_Alpha8).constBits())
        for trust in Trust
    }  # fmt: skip
    assert len(alphas) == 4


def test_the_word_is_said(window: QWidget, look: Look) -> None:
    mark = TrustMark(Trust.STALE, look.theme, "zh", window)
    assert mark.accessibleName() == "待复核"
    mark.show_trust(Trust.VERIFIED, look.theme, "en", "2026-01-02")
    assert mark.toolTip() == "verified · 2026-01-02"
    assert not mark.pixmap().isNull()
