"""How far a fact can be trusted, as a mark that differs in shape as well as colour."""

from __future__ import annotations

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from desktop.support.icons import icon_pixmap
from desktop.support.theme import Theme
from desktop.support.wording import word
from plans.model.fact import Trust


def trust_pixmap(trust: Trust, theme: Theme, size_px: int = 14, dpr: float = 1.0) -> QPixmap:
    """Tick, dashed clock, dash or dashed cross, in the theme's colour for it."""
    return icon_pixmap(trust.value, size_px, getattr(theme.chrome, trust.value), dpr)


class TrustMark(QLabel):
    """The mark with its word as tip and accessible name."""

    def __init__(
        self, trust: Trust, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.show_trust(trust, theme, language)

    def show_trust(self, trust: Trust, theme: Theme, language: str, note: str = "") -> None:
        """Another state; `note` says who checked it and when."""
        size_px = round(theme.sizes.body * 1.1)
        self.setPixmap(trust_pixmap(trust, theme, size_px, self.devicePixelRatioF()))
        said = word(f"trust.{trust.value}", language)
        said = " · ".join(filter(None, (said, note)))
        self.setToolTip(said)
        self.setAccessibleName(said)
