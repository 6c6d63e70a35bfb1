"""Translation from Qt's own .ts catalogues, switched without a restart.

Sources in the code are English (`self.tr`, `QCoreApplication.translate`); Chinese is
`assets/translations/preplan_zh.ts`, English plurals are `preplan_en.ts`. The .ts files are read
as they are, so there is no compiled copy that could be forgotten or stale.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
    Signal,
)

from desktop.support import assets

LANGUAGES: Final = ("zh", "en")
_QT_CATALOGUES: Final = ("qtbase",)
_QT_NAMES: Final = {"zh": "zh_CN", "en": "en"}
_LOCALES: Final = {
    "zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
Messages = Mapping[tuple[str, str, str], tuple[str, ...]]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text in a table for translation; lupdate knows the name (Qt's returns `object`)."""
    del context
    return text


NOT_IN_QT: Final = (
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QPageSetupWidget", "Page &order:"),
    QT_TRANSLATE_NOOP("QPageSetupWidget", "Pages &per sheet:"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Page &Set:"),
)
"""Texts of Qt's own dialogs that its Chinese catalogue lacks: ours has them."""


def chosen_language(setting: str) -> str:
    """`zh` or `en` for a setting of `system`, `zh` or `en`; PREPLAN_LANG wins over the system."""
    if setting in LANGUAGES:
        return setting
    asked = os.environ.get("PREPLAN_LANG", "")
    if asked in LANGUAGES:
        return asked
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def read_catalogue(path: Path) -> Messages:
    """(context, source, comment) → translations, several where the text counts things.

    Unfinished entries are left out. Raises `OSError` or `ElementTree.ParseError`.
    """
    read: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for context in ElementTree.parse(path).getroot().iterfind("context"):
        name = context.findtext("name", "")
        for message in context.iterfind("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type"):
                continue
            forms = [form.text or "" for form in translation.iterfind("numerusform")]
            texts = tuple(forms or [translation.text or ""])
            if all(texts):
                key = (name, message.findtext("source", ""), message.findtext("comment", ""))
                read[key] = texts
    return read


@cache
def _catalogue(language: str) -> Messages:
    return read_catalogue(assets.translations() / f"preplan_{language}.ts")


def text_in(language: str, context: str, source: str) -> str:
    """A text in a language that need not be the window's; the English source when none is."""
    found = _catalogue(language).get((context, source, ""))
    return found[0] if found else source


def plural_form(language: str, count: int) -> int:
    """Which of the numerus forms serves: Chinese has one, English sets one apart."""
    return 0 if language == "zh" or count == 1 else 1


class Catalogue(QTranslator):
    """One language's texts, answering Qt."""

    def __init__(self, language: str, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._messages = messages

    def isEmpty(self) -> bool:
        return not self._messages

    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        texts = self._messages.get((context, sourceText, disambiguation or ""))
        if texts is None and disambiguation:
            texts = self._messages.get((context, sourceText, ""))
        if texts is None:
            return None
        return texts[min(plural_form(self._language, n), len(texts) - 1)]


class Translations(QObject):
    """Installs a language on the application; widgets hear Qt's LanguageChange."""

    changed = Signal(str)

    def __init__(self, app: QCoreApplication, folder: Path | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder or assets.translations()
        self._installed: list[QTranslator] = []
        self._language = ""

    @property
    def language(self) -> str:
        """The language in force, `zh` or `en`; empty before the first `install`."""
        return self._language

    def install(self, language: str) -> None:
        """Speak that language from now on; `changed` follows when it is another."""
        if language == self._language:
            return
        self.remove()
        self._language = language
        QLocale.setDefault(_LOCALES[language])
        self._installed = [*self._qt_catalogues(language), self._own(language)]
        for new in self._installed:
            self._app.installTranslator(new)
        self.changed.emit(language)

    def remove(self) -> None:
        """Speak the English sources again."""
        for old in self._installed:
            self._app.removeTranslator(old)
            old.deleteLater()
        self._installed = []
        self._language = ""

    def _own(self, language: str) -> QTranslator:
        messages = read_catalogue(self._folder / f"preplan_{language}.ts")
        return Catalogue(language, messages, self)

    def _qt_catalogues(self, language: str) -> list[QTranslator]:
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        found = []
        for name in _QT_CATALOGUES:
            translator = QTranslator(self)
            if translator.load(f"{name}_{_QT_NAMES[language]}", folder):
                found.append(translator)
        return found


def translations_of(app: QCoreApplication) -> Translations:
    """The application's translations; it has one, since two would speak over each other."""
    return app.findChild(Translations) or Translations(app)


class Retranslating:
    """Mix in before a widget class: `retranslate` is called whenever the language changes."""

    def retranslate(self) -> None:
        """Set every text again; call it once at the end of `__init__` too."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]
