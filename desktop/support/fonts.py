"""The one type family, loaded from its package so that Chinese is never a box."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase


@cache
def family() -> str:
    """The family's name; loads the font file on first use (15 ms, needs a QGuiApplication).

    Falls back to the system's sans serif when the file cannot be loaded.
    """
    from pylopdf_fonts_zh_cn import sans_path

    number = QFontDatabase.addApplicationFont(str(sans_path()))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else QFontDatabase.systemFont(_GENERAL).family()


_GENERAL = QFontDatabase.SystemFont.GeneralFont


def font(size_px: float, *, strong: bool = False, language: str = "zh") -> QFont:
    """The family at a pixel size. `strong` is the heavier cut (synthesised: the file has one).

    In English, quotes, dots and dashes are set at their Latin width (OpenType `pwid`, `palt`);
    in a Chinese text they fill a square.
    """
    chosen = QFont(family())
    if language == "en":
        for feature in ("pwid", "palt"):
            chosen.setFeature(QFont.Tag(feature), 1)
    chosen.setFeature(QFont.Tag("locl"), 0)  # other digits in Latin text: a PDF loses their meaning
    chosen.setPixelSize(max(1, round(size_px)))
    chosen.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    if strong:
        chosen.setWeight(QFont.Weight.Bold)
    return chosen
