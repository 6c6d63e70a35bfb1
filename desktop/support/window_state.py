"""Where windows stood and what was open lately; losing it loses no decision of the user."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import platformdirs
from PySide6.QtCore import QByteArray, QObject, QSettings

from desktop.support.settings import FOLDER

_KEPT: Final = 8


def window_state_file() -> Path:
    """Where this machine's window state lies."""
    return Path(platformdirs.user_state_dir(FOLDER, appauthor=False)) / "window.ini"


class WindowState(QObject):
    """Geometry by name, splitter sizes by name, recent binders, recent buildings per binder."""

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = QSettings(str(path or window_state_file()), QSettings.Format.IniFormat, self)

    def geometry(self, name: str) -> QByteArray:
        """What `QWidget.saveGeometry` (or `saveState`) gave under that name; empty at first."""
        read = self._file.value(f"geometry/{name}")
        return read if isinstance(read, QByteArray) else QByteArray()

    def keep_geometry(self, name: str, geometry: QByteArray) -> None:
        """Remember a window's place."""
        self._file.setValue(f"geometry/{name}", geometry)

    def sizes(self, name: str) -> list[int]:
        """A splitter's sizes in pixels; empty at first."""
        return [int(size) for size in self._list(f"sizes/{name}") if size.isdigit()]

    def keep_sizes(self, name: str, sizes: list[int]) -> None:
        """Remember a splitter's sizes."""
        self._file.setValue(f"sizes/{name}", json.dumps([str(size) for size in sizes]))

    def recent_binders(self) -> list[str]:
        """Paths of binders opened lately, newest first; whether they still exist is not asked."""
        return self._list("recent/binders")

    def keep_binder(self, path: str) -> None:
        """Remember a binder as the newest."""
        self._keep("recent/binders", path)

    def forget_binder(self, path: str) -> None:
        """Take a binder off the list (it is gone, or the user asked)."""
        kept = [old for old in self.recent_binders() if old != path]
        self._file.setValue("recent/binders", json.dumps(kept))

    def recent_buildings(self, binder_id: str) -> list[str]:
        """Ids of buildings opened lately in that binder, newest first."""
        return self._list(f"buildings/{binder_id}")

    def keep_building(self, binder_id: str, building_id: str) -> None:
        """Remember a building as the newest of its binder."""
        self._keep(f"buildings/{binder_id}", building_id)

    def reset_layout(self) -> None:
        """Forget places and sizes, keep what was open lately."""
        self._file.remove("geometry")
        self._file.remove("sizes")

    def sync(self) -> None:
        """Write now; otherwise Qt writes in a moment and at the end."""
        self._file.sync()

    def _keep(self, key: str, newest: str) -> None:
        kept = [newest, *(old for old in self._list(key) if old != newest)]
        self._file.setValue(key, json.dumps(kept[:_KEPT], ensure_ascii=False))

    def _list(self, key: str) -> list[str]:
        try:
            read = json.loads(str(self._file.value(key) or "[]"))
        except ValueError:
            return []
        return [item for item in read if isinstance(item, str)] if isinstance(read, list) else []
