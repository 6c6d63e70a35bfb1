"""Applies language, theme and text size to the running application, now and on every change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from desktop.support import fonts
from desktop.support.i18n import chosen_language, translations_of
from desktop.support.settings import Settings
from desktop.support.stylesheet import stylesheet
from desktop.support.theme import Theme, load_theme, palette


class Look(QObject):
    """The look in force. `theme_changed` comes after palette, font and style sheet are set."""

    theme_changed = Signal(object)
    language_changed = Signal(str)

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._translations = translations_of(app)
        self._theme: Theme | None = None
        app.setStyle("Fusion")
        self._show_language()
        self._show_theme()
        self._translations.changed.connect(self.language_changed)
        settings.changed.connect(self._follow)
        app.styleHints().colorSchemeChanged.connect(self._show_theme)

    @property
    def theme(self) -> Theme:
        """The theme in force, its type sizes already grown to the text size chosen."""
        assert self._theme is not None
        return self._theme

    @property
    def language(self) -> str:
        """`zh` or `en`."""
        return self._translations.language

    def switch_theme(self) -> None:
        """Day becomes night, night becomes day, and stays so."""
        self._settings.set("theme", "day" if self.theme.dark else "night")

    def switch_language(self) -> None:
        """Chinese becomes English, English becomes Chinese, and stays so."""
        self._settings.set("language", "en" if self.language == "zh" else "zh")

    def remove(self) -> None:
        """Leave the application as it was before; for the end and for tests."""
        self._translations.remove()
        self._translations.changed.disconnect(self.language_changed)
        self._app.setStyleSheet("")
        self._app.styleHints().colorSchemeChanged.disconnect(self._show_theme)
        self._settings.changed.disconnect(self._follow)

    def _follow(self, key: str) -> None:
        if key == "language":
            self._show_language()
        elif key in ("theme", "text_scale"):
            self._show_theme()

    def _show_language(self) -> None:
        self._translations.install(chosen_language(self._settings.text("language")))
        if self._theme is not None:
            # WORKAROUND: under a style sheet Qt 6.11 keeps a font feature that is taken away.
            self._app.setStyleSheet("")
            self._set_font()
            self._app.setStyleSheet(stylesheet(self._theme))

    def _set_font(self) -> None:
        self._app.setFont(fonts.font(self.theme.sizes.body, language=self.language))

    def _show_theme(self) -> None:
        theme = load_theme(self._theme_name(), self._settings.number("text_scale"))
        if theme == self._theme:
            return
        self._theme = theme
        self._app.setPalette(palette(theme))
        self._set_font()
        self._app.setStyleSheet(stylesheet(theme))
        self.theme_changed.emit(theme)

    def _theme_name(self) -> str:
        chosen = self._settings.text("theme")
        if chosen != "system":
            return chosen
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "night" if dark else "day"
