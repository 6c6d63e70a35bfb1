"""The rotating log: one file on this machine, five older ones, nothing sent anywhere."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path
from typing import Final

import platformdirs

_NAME: Final = "preplan-desk"
_FORMAT: Final = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
_BYTES: Final = 1_000_000
_OLDER: Final = 5


def log_folder() -> Path:
    """Where the log lies."""
    return Path(platformdirs.user_log_dir(_NAME, appauthor=False))


def start_log(folder: Path | None = None, level: int = logging.INFO) -> Path:
    """Write the log from now on; returns its file. Calling again moves it.

    Where the folder cannot be written the program goes on, logging to standard error.
    """
    root = logging.getLogger()
    stop_log()
    file = (folder or log_folder()) / f"{_NAME}.log"
    handler: logging.Handler
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            file, maxBytes=_BYTES, backupCount=_OLDER, encoding="utf-8"
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.set_name(_NAME)
    handler.setFormatter(logging.Formatter(_FORMAT))
    root.addHandler(handler)
    root.setLevel(level)
    return file


def stop_log() -> None:
    """Close the log's handler, if there is one."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if handler.get_name() == _NAME]:
        root.removeHandler(handler)
        handler.close()
