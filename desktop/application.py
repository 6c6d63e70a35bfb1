"""Builds the program once: settings, look, tasks, crash guard, then windows."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.desk import Desk
from desktop.support import assets
from desktop.support.garbage import release
from desktop.support.look import Look
from desktop.support.settings import Settings
from desktop.support.tasks import Tasks
from desktop.support.window_state import WindowState
from desktop.window.main import MainWindow
from plans.errors import BinderError
from plans.model.catalog import load_catalog


class Application(QObject):
    """Everything that lives as long as the program."""

    def __init__(
        self,
        app: QApplication,
        *,
        now: Callable[[], dt.datetime] = dt.datetime.now,
        settings: Settings | None = None,
        state: WindowState | None = None,
    ) -> None:
        super().__init__(app)
        self.app = app
        self._now = now
        self.settings = settings or Settings(parent=self)
        self.state = state or WindowState(parent=self)
        self.look = Look(app, self.settings)
        self.tasks = Tasks(self)
        self.catalog = load_catalog(assets.catalog())
        self.windows: list[MainWindow] = []
        app.aboutToQuit.connect(self.tasks.stop)

    def open_window(self, path: Path | str | None = None) -> MainWindow:
        """A window, on that binder when one is given."""
        desk = Desk(self.catalog, self._now)
        window = MainWindow(desk, self.look, self.settings, self.state, self.tasks)
        window.new_window_asked.connect(self._open_another)
        window.closed.connect(self._forget)
        self.windows.append(window)
        window.show()
        if path is not None:
            window.opening.open(Path(path))
        return window

    def start(self, path: Path | None) -> None:
        """The first window: on that binder, else on the last one if it is still there."""
        if path is None and self.settings.flag("open_last_binder"):
            recent = [Path(old) for old in self.state.recent_binders()]
            path = next((old for old in recent if old.exists()), None)
        window = self.open_window(path)
        release()
        if window.desk.binder is not None:
            QTimer.singleShot(400, window.finding.warm_up)

    def meet(self, error: BinderError) -> None:
        """A binder failed in the middle of work: its window asks what to do."""
        path = str(error.facts.get("path", ""))
        for window in self.windows:
            binder = window.desk.binder
            if binder is not None and str(binder.path) == path:
                window.opening.meet(error)
                return

    def _open_another(self, path: object) -> None:
        self.open_window(path if isinstance(path, (Path, str)) else None)

    def _forget(self, window: MainWindow) -> None:
        if window in self.windows:
            self.windows.remove(window)
            window.deleteLater()


def make_app(arguments: list[str] | None = None) -> QApplication:
    """The QApplication with its names set; the one there is, if there is one."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(arguments or sys.argv[:1])
    app.setApplicationName("preplan-desk")
    app.setApplicationDisplayName("Preplan Desk 预案台")
    app.setDesktopFileName("preplan-desk")
    return app


def run(path: Path | None = None, language: str = "") -> int:
    """Open the window and stay until it is closed; the exit code.

    `language` is the one asked for with the command; it stays, as a choice in the window does.
    """
    from desktop.dialogs.crash import CrashWatch
    from desktop.support.crash import CrashGuard
    from desktop.support.log import log_folder, start_log

    start_log()
    app = make_app()
    guard = CrashGuard(log_folder() / "faults.log", app)
    guard.install()
    application = Application(app)
    if language:
        application.settings.set("language", language)
    CrashWatch(guard, log_folder(), app)
    guard.troubled.connect(application.meet)
    application.start(path)
    return app.exec()
