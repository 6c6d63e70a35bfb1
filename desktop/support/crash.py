"""The last net: whatever nobody expected is logged, shown once, and survived where it can be."""

from __future__ import annotations

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import IO, Final

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

from plans.errors import BinderError

_log = logging.getLogger("desktop.crash")
_qt_log = logging.getLogger("qt")
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashGuard(QObject):
    """Hears Python's and Qt's last words; `met(report)` comes on the user's thread.

    The same fault again (a painter fails with every frame) is only logged.
    """

    met = Signal(str)
    troubled = Signal(object)
    """A binder that let somebody down in the middle of work: no fault of the program."""
    _caught = Signal(str)
    _in_trouble = Signal(object)

    def __init__(self, fault_file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fault_file = fault_file
        self._faults: IO[str] | None = None
        self._seen: set[str] = set()
        self._caught.connect(self.met, Qt.ConnectionType.QueuedConnection)
        self._in_trouble.connect(self.troubled, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Listen from now on; crashes of the interpreter itself go to the fault file."""
        sys.excepthook = self.hear
        threading.excepthook = self._hear_thread
        qInstallMessageHandler(_hear_qt)
        if self._fault_file is not None:
            try:
                self._fault_file.parent.mkdir(parents=True, exist_ok=True)
                self._faults = self._fault_file.open("a", encoding="utf-8")
            except OSError as error:
                _log.info("no fault file: %s", error)
            else:
                faulthandler.enable(self._faults)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
            self._faults = None

    def hear(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """An exception nobody caught. Ctrl+C keeps its meaning."""
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(130)
        _log.critical("nobody expected this", exc_info=(kind, error, trace))
        if isinstance(error, BinderError):
            self._in_trouble.emit(error)
            return
        place = traceback.extract_tb(trace)[-1:] if trace else []
        mark = f"{kind.__name__} {[(frame.filename, frame.lineno) for frame in place]}"
        if mark not in self._seen:
            self._seen.add(mark)
            self._caught.emit(report_of(error))

    def _hear_thread(self, args: threading.ExceptHookArgs) -> None:
        error = args.exc_value or args.exc_type()
        self.hear(args.exc_type, error, args.exc_traceback)


def report_of(error: BaseException) -> str:
    """What a user can send to whoever repairs it: versions and the traceback, no plan data."""
    lines = [
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        "",
        *(part.rstrip("\n") for part in traceback.format_exception(error)),
    ]
    return "\n".join(lines)


def _hear_qt(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category, message)
