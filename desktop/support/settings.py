"""Settings as a table of rows; only differences from the defaults are written.

A setting is about this person on this machine. Where windows stood and what was open lately is
window state (`window_state.py`), kept apart so that either can be thrown away.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import platformdirs
from PySide6.QtCore import QCoreApplication, QObject, QSettings, Signal

from desktop.support.i18n import QT_TRANSLATE_NOOP

SettingValue = str | int | bool
FOLDER: Final = "preplan-desk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value a setting can take; text in English, translated under `settings`."""

    value: str | int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One row. Its type is its default's; `choices` limit it; texts are English sources."""

    key: str
    group: str
    text: str
    default: SettingValue
    choices: tuple[Choice, ...] = ()
    note: str = ""


GROUPS: Final = (
    ("appearance", QT_TRANSLATE_NOOP("settings", "Appearance")),
    ("plan", QT_TRANSLATE_NOOP("settings", "Plan")),
    ("person", QT_TRANSLATE_NOOP("settings", "Person")),
    ("start", QT_TRANSLATE_NOOP("settings", "Start")),
)

SETTINGS: Final = (
    Setting(
        key="language",
        group="appearance",
        text=QT_TRANSLATE_NOOP("settings", "Language"),
        default="system",
        choices=(
            Choice(value="system", text=QT_TRANSLATE_NOOP("settings", "As the system")),
            Choice(value="zh", text="中文"),
            Choice(value="en", text="English"),
        ),
    ),
    Setting(
        key="theme",
        group="appearance",
        text=QT_TRANSLATE_NOOP("settings", "Theme"),
        default="system",
        choices=(
            Choice(value="system", text=QT_TRANSLATE_NOOP("settings", "As the system")),
            Choice(value="day", text=QT_TRANSLATE_NOOP("settings", "Day")),
            Choice(value="night", text=QT_TRANSLATE_NOOP("settings", "Night")),
        ),
        note=QT_TRANSLATE_NOOP("settings", "Night is made for a dark cab."),
    ),
    Setting(
        key="text_scale",
        group="appearance",
        text=QT_TRANSLATE_NOOP("settings", "Text size"),
        default=100,
        choices=tuple(Choice(value=size, text=f"{size} %") for size in (100, 115, 130, 150)),
    ),
    Setting(
        key="symbol_scale",
        group="plan",
        text=QT_TRANSLATE_NOOP("settings", "Symbol size"),
        default=100,
        choices=tuple(Choice(value=size, text=f"{size} %") for size in (75, 100, 125, 150)),
        note=QT_TRANSLATE_NOOP(
            "settings", "The size close by; farther away symbols shrink, then become dots."
        ),
    ),
    Setting(
        key="ghost_floor",
        group="plan",
        text=QT_TRANSLATE_NOOP("settings", "Show the floor below faintly"),
        default=False,
    ),
    Setting(
        key="legend_open",
        group="plan",
        text=QT_TRANSLATE_NOOP("settings", "Show the legend"),
        default=False,
    ),
    Setting(
        key="who",
        group="person",
        text=QT_TRANSLATE_NOOP("settings", "Your name"),
        default="",
        note=QT_TRANSLATE_NOOP("settings", "Written beside every change you make."),
    ),
    Setting(
        key="open_last_binder",
        group="start",
        text=QT_TRANSLATE_NOOP("settings", "Open the last binder at start"),
        default=True,
    ),
)


def settings_file() -> Path:
    """Where this person's settings lie."""
    return Path(platformdirs.user_config_dir(FOLDER, appauthor=False)) / "settings.ini"


def translated(text: str) -> str:
    """A row's text in the language of the window."""
    return QCoreApplication.translate("settings", text) if text else ""


class Settings(QObject):
    """Typed reading and writing of the rows; `changed(key)` follows every real change."""

    changed = Signal(str)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = QSettings(str(path or settings_file()), QSettings.Format.IniFormat, self)
        self._rows = {row.key: row for row in SETTINGS}

    def value(self, key: str) -> SettingValue:
        """The value in force; what is written but makes no sense counts as the default.

        Raises `KeyError` for a key without a row.
        """
        row = self._rows[key]
        read = _typed(self._file.value(key), row)
        return row.default if read is None else read

    def text(self, key: str) -> str:
        """The value as text."""
        return str(self.value(key))

    def number(self, key: str) -> int:
        """The value as a whole number."""
        return int(self.value(key))

    def flag(self, key: str) -> bool:
        """The value as yes or no."""
        return bool(self.value(key))

    def set(self, key: str, value: SettingValue) -> None:
        """Write a value, or forget it when it is the default; tells `changed` if it differs.

        Raises `ValueError` when the row does not allow it.
        """
        row = self._rows[key]
        if type(value) is not type(row.default) or not _allowed(value, row):
            raise ValueError(f"{key} cannot be {value!r}")
        if value == self.value(key):
            return
        if value == row.default:
            self._file.remove(key)
        else:
            self._file.setValue(key, value)
        self._file.sync()
        self.changed.emit(key)

    def reset(self) -> None:
        """Back to the defaults, telling what changed."""
        for row in SETTINGS:
            self.set(row.key, row.default)


def _allowed(value: SettingValue, row: Setting) -> bool:
    return not row.choices or value in [choice.value for choice in row.choices]


def _typed(written: object, row: Setting) -> SettingValue | None:
    """The written value in the row's type (an ini file holds text), or None."""
    if written is None:
        return None
    text = str(written)
    read: SettingValue | None = text
    if isinstance(row.default, bool):
        read = {"true": True, "false": False}.get(text.lower())
    elif isinstance(row.default, int):
        read = int(text) if text.lstrip("-").isdigit() else None
    return read if read is not None and _allowed(read, row) else None
